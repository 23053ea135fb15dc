//! What every command that lists something has in common.

use std::io::Write;

use clap::Args;

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{DEFAULT_SEPARATOR, Format, Layout, Record, write_listing};
use crate::views::cites::CiteColumn;
use crate::views::{Column, Context, Sort};

/// In which format something is written.
#[derive(Debug, Default, Args)]
pub(super) struct FormatArgs {
    #[arg(long, short, value_name = "FORMAT", value_parser = values::format())]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = "CHARACTER", value_parser = values::separator)]
    separator: Option<u8>,
    #[arg(long)]
    bom: bool,
}

/// The mark by which Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

impl FormatArgs {
    /// Writes rows in the format that was asked for, or the format `usual`.
    pub(super) fn write<C>(
        &self,
        usual: Format,
        columns: &[C],
        rows: &[&C::Row],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<(), Failure>
    where
        C: Column,
        C::Row: Record,
    {
        let layout = self.layout(usual, session);
        if self.bom && matches!(layout.format, Format::Csv | Format::Tsv) {
            session.out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        }
        Ok(write_listing(columns, rows, context, layout, &mut session.out)?)
    }

    /// The layout that was asked for, in the format `usual` unless another was.
    fn layout(&self, usual: Format, session: &Session<'_>) -> Layout {
        Layout {
            format: self.format.unwrap_or(usual),
            separator: self.separator.unwrap_or(DEFAULT_SEPARATOR),
            paper: session.paper,
        }
    }
}

/// Which columns and rows of a listing are shown, and in which order.
#[derive(Debug, Args)]
pub(super) struct ListingArgs<C: Column + Send + Sync> {
    #[arg(long, value_name = "COLUMN", value_parser = values::column::<C>())]
    sort: Option<C>,
    #[arg(long, short)]
    reverse: bool,
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = values::column::<C>())]
    columns: Vec<C>,
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

impl<C: Column + Send + Sync> ListingArgs<C> {
    /// Everything in the usual way but its order.
    pub(super) fn sorted(sort: Option<C>, reverse: bool) -> Self {
        Self { sort, reverse, columns: Vec::new(), limit: None, format: FormatArgs::default() }
    }
}

impl<C> ListingArgs<C>
where
    C: Column + Send + Sync,
    C::Row: Record,
{
    /// Writes `rows`, which come in their usual order, with the columns
    /// `usual` unless others were asked for.
    pub(super) fn write(
        &self,
        rows: Vec<&C::Row>,
        usual: &[C],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        self.write_first(usize::MAX, rows, usual, context, session)
    }

    /// The same with the first `limit` rows only, unless another number was asked for.
    pub(super) fn write_first(
        &self,
        limit: usize,
        mut rows: Vec<&C::Row>,
        usual: &[C],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        match self.sort {
            Some(column) => Sort { column, reverse: self.reverse }.apply(&mut rows, context, |row| *row),
            None if self.reverse => rows.reverse(),
            None => {}
        }
        // `--limit 0` shows nothing of what was found; that is not nothing found.
        let status = if rows.is_empty() { Status::Found } else { Status::Fine };
        rows.truncate(self.limit.unwrap_or(limit));
        let columns = if self.columns.is_empty() { usual } else { &self.columns };
        // People read that nothing was found; a program reads an empty document.
        if !rows.is_empty() || !self.is_for_people() {
            self.format.write(Format::Table, columns, &rows, context, session)?;
        }
        Ok(status)
    }

    /// Whether people read it, who want a line of totals, and none of an empty table.
    pub(super) const fn is_for_people(&self) -> bool {
        matches!(self.format.format, None | Some(Format::Table | Format::Card))
    }
}

/// What every command that lists Cités takes.
#[derive(Debug, Args)]
pub(super) struct CiteListing {
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[command(flatten)]
    pub(super) listing: ListingArgs<CiteColumn>,
}

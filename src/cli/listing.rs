//! What every command that lists something has in common.

use clap::Args;

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{DEFAULT_SEPARATOR, Format, Layout, Record, write_listing};
use crate::t;
use crate::views::{Column, Context, Sort};

/// In which format something is written.
#[derive(Debug, Default, Args)]
pub(super) struct FormatArgs {
    #[arg(long, short, value_name = "FORMAT", value_parser = values::format())]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = "CHARACTER", value_parser = values::separator)]
    separator: Option<u8>,
}

impl FormatArgs {
    /// The layout that was asked for, in the format `usual` unless another was.
    pub(super) fn layout(&self, usual: Format, session: &Session<'_>) -> Layout {
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
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

impl<C: Column + Send + Sync> Default for ListingArgs<C> {
    fn default() -> Self {
        Self { sort: None, reverse: false, columns: Vec::new(), limit: None, format: FormatArgs::default() }
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
        rows.truncate(self.limit.unwrap_or(usize::MAX));
        let columns = if self.columns.is_empty() { usual } else { &self.columns };
        let layout = self.format.layout(Format::Table, session);
        let empty = rows.is_empty();
        if !empty || self.is_for_programs() {
            write_listing(columns, &rows, context, layout, &mut session.out)?;
        }
        if empty {
            session.note(&t!(session.lang, "cli-nothing-found"));
        }
        Ok(if empty { Status::Found } else { Status::Fine })
    }

    /// Whether a program reads it, which wants an empty document rather than none.
    pub(super) fn is_for_programs(&self) -> bool {
        !matches!(self.format.format, None | Some(Format::Table | Format::Card))
    }
}

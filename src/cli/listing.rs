//! The arguments and the output that the listing commands share.

use clap::Args;
use clap::builder::TypedValueParser;

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{DEFAULT_SEPARATOR, Format, ListingOptions, Record, write_listing};
use crate::views::cites::CiteColumn;
use crate::views::{Column, Context, Sort};

/// The output format and its options.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(super) struct FormatArgs {
    #[arg(long, short, value_name = "FORMAT", value_parser = values::format())]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = "CHARACTER", value_parser = values::separator)]
    separator: Option<u8>,
    #[arg(long)]
    bom: bool,
}

impl FormatArgs {
    /// Returns the arguments for a format.
    pub(super) fn of(format: Format) -> Self {
        Self { format: Some(format), ..Self::default() }
    }

    /// Writes rows in the format of `--format`, or in `default`.
    pub(super) fn write<C>(
        &self,
        default: Format,
        columns: &[C],
        rows: &[&C::Row],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<(), Failure>
    where
        C: Column,
        C::Row: Record,
    {
        let options = ListingOptions {
            format: self.format.unwrap_or(default),
            separator: self.separator.unwrap_or(DEFAULT_SEPARATOR),
            bom: self.bom,
            empty_unknown: false,
            style: session.style,
        };
        Ok(write_listing(columns, rows, context, options, &mut session.out)?)
    }
}

/// The value of an option that names a column.
pub(super) trait ColumnValue: Copy + Send + Sync + 'static {
    /// Returns the parser of the value.
    fn parser() -> impl TypedValueParser<Value = Self>;
}

impl<C: Column + Send + Sync> ColumnValue for C {
    fn parser() -> impl TypedValueParser<Value = Self> {
        values::column::<C>()
    }
}

/// The columns and rows of a listing, their order and their format.
#[derive(Debug, Args)]
pub(super) struct ListingArgs<C: ColumnValue> {
    #[arg(long, value_name = "COLUMN", value_parser = C::parser())]
    sort: Option<C>,
    #[arg(long, short)]
    reverse: bool,
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = C::parser())]
    columns: Vec<C>,
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

impl<N: ColumnValue> ListingArgs<N> {
    /// Resolves its columns by `column`, which returns the error for one that the rows do not have.
    pub(super) fn resolve<C: ColumnValue>(
        &self,
        column: impl Fn(N) -> Result<C, Failure>,
    ) -> Result<ListingArgs<C>, Failure> {
        Ok(ListingArgs {
            sort: self.sort.map(&column).transpose()?,
            reverse: self.reverse,
            columns: self.columns.iter().copied().map(&column).collect::<Result<_, _>>()?,
            limit: self.limit,
            format: self.format,
        })
    }
}

impl<C: ColumnValue> ListingArgs<C> {
    /// Returns the default arguments with this order.
    pub(super) fn sorted(sort: Option<C>, reverse: bool) -> Self {
        Self { sort, reverse, columns: Vec::new(), limit: None, format: FormatArgs::default() }
    }
}

impl<C> ListingArgs<C>
where
    C: Column + Send + Sync,
    C::Row: Record,
{
    /// Writes `rows` with the columns of `--columns`, or with `default`. Without
    /// `--sort` they stay in their order.
    pub(super) fn write(
        &self,
        rows: Vec<&C::Row>,
        default: &[C],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        self.write_first(usize::MAX, rows, default, context, session)
    }

    /// Does the same with at most `limit` rows, or the number of `--limit`.
    pub(super) fn write_first(
        &self,
        limit: usize,
        mut rows: Vec<&C::Row>,
        default: &[C],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        match self.sort {
            Some(column) => Sort { column, reverse: self.reverse }.apply(&mut rows, context, |row| *row),
            None if self.reverse => rows.reverse(),
            None => {}
        }
        // With `--limit 0` rows are found, though none is shown.
        let status = if rows.is_empty() { Status::Negative } else { Status::Success };
        rows.truncate(self.limit.unwrap_or(limit));
        let columns = if self.columns.is_empty() { default } else { &self.columns };
        // A person has read that nothing was found; a program needs an empty document.
        if !rows.is_empty() || !self.is_for_people() {
            self.format.write(Format::Table, columns, &rows, context, session)?;
        }
        Ok(status)
    }

    /// Returns whether the format is a JSON document.
    pub(super) fn is_json(&self) -> bool {
        self.format.format == Some(Format::Json)
    }

    /// Returns whether the format is for people, who get a line of totals, and no empty table.
    pub(super) fn is_for_people(&self) -> bool {
        self.format.format.is_none_or(Format::is_for_people)
    }
}

/// The arguments of the commands that list Cités.
#[derive(Debug, Args)]
pub(super) struct CiteListing {
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[command(flatten)]
    pub(super) listing: ListingArgs<CiteColumn>,
}

//! The arguments and the output that the listing commands share.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, Write};
use std::marker::PhantomData;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{DEFAULT_SEPARATOR, Format, ListingOptions, Members, OutputStyle, Record, write_listing};
use crate::sanitize::sanitize;
use crate::save::{is_stdout, save};
use crate::t;
use crate::views::cites::CiteColumn;
use crate::views::{Column, Context, Sort};

/// The output format and its options.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct FormatArgs {
    #[arg(long, short, value_name = "FORMAT", value_parser = values::format())]
    format: Option<Format>,
    #[arg(long, value_name = "CHARACTER", value_parser = values::separator)]
    separator: Option<u8>,
    #[arg(long)]
    bom: bool,
    #[arg(long, value_name = "TEXT")]
    unknown: Option<String>,
    #[arg(long)]
    derived: bool,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl FormatArgs {
    /// Returns the arguments for a format.
    pub(super) fn of(format: Format) -> Self {
        Self { format: Some(format), ..Self::default() }
    }

    /// Writes rows in the format of `--format`, or in `default`. In JSON they have these members.
    pub(super) fn write<C>(
        &self,
        default: Format,
        columns: &[C],
        members: Members,
        rows: &[&C::Row],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<(), Failure>
    where
        C: Column,
        C::Row: Record,
    {
        let format = self.chosen().unwrap_or(default);
        if format == Format::Geojson && !C::Row::HAS_GEOMETRY {
            return Err(Failure::Usage(t!(session.lang, "cli-no-positions")));
        }
        let members = match (members, self.derived) {
            (Members::All, true) => Members::AllAndDerived,
            (members, _) => members,
        };
        // A map has no room for a choice: whoever wants fewer properties names them.
        let columns = if format == Format::Geojson && members != Members::Columns { C::ALL } else { columns };
        self.write_by(default, session, |options, out| {
            write_listing(columns, rows, context, ListingOptions { members, ..options }, out)
        })
    }

    /// Passes the options of a listing in the format of `--format`, or in `default`, and what to write it to, to `write`:
    /// standard output, or the file of `--output`, which is written completely or not at all.
    pub(super) fn write_by(
        &self,
        default: Format,
        session: &mut Session<'_>,
        write: impl FnOnce(ListingOptions<'_>, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let file = self.output.as_deref().filter(|file| !is_stdout(file));
        if let Some(extension) = self.unknown_extension() {
            let formats = Format::extensions().collect::<Vec<_>>().join(", ");
            return Err(Failure::Usage(t!(
                session.lang,
                "cli-no-such-extension",
                extension = sanitize(extension).into_owned(),
                formats = formats
            )));
        }
        let options = ListingOptions {
            format: self.chosen().unwrap_or(default),
            separator: self.separator.unwrap_or(DEFAULT_SEPARATOR),
            bom: self.bom,
            unknown: self.unknown.as_deref().or(file.map(|_| "")),
            members: Members::All,
            style: if file.is_some() { OutputStyle::PLAIN } else { session.style },
        };
        match file {
            None => write(options, &mut session.out)?,
            Some(file) => {
                let mut bytes = Vec::new();
                write(options, &mut bytes)?;
                save(file, &bytes)?;
            }
        }
        Ok(())
    }

    /// Returns the extension of `--output` if no format has it and `--format` does not name one. Without an extension, or
    /// with `txt`, a file is for people.
    fn unknown_extension(&self) -> Option<&str> {
        let extension = self.output.as_ref()?.extension()?.to_str()?;
        let is_known = self.chosen().is_some() || extension.eq_ignore_ascii_case("txt");
        (!is_known).then_some(extension)
    }

    /// Returns the format of `--format`, or that which the extension of `--output` stands for.
    pub(super) fn chosen(&self) -> Option<Format> {
        let extension = || self.output.as_ref()?.extension()?.to_str().and_then(Format::of_extension);
        self.format.or_else(extension)
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

/// The kinds of rows that a command lists.
pub(super) trait Kinds: 'static {
    /// Returns the names of the columns of every kind.
    fn column_names() -> Vec<&'static str>;
}

/// The name of a column of one of several kinds of rows.
#[derive(Debug)]
pub(super) struct ColumnName<K> {
    name: &'static str,
    kinds: PhantomData<fn() -> K>,
}

impl<K> Clone for ColumnName<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for ColumnName<K> {}

impl<K: Kinds> ColumnName<K> {
    /// Returns the column with this name among those of a kind of rows, which an error names.
    pub(super) fn of<C: Column>(self, kind: &str, session: &Session<'_>) -> Result<C, Failure> {
        C::from_name(self.name).ok_or_else(|| {
            Failure::Usage(t!(
                session.lang,
                "cli-no-such-column",
                rows = kind,
                column = self.name,
                columns = column_names::<C>().join(", ")
            ))
        })
    }
}

impl<K: Kinds> ColumnValue for ColumnName<K> {
    fn parser() -> impl TypedValueParser<Value = Self> {
        let mut names = K::column_names();
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(*name));
        // The first parser refuses all other names.
        PossibleValuesParser::new(names.clone()).try_map(move |given| {
            let name = names.iter().find(|name| **name == given).copied().ok_or(fmt::Error)?;
            Ok::<_, fmt::Error>(Self { name, kinds: PhantomData })
        })
    }
}

/// Returns the names of some columns.
pub(super) fn column_names<C: Column>() -> Vec<&'static str> {
    C::ALL.iter().map(|column| column.name()).collect()
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
    /// Returns the format and its options.
    pub(super) const fn format(&self) -> &FormatArgs {
        &self.format
    }

    /// Returns whether the format is for maps.
    pub(super) fn is_map(&self) -> bool {
        self.format.chosen() == Some(Format::Geojson)
    }

    /// Returns whether the format is for people, who get a line of totals, and no empty table.
    pub(super) fn is_for_people(&self) -> bool {
        self.format.chosen().is_none_or(Format::is_for_people)
    }

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
            format: self.format.clone(),
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
            let members = if self.columns.is_empty() { Members::All } else { Members::Columns };
            self.format.write(Format::Table, columns, members, &rows, context, session)?;
        }
        Ok(status)
    }

    /// Returns whether the format is a JSON document.
    pub(super) fn is_json(&self) -> bool {
        self.format.chosen() == Some(Format::Json)
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

//! The arguments and the output that the listing commands share.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, Write};
use std::marker::PhantomData;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{
    DEFAULT_SEPARATOR, Format, JsonMembers, ListingOptions, OutputStyle, Record, write_listing,
};
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
        members: JsonMembers,
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
            (JsonMembers::All, true) => JsonMembers::AllAndDerived,
            (members, _) => members,
        };
        // A map has no room for a choice: whoever wants fewer properties names them.
        let columns =
            if format == Format::Geojson && members != JsonMembers::Columns { C::ALL } else { columns };
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
            members: JsonMembers::All,
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

/// The kinds of rows that a command lists.
pub(super) trait Kinds: 'static {
    /// Returns the names of the columns of every kind.
    fn column_names() -> Vec<&'static str>;
}

impl<C: Column> Kinds for C {
    fn column_names() -> Vec<&'static str> {
        column_names::<C>()
    }
}

/// Returns the names of some columns.
pub(super) fn column_names<C: Column>() -> Vec<&'static str> {
    C::ALL.iter().map(|column| column.name()).collect()
}

/// The name of a column of the rows that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ColumnName(&'static str);

impl ColumnName {
    /// Returns the column with this name among those of a kind of rows, which an error names.
    pub(super) fn of<C: Column>(self, kind: &str, session: &Session<'_>) -> Result<C, Failure> {
        C::from_name(self.0).ok_or_else(|| self.unknown(kind, &column_names::<C>(), session))
    }

    fn unknown(self, kind: &str, columns: &[&str], session: &Session<'_>) -> Failure {
        let Self(name) = self;
        let columns = columns.join(", ");
        Failure::Usage(t!(session.lang, "cli-no-such-column", rows = kind, column = name, columns = columns))
    }
}

/// Parses one of the names of columns.
fn column_parser(mut names: Vec<&'static str>) -> ValueParser {
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    // The first parser refuses all other names.
    let parser = PossibleValuesParser::new(names.clone()).try_map(move |given| {
        names.iter().find(|name| **name == given).copied().map(ColumnName).ok_or(fmt::Error)
    });
    parser.into()
}

/// The columns and rows of a listing, their order and their format, whatever the kind of the rows.
#[derive(Debug, Clone, Default, Args)]
struct AnyListingArgs {
    #[arg(long, value_name = "COLUMN", value_parser = column_parser(Vec::new()))]
    sort: Option<ColumnName>,
    #[arg(long, short)]
    reverse: bool,
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = column_parser(Vec::new()))]
    columns: Vec<ColumnName>,
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

/// The columns and rows of a listing, their order and their format.
///
/// The parser is made for rows of any kind and then gets the names of the columns: its code is large, and there are many
/// kinds.
#[derive(Debug)]
pub(super) struct ListingArgs<K> {
    any: AnyListingArgs,
    kinds: PhantomData<fn() -> K>,
}

impl<K> ListingArgs<K> {
    const fn of(any: AnyListingArgs) -> Self {
        Self { any, kinds: PhantomData }
    }
}

impl<K: Kinds> Args for ListingArgs<K> {
    fn augment_args(command: Command) -> Command {
        with_columns(AnyListingArgs::augment_args(command), K::column_names())
    }

    fn augment_args_for_update(command: Command) -> Command {
        with_columns(AnyListingArgs::augment_args_for_update(command), K::column_names())
    }
}

/// Lets the options that name columns take these names.
fn with_columns(command: Command, names: Vec<&'static str>) -> Command {
    let parser = column_parser(names);
    ["sort", "columns"]
        .into_iter()
        .fold(command, |command, arg| command.mut_arg(arg, |arg| arg.value_parser(parser.clone())))
}

impl<K> FromArgMatches for ListingArgs<K> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        AnyListingArgs::from_arg_matches(matches).map(Self::of)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.any.update_from_arg_matches(matches)
    }
}

impl<K: Kinds> ListingArgs<K> {
    /// Returns the format and its options.
    pub(super) const fn format(&self) -> &FormatArgs {
        &self.any.format
    }

    /// Returns whether the format is for maps.
    pub(super) fn is_map(&self) -> bool {
        self.any.format.chosen() == Some(Format::Geojson)
    }

    /// Returns whether people read the output here: they get a line of totals, and no empty table.
    pub(super) fn is_for_people(&self) -> bool {
        self.any.format.output.is_none() && self.any.format.chosen().is_none_or(Format::is_for_people)
    }

    /// Returns whether the format is a JSON document.
    pub(super) fn is_json(&self) -> bool {
        self.any.format.chosen() == Some(Format::Json)
    }

    /// Resolves its columns for rows of one kind by `column`, which returns the error for one that they do not have.
    pub(super) fn resolve<C: Column>(
        &self,
        column: impl Fn(ColumnName) -> Result<C, Failure>,
    ) -> Result<ListingArgs<C>, Failure> {
        self.any.sort.iter().chain(&self.any.columns).try_for_each(|name| column(*name).map(drop))?;
        Ok(ListingArgs::of(self.any.clone()))
    }
}

impl<C> ListingArgs<C>
where
    C: Column + Send + Sync,
    C::Row: Record,
{
    /// Returns the default arguments with this order.
    pub(super) fn sorted(sort: Option<C>, reverse: bool) -> Self {
        let sort = sort.map(|column| ColumnName(column.name()));
        Self::of(AnyListingArgs { sort, reverse, ..AnyListingArgs::default() })
    }

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
        let AnyListingArgs { sort, reverse, columns, limit: chosen_limit, format } = &self.any;
        match sort.and_then(|ColumnName(name)| C::from_name(name)) {
            Some(column) => Sort { column, reverse: *reverse }.apply(&mut rows, context, |row| *row),
            None if *reverse => rows.reverse(),
            None => {}
        }
        // With `--limit 0` rows are found, though none is shown.
        let status = if rows.is_empty() { Status::Negative } else { Status::Success };
        rows.truncate(chosen_limit.unwrap_or(limit));
        let chosen: Vec<C> = columns.iter().filter_map(|ColumnName(name)| C::from_name(name)).collect();
        let (columns, members) =
            if chosen.is_empty() { (default, JsonMembers::All) } else { (&*chosen, JsonMembers::Columns) };
        // A person has read that nothing was found; a program needs an empty document.
        if !rows.is_empty() || !self.is_for_people() {
            format.write(Format::Table, columns, members, &rows, context, session)?;
        }
        Ok(status)
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

//! `cites list`: lists the Cités, as the tab of the territories does, or their quartiers or communes.

use std::collections::HashSet;
use std::fmt;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::answers::write_outside;
use super::failure::{Failure, Status};
use super::listing::{ColumnValue, ListingArgs};
use super::query::{Found, Searcher};
use super::session::Session;
use super::values;
use crate::output::Record;
use crate::search::Scope;
use crate::snapshot::Cite;
use crate::t;
use crate::views::Column;
use crate::views::cites::{CiteColumn, TERRITORIES};
use crate::views::rows::{CiteRow, CommuneColumn, Qpv2024Column, QpvColumn, RowKind};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "ROWS", value_parser = values::row_kind(), default_value = RowKind::default().name())]
    rows: RowKind,
    #[command(flatten)]
    listing: ListingArgs<RowColumn>,
}

/// The name of a column of some kind of rows.
#[derive(Debug, Clone, Copy)]
struct RowColumn(&'static str);

impl RowColumn {
    /// Returns the names of the columns of every kind, each once.
    fn names() -> Vec<&'static str> {
        let mut names = RowKind::ALL.map(column_names).concat();
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(*name));
        names
    }
}

impl ColumnValue for RowColumn {
    fn parser() -> impl TypedValueParser<Value = Self> {
        let names = Self::names();
        // The first parser refuses all other names.
        PossibleValuesParser::new(names.clone()).try_map(move |given| {
            names.iter().find(|name| **name == given).copied().map(Self).ok_or(fmt::Error)
        })
    }
}

fn column_names(kind: RowKind) -> Vec<&'static str> {
    fn names<C: Column>() -> Vec<&'static str> {
        C::ALL.iter().map(|column| column.name()).collect()
    }
    match kind {
        RowKind::Cite => names::<CiteColumn>(),
        RowKind::Qpv => names::<QpvColumn>(),
        RowKind::Commune => names::<CommuneColumn>(),
        RowKind::Qpv2024 => names::<Qpv2024Column>(),
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let searcher = Searcher::new(session.context(&snapshot));
    match args.rows {
        RowKind::Cite => {
            let listing = args.columns_of(session)?;
            write(&args.query, &listing, &searcher, session)
        }
        RowKind::Qpv => args.write_parts(QpvColumn::DEFAULT, &searcher, session),
        RowKind::Commune => args.write_parts(CommuneColumn::DEFAULT, &searcher, session),
        RowKind::Qpv2024 => args.write_parts(Qpv2024Column::DEFAULT, &searcher, session),
    }
}

/// Lists the Cités that the query finds.
pub(super) fn write(
    query: &[String],
    listing: &ListingArgs<CiteColumn>,
    searcher: &Searcher<'_>,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let scope = if listing.is_for_people() { Scope::LIST } else { Scope::CERTAIN };
    let Found { cites, answer, .. } = searcher.find(query, scope, session);
    if cites.is_empty() && answer.outside.is_some() {
        if listing.is_json() {
            write_outside(&answer, &query.join(" "), searcher.context, &mut session.out)?;
        }
        return Ok(Status::Negative);
    }
    let (found, total) = (cites.len(), searcher.context.snapshot.cites.len());
    let status = listing.write(cites, TERRITORIES.printed, searcher.context, session)?;
    if session.style.terminal && listing.is_for_people() && found > 0 {
        session.note(&t!(session.lang, "cli-list-total", found = found, total = total));
    }
    Ok(status)
}

impl Args {
    /// Lists the parts of the Cités that the query finds.
    fn write_parts<C>(
        &self,
        default: &[C],
        searcher: &Searcher<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure>
    where
        C: Column + Send + Sync,
        C::Row: CiteRow + Record,
    {
        let listing = self.columns_of(session)?;
        let cites: Vec<&Cite> = searcher.find(&self.query, Scope::CERTAIN, session).cites;
        let rows = C::Row::of_cites(&cites, searcher.context.snapshot);
        listing.write(rows.iter().collect(), default, searcher.context, session)
    }

    /// Resolves the columns by their names among those of the rows.
    fn columns_of<C: Column + Send + Sync>(&self, session: &Session<'_>) -> Result<ListingArgs<C>, Failure> {
        self.listing.resolve(|RowColumn(name)| {
            C::from_name(name).ok_or_else(|| {
                Failure::Usage(t!(
                    session.lang,
                    "cli-no-such-column",
                    rows = self.rows.name(),
                    column = name,
                    columns = column_names(self.rows).join(", ")
                ))
            })
        })
    }
}

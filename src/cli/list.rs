//! `cites list`: lists the Cités, as the tab of the territories does, or their quartiers or communes.

use super::answers::write_outside;
use super::failure::{Failure, Status};
use super::listing::{Kinds, ListingArgs, column_names};
use super::query::{Found, Searcher};
use super::session::Session;
use super::values;
use crate::output::Record;
use crate::search::Scope;
use crate::snapshot::Cite;
use crate::t;
use crate::views::cites::{CiteColumn, TERRITORIES};
use crate::views::rows::{
    CiteRow, CommuneColumn, EventColumn, EvidenceColumn, FigureColumn, FindingColumn, Qpv2024Column,
    QpvColumn, RowKind, SnapshotRow,
};
use crate::views::sources::SourceColumn;
use crate::views::{Column, Context};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "ROWS", value_parser = values::row_kind(), default_value = RowKind::default().name())]
    rows: RowKind,
    #[command(flatten)]
    listing: ListingArgs<RowKinds>,
}

/// What a row can stand for.
#[derive(Debug)]
struct RowKinds;

impl Kinds for RowKinds {
    fn column_names() -> Vec<&'static str> {
        let names = |kind| match kind {
            RowKind::Cite => column_names::<CiteColumn>(),
            RowKind::Qpv => column_names::<QpvColumn>(),
            RowKind::Commune => column_names::<CommuneColumn>(),
            RowKind::Qpv2024 => column_names::<Qpv2024Column>(),
            RowKind::Evidence => column_names::<EvidenceColumn>(),
            RowKind::Source => column_names::<SourceColumn>(),
            RowKind::Figure => column_names::<FigureColumn>(),
            RowKind::Event => column_names::<EventColumn>(),
            RowKind::Finding => column_names::<FindingColumn>(),
        };
        RowKind::ALL.map(names).concat()
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
        RowKind::Evidence => args.write_parts(EvidenceColumn::DEFAULT, &searcher, session),
        RowKind::Source => args.write_others(SourceColumn::DEFAULT, searcher.context, session),
        RowKind::Figure => args.write_others(FigureColumn::DEFAULT, searcher.context, session),
        RowKind::Event => args.write_others(EventColumn::DEFAULT, searcher.context, session),
        RowKind::Finding => args.write_others(FindingColumn::DEFAULT, searcher.context, session),
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

    /// Lists what the snapshot holds beside the Cités and what has the words of the query.
    fn write_others<C>(
        &self,
        default: &[C],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure>
    where
        C: Column + Send + Sync,
        C::Row: SnapshotRow + Record,
    {
        let listing = self.columns_of(session)?;
        let rows = C::Row::matching(&self.query.join(" "), context);
        if rows.is_empty() {
            session.note(&t!(session.lang, "cli-no-rows", rows = self.rows.name()));
        }
        listing.write(rows.iter().collect(), default, context, session)
    }

    /// Resolves the columns by their names among those of the rows.
    fn columns_of<C: Column + Send + Sync>(&self, session: &Session<'_>) -> Result<ListingArgs<C>, Failure> {
        self.listing.resolve(|column| column.of(&format!("--rows {}", self.rows.name()), session))
    }
}

//! `cites preconisations`: lists the préconisations of the national evaluation.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use crate::views::preconisations::{self, PreconisationColumn};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[command(flatten)]
    listing: ListingArgs<PreconisationColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let searcher = Searcher::new(session.context(&snapshot));
    let found = searcher.preconisations(&ParsedQuery::new(&args.query, session), session);
    args.listing.write(found, preconisations::COLUMNS.printed, searcher.context, session)
}

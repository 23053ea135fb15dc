//! `cites preconisations`: what the national evaluation recommends.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::ParsedQuery;
use super::session::Session;
use crate::views::preconisations::PreconisationColumn;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[command(flatten)]
    listing: ListingArgs<PreconisationColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let found = ParsedQuery::new(&args.query, &snapshot, session).preconisations(session);
    args.listing.write(found, PreconisationColumn::DEFAULT, session.context(&snapshot), session)
}

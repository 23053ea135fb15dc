//! `cites list`: lists the Cités, as the tab of the territories does.

use super::failure::{Failure, Status};
use super::listing::CiteListing;
use super::query::Searcher;
use super::session::Session;
use crate::views::cites;

pub(super) fn run(args: &CiteListing, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    write(args, &Searcher::new(session.context(&snapshot)), session)
}

/// Lists the Cités that the query finds.
pub(super) fn write(
    args: &CiteListing,
    searcher: &Searcher<'_>,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let cites = searcher.find(&args.query, session);
    args.listing.write(cites, cites::TERRITORIES.printed, searcher.context, session)
}

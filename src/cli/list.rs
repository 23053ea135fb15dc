//! `cites list`: the Cités, as the tab of the territories shows them.

use super::failure::{Failure, Status};
use super::listing::CiteListing;
use super::query::ParsedQuery;
use super::session::Session;
use crate::snapshot::Snapshot;
use crate::views::cites::CiteColumn;

pub(super) fn run(args: &CiteListing, session: &mut Session<'_>) -> Result<Status, Failure> {
    write(args, &session.snapshot()?, session)
}

/// Lists the Cités of a snapshot that was read before.
pub(super) fn write(
    args: &CiteListing,
    snapshot: &Snapshot,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let cites = ParsedQuery::new(&args.query, snapshot, session).cites(session);
    args.listing.write(cites, CiteColumn::TERRITORIES, session.context(snapshot), session)
}

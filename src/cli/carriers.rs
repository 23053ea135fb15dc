//! `cites carriers`: lists the carriers of the Cités by kind of body, and the evidence for them.

use std::io::Write;

use super::failure::{Failure, Status};
use super::listing::CiteListing;
use super::query::Searcher;
use super::session::Session;
use crate::search::Scope;
use crate::views::carriers::{EvidenceCount, groups};
use crate::views::cites;

pub(super) fn run(args: &CiteListing, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let cites = Searcher::new(context).find(&args.query, Scope::CERTAIN, session).cites;
    let count = EvidenceCount::of(cites.iter().copied());
    let positions = groups(&cites).into_iter().flat_map(|group| group.cites);
    let grouped = positions.filter_map(|position| cites.get(position).copied()).collect();
    let status = args.listing.write(grouped, cites::CARRIERS.printed, context, session)?;
    if status == Status::Success && args.listing.is_for_people() {
        let total = count.summary("cli-carriers-total", session.lang);
        writeln!(session.out, "\n{total}")?;
    }
    Ok(status)
}

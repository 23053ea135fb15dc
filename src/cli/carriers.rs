//! `cites carriers`: who carries the Cités, by kind of body, and how it is known.

use std::io::Write;

use super::failure::{Failure, Status};
use super::listing::CiteListing;
use super::query::ParsedQuery;
use super::session::Session;
use crate::t;
use crate::views::carriers::{EvidenceCount, groups};
use crate::views::cites::CiteColumn;

pub(super) fn run(args: &CiteListing, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let cites = ParsedQuery::new(&args.query, &snapshot, session).cites(session);
    let count = EvidenceCount::of(cites.iter().copied());
    let places = groups(&cites).into_iter().flat_map(|group| group.cites);
    let grouped = places.filter_map(|place| cites.get(place).copied()).collect();
    let status = args.listing.write(grouped, CiteColumn::CARRIERS, session.context(&snapshot), session)?;
    if status == Status::Fine && args.listing.is_for_people() {
        let total = t!(
            session.lang,
            "cli-carriers-total",
            cites = t!(session.lang, "count-cites", count = count.total()),
            documented = count.documented(),
            label = count.label,
            unknown = count.unknown
        );
        writeln!(session.out, "\n{total}")?;
    }
    Ok(status)
}

//! `cites near`: lists the Cités nearest to a Cité, a commune or a point.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use crate::sanitize::sanitize;
use crate::search::Location;
use crate::t;
use crate::views::answer;
use crate::views::near::{NearColumn, Origin, nearby};

/// The number of Cités that are listed without `--limit`.
const DEFAULT_LIMIT: usize = 10;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PLACE", required = true, allow_negative_numbers = true)]
    place: Vec<String>,
    #[command(flatten)]
    listing: ListingArgs<NearColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.require_name(&args.place)?;
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let query = ParsedQuery::new(&args.place, session);
    let Some(location) = Searcher::new(context).locate(&query, session) else { return Ok(Status::Negative) };
    let lang = session.lang;
    match &location {
        Location::OutOfRange => return Err(Failure::Usage(t!(lang, "cli-near-off-the-globe"))),
        Location::Outside(outside) => session.note(&answer::outside(outside, context)),
        Location::Commune { others, .. } if !others.is_empty() => {
            let others: Vec<_> =
                others.iter().map(|other| format!("{} ({})", other.name, other.insee)).collect();
            let others = sanitize(&others.join(", ")).into_owned();
            session.note(&t!(lang, "cli-near-others", others = others));
        }
        _ => {}
    }
    let Some(origin) = Origin::of(&location, context) else {
        if matches!(location, Location::Cite(_)) {
            session.note(&t!(lang, "cli-near-nowhere"));
        }
        return Ok(Status::Negative);
    };
    let from = origin.cite.and_then(|cite| snapshot.cites.get(cite));
    let note = |key, name: &str| session.note(&t!(lang, key, name = sanitize(name).into_owned()));
    match (&location, from) {
        (_, Some(cite)) => note("cli-near-cite", &format!("{} ({})", origin.name, cite.id)),
        (Location::Point(_), None) => {}
        (Location::Outside(outside), None) if !outside.is_commune() => note("cli-near-cite", &origin.name),
        _ => note("cli-near-commune", &origin.name),
    }
    let mut rows = nearby(&snapshot, origin.point);
    rows.retain(|row| from.is_none_or(|from| row.cite.id != from.id));
    args.listing.write_first(DEFAULT_LIMIT, rows.iter().collect(), NearColumn::DEFAULT, context, session)
}

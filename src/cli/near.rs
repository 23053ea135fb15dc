//! `cites near`: lists the Cités nearest to a Cité, a commune or a point.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use crate::gazetteer::Point;
use crate::sanitize::sanitize;
use crate::search::Location;
use crate::t;
use crate::views::answer;
use crate::views::near::{NearColumn, nearby};

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
    let note = |key, name: &str| session.note(&t!(lang, key, name = sanitize(name).into_owned()));
    let mut from = None;
    let point = match &location {
        Location::Point(point) => *point,
        Location::OutOfRange => return Err(Failure::Usage(t!(lang, "cli-near-off-the-globe"))),
        Location::Outside(outside) => {
            session.note(&answer::outside(outside, context));
            let Some(Point { lat, lon }) = outside.point() else { return Ok(Status::Negative) };
            let key = if outside.is_commune() { "cli-near-commune" } else { "cli-near-cite" };
            note(key, &format!("{} ({})", outside.name(), outside.code()));
            [lon, lat]
        }
        Location::Cite(answer) => {
            from = answer.best().and_then(|(index, _)| snapshot.cites.get(index));
            let Some((cite, center)) = from.and_then(|cite| Some((cite, cite.center()?))) else {
                session.note(&t!(lang, "cli-near-nowhere"));
                return Ok(Status::Negative);
            };
            note("cli-near-cite", &format!("{} ({})", cite.display_label(), cite.id));
            center
        }
        Location::Commune { commune, others } => {
            if !others.is_empty() {
                let others: Vec<_> =
                    others.iter().map(|other| format!("{} ({})", other.name, other.insee)).collect();
                let others = sanitize(&others.join(", ")).into_owned();
                session.note(&t!(lang, "cli-near-others", others = others));
            }
            note("cli-near-commune", &format!("{} ({})", commune.name, commune.insee));
            [commune.lon, commune.lat]
        }
    };
    let mut rows = nearby(&snapshot, point);
    rows.retain(|row| from.is_none_or(|from| row.cite.id != from.id));
    args.listing.write_first(DEFAULT_LIMIT, rows.iter().collect(), NearColumn::DEFAULT, context, session)
}

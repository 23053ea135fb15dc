//! `cites near`: lists the Cités nearest to a Cité, a commune or a point.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use crate::sanitize::sanitize;
use crate::search::{BestMatch, Place};
use crate::t;
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
    let note = |key, name: &str, code: &str| {
        let name = format!("{name} ({code})");
        session.note(&t!(lang, key, name = sanitize(&name).into_owned()));
    };
    let point = match &location {
        Place::Point(point) => *point,
        Place::OutOfRange => return Err(Failure::Usage(t!(lang, "cli-near-off-the-globe"))),
        Place::Cite(BestMatch { cite, .. }) => {
            let Some(center) = cite.center() else {
                session.note(&t!(lang, "cli-near-nowhere"));
                return Ok(Status::Negative);
            };
            note("cli-near-cite", cite.display_label(), &cite.id);
            center
        }
        Place::Commune { commune, others } => {
            if !others.is_empty() {
                let others: Vec<_> =
                    others.iter().map(|other| format!("{} ({})", other.name, other.insee)).collect();
                let others = sanitize(&others.join(", ")).into_owned();
                session.note(&t!(lang, "cli-near-others", others = others));
            }
            note("cli-near-commune", &commune.name, &commune.insee);
            [commune.lon, commune.lat]
        }
    };
    let mut rows = nearby(&snapshot, point);
    if let Place::Cite(BestMatch { cite: from, .. }) = location {
        rows.retain(|row| row.cite.id != from.id);
    }
    args.listing.write_first(DEFAULT_LIMIT, rows.iter().collect(), NearColumn::DEFAULT, context, session)
}

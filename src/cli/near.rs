//! `cites near`: the Cités nearest to a Cité, a commune or a point.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::ParsedQuery;
use super::session::Session;
use crate::search::{BestMatch, Location};
use crate::snapshot::visible;
use crate::t;
use crate::views::near::{NearColumn, nearby};

/// How many Cités are listed unless asked otherwise.
const USUAL: usize = 10;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PLACE", required = true, allow_negative_numbers = true)]
    place: Vec<String>,
    #[command(flatten)]
    listing: ListingArgs<NearColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.must_be_named(&args.place)?;
    let snapshot = session.snapshot()?;
    let asked = ParsedQuery::new(&args.place, &snapshot, session);
    let Some(place) = asked.place(session) else { return Ok(Status::Found) };
    let lang = session.lang;
    let told = |key, name: &str, code: &str| {
        let name = format!("{name} ({code})");
        session.note(&t!(lang, key, name = visible(&name).into_owned()));
    };
    let point = match &place {
        Location::Point(point) => *point,
        Location::OutOfRange => return Err(Failure::Misuse(t!(lang, "cli-near-off-the-globe"))),
        Location::Cite(BestMatch { cite, .. }) => {
            let Some(center) = cite.center() else {
                session.note(&t!(lang, "cli-near-nowhere"));
                return Ok(Status::Found);
            };
            told("cli-near-cite", &cite.label, &cite.id);
            center
        }
        Location::Commune { commune, others } => {
            if !others.is_empty() {
                let others: Vec<_> =
                    others.iter().map(|other| format!("{} ({})", other.name, other.insee)).collect();
                let others = visible(&others.join(", ")).into_owned();
                session.note(&t!(lang, "cli-near-others", others = others));
            }
            told("cli-near-commune", &commune.name, &commune.insee);
            [commune.lon, commune.lat]
        }
    };
    let mut rows = nearby(&snapshot, point);
    if let Location::Cite(BestMatch { cite: from, .. }) = place {
        rows.retain(|row| row.cite.id != from.id);
    }
    let context = session.context(&snapshot);
    args.listing.write_first(USUAL, rows.iter().collect(), NearColumn::DEFAULT, context, session)
}

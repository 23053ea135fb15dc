//! `cites near`: the Cités nearest to a Cité, a commune or a point.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::Asked;
use super::session::Session;
use crate::search::fold_text;
use crate::snapshot::{Cite, Commune, Snapshot, visible};
use crate::t;
use crate::views::near::{NearColumn, nearby};

/// How many Cités are listed unless asked otherwise.
const USUAL: usize = 10;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PLACE", required = true)]
    place: Vec<String>,
    #[command(flatten)]
    listing: ListingArgs<NearColumn>,
}

/// What a place on the command line stands for.
enum Place<'s> {
    Point([f64; 2]),
    Cite(&'s Cite),
    Commune(&'s Commune),
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let lang = session.lang;
    let Some(place) = find(&args.place, &snapshot, session) else { return Ok(Status::Found) };
    let (point, name) = match place {
        Place::Point(point) => (Some(point), None),
        Place::Cite(cite) => {
            let name = format!("{} ({})", cite.label, cite.id);
            (cite.center(), Some(t!(lang, "cli-near-cite", name = visible(&name).into_owned())))
        }
        Place::Commune(commune) => {
            let name = format!("{} ({})", commune.name, commune.insee);
            let name = visible(&name).into_owned();
            (Some([commune.lon, commune.lat]), Some(t!(lang, "cli-near-commune", name = name)))
        }
    };
    let Some(point) = point else {
        session.note(&t!(lang, "cli-near-nowhere"));
        return Ok(Status::Found);
    };
    if let Some(name) = name {
        session.note(&name);
    }
    let mut rows = nearby(&snapshot, point);
    if let Place::Cite(from) = place {
        rows.retain(|row| row.cite.id != from.id);
    }
    let context = session.context(&snapshot);
    args.listing.write_first(USUAL, rows.iter().collect(), NearColumn::DEFAULT, context, session)
}

/// The place that is meant: a point, the id of a Cité, the name or the INSEE
/// code of a commune that a Cité covers, or the Cité that the search finds.
fn find<'s>(words: &[String], snapshot: &'s Snapshot, session: &Session<'_>) -> Option<Place<'s>> {
    let asked = words.join(" ");
    if let Some(point) = point(&asked) {
        return Some(Place::Point(point));
    }
    if let Some(cite) = snapshot.cite(&asked) {
        return Some(Place::Cite(cite));
    }
    let name = fold_text(&asked);
    let mut communes: Vec<&Commune> = snapshot
        .cites
        .iter()
        .flat_map(|cite| &cite.communes)
        .filter(|commune| commune.insee == asked || fold_text(&commune.name) == name)
        .collect();
    communes.sort_by(|a, b| a.insee.cmp(&b.insee));
    communes.dedup_by(|a, b| a.insee == b.insee);
    if let Some((commune, others)) = communes.split_first() {
        if !others.is_empty() {
            let others: Vec<_> =
                others.iter().map(|other| format!("{} ({})", other.name, other.insee)).collect();
            let others = visible(&others.join(", ")).into_owned();
            session.note(&t!(session.lang, "cli-near-others", others = others));
        }
        return Some(Place::Commune(commune));
    }
    Asked::new(words, snapshot, session).meant(session).map(Place::Cite)
}

/// The `[longitude, latitude]` of `LATITUDE,LONGITUDE` in degrees.
fn point(text: &str) -> Option<[f64; 2]> {
    let (lat, lon) = text.split_once(',')?;
    let degrees = |text: &str, most: f64| text.trim().parse().ok().filter(|d: &f64| d.abs() <= most);
    Some([degrees(lon, 180.0)?, degrees(lat, 90.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_a_latitude_and_a_longitude() {
        assert_eq!(point("48.11,-1.68"), Some([-1.68, 48.11]));
        assert_eq!(point("-20.9, 55.5"), Some([55.5, -20.9]));
        for text in ["48.11", "91,0", "0,181", "NaN,0", "inf,0", "a,b", "1,2,3", ""] {
            assert_eq!(point(text), None, "{text:?}");
        }
    }
}

//! How a query was read, in words and as a document.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::near::{self, Distance};
use crate::gazetteer::{Place, Point};
use crate::locale::Lang;
use crate::search::{Answer, Outside, Reading};
use crate::snapshot::{Snapshot, truncate};
use crate::t;

/// The most Cités that are named as the nearest ones, and how far they may be, in kilometres.
const MAX_NEAREST: usize = 3;
const MAX_NEAREST_KM: f64 = 300.0;
/// The most communes of a postcode that are named.
const MAX_COMMUNES: usize = 5;

/// A snapshot without Cités, and the answer to the query that found none.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutsideDocument {
    #[serde(flatten)]
    snapshot: Snapshot,
    /// What the query names, and the nearest Cités.
    answer: AnswerDocument,
}

/// The answer to a query.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnswerDocument {
    /// The query.
    query: String,
    /// What it names.
    understood: Understood,
    /// Whether a Cité covers that.
    in_cite: bool,
    /// The nearest Cités, at most three within 300 km.
    nearest: Vec<NearestCite>,
}

/// What a query names.
#[derive(Debug, Serialize, JsonSchema)]
struct Understood {
    /// The kind of place.
    kind: &'static str,
    /// The INSEE code, the SIREN, or the code of a quartier.
    code: String,
    /// The name.
    name: String,
}

/// A Cité near a place.
#[derive(Debug, Serialize, JsonSchema)]
struct NearestCite {
    /// The id of the Cité.
    cite_id: String,
    /// The distance, in kilometres.
    km: f64,
}

/// Returns the document of a query that names a place outside of all Cités.
pub fn document(answer: &Answer, asked: &str, context: Context<'_>) -> OutsideDocument {
    let outside = answer.outside.as_ref();
    let kind = match outside {
        Some(Outside::Place(place)) => place.kind().code(),
        Some(Outside::Quartier(_)) => "qpv_2024",
        None => "unknown",
    };
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let understood =
        Understood { kind, code: text(outside.map(Outside::code)), name: text(outside.map(Outside::name)) };
    let nearest = outside.map(|outside| nearest(outside, context)).unwrap_or_default().into_iter();
    let nearest = nearest.filter_map(|near| {
        let cite_id = context.snapshot.cites.get(near.cite)?.id.clone();
        Some(NearestCite { km: tenths(near.km), cite_id })
    });
    OutsideDocument {
        snapshot: context.snapshot.only_cites(&[]),
        answer: AnswerDocument {
            query: asked.to_owned(),
            understood,
            in_cite: false,
            nearest: nearest.collect(),
        },
    }
}

fn tenths(km: f64) -> f64 {
    (km * 10.0).round() / 10.0
}

/// Returns the nearest Cités to a place outside, the nearest first.
pub fn nearest(outside: &Outside, context: Context<'_>) -> Vec<Distance> {
    let Some(Point { lat, lon }) = outside.point() else { return Vec::new() };
    near::nearest(context.snapshot, [lon, lat], MAX_NEAREST, MAX_NEAREST_KM)
}

/// Says that no Cité covers a place: `Mantes-la-Jolie (78, CU Grand Paris Seine et Oise) n'est dans aucune Cité`.
pub fn outside(outside: &Outside, context: Context<'_>) -> String {
    let place = match outside {
        Outside::Place(place) => described(*place),
        Outside::Quartier(quartier) => format!("{} ({})", quartier.name, quartier.code),
    };
    t!(context.lang, "answer-outside", place = place)
}

/// Lists the nearest Cités to a place outside with their distances; `None` if its position is not known.
pub fn nearest_in_words(outside: &Outside, context: Context<'_>) -> Option<String> {
    outside.point()?;
    Some(nearest_line(&nearest(outside, context), context))
}

/// Returns `Les plus proches : Les Mureaux 15 km · Cergy-Pontoise 27 km`, or that none is near.
pub fn nearest_line(nearest: &[Distance], context: Context<'_>) -> String {
    let name = |near: &Distance| {
        let cite = context.snapshot.cites.get(near.cite)?;
        Some(format!("{} {}", cite.display_label(), near.text(context.lang)))
    };
    let names: Vec<String> = nearest.iter().filter_map(name).collect();
    let cites = match names.is_empty() {
        true => t!(context.lang, "answer-none-near", distance = MAX_NEAREST_KM),
        false => names.join(" · "),
    };
    t!(context.lang, "answer-nearest", cites = cites)
}

/// Names a place with its department and its EPCI: `Mantes-la-Jolie (78, CU Grand Paris Seine et Oise)`.
pub fn described(place: Place) -> String {
    let parts = [place.department().map(Place::code), place.epci().map(Place::name)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let name = place.name();
    if parts.is_empty() { name.to_owned() } else { format!("{name} ({})", parts.join(", ")) }
}

/// Says what the Cités of an answer do not show: the communes of a postcode, a commune that is only touched, a larger
/// place of the same name.
pub fn remarks(answer: &Answer, asked: &str, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if answer.postcode.len() > 1 {
        let mut names: Vec<&str> = answer.postcode.iter().map(|place| place.name()).collect();
        let more = names.len().saturating_sub(MAX_COMMUNES);
        names.truncate(MAX_COMMUNES);
        let communes = names.join(", ");
        notes.push(match more {
            0 => t!(lang, "answer-postcode", code = asked, communes = communes),
            _ => t!(lang, "answer-postcode-more", code = asked, communes = communes, count = more),
        });
    }
    if let Some(place) = answer.only_touched {
        notes.push(t!(lang, "answer-touched", name = place.name()));
    }
    if let Some(place) = answer.larger_outside {
        notes.push(t!(lang, "answer-larger", place = described(place)));
    }
    notes
}

/// Says how a query was read, a line each, where the Cités that it leads to do not show it.
pub fn notes(answer: &Answer, asked: &str, context: Context<'_>) -> Vec<String> {
    let lang = context.lang;
    let asked = truncate(asked);
    let mut notes = Vec::new();
    if let Some(name) = &answer.corrected {
        notes.push(t!(lang, "answer-corrected", name = name.as_str()));
    }
    if let Some(place) = &answer.outside {
        let said = outside(place, context);
        notes.push(
            [Some(said), nearest_in_words(place, context)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    notes.extend(remarks(answer, &asked, lang));
    match answer.answering().map(|group| &group.reading) {
        Some(Reading::Abbreviation) => notes.push(t!(lang, "answer-abbreviation", asked = asked)),
        Some(Reading::Letters) => notes.push(t!(lang, "answer-letters", asked = asked)),
        _ => {}
    }
    notes
}

/// Says how many other Cités merely bear the words of a query; `None` if there are none.
pub fn elsewhere(answer: &Answer, asked: &str, context: Context<'_>) -> Option<String> {
    let (lang, count) = (context.lang, answer.elsewhere());
    if count == 0 {
        return None;
    }
    let asked = truncate(asked);
    Some(match answer.answering() {
        Some(group) if matches!(group.reading, Reading::Territory(_)) => {
            let found = group.results.hits.len();
            t!(lang, "answer-elsewhere-territory", found = found, asked = asked, count = count)
        }
        _ => t!(lang, "answer-elsewhere", asked = asked, count = count),
    })
}

/// Explains an answer, a line each: how the query was read, what that finds, and what else it could be.
pub fn explanation(answer: &Answer, asked: &str, context: Context<'_>) -> Vec<String> {
    let lang = context.lang;
    let mut lines = vec![t!(lang, "answer-asked", asked = truncate(asked))];
    for group in &answer.groups {
        let count = group.results.hits.len();
        let sure = t!(lang, if group.reading.is_certain() { "answer-sure" } else { "answer-not-sure" });
        let cites = t!(lang, "count-cites", count = count);
        let reading = reading(&group.reading, context);
        lines.push(t!(lang, "answer-read", reading = reading, sure = sure, cites = cites));
    }
    if !answer.places.is_empty() {
        let name = |place: &Place| format!("{} [{}]", described(*place), place.code());
        let places: Vec<String> = answer.places.iter().take(MAX_COMMUNES).map(name).collect();
        lines.push(t!(lang, "answer-places", places = places.join(" · ")));
    }
    lines.extend(notes(answer, asked, context));
    lines.extend(elsewhere(answer, asked, context));
    if let Some((_, others)) = answer.best().filter(|(_, others)| !others.is_empty()) {
        let cites = others.iter().filter_map(|index| context.snapshot.cites.get(*index));
        let names: Vec<&str> = cites.map(|cite| cite.display_label()).collect();
        lines.push(t!(lang, "answer-others", names = names.join(", ")));
    }
    if !answer.offered.is_empty() {
        let names: Vec<&str> = answer.offered.iter().map(|suggestion| suggestion.name.as_str()).collect();
        lines.push(t!(lang, "cli-did-you-mean", nearest = names.join(", ")));
    }
    lines
}

/// Says how a query was read: `région Grand Est`, `mots`.
pub fn reading(reading: &Reading, context: Context<'_>) -> String {
    let lang = context.lang;
    match reading {
        Reading::All => t!(lang, "answer-as-conditions"),
        Reading::Territory(place) if place.kind().code() == "region" => {
            t!(lang, "answer-as-region", name = place.name())
        }
        Reading::Territory(place) => {
            t!(lang, "answer-as-department", name = place.name(), code = place.code())
        }
        Reading::Name(name) => t!(lang, "answer-as-name", name = truncate(name)),
        Reading::Names(names) => t!(lang, "answer-as-names", names = truncate(&names.join(" + "))),
        Reading::Words => t!(lang, "answer-as-words"),
        Reading::Abbreviation => t!(lang, "answer-as-abbreviation"),
        Reading::Letters => t!(lang, "answer-as-letters"),
    }
}

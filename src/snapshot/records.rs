//! What must hold in the records of a JSON document, be it a table or a whole
//! snapshot.

use super::at::{At, Trace};
use super::localized::{FigureLabel, Keys, LocalizedField, Paraphrase, Text, Title};
use super::model::{Figure, FigureValue, Finding, Licence, Meta, Preconisation, TimelineEvent};
use super::problem::{Entity, Fault, Problems, Seen};
use super::rules::{self, Ids, Known};
use crate::locale::Localized;

/// A record and where it stands.
pub(crate) type Record<'a, T> = (At<'a>, T);

/// What must hold for the document's own data.
pub(crate) fn check_meta((at, meta): &Record<'_, Meta>, known: &Known, problems: &mut Problems) {
    check_localized::<Title>(at, &meta.title, problems);
    check_sources(&at.key("experiment"), &meta.experiment.sources, known, problems);
    for (index, origin) in meta.built_from.iter().enumerate() {
        check_sources(&at.key("built_from").item(index), &origin.sources, known, problems);
    }
    for (index, Licence { url, .. }) in meta.licences.iter().enumerate() {
        problems.keep(&at.key("licences").item(index).key("url"), url, rules::url(url));
    }
}

/// What must hold for recommendations.
pub(crate) fn check_preconisations(
    records: &[Record<'_, Preconisation>],
    known: &Known,
    problems: &mut Problems,
) {
    let ids = records.iter().map(|(_, value)| value.id.clone());
    let related = Ids::new(Entity::Preconisation, ids, true);
    let mut seen = Seen::new(Entity::Preconisation);
    for (at, value) in records {
        check_id(at, &value.id, &mut seen, problems);
        check_filled(at, &[("id", &value.id)], problems);
        check_localized::<Title>(at, &value.title, problems);
        check_localized::<Paraphrase>(at, &value.text, problems);
        check_filled(at, &[("theme", &value.theme)], problems);
        for (index, part) in value.sub_measures.iter().enumerate() {
            check_id(&at.key("sub_measures").item(index), &part.id, &mut seen, problems);
        }
        for (index, id) in value.related_to.iter().enumerate() {
            problems.keep(&at.key("related_to").item(index), id, related.known(id));
        }
        check_sources(at, &value.sources, known, problems);
    }
}

/// What must hold for findings.
pub(crate) fn check_findings(records: &[Record<'_, Finding>], known: &Known, problems: &mut Problems) {
    let mut seen = Seen::new(Entity::Finding);
    for (at, value) in records {
        check_id(at, &value.id, &mut seen, problems);
        check_filled(at, &[("id", &value.id)], problems);
        check_localized::<Text>(at, &value.text, problems);
        check_sources(at, &value.sources, known, problems);
    }
}

/// What must hold for figures.
pub(crate) fn check_figures(records: &[Record<'_, Figure>], known: &Known, problems: &mut Problems) {
    let mut seen = Seen::new(Entity::Figure);
    for (at, value) in records {
        check_id(at, &value.id, &mut seen, problems);
        check_filled(at, &[("id", &value.id)], problems);
        check_localized::<FigureLabel>(at, &value.label, problems);
        if let (FigureValue::Text(text), "date") = (&value.value, value.unit.as_str()) {
            problems.keep(&at.key("value"), text, rules::date(text));
        }
        check_scope(at, &value.scope, known, problems);
        check_sources(at, &value.sources, known, problems);
    }
}

/// What must hold for dated events.
pub(crate) fn check_timeline(records: &[Record<'_, TimelineEvent>], known: &Known, problems: &mut Problems) {
    for (at, value) in records {
        check_localized::<Text>(at, &value.text, problems);
        check_scope(at, &value.scope, known, problems);
        check_sources(at, &value.sources, known, problems);
    }
}

/// What must hold for the outline of a region.
pub(crate) fn check_outline(at: &At<'_>, rings: &[Vec<[f64; 2]>], problems: &mut Problems) {
    for (index, points) in rings.iter().enumerate() {
        let ring = at.item(index);
        problems.keep(&ring, "", rules::ring(points));
        for (index, [lon, lat]) in points.iter().enumerate() {
            let point = ring.item(index);
            problems.keep(&point, &lon.to_string(), rules::within(*lon, rules::LONGITUDES));
            problems.keep(&point, &lat.to_string(), rules::within(*lat, rules::LATITUDES));
        }
    }
}

/// `national`, `local`, or `local` and the id of a Cité.
fn check_scope(at: &At<'_>, scope: &str, known: &Known, problems: &mut Problems) {
    let result = match scope.split_once(' ') {
        Some(("local", id)) => known.cites.known(id),
        _ => rules::one_of(scope, &["national", "local"]).map(|_| ()),
    };
    problems.keep(&at.key("scope"), scope, result);
}

/// These texts of a record say something.
pub(crate) fn check_filled(at: &At<'_>, texts: &[(&'static str, &str)], problems: &mut Problems) {
    for (key, _) in texts.iter().filter(|(_, text)| text.is_empty()) {
        problems.add(&at.key(key), "", Fault::Empty);
    }
}

/// Each language that a text of a record is in has one that says something.
fn check_localized<F: LocalizedField>(at: &At<'_>, texts: &Localized<String>, problems: &mut Problems) {
    Keys::<F>::texts(texts).for_each(|text| check_filled(at, &[text], problems));
}

/// No record before has its id.
pub(crate) fn check_id(at: &At<'_>, id: &str, seen: &mut Seen<Trace>, problems: &mut Problems) {
    let at = at.key("id");
    problems.keep(&at, id, seen.first(id, &at));
}

/// Every source of a record is known.
fn check_sources(at: &At<'_>, ids: &[String], known: &Known, problems: &mut Problems) {
    for (index, id) in ids.iter().enumerate() {
        problems.keep(&at.key("sources").item(index), id, known.sources.known(id));
    }
}

//! Resolves names of places of France to Cités, or to the answer that no Cité covers them.

use std::collections::BTreeSet;

use crate::fold::fold_text;
use crate::gazetteer::{Gazetteer, Place, PlaceKind};
use crate::snapshot::{Cite, Snapshot};

/// The population from which a commune outside of the Cités hides names that merely contain its name.
const LARGE_COMMUNE: u32 = 5_000;

/// Words after which the name of a commune is often left out.
const JOINING_WORDS: &[&str] =
    &["sur", "sous", "les", "lez", "en", "le", "la", "l", "d", "de", "du", "des", "au", "aux", "et"];

/// Words before the number of a department.
const DEPARTMENT_WORDS: &[&str] = &["departement ", "dept ", "dpt ", "dep ", "department "];

/// The separator of the parts of the name of a quartier, which are names of their own.
const PART_SEPARATOR: &str = " - ";

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// Cités, as indices in the snapshot, in its order.
    Cites(Vec<usize>),
    /// A place that no Cité covers; of several of that name the largest, communes first.
    Outside(Place),
}

/// Resolves a text that names places of France; `None` if it names none, or if it names a commune of a
/// Cité, which the search finds.
///
/// A text is the name or an alias of a place, the number of a department, a postcode or an INSEE code. A
/// region, a department, an EPCI and a postcode mean exactly the Cités with an own commune there, or else
/// those that they touch. A place is outside if no Cité has one of its communes, not even a touched one, and
/// if its name is not that of a label, a commune or a quartier. A commune of fewer than 5,000 inhabitants
/// is also not outside if such a name contains its name, nor is one that the text names only in part.
///
/// ```
/// use cites_emploi::resolve::{Resolved, resolve};
/// use cites_emploi::snapshot::embedded;
///
/// let snapshot = embedded()?;
/// let Some(Resolved::Outside(place)) = resolve(&snapshot, "mantes la jolie") else { panic!() };
/// assert_eq!((place.name(), place.code()), ("Mantes-la-Jolie", "78361"));
/// assert_eq!(resolve(&snapshot, "bobigny"), None);
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
pub fn resolve(snapshot: &Snapshot, text: &str) -> Option<Resolved> {
    let text = text.trim();
    if !is_plain(text) {
        return None;
    }
    let (places, is_short) = match places(text) {
        places if places.is_empty() => (short_forms(text), true),
        places => (places, false),
    };
    if places.is_empty() {
        return None;
    }
    let covered = Covered::of(snapshot);
    if places.iter().any(|place| covered.has(*place)) {
        return covered.cites_in(&places, text).map(Resolved::Cites);
    }
    let largest =
        places.into_iter().max_by_key(|place| (place.commune().is_some(), place.population_2023()))?;
    let is_large = largest.population_2023().is_some_and(|people| people >= LARGE_COMMUNE);
    let is_hidden = covered.has_name(&fold_text(text), is_short || !is_large);
    (!is_hidden).then_some(Resolved::Outside(largest))
}

/// Returns whether a text has neither operators nor fields of the search.
fn is_plain(text: &str) -> bool {
    let mut characters = text.chars().filter(|c| !c.is_whitespace());
    characters.clone().next().is_some()
        && characters.all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '(' | ')' | '.'))
        && !text.trim_start().starts_with(['\'', '’'])
}

/// Returns the places that a text names as a whole.
fn places(text: &str) -> Vec<Place> {
    let gazetteer = Gazetteer::embedded();
    if is_postcode(text) {
        let of_postcode: Vec<Place> = gazetteer.with_postcode(text).collect();
        return if of_postcode.is_empty() {
            gazetteer.commune(text).into_iter().collect()
        } else {
            of_postcode
        };
    }
    let folded = fold_text(text);
    let number = DEPARTMENT_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    if let Some(department) = gazetteer.department(&number.to_uppercase()) {
        return vec![department];
    }
    gazetteer.find(text).into_iter().flat_map(|found| found.places()).collect()
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the large communes whose name goes on after this text with a word such as `sur` or `la`.
fn short_forms(text: &str) -> Vec<Place> {
    let start = format!("{} ", fold_text(text));
    let goes_on = |name: &str| {
        let folded = fold_text(name);
        let next = folded.strip_prefix(&start).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        JOINING_WORDS.contains(&next)
    };
    let found = Gazetteer::embedded().starting_with(text).flat_map(|found| found.places());
    let communes = found.filter(|place| place.kind() == PlaceKind::Commune && goes_on(place.name()));
    communes.filter(|place| place.population_2023().is_some_and(|people| people >= LARGE_COMMUNE)).collect()
}

/// What the Cités of a snapshot cover.
struct Covered<'s> {
    snapshot: &'s Snapshot,
    /// INSEE codes of communes, touched ones included.
    communes: BTreeSet<&'s str>,
    /// INSEE codes of own communes.
    own_communes: BTreeSet<&'s str>,
}

impl<'s> Covered<'s> {
    fn of(snapshot: &'s Snapshot) -> Self {
        let codes = |own: bool| {
            let communes = snapshot.cites.iter().flat_map(Cite::communes);
            communes
                .filter(move |commune| !own || commune.is_own())
                .map(|commune| commune.insee.as_str())
                .collect()
        };
        Self { snapshot, communes: codes(false), own_communes: codes(true) }
    }

    /// Returns whether a Cité has a commune in a place: an own one in an area.
    fn has(&self, place: Place) -> bool {
        let codes = if place.commune().is_some() { &self.communes } else { &self.own_communes };
        communes_of(place).iter().any(|commune| codes.contains(commune.code()))
    }

    /// Returns the Cités in these places, if the text means all that is in them: a region, a department, an
    /// EPCI without a commune of the same name, or the communes of a postcode.
    fn cites_in(&self, places: &[Place], text: &str) -> Option<Vec<usize>> {
        let areas = || places.iter().filter(|place| place.commune().is_none());
        let is_territory = |place: &&Place| matches!(place.kind(), PlaceKind::Region | PlaceKind::Department);
        let territories: Vec<&Place> = areas().filter(is_territory).collect();
        let meant: Vec<&Place> = match () {
            () if !territories.is_empty() => territories,
            () if is_postcode(text) || areas().count() == places.len() => places.iter().collect(),
            () => return None,
        };
        let communes: BTreeSet<&str> =
            meant.iter().flat_map(|place| communes_of(**place)).map(Place::code).collect();
        let cites = |is_own: bool| -> Vec<usize> {
            let has = |cite: &Cite| {
                let listed = cite.communes().iter().filter(|commune| !is_own || commune.is_own());
                listed.clone().any(|commune| communes.contains(commune.insee.as_str()))
            };
            let cites = self.snapshot.cites.iter().enumerate();
            cites.filter(|(_, cite)| has(cite)).map(|(index, _)| index).collect()
        };
        let own = cites(true);
        Some(if own.is_empty() { cites(false) } else { own })
    }

    /// Returns whether a folded name is that of a label, a commune or a quartier; with `part`, also whether
    /// it is a part of such a name.
    fn has_name(&self, name: &str, part: bool) -> bool {
        let is_name = |text: &str| {
            let folded = fold_text(text);
            folded == name || (part && format!(" {folded} ").contains(&format!(" {name} ")))
        };
        let snapshot = self.snapshot;
        snapshot.cites.iter().any(|cite| {
            let quartiers = cite.qpvs().iter().map(|qpv| qpv.name.as_str());
            let of_2024 = cite.qpvs_2024().iter().filter_map(|link| snapshot.qpv_2024(&link.code));
            let mut quartiers = quartiers.chain(of_2024.map(|qpv| qpv.name.as_str()));
            is_name(&cite.label)
                || cite.communes().iter().any(|commune| is_name(&commune.name))
                || quartiers.any(|quartier| quartier.split(PART_SEPARATOR).chain([quartier]).any(is_name))
        })
    }
}

/// Returns the communes in a place: itself and the one it is part of, or those of an area.
fn communes_of(place: Place) -> Vec<Place> {
    match place.commune() {
        Some(commune) => vec![place, commune],
        None => place.communes().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    fn outside(snapshot: &Snapshot, text: &str) -> Option<&'static str> {
        match resolve(snapshot, text) {
            Some(Resolved::Outside(place)) => Some(place.code()),
            _ => None,
        }
    }

    #[test]
    fn a_town_in_no_cite_is_outside_however_it_is_written() {
        let snapshot = embedded().expect("the embedded snapshot");
        for (text, code) in [
            ("mantes", "78361"),
            ("MANTES-LA-JOLIE", "78361"),
            ("haguenau", "67180"),
            ("ajaccio", "2A004"),
            ("st raphael", "83118"),
            ("corse", "94"),
            ("20000", "2A004"),
            ("2a", "2A"),
            ("département 2A", "2A"),
        ] {
            assert_eq!(outside(&snapshot, text), Some(code), "{text}");
        }
    }

    #[test]
    fn what_leads_to_a_cite_is_not_outside() {
        let snapshot = embedded().expect("the embedded snapshot");
        let communes = snapshot.cites.iter().flat_map(Cite::communes).map(|commune| commune.name.as_str());
        let labels = snapshot.cites.iter().map(|cite| cite.label.as_str());
        let quartiers = snapshot.cites.iter().flat_map(Cite::qpvs).map(|qpv| qpv.name.as_str());
        let texts: BTreeSet<&str> = communes.chain(labels).chain(quartiers).collect();
        for text in texts.iter().chain(&["lyon", "roissy", "region:corse", "!ajaccio", "xyz", ""]) {
            assert_eq!(outside(&snapshot, text), None, "{text}");
        }
    }

    #[test]
    fn an_area_means_the_cites_with_an_own_commune_in_it() {
        let snapshot = embedded().expect("the embedded snapshot");
        let regions =
            snapshot.regions.iter().map(|region| (region.name.as_str(), region.code.as_str(), true));
        let departments = snapshot.departments.iter();
        let names = departments.clone().map(|one| (one.name.as_str(), one.code.as_str(), false));
        let numbers = departments.map(|one| (one.code.as_str(), one.code.as_str(), false));
        for (text, code, is_region) in regions.chain(names).chain(numbers) {
            let is_in =
                |cite: &Cite| if is_region { cite.regions() } else { cite.departments() }.contains(&code);
            let expected: Vec<usize> =
                (0..snapshot.cites.len()).filter(|index| is_in(&snapshot.cites[*index])).collect();
            // Réunion is a region and a department, with the same Cités.
            match resolve(&snapshot, text) {
                Some(Resolved::Cites(cites)) => assert_eq!(cites, expected, "{text}"),
                other => assert!(expected.is_empty(), "{text}: {other:?}"),
            }
        }
        let ids = |text: &str| match resolve(&snapshot, text) {
            Some(Resolved::Cites(cites)) => {
                cites.iter().map(|index| snapshot.cites[*index].id.clone()).collect()
            }
            other => vec![format!("{other:?}")],
        };
        assert_eq!(ids("34000"), ["cde-053"]);
        assert_eq!(ids("m2a"), ["cde-037"]);
    }
}

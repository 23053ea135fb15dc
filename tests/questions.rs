//! Asks for every place that the data knows, in the ways that people write it, and compares the answers with the data.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cites_emploi::gazetteer::{Gazetteer, Place, PlaceKind};
use cites_emploi::search::{Answer, Index, Query, Reading, Scope, fold_text};
use cites_emploi::snapshot::{self, Cite, Commune, Snapshot};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 11, 22);

static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| snapshot::embedded().expect("the snapshot inside"));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&SNAPSHOT, DAY));

fn answer(text: &str) -> Answer {
    INDEX.resolve(&SNAPSHOT, &Query::parse(text), Scope::CERTAIN)
}

fn ids(answer: &Answer) -> Vec<&'static str> {
    answer.answering_rows().map(|row| SNAPSHOT.cites[row].id.as_str()).collect()
}

/// Returns the ids of the Cités that pass a test.
fn cites_where(test: impl Fn(&Cite) -> bool) -> BTreeSet<&'static str> {
    SNAPSHOT.cites.iter().filter(|cite| test(cite)).map(|cite| cite.id.as_str()).collect()
}

fn is_territory(answer: &Answer) -> bool {
    answer.groups.first().is_some_and(|group| matches!(group.reading, Reading::Territory(_)))
}

/// Returns a name as people write it.
fn spellings(name: &str) -> Vec<String> {
    let folded = fold_text(name);
    let short = folded.split(' ').map(|word| match word {
        "saint" => "st",
        "sainte" => "ste",
        word => word,
    });
    let short = short.collect::<Vec<_>>().join(" ");
    let mut spellings =
        vec![name.to_owned(), name.to_uppercase(), folded.clone(), folded.replace(' ', "-"), short];
    spellings.push(format!("  mairie de {folded} ?"));
    spellings.dedup();
    spellings
}

fn all_communes() -> impl Iterator<Item = &'static Commune> {
    SNAPSHOT.cites.iter().flat_map(Cite::communes)
}

/// Fails with the questions that are answered otherwise.
#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} answered otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_commune_leads_to_a_cite_of_its_own_first() {
    let names: BTreeSet<&str> = all_communes().map(|commune| commune.name.as_str()).collect();
    let mut wrong = Vec::new();
    for name in names {
        let folded = fold_text(name);
        let has = |own: bool| {
            cites_where(|cite| {
                let mut communes = cite.communes().iter();
                communes.any(|commune| (!own || commune.is_own()) && fold_text(&commune.name) == folded)
            })
        };
        let own = has(true);
        let expected = if own.is_empty() { has(false) } else { own };
        for text in spellings(name) {
            let answer = answer(&text);
            let found = ids(&answer);
            if !is_territory(&answer) && !found.first().is_some_and(|first| expected.contains(first)) {
                wrong.push(format!("{text}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_label_leads_to_its_cite_first() {
    let mut wrong = Vec::new();
    for cite in &SNAPSHOT.cites {
        for text in [cite.display_label(), &cite.label].into_iter().flat_map(spellings) {
            let answer = answer(&text);
            let found = ids(&answer);
            let has_label = |id: &&str| {
                let other = SNAPSHOT.cite(id).expect("a Cité");
                [other.display_label(), &other.label].iter().any(|label| {
                    [cite.display_label(), &cite.label].iter().any(|own| fold_text(own) == fold_text(label))
                })
            };
            if !is_territory(&answer) && !found.first().is_some_and(has_label) {
                wrong.push(format!("{text}: {found:?} instead of {}", cite.id));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_quartier_and_a_part_of_its_name_lead_to_its_cite() {
    let mut wrong = Vec::new();
    let mut ask = |text: &str, cite: &Cite| {
        let answer = answer(text);
        if !is_territory(&answer) && !ids(&answer).contains(&cite.id.as_str()) {
            wrong.push(format!("{text}: {:?} instead of {}", ids(&answer), cite.id));
        }
    };
    for cite in &SNAPSHOT.cites {
        for qpv in cite.qpvs() {
            ask(&qpv.code, cite);
            ask(&qpv.name, cite);
            ask(&fold_text(&qpv.name), cite);
            qpv.name.split(" - ").for_each(|part| ask(part, cite));
        }
        for link in cite.qpvs_2024() {
            ask(&link.code, cite);
            ask(&SNAPSHOT.qpv_2024(&link.code).expect("a quartier").name, cite);
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_region_a_department_and_an_epci_are_exactly_the_cites_with_an_own_commune_there() {
    let mut wrong = Vec::new();
    let mut ask = |text: &str, expected: &BTreeSet<&str>| {
        let answer = answer(text);
        let found: BTreeSet<&str> = ids(&answer).into_iter().collect();
        // A territory without a Cité may share its name with a place that leads to one: Saint-Martin.
        let is_other = expected.is_empty()
            && matches!(answer.groups.first(), Some(group) if matches!(group.reading, Reading::Name(_)));
        let is_said = !expected.is_empty() || answer.outside.is_some() || text.contains(':');
        if !is_other && (found != *expected || !is_said) {
            wrong.push(format!("{text}: {found:?} instead of {expected:?}"));
        }
    };
    let with_own = |test: &dyn Fn(&Commune) -> bool| cites_where(|cite| cite.own_communes().any(test));
    for region in &SNAPSHOT.regions {
        let expected = with_own(&|commune| commune.region == region.code);
        spellings(&region.name).iter().for_each(|text| ask(text, &expected));
        ask(&format!("region:{}", region.code), &expected);
    }
    for department in &SNAPSHOT.departments {
        let expected = with_own(&|commune| commune.department == department.code);
        let names = [
            &department.code,
            &format!("departement {}", department.code),
            &format!("dpt {}", department.code),
        ];
        names.into_iter().for_each(|text| ask(text, &expected));
        // Some departments and communes without a Cité share a name; either is right.
        spellings(&department.name).iter().for_each(|text| ask(text, &expected));
    }
    for commune in SNAPSHOT.cites.iter().flat_map(Cite::own_communes) {
        let expected = with_own(&|other| other.epci.siren == commune.epci.siren);
        ask(&format!("epci:{}", commune.epci.siren), &expected);
        ask(&commune.epci.siren, &expected);
        if let Some(ept) = &commune.ept {
            let expected =
                with_own(&|other| other.ept.as_ref().is_some_and(|other| other.siren == ept.siren));
            ask(&format!("epci:{}", ept.siren), &expected);
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_name_of_an_epci_leads_to_its_cites() {
    let mut wrong = Vec::new();
    let epcis: BTreeSet<(&str, &str)> = SNAPSHOT
        .cites
        .iter()
        .flat_map(Cite::own_communes)
        .map(|commune| (commune.epci.siren.as_str(), commune.epci.name.as_str()))
        .collect();
    for (siren, name) in epcis {
        let expected = cites_where(|cite| cite.own_communes().any(|commune| commune.epci.siren == siren));
        let without_type =
            ["CA ", "CC ", "CU "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
        for text in [spellings(name), spellings(without_type)].concat() {
            let answer = answer(&text);
            let found: BTreeSet<&str> = ids(&answer).into_iter().collect();
            if !expected.is_subset(&found) {
                wrong.push(format!("{text}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_postcode_leads_to_a_cite_of_its_communes_first() {
    let mut wrong = Vec::new();
    for commune in SNAPSHOT.cites.iter().flat_map(Cite::own_communes) {
        let Some(place) = Gazetteer::embedded().commune(&commune.insee) else { continue };
        for postcode in place.postcodes() {
            let communes: Vec<&str> = Gazetteer::embedded()
                .with_postcode(postcode)
                .flat_map(|place| [Some(place), place.commune()])
                .flatten()
                .map(Place::code)
                .collect();
            let expected =
                cites_where(|cite| cite.own_communes().any(|own| communes.contains(&own.insee.as_str())));
            let found = ids(&answer(postcode));
            if !found.first().is_some_and(|first| expected.contains(first)) {
                wrong.push(format!("{postcode}: {found:?} instead of {expected:?}"));
            }
        }
    }
    assert_none(&wrong);
}

/// Returns every commune of France of at least 3,000 inhabitants that no Cité has.
fn towns_outside() -> impl Iterator<Item = Place> {
    let inside: BTreeSet<&str> = all_communes().map(|commune| commune.insee.as_str()).collect();
    let gazetteer = Gazetteer::embedded();
    let departments = (1..=98).flat_map(|number| [format!("{number:02}"), format!("97{}", number % 10)]);
    let departments: BTreeSet<String> = departments.chain(["2A".to_owned(), "2B".to_owned()]).collect();
    let communes = departments.into_iter().filter_map(|code| gazetteer.department(&code));
    communes
        .flat_map(Place::communes)
        .filter(move |place| place.kind() == PlaceKind::Commune && !inside.contains(place.code()))
        .filter(|place| place.population_2023().is_some_and(|people| people >= 3_000))
}

#[test]
fn a_town_of_france_in_no_cite_is_said_to_be_outside() {
    let names: BTreeSet<String> = SNAPSHOT
        .cites
        .iter()
        .flat_map(|cite| {
            let communes = cite.communes().iter().map(|commune| commune.name.as_str());
            let quartiers = cite.qpvs().iter().map(|qpv| qpv.name.as_str());
            let of_2024 = cite.qpvs_2024().iter().filter_map(|link| SNAPSHOT.qpv_2024(&link.code));
            let quartiers = quartiers.chain(of_2024.map(|qpv| qpv.name.as_str()));
            let epcis = cite.own_communes().map(|commune| commune.epci.name.as_str());
            let epcis = epcis.map(|name| name.trim_start_matches("CC des ").trim_start_matches("CC du "));
            communes
                .chain(epcis)
                .chain(quartiers.flat_map(|name| name.split(" - ")))
                .map(fold_text)
                .collect::<Vec<_>>()
        })
        .collect();
    let (mut asked, mut wrong) = (0, Vec::new());
    for place in towns_outside() {
        asked += 1;
        let (text, folded) = (place.name(), fold_text(place.name()));
        let answer = answer(text);
        let without_article = |name: &str| {
            let articles = ["le ", "la ", "les ", "l "];
            articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name).to_owned()
        };
        let is_named = |name: &str| without_article(&fold_text(name)) == without_article(&folded);
        let is_outside = answer.outside.as_ref().is_some_and(|outside| is_named(outside.name()));
        let is_answered = is_outside && (answer.answering().is_none() || !answer.is_outside_only);
        // Another place of the name leads to a Cité, and hides none that is larger.
        let is_homonym = names.iter().any(|name| {
            let (name, own) = (without_article(name), without_article(&folded));
            name == own || name.starts_with(&format!("{own} "))
        });
        if !is_answered && !is_homonym && !is_territory(&answer) {
            wrong.push(format!("{text} ({}): {:?} {:?}", place.code(), answer.outside, ids(&answer)));
        }
    }
    assert!(asked > 3_000, "{asked}");
    assert_none(&wrong);
}

#[test]
fn a_slip_leads_to_what_was_meant_or_to_nothing() {
    let names: BTreeSet<&str> =
        SNAPSHOT.cites.iter().flat_map(Cite::own_communes).map(|commune| commune.name.as_str()).collect();
    let (mut asked, mut right, mut wrong) = (0, 0, Vec::new());
    for name in names.into_iter().filter(|name| fold_text(name).len() >= 8) {
        let folded = fold_text(name);
        let letters: Vec<char> = folded.chars().collect();
        let middle = letters.len() / 2;
        let mut swapped = letters.clone();
        swapped.swap(middle, middle - 1);
        let mut missing = letters.clone();
        missing.remove(middle);
        let mut doubled = letters.clone();
        doubled.insert(middle, letters[middle]);
        let expected =
            cites_where(|cite| cite.own_communes().any(|commune| fold_text(&commune.name) == folded));
        for letters in [swapped, missing, doubled] {
            let text: String = letters.into_iter().collect();
            let answer = answer(&text);
            let found = ids(&answer);
            asked += 1;
            match found.first() {
                Some(first) if expected.contains(first) => right += 1,
                Some(_) => wrong.push(format!("{text}: {found:?} {:?}", answer.corrected)),
                None => {}
            }
        }
    }
    assert!(right * 100 > asked * 90, "{right} of {asked} right");
    assert!(wrong.len() * 100 < asked * 3, "{} of {asked} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

use jiff::civil::date;

use super::*;
use crate::locale::Lang;
use crate::snapshot::{Snapshot, embedded};

fn overview_of(snapshot: &Snapshot, listed: &[usize], lang: Lang) -> Overview {
    Overview::new(listed, Context { snapshot, lang, today: date(2026, 11, 22) })
}

fn all() -> Vec<usize> {
    (0..84).collect()
}

fn ids(section: &Section) -> Vec<&str> {
    section.entries.iter().map(|entry| entry.name.as_str()).collect()
}

#[test]
fn counts_follow_the_query_and_the_page_says_so() {
    let snapshot = embedded().unwrap();
    let whole = overview_of(&snapshot, &all(), Lang::FR);
    let first = overview_of(&snapshot, &[0], Lang::FR);
    assert!(!whole.scope.contains("recherche"), "{}", whole.scope);
    assert!(first.scope.contains("1 Cité sur 84"), "{}", first.scope);
    let listed = |overview: &Overview| -> Vec<usize> {
        overview.charts.iter().map(|chart| chart.bars.iter().map(|bar| bar.listed).sum()).collect()
    };
    assert_eq!(listed(&whole), [84; CHARTS.len()]);
    assert_eq!(listed(&first), [1; CHARTS.len()]);
    let regions = &whole.charts[0].bars;
    assert_eq!((regions[0].name.as_str(), regions[0].total), ("Île-de-France", 21), "the largest first");
}

#[test]
fn national_figures_stay_and_local_ones_follow_the_query() {
    let snapshot = embedded().unwrap();
    let whole = overview_of(&snapshot, &all(), Lang::FR);
    let val_de_reuil = overview_of(&snapshot, &[21], Lang::FR);
    assert_eq!(whole.figures, val_de_reuil.figures);
    assert_eq!(ids(&whole.local_figures), ["2\u{a0}ans"]);
    assert_eq!(ids(&val_de_reuil.local_figures), ["2\u{a0}ans", "28"]);
    let local = |overview: &Overview| overview.events.iter().filter(|event| !event.is_national).count();
    assert_eq!((local(&whole), local(&val_de_reuil)), (4, 1));
    assert_eq!(whole.events.len() - 4, val_de_reuil.events.len() - 1);
}

#[test]
fn figures_have_units_and_computed_ones_are_marked() {
    let snapshot = embedded().unwrap();
    let figures = |lang| {
        let figures = overview_of(&snapshot, &all(), lang).figures;
        figures
            .into_iter()
            .flat_map(|section| section.entries)
            .map(|entry| (entry.name, entry.detail))
            .collect::<Vec<_>>()
    };
    let pair = |name: &str, detail: &str| (name.to_owned(), detail.to_owned());
    for expected in [
        pair("84", "Cités"),
        pair("100\u{202f}000\u{a0}€", "par an et par Cité"),
        pair("jusqu'à 8\u{202f}400\u{202f}000\u{a0}€", "par an · calculé"),
        pair("96,4\u{a0}%", "calculé"),
        pair("2,5\u{a0}fois", ""),
        pair("30 mai 2021", ""),
        // Its description has its unit.
        pair("2\u{202f}600", ""),
        pair("35\u{202f}000", "personnes"),
    ] {
        assert!(figures(Lang::FR).contains(&expected), "{expected:?} in {:?}", figures(Lang::FR));
    }
    for expected in
        [pair("100,000\u{a0}€", "a year per Cité"), pair("96.4%", "computed"), pair("30 May 2021", "")]
    {
        assert!(figures(Lang::EN).contains(&expected), "{expected:?} in {:?}", figures(Lang::EN));
    }
}

#[test]
fn every_unit_has_a_word_in_english() {
    let snapshot = embedded().unwrap();
    for figure in snapshot.figures() {
        let unit = labels::unit(Lang::EN, &figure.unit).words;
        let same = ["Cités", "actions", "associations", "date", "%"].contains(&unit.as_str());
        assert!(unit != figure.unit || same, "{unit}");
    }
}

#[test]
fn findings_and_recommendations_share_the_source_above_them() {
    let snapshot = embedded().unwrap();
    let parts = overview_of(&snapshot, &all(), Lang::FR).evaluation;
    let sides: Vec<_> = parts.iter().map(|part| (ids(&part.findings), ids(&part.preconisations))).collect();
    assert_eq!(
        sides,
        [
            (vec!["V1", "V2", "V3", "V4", "V5", "V6", "V7", "D3"], vec!["R1", "A1"]),
            (vec!["V1", "V8", "V9", "D1", "D2", "D8"], vec!["R2", "R3", "A1", "A2", "A3", "A4", "A5"]),
            (vec!["V9", "V10", "D4", "D5", "D6"], vec!["A4", "A5", "A6", "A7"]),
            (vec!["V11", "D7"], vec!["R4", "R5"]),
        ]
    );
    let titles: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
    assert!(titles[..3].iter().all(|title| title.ends_with(']')), "{titles:?}");
}

#[test]
fn every_number_of_a_source_leads_to_it() {
    let snapshot = embedded().unwrap();
    let overview = overview_of(&snapshot, &all(), Lang::FR);
    let parts = overview.evaluation.iter().flat_map(|part| [&part.findings, &part.preconisations]);
    let entries = overview.figures.iter().chain([&overview.local_figures]).chain(parts);
    let entries = entries.flat_map(|section| &section.entries).flat_map(|entry| &entry.sources);
    let numbers: Vec<usize> =
        entries.chain(overview.events.iter().flat_map(|event| &event.sources)).copied().collect();
    assert!(numbers.iter().all(|number| (1..=overview.sources.entries.len()).contains(number)));
    assert!(overview.sources.entries.iter().all(|source| source.url.is_some()));
}

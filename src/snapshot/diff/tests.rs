use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::json;

use super::*;
use crate::locale::{Lang, Localized, has_text};
use crate::snapshot::{
    CarrierEvidence, Cite, Department, Preconisation, embedded, sample_cites, schema, to_json,
};

fn real() -> Snapshot {
    embedded().expect("the embedded snapshot")
}

/// Returns the real snapshot and a changed one.
fn changed(change: impl FnOnce(&mut Snapshot)) -> (Snapshot, Snapshot) {
    let old = real();
    let mut new = old.clone();
    change(&mut new);
    (old, new)
}

/// Describes the differences that a change makes.
fn lines(lang: Lang, change: impl FnOnce(&mut Snapshot)) -> Vec<String> {
    let (old, new) = changed(change);
    diff(&old, &new).changes.iter().map(|change| change.describe(lang)).collect()
}

fn cite<'s>(snapshot: &'s mut Snapshot, id: &str) -> &'s mut Cite {
    snapshot.cites.iter_mut().find(|cite| cite.id == id).expect("a Cité")
}

#[test]
fn every_kind_of_change_is_described() {
    let changes = |snapshot: &mut Snapshot| {
        let mut gueret = snapshot.cites.remove(26);
        let angers = cite(snapshot, "cde-001");
        angers.label = "Angers".to_owned();
        angers.wave.year = 2021;
        angers.note = "à vérifier".to_owned();
        angers.label_date.date = "2020-07-01".parse().expect("a date");
        angers.themes.values.push("logement".to_owned());
        let moved = angers.communes.remove(0);
        let left = angers.communes.first_mut().expect("a commune");
        left.population_2020 = 12_345;
        Arc::make_mut(&mut left.epci).name = "CU d'ailleurs".into();
        angers.qpvs.remove(0);
        let carrier = angers.carrier.as_mut().expect("a carrier");
        carrier.evidence = CarrierEvidence::Label;
        carrier.sources.remove(0).says.clear();
        carrier.sources[0].says = "rien".to_owned();
        let new_carrier = carrier.clone();

        let asnieres = cite(snapshot, "cde-002");
        asnieres.carrier = Some(new_carrier);
        asnieres.communes.push(moved);

        gueret.id = "cde-999".to_owned();
        snapshot.cites.push(gueret);
        let title = snapshot.meta.title.clone();
        let changed = |lang| match lang {
            Lang::EN => Some("Cités of employment".to_owned()),
            _ => title.own(lang).cloned(),
        };
        snapshot.meta.title = Localized::from_some(changed).expect("a title");
        snapshot.meta.built_from[0].sources.clear();
        snapshot.preconisations[0].core = false;
        snapshot.preconisations[4].sub_measures[0].theme.clear();
        snapshot.findings.remove(0);
        snapshot.figures[0].value = crate::snapshot::FigureValue::Number(85.into());
        snapshot.timeline[0].date = "2020-04".parse().expect("a date");
        snapshot.timeline[0].sources.push("C01".to_owned());
        snapshot.sources[0].date = "2023".parse().ok();
        snapshot.regions[0].outline.clear();
        snapshot.departments.push(Department {
            code: "99".to_owned(),
            name: "Ailleurs".to_owned(),
            region: "01".to_owned(),
            outline: Vec::new().into(),
        });
    };
    let lines = [Lang::FR, Lang::EN].map(|lang| lines(lang, changes).join("\n"));
    insta::assert_snapshot!(lines.join("\n\n"));
}

#[test]
fn a_diff_is_counted_and_summed_up_in_a_line() {
    let summary = |lang, change: fn(&mut Snapshot)| {
        let (old, new) = changed(change);
        diff(&old, &new).summary(lang)
    };
    let several = |snapshot: &mut Snapshot| {
        for cite in snapshot.cites.iter_mut().take(3) {
            cite.note.push('!');
            cite.themes.values.clear();
        }
        snapshot.cites.swap_remove(83);
        snapshot.figures.clear();
    };
    let added = |snapshot: &mut Snapshot| {
        let mut cite = snapshot.cites[0].clone();
        cite.id = "cde-085".to_owned();
        snapshot.cites.push(cite);
    };
    assert_eq!(summary(Lang::FR, |_| {}), "aucune différence");
    assert_eq!(summary(Lang::FR, several), "3 Cités modifiées, 1 supprimée, 28 différences hors des Cités");
    assert_eq!(summary(Lang::EN, several), "3 Cités changed, 1 removed, 28 differences outside the Cités");
    assert_eq!(summary(Lang::FR, added), "1 Cité ajoutée");
    assert_eq!(summary(Lang::EN, added), "1 Cité added");
}

#[test]
fn the_json_of_a_diff_names_places_by_id_and_holds_both_values() {
    let (old, new) = changed(|snapshot| {
        cite(snapshot, "cde-001").communes[0].population_2020 = 1;
        cite(snapshot, "cde-002").label = "Asnières".to_owned();
        snapshot.departments.pop();
    });
    let json = serde_json::to_string_pretty(&diff(&old, &new)).expect("JSON");
    insta::assert_snapshot!(json);
}

#[test]
fn order_is_no_difference_even_among_rows_of_one_id() {
    let mut old = real();
    let mut twin = old.cites[3].clone();
    twin.note = "encore".to_owned();
    old.cites.push(twin);
    let mut new = old.clone();
    new.cites.reverse();
    new.sources.reverse();
    new.timeline.reverse();
    for cite in &mut new.cites {
        cite.communes.reverse();
        cite.qpvs.reverse();
        cite.themes.values.reverse();
        cite.wave.sources.reverse();
    }
    assert_eq!(diff(&old, &new).changes, []);

    let places = |snapshot: &mut Snapshot| snapshot.regions[0].outline[0].reverse();
    assert_eq!(lines(Lang::EN, places).len(), 1, "the order of points in an outline does count");
}

#[test]
fn rows_with_the_same_id_are_distinguished() {
    let (mut old, mut new) = changed(|_| {});
    old.departments = vec![department("x", "un"), department("x", "deux")];
    new.departments = vec![department("x", "un"), department("x#2", "trois"), department("x", "deux")];
    let paths: Vec<String> = diff(&old, &new).changes.iter().map(|change| change.path.to_string()).collect();
    assert_eq!(paths, ["/departments/x#2"]);
    new.departments = vec![department("x", "un")];
    let paths: Vec<String> = diff(&old, &new).changes.iter().map(|change| change.path.to_string()).collect();
    assert_eq!(paths, ["/departments/x/name", "/departments/x#2"]);
}

fn department(code: &str, name: &str) -> Department {
    Department {
        code: code.to_owned(),
        name: name.to_owned(),
        region: String::new(),
        outline: Vec::new().into(),
    }
}

#[test]
fn a_path_is_escaped_like_a_json_pointer() {
    let (old, new) = changed(|snapshot| snapshot.departments.push(department("a/b~c", "")));
    assert_eq!(diff(&old, &new).changes[0].path.to_string(), "/departments/a~1b~0c");
}

#[test]
fn every_list_of_rows_in_the_real_snapshot_has_ids_that_name_them() {
    fn unnamed(path: &str, node: &serde_json::Value, found: &mut Vec<String>) {
        match node {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                let tree = Keyed::from(node.clone());
                let named = matches!(&tree, Keyed::Items(rows) if rows.keys().all(|step| !step.to_string().contains('#')));
                found.extend((!named).then(|| path.to_owned()));
                items.iter().for_each(|item| unnamed(path, item, found));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(name, field)| unnamed(&format!("{path}/{name}"), field, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    unnamed("", &serde_json::to_value(real()).expect("JSON"), &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_field_of_the_model_has_a_name() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
    let fields: BTreeSet<&String> = definitions
        .filter_map(|definition| definition["properties"].as_object())
        .flat_map(|p| p.keys())
        .collect();
    let missing: Vec<_> = fields
        .into_iter()
        .filter(|field| {
            let is_named = |lang| has_text(lang, &messages::field_key(field));
            Lang::ALL.into_iter().any(|lang| !is_named(lang) && messages::field_text(field, lang) == **field)
        })
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn a_diff_is_refused_where_it_does_not_fit() {
    let (old, new) = changed(|snapshot| cite(snapshot, "cde-001").note = "neuf".to_owned());
    let diff = diff(&old, &new);
    assert_eq!(diff.apply(&old).map(|made| made.cites[0].note.clone()), Ok("neuf".to_owned()));
    let refused = diff.apply(&new).expect_err("the note is another one");
    assert_eq!(
        refused.to_string(),
        "The difference does not fit this snapshot: /cites/cde-001/note does not have the old value there."
    );
    let mut broken = diff;
    broken.changes[0].new = Some(json!(7));
    assert!(matches!(broken.apply(&old), Err(ApplyError::NotASnapshot(_))));
}

/// Generates a snapshot of a few made-up Cités and some of the other real rows, in any order, some
/// of them repeated or changed.
fn snapshots() -> impl Strategy<Value = Snapshot> {
    let mut real = real();
    real.regions.truncate(2);
    real.findings.truncate(2);
    let cites: Vec<Cite> =
        (0..4).flat_map(|seed| sample_cites(&real, seed).take(4).collect::<Vec<_>>()).collect();
    let twice: Vec<Preconisation> = real.preconisations.iter().chain(&real.preconisations).cloned().collect();
    (
        (subsequence(cites.clone(), 0..=cites.len()).prop_shuffle(), "[a-c]{0,1}"),
        (
            subsequence(twice.clone(), 0..=twice.len()).prop_shuffle(),
            subsequence(real.timeline.to_vec(), 0..=4),
        ),
        (subsequence(real.sources.clone(), 0..=9).prop_shuffle(), subsequence(real.figures.to_vec(), 0..=6)),
        (subsequence(real.departments.clone(), 0..=9).prop_shuffle(), any::<bool>()),
    )
        .prop_map(
            move |((cites, note), (preconisations, timeline), (sources, figures), (departments, flag))| {
                let mut snapshot = Snapshot {
                    cites,
                    preconisations,
                    timeline: timeline.into(),
                    sources,
                    figures: figures.into(),
                    departments,
                    ..real.clone()
                };
                for cite in snapshot.cites.iter_mut().step_by(2) {
                    cite.note.clone_from(&note);
                    cite.carrier = cite.carrier.take().filter(|_| flag);
                }
                for preconisation in snapshot.preconisations.iter_mut().step_by(3) {
                    preconisation.core = flag;
                    preconisation.note.clone_from(&note);
                }
                snapshot
            },
        )
}

/// Returns the sorted words of the JSON of a snapshot, which are the same for the same rows in any
/// order.
fn sorted_words(snapshot: &Snapshot) -> Vec<String> {
    let json = to_json(snapshot).expect("JSON");
    let mut words: Vec<String> =
        json.split(['[', ']', ',', '\n']).map(|word| word.trim().to_owned()).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_snapshot_does_not_differ_from_itself(snapshot in snapshots()) {
        prop_assert!(diff(&snapshot, &snapshot).is_empty());
    }

    #[test]
    fn a_diff_applied_to_the_old_snapshot_gives_the_new_one(old in snapshots(), new in snapshots()) {
        let made = diff(&old, &new).apply(&old).expect("it fits");
        prop_assert!(diff(&made, &new).is_empty());
        prop_assert!(sorted_words(&made) == sorted_words(&new));
    }

    #[test]
    fn a_reversed_diff_has_the_opposite_changes(old in snapshots(), new in snapshots()) {
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        prop_assert_eq!(there.changes.len(), back.changes.len());
        prop_assert_eq!((there.cites.added, there.cites.removed), (back.cites.removed, back.cites.added));
        prop_assert_eq!(there.apply(&old).map(|made| diff(&made, &new).is_empty()), Ok(true));
    }
}

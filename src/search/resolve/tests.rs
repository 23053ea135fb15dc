use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::snapshot::embedded;

static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| embedded().expect("the embedded snapshot"));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&SNAPSHOT, date(2026, 11, 22)));

fn answer(text: &str) -> Answer {
    INDEX.resolve(&SNAPSHOT, &Query::parse(text), Scope::LIST)
}

fn ids(answer: &Answer) -> Vec<&'static str> {
    answer.answering_rows().map(|row| SNAPSHOT.cites[row].id.as_str()).collect()
}

/// Returns how a query is read, without what follows.
fn reading(text: &str) -> Option<&'static str> {
    answer(text).answering().map(|group| group.reading.code())
}

#[test]
fn a_query_is_read_as_a_name_before_its_words() {
    for (text, expected) in [
        ("", Some("conditions")),
        ("vague:2020", Some("conditions")),
        ("grand est", Some("territory")),
        ("93", Some("territory")),
        ("bobigny", Some("name")),
        ("cde-012", Some("name")),
        ("34000", Some("name")),
        ("hautepierre", Some("name")),
        ("france travail", Some("name")),
        ("mairie de reims", Some("name")),
        ("dans quelle cité est bobigny ?", Some("name")),
        ("how many in Brittany?", Some("territory")),
        ("bordaeux", Some("name")),
        ("reims ou troyes", Some("names")),
        ("prefecture 68", Some("names")),
        ("alpes metropole", Some("words")),
        ("emploi", Some("words")),
        ("reim", Some("words")),
        ("bdx", Some("abbreviation")),
        ("gpse", Some("abbreviation")),
        ("strsbrg", Some("letters")),
        ("mantes", None),
        ("xyzxyz", None),
    ] {
        assert_eq!(reading(text), expected, "{text:?}");
    }
    assert!(INDEX.resolve(&SNAPSHOT, &Query::parse("strsbrg"), Scope::CERTAIN).is_empty());
}

#[test]
fn what_merely_bears_the_words_of_a_name_follows() {
    let answer = answer("grand est");
    let [region, words] = answer.groups.as_slice() else { panic!("{} groups", answer.groups.len()) };
    assert_eq!((region.results.hits.len(), &words.reading), (8, &Reading::Words));
    assert_eq!((answer.elsewhere(), answer.answering_rows().len()), (words.results.hits.len(), 8));
}

#[test]
fn an_own_commune_comes_before_one_that_is_touched() {
    assert_eq!(ids(&answer("bobigny"))[0], "cde-066");
    assert_eq!(ids(&answer("argenteuil"))[0], "cde-072");
    let lyon = answer("lyon");
    assert_eq!((ids(&lyon), lyon.only_touched.map(|place| place.code())), (vec!["cde-081"], Some("69123")));
    assert_eq!(answer("bobigny").only_touched, None);
}

#[test]
fn a_larger_place_of_the_name_is_known() {
    let clichy = answer("clichy");
    assert_eq!(ids(&clichy), ["cde-068"]);
    assert_eq!(clichy.larger_outside.map(|place| place.code()), Some("92024"));
    assert_eq!(answer("bobigny").larger_outside, None);
}

#[test]
fn a_large_place_outside_hides_words_and_a_small_one_does_not() {
    let large = answer("mantes");
    assert!(large.is_outside_only && large.answering().is_none());
    let small = answer("saint");
    assert_eq!(small.outside.as_ref().map(Outside::code), Some("56201"));
    assert!(!small.is_outside_only);
    // A few letters are more often the beginning of a word than the name of a small commune.
    assert_eq!(answer("re").outside, None);
}

#[test]
fn a_quartier_of_2024_that_no_cite_has_is_outside() {
    let linked: HashSet<&str> =
        SNAPSHOT.cites.iter().flat_map(|cite| cite.qpvs_2024()).map(|link| link.code.as_str()).collect();
    let others: Vec<_> =
        SNAPSHOT.qpvs_2024().iter().filter(|quartier| !linked.contains(quartier.code.as_str())).collect();
    assert!(!others.is_empty());
    for quartier in others {
        let answer = answer(&quartier.code);
        assert_eq!(answer.outside.as_ref().map(Outside::name), Some(quartier.name.as_str()));
        assert!(answer.answering().is_none());
    }
}

#[test]
fn filters_narrow_a_name() {
    assert_eq!(ids(&answer("vague:2021 bobigny")), ids(&answer("bobigny")));
    assert_eq!(ids(&answer("vague:2020 bobigny")), [""; 0]);
    assert_eq!(ids(&answer("bobigny | guéret")).len(), 4);
    assert_eq!(
        ids(&answer("grand est type:inconnu")).len(),
        ids(&answer("region:grand-est type:inconnu")).len()
    );
}

#[test]
fn several_similar_names_are_offered_and_none_is_taken() {
    let answer = answer("gueretois");
    assert!(answer.is_empty() && answer.corrected.is_none());
    assert_eq!(answer.offered[0].name, "Guéret");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_has_an_answer_without_repetitions(text in "([a-zé]{0,8}[ '\\-|:!?,0-9]{0,2}){0,4}|\\PC{0,20}") {
        let answer = answer(&text);
        let rows: Vec<usize> = answer.rows().collect();
        prop_assert_eq!(rows.iter().collect::<HashSet<_>>().len(), rows.len());
        prop_assert!(answer.groups.iter().all(|group| !group.results.hits.is_empty()));
        prop_assert!(answer.best().is_none_or(|(best, _)| Some(best) == answer.answering_rows().next()));
        // Only what a list takes for an answer differs.
        let certain = INDEX.resolve(&SNAPSHOT, &Query::parse(&text), Scope::CERTAIN);
        prop_assert!(certain.answering_rows().all(|row| rows.contains(&row)));
    }

    #[test]
    fn a_slip_in_a_label_never_leads_elsewhere_silently(index in 0usize..84, at in 1usize..8) {
        let label = fold_text(SNAPSHOT.cites[index].display_label());
        let mut letters: Vec<char> = label.chars().collect();
        prop_assume!(letters.len() > 10 && letters[at] != ' ' && letters[at + 1] != ' ');
        letters.swap(at, at + 1);
        let typed: String = letters.into_iter().collect();
        let answer = answer(&typed);
        let is_right = ids(&answer).contains(&SNAPSHOT.cites[index].id.as_str());
        prop_assert!(is_right || answer.corrected.is_some() || answer.is_empty() || !answer.offered.is_empty()
            || reading(&typed) != Some("name") || typed == label, "{} {:?}", typed, ids(&answer));
    }
}

use proptest::prelude::*;

use super::*;
use crate::fold::fold_text;
use crate::locale::{Lang, words};
use crate::search::facts::Facts;
use crate::snapshot::embedded;

/// Prints the query that a text parses to.
fn read(text: &str) -> String {
    Query::parse(text).to_string()
}

#[test]
fn the_grammar_is_that_of_fzf() {
    for (text, printed) in [
        ("GUÉRET", "gueret"),
        ("st etienne", "saint etienne"),
        ("saint-etienne", "saint-etienne"),
        ("la st", "la st"),
        ("la st ", "la saint"),
        ("d’yerres", "d-yerres"),
        ("'denis ^saint quentin$ ^lille$ !paris", "'denis ^saint quentin$ ^lille$ !paris"),
        ("!'x !^x !x$ !^x$", "!x !^x !x$ !^x$"),
        ("a b | c d", "a b | c d"),
        ("| a | | b |", "a | b"),
        ("a|b", "a-b"),
        ("\"la seyne\" ^\"grand paris\"", "'la-seyne ^grand-paris"),
        ("\"la seyne", "la seyne"),
        ("12:30", "12-30"),
        ("! ^ $ ' \"\" region: & ()", ""),
    ] {
        assert_eq!(read(text), printed, "{text:?}");
        assert_eq!(Query::parse(text).problems(), [], "{text:?}");
    }
}

#[test]
fn fields_have_french_and_english_names() {
    for (text, printed) in [
        ("region:bretagne", "region:bretagne"),
        ("Région:\"Île de France\"", "region:ile-de-france"),
        ("region:ile_de_france,bretagne", "region:ile-de-france,bretagne"),
        ("region:auvergne_", "region:auvergne"),
        ("!region:ile region:!ile", "!region:ile !region:ile"),
        ("dep:974 departement:2A department:1", "dep:974 dep:2a dep:01"),
        ("dep:rhone", "dep:rhone"),
        ("commune:^saint qpv:'min carrier:\"ville de\"", "commune:^saint qpv:'min porteur:ville-de"),
        ("type:spe,etat type:e", "type:spe,state type:epci,state"),
        (
            "preuve:label evidence:explicite preuve:inc",
            "fiabilite:label fiabilite:explicit fiabilite:inconnu",
        ),
        ("porteur:inconnu carrier:none", "porteur:inconnu porteur:inconnu"),
        ("vague:2020 wave:20", "vague:2020 vague:20"),
        ("echelle:plusieurs_communes scale:epci", "echelle:several_communes echelle:epci"),
        ("age:>4 age:>=4,<2 age:5 age:4..5", "age:>4 age:>=4,<2 age:5 age:4..5"),
        ("age:>", ""),
        ("theme:jeunes | bretagne", "theme:jeunes | bretagne"),
    ] {
        assert_eq!(read(text), printed, "{text:?}");
        assert_eq!(Query::parse(text).problems(), [], "{text:?}");
    }
}

#[test]
fn a_wrong_value_is_reported_and_the_rest_still_filters() {
    let query = Query::parse("lille age:>x type:foo,spe preuve:probabel vague:abcd");
    assert_eq!(query.to_string(), "lille type:spe");
    let said: Vec<_> = query.problems().iter().map(|problem| problem.describe(Lang::FR)).collect();
    assert_eq!(
        said,
        [
            "« age:>x » n'est pas compris : essayez >4, >=4, <5, 5, 4..5",
            "« type:foo » n'est pas compris : essayez epci, commune, spe, association, etat, departement, autre, inconnu",
            "« fiabilite:probabel » n'est pas compris : vouliez-vous dire « probable » ?",
            "« vague:abcd » n'est pas compris : essayez 2020, 2021",
        ]
    );
    let values: Vec<_> = query.problems().iter().map(|problem| &query.text()[problem.span.clone()]).collect();
    assert_eq!(values, [">x", "foo", "probabel", "abcd"]);
}

#[test]
fn an_unknown_field_is_reported_and_finds_nothing() {
    let said = |text: &str| {
        Query::parse(text).problems().iter().map(|problem| problem.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(said("quartie:nord lille").len(), 1);
    assert!(said("quartie:nord")[0].contains("unknown field \"quartie\""), "{:?}", said("quartie:nord"));
    assert!(said("departemen:35")[0].contains("did you mean department?"), "{:?}", said("departemen:35"));
    for text in ["12:30", ":x", "reims", "qpv:>=10", "lancement:inconnu"] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
    assert_eq!(read("ville:\"Saint Denis\" !Ville:x"), "ville:saint-denis ville:x");
}

#[test]
fn every_value_of_a_closed_list_is_read_as_it_is_printed_and_by_its_words() {
    for field in QueryField::ALL {
        let Values::Choice(choice) = field.values() else { continue };
        for (value, code) in (choice.codes)().into_iter().enumerate() {
            let read = |word: &str| Query::parse(&format!("{}:\"{word}\"", field.name(Lang::EN))).groups;
            let test = Test::Filter(field, vec![Value::Choice(Some(value))]);
            assert_eq!(read(code).first().map(|group| &group[0].test), Some(&test), "{field:?} {code}");
            for lang in Lang::ALL {
                let word = field.words(lang)[value];
                assert_eq!(read(word), read(code), "{field:?} {code} in {lang:?}");
            }
        }
    }
}

#[test]
fn names_and_words_are_such_that_a_query_can_have_them() {
    for field in QueryField::ALL {
        for lang in Lang::ALL {
            for name in words(lang, &field.names_key()) {
                assert!(name.chars().all(char::is_alphabetic) && fold_text(name) == name, "{name}");
                assert_eq!(QueryField::from_name(name), Some(field), "{name} is a name of two fields");
            }
        }
    }
}

#[test]
fn the_facts_of_a_cite_have_the_codes_of_the_snapshot() {
    let snapshot = embedded().unwrap();
    for cite in &snapshot.cites {
        let facts = Facts::of(cite, &snapshot);
        let code = |field: QueryField| match field.values() {
            Values::Choice(choice) => (choice.of)(&facts).map(|value| (choice.codes)()[value]),
            _ => None,
        };
        assert_eq!(code(QueryField::Scale), Some(cite.scale.code()));
        let carrier = cite.carrier.as_ref();
        assert_eq!(code(QueryField::CarrierType), carrier.map(|carrier| carrier.kind.code()));
        assert_eq!(code(QueryField::Evidence), carrier.map(|carrier| carrier.evidence.code()));
    }
}

#[test]
fn a_text_without_end_is_read_up_to_a_point() {
    let text = format!("lille {}", "é ".repeat(1_000_000));
    let query = Query::parse(&text);
    assert_eq!(query.problems().len(), 1);
    assert_eq!(query.problems()[0].span, 999..text.len());
    assert_eq!(query.text(), text);
    assert!(query.to_string().starts_with("lille e e "));
}

#[test]
fn a_facet_writes_the_same_query_text() {
    let edit = |text: &str, key, values: &[&str]| Query::parse(text).with_facet(key, values, Lang::FR);
    assert_eq!(edit("", QueryField::Region, &["Bretagne"]), "region:Bretagne ");
    assert_eq!(
        edit("st eti", QueryField::Region, &["Grand Est", "Bretagne"]),
        "region:Grand_Est,Bretagne st eti"
    );
    assert_eq!(edit("a region:bret b", QueryField::Region, &["Île-de-France"]), "a region:Île-de-France b");
    assert_eq!(edit("a region:bret b region:x c", QueryField::Region, &["Corse"]), "a region:Corse b c");
    assert_eq!(edit("a region:bret b", QueryField::Region, &[]), "a b");
    assert_eq!(edit("a !region:bret", QueryField::Region, &["Corse"]), "region:Corse a !region:bret");
    assert_eq!(
        Query::parse("x").with_facet(QueryField::Carrier, &["CA, \"B\""], Lang::EN),
        "carrier:^CA___B_$ x"
    );

    let query = Query::parse("region:\"grand est\",Bretagne type:etat lille | dep:59");
    assert_eq!(query.facet_values(QueryField::Region), ["grand-est", "bretagne"]);
    assert!(query.has_facet_value(QueryField::Region, "Grand Est"));
    assert!(!query.has_facet_value(QueryField::Region, "Corse"));
    assert!(query.has_facet_value(QueryField::CarrierType, "state"));
    assert!(!query.has_facet_value(QueryField::Department, "59"), "it is only an alternative");
}

fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,6}",
        "[a-zé'’!^$|\"_,:<>. -]{0,8}",
        Just("st".to_owned()),
        Just("region:".to_owned()),
        Just("dep:".to_owned()),
        Just("type:".to_owned()),
        Just("age:".to_owned()),
        Just("vague:".to_owned()),
        Just("inconnu".to_owned()),
        Just("69".to_owned()),
        Just("epci".to_owned()),
        Just(" | ".to_owned()),
        Just(" ".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_a_query_that_prints_as_itself(text in any_query()) {
        let query = Query::parse(&text);
        let printed = query.to_string();
        let again = Query::parse(&printed);
        prop_assert_eq!(&again, &query, "printed as {:?}", printed);
        prop_assert_eq!(again.to_string(), printed);
        let is_unknown = |problem: &QueryProblem| matches!(problem.kind, ProblemKind::UnknownField { .. });
        prop_assert!(again.problems().iter().all(is_unknown));
        for problem in query.problems() {
            let wrong = match &problem.kind {
                ProblemKind::WrongValue { value, .. } => value,
                ProblemKind::UnknownField { name } => name,
                ProblemKind::TooLong { .. } => panic!("{problem}"),
            };
            prop_assert!(text.get(problem.span.clone()).is_some_and(|part| part.contains(wrong)));
        }
    }

    #[test]
    fn a_facet_sets_its_values_and_leaves_the_rest(text in any_query(), values in prop::collection::vec("[A-Zé][a-z é,\"$'-]{0,8}z", 0..3)) {
        let before = Query::parse(&text);
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let after = Query::parse(&before.with_facet(QueryField::Region, &values, Lang::FR));
        for value in &values {
            prop_assert!(after.has_facet_value(QueryField::Region, value));
        }
        let without = |query: &Query| Query::parse(&query.with_facet(QueryField::Region, &[], Lang::FR));
        prop_assert_eq!(after.facet_values(QueryField::Region).is_empty(), values.is_empty());
        if before.facet_values(QueryField::Region).is_empty() {
            prop_assert_eq!(without(&after), before);
        }
    }
}

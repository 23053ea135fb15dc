use super::*;
use crate::snapshot::input::DEFAULT_MAX_SIZE;
use crate::snapshot::{EMBEDDED, EMBEDDED_ORIGIN, embedded};

/// Returns the embedded snapshot with one text replaced.
fn edited(from: &str, to: &str) -> String {
    assert!(EMBEDDED.contains(from), "{from}");
    EMBEDDED.replacen(from, to, 1)
}

fn message(text: &str, lang: Lang) -> String {
    load_str(text, "s.json").map(|_| ()).expect_err("an error").describe(lang)
}

#[test]
fn the_embedded_snapshot_loads() {
    let snapshot = embedded().expect("the embedded snapshot");
    assert_eq!((snapshot.cites.len(), snapshot.preconisations.len()), (84, 12));
    let again = load_bytes(EMBEDDED.as_bytes().to_vec(), EMBEDDED_ORIGIN, DEFAULT_MAX_SIZE);
    assert_eq!(again, Ok(snapshot));
}

#[test]
fn fields_of_a_newer_minor_version_are_passed_over() {
    let newer =
        edited("\"schema_version\": \"1.1\"", "\"schema_version\": \"1.7\", \"weather\": {\"a\": [1]}");
    assert_eq!(load_str(&newer, "s.json").map(|snapshot| snapshot.cites.len()), Ok(84));
}

#[test]
fn another_major_version_is_named() {
    let other = edited("\"1.1\"", "\"2.0\"");
    insta::assert_snapshot!(message(&other, Lang::FR), @"s.json : ce jeu de données est en version 2.0, ce logiciel lit la version 1.1 : il faut une autre version du logiciel ou un autre jeu de données");
    insta::assert_snapshot!(message("{\"schema_version\": \"2.0\", \"weather\": 1}", Lang::EN), @"s.json: this snapshot has version 2.0, this program reads version 1.1: take another program or another snapshot");
}

#[test]
fn inputs_that_are_not_snapshots_are_identified() {
    for text in ["[]", "{}", "84", "{\"type\": \"FeatureCollection\"}"] {
        assert_eq!(
            load_str(text, "s.json").expect_err("an error").problem.fault,
            Fault::Unreadable(Box::new(ReadError::NotASnapshot)),
            "{text}"
        );
    }
    insta::assert_snapshot!(message("[]", Lang::FR), @"s.json : ce n'est pas un jeu de données : il faut un objet JSON avec la clé « schema_version »");
}

#[test]
fn json_that_is_broken_is_shown_where_it_breaks() {
    insta::assert_snapshot!(message(&edited("\"cites\": [", "\"cites\": [,"), Lang::FR), @r#"
    s.json:70:12 : ce n'est pas du JSON (une valeur est attendue : nombre, "texte", liste, objet, true, false ou null)
    70 |  "cites": [,
       |            ^
    "#);
    insta::assert_snapshot!(message("{\n \"schema\u{1b}[31m\": 1}", Lang::EN), @r#"
    s.json:2:8: this is not JSON (a control character in a text: the end of a line is written \n)
    2 |  "schema<U+001B>[31m": 1}
      |        ^
    "#);
    insta::assert_snapshot!(message("<!DOCTYPE html>\n<p>", Lang::EN), @r#"
    s.json:1:1: this is not JSON (a value is expected: a number, "text", a list, an object, true, false or null)
    1 | <!DOCTYPE html>
      | ^
    "#);
}

#[test]
fn errors_of_the_parser_are_translated() {
    let told = |text: &str| {
        let message = message(text, Lang::FR);
        let (_, reason) = message.split_once("JSON (").unwrap_or_else(|| panic!("{message}"));
        reason.split_once(")\n").map_or_else(|| panic!("{message}"), |(reason, _)| reason.to_owned())
    };
    let wrong = [
        "?",
        "[tru]",
        "{\"a\" 1}",
        "[1 2]",
        "{\"a\": 1 \"b\"}",
        "{a: 1}",
        "[1,]",
        "{\"a\": 1,}",
        "{} {}",
        "[\"\\x\"]",
        "[01]",
        "[\"a\nb\"]",
    ];
    let told: Vec<String> = wrong.iter().map(|text| format!("{text:?}: {}", told(text))).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    "?": une valeur est attendue : nombre, "texte", liste, objet, true, false ou null
    "[tru]": true, false ou null est attendu
    "{\"a\" 1}": « : » est attendu après une clé
    "[1 2]": « , » ou « ] » est attendu dans une liste
    "{\"a\": 1 \"b\"}": « , » ou « } » est attendu dans un objet
    "{a: 1}": une clé est attendue, entre guillemets doubles
    "[1,]": une valeur est attendue : nombre, "texte", liste, objet, true, false ou null
    "{\"a\": 1,}": une clé est attendue, entre guillemets doubles
    "{} {}": du texte de trop après la fin
    "[\"\\x\"]": suite inconnue après une barre oblique inverse
    "[01]": un nombre mal écrit
    "[\"a\nb\"]": un caractère de contrôle dans un texte : une fin de ligne s'y écrit \n
    "#);
}

#[test]
fn json_that_is_cut_off_is_named() {
    let (start, _) = EMBEDDED.split_once("ept\"").expect("a commune");
    insta::assert_snapshot!(message(start, Lang::FR), @r#"
    s.json:160:6 : le JSON s'arrête au milieu : le fichier est-il complet ?
    160 |      "
        |      ^
    "#);
}

#[test]
fn an_error_in_a_field_has_its_path_and_the_closest_match() {
    insta::assert_snapshot!(message(&edited("\"scale\": \"epci\"", "\"scale\": \"ecpi\""), Lang::FR), @r#"
    s.json:74:13, cites[0].scale : « ecpi » ne convient pas ; valeurs possibles : department, epci, several_communes, commune, neighbourhoods ; vouliez-vous dire « epci » ?
    74 |    "scale": "ecpi",
       |             ^
    "#);
    insta::assert_snapshot!(message(&edited("\"label\":", "\"lable\":"), Lang::EN), @r#"
    s.json:71:3, cites[0]: the key "label" is missing; is "lable" a misspelling of it?
    71 |   {
       |   ^
    "#);
    insta::assert_snapshot!(message(&edited("\"date\": \"2020-07\"", "\"date\": \"2020-13\""), Lang::EN), @r#"
    s.json:86:13, cites[0].label_date.date: "2020-13" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    86 |     "date": "2020-13",
       |             ^
    "#);
    let several = edited("\"population_2020\": ", "\"population_2020\": -")
        .replace("\"lon\": -0", "\"lon\": null, \"lon\": -0");
    insta::assert_snapshot!(message(&several, Lang::FR), @r#"
    s.json:161:25, cites[0].communes[0].population_2020 : « -155876 » n'est pas un nombre qui convient (et 28 autres problèmes : cites check les montre tous)
    161 |      "population_2020": -155876,
        |                         ^
    "#);
}

#[test]
fn nesting_without_end_is_an_error_and_not_a_crash() {
    let deep = edited("\"as_of\": \"2024-03-05\"", &format!("\"as_of\": {}", "[".repeat(100_000)));
    insta::assert_snapshot!(message(&deep, Lang::EN), @r#"
    s.json:6:100012: this is not JSON (a value is expected: a number, "text", a list, an object, true, false or null)
    6 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[,
      |                                                  ^
    "#);
    let closed = format!("\"as_of\": {}{}", "[".repeat(100_000), "]".repeat(100_000));
    insta::assert_snapshot!(message(&edited("\"as_of\": \"2024-03-05\"", &closed), Lang::EN), @r#"
    s.json:6:12, meta.as_of: a list where there must be a text
    6 |   "as_of": [[[[[[[[[[[[[[[[[[[[[[[[…
      |            ^
    "#);
}

#[test]
fn a_lone_surrogate_and_a_number_beyond_all_bounds_are_named() {
    insta::assert_snapshot!(message(&edited("\"title_fr\": \"Cités", "\"title_fr\": \"\\ud800Cités"), Lang::EN), @r#"
    s.json:4:15, meta.title_fr: "\ud800Cités de l'emploi" has an escape that stands for no character
    4 |   "title_fr": "\ud800Cités de l'emploi…
      |               ^
    "#);
    insta::assert_snapshot!(message(&edited("\"lon\": -0.", "\"lon\": 1e999, \"was\": -0."), Lang::EN), @r#"
    s.json:162:13, cites[0].communes[0].lon: "1e999" is not a number that can stand here
    162 |      "lon": 1e999, "was": -0.556,
        |             ^
    "#);
}

#[test]
fn the_name_of_the_file_cannot_command_the_terminal() {
    let error = load_str("", "a\u{1b}]0;x\u{7}.json").expect_err("an error");
    assert!(error.to_string().starts_with("a<U+001B>]0;x<U+0007>.json"), "{error}");
}

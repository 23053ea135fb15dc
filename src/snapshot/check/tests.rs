use std::sync::LazyLock;

use super::*;
use crate::locale::Lang;
use crate::snapshot::{DEFAULT_MAX_SIZE, EMBEDDED, to_json};

/// Returns the embedded snapshot with one text replaced.
fn edited(from: &str, to: &str) -> String {
    assert!(EMBEDDED.contains(from), "no {from:?}");
    EMBEDDED.replacen(from, to, 1)
}

/// Lists the problems of a text that the embedded snapshot does not have: the level, the rule and
/// the message in French, then in English.
fn found(text: &str) -> String {
    static USUAL: LazyLock<Vec<Problem>> = LazyLock::new(|| check_str(&EMBEDDED, "s.json").problems);
    let report = check_str(text, "s.json");
    let is_usual = |problem: &Problem| {
        USUAL
            .iter()
            .any(|other| (&other.location.target, &other.fault) == (&problem.location.target, &problem.fault))
    };
    let problems: Vec<_> = report.problems.iter().filter(|problem| !is_usual(problem)).collect();
    let lines = [Lang::FR, Lang::EN].map(|lang| {
        let line = |problem: &&Problem| {
            let level = match problem.fault.level() {
                Level::Error => ["erreur", "error"],
                Level::Warning => ["avertissement", "warning"],
                Level::Note => ["remarque", "note"],
            };
            let level = level[usize::from(lang == Lang::EN)];
            format!("{level} [{}] {}", problem.fault.code(), problem.describe(lang))
        };
        problems.iter().map(line).collect::<Vec<_>>()
    });
    lines.concat().join("\n")
}

#[test]
fn the_embedded_snapshot_has_no_errors() {
    let report = check_str(&EMBEDDED, "s.json");
    let lines: Vec<_> = report.problems.iter().map(|problem| problem.describe(Lang::FR)).collect();
    insta::assert_snapshot!(lines.join("\n"), @"");
}

#[test]
fn an_input_that_is_not_a_snapshot_is_one_error_with_its_line() {
    for bytes in [b"".as_slice(), b"{} {}", b"[1]", b"\xff\xfe{\0", b"\x1f\x8b\x08"] {
        let report = check(bytes.to_vec(), "s.json", DEFAULT_MAX_SIZE);
        let codes: Vec<_> = report.problems.iter().map(|problem| problem.fault.code()).collect();
        assert_eq!((codes, report.coverage), (vec!["unreadable"], None), "{bytes:?}");
    }
    let report = check_str("{\n \"meta\": {,}\n}", "s.json");
    insta::assert_snapshot!(report.problems[0].describe(Lang::FR), @r#"s.json:2:11 : ce n'est pas du JSON (une clé est attendue, entre guillemets doubles)"#);
    insta::assert_snapshot!(report.problems[0].excerpt().expect("an excerpt").render(), @r#"
    2 |  "meta": {,}
      |           ^
    "#);
}

#[test]
fn another_version_is_one_error() {
    insta::assert_snapshot!(found(&edited("\"1.1\"", "\"2.0\"")), @"
    erreur [unreadable] s.json : ce jeu de données est en version 2.0, ce logiciel lit la version 1.1 : il faut une autre version du logiciel ou un autre jeu de données
    error [unreadable] s.json: this snapshot has version 2.0, this program reads version 1.1: take another program or another snapshot
    ");
}

#[test]
fn every_wrong_field_is_found_with_its_path() {
    let text = edited("\"label\":", "\"lable\":")
        .replacen("\"population_2020\": ", "\"population_2020\": -", 1)
        .replacen("\"scale\": \"commune\"", "\"scale\": \"ville\"", 1)
        .replacen("\"lon\": 2.2", "\"lon\": null, \"lon\": 2.2", 1)
        .replacen("\"launch_date\": null", "\"launch_date\": []", 1);
    insta::assert_snapshot!(found(&text), @r#"
    erreur [missing-field] s.json:71:3, cites[0] : la clé « label » manque ; « lable » en est-elle une faute de frappe ?
    avertissement [unknown-field] s.json:73:13, cites[0].lable : la clé « lable » est inconnue du format ; vouliez-vous dire « label » ?
    erreur [wrong-type] s.json:95:19, cites[0].launch_date : une liste là où il faut un objet
    erreur [not-a-number] s.json:161:25, cites[0].communes[0].population_2020 : « -155876 » n'est pas un nombre qui convient
    erreur [not-one-of] s.json:275:13, cites[1].scale : « ville » ne convient pas ; valeurs possibles : department, epci, several_communes, commune, neighbourhoods
    erreur [wrong-type] s.json:311:13, cites[1].communes[0].lon : null là où il faut un nombre
    erreur [duplicate-key] s.json:311:26, cites[1].communes[0].lon : la clé « lon » est là deux fois dans le même objet
    error [missing-field] s.json:71:3, cites[0]: the key "label" is missing; is "lable" a misspelling of it?
    warning [unknown-field] s.json:73:13, cites[0].lable: the format has no key "lable"; did you mean "label"?
    error [wrong-type] s.json:95:19, cites[0].launch_date: a list where there must be an object
    error [not-a-number] s.json:161:25, cites[0].communes[0].population_2020: "-155876" is not a number that can stand here
    error [not-one-of] s.json:275:13, cites[1].scale: "ville" is not valid; it has to be one of: department, epci, several_communes, commune, neighbourhoods
    error [wrong-type] s.json:311:13, cites[1].communes[0].lon: null where there must be a number
    error [duplicate-key] s.json:311:26, cites[1].communes[0].lon: the key "lon" is there twice in one object
    "#);
}

#[test]
fn an_unknown_field_is_noted_or_taken_for_a_slip() {
    insta::assert_snapshot!(found(&edited("\"meta\": {", "\"meta\": {\n\"weather\": {\"titel_fr\": 1},")), @r#"
    remarque [unknown-field] s.json:4:12, meta.weather : la clé « weather » est inconnue du format
    note [unknown-field] s.json:4:12, meta.weather: the format has no key "weather"
    "#);
    insta::assert_snapshot!(found(&edited("\"launch_date\": null", "\"lanch_date\": null")), @r#"
    avertissement [unknown-field] s.json:95:18, cites[0].lanch_date : la clé « lanch_date » est inconnue du format ; vouliez-vous dire « launch_date » ?
    warning [unknown-field] s.json:95:18, cites[0].lanch_date: the format has no key "lanch_date"; did you mean "launch_date"?
    "#);
}

#[test]
fn a_record_with_a_wrong_field_is_checked_in_its_other_parts() {
    let text = edited("\"scale\": \"epci\"", "\"scale\": 7")
        .replacen("\"source\": \"C01\"", "\"source\": \"C91\"", 1)
        .replacen("\"insee\": \"49007\"", "\"insee\": \"4907\"", 1);
    insta::assert_snapshot!(found(&text), @r#"
    erreur [wrong-type] s.json:74:13, cites[0].scale : un nombre là où il faut un texte
    erreur [unknown-id] s.json:103:17, cites[0].carrier.sources[0].source : « C91 » : source introuvable
    erreur [not-a-code] s.json:151:15, cites[0].communes[0].insee : « 4907 » n'est pas un code INSEE de commune (cinq caractères : 35238, 2A004, 97209)
    error [wrong-type] s.json:74:13, cites[0].scale: a number where there must be a text
    error [unknown-id] s.json:103:17, cites[0].carrier.sources[0].source: "C91": no such source
    error [not-a-code] s.json:151:15, cites[0].communes[0].insee: "4907" is not an INSEE commune code (five characters: 35238, 2A004, 97209)
    "#);
}

#[test]
fn ids_that_lead_nowhere_and_ids_that_come_twice() {
    insta::assert_snapshot!(found(&edited("\"sources\": [\"S02\", \"S07\", \"S16\"]", "\"sources\": [\"S02\", \"S07\", \"S61\"]")), @r#"
    erreur [unknown-id] s.json:10:30, meta.experiment.sources[2] : « S61 » : source introuvable
    error [unknown-id] s.json:10:30, meta.experiment.sources[2]: "S61": no such source
    "#);
    insta::assert_snapshot!(found(&edited("\"id\": \"cde-002\"", "\"id\": \"cde-001\"")), @r#"
    erreur [duplicate] s.json:273:10, cites[1].id : « cde-001 » : Cité déjà là (s.json:72:10, cites[0].id)
    error [duplicate] s.json:273:10, cites[1].id: "cde-001": this Cité is there already (s.json:72:10, cites[0].id)
    "#);
    insta::assert_snapshot!(found(&edited("\"code\": \"QP049002\"", "\"code\": \"QP049001\"")), @r#"
    erreur [duplicate] s.json:191:14, cites[0].qpvs[1].code : « QP049001 » : quartier déjà là (s.json:187:14, cites[0].qpvs[0].code)
    avertissement [count-differs] s.json:15510:13, figures[24].value : 368065 annoncés, 366 035 comptés dans le jeu de données
    avertissement [count-differs] s.json:15523:13, figures[25].value : 2701047 annoncés, 2 691 458 comptés dans le jeu de données
    error [duplicate] s.json:191:14, cites[0].qpvs[1].code: "QP049001": this quartier is there already (s.json:187:14, cites[0].qpvs[0].code)
    warning [count-differs] s.json:15510:13, figures[24].value: 368065 are announced, 366,035 are counted in the snapshot
    warning [count-differs] s.json:15523:13, figures[25].value: 2701047 are announced, 2,691,458 are counted in the snapshot
    "#);
    insta::assert_snapshot!(found(&edited("\"insee\": \"49353\"", "\"insee\": \"49007\"")), @r#"
    erreur [duplicate] s.json:168:15, cites[0].communes[1].insee : « 49007 » : commune déjà là (s.json:151:15, cites[0].communes[0].insee)
    error [duplicate] s.json:168:15, cites[0].communes[1].insee: "49007": this commune is there already (s.json:151:15, cites[0].communes[0].insee)
    "#);
    insta::assert_snapshot!(found(&edited("\"department\": \"49\"", "\"department\": \"94\"")), @r#"
    erreur [disagrees] s.json:153:20, cites[0].communes[0].department : « 94 » ne va pas avec « 49007 » : « 49 » attendu
    erreur [disagrees] s.json:154:16, cites[0].communes[0].region : « 52 » ne va pas avec « 94 » : « 11 » attendu
    avertissement [outside-territory] s.json:162:13, cites[0].communes[0].lon : le point -0.556, 47.4768 (longitude, latitude) est à plus de 25 km du territoire Val-de-Marne ; les deux nombres sont-ils inversés ?
    error [disagrees] s.json:153:20, cites[0].communes[0].department: "94" does not go with "49007": it would have to be "49"
    error [disagrees] s.json:154:16, cites[0].communes[0].region: "52" does not go with "94": it would have to be "11"
    warning [outside-territory] s.json:162:13, cites[0].communes[0].lon: the point -0.556, 47.4768 (longitude, latitude) is more than 25 km outside of Val-de-Marne; are the two numbers swapped?
    "#);
}

#[test]
fn a_commune_or_body_that_is_described_in_two_ways() {
    let at = EMBEDDED.rfind("\"name\": \"Métropole du Grand Paris\"").expect("Grand Paris");
    let (start, end) = EMBEDDED.split_at(at);
    let text = format!("{start}{}", end.replacen("Grand Paris", "Petit Paris", 1));
    insta::assert_snapshot!(found(&text), @r#"
    erreur [told-differently] s.json:12695:5, cites[71].communes[0] : « 95018 » est décrit autrement ailleurs (s.json:8463:5, cites[56].communes[2])
    erreur [told-differently] s.json:12700:14, cites[71].communes[0].epci : « Métropole du Petit Paris » est décrit autrement ailleurs (s.json:301:14, cites[1].communes[0].epci)
    error [told-differently] s.json:12695:5, cites[71].communes[0]: "95018" is described differently elsewhere (s.json:8463:5, cites[56].communes[2])
    error [told-differently] s.json:12700:14, cites[71].communes[0].epci: "Métropole du Petit Paris" is described differently elsewhere (s.json:301:14, cites[1].communes[0].epci)
    "#);
}

#[test]
fn dates_that_cannot_be() {
    insta::assert_snapshot!(found(&edited("\"date\": \"2020-07\",\n    \"basis\": \"territory\"", "\"date\": \"2021-07\",\n    \"basis\": \"territory\"")), @"
    erreur [outside-wave] s.json:86:13, cites[0].label_date.date : 2021-07 n'est pas dans la vague 2020 de cette Cité
    error [outside-wave] s.json:86:13, cites[0].label_date.date: 2021-07 is not in the wave of this Cité, 2020
    ");
    let text = edited(
        "\"launch_date\": {\n    \"date\": \"2022-01-18\"",
        "\"launch_date\": {\n    \"date\": \"2020-02\"",
    );
    insta::assert_snapshot!(found(&text), @"
    avertissement [before-label] s.json:3710:13, cites[25].launch_date.date : 2020-02 est avant la labellisation (2021-07-10)
    erreur [before-programme] s.json:3710:13, cites[25].launch_date.date : 2020-02 est avant le début de l'expérimentation (2020-03)
    warning [before-label] s.json:3710:13, cites[25].launch_date.date: 2020-02 is before the label was given (2021-07-10)
    error [before-programme] s.json:3710:13, cites[25].launch_date.date: 2020-02 is before the programme started (2020-03)
    ");
    let text = edited(
        "\"launch_date\": {\n    \"date\": \"2022-01-18\"",
        "\"launch_date\": {\n    \"date\": \"2025\"",
    );
    insta::assert_snapshot!(found(&text), @"
    avertissement [after-experiment] s.json:3710:13, cites[25].launch_date.date : 2025 est après la fin de l'expérimentation (2024-12-31)
    warning [after-experiment] s.json:3710:13, cites[25].launch_date.date: 2025 is after the experiment ended (2024-12-31)
    ");
}

#[test]
fn a_date_that_may_be_is_let_through() {
    // A part of 2020 is before the programme.
    for date in ["2021", "2021-07", "2021-Q3", "2024-12-31", "2024"] {
        let text = edited(
            "\"launch_date\": {\n    \"date\": \"2022-01-18\"",
            &format!("\"launch_date\": {{\n    \"date\": \"{date}\""),
        );
        assert_eq!(found(&text), "", "{date}");
    }
}

#[test]
fn places_that_are_elsewhere() {
    insta::assert_snapshot!(found(&edited("\"lon\": -0.556,\n     \"lat\": 47.4768", "\"lon\": 47.4768,\n     \"lat\": -0.556")), @"
    avertissement [outside-territory] s.json:162:13, cites[0].communes[0].lon : le point 47.4768, -0.556 (longitude, latitude) est à plus de 25 km du territoire Maine-et-Loire ; les deux nombres sont-ils inversés ?
    warning [outside-territory] s.json:162:13, cites[0].communes[0].lon: the point 47.4768, -0.556 (longitude, latitude) is more than 25 km outside of Maine-et-Loire; are the two numbers swapped?
    ");
    insta::assert_snapshot!(found(&edited("\"code\": \"QP049001\"", "\"code\": \"QP094001\"")), @r#"
    avertissement [outside-cite] s.json:187:14, cites[0].qpvs[0].code : « QP094001 » est le code d'un autre département que celui des communes de cette Cité (49)
    erreur [told-differently] s.json:12358:5, cites[70].qpvs[4] : « QP094001 » est décrit autrement ailleurs (s.json:186:5, cites[0].qpvs[0])
    avertissement [count-differs] s.json:15510:13, figures[24].value : 368065 annoncés, 366 932 comptés dans le jeu de données
    avertissement [count-differs] s.json:15523:13, figures[25].value : 2701047 annoncés, 2 695 034 comptés dans le jeu de données
    warning [outside-cite] s.json:187:14, cites[0].qpvs[0].code: "QP094001" is the code of another department than that of the communes of this Cité (49)
    error [told-differently] s.json:12358:5, cites[70].qpvs[4]: "QP094001" is described differently elsewhere (s.json:186:5, cites[0].qpvs[0])
    warning [count-differs] s.json:15510:13, figures[24].value: 368065 are announced, 366,932 are counted in the snapshot
    warning [count-differs] s.json:15523:13, figures[25].value: 2701047 are announced, 2,695,034 are counted in the snapshot
    "#);
}

#[test]
fn names_that_differ_in_accents_only() {
    insta::assert_snapshot!(found(&edited("\"label\": \"Belfort\"", "\"label\": \"ASNIERES SUR SEINE\"")), @r#"
    avertissement [same-name] s.json:375:13, cites[2].label : « ASNIERES SUR SEINE » est, aux accents, majuscules et tirets près, « Asnières-sur-Seine » (s.json:274:13, cites[1].label)
    warning [same-name] s.json:375:13, cites[2].label: "ASNIERES SUR SEINE" is, but for accents, case and hyphens, "Asnières-sur-Seine" (s.json:274:13, cites[1].label)
    "#);
    insta::assert_snapshot!(found(&edited("\"jeunes\", \"familles", "\"mobilite\", \"familles")), @r#"
    avertissement [same-name] s.json:415:16, cites[2].themes.values[0] : « mobilite » est, aux accents, majuscules et tirets près, « mobilité » (s.json:113:16, cites[0].themes.values[0])
    warning [same-name] s.json:415:16, cites[2].themes.values[0]: "mobilite" is, but for accents, case and hyphens, "mobilité" (s.json:113:16, cites[0].themes.values[0])
    "#);
}

#[test]
fn text_that_is_not_what_it_looks_like() {
    insta::assert_snapshot!(found(&edited("\"Belfort\"", "\"Belfo\\u200brt\"")), @r#"
    erreur [zero-width-character] s.json:375:13, cites[2].label : « Belfo<U+200B>rt » contient U+200B, un caractère invisible
    error [zero-width-character] s.json:375:13, cites[2].label: "Belfo<U+200B>rt" has U+200B, a character that cannot be seen
    "#);
    insta::assert_snapshot!(found(&edited("\"Belfort\"", "\"\\u202eBelfort\"")), @r#"
    erreur [bidi-character] s.json:375:13, cites[2].label : « <U+202E>Belfort » contient U+202E, qui change le sens de lecture
    error [bidi-character] s.json:375:13, cites[2].label: "<U+202E>Belfort" has U+202E, which changes the reading direction
    "#);
    insta::assert_snapshot!(found(&edited("\"Belfort\"", "\"Belfort\\u001b[2J\"")), @r#"
    erreur [control-character] s.json:375:13, cites[2].label : « Belfort<U+001B>[2J » contient le caractère de commande U+001B
    error [control-character] s.json:375:13, cites[2].label: "Belfort<U+001B>[2J" has the control character U+001B
    "#);
    insta::assert_snapshot!(found(&edited("\"Belfort\"", "\"Be\\u0301lfort \"")), @r#"
    erreur [not-nfc] s.json:375:13, cites[2].label : « Bélfort  » n'est pas en forme composée (Unicode NFC) : ses accents sont des caractères à part
    erreur [outer-space] s.json:375:13, cites[2].label : « Bélfort  » commence ou finit par une espace
    error [not-nfc] s.json:375:13, cites[2].label: "Bélfort " is not in composed form (Unicode NFC): its accents are characters of their own
    error [outer-space] s.json:375:13, cites[2].label: "Bélfort " begins or ends with white space
    "#);
}

#[test]
fn a_url_a_browser_does_not_open() {
    insta::assert_snapshot!(found(&edited("\"url\": \"https://www.etalab", "\"url\": \"file:///www.etalab")), @r#"
    erreur [not-a-url] s.json:45:12, meta.licences[0].url : « file:///www.etalab.gouv.fr/licence-ouverte-open-licence/ » n'est pas une adresse http ou https
    error [not-a-url] s.json:45:12, meta.licences[0].url: "file:///www.etalab.gouv.fr/licence-ouverte-open-licence/" is not an http or https address
    "#);
    insta::assert_snapshot!(found(&edited("\"url\": \"http://agence", "\"url\": \"agence")), @r#"
    erreur [not-a-url] s.json:15757:11, sources[1].url : « agence-cohesion-territoires.gouv.fr/premiere-evaluation-nati… » n'est pas une adresse http ou https
    error [not-a-url] s.json:15757:11, sources[1].url: "agence-cohesion-territoires.gouv.fr/premiere-evaluation-nati…" is not an http or https address
    "#);
}

#[test]
fn sources_that_nothing_uses_and_evidence_without_a_source() {
    insta::assert_snapshot!(found(&edited("\"sources\": [\n  {\n   \"id\": \"S01\"", "\"sources\": [\n  {\n   \"id\": \"S99\",\n   \"title\": \"t\",\n   \"url\": \"http://t.fr\",\n   \"date\": null,\n   \"note\": \"\"\n  },\n  {\n   \"id\": \"S01\"")), @r#"
    avertissement [never-used] s.json:15748:10, sources[0].id : rien ne cite la source « S99 »
    warning [never-used] s.json:15748:10, sources[0].id: nothing refers to the source "S99"
    "#);
}

#[test]
fn a_count_that_is_not_what_is_counted() {
    insta::assert_snapshot!(found(&edited("\"value\": 60,", "\"value\": 61,")), @"
    avertissement [count-differs] s.json:15239:13, figures[2].value : 61 annoncés, 60 comptés dans le jeu de données
    warning [count-differs] s.json:15239:13, figures[2].value: 61 are announced, 60 are counted in the snapshot
    ");
}

#[test]
fn a_report_passes_by_its_worst_problem() {
    let passes = |text: &str| {
        let report = check_str(text, "s.json");
        (report.passes(false), report.passes(true))
    };
    assert_eq!(passes(&EMBEDDED), (true, true));
    assert_eq!(passes(&edited("\"value\": 60,", "\"value\": 61,")), (true, false));
    assert_eq!(passes(&edited("\"Belfort\"", "\"\"")), (false, false));
}

#[test]
fn a_problem_of_a_cite_leads_to_it() {
    let report = check_str(&edited("\"label\": \"Belfort\"", "\"label\": \"\""), "s.json");
    let cites: Vec<_> = report.problems.iter().map(|problem| problem.location.cite()).collect();
    assert_eq!(cites, [Some(2)]);
}

#[test]
fn problems_have_named_fields_for_programs() {
    let report = check_str(&edited("\"scale\": \"epci\"", "\"scale\": \"ecpi\""), "s.json");
    insta::assert_snapshot!(serde_json::to_string_pretty(&report.problems[0].row(Lang::EN)).expect("JSON"), @r#"
    {
      "level": "error",
      "code": "not-one-of",
      "file": "s.json",
      "line": 74,
      "character": 13,
      "column": null,
      "path": "cites[0].scale",
      "value": "ecpi",
      "message": "\"ecpi\" is not valid; it has to be one of: department, epci, several_communes, commune, neighbourhoods; did you mean \"epci\"?",
      "suggestion": "epci"
    }
    "#);
}

#[test]
fn coverage_counts_values_and_their_evidence() {
    let coverage = check_str(&EMBEDDED, "s.json").coverage.expect("a coverage");
    let lines: Vec<_> = coverage
        .fields
        .iter()
        .map(|field| {
            format!("{} {}/{} {:?}", field.field.name(), field.filled, field.sourced, field.evidence)
        })
        .collect();
    assert_eq!(coverage.cites, 84);
    insta::assert_snapshot!(lines.join("\n"), @r#"
    label 84/0 []
    display_label 7/0 []
    scale 84/0 []
    wave 84/46 [("explicit", 19), ("implicit", 14), ("exclusion", 13), ("list_order", 38)]
    label_date 84/14 [("territory", 14), ("wave", 70)]
    launch_date 9/9 []
    carrier 55/27 [("explicit", 12), ("grant", 0), ("probable", 15), ("label", 28)]
    themes 32/32 []
    later 11/11 []
    figures 26/0 []
    note 4/0 []
    communes 84/0 []
    qpvs 84/0 []
    qpvs_2024 84/0 []
    "#);
}

#[test]
fn a_cite_without_communes() {
    let mut snapshot = crate::snapshot::embedded().expect("the embedded snapshot");
    snapshot.cites[2].communes.clear();
    insta::assert_snapshot!(found(&to_json(&snapshot).expect("JSON")), @"
    avertissement [no-commune] s.json:447:16, cites[2].communes : cette Cité ne couvre aucune commune
    warning [no-commune] s.json:447:16, cites[2].communes: this Cité covers no commune
    ");
}

#[test]
fn nesting_without_end_is_passed_over_or_named() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    insta::assert_snapshot!(found(&edited("\"meta\": {", &format!("\"meta\": {{\"deep\": {deep},"))), @r#"
    remarque [unknown-field] s.json:3:19, meta.deep : la clé « deep » est inconnue du format
    note [unknown-field] s.json:3:19, meta.deep: the format has no key "deep"
    "#);
    let named = found(&edited("\"as_of\": \"2024-03-05\"", &format!("\"as_of\": {deep}")));
    insta::assert_snapshot!(named, @r#"
    erreur [wrong-type] s.json:6:12, meta.as_of : une liste là où il faut un texte
    error [wrong-type] s.json:6:12, meta.as_of: a list where there must be a text
    "#);
}

#[test]
fn the_fields_of_a_snapshot_in_a_list_are_no_snapshot() {
    let snapshot: serde_json::Value = serde_json::from_str(&EMBEDDED).expect("JSON");
    let fields = [
        "schema_version",
        "meta",
        "cites",
        "preconisations",
        "findings",
        "figures",
        "timeline",
        "sources",
        "regions",
        "departments",
    ];
    let list = serde_json::Value::from(fields.map(|field| snapshot[field].clone()).to_vec());
    let report = check_str(&list.to_string(), "s.json");
    assert_eq!((report.passes(false), report.coverage), (false, None));
}

#[test]
fn notes_without_end_leave_room_for_the_errors() {
    let unknown: String = (0..20_000).map(|number| format!("\"unknown {number}\": 0, ")).collect();
    let text = edited("\"meta\": {", &format!("\"meta\": {{{unknown}"));
    let report = check_str(&text.replacen("\"wave\": {", "\"wave\": 1, \"was\": {", 1), "s.json");
    assert_eq!(report.omitted.of(Level::Note), report.count(Level::Note) - 10_000);
    assert_eq!([Level::Error, Level::Warning].map(|level| report.omitted.of(level)), [0, 0]);
    assert!(report.count(Level::Error) > 0 && !report.passes(false));
    assert_eq!(report.document(Lang::EN).omitted, report.omitted.total());
}

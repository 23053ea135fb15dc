//! Tests with one broken table each, and the words of its problem.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::locale::Lang;

pub const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources");

/// Copies the source tables.
pub fn tables() -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(SOURCES).expect("the tables") {
        let path = entry.expect("a table").path();
        if path.is_dir() {
            continue;
        }
        fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("a copy");
    }
    copy
}

fn edit(tables: &TempDir, name: &str, from: &str, to: &str) {
    let path: PathBuf = tables.path().join(name);
    let text = fs::read_to_string(&path).expect("a table");
    assert!(text.contains(from), "{name} has no {from:?}");
    fs::write(&path, text.replacen(from, to, 1)).expect("a table");
}

/// Describes the problems of the tables, in French, then in English.
fn describe(tables: &TempDir) -> String {
    let problems = build(tables.path()).err().unwrap_or_default();
    let lines = [Lang::FR, Lang::EN]
        .map(|lang| problems.iter().map(|problem| problem.describe(lang)).collect::<Vec<_>>());
    lines.concat().join("\n")
}

/// Describes the problems of the tables after `from` is replaced by `to` in one of them.
fn broken(name: &str, from: &str, to: &str) -> String {
    let tables = tables();
    edit(&tables, name, from, to);
    describe(&tables)
}

#[test]
fn a_link_to_an_unknown_cite() {
    insta::assert_snapshot!(broken("cite_communes.csv", "cde-001,49007", "cde-01,49007"), @r#"
    cite_communes.csv:2, colonne cite_id : « cde-01 » : Cité introuvable
    cite_communes.csv:2, column cite_id: "cde-01": no such Cité
    "#);
}

#[test]
fn a_link_to_an_unknown_commune() {
    insta::assert_snapshot!(broken("cite_communes.csv", "cde-001,49007", "cde-001,49999"), @r#"
    cite_communes.csv:2, colonne insee : « 49999 » : commune introuvable
    cite_communes.csv:2, column insee: "49999": no such commune
    "#);
}

#[test]
fn a_link_to_an_unknown_quartier() {
    insta::assert_snapshot!(broken("cite_qpvs.csv", "cde-001,QP049001", "cde-001,QP049999"), @r#"
    cite_qpvs.csv:2, colonne qpv_code : « QP049999 » : quartier introuvable
    cite_qpvs_2024.csv:2, colonne from_qpv2015 : « QP049001 » n'est pas un quartier de la Cité cde-001
    cite_qpvs.csv:2, column qpv_code: "QP049999": no such quartier
    cite_qpvs_2024.csv:2, column from_qpv2015: "QP049001" is no quartier of the Cité cde-001
    "#);
}

#[test]
fn a_carrier_of_an_unknown_cite() {
    insta::assert_snapshot!(broken("carriers.csv", "cde-001,Aldev", "cde-901,Aldev"), @r#"
    carriers.csv:2, colonne cite_id : « cde-901 » : Cité introuvable ; vouliez-vous dire « cde-001 » ?
    evidence.csv:2, colonne field : une source parle de « carrier », mais cette Cité n'en a pas
    evidence.csv:3, colonne field : une source parle de « carrier », mais cette Cité n'en a pas
    carriers.csv:2, column cite_id: "cde-901": no such Cité; did you mean "cde-001"?
    evidence.csv:2, column field: a source speaks of "carrier", but this Cité has none
    evidence.csv:3, column field: a source speaks of "carrier", but this Cité has none
    "#);
}

#[test]
fn a_statement_about_an_unknown_cite() {
    insta::assert_snapshot!(broken("evidence.csv", "cde-001,carrier,C01", "cde-100,carrier,C01"), @r#"
    evidence.csv:2, colonne cite_id : « cde-100 » : Cité introuvable ; vouliez-vous dire « cde-010 » ?
    evidence.csv:2, column cite_id: "cde-100": no such Cité; did you mean "cde-010"?
    "#);
}

#[test]
fn a_statement_of_an_unknown_source() {
    insta::assert_snapshot!(broken("evidence.csv", "cde-001,carrier,C01", "cde-001,carrier,C91"), @r#"
    evidence.csv:2, colonne source_id : « C91 » : source introuvable
    evidence.csv:2, column source_id: "C91": no such source
    "#);
}

#[test]
fn a_department_of_an_unknown_region() {
    insta::assert_snapshot!(broken("departments.csv", "01,Ain,84", "01,Ain,83"), @r#"
    departments.csv:2, colonne region : « 83 » : région introuvable
    departments.csv:2, column region: "83": no such region
    "#);
}

#[test]
fn a_commune_of_an_unknown_department() {
    insta::assert_snapshot!(broken("communes.csv", "02381,Hirson,02,32", "02381,Hirson,96,32"), @r#"
    communes.csv:2, colonne department : « 96 » : département introuvable
    communes.csv:2, column department: "96": no such department
    "#);
}

#[test]
fn an_outline_of_an_unknown_region() {
    insta::assert_snapshot!(broken("region_outlines.json", "\"region\":\"53\"", "\"region\":\"54\""), @r#"
    region_outlines.json:1:14240, [12].region : « 54 » : région introuvable
    region_outlines.json:1:14240, [12].region: "54": no such region
    "#);
}

#[test]
fn a_finding_of_an_unknown_source() {
    insta::assert_snapshot!(broken("findings.json", "\"S05\"", "\"S5\""), @r#"
    findings.json:8:4, [0].sources[0] : « S5 » : source introuvable
    findings.json:8:4, [0].sources[0]: "S5": no such source
    "#);
}

#[test]
fn a_recommendation_related_to_an_unknown_one() {
    insta::assert_snapshot!(broken("preconisations.json", "\"related_to\": [\n   \"R2\"", "\"related_to\": [\n   \"R22\""), @r#"
    preconisations.json:164:4, [5].related_to[0] : « R22 » : préconisation introuvable ; vouliez-vous dire « R2 » ?
    preconisations.json:164:4, [5].related_to[0]: "R22": no such recommendation; did you mean "R2"?
    "#);
}

#[test]
fn a_local_event_of_an_unknown_cite() {
    insta::assert_snapshot!(broken("timeline.json", "\"local cde-", "\"local cde-7"), @r#"
    timeline.json:17:12, [1].scope : « local cde-7001 » : Cité introuvable ; vouliez-vous dire « cde-001 » ?
    timeline.json:17:12, [1].scope: "local cde-7001": no such Cité; did you mean "cde-001"?
    "#);
}

#[test]
fn a_figure_of_an_unknown_cite() {
    insta::assert_snapshot!(broken("cite_figures.csv", "
cde-", "
cde-7"), @r#"
    cite_figures.csv:2, colonne cite_id : « cde-7001 » : Cité introuvable ; vouliez-vous dire « cde-001 » ?
    cite_figures.csv:2, column cite_id: "cde-7001": no such Cité; did you mean "cde-001"?
    "#);
}

#[test]
fn a_scope_that_is_none() {
    insta::assert_snapshot!(broken("timeline.json", "\"scope\": \"national\"", "\"scope\": \"nationale\""), @r#"
    timeline.json:6:12, [0].scope : « nationale » ne convient pas ; valeurs possibles : national, local ; vouliez-vous dire « national » ?
    timeline.json:6:12, [0].scope: "nationale" is not valid; it has to be one of: national, local; did you mean "national"?
    "#);
}

#[test]
fn an_id_that_comes_twice() {
    insta::assert_snapshot!(broken("cites.csv", "cde-002,Asn", "cde-001,Asn"), @r#"
    cites.csv:3, colonne id : « cde-001 » : Cité déjà là (cites.csv:2, colonne id)
    cite_communes.csv:4, colonne cite_id : « cde-002 » : Cité introuvable
    cite_communes.csv:5, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs.csv:10, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs.csv:11, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs.csv:12, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs.csv:13, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs_2024.csv:12, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs_2024.csv:13, colonne cite_id : « cde-002 » : Cité introuvable
    cite_qpvs_2024.csv:14, colonne cite_id : « cde-002 » : Cité introuvable
    cites.csv:3, column id: "cde-001": this Cité is there already (cites.csv:2, column id)
    cite_communes.csv:4, column cite_id: "cde-002": no such Cité
    cite_communes.csv:5, column cite_id: "cde-002": no such Cité
    cite_qpvs.csv:10, column cite_id: "cde-002": no such Cité
    cite_qpvs.csv:11, column cite_id: "cde-002": no such Cité
    cite_qpvs.csv:12, column cite_id: "cde-002": no such Cité
    cite_qpvs.csv:13, column cite_id: "cde-002": no such Cité
    cite_qpvs_2024.csv:12, column cite_id: "cde-002": no such Cité
    cite_qpvs_2024.csv:13, column cite_id: "cde-002": no such Cité
    cite_qpvs_2024.csv:14, column cite_id: "cde-002": no such Cité
    "#);
}

#[test]
fn a_source_that_comes_twice() {
    insta::assert_snapshot!(broken("sources.csv", "\nC33,", "\nC32,"), @r#"
    evidence.csv:170, colonne source_id : « C33 » : source introuvable
    evidence.csv:171, colonne source_id : « C33 » : source introuvable
    sources.csv:72, colonne id : « C32 » : source déjà là (sources.csv:71, colonne id)
    evidence.csv:170, column source_id: "C33": no such source
    evidence.csv:171, column source_id: "C33": no such source
    sources.csv:72, column id: "C32": this source is there already (sources.csv:71, column id)
    "#);
}

#[test]
fn a_second_carrier_of_a_cite() {
    insta::assert_snapshot!(broken("carriers.csv", "cde-006,CA", "cde-001,CA"), @r#"
    carriers.csv:3, colonne cite_id : « cde-001 » : porteur de la Cité déjà là (carriers.csv:2, colonne cite_id)
    carriers.csv:3, column cite_id: "cde-001": this lead body of the Cité is there already (carriers.csv:2, column cite_id)
    "#);
}

#[test]
fn a_commune_that_comes_twice() {
    insta::assert_snapshot!(broken("communes.csv", "08409,Sedan", "02381,Sedan"), @r#"
    commune_contrat_ville.csv:4, colonne insee : « 08409 » : commune introuvable
    communes.csv:4, colonne insee : « 02381 » : commune déjà là (communes.csv:2, colonne insee)
    communes.csv:4, colonne department : « 08 » ne va pas avec « 02381 » : « 02 » attendu
    cite_communes.csv:47, colonne insee : « 08409 » : commune introuvable
    commune_contrat_ville.csv:4, column insee: "08409": no such commune
    communes.csv:4, column insee: "02381": this commune is there already (communes.csv:2, column insee)
    communes.csv:4, column department: "08" does not go with "02381": it would have to be "02"
    cite_communes.csv:47, column insee: "08409": no such commune
    "#);
}

#[test]
fn a_link_that_comes_twice() {
    insta::assert_snapshot!(broken("cite_communes.csv", "cde-001,49353", "cde-001,49007"), @r#"
    cite_communes.csv:3 : « cde-001, 49007 » : lien déjà là (cite_communes.csv:2)
    cite_communes.csv:3: "cde-001, 49007": this link is there already (cite_communes.csv:2)
    "#);
}

#[test]
fn a_finding_that_comes_twice() {
    insta::assert_snapshot!(broken("findings.json", "\"id\": \"V2\"", "\"id\": \"V1\""), @r#"
    findings.json:15:9, [1].id : « V1 » : constat déjà là (findings.json:3:9, [0].id)
    findings.json:15:9, [1].id: "V1": this finding is there already (findings.json:3:9, [0].id)
    "#);
}

#[test]
fn a_commune_code_without_its_zero() {
    insta::assert_snapshot!(broken("communes.csv", "02381,Hirson", "2381,Hirson"), @r#"
    commune_contrat_ville.csv:2, colonne insee : « 02381 » : commune introuvable ; vouliez-vous dire « 2381 » ?
    communes.csv:2, colonne insee : « 2381 » n'est pas un code INSEE de commune (cinq caractères : 35238, 2A004, 97209)
    cite_communes.csv:106, colonne insee : « 02381 » : commune introuvable ; vouliez-vous dire « 2381 » ?
    commune_contrat_ville.csv:2, column insee: "02381": no such commune; did you mean "2381"?
    communes.csv:2, column insee: "2381" is not an INSEE commune code (five characters: 35238, 2A004, 97209)
    cite_communes.csv:106, column insee: "02381": no such commune; did you mean "2381"?
    "#);
}

#[test]
fn a_department_code_that_is_none() {
    insta::assert_snapshot!(broken("departments.csv", "19,Corrèze", "20,Corrèze"), @r#"
    departments.csv:20, colonne code : « 20 » n'est pas un code INSEE de département (35, 2A, 974)
    department_outlines.json:1:10913, [18].department : « 19 » : département introuvable
    departments.csv:20, column code: "20" is not an INSEE department code (35, 2A, 974)
    department_outlines.json:1:10913, [18].department: "19": no such department
    "#);
}

#[test]
fn a_region_code_that_is_none() {
    insta::assert_snapshot!(broken("regions.csv", "989,Île", "9899,Île"), @r#"
    departments.csv:110, colonne region : « 989 » : région introuvable
    regions.csv:27, colonne code : « 9899 » n'est pas un code INSEE de région (53)
    departments.csv:110, column region: "989": no such region
    regions.csv:27, column code: "9899" is not an INSEE region code (53)
    "#);
}

#[test]
fn a_quartier_code_that_is_none() {
    insta::assert_snapshot!(broken("qpvs.csv", "QP002001,Europe", "QP02001,Europe"), @r#"
    qpvs.csv:2, colonne code : « QP02001 » n'est pas un code de quartier prioritaire (QP et six caractères : QP049001)
    cite_qpvs.csv:201, colonne qpv_code : « QP002001 » : quartier introuvable
    cite_qpvs_2024.csv:216, colonne from_qpv2015 : « QP002001 » : quartier introuvable
    qpv_stats.csv:2, colonne qpv_code : « QP002001 » : quartier introuvable
    qpvs.csv:2, column code: "QP02001" is not a code of a quartier prioritaire (QP and six characters: QP049001)
    cite_qpvs.csv:201, column qpv_code: "QP002001": no such quartier
    cite_qpvs_2024.csv:216, column from_qpv2015: "QP002001": no such quartier
    qpv_stats.csv:2, column qpv_code: "QP002001": no such quartier
    "#);
}

#[test]
fn a_siren_number_with_a_slip() {
    insta::assert_snapshot!(broken("communes.csv", "240200600", "240200601"), @r#"
    communes.csv:2, colonne epci_siren : « 240200601 » n'est pas un numéro SIREN (neuf chiffres dont le dernier est la clé)
    communes.csv:2, column epci_siren: "240200601" is not a SIREN number (nine digits, of which the last checks the others)
    "#);
}

#[test]
fn a_department_that_the_code_does_not_start_with() {
    insta::assert_snapshot!(broken("communes.csv", "02381,Hirson,02,32", "02381,Hirson,59,32"), @r#"
    communes.csv:2, colonne department : « 59 » ne va pas avec « 02381 » : « 02 » attendu
    communes.csv:2, column department: "59" does not go with "02381": it would have to be "02"
    "#);
}

#[test]
fn a_region_that_the_department_is_not_in() {
    insta::assert_snapshot!(broken("communes.csv", "02381,Hirson,02,32", "02381,Hirson,02,44"), @r#"
    communes.csv:2, colonne region : « 44 » ne va pas avec « 02 » : « 32 » attendu
    communes.csv:2, column region: "44" does not go with "02": it would have to be "32"
    "#);
}

#[test]
fn a_carrier_type_that_is_none() {
    insta::assert_snapshot!(broken("carriers.csv", ",other,explicit", ",othr,explicit"), @r#"
    carriers.csv:2, colonne type : « othr » ne convient pas ; valeurs possibles : epci, commune, spe, association, state, department, other ; vouliez-vous dire « other » ?
    carriers.csv:2, column type: "othr" is not valid; it has to be one of: epci, commune, spe, association, state, department, other; did you mean "other"?
    "#);
}

#[test]
fn a_carrier_evidence_that_is_none() {
    insta::assert_snapshot!(broken("carriers.csv", ",other,explicit", ",other,sure"), @r#"
    carriers.csv:2, colonne evidence : « sure » ne convient pas ; valeurs possibles : explicit, grant, probable, label
    carriers.csv:2, column evidence: "sure" is not valid; it has to be one of: explicit, grant, probable, label
    "#);
}

#[test]
fn a_scale_that_is_none() {
    insta::assert_snapshot!(broken("cites.csv", "CU Angers Loire Métropole,,epci", "CU Angers Loire Métropole,,ecpi"), @r#"
    cites.csv:2, colonne scale : « ecpi » ne convient pas ; valeurs possibles : department, epci, several_communes, commune, neighbourhoods ; vouliez-vous dire « epci » ?
    cites.csv:2, column scale: "ecpi" is not valid; it has to be one of: department, epci, several_communes, commune, neighbourhoods; did you mean "epci"?
    "#);
}

#[test]
fn a_wave_that_is_none() {
    insta::assert_snapshot!(broken("cites.csv", "epci,2020,explicit", "epci,2022,explicit"), @r#"
    cites.csv:2, colonne wave : « 2022 » ne convient pas ; valeurs possibles : 2020, 2021
    cites.csv:2, column wave: "2022" is not valid; it has to be one of: 2020, 2021
    "#);
}

#[test]
fn a_kind_of_finding_that_is_none() {
    insta::assert_snapshot!(broken("findings.json", "\"plus_value\"", "\"plus-value\""), @r#"
    findings.json:4:11, [0].kind : « plus-value » ne convient pas ; valeurs possibles : plus_value, limite ; vouliez-vous dire « plus_value » ?
    findings.json:4:11, [0].kind: "plus-value" is not valid; it has to be one of: plus_value, limite; did you mean "plus_value"?
    "#);
}

#[test]
fn a_field_that_sources_do_not_speak_of() {
    insta::assert_snapshot!(broken("evidence.csv", "cde-001,themes", "cde-001,theme"), @r#"
    evidence.csv:6, colonne field : « theme » ne convient pas ; valeurs possibles : wave, label_date, launch_date, carrier, themes, later ; vouliez-vous dire « themes » ?
    evidence.csv:6, column field: "theme" is not valid; it has to be one of: wave, label_date, launch_date, carrier, themes, later; did you mean "themes"?
    "#);
}

#[test]
fn an_epci_type_that_is_none() {
    insta::assert_snapshot!(broken("communes.csv", "CC des Trois Rivières,CC", "CC des Trois Rivières,C"), @r#"
    communes.csv:2, colonne epci_type : « C » ne convient pas ; valeurs possibles : CC, CA, CU, METRO, MET69
    communes.csv:2, column epci_type: "C" is not valid; it has to be one of: CC, CA, CU, METRO, MET69
    "#);
}

#[test]
fn a_label_date_that_is_none() {
    insta::assert_snapshot!(broken("cites.csv", ",2020-07,territory", ",2020-17,territory"), @r#"
    cites.csv:2, colonne label_date : « 2020-17 » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
    cites.csv:2, column label_date: "2020-17" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    "#);
}

#[test]
fn a_launch_date_that_is_none() {
    insta::assert_snapshot!(broken("cites.csv", "2021-04-19", "19/04/2021"), @r#"
    cites.csv:10, colonne launch_date : « 19/04/2021 » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
    cites.csv:10, column launch_date: "19/04/2021" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    "#);
}

#[test]
fn a_date_of_an_event_that_is_none() {
    insta::assert_snapshot!(broken("timeline.json", "\"2022-Q1\"", "\"2022-T1\""), @r#"
    timeline.json:90:11, [8].date : « 2022-T1 » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
    timeline.json:90:11, [8].date: "2022-T1" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    "#);
}

#[test]
fn a_figure_that_should_be_a_date() {
    insta::assert_snapshot!(broken("figures.json", "\"2021-05-30\"", "\"30 mai 2021\""), @r#"
    figures.json:130:12, [8].value : « 30 mai 2021 » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
    figures.json:130:12, [8].value: "30 mai 2021" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    "#);
}

#[test]
fn a_column_that_is_missing() {
    insta::assert_snapshot!(broken("cites.csv", "label,scale", "libellé,scale"), @r#"
    cites.csv:1 : la colonne « display_libellé » est inconnue : personne ne la lirait ; vouliez-vous dire « display_label » ?
    cites.csv:1 : la colonne « display_label » manque
    cites.csv:1: the column "display_libellé" is unknown: nobody would read it; did you mean "display_label"?
    cites.csv:1: the column "display_label" is missing
    "#);
}

#[test]
fn a_column_that_is_there_twice() {
    insta::assert_snapshot!(broken("departments.csv", "code,name,region", "code,name,name"), @r#"
    departments.csv:1 : la colonne « name » est là deux fois
    departments.csv:1 : la colonne « region » manque
    departments.csv:1: the column "name" is there twice
    departments.csv:1: the column "region" is missing
    "#);
}

#[test]
fn a_row_that_is_too_short() {
    insta::assert_snapshot!(broken("departments.csv", "01,Ain,84", "01,Ain"), @r#"
    departments.csv:2 : 2 cellules au lieu de 3 : vérifiez les guillemets et les virgules
    departments.csv:2: 2 cells instead of 3: look at the quotes and commas
    "#);
}

#[test]
fn a_value_that_is_missing() {
    insta::assert_snapshot!(broken("cites.csv", "cde-002,Asnières-sur-Seine", "cde-002,"), @r#"
    cites.csv:3, colonne label : la valeur manque
    cites.csv:3, column label: the value is missing
    "#);
}

#[test]
fn a_key_that_is_missing() {
    insta::assert_snapshot!(broken("findings.json", "\"text_fr\"", "\"texte_fr\""), @r#"
    findings.json:5:15, [0].texte_fr : la clé « texte_fr » est inconnue du format ; vouliez-vous dire « text_fr » ?
    findings.json:2:2, [0] : la clé « text_fr » manque ; « texte_fr » en est-elle une faute de frappe ?
    findings.json:5:15, [0].texte_fr: the format has no key "texte_fr"; did you mean "text_fr"?
    findings.json:2:2, [0]: the key "text_fr" is missing; is "texte_fr" a misspelling of it?
    "#);
}

#[test]
fn a_key_that_is_there_twice() {
    insta::assert_snapshot!(broken("findings.json", "\"kind\": \"plus_value\"", "\"kind\": \"limite\",\n  \"kind\": \"plus_value\""), @r#"
    findings.json:5:11, [0].kind : la clé « kind » est là deux fois dans le même objet
    findings.json:5:11, [0].kind: the key "kind" is there twice in one object
    "#);
}

#[test]
fn a_value_of_another_type() {
    insta::assert_snapshot!(broken("preconisations.json", "\"order\": 1,", "\"order\": \"1\","), @r#"
    preconisations.json:5:12, [0].order : un texte là où il faut un nombre
    preconisations.json:5:12, [0].order: a text where there must be a number
    "#);
}

#[test]
fn json_that_does_not_parse() {
    insta::assert_snapshot!(broken("meta.json", "\"as_of\": ", "\"as_of\" "), @r#"
    meta.json:4:10 : ce n'est pas du JSON (« : » est attendu après une clé)
    meta.json:4:10: this is not JSON (":" is expected after a key)
    "#);
}

#[test]
fn a_population_that_is_no_number() {
    insta::assert_snapshot!(broken("communes.csv", ",8685,", ",8 685,"), @r#"
    communes.csv:2, colonne population_2020 : « 8 685 » n'est pas un nombre qui convient
    communes.csv:2, column population_2020: "8 685" is not a number that can stand here
    "#);
}

#[test]
fn a_coordinate_that_is_no_number() {
    insta::assert_snapshot!(broken("communes.csv", ",4.1045,", ",\"4,1045\","), @r#"
    communes.csv:2, colonne lon : « 4,1045 » n'est pas un nombre qui convient
    communes.csv:2, column lon: "4,1045" is not a number that can stand here
    "#);
}

#[test]
fn a_coordinate_off_the_globe() {
    insta::assert_snapshot!(broken("communes.csv", ",49.9426", ",499.426"), @r#"
    communes.csv:2, colonne lat : 499.426 n'est pas entre -90 et 90
    communes.csv:2, column lat: 499.426 is not between -90 and 90
    "#);
}

#[test]
fn an_ept_without_a_name() {
    insta::assert_snapshot!(broken("communes.csv", "CC des Trois Rivières,CC,,", "CC des Trois Rivières,CC,200057966,"), @r#"
    communes.csv:2, colonne ept_name : la valeur manque
    communes.csv:2, column ept_name: the value is missing
    "#);
}

#[test]
fn a_ring_that_is_not_closed() {
    insta::assert_snapshot!(broken("region_outlines.json", "[-61.808,16.269]],", "[-61.8,16.2]],"), @r#"
    region_outlines.json:1:26, [0].rings[0] : le contour n'est pas fermé : il faut au moins quatre points, le dernier égal au premier
    region_outlines.json:1:26, [0].rings[0]: the outline is not closed: it needs at least four points, the last the same as the first
    "#);
}

#[test]
fn an_address_that_is_none() {
    insta::assert_snapshot!(broken("sources.csv", "https://www.cap-metiers.pro", "www.cap-metiers.pro"), @r#"
    sources.csv:2, colonne url : « www.cap-metiers.pro/actualites/56576/Cites-emploi-les-enseig… » n'est pas une adresse http ou https
    sources.csv:2, column url: "www.cap-metiers.pro/actualites/56576/Cites-emploi-les-enseig…" is not an http or https address
    "#);
}

#[test]
fn text_with_accents_apart() {
    insta::assert_snapshot!(broken("cites.csv", "Asnières", "Asnie\u{300}res"), @r#"
    cites.csv:3, colonne label : « Asnières-sur-Seine » n'est pas en forme composée (Unicode NFC) : ses accents sont des caractères à part
    cites.csv:3, column label: "Asnières-sur-Seine" is not in composed form (Unicode NFC): its accents are characters of their own
    "#);
}

#[test]
fn text_that_commands_the_terminal() {
    insta::assert_snapshot!(broken("cites.csv", "Asnières", "Asnières\u{1b}[31m"), @r#"
    cites.csv:3, colonne label : « Asnières<U+001B>[31m-sur-Seine » contient le caractère de commande U+001B
    cites.csv:3, column label: "Asnières<U+001B>[31m-sur-Seine" has the control character U+001B
    "#);
}

#[test]
fn text_that_changes_direction() {
    insta::assert_snapshot!(broken("preconisations.json", "Confier à la Cité", "Confier \u{202e}à la Cité"), @r#"
    preconisations.json:6:15, [0].title_fr : « Confier <U+202E>à la Cité le volet emploi du contrat de ville » contient U+202E, qui change le sens de lecture
    preconisations.json:6:15, [0].title_fr: "Confier <U+202E>à la Cité le volet emploi du contrat de ville" has U+202E, which changes the reading direction
    "#);
}

#[test]
fn text_with_something_invisible() {
    insta::assert_snapshot!(broken("cites.csv", "Asnières", "Asni\u{200b}ères"), @r#"
    cites.csv:3, colonne label : « Asni<U+200B>ères-sur-Seine » contient U+200B, un caractère invisible
    cites.csv:3, column label: "Asni<U+200B>ères-sur-Seine" has U+200B, a character that cannot be seen
    "#);
}

#[test]
fn a_statement_about_a_date_that_is_not_there() {
    insta::assert_snapshot!(broken("evidence.csv", "cde-001,carrier,C01", "cde-001,launch_date,C01"), @r#"
    evidence.csv:2, colonne field : une source parle de « launch_date », mais cette Cité n'en a pas
    evidence.csv:2, column field: a source speaks of "launch_date", but this Cité has none
    "#);
}

#[test]
fn text_that_is_not_utf8() {
    let tables = tables();
    let path = tables.path().join("qpvs.csv");
    let latin1 = fs::read(&path).expect("a table");
    let at = latin1.windows(2).position(|pair| pair == "è".as_bytes()).expect("an accent");
    fs::write(&path, [&latin1[..at], b"\xe8", &latin1[at + 2..]].concat()).expect("a table");
    insta::assert_snapshot!(describe(&tables), @r#"
    qpvs.csv:7, colonne name : « Gare Et Verri�re » n'est pas de l'UTF-8 : enregistrez le fichier en UTF-8
    qpvs.csv:7, column name: "Gare Et Verri�re" is not UTF-8: save the file as UTF-8
    "#);
}

#[test]
fn tables_that_are_missing() {
    let tables = tables();
    for name in ["regions.csv", "findings.json"] {
        fs::remove_file(tables.path().join(name)).expect("a table");
    }
    insta::assert_snapshot!(describe(&tables), @r#"
    regions.csv : ce fichier n'existe pas
    findings.json : ce fichier n'existe pas
    regions.csv: this file does not exist
    findings.json: this file does not exist
    "#);
}

#[test]
fn every_problem_of_every_table_is_named_in_one_run() {
    let tables = tables();
    edit(&tables, "cites.csv", "cde-001,CU Angers Loire Métropole,,epci,2020", "cde-001,,,ecpi,1820");
    edit(&tables, "communes.csv", "02381,Hirson,02,32,240200600", "2381,,02,32,24020060");
    edit(&tables, "timeline.json", "\"2020-03\"", "\"mars 2020\"");
    edit(&tables, "sources.csv", "https://", "ftp://");
    insta::assert_snapshot!(describe(&tables), @r#"
    cites.csv:2, colonne label : la valeur manque
    cites.csv:2, colonne scale : « ecpi » ne convient pas ; valeurs possibles : department, epci, several_communes, commune, neighbourhoods ; vouliez-vous dire « epci » ?
    cites.csv:2, colonne wave : « 1820 » ne convient pas ; valeurs possibles : 2020, 2021
    commune_contrat_ville.csv:2, colonne insee : « 02381 » : commune introuvable ; vouliez-vous dire « 2381 » ?
    communes.csv:2, colonne insee : « 2381 » n'est pas un code INSEE de commune (cinq caractères : 35238, 2A004, 97209)
    communes.csv:2, colonne name : la valeur manque
    communes.csv:2, colonne epci_siren : « 24020060 » n'est pas un numéro SIREN (neuf chiffres dont le dernier est la clé)
    cite_communes.csv:106, colonne insee : « 02381 » : commune introuvable ; vouliez-vous dire « 2381 » ?
    sources.csv:2, colonne url : « ftp://www.cap-metiers.pro/actualites/56576/Cites-emploi-les-… » n'est pas une adresse http ou https
    timeline.json:3:11, [0].date : « mars 2020 » n'est pas une date : écrivez 2020, 2022-Q1, 2020-07 ou 2021-07-10
    cites.csv:2, column label: the value is missing
    cites.csv:2, column scale: "ecpi" is not valid; it has to be one of: department, epci, several_communes, commune, neighbourhoods; did you mean "epci"?
    cites.csv:2, column wave: "1820" is not valid; it has to be one of: 2020, 2021
    commune_contrat_ville.csv:2, column insee: "02381": no such commune; did you mean "2381"?
    communes.csv:2, column insee: "2381" is not an INSEE commune code (five characters: 35238, 2A004, 97209)
    communes.csv:2, column name: the value is missing
    communes.csv:2, column epci_siren: "24020060" is not a SIREN number (nine digits, of which the last checks the others)
    cite_communes.csv:106, column insee: "02381": no such commune; did you mean "2381"?
    sources.csv:2, column url: "ftp://www.cap-metiers.pro/actualites/56576/Cites-emploi-les-…" is not an http or https address
    timeline.json:3:11, [0].date: "mars 2020" is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10
    "#);
}

#[test]
fn the_order_of_rows_and_columns_and_a_byte_order_mark_change_nothing() {
    let tables = tables();
    for name in ["cites.csv", "cite_communes.csv", "departments.csv"] {
        let path = tables.path().join(name);
        let text = fs::read_to_string(&path).expect("a table");
        let (header, rows) = text.split_once('\n').expect("a header");
        let mut rows: Vec<_> = rows.lines().collect();
        rows.reverse();
        fs::write(&path, format!("\u{feff}{header}\r\n{}\r\n", rows.join("\r\n"))).expect("a table");
    }
    let path = tables.path().join("cite_qpvs.csv");
    let text = fs::read_to_string(&path).expect("a table");
    let swapped = text.lines().map(|line| line.split(',').rev().collect::<Vec<_>>().join(","));
    fs::write(&path, swapped.collect::<Vec<_>>().join("\n")).expect("a table");
    assert_eq!(build(tables.path()), build(Path::new(SOURCES)));
}

#[test]
fn a_body_that_is_described_in_two_ways() {
    insta::assert_snapshot!(broken("communes.csv", "CA Troyes Champagne Métropole", "CA Troyes Métropole"), @r#"
    communes.csv:6, colonne epci_name : « CA Troyes Champagne Métropole » est décrit autrement ailleurs (communes.csv:5, colonne epci_name)
    communes.csv:7, colonne epci_name : « CA Troyes Champagne Métropole » est décrit autrement ailleurs (communes.csv:5, colonne epci_name)
    communes.csv:8, colonne epci_name : « CA Troyes Champagne Métropole » est décrit autrement ailleurs (communes.csv:5, colonne epci_name)
    communes.csv:9, colonne epci_name : « CA Troyes Champagne Métropole » est décrit autrement ailleurs (communes.csv:5, colonne epci_name)
    communes.csv:6, column epci_name: "CA Troyes Champagne Métropole" is described differently elsewhere (communes.csv:5, column epci_name)
    communes.csv:7, column epci_name: "CA Troyes Champagne Métropole" is described differently elsewhere (communes.csv:5, column epci_name)
    communes.csv:8, column epci_name: "CA Troyes Champagne Métropole" is described differently elsewhere (communes.csv:5, column epci_name)
    communes.csv:9, column epci_name: "CA Troyes Champagne Métropole" is described differently elsewhere (communes.csv:5, column epci_name)
    "#);
}

#[test]
fn text_with_white_space_around_it() {
    insta::assert_snapshot!(broken("cites.csv", "Asnières-sur-Seine,", " Asnières-sur-Seine,"), @r#"
    cites.csv:3, colonne label : «  Asnières-sur-Seine » commence ou finit par une espace
    cites.csv:3, column label: " Asnières-sur-Seine" begins or ends with white space
    "#);
}

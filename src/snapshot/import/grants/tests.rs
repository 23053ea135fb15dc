use std::fs;

use encoding_rs::WINDOWS_1252;
use tempfile::TempDir;

use super::*;
use crate::save::save_all;
use crate::snapshot::build::tests::tables;
use crate::snapshot::model::Cite;
use crate::snapshot::{Input, build};

const HEADER: &str =
    "annee;code_cv;insee_dep;insee_reg;sous_theme;lib_action;raison_sociale;code_tiers;montant";

/// Two Cités whose carrier is only deduced from the label, one with an unknown one, and rows of others.
const ROWS: [&str; 4] = [
    "2023;;23;75;;Cité de l'emploi du Grand Guéret;COMMUNAUTE D'AGGLOMERATION DU GRAND GUERET;20003482500019;45 000,00",
    "2024;;23;75;5.2 - Cités de l'emploi;Accompagnement au Grand Guéret;CA DU GRAND GUERET;20003482500019;50 000,00",
    "2024;;56;53;5.2 - Cités de l'emploi;Cité de l'emploi de Vannes;MISSION LOCALE DU PAYS DE VANNES;;30000",
    "2024;;56;53;5.1 - Emploi;Chantier d'insertion à Vannes;ASSOCIATION X;;9000",
];

/// Writes the files and plans their import into `dir`. Problems have the bare names of the files.
fn plan_files(
    dir: &TempDir,
    files: &[(&str, Vec<u8>)],
    columns: &[(GrantField, &str)],
) -> Result<GrantPlan, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = files.iter().map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        Input::File(path)
    });
    let columns = columns.iter().map(|(field, name)| (*field, (*name).to_owned())).collect();
    let files = GrantFiles { inputs: inputs.collect(), columns };
    let prefix = format!("{}/", folder.path().display());
    match plan_grants(&files, dir.path()) {
        Ok(mut plan) => {
            for grant in &mut plan.not_placed {
                grant.location.file = grant.location.file.replace(&prefix, "");
            }
            Ok(plan)
        }
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| problem.describe(Lang::FR)).collect();
            Err(lines.join("\n").replace(&prefix, ""))
        }
    }
}

fn csv(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn plan(dir: &TempDir, text: &str) -> Result<GrantPlan, String> {
    plan_files(dir, &[("grants.csv", text.as_bytes().to_vec())], &[])
}

fn describe(plan: &GrantPlan) -> String {
    let changes = plan.changes.iter().map(|change| change.describe(Lang::FR));
    let others = plan.not_placed.iter().map(|grant| grant.describe(Lang::FR));
    let lines: Vec<String> = changes.chain(others).chain([plan.summary(Lang::FR)]).collect();
    lines.join("\n")
}

fn save_tables(plan: &GrantPlan) {
    save_all(plan.tables.iter().map(|table| (table.path.as_path(), table.bytes.as_slice()))).expect("saved");
}

#[test]
fn a_beneficiary_becomes_the_carrier_with_the_sums_of_its_years() {
    let dir = tables();
    let plan = plan(&dir, &csv(&ROWS)).expect("a plan");
    insta::assert_snapshot!(describe(&plan), @"
    ~ cde-027 « CA du Grand Guéret » : porteur CA du Grand Guéret, confirmé par la subvention
    + cde-027 « CA du Grand Guéret » : 45 000 € en 2023
    + cde-027 « CA du Grand Guéret » : 50 000 € en 2024
    + cde-034 « Vannes » : porteur MISSION LOCALE DU PAYS DE VANNES (service public de l'emploi)
    + cde-034 « Vannes » : 30 000 € en 2024
    3 subventions de Cités de l'emploi trouvées : 2 porteurs, 3 montants, 0 sans place
    ");
    save_tables(&plan);

    let snapshot = build(dir.path()).expect("the tables with grants");
    let gueret = snapshot.cite("cde-027").expect("cde-027");
    let carrier = gueret.carrier.as_ref().expect("a carrier");
    assert_eq!((carrier.name.as_str(), carrier.evidence_code()), ("CA du Grand Guéret", "grant"));
    let amounts = |cite: &Cite| -> Vec<(String, String)> {
        let figures = cite.figures.iter().filter(|figure| figure.source == "SPV");
        figures
            .map(|figure| {
                (figure.date.map(|date| date.to_string()).unwrap_or_default(), figure.value.clone())
            })
            .collect()
    };
    let expected =
        [("2023", "45 000 €"), ("2024", "50 000 €")].map(|(year, value)| (year.into(), value.into()));
    assert_eq!(amounts(gueret), expected);
    let vannes = snapshot.cite("cde-034").expect("cde-034").carrier.as_ref().expect("a carrier");
    assert_eq!((vannes.name.as_str(), vannes.kind), ("MISSION LOCALE DU PAYS DE VANNES", CarrierType::Spe));
    assert!(snapshot.source("SPV").is_some());
}

#[test]
fn a_second_import_changes_nothing() {
    let dir = tables();
    save_tables(&plan(&dir, &csv(&ROWS)).expect("a plan"));
    let again = plan(&dir, &csv(&ROWS)).expect("a plan");
    assert_eq!((again.changes, again.tables), (vec![], vec![]));
}

#[test]
fn only_rows_are_added_to_the_tables() {
    let dir = tables();
    let plan = plan(&dir, &csv(&ROWS)).expect("a plan");
    for table in &plan.tables {
        let (old, new) =
            (fs::read_to_string(&table.path).expect("a table"), String::from_utf8_lossy(&table.bytes));
        let lost: Vec<&str> = old.lines().filter(|line| !new.lines().any(|new| new == *line)).collect();
        let is_carriers = table.path.ends_with("carriers.csv");
        assert_eq!(lost.len(), usize::from(is_carriers), "{:?}: {lost:?}", table.path);
    }
}

#[test]
fn every_shape_of_file_gives_the_same_plan() {
    let dir = tables();
    let text = csv(&ROWS);
    let expected = plan(&dir, &text).expect("a plan");
    let commas: Vec<u8> = {
        let mut writer = csv::Writer::from_writer(Vec::new());
        text.lines().for_each(|line| writer.write_record(line.split(';')).expect("a row"));
        writer.into_inner().expect("bytes")
    };
    let objects: Vec<serde_json::Value> = ROWS
        .iter()
        .map(|row| {
            HEADER
                .split(';')
                .zip(row.split(';'))
                .map(|(key, cell)| (key.to_owned(), serde_json::Value::from(cell)))
                .collect()
        })
        .collect();
    let fields: Vec<serde_json::Value> =
        objects.iter().map(|object| serde_json::json!({"recordid": "x", "fields": object})).collect();
    let renamed =
        text.replace("lib_action", "Intitulé de l'action").replace("raison_sociale", "Bénéficiaire");
    let renamed = renamed.replace("code_cv", "Code CV").replace("montant", "Montants");
    let shapes: [(&str, Vec<u8>); 8] = [
        ("commas", commas),
        ("Windows-1252", WINDOWS_1252.encode(&text).0.into_owned()),
        ("byte order mark", format!("\u{feff}{text}").into_bytes()),
        ("line ends", text.replace('\n', "\r\n").into_bytes()),
        ("other names", renamed.into_bytes()),
        ("a list", serde_json::to_vec(&objects).expect("JSON")),
        (
            "an object with a list",
            serde_json::to_vec(&serde_json::json!({"total_count": 4, "results": objects})).expect("JSON"),
        ),
        ("records", serde_json::to_vec(&serde_json::json!({"records": fields})).expect("JSON")),
    ];
    for (shape, bytes) in shapes {
        let found =
            plan_files(&dir, &[("grants", bytes)], &[]).unwrap_or_else(|error| panic!("{shape}: {error}"));
        assert_eq!(found, expected, "{shape}");
    }
}

#[test]
fn what_cannot_be_placed_is_listed_with_the_reason() {
    let dir = tables();
    let rows = [
        "2024;;23;75;5.2 - Cités de l'emploi;Accompagnement;ASSOCIATION X;;1000",
        "2024;;93;11;5.2 - Cités de l'emploi;Accompagnement;ASSOCIATION X;;1000",
        "2024;;09;76;5.2 - Cités de l'emploi;Accompagnement;ASSOCIATION X;;1000",
        "2024;CN00204M;23;75;5.2 - Cités de l'emploi;Accompagnement;ASSOCIATION X;;1000",
        "2024;;49;52;5.2 - Cités de l'emploi;Cité de l'emploi d'Angers;MISSION LOCALE ANGEVINE;;1000",
        "2024;;23;75;5.2 - Cités de l'emploi;Grand Guéret;;;1000",
        "2024;;23;75;5.2 - Cités de l'emploi;Grand Guéret;CA DU GRAND GUERET;;-1000",
        "2023;;56;53;5.2 - Cités de l'emploi;Vannes;ASSOCIATION X;;1000",
        "2024;;56;53;5.2 - Cités de l'emploi;Vannes;ASSOCIATION Y;;1000",
    ];
    let plan = plan(&dir, &csv(&rows)).expect("a plan");
    insta::assert_snapshot!(describe(&plan), @"
    grants.csv:2 : « Accompagnement », ASSOCIATION X : seul le département mène à cde-027 ; ni l'action ni le bénéficiaire ne la nomment
    grants.csv:3 : « Accompagnement », ASSOCIATION X : plusieurs Cités possibles : cde-020, cde-062, cde-064, cde-066, cde-068
    grants.csv:4 : « Accompagnement », ASSOCIATION X : aucune Cité dans le département 09
    grants.csv:5 : « Accompagnement », ASSOCIATION X : le contrat de ville CN00204M n'est pas dans le département ou la région de la ligne
    grants.csv:6 : « Cité de l'emploi d'Angers », MISSION LOCALE ANGEVINE : cde-001 a un autre porteur connu : Aldev
    grants.csv:7 : « Grand Guéret » : aucun bénéficiaire n'est nommé
    grants.csv:8 : « Grand Guéret », CA DU GRAND GUERET : le montant est nul ou négatif
    grants.csv:9 : « Vannes », ASSOCIATION X : cde-034 a plusieurs bénéficiaires, rien ne dit lequel la porte : ASSOCIATION X, ASSOCIATION Y
    grants.csv:10 : « Vannes », ASSOCIATION Y : cde-034 a plusieurs bénéficiaires, rien ne dit lequel la porte : ASSOCIATION X, ASSOCIATION Y
    9 subventions de Cités de l'emploi trouvées : 0 porteur, 0 montant, 9 sans place
    ");
    assert_eq!(plan.tables, []);
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let dir = tables();
    let rows = [
        "deux mille;;23;75;5.2 - Cités de l'emploi;Grand Guéret;CA DU GRAND GUERET;;beaucoup",
        "x;;23;75;5.1 - Emploi;Autre;X;;y",
    ];
    insta::assert_snapshot!(plan(&dir, &csv(&rows)).expect_err("problems"), @"
    grants.csv:2, colonne montant : « beaucoup » n'est pas un montant en euros
    grants.csv:2, colonne annee : « deux mille » n'est pas une année
    ");
    let unnamed = csv(&ROWS).replace("montant", "total").replace("annee", "a");
    insta::assert_snapshot!(plan(&dir, &unnamed).expect_err("problems"), @"
    grants.csv:1 : aucune colonne pour « montant » ; indiquez-la par --column montant=NOM. Colonnes du fichier : a, code_cv, insee_dep, insee_reg, sous_theme, lib_action, raison_sociale, code_tiers, total
    grants.csv:1 : aucune colonne pour « annee » ; indiquez-la par --column annee=NOM. Colonnes du fichier : a, code_cv, insee_dep, insee_reg, sous_theme, lib_action, raison_sociale, code_tiers, total
    ");
    let named = [(GrantField::Amount, "total"), (GrantField::Year, "a")];
    assert!(plan_files(&dir, &[("grants.csv", unnamed.clone().into_bytes())], &named).is_ok());
    let misnamed = [(GrantField::Amount, "totals"), (GrantField::Year, "a")];
    let error = plan_files(&dir, &[("grants.csv", unnamed.into_bytes())], &misnamed).expect_err("problems");
    insta::assert_snapshot!(error, @"grants.csv:1 : pas de colonne « totals ». Colonnes du fichier : a, code_cv, insee_dep, insee_reg, sous_theme, lib_action, raison_sociale, code_tiers, total");
    for (text, _) in [("{}", ""), ("[1, 2]", ""), ("[{\"annee\": 2024", "")] {
        let error = plan_files(&dir, &[("grants.json", text.into())], &[]).expect_err("problems");
        assert!(error.starts_with("grants.json"), "{error}");
    }
}

#[test]
fn bodies_of_one_name_with_different_sirens_are_several() {
    let dir = tables();
    let grant =
        |siren: &str| format!("2024;;56;53;5.2 - Cités de l'emploi;Vannes;ASSOCIATION X;{siren};1000");
    let rows = ["", "111111111", "222222222"].map(grant);
    let plan = plan(&dir, &csv(&rows.each_ref().map(String::as_str))).expect("a plan");
    assert_eq!((plan.changes, plan.not_placed.len()), (vec![], 3));
}

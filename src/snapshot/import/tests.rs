use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::locale::Lang;
use crate::save::save_all;
use crate::snapshot::build::tests::{SOURCES, tables};
use crate::snapshot::{Snapshot, build};

fn real() -> Snapshot {
    build(SOURCES.as_ref()).expect("the source tables")
}

/// The ANCT's three files, as texts: list, communes, quartiers.
#[derive(Clone)]
struct Anct {
    list: String,
    communes: String,
    qpvs: String,
}

impl Anct {
    /// Returns the content of the source tables in the layout of the ANCT's files.
    fn of_the_tables() -> Self {
        let snapshot = real();
        let mut list = String::from("id_cde,lib_cde\n");
        let mut communes = Vec::new();
        let mut qpvs = Vec::new();
        for cite in &snapshot.cites {
            list.push_str(&format!("{},\"{}\"\n", cite.id, cite.label));
            communes.extend(
                cite.communes
                    .iter()
                    .map(|commune| (commune.insee.as_str(), commune.name.as_str(), cite.id.as_str())),
            );
            qpvs.extend(cite.qpvs.iter().map(|qpv| (qpv.code.as_str(), qpv.name.as_str(), cite.id.as_str())));
        }
        Self { list, communes: covered("insee_com,lib_com", communes), qpvs: covered("id_qp,lib_qp", qpvs) }
    }

    fn replace(mut self, from: &str, to: &str) -> Self {
        for text in [&mut self.list, &mut self.communes, &mut self.qpvs] {
            *text = text.replace(from, to);
        }
        self
    }

    fn plan(&self, dir: &TempDir) -> Result<ImportPlan, String> {
        self.plan_as(dir, |text| text.as_bytes().to_vec())
    }

    /// Plans the import of the files, written as these bytes. The problems have the bare names of the files.
    fn plan_as(&self, dir: &TempDir, bytes: impl Fn(&str) -> Vec<u8>) -> Result<ImportPlan, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, bytes(text)).expect("a file");
            Some(Input::File(path))
        };
        let files = PublishedFiles {
            list: file("liste-cde.csv", &self.list),
            communes: file("liste-cde-com.csv", &self.communes),
            qpvs: file("liste-cde-qp.csv", &self.qpvs),
        };
        plan_import(&files, dir.path()).map_err(|problems| {
            let lines: Vec<_> = problems.iter().map(|problem| problem.describe(Lang::FR)).collect();
            lines.join("\n").replace(&format!("{}/", folder.path().display()), "")
        })
    }
}

/// Returns a file of communes or quartiers, with one row each and its Cités in one cell.
fn covered(header: &str, mut links: Vec<(&str, &str, &str)>) -> String {
    links.sort();
    let mut text = format!("{header},id_cde,lib_cde\n");
    for same in links.chunk_by(|one, other| one.0 == other.0) {
        let (code, name, _) = same[0];
        let ids: Vec<_> = same.iter().map(|(_, _, id)| *id).collect();
        text.push_str(&format!("{code},\"{name}\",{ids},\"\"\n", ids = ids.join(" ; ")));
    }
    text
}

fn describe_plan(plan: &ImportPlan, lang: Lang) -> String {
    let changes = plan.changes.iter().map(|change| change.describe(lang));
    let unlisted = plan.unlisted.iter().map(|cite| cite.describe(lang));
    let unplaced = plan.unplaced.iter().map(|row| {
        let file = row.location.file.rsplit('/').next().expect("a name").to_owned();
        Unplaced { location: Location { file, ..row.location.clone() }, ..row.clone() }.describe(lang)
    });
    let lines: Vec<String> = changes.chain(unlisted).chain(unplaced).chain([plan.summary(lang)]).collect();
    lines.join("\n")
}

fn describe(result: Result<ImportPlan, String>) -> String {
    result.expect_err("problems")
}

fn save_tables(plan: &ImportPlan) {
    save_all(plan.tables.iter().map(|table| (table.path.as_path(), table.bytes.as_slice()))).expect("saved");
}

#[test]
fn the_projects_own_tables_in_the_ancts_shape_change_nothing() {
    let plan = Anct::of_the_tables().plan(&tables()).expect("a plan");
    assert_eq!(plan, ImportPlan { changes: vec![], unplaced: vec![], unlisted: vec![], tables: vec![] });
    assert_eq!(plan.summary(Lang::FR), "0 ajout, 0 modification, 0 retrait, 0 ligne sans place");
}

#[test]
fn a_table_that_was_read_is_written_letter_for_letter() {
    let mut problems = Problems::default();
    let tables = Tables::read(SOURCES.as_ref(), &mut problems);
    assert_eq!(problems.list, []);
    for table in tables.all() {
        let path = Path::new(SOURCES).join(table.file());
        assert!(fs::read(path).expect("a table") == table.to_csv(), "{} differs", table.file());
    }
}

/// Changes each row of a file, and writes it with this separator.
fn rewritten(text: &str, separator: u8, change: impl Fn(Vec<String>) -> Vec<Vec<String>>) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    for record in reader.records() {
        let row = record.expect("a row").iter().map(str::to_owned).collect();
        change(row).iter().for_each(|row| writer.write_record(row).expect("a row"));
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
}

fn with_semicolons(text: &str) -> String {
    rewritten(text, b';', |row| vec![row])
}

fn with_lost_zeros(text: &str) -> String {
    text.replace("\n0", "\n")
}

/// Splits each row with several ids in a cell into several rows.
fn with_a_row_for_each_cite(text: &str) -> String {
    rewritten(text, b',', |row| match row.as_slice() {
        [code, name, ids, labels] => {
            let ids = ids.split(" ; ");
            ids.map(|id| vec![code.clone(), name.clone(), id.to_owned(), labels.clone()]).collect()
        }
        _ => vec![row],
    })
}

fn with_another_column(text: &str) -> String {
    rewritten(text, b',', |row| vec![[vec!["n°".to_owned()], row].concat()])
}

fn with_blank_rows_and_white_space(text: &str) -> String {
    let commas = text.lines().next().map_or(0, |header| header.matches(',').count());
    let spaced = text.replace(" ; ", ";").replace("cde-", "  cde-").replace(",cde", ", cde");
    format!("{spaced}{}\n\n", ",".repeat(commas))
}

#[test]
fn every_shape_in_which_the_files_come_means_the_same() {
    let tables = tables();
    let anct = Anct::of_the_tables();
    assert!(with_lost_zeros(&anct.communes).contains("\n2691,"), "Saint-Quentin is 02691");
    let rows = |text: &str| text.lines().count();
    assert!(rows(&with_a_row_for_each_cite(&anct.communes)) > rows(&anct.communes));
    type Shape = fn(&str) -> String;
    let shapes: [(&str, Shape); 9] = [
        ("semicolons", with_semicolons),
        ("a byte order mark", |text| format!("\u{feff}{text}")),
        ("CRLF", |text| text.replace('\n', "\r\n")),
        ("semicolons, a byte order mark and CRLF", |text| {
            format!("\u{feff}{}", with_semicolons(text).replace('\n', "\r\n"))
        }),
        ("lost zeros", with_lost_zeros),
        ("a row for each Cité", with_a_row_for_each_cite),
        ("decomposed accents", |text| text.nfd().collect()),
        ("blank rows and white space", with_blank_rows_and_white_space),
        ("another column", with_another_column),
    ];
    for (name, shape) in shapes {
        let plan = anct.plan_as(&tables, |text| shape(text).into_bytes());
        let plan = plan.unwrap_or_else(|problems| panic!("{name}: {problems}"));
        assert_eq!((plan.changes, plan.unplaced), (vec![], vec![]), "{name}");
    }
}

#[test]
fn changes_are_reported_and_the_rest_is_kept() {
    let tables = tables();
    let before = real();
    let mut anct = Anct::of_the_tables()
        .replace("cde-002,\"Asnières-sur-Seine\"", "cde-002,\"Asnières, Gennevilliers\"")
        .replace("49353,\"Trélazé\",cde-001", "49353,\"Trélazé\",cde-002 ; cde-003")
        .replace("QP049001,\"Belle Beille\"", "QP049001,\"Belle-Beille\"")
        .replace("QP049002,\"Roseraie\",cde-001,\"\"\n", "");
    anct.list.push_str("cde-085,Ailleurs\n");
    anct.communes
        .push_str("49007,Angers,cde-085 ; cde-099,\n1004,Ambérieu-en-Bugey,cde-085,\n90008,Bavilliers,,\n");
    anct.qpvs.push_str("QP001001,Courbes de l'Albarine,cde-085,\n");

    let plan = anct.plan(&tables).expect("a plan");
    insta::assert_snapshot!([Lang::FR, Lang::EN].map(|lang| describe_plan(&plan, lang)).join("\n\n"));

    save_tables(&plan);
    let after = anct.plan(&tables).expect("a plan");
    assert_eq!((after.changes, after.tables), (vec![], vec![]), "a second import finds nothing to do");

    let problems = build(tables.path()).expect_err("the new Cité is not complete");
    let (in_cites, elsewhere): (Vec<_>, Vec<_>) =
        problems.iter().partition(|problem| problem.location.file == "cites.csv");
    let files: Vec<&str> = elsewhere.iter().map(|problem| problem.location.file.as_str()).collect();
    // New links of communes lack their basis, and the quartier that is gone has rows in other tables.
    let links = "cite_communes.csv";
    assert_eq!(files, [links, links, links, "cite_qpvs_2024.csv", "qpv_stats.csv"]);
    let missing: Vec<_> = in_cites
        .iter()
        .map(|problem| (problem.location.file.as_str(), problem.location.line, problem.fault.code()))
        .collect();
    assert_eq!(missing, vec![("cites.csv", Some(86), "empty"); TO_FILL.len()]);
    assert!(in_cites.iter().zip(TO_FILL).all(|(problem, column)| problem.to_string().contains(column)));

    let cites = tables.path().join("cites.csv");
    let text = fs::read_to_string(&cites).expect("a table");
    assert!(text.ends_with("\ncde-085,Ailleurs,,,,,,,,,,\n"));
    let filled = "cde-085,Ailleurs,,commune,2021,list_order,2021,wave,,,,";
    fs::write(&cites, text.replace("cde-085,Ailleurs,,,,,,,,,,", filled)).expect("a table");
    let links = tables.path().join("cite_communes.csv");
    let text = fs::read_to_string(&links).expect("a table");
    fs::write(&links, text.replace(",\n", ",own\n")).expect("a table");
    for name in ["cite_qpvs_2024.csv", "qpv_stats.csv"] {
        let path = tables.path().join(name);
        let text = fs::read_to_string(&path).expect("a table");
        let kept = text.split_inclusive('\n').filter(|line| !line.contains("QP049002"));
        fs::write(&path, kept.collect::<String>()).expect("a table");
    }
    let built = build(tables.path()).expect("a snapshot");
    assert_eq!(built.cites.len(), 85);
    for (old, new) in before.cites.iter().zip(&built.cites) {
        let kept = crate::snapshot::Cite {
            label: old.label.clone(),
            communes: old.communes.clone(),
            qpvs: old.qpvs.clone(),
            qpvs_2024: old.qpvs_2024.clone(),
            ..new.clone()
        };
        assert_eq!(&kept, old, "what was researched is kept");
    }
}

#[test]
fn a_cite_that_is_not_listed_any_more_keeps_all_its_rows() {
    let tables = tables();
    let mut anct = Anct::of_the_tables();
    anct.list = anct.list.replace("cde-014,\"Narbonne\"\n", "");
    anct.communes = anct.communes.replace("11262,\"Narbonne\",cde-014,\"\"\n", "");
    let plan = anct.plan(&tables).expect("a plan");
    assert_eq!(plan.changes, []);
    assert_eq!(
        describe_plan(&plan, Lang::FR),
        "cde-014 « Narbonne » n'est plus dans la liste ; ses lignes sont gardées, à retirer à la main s'il le faut\n\
         0 ajout, 0 modification, 0 retrait, 0 ligne sans place"
    );
}

#[test]
fn a_file_that_is_not_given_changes_nothing() {
    let tables = tables();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("quartiers.csv");
    fs::write(&path, "id_qp;lib_qp;id_cde\nQP049001;Belle Beille;cde-001\n").expect("a file");
    let files = PublishedFiles { qpvs: Some(Input::File(path)), ..PublishedFiles::default() };
    let plan = plan_import(&files, tables.path()).expect("a plan");
    let names: Vec<_> = plan.tables.iter().filter_map(|table| table.path.file_name()?.to_str()).collect();
    assert_eq!(names, ["qpvs.csv", "cite_qpvs.csv"]);
    assert_eq!(plan.summary(Lang::EN), "0 added, 0 changed, 1,067 removed, 0 rows without a place");
}

#[test]
fn broken_files_are_refused_with_all_that_is_wrong() {
    let tables = tables();
    let anct = Anct {
        list: "id_cde;lib_cde\ncde-001;\n;Ailleurs\ncde-002;Un\ncde-002;Deux\ncde-003;Trois;3\ncde-004;Pa\u{200b}ris\n".to_owned(),
        communes: "insee;lib_com;id_cde\n49007;Angers;cde-001\n".to_owned(),
        qpvs: "id_qp,lib_qp,id_cde\nQP1,Un,cde-001\nQP049001,Deux,cde-001\nQP049001,Trois,cde-002\n".to_owned(),
    };
    insta::assert_snapshot!(describe(anct.plan(&tables)));
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_in_plain_words() {
    let anct = Anct::of_the_tables();
    let latin_1 = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    assert_eq!(
        describe(anct.plan_as(&tables(), latin_1)),
        "liste-cde.csv:2:27 : le texte n'est pas de l'UTF-8 : enregistrez-le en UTF-8\n\
         liste-cde-com.csv:6:14 : le texte n'est pas de l'UTF-8 : enregistrez-le en UTF-8\n\
         liste-cde-qp.csv:7:24 : le texte n'est pas de l'UTF-8 : enregistrez-le en UTF-8"
    );
    let utf_16 = |text: &str| {
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<_>>()
    };
    assert!(describe(anct.plan_as(&tables(), utf_16)).starts_with("liste-cde.csv : "));
}

#[test]
fn files_and_tables_that_are_missing_are_named() {
    let empty = tempfile::tempdir().expect("a folder");
    let files = PublishedFiles {
        list: Some(Input::File(empty.path().join("none.csv"))),
        ..PublishedFiles::default()
    };
    let problems = plan_import(&files, empty.path()).expect_err("problems");
    let names = problems.iter().filter_map(|problem| Path::new(&problem.location.file).file_name()?.to_str());
    let names: Vec<_> = names.collect();
    assert_eq!(
        names,
        ["none.csv", "cites.csv", "communes.csv", "qpvs.csv", "cite_communes.csv", "cite_qpvs.csv"]
    );
}

#[test]
fn rows_that_come_twice_in_a_table_are_not_lost_but_refused() {
    let tables = tables();
    let path = tables.path().join("qpvs.csv");
    let text = fs::read_to_string(&path).expect("a table");
    fs::write(&path, format!("{text}QP049001,Encore\n,Sans code\n")).expect("a table");
    insta::assert_snapshot!(describe(Anct::of_the_tables().plan(&tables)));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(text in "(id_cde|lib_cde|insee_com|lib_com|[;,\"\r\n]|[0-9]{4,5}|cde-0|é| ){0,40}") {
        for kind in [Published::List, Published::Communes, Published::Qpvs] {
            match read_published(kind, text.clone().into_bytes(), "file.csv") {
                Ok(rows) => prop_assert!(rows.iter().all(|row| !row.code.is_empty())),
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
    }
}

#[test]
fn the_newer_list_has_one_row_a_commune() {
    let dir = tables();
    let plan = |rows: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("liste-cde.csv");
        fs::write(&path, format!("insee_dep;insee_com;nom;id_cde\n{rows}")).expect("a file");
        let files = PublishedFiles { list: Some(Input::File(path)), ..PublishedFiles::default() };
        plan_import(&files, dir.path()).expect("a plan")
    };
    let mut links: Vec<(String, String)> = Vec::new();
    for cite in &real().cites {
        links.extend(cite.communes.iter().map(|commune| (commune.insee.to_string(), cite.id.clone())));
    }
    links.sort();
    let rows: Vec<String> = links
        .chunk_by(|one, other| one.0 == other.0)
        .map(|same| {
            let ids: Vec<&str> = same.iter().map(|(_, id)| id.as_str()).collect();
            format!("x;{};;\"{}\"", same[0].0.trim_start_matches('0'), ids.join(" ; "))
        })
        .collect();
    let text = format!("{}\n1;01001;Elsewhere;\n", rows.join("\n"));
    assert_eq!(
        plan(&text),
        ImportPlan { changes: vec![], unplaced: vec![], unlisted: vec![], tables: vec![] }
    );

    let of_gueret = |row: &&String| row.contains("cde-027");
    let text: Vec<String> = rows.iter().filter(|row| !of_gueret(row)).cloned().collect();
    let plan = plan(&format!("{}\n23;23096;Guéret;cde-099\n", text.join("\n")));
    let unlisted: Vec<&str> = plan.unlisted.iter().map(|cite| cite.id.as_str()).collect();
    assert_eq!(unlisted, ["cde-027"], "its links stay");
    let reasons: Vec<&UnplacedReason> = plan.unplaced.iter().map(|row| &row.reason).collect();
    assert_eq!(reasons, [&UnplacedReason::UnknownCite("cde-099".to_owned())]);
    assert_eq!(plan.changes, []);
}

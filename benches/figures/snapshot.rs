//! The operations that maintainers of the data wait for: load, index, check, diff and build.
//!
//! The baseline of each, in the same run, only parses its files: JSON into `serde_json::Value`,
//! tables by `csv`.

use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use cites_emploi::search::Index;
use cites_emploi::snapshot::{self, Snapshot, Statement};
use divan::Bencher;
use serde_json::Value;
use tempfile::TempDir;

use super::many::{self, Kept, TODAY, kept};

const SIZES: [usize; 2] = [84, 10_000];
const LARGE: [usize; 3] = [84, 10_000, 100_000];

static SNAPSHOTS: LazyLock<Kept<Snapshot>> = LazyLock::new(Mutex::default);
static FILES: LazyLock<Kept<String>> = LazyLock::new(Mutex::default);
static TABLES: LazyLock<Kept<TempDir>> = LazyLock::new(Mutex::default);

fn made(cites: usize) -> &'static Snapshot {
    kept(&SNAPSHOTS, cites, many::snapshot)
}

fn file(cites: usize) -> &'static str {
    kept(&FILES, cites, |cites| snapshot::to_json(made(cites)).expect("JSON")).as_str()
}

#[divan::bench(args = LARGE, sample_count = 5, sample_size = 1)]
fn load(cites: usize) -> Snapshot {
    snapshot::load_str(file(cites), "bench.json").expect("a snapshot")
}

#[divan::bench(args = LARGE, sample_count = 5, sample_size = 1)]
fn load_as_any_json(cites: usize) -> Value {
    serde_json::from_str(file(cites)).expect("JSON")
}

#[divan::bench(args = LARGE, sample_count = 5, sample_size = 1)]
fn index(bencher: Bencher, cites: usize) {
    let snapshot = made(cites);
    bencher.bench(|| Index::new(snapshot, TODAY));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn check(cites: usize) {
    let report = snapshot::check_str(file(cites), "bench.json");
    assert_eq!(report.count(snapshot::Level::Error), 0);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn diff(bencher: Bencher, cites: usize) {
    let old = made(cites);
    let mut new = old.clone();
    for cite in new.cites.iter_mut().step_by(10) {
        cite.note.push('!');
    }
    bencher.bench(|| snapshot::diff(old, &new));
}

/// Compares two snapshots as JSON trees.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn diff_as_any_json(bencher: Bencher, cites: usize) {
    let old = made(cites);
    bencher.bench(|| serde_json::to_value(old).expect("JSON") == serde_json::to_value(old).expect("JSON"));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn build(bencher: Bencher, cites: usize) {
    let tables = kept(&TABLES, cites, tables);
    bencher.bench(|| snapshot::build(tables.path()).expect("a snapshot"));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn build_as_any_tables(bencher: Bencher, cites: usize) {
    let tables = kept(&TABLES, cites, tables);
    bencher.bench(|| {
        let files = fs::read_dir(tables.path()).expect("tables");
        let rows = files.map(|file| {
            let path = file.expect("a file").path();
            match path.extension().is_some_and(|extension| extension == "csv") {
                true => csv::Reader::from_path(path).expect("a table").into_records().count(),
                false => fs::read(path).expect("a file").len(),
            }
        });
        rows.sum::<usize>()
    });
}

/// Writes the real tables, with this number of Cités in those about Cités.
fn tables(cites: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sources");
    for file in fs::read_dir(real).expect("the tables") {
        let file = file.expect("a file");
        fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
    }
    if cites != 84 {
        write_tables(folder.path(), made(cites));
    }
    folder
}

fn write_tables(folder: &Path, snapshot: &Snapshot) {
    let write = |name: &str, header: &str, rows: Vec<Vec<String>>| {
        let mut table = csv::Writer::from_path(folder.join(name)).expect("a table");
        table.write_record(header.split(',')).expect("a header");
        rows.iter().for_each(|row| table.write_record(row).expect("a row"));
        table.flush().expect("a table");
    };
    let cites = &snapshot.cites;
    let row = |cite: &snapshot::Cite| {
        let launched = cite.launch_date.as_ref().map(|launch| launch.date.to_string()).unwrap_or_default();
        let (wave, dated) = (&cite.wave, &cite.label_date);
        vec![
            cite.id.clone(),
            cite.label.clone(),
            cite.scale.code().to_owned(),
            wave.year.to_string(),
            wave.evidence.code().to_owned(),
            dated.date.to_string(),
            dated.basis.code().to_owned(),
            launched,
            cite.themes.values.join("; "),
            cite.note.clone(),
        ]
    };
    let header = "id,label,scale,wave,wave_evidence,label_date,label_date_basis,launch_date,themes,note";
    write("cites.csv", header, cites.iter().map(row).collect());
    let links = cites.iter().flat_map(|cite| {
        cite.communes().iter().map(|commune| vec![cite.id.clone(), commune.insee.to_string()])
    });
    write("cite_communes.csv", "cite_id,insee", links.collect());
    let links = cites
        .iter()
        .flat_map(|cite| cite.qpvs().iter().map(|qpv| vec![cite.id.clone(), qpv.code.to_string()]));
    write("cite_qpvs.csv", "cite_id,qpv_code", links.collect());
    let carriers = cites.iter().filter_map(|cite| {
        let carrier = cite.carrier.as_ref()?;
        let (kind, evidence) = (carrier.kind.code().to_owned(), carrier.evidence.code().to_owned());
        Some(vec![cite.id.clone(), carrier.name.clone(), carrier.detail.clone(), kind, evidence])
    });
    write("carriers.csv", "cite_id,name,detail,type,evidence", carriers.collect());
    let evidence = cites.iter().flat_map(|cite| {
        let launched = cite.launch_date.as_ref().map_or(&[][..], |launch| &launch.sources);
        let carried = cite.carrier.as_ref().map_or(&[][..], |carrier| &carrier.sources);
        let fields: [(&str, &[Statement]); 5] = [
            ("wave", &cite.wave.sources),
            ("label_date", &cite.label_date.sources),
            ("launch_date", launched),
            ("carrier", carried),
            ("themes", &cite.themes.sources),
        ];
        fields.into_iter().flat_map(move |(field, statements)| {
            let row = move |said: &Statement| {
                vec![cite.id.clone(), field.to_owned(), said.source.to_string(), said.says.clone()]
            };
            statements.iter().map(row)
        })
    });
    write("evidence.csv", "cite_id,field,source_id,says", evidence.collect());
    for (name, records) in [
        ("timeline.json", serde_json::to_string(snapshot.timeline())),
        ("figures.json", serde_json::to_string(snapshot.figures())),
    ] {
        fs::write(folder.join(name), records.expect("JSON")).expect("a file");
    }
}

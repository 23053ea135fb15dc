//! The Table Schemas of the source tables are those of the rules that `cites build` applies.
//!
//! `SCHEMAS=overwrite cargo test --test table_schemas` writes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cites_emploi::snapshot::table_schemas;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources/schemas");

#[test]
fn every_source_table_has_the_schema_of_its_rules() {
    let folder = Path::new(FOLDER);
    let schemas = table_schemas();
    for (name, schema) in &schemas {
        let text = serde_json::to_string_pretty(schema).expect("JSON") + "\n";
        let file = folder.join(name);
        if std::env::var_os("SCHEMAS").is_some_and(|value| value == "overwrite") {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(&file, text).expect("a schema");
        } else {
            assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "{}", file.display());
        }
    }
    let found: BTreeSet<String> = fs::read_dir(folder)
        .expect("the schemas")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, schemas.into_iter().map(|(name, _)| name).collect());
}

#[test]
fn every_schema_has_the_columns_of_its_table_and_every_csv_file_has_a_schema() {
    let sources = Path::new(FOLDER).parent().expect("the tables");
    let schemas = table_schemas();
    let mut tables = BTreeSet::new();
    for entry in fs::read_dir(sources).expect("the tables") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let (_, schema) =
                schemas.iter().find(|(file, _)| *file == format!("{name}.schema.json")).expect("a schema");
            let fields = schema["fields"].as_array().expect("fields");
            let fields: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
            let text = fs::read_to_string(&path).expect("a table");
            assert_eq!(text.lines().next(), Some(fields.join(",").as_str()), "{name}");
            tables.insert(name);
        }
    }
    assert_eq!(tables.len(), schemas.len());
}

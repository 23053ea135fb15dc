//! Tests that the snapshot in the repository is built from its tables.

use std::path::Path;

use cites_emploi::snapshot::{EMBEDDED, build, load_str, to_json};

#[test]
fn a_built_snapshot_loads_and_is_written_unchanged() {
    let loaded = load_str(&EMBEDDED, "snapshot.json").expect("a snapshot");
    assert_eq!(to_json(&loaded).expect("JSON"), *EMBEDDED);
}

#[test]
fn the_snapshot_is_built_from_the_tables() {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sources");
    let snapshot = build(&tables).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let text = to_json(&snapshot).expect("JSON");
    let first_difference = text.lines().zip(EMBEDDED.lines()).position(|(built, kept)| built != kept);
    assert_eq!(first_difference, None, "line of data/snapshot.json, from 0: run `cites build data/sources`");
    assert_eq!(text.len(), EMBEDDED.len());
}

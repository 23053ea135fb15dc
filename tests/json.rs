//! Tests that the JSON of commands conforms to its schema, by an independent validator, and that
//! the schema describes each field.

use std::process::Command;

use cites_emploi::output::Document;
use serde_json::Value;

fn json(args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_cites"))
        .args(args)
        .args(["--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{args:?}: {error}"))
}

#[track_caller]
fn assert_follows(document: Document, args: &[&str]) {
    let schema = document.schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a JSON Schema");
    let errors: Vec<String> = validator
        .iter_errors(&json(args))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0], "{args:?}");
}

#[test]
fn listings_of_cites_are_snapshots() {
    for args in
        [["list", "region:ile"], ["show", "gueret"], ["carriers", ""], ["ages", ""], ["preconisations", ""]]
    {
        assert_follows(Document::Snapshot, &args.map(|arg| if arg.is_empty() { "!xyzxyz" } else { arg }));
    }
}

#[test]
fn other_listings_are_lists() {
    for command in ["list", "show"] {
        assert_follows(Document::Outside, &[command, "mantes"]);
    }
    assert_follows(Document::Near, &["near", "rennes"]);
    assert_follows(Document::Sources, &["sources"]);
    assert_follows(Document::Qpvs, &["list", "--rows", "qpv"]);
    assert_follows(Document::Communes, &["list", "--rows", "commune"]);
    assert_follows(Document::Qpvs2024, &["list", "--rows", "qpv-2024"]);
    assert_follows(Document::Evidence, &["list", "--rows", "evidence"]);
    assert_follows(Document::Figures, &["list", "--rows", "figure"]);
    assert_follows(Document::Events, &["list", "--rows", "event"]);
    assert_follows(Document::Findings, &["list", "--rows", "finding"]);
    assert_follows(Document::Sources, &["list", "--rows", "source", "anct"]);
    let groupings =
        ["region", "department", "wave", "scale", "carrier-type", "evidence", "age", "theme", "epci-type"];
    for grouping in groupings {
        assert_follows(Document::Stats, &["stats", "--by", grouping]);
        assert_follows(
            Document::Summary,
            &["stats", "--by", grouping, "--of", "jobseekers", "--summary", "max"],
        );
    }
}

#[test]
fn cross_tables_are_documents() {
    for of in ["cites", "qpvs", "communes", "population", "jobseekers"] {
        assert_follows(Document::Cross, &["stats", "--across", "carrier-type", "--of", of]);
    }
    for share in ["row", "column", "all"] {
        let args = ["stats", "region:974", "--across", "wave", "--of", "jobseekers", "--share", share];
        assert_follows(Document::Cross, &args);
    }
    assert_follows(Document::Cross, &["stats", "!xyzxyz", "--across", "wave"]);
}

#[test]
fn reports_are_documents() {
    let [old, new, broken] = ["old", "new", "broken"].map(|name| format!("tests/cmd/keeping.in/{name}.json"));
    let (old, new) = (old.as_str(), new.as_str());
    for file in [old, new, &broken, "data/snapshot.json", "README.md", "missing.json", "src"] {
        assert_follows(Document::Check, &["check", file]);
    }
    for [old, new] in [[old, new], [old, old], ["data/snapshot.json", new]] {
        assert_follows(Document::Diff, &["diff", old, new]);
    }
}

/// Returns the pointers to the values of a document that are neither lists nor
/// objects, of lists those in their first items.
fn leaves(value: &Value, pointer: &str) -> Vec<String> {
    match value {
        Value::Object(members) => {
            members.iter().flat_map(|(key, value)| leaves(value, &format!("{pointer}/{key}"))).collect()
        }
        Value::Array(items) => {
            items.iter().take(1).flat_map(|item| leaves(item, &format!("{pointer}/0"))).collect()
        }
        _ => vec![pointer.to_owned()],
    }
}

#[test]
fn a_value_of_another_type_is_refused_where_it_stands() {
    let lines: [(Document, &[&str]); 16] = [
        (Document::Snapshot, &["list", "gueret"]),
        (Document::Outside, &["list", "mantes"]),
        (Document::Qpvs, &["list", "gueret", "--rows", "qpv"]),
        (Document::Communes, &["list", "gueret", "--rows", "commune"]),
        (Document::Qpvs2024, &["list", "gueret", "--rows", "qpv-2024"]),
        (Document::Evidence, &["list", "gueret", "--rows", "evidence"]),
        (Document::Figures, &["list", "--rows", "figure"]),
        (Document::Events, &["list", "--rows", "event"]),
        (Document::Findings, &["list", "--rows", "finding"]),
        (Document::Near, &["near", "rennes"]),
        (Document::Sources, &["sources"]),
        (Document::Stats, &["stats"]),
        (Document::Cross, &["stats", "--across", "wave", "--of", "jobseekers", "--share", "row"]),
        (Document::Summary, &["stats", "--of", "employment-rate", "--summary", "mean"]),
        (Document::Check, &["check", "tests/cmd/keeping.in/broken.json"]),
        (Document::Diff, &["diff", "data/snapshot.json", "tests/cmd/keeping.in/new.json"]),
    ];
    assert_eq!(lines.map(|(document, _)| document), Document::ALL, "every document");
    for (document, args) in lines {
        let validator = jsonschema::draft202012::new(&document.schema()).expect("a JSON Schema");
        let right = json(args);
        let leaves = leaves(&right, "");
        assert!(leaves.len() > 3, "{document:?}: {leaves:?}");
        // The values of a difference may be of any type.
        for pointer in leaves.iter().filter(|pointer| !pointer.contains("/old") && !pointer.contains("/new"))
        {
            let mut wrong = right.clone();
            *wrong.pointer_mut(pointer).expect("a value") = serde_json::json!({"wrong": true});
            let errors: Vec<String> =
                validator.iter_errors(&wrong).map(|error| error.instance_path().to_string()).collect();
            // If an optional object is invalid, the error is at the object.
            let is_found =
                errors.iter().any(|error| !error.is_empty() && pointer.starts_with(error.as_str()));
            assert!(is_found, "{document:?} {pointer}: {errors:?}");
        }
    }
}

#[test]
fn every_field_is_described() {
    for document in Document::ALL {
        let schema = document.schema();
        assert!(jsonschema::meta::is_valid(&schema), "{document:?}");
        assert!(schema["title"].is_string(), "{document:?}");
        let definitions =
            schema["$defs"].as_object().into_iter().flat_map(|definitions| definitions.values());
        for definition in definitions.chain([&schema, &schema["items"]]) {
            for (name, field) in definition["properties"].as_object().into_iter().flatten() {
                assert!(field["description"].is_string(), "{document:?} {name}: {field}");
            }
        }
    }
}

//! Reads what the listings write with readers that others wrote.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use cites_emploi::snapshot::{Snapshot, embedded};
use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue};
use serde_json::Value;

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cites"));
    command.args(["--lang", "fr", "--as-of", "2026-11-22"]).args(args).env_remove("CITES_DATA");
    command.output().expect("the program")
}

fn text(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn features(args: &[&str]) -> Vec<Feature> {
    let text = text(&[args, &["--format", "geojson"]].concat());
    let collection = FeatureCollection::try_from(text.parse::<GeoJson>().expect("GeoJSON"));
    collection.expect("a collection of features").features
}

fn property<'f>(feature: &'f Feature, name: &str) -> &'f Value {
    feature.property(name).unwrap_or_else(|| panic!("{name} in {:?}", feature.properties))
}

fn point(feature: &Feature) -> [f64; 2] {
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Point { coordinates }) => [coordinates[0], coordinates[1]],
        other => panic!("{other:?}"),
    }
}

fn csv_rows(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let rows = reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect());
    rows.collect()
}

fn snapshot() -> Snapshot {
    embedded().expect("the snapshot")
}

#[test]
fn cites_are_points_with_their_columns() {
    let snapshot = snapshot();
    let features = features(&["list"]);
    assert_eq!(features.len(), snapshot.cites.len());
    for (feature, cite) in features.iter().zip(&snapshot.cites) {
        assert_eq!(property(feature, "id"), cite.id.as_str());
        assert_eq!(*property(feature, "qpvs"), cite.qpvs().len());
        let (drawn, center) = (point(feature), cite.center().expect("a position"));
        assert!(drawn.iter().zip(center).all(|(drawn, center)| (drawn - center).abs() < 1e-6));
        assert_eq!(property(feature, "launch_date").is_null(), cite.launch_date.is_none());
    }
}

#[test]
fn communes_are_points_and_neighbours_have_their_distance() {
    let communes = features(&["list", "gueret", "--rows", "commune", "--columns", "code,name"]);
    assert_eq!((communes.len(), property(&communes[0], "code").as_str()), (1, Some("23096")));
    assert_eq!(communes[0].properties.as_ref().map(|properties| properties.len()), Some(2));
    let near = features(&["near", "rennes", "--limit", "3"]);
    assert!(near.iter().all(|feature| property(feature, "distance").is_number() && point(feature)[0] < 0.0));
}

/// Returns twice the area of a ring: positive if it runs counterclockwise.
fn doubled_area(ring: &[geojson::Position]) -> f64 {
    ring.windows(2).map(|side| side[0][0] * side[1][1] - side[1][0] * side[0][1]).sum()
}

#[test]
fn regions_and_departments_are_areas_with_counts_even_without_a_cite() {
    let snapshot = snapshot();
    let regions = snapshot.regions.iter().filter(|region| !region.outline().is_empty()).count();
    let departments =
        snapshot.departments.iter().filter(|department| !department.outline().is_empty()).count();
    for (by, count, corse) in [("region", regions, "94"), ("department", departments, "2A")] {
        let features = features(&["stats", "--by", by]);
        assert_eq!(features.len(), count, "{by}");
        for feature in &features {
            let geometry = feature.geometry.as_ref().expect("an outline");
            let GeometryValue::MultiPolygon { coordinates } = &geometry.value else { panic!("{geometry:?}") };
            for polygon in coordinates {
                assert!(polygon.iter().all(|ring| ring.len() >= 4 && ring.first() == ring.last()));
                assert!(doubled_area(&polygon[0]) > 0.0, "the right-hand rule of RFC 7946");
                assert!(polygon[1..].iter().all(|hole| doubled_area(hole) < 0.0));
            }
        }
        let of_corse = features.iter().find(|feature| property(feature, "code") == corse).expect("Corse");
        assert_eq!(*property(of_corse, "cites"), 0);
        let cites: u64 = features.iter().filter_map(|feature| property(feature, "cites").as_u64()).sum();
        assert!(cites >= 84);
    }
}

#[test]
fn what_has_no_place_is_refused() {
    for args in [
        ["sources", "--format", "geojson"].as_slice(),
        &["list", "--rows", "qpv", "--format", "geojson"],
        &["stats", "--by", "wave", "--format", "geojson"],
        &["stats", "--across", "wave", "--format", "geojson"],
    ] {
        let output = run(args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("--by"), "{args:?}");
    }
}

#[test]
fn json_has_the_chosen_columns_with_the_numbers_of_csv() {
    let columns = "id,label,qpvs,population,employment-rate,label-date,age-min";
    let objects: Vec<Value> =
        serde_json::from_str(&text(&["list", "--columns", columns, "--format", "json"])).expect("JSON");
    let lines = text(&["list", "--columns", columns, "--format", "ndjson"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects, lines);
    let rows = csv_rows(&text(&["list", "--columns", columns, "--format", "csv", "--unknown", ""]), b',');
    assert_eq!((objects.len(), rows.len()), (84, 84));
    for (object, row) in objects.iter().zip(&rows) {
        assert_eq!(object.as_object().expect("an object").len(), 7);
        for (name, cell) in columns.split(',').zip(row) {
            let value = &object[name.replace('-', "_")];
            let shown = match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                number => number.to_string(),
            };
            let same = shown == *cell || shown.parse::<f64>().ok() == cell.parse::<f64>().ok();
            assert!(same, "{name}: {shown} {cell}");
        }
    }
}

#[test]
fn derived_values_come_beside_the_record_of_the_snapshot() {
    let text = text(&["list", "gueret", "--format", "json", "--derived"]);
    let records: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let record = &records[0];
    assert_eq!(record["wave"]["year"], 2021);
    assert_eq!(record["derived"]["region"], "Nouvelle-Aquitaine");
    assert_eq!(record["derived"]["age"]["at_least_months"], 64);
    assert!(record["derived"]["population"].is_number());
}

#[test]
fn decimals_follow_the_separator() {
    let columns = ["list", "--columns", "id,employment-rate", "--format", "csv", "--unknown", ""];
    let with_points = csv_rows(&text(&columns), b',');
    let with_commas = csv_rows(&text(&[columns.as_slice(), &["--separator", ";"]].concat()), b';');
    assert!(with_points.iter().any(|row| row[1].contains('.')));
    let replaced = with_points.iter().map(|row| vec![row[0].clone(), row[1].replace('.', ",")]);
    assert_eq!(replaced.collect::<Vec<_>>(), with_commas);
}

#[test]
fn a_file_is_written_whole_in_the_format_of_its_extension_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, args: &[&str]| {
        let path = path(name);
        let output = run(&[args, &["--output", path.to_str().expect("UTF-8")]].concat());
        assert!(output.stdout.is_empty(), "{args:?}");
        (output.status.code(), fs::read_to_string(path).ok())
    };
    let (code, csv) = write("bretagne.csv", &["list", "region:bretagne", "--columns", "id,launch-date"]);
    assert_eq!(code, Some(0));
    assert!(csv.expect("a file").ends_with("cde-034,\r\n"), "what is not known is empty");
    let (_, points) = write("points.geojson", &["list"]);
    assert!(points.expect("a file").parse::<GeoJson>().is_ok());
    let (_, table) = write("croisement.json", &["stats", "--across", "wave"]);
    assert_eq!(serde_json::from_str::<Value>(&table.expect("a file")).expect("JSON")["across"], "wave");
    fs::write(path("kept.csv"), "kept").expect("a file");
    for (name, args) in [("kept.csv", ["list", "--columns", "nothing"]), ("x.odt", ["list", "--limit", "1"])]
    {
        let (code, _) = write(name, &args);
        assert_eq!(code, Some(2), "{args:?}");
    }
    assert_eq!(fs::read_to_string(path("kept.csv")).expect("a file"), "kept");
    assert!(!Path::exists(&path("x.odt")));
    for stdout in ["-", "/dev/stdout"] {
        let output = run(&["list", "vannes", "--columns", "id", "--format", "csv", "--output", stdout]);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "N°\r\ncde-034\r\n", "{stdout}");
    }
    let (code, missing) = write("missing/x.csv", &["list"]);
    assert_eq!((code, missing), (Some(2), None));
}

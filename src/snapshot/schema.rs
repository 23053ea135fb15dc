//! The JSON Schema of a snapshot, generated from the model.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::model::{SCHEMA_VERSION, Snapshot};

/// Generates the JSON Schema (draft 2020-12) of a snapshot.
///
/// It comes from the types that read and write snapshots, and describes every
/// field by its documentation. It allows fields that it does not name, since a
/// newer minor version may add some. Rules that a schema cannot express, such
/// as that the id of a source exists, are those of the check of a snapshot.
///
/// ```
/// let schema = cites_emploi::snapshot::schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// assert_eq!(schema["$defs"]["Cite"]["properties"]["id"]["pattern"], "^cde-[0-9]{3,}$");
/// ```
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Snapshot>();
    schema.insert("$id".to_owned(), format!("urn:cites-emploi:snapshot:{SCHEMA_VERSION}").into());
    schema.insert(
        "title".to_owned(),
        format!("Snapshot of the Cités de l'emploi, format {SCHEMA_VERSION}").into(),
    );
    schema.to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Level, check_str, embedded, sample};

    /// Returns a snapshot of one Cité with the value at `pointer` replaced.
    fn changed(pointer: &str, change: Value) -> Value {
        let real = embedded().expect("the embedded snapshot");
        let small = Snapshot { cites: real.cites[..1].to_vec(), ..sample(&real, 0, 0) };
        let mut document = serde_json::to_value(small).expect("JSON");
        *document.pointer_mut(pointer).expect("a place in the snapshot") = change;
        document
    }

    fn errors_of_the_check(document: &Value) -> usize {
        check_str(&document.to_string(), "snapshot.json").count(Level::Error)
    }

    fn validator() -> jsonschema::Validator {
        jsonschema::draft202012::new(&schema()).expect("a JSON Schema")
    }

    #[test]
    fn the_schema_is_one_of_draft_2020_12_and_describes_every_field() {
        let schema = schema();
        assert!(jsonschema::meta::is_valid(&schema));
        let definitions = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
        for definition in definitions {
            for (name, field) in definition["properties"].as_object().into_iter().flatten() {
                assert!(field["description"].is_string(), "{name}: {field}");
            }
        }
    }

    #[test]
    fn the_embedded_snapshot_follows_the_schema() {
        let document = serde_json::to_value(embedded().expect("the embedded snapshot")).expect("JSON");
        let errors: Vec<String> = validator()
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new());
    }

    #[test]
    fn the_check_refuses_everything_that_the_schema_refuses() {
        let validator = validator();
        assert_eq!(errors_of_the_check(&changed("/cites/0/note", "fine".into())), 0);
        for (pointer, value) in [
            ("", Value::Null),
            ("/schema_version", "2.0".into()),
            ("/meta/licences/0/url", "javascript:alert(1)".into()),
            ("/cites", Value::Null),
            ("/cites/0/id", "CDE-1".into()),
            ("/cites/0/label", "".into()),
            ("/cites/0/scale", "village".into()),
            ("/cites/0/wave/year", 2019.into()),
            ("/cites/0/wave/evidence", "label".into()),
            ("/cites/0/label_date/date", "2020-13".into()),
            ("/cites/0/label_date/date", "10/07/2021".into()),
            ("/cites/0/carrier/type", "company".into()),
            ("/cites/0/communes/0/insee", "4900".into()),
            ("/cites/0/communes/0/insee", 49007.into()),
            ("/cites/0/communes/0/epci/siren", "24490001".into()),
            ("/cites/0/communes/0/epci/type", "EPT".into()),
            ("/cites/0/communes/0/population_2020", (-1).into()),
            ("/cites/0/communes/0/lat", 91.0.into()),
            ("/cites/0/qpvs/0/code", "QN049001".into()),
            ("/findings/0/kind", "minus".into()),
            ("/figures/0/value", true.into()),
            ("/regions/0/outline/0/0", serde_json::json!([1.0])),
            ("/departments/0/code", "1".into()),
        ] {
            let document = changed(pointer, value.clone());
            assert!(!validator.is_valid(&document), "{pointer} may be {value}");
            assert!(errors_of_the_check(&document) > 0, "the check lets {value} be {pointer}");
        }
    }

    #[test]
    fn unknown_values_and_fields_of_a_newer_version_are_allowed() {
        let validator = validator();
        for pointer in ["/cites/0/carrier", "/cites/0/launch_date", "/sources/0/date"] {
            assert!(validator.is_valid(&changed(pointer, Value::Null)), "{pointer}");
        }
        assert!(validator.is_valid(&changed("/schema_version", "1.7".into())));
        let qpv = serde_json::json!({"code": "QP02A001", "name": "X", "area": 1});
        assert!(validator.is_valid(&changed("/cites/0/qpvs/0", qpv)));
    }
}

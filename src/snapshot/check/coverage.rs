//! The coverage of the fields of Cités, and the evidence for their values.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::snapshot::cite_field::CiteField;
use crate::snapshot::model::{Cite, Snapshot};

/// How many of the Cités have each field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// How many Cités there are.
    pub cites: usize,
    /// Each field, in the order of the model.
    pub fields: Vec<FieldCoverage>,
}

/// How many Cités have one field, and with which evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldCoverage {
    /// Name of the field in the snapshot.
    #[schemars(with = "String")]
    pub field: CiteField,
    /// How many Cités have it.
    pub filled: usize,
    /// For how many a source speaks of it.
    pub sourced: usize,
    /// How many have it with each kind of evidence that the field knows, by
    /// its word in the file, the surest first. Empty where it knows none.
    #[serde(serialize_with = "as_object")]
    #[schemars(with = "BTreeMap<String, usize>")]
    pub evidence: Vec<(&'static str, usize)>,
}

/// Serializes the counts as an object, in their order: `{"explicit": 11, "probable": 12}`.
fn as_object<S: Serializer>(counts: &[(&'static str, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().copied())
}

/// Counts how many Cités of a snapshot have each field.
pub fn coverage(snapshot: &Snapshot) -> Coverage {
    Coverage::of(&snapshot.cites.iter().collect::<Vec<_>>())
}

impl Coverage {
    /// Counts how many of these Cités have each field.
    pub fn of(cites: &[&Cite]) -> Self {
        let fields = CiteField::ALL.map(|field| FieldCoverage {
            field,
            filled: cites.iter().filter(|cite| field.is_filled(cite)).count(),
            sourced: cites.iter().filter(|cite| !field.statements(cite).is_empty()).count(),
            evidence: field.count_evidence(cites),
        });
        Self { cites: cites.len(), fields: fields.to_vec() }
    }
}

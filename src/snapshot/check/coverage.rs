//! How much is known of the Cités, and how well.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::snapshot::model::{CarrierEvidence, Cite, LabelDateBasis, Snapshot, Statement, WaveEvidence};

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
    pub field: &'static str,
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

/// `{"explicit": 11, "probable": 12}`, in their order.
fn as_object<S: Serializer>(counts: &[(&'static str, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().copied())
}

/// How much a snapshot knows of its Cités.
pub fn coverage(snapshot: &Snapshot) -> Coverage {
    Coverage::of(&snapshot.cites.iter().collect::<Vec<_>>())
}

/// Every field whose coverage is told, in the order of the model.
pub const COVERED_FIELDS: [&str; 10] =
    ["label", "scale", "wave", "label_date", "launch_date", "carrier", "themes", "note", "communes", "qpvs"];

impl Coverage {
    /// How much is known of these Cités.
    pub fn of(cites: &[&Cite]) -> Self {
        let fields = COVERED_FIELDS.into_iter().map(|field| FieldCoverage {
            field,
            filled: cites.iter().filter(|cite| is_filled(field, cite)).count(),
            sourced: cites.iter().filter(|cite| !statements(field, cite).is_empty()).count(),
            evidence: evidence(field, cites),
        });
        Self { cites: cites.len(), fields: fields.collect() }
    }
}

/// Whether a Cité has a field, given by its name in the snapshot.
pub fn is_filled(field: &str, cite: &Cite) -> bool {
    match field {
        "label" => !cite.label.is_empty(),
        "launch_date" => cite.launch_date.is_some(),
        "carrier" => cite.carrier.is_some(),
        "themes" => !cite.themes.values.is_empty(),
        "note" => !cite.note.is_empty(),
        "communes" => !cite.communes.is_empty(),
        "qpvs" => !cite.qpvs.is_empty(),
        // No Cité is without a scale, a wave and a label date.
        _ => true,
    }
}

/// What sources say of a field of a Cité.
fn statements<'a>(field: &str, cite: &'a Cite) -> &'a [Statement] {
    match field {
        "wave" => &cite.wave.sources,
        "label_date" => &cite.label_date.sources,
        "launch_date" => cite.launch_date.as_ref().map_or(&[], |launch_date| &launch_date.sources),
        "carrier" => cite.carrier.as_ref().map_or(&[], |carrier| &carrier.sources),
        "themes" => &cite.themes.sources,
        _ => &[],
    }
}

fn evidence(field: &str, cites: &[&Cite]) -> Vec<(&'static str, usize)> {
    match field {
        "wave" => tally(&WaveEvidence::ALL, WaveEvidence::code, cites, |cite| Some(cite.wave.evidence)),
        "label_date" => {
            tally(&LabelDateBasis::ALL, LabelDateBasis::code, cites, |cite| Some(cite.label_date.basis))
        }
        "carrier" => tally(&CarrierEvidence::ALL, CarrierEvidence::code, cites, |cite| {
            cite.carrier.as_ref().map(|carrier| carrier.evidence)
        }),
        _ => Vec::new(),
    }
}

/// How many Cités have each of the values.
fn tally<T: Copy + PartialEq>(
    all: &[T],
    code: fn(T) -> &'static str,
    cites: &[&Cite],
    value: impl Fn(&Cite) -> Option<T>,
) -> Vec<(&'static str, usize)> {
    let count = |wanted| cites.iter().filter(|cite| value(cite) == Some(wanted)).count();
    all.iter().map(|wanted| (code(*wanted), count(*wanted))).collect()
}

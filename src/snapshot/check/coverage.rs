//! How much is known of the Cités, and how well.

use crate::snapshot::model::{CarrierEvidence, Cite, LabelDateBasis, Snapshot, Statement, WaveEvidence};

/// How many of the Cités have each field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Coverage {
    /// How many Cités there are.
    pub cites: usize,
    /// Each field, in the order of the model.
    pub fields: Vec<FieldCoverage>,
}

/// How many Cités have one field, and with which evidence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FieldCoverage {
    /// Name of the field in the snapshot.
    pub field: &'static str,
    /// How many Cités have it.
    pub filled: usize,
    /// For how many a source speaks of it.
    pub sourced: usize,
    /// How many have it with each kind of evidence that the field knows, by
    /// its word in the file, the surest first. Empty where it knows none.
    pub evidence: Vec<(&'static str, usize)>,
}

/// How much a snapshot knows of its Cités.
pub fn coverage(snapshot: &Snapshot) -> Coverage {
    let cites = &snapshot.cites;
    let plain = |field, has: fn(&Cite) -> bool| FieldCoverage::of(cites, field, has, |_| &[]);
    let mut wave = FieldCoverage::of(cites, "wave", |_| true, |cite| &cite.wave.sources);
    wave.evidence = tally(&WaveEvidence::ALL, WaveEvidence::code, cites, |cite| Some(cite.wave.evidence));
    let mut label_date = FieldCoverage::of(cites, "label_date", |_| true, |cite| &cite.label_date.sources);
    label_date.evidence =
        tally(&LabelDateBasis::ALL, LabelDateBasis::code, cites, |cite| Some(cite.label_date.basis));
    let launch_date = FieldCoverage::of(
        cites,
        "launch_date",
        |cite| cite.launch_date.is_some(),
        |cite| cite.launch_date.as_ref().map_or(&[], |launch_date| &launch_date.sources),
    );
    let mut carrier = FieldCoverage::of(
        cites,
        "carrier",
        |cite| cite.carrier.is_some(),
        |cite| cite.carrier.as_ref().map_or(&[], |carrier| &carrier.sources),
    );
    carrier.evidence = tally(&CarrierEvidence::ALL, CarrierEvidence::code, cites, |cite| {
        cite.carrier.as_ref().map(|carrier| carrier.evidence)
    });
    let themes = FieldCoverage::of(
        cites,
        "themes",
        |cite| !cite.themes.values.is_empty(),
        |cite| &cite.themes.sources,
    );
    let fields = vec![
        plain("label", |cite| !cite.label.is_empty()),
        plain("scale", |_| true),
        wave,
        label_date,
        launch_date,
        carrier,
        themes,
        plain("note", |cite| !cite.note.is_empty()),
        plain("communes", |cite| !cite.communes.is_empty()),
        plain("qpvs", |cite| !cite.qpvs.is_empty()),
    ];
    Coverage { cites: cites.len(), fields }
}

impl FieldCoverage {
    fn of(
        cites: &[Cite],
        field: &'static str,
        has: impl Fn(&Cite) -> bool,
        statements: impl Fn(&Cite) -> &[Statement],
    ) -> Self {
        let count = |test: &dyn Fn(&Cite) -> bool| cites.iter().filter(|cite| test(cite)).count();
        Self {
            field,
            filled: count(&has),
            sourced: count(&|cite| !statements(cite).is_empty()),
            evidence: Vec::new(),
        }
    }
}

/// How many Cités have each of the values.
fn tally<T: Copy + PartialEq>(
    all: &[T],
    code: fn(T) -> &'static str,
    cites: &[Cite],
    value: impl Fn(&Cite) -> Option<T>,
) -> Vec<(&'static str, usize)> {
    let count = |wanted| cites.iter().filter(|cite| value(cite) == Some(wanted)).count();
    all.iter().map(|wanted| (code(*wanted), count(*wanted))).collect()
}

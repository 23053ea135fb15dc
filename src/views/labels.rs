//! Labels for the values that the snapshot writes as codes.

use crate::locale::Lang;
use crate::snapshot::{
    CarrierEvidence, CarrierType, FigureStatus, FindingKind, LabelDateBasis, Level, Precision, Scale,
    WaveEvidence,
};
use crate::t;

/// Returns the label of a value that is not known: "not documented".
pub fn unknown(lang: Lang) -> String {
    t!(lang, "unknown")
}

/// Returns the label of the level of a problem.
pub fn level(lang: Lang, level: Level) -> String {
    t!(
        lang,
        match level {
            Level::Error => "level-error",
            Level::Warning => "level-warning",
            Level::Note => "level-note",
        }
    )
}

/// Returns the last part of the locale key for a word of the format.
fn key(code: &str) -> String {
    code.replace('_', "-")
}

/// Returns the label of a kind of territory.
pub fn scale(lang: Lang, scale: Scale) -> String {
    t!(lang, &format!("scale-{}", key(scale.code())))
}

/// Returns the label of a type of carrier; `None` is "carrier not documented".
pub fn carrier_type(lang: Lang, kind: Option<CarrierType>) -> String {
    t!(lang, &format!("carrier-{}", kind.map_or("unknown", CarrierType::code)))
}

/// Returns the label of the evidence for a carrier.
pub fn carrier_evidence(lang: Lang, evidence: CarrierEvidence) -> String {
    t!(lang, &format!("evidence-{}", key(evidence.code())))
}

/// Returns the label of the evidence for a wave.
pub fn wave_evidence(lang: Lang, evidence: WaveEvidence) -> String {
    t!(lang, &format!("evidence-{}", key(evidence.code())))
}

/// Returns the label of the basis of a label date: the Cité itself or its wave.
pub fn label_date_basis(lang: Lang, basis: LabelDateBasis) -> String {
    t!(lang, &format!("basis-{}", key(basis.code())))
}

/// Returns the label of the precision of a date.
pub fn precision(lang: Lang, precision: Precision) -> String {
    t!(
        lang,
        match precision {
            Precision::Day => "precision-day",
            Precision::Month => "precision-month",
            Precision::Quarter => "precision-quarter",
            Precision::Year => "precision-year",
        }
    )
}

/// Returns the label of the kind of a finding: added value or limit.
pub fn finding_kind(lang: Lang, kind: FindingKind) -> String {
    t!(
        lang,
        match kind {
            FindingKind::AddedValue => "finding-added-value",
            FindingKind::Limit => "finding-limit",
        }
    )
}

/// Returns the label of the status of a figure: stated or derived.
pub fn figure_status(lang: Lang, status: FigureStatus) -> String {
    t!(lang, &format!("figure-{}", status.code()))
}

/// Returns the label of the unit of a figure, which the snapshot has in French. A unit without a
/// text is returned unchanged.
pub fn unit(lang: Lang, unit: &str) -> String {
    t!(
        lang,
        match unit {
            "EUR" => "unit-eur",
            "EUR/an" => "unit-eur-year",
            "EUR/Cité" => "unit-eur-cite",
            "EUR/an/Cité" => "unit-eur-year-cite",
            "ans" => "unit-years",
            "axes" => "unit-strands",
            "x" => "unit-times",
            "monographies" => "unit-monographs",
            "personnes" => "unit-people",
            "personnes (environ)" => "unit-people-about",
            "personnes/an" => "unit-people-year",
            "actions ou événements" => "unit-actions-or-events",
            "partenaires" => "unit-partners",
            _ => return unit.to_owned(),
        }
    )
}

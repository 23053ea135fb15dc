//! Labels for the values that the snapshot writes as codes.

use crate::locale::Lang;
use crate::snapshot::{
    CarrierEvidence, CarrierType, FigureStatus, FindingKind, LabelDateBasis, Level, Precision, Scale,
    WaveEvidence,
};
use crate::t;

/// Returns the label of everything that the snapshot does not know: "not documented".
pub fn unknown(lang: Lang) -> String {
    t!(lang, "unknown")
}

/// Returns the severity of a problem.
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

/// Returns the end of the key of a text for a word of the format.
fn key(code: &str) -> String {
    code.replace('_', "-")
}

/// Returns the label of a kind of territory.
pub fn scale(lang: Lang, scale: Scale) -> String {
    t!(lang, &format!("scale-{}", key(scale.code())))
}

/// Returns the label of a kind of body; `None` is "carrier not documented".
pub fn carrier_type(lang: Lang, kind: Option<CarrierType>) -> String {
    t!(lang, &format!("carrier-{}", kind.map_or("unknown", CarrierType::code)))
}

/// Returns how a carrier is known.
pub fn carrier_evidence(lang: Lang, evidence: CarrierEvidence) -> String {
    t!(lang, &format!("evidence-{}", key(evidence.code())))
}

/// Returns how the wave of a Cité is known.
pub fn wave_evidence(lang: Lang, evidence: WaveEvidence) -> String {
    t!(lang, &format!("evidence-{}", key(evidence.code())))
}

/// Returns whose date a label date is.
pub fn label_date_basis(lang: Lang, basis: LabelDateBasis) -> String {
    t!(lang, &format!("basis-{}", key(basis.code())))
}

/// Returns how exact a date is.
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

/// Returns whether a finding is an added value or a limit.
pub fn finding_kind(lang: Lang, kind: FindingKind) -> String {
    t!(
        lang,
        match kind {
            FindingKind::AddedValue => "finding-added-value",
            FindingKind::Limit => "finding-limit",
        }
    )
}

/// Returns whether a figure is stated or derived.
pub fn figure_status(lang: Lang, status: FigureStatus) -> String {
    t!(lang, &format!("figure-{}", status.code()))
}

/// Returns the unit of a figure, which the snapshot writes in French. A unit
/// without a text of its own stays as it is.
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

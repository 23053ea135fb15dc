//! The words for the values that the snapshot writes as codes.

use crate::locale::Lang;
use crate::snapshot::{
    CarrierEvidence, CarrierType, FigureStatus, FindingKind, LabelDateBasis, Level, Precision, Scale,
    WaveEvidence,
};
use crate::t;

/// "not documented": what stands wherever the snapshot knows nothing.
pub fn unknown(lang: Lang) -> String {
    t!(lang, "unknown")
}

/// How bad a problem is.
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

/// The kind of territory.
pub fn scale(lang: Lang, scale: Scale) -> String {
    t!(
        lang,
        match scale {
            Scale::Department => "scale-department",
            Scale::Epci => "scale-epci",
            Scale::SeveralCommunes => "scale-several-communes",
            Scale::Commune => "scale-commune",
            Scale::Neighbourhoods => "scale-neighbourhoods",
        }
    )
}

/// The kind of body that carries a Cité; `None` is "carrier not documented".
pub fn carrier_type(lang: Lang, kind: Option<CarrierType>) -> String {
    t!(
        lang,
        match kind {
            Some(CarrierType::Epci) => "carrier-epci",
            Some(CarrierType::Commune) => "carrier-commune",
            Some(CarrierType::Spe) => "carrier-spe",
            Some(CarrierType::Association) => "carrier-association",
            Some(CarrierType::State) => "carrier-state",
            Some(CarrierType::Department) => "carrier-department",
            Some(CarrierType::Other) => "carrier-other",
            None => "carrier-unknown",
        }
    )
}

/// How a carrier is known; `None` is "not documented".
pub fn carrier_evidence(lang: Lang, evidence: Option<CarrierEvidence>) -> String {
    t!(
        lang,
        match evidence {
            Some(CarrierEvidence::Explicit) => "evidence-explicit",
            Some(CarrierEvidence::Probable) => "evidence-probable",
            Some(CarrierEvidence::Label) => "evidence-label",
            None => "unknown",
        }
    )
}

/// How the wave of a Cité is known.
pub fn wave_evidence(lang: Lang, evidence: WaveEvidence) -> String {
    t!(
        lang,
        match evidence {
            WaveEvidence::Explicit => "evidence-explicit",
            WaveEvidence::Implicit => "evidence-implicit",
            WaveEvidence::ListOrder => "evidence-list-order",
        }
    )
}

/// Whose date a label date is.
pub fn label_date_basis(lang: Lang, basis: LabelDateBasis) -> String {
    t!(
        lang,
        match basis {
            LabelDateBasis::Territory => "basis-territory",
            LabelDateBasis::Wave => "basis-wave",
        }
    )
}

/// How exact a date is.
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

/// Added value or limit.
pub fn finding_kind(lang: Lang, kind: FindingKind) -> String {
    t!(
        lang,
        match kind {
            FindingKind::AddedValue => "finding-added-value",
            FindingKind::Limit => "finding-limit",
        }
    )
}

/// Stated or computed.
pub fn figure_status(lang: Lang, status: FigureStatus) -> String {
    t!(
        lang,
        match status {
            FigureStatus::Stated => "figure-stated",
            FigureStatus::Derived => "figure-derived",
        }
    )
}

/// The unit of a figure, which the snapshot writes in French; one that is not
/// known here stays as it is.
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

//! Labels for the values that the snapshot writes as codes.

use crate::locale::Lang;
use crate::snapshot::{
    CarrierType, CommuneBasis, FigureGroup, FigureQualifier, FigureStatus, FindingKind, LabelDateBasis,
    Level, Precision, Qpv2024Basis, Qpv2024Status, Scale,
};
use crate::t;

/// Returns the label of a value that is not known: "not documented".
pub fn unknown(lang: Lang) -> String {
    t!(lang, "unknown")
}

/// Returns the remark on a free text of the snapshot, which is in French. It is empty in French.
pub fn in_french(lang: Lang) -> String {
    t!(lang, "text-in-french")
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

/// Returns the label of the evidence for a carrier or a wave, by its word in the file.
pub fn evidence(lang: Lang, code: &str) -> String {
    t!(lang, &format!("evidence-{}", key(code)))
}

/// Returns the label of the perimeter of a quartier of 2024, compared with those of 2015.
pub fn qpv_2024_status(lang: Lang, status: Qpv2024Status) -> String {
    t!(lang, &format!("qpv-2024-{}", status.code()))
}

/// Returns the label of the reason why a quartier of 2024 is linked to a Cité.
pub fn qpv_2024_basis(lang: Lang, basis: Qpv2024Basis) -> String {
    t!(lang, &format!("qpv-2024-basis-{}", key(basis.code())))
}

/// Returns the label of the reason why a commune is one of the communes of a Cité.
pub fn commune_basis(lang: Lang, basis: CommuneBasis) -> String {
    t!(lang, &format!("commune-basis-{}", key(basis.code())))
}

/// Returns the label of the basis of a label date: the Cité itself or its wave.
pub fn label_date_basis(lang: Lang, basis: LabelDateBasis) -> String {
    t!(lang, &format!("basis-{}", key(basis.code())))
}

/// Returns the label of the precision of a date.
pub fn precision(lang: Lang, precision: Precision) -> String {
    t!(lang, &format!("precision-{}", precision.code()))
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

/// Returns the subject of a national figure: `Chiffres nationaux : argent`.
pub fn figure_group(lang: Lang, group: FigureGroup) -> String {
    t!(lang, &format!("figure-group-{}", group.code()))
}

/// Adds to a value that it is approximate or a maximum: `jusqu'à 8 400 000`.
pub fn qualified(lang: Lang, qualifier: FigureQualifier, value: &str) -> String {
    t!(lang, &format!("figure-qualifier-{}", qualifier.code().replace('_', "-")), value = value)
}

/// The unit of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What stands behind the number: `€`, `ans`. May be empty.
    pub sign: String,
    /// What is counted, or what for: `personnes`, `par an et par Cité`. May be empty.
    pub words: String,
}

/// Returns the unit of a figure, which the snapshot has in French. The words of a unit without a text are returned
/// unchanged.
pub fn unit(lang: Lang, unit: &str) -> Unit {
    let (sign, words) = match unit {
        "EUR" => ("unit-eur", ""),
        "EUR/an" => ("unit-eur", "unit-per-year"),
        "EUR/Cité" => ("unit-eur", "unit-per-cite"),
        "EUR/an/Cité" => ("unit-eur", "unit-per-year-and-cite"),
        "M€" => ("unit-million-eur", ""),
        "ans" => ("unit-years", ""),
        "x" => ("unit-times", ""),
        "axes" => ("", "unit-strands"),
        "monographies" => ("", "unit-monographs"),
        "personnes" => ("", "unit-people"),
        "habitants" => ("", "unit-inhabitants"),
        "actions ou événements" => ("", "unit-actions-or-events"),
        "partenaires" => ("", "unit-partners"),
        _ => return Unit { sign: String::new(), words: unit.to_owned() },
    };
    let text = |key: &str| if key.is_empty() { String::new() } else { t!(lang, key) };
    Unit { sign: text(sign), words: text(words) }
}

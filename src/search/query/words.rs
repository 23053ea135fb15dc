//! The words for the values of fields with a closed list.

use super::{QueryField, Value};
use crate::fold::fold_text;
use crate::locale::{Lang, words, words_in_all};
use crate::snapshot::{CarrierEvidence, CarrierType, Scale};

/// The key of the text with the words for one value, folded. The first is shown in messages.
type Words = &'static str;

const UNKNOWN: Words = "query-unknown";

const fn scale_words(scale: Scale) -> Words {
    match scale {
        Scale::Department => "query-scale-department",
        Scale::Epci => "query-scale-epci",
        Scale::SeveralCommunes => "query-scale-several-communes",
        Scale::Commune => "query-scale-commune",
        Scale::Neighbourhoods => "query-scale-neighbourhoods",
    }
}

const fn type_words(kind: CarrierType) -> Words {
    match kind {
        CarrierType::Epci => "query-type-epci",
        CarrierType::Commune => "query-type-commune",
        CarrierType::Spe => "query-type-spe",
        CarrierType::Association => "query-type-association",
        CarrierType::State => "query-type-state",
        CarrierType::Department => "query-type-department",
        CarrierType::Other => "query-type-other",
    }
}

const fn evidence_words(evidence: CarrierEvidence) -> Words {
    match evidence {
        CarrierEvidence::Explicit => "query-evidence-explicit",
        CarrierEvidence::Probable => "query-evidence-probable",
        CarrierEvidence::Label => "query-evidence-label",
    }
}

/// The values of a closed list with their words.
fn list(key: QueryField) -> Vec<(Value, Words)> {
    let mut list: Vec<_> = match key {
        QueryField::Scale => Scale::ALL.map(|scale| (Value::Scale(scale), scale_words(scale))).into(),
        QueryField::Type => CarrierType::ALL.map(|kind| (Value::Type(kind), type_words(kind))).into(),
        QueryField::Evidence => {
            CarrierEvidence::ALL.map(|evidence| (Value::Evidence(evidence), evidence_words(evidence))).into()
        }
        _ => Vec::new(),
    };
    if matches!(key, QueryField::Type | QueryField::Evidence) {
        list.push((Value::Unknown, UNKNOWN));
    }
    list
}

/// Whether a typed word asks for what is not known or empty.
pub(super) fn means_unknown(typed: &str) -> bool {
    words_in_all(UNKNOWN).any(|word| word == fold_text(typed))
}

/// The values of a closed list that a typed word means.
///
/// The word itself decides; where it is none, all values with a word that starts with it.
pub(super) fn values(key: QueryField, typed: &str) -> Vec<Value> {
    let typed = fold_text(typed);
    let list = list(key);
    let that_have = |test: &dyn Fn(&str) -> bool| -> Vec<Value> {
        list.iter()
            .filter(|(_, words)| words_in_all(words).any(test))
            .map(|(value, _)| value.clone())
            .collect()
    };
    let whole = that_have(&|word| word == typed);
    if whole.is_empty() { that_have(&|word| word.starts_with(&typed)) } else { whole }
}

/// The word for what is not known.
pub(super) fn unknown(lang: Lang) -> &'static str {
    words(lang, UNKNOWN).next().unwrap_or_default()
}

/// What can be written for a key, to show in a message.
pub(super) fn examples(key: QueryField, lang: Lang) -> Vec<&'static str> {
    match key {
        QueryField::Age => vec![">4", ">=4", "<5", "5", "4..5"],
        QueryField::Wave => vec!["2020", "2021"],
        _ => list(key).iter().filter_map(|(_, key)| words(lang, key).next()).collect(),
    }
}

/// The word of a closed list that is nearest to a wrong one.
pub(super) fn nearest(key: QueryField, typed: &str) -> Option<&'static str> {
    let typed = fold_text(typed);
    list(key)
        .iter()
        .flat_map(|(_, words)| words_in_all(words))
        .map(|word| (strsim::normalized_damerau_levenshtein(&typed, word), word))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

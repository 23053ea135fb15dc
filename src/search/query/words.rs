//! The words for the values of fields with a closed list.

use super::{QueryField, Value};
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Scale};

/// The words for one value, folded; those that messages show first.
struct Words {
    french: &'static [&'static str],
    english: &'static [&'static str],
}

impl Words {
    const fn of(french: &'static [&'static str], english: &'static [&'static str]) -> Self {
        Self { french, english }
    }

    fn all(&self) -> impl Iterator<Item = &'static str> {
        self.french.iter().chain(self.english).copied()
    }
}

const UNKNOWN: Words =
    Words::of(&["inconnu", "inconnue", "aucun", "aucune", "non documente"], &["unknown", "none"]);

const fn scale_words(scale: Scale) -> Words {
    match scale {
        Scale::Department => Words::of(&["departement"], &["department"]),
        Scale::Epci => Words::of(&["epci", "intercommunalite", "agglomeration"], &["epci", "intercommunal"]),
        Scale::SeveralCommunes => Words::of(&["plusieurs communes"], &["several communes"]),
        Scale::Commune => Words::of(&["commune", "ville"], &["commune", "town"]),
        Scale::Neighbourhoods => Words::of(&["quartiers"], &["neighbourhoods", "neighborhoods"]),
    }
}

const fn type_words(kind: CarrierType) -> Words {
    match kind {
        CarrierType::Epci => {
            Words::of(&["epci", "intercommunalite", "agglomeration"], &["epci", "intercommunal"])
        }
        CarrierType::Commune => Words::of(&["commune", "ville"], &["commune", "town"]),
        CarrierType::Spe => {
            Words::of(&["spe", "service public de l emploi"], &["spe", "public employment service"])
        }
        CarrierType::Association => Words::of(&["association"], &["association"]),
        CarrierType::State => Words::of(&["etat"], &["state"]),
        CarrierType::Department => Words::of(&["departement"], &["department"]),
        CarrierType::Other => Words::of(&["autre"], &["other"]),
    }
}

const fn evidence_words(evidence: CarrierEvidence) -> Words {
    match evidence {
        CarrierEvidence::Explicit => Words::of(&["explicite"], &["explicit"]),
        CarrierEvidence::Probable => Words::of(&["probable"], &["probable"]),
        CarrierEvidence::Label => Words::of(&["libelle", "d apres le libelle"], &["label", "from the label"]),
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
    UNKNOWN.all().any(|word| word == fold_text(typed))
}

/// The values of a closed list that a typed word means.
///
/// The word itself decides; where it is none, all values with a word that starts with it.
pub(super) fn values(key: QueryField, typed: &str) -> Vec<Value> {
    let typed = fold_text(typed);
    let list = list(key);
    let that_have = |test: &dyn Fn(&str) -> bool| -> Vec<Value> {
        list.iter().filter(|(_, words)| words.all().any(test)).map(|(value, _)| value.clone()).collect()
    };
    let whole = that_have(&|word| word == typed);
    if whole.is_empty() { that_have(&|word| word.starts_with(&typed)) } else { whole }
}

/// The word for what is not known.
pub(super) fn unknown(lang: Lang) -> &'static str {
    lang.pick("inconnu", "unknown")
}

/// What can be written for a key, to show in a message.
pub(super) fn examples(key: QueryField, lang: Lang) -> Vec<&'static str> {
    match key {
        QueryField::Age => vec![">4", ">=4", "<5", "5", "4..5"],
        QueryField::Wave => vec!["2020", "2021"],
        _ => {
            let word = |words: &Words| match lang {
                Lang::EN => words.english.first().copied(),
                _ => words.french.first().copied(),
            };
            list(key).iter().filter_map(|(_, words)| word(words)).collect()
        }
    }
}

/// The word of a closed list that is nearest to a wrong one.
pub(super) fn nearest(key: QueryField, typed: &str) -> Option<&'static str> {
    let typed = fold_text(typed);
    list(key)
        .iter()
        .flat_map(|(_, words)| words.all())
        .map(|word| (strsim::normalized_damerau_levenshtein(&typed, word), word))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

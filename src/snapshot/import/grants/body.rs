//! Recognizes a body by its SIREN or by its name, whatever its legal form is called.

use std::collections::BTreeSet;

use crate::fold::fold_text;
use crate::snapshot::model::CarrierType;

/// The kinds of bodies that a name tells, with the folded words that tell them. The first match holds.
const KINDS: &[(CarrierType, &[&str])] = &[
    (
        CarrierType::Spe,
        &["mission locale", "missions locales", "france travail", "pole emploi", "cap emploi"],
    ),
    (CarrierType::Spe, &["maison de l emploi", "maison de l emploi et de la formation"]),
    (CarrierType::State, &["prefecture", "direction departementale", "sous prefecture"]),
    (CarrierType::Department, &["departement", "conseil departemental"]),
    (
        CarrierType::Epci,
        &[
            "communaute d agglomeration",
            "communaute de communes",
            "communaute urbaine",
            "etablissement public territorial",
            "agglomeration",
            "metropole",
            "ca",
            "cc",
            "cu",
            "ept",
        ],
    ),
    (CarrierType::Commune, &["commune", "ville", "mairie"]),
    (CarrierType::Association, &["association", "assoc", "asso"]),
];

/// Words that tell no body from another.
const FILLERS: &[&str] =
    &["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur", "a", "au", "aux"];

/// Returns the kind of body that a name tells. `None` if it tells none.
pub(super) fn kind(name: &str) -> Option<CarrierType> {
    let folded = format!(" {} ", fold_text(name));
    let tells = |word: &&str| folded.contains(&format!(" {word} "));
    KINDS.iter().find(|(_, words)| words.iter().any(&tells)).map(|(kind, _)| *kind)
}

/// Returns the words of a name without its legal form and without fillers: `grand`, `gueret`.
pub(super) fn name_words(name: &str) -> BTreeSet<String> {
    let mut folded = format!(" {} ", fold_text(name));
    let forms = KINDS.iter().filter(|(kind, _)| {
        matches!(kind, CarrierType::Epci | CarrierType::Commune | CarrierType::Association)
    });
    for form in forms.flat_map(|(_, forms)| *forms) {
        folded = folded.replace(&format!(" {form} "), " ");
    }
    let words = folded.split(' ').filter(|word| !word.is_empty() && !FILLERS.contains(word));
    words.map(str::to_owned).collect()
}

/// Returns whether two names are of the same body: the same words, and no two kinds.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    let words = name_words(one);
    let differ = matches!((kind(one), kind(other)), (Some(one), Some(other)) if one != other);
    !words.is_empty() && words == name_words(other) && !differ
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_the_same_in_capitals_and_under_its_long_form() {
        for (one, other) in [
            ("CA du Grand Guéret", "COMMUNAUTE D'AGGLOMERATION DU GRAND GUERET"),
            ("Aldev", "ALDEV"),
            ("Mission Locale du Pays de Rennes", "mission locale du pays de rennes"),
        ] {
            assert!(is_same_name(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Rennes Métropole", "Ville de Rennes"),
            ("CA du Grand Guéret", "Mission locale de Guéret"),
            ("Commune", "Ville"),
        ] {
            assert!(!is_same_name(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_kind_is_told_by_the_name_or_not_at_all() {
        assert_eq!(kind("MISSION LOCALE DE L'AGGLOMERATION ROUENNAISE"), Some(CarrierType::Spe));
        assert_eq!(kind("Ville d'Angers"), Some(CarrierType::Commune));
        assert_eq!(kind("CA du Grand Guéret"), Some(CarrierType::Epci));
        assert_eq!(kind("Aldev"), None);
    }
}

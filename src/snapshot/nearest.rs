//! "Did you mean …?"

use strsim::normalized_damerau_levenshtein;

/// How alike two words must be, from 0 to 1, for one to be offered for the other.
const ALIKE: f64 = 0.6;

/// Nobody means a word of more bytes than this, and comparing takes the square of it.
const LONGEST: usize = 128;

/// The candidate that `word` is most likely a slip of, if one is close.
///
/// Upper and lower case count as the same. Of two that are as close, the first is taken.
///
/// ```
/// use cites_emploi::snapshot::nearest;
///
/// assert_eq!(nearest("comune", ["commune", "epci"]), Some("commune"));
/// assert_eq!(nearest("région", ["commune", "epci"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let mut best = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST) {
        let alike = normalized_damerau_levenshtein(&word, &candidate.to_lowercase());
        if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_word_is_offered_and_a_far_one_never() {
        let words = ["department", "epci", "several_communes", "commune", "neighbourhoods"];
        assert_eq!(nearest("Commun", words), Some("commune"));
        assert_eq!(nearest("neighborhoods", words), Some("neighbourhoods"));
        assert_eq!(nearest("ecpi", words), Some("epci"));
        assert_eq!(nearest("ville", words), None);
        assert_eq!(nearest("", words), None);
    }
}

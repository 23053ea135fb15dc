//! Corrects misspelled words: "Did you mean …?"

use strsim::damerau_levenshtein;

/// The number of letters of a word per allowed edit. A shorter word may have one edit.
const LETTERS_PER_EDIT: usize = 5;

/// The maximum length of a compared word, in bytes: a comparison takes time quadratic in the
/// length.
const MAX_LEN: usize = 128;

/// Returns the candidate that is closest to `word`, within one edit per five letters and at least
/// one. An edit adds, removes or replaces a letter, or swaps two neighbours.
///
/// Case is ignored. If several candidates are equally close, as is common for codes, none is
/// returned.
///
/// ```
/// use cites_emploi::snapshot::closest_match;
///
/// assert_eq!(closest_match("comune", ["commune", "epci"]), Some("commune"));
/// assert_eq!(closest_match("région", ["commune", "epci"]), None);
/// assert_eq!(closest_match("C91", ["C01", "C11"]), None);
/// ```
pub fn closest_match<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MAX_LEN {
        return None;
    }
    let word = word.to_lowercase();
    let max_edits = (word.chars().count() / LETTERS_PER_EDIT).max(1);
    let mut found = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= MAX_LEN) {
        let edits = damerau_levenshtein(&word, &candidate.to_lowercase());
        match found {
            Some((fewest, _)) if edits > fewest => {}
            Some((fewest, _)) if edits == fewest => found = Some((fewest, None)),
            _ if edits <= max_edits && edits < word.chars().count() => found = Some((edits, Some(candidate))),
            _ => {}
        }
    }
    found?.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_word_is_offered_and_a_far_one_never() {
        let words = ["department", "epci", "several_communes", "commune", "neighbourhoods"];
        assert_eq!(closest_match("Commun", words), Some("commune"));
        assert_eq!(closest_match("neighborhoods", words), Some("neighbourhoods"));
        assert_eq!(closest_match("ecpi", words), Some("epci"));
        assert_eq!(closest_match("departement", words), Some("department"));
        assert_eq!(closest_match("ville", words), None);
        assert_eq!(closest_match("a", ["b"]), None);
        assert_eq!(closest_match("", words), None);
    }
}

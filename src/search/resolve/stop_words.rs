//! Words of a question that are no part of a name.

use std::sync::LazyLock;

use crate::fold::fold_text;
use crate::locale::words_in_all;

/// The locale keys of the lists: words that are left out anywhere, words that are left out before a name, and words
/// between alternatives.
const STOP_WORDS: &str = "search-stop-words";
const JOINING_WORDS: &str = "search-joining-words";
const OR_WORDS: &str = "search-or-words";

/// The folded words of a list, the longest first.
fn list(key: &str) -> Vec<String> {
    let mut words: Vec<String> = words_in_all(key).map(fold_text).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

static LISTS: LazyLock<[Vec<String>; 3]> =
    LazyLock::new(|| [list(STOP_WORDS), list(JOINING_WORDS), list(OR_WORDS)]);

/// Returns a text without stop words; `None` if it has none, or nothing else.
pub(in crate::search) fn strip(text: &str) -> Option<String> {
    let [stop_words, joining_words, _] = &*LISTS;
    let folded = fold_text(text);
    let mut rest = format!(" {folded} ");
    for word in stop_words {
        rest = rest.replace(&format!(" {word} "), " ");
    }
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let has_stop_words = words.len() < folded.split_whitespace().count();
    let joins = |word: &&str| joining_words.iter().any(|joining| joining == word);
    let first = words.iter().position(|word| !joins(word)).unwrap_or(words.len());
    let is_question = text.trim_end().ends_with('?');
    if !has_stop_words && !is_question {
        return None;
    }
    words.drain(..first);
    while words.last().is_some_and(joins) {
        words.pop();
    }
    let stripped = words.join(" ");
    (!stripped.is_empty() && stripped != folded).then_some(stripped)
}

/// Returns the alternatives of `reims ou troyes`; `None` if there are fewer than two.
pub(super) fn alternatives(text: &str) -> Option<Vec<String>> {
    let [_, _, or_words] = &*LISTS;
    let mut sides = vec![Vec::new()];
    for word in text.split_whitespace() {
        if or_words.iter().any(|or| fold_text(word) == *or) {
            sides.push(Vec::new());
        } else if let Some(side) = sides.last_mut() {
            side.push(word);
        }
    }
    let is_whole = sides.len() > 1 && sides.iter().all(|side| !side.is_empty());
    is_whole.then(|| sides.into_iter().map(|side| side.join(" ")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_question_are_left_out() {
        for (text, stripped) in [
            ("mairie de Reims", Some("reims")),
            ("cité de l'emploi de Meaux", Some("meaux")),
            ("qui porte la cité de l'emploi de Guéret ?", Some("gueret")),
            ("combien en Bretagne ?", Some("bretagne")),
            ("how many in Brittany?", Some("brittany")),
            ("reims", None),
            ("la rochelle", None),
            ("mairie de", None),
        ] {
            assert_eq!(strip(text).as_deref(), stripped, "{text}");
        }
    }

    #[test]
    fn both_sides_of_an_or_are_alternatives() {
        let sides = |text| alternatives(text).map(|sides| sides.join("/"));
        assert_eq!(sides("la rochelle ou Reims or troyes"), Some("la rochelle/Reims/troyes".to_owned()));
        assert_eq!(sides("ou troyes"), None);
        assert_eq!(sides("reims"), None);
    }
}

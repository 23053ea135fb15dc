//! Words of a question that are no part of a name.

use std::sync::LazyLock;

use crate::fold::fold_text;
use crate::locale::words_in_all;

/// The locale keys of the lists: words that are left out anywhere, words for kinds of places that may also be part of a
/// name, words that are left out before a name, and words between alternatives.
const STOP_WORDS: &str = "search-stop-words";
const KIND_WORDS: &str = "search-kind-words";
const JOINING_WORDS: &str = "search-joining-words";
const OR_WORDS: &str = "search-or-words";

/// Returns the folded words of a list, the longest first, each between blanks.
fn list(key: &str) -> Vec<String> {
    let mut words: Vec<String> = words_in_all(key).map(|word| format!(" {} ", fold_text(word))).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

static LISTS: LazyLock<[Vec<String>; 4]> =
    LazyLock::new(|| [STOP_WORDS, KIND_WORDS, JOINING_WORDS, OR_WORDS].map(list));

/// Returns a text without stop words, and then without words for kinds of places too. Texts that stay as they are, or
/// of which nothing stays, are left out.
pub(in crate::search) fn strip(text: &str) -> Vec<String> {
    let [stop_words, kind_words, ..] = &*LISTS;
    let without_stop_words = without(text, stop_words.iter());
    let without_both = without(text, stop_words.iter().chain(kind_words));
    let mut texts: Vec<String> = [without_stop_words, without_both].into_iter().flatten().collect();
    texts.dedup();
    texts
}

fn without<'w>(text: &str, stop_words: impl Iterator<Item = &'w String>) -> Option<String> {
    let [_, _, joining_words, _] = &*LISTS;
    let folded = fold_text(text);
    let mut rest = format!(" {folded} ");
    for word in stop_words {
        if rest.contains(word) {
            rest = rest.replace(word, " ");
        }
    }
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let has_stop_words = words.len() < folded.split_whitespace().count();
    let joins = |word: &&str| joining_words.iter().any(|joining| joining.trim() == *word);
    let first = words.iter().position(|word| !joins(word)).unwrap_or(words.len());
    if !has_stop_words && !text.trim_end().ends_with('?') {
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
    let [.., or_words] = &*LISTS;
    let mut sides = vec![Vec::new()];
    for word in text.split_whitespace() {
        if or_words.iter().any(|or| fold_text(word) == or.trim()) {
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
            ("metropole de lyon", Some("lyon")),
        ] {
            assert_eq!(strip(text).last().map(String::as_str), stripped, "{text}");
        }
    }

    #[test]
    fn a_kind_of_place_is_left_out_last() {
        assert_eq!(strip("mairie de la métropole de Lyon"), ["metropole de lyon", "lyon"]);
    }

    #[test]
    fn both_sides_of_an_or_are_alternatives() {
        let sides = |text| alternatives(text).map(|sides| sides.join("/"));
        assert_eq!(sides("la rochelle ou Reims or troyes"), Some("la rochelle/Reims/troyes".to_owned()));
        assert_eq!(sides("ou troyes"), None);
        assert_eq!(sides("reims"), None);
    }
}

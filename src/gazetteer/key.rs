//! The keys under which names are found. The build script makes keys of names, the program makes keys of typed
//! texts.
//!
//! A key is a folded text in which the spellings of [`PHRASES`] and ordinal numbers are unified.

use crate::fold::fold_text;

/// Spellings of the same words, folded, each with the one that keys have. Longer ones are before those they contain.
const PHRASES: &[(&str, &str)] = &[
    ("communaute d agglomeration", "ca"),
    ("communaute d agglo", "ca"),
    ("communaute de communes", "cc"),
    ("com com", "cc"),
    ("comcom", "cc"),
    ("communaute urbaine", "cu"),
    ("etablissement public territorial", "ept"),
    ("n d", "notre dame"),
    ("nd", "notre dame"),
    ("s s", "sous"),
    ("ss", "sous"),
    ("lez", "les"),
    ("sts", "saints"),
    ("stes", "saintes"),
    ("gd", "grand"),
    ("gde", "grande"),
    ("mt", "mont"),
    ("arr", "arrondissement"),
    ("arrdt", "arrondissement"),
    ("ardt", "arrondissement"),
];

/// What follows the digits of an ordinal number, folded. Keys have the digits only: `13e` and `13ème` are `13`.
const ORDINAL_ENDINGS: &[&str] = &["er", "ere", "re", "e", "eme", "ieme", "nd", "nde"];

/// The articles that people leave out or put last: `Havre (Le)`.
pub const ARTICLES: &[&str] = &["le", "la", "les", "l"];

/// Returns the key of a text.
pub fn key(text: &str) -> String {
    unify(&fold_text(text))
}

/// Replaces the phrases and the ordinal numbers in a folded text by the form that keys have.
pub fn unify(folded: &str) -> String {
    let mut unified: Vec<&str> = Vec::new();
    let mut rest = folded;
    while !rest.is_empty() {
        let phrase = PHRASES.iter().find_map(|(phrase, form)| Some((*form, strip_word(rest, phrase)?)));
        let (word, after) = phrase.unwrap_or_else(|| {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            (without_ordinal_ending(word), after)
        });
        unified.push(word);
        rest = after;
    }
    unified.join(" ")
}

/// Returns what follows the words `start` at the start of a text, without the space.
pub fn strip_word<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(start)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// Returns the digits of an ordinal number, and any other word as it is.
fn without_ordinal_ending(word: &str) -> &str {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_ordinal = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && word.strip_prefix(digits).is_some_and(|ending| ORDINAL_ENDINGS.contains(&ending));
    if is_ordinal { digits } else { word }
}

/// Returns the texts without empty and repeated ones, in the same order.
pub fn distinct(texts: Vec<String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        if !text.is_empty() && !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}

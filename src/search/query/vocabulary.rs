//! The words for the values of closed lists, and for "not known", in every language.

use super::Value;
use super::fields::{QueryField, Values};
use crate::fold::fold_text;
use crate::locale::{Lang, words, words_in_all};

/// Locale key of the words for "not known".
const UNKNOWN: &str = "query-unknown";

/// Lists the values of a closed list with the locale keys of their words; none
/// if the field has no such list.
fn choices(field: QueryField) -> Vec<(Value, String)> {
    let Values::Choice(choice) = field.values() else { return Vec::new() };
    let key = |code: &str| format!("query-{}-{}", field.code(), code.replace('_', "-"));
    let known = choice.codes().map(|(value, code)| (Value::Choice(value), key(code)));
    let unknown = choice.can_be_unknown().then(|| (Value::Unknown, UNKNOWN.to_owned()));
    known.chain(unknown).collect()
}

/// Returns the word for each value of a closed list that is shown in a language, "not known" last.
pub(super) fn shown(field: QueryField, lang: Lang) -> Vec<&'static str> {
    choices(field).iter().filter_map(|(_, key)| words(lang, key).next()).collect()
}

/// Returns the word for "not known" that is shown in a language.
pub(super) fn unknown(lang: Lang) -> &'static str {
    words(lang, UNKNOWN).next().unwrap_or_default()
}

/// Whether a typed word asks for what is not known or empty.
pub(super) fn means_unknown(typed: &str) -> bool {
    let typed = fold_text(typed);
    words_in_all(UNKNOWN).any(|word| word == typed)
}

/// Returns the values of a closed list that a typed word means: those that
/// have it as a word or, if there are none, those with a word that begins with it.
pub(super) fn values(field: QueryField, typed: &str) -> Vec<Value> {
    let typed = fold_text(typed);
    let choices = choices(field);
    let values_with = |test: &dyn Fn(&str) -> bool| -> Vec<Value> {
        let with = choices.iter().filter(|(_, key)| words_in_all(key).any(test));
        with.map(|(value, _)| value.clone()).collect()
    };
    let whole = values_with(&|word| word == typed);
    if whole.is_empty() { values_with(&|word| word.starts_with(&typed)) } else { whole }
}

/// Lowest likeness, from 0 to 1, of a word that is offered instead of a wrong one.
const MIN_LIKENESS: f64 = 0.5;

/// Returns the word of a closed list that is nearest to a wrong one.
pub(super) fn nearest(field: QueryField, typed: &str) -> Option<&'static str> {
    let typed = fold_text(typed);
    choices(field)
        .iter()
        .flat_map(|(_, key)| words_in_all(key))
        .map(|word| (strsim::normalized_damerau_levenshtein(&typed, word), word))
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

//! The names of query fields and the words for their values, in every language.
//!
//! A query can use the words of all languages at once.

use std::collections::BTreeSet;

use super::age::AgeTest;
use super::fields::{QueryField, Values};
use super::figure::FigureTest;
use crate::fold::fold_text;
use crate::locale::{Lang, words, words_in_all};
use crate::search::facts::Facts;
use crate::snapshot::Snapshot;

/// Locale key of the words for "not known".
const UNKNOWN: &str = "query-unknown";

/// Lowest likeness, from 0 to 1, of a word that is offered instead of a wrong one.
const MIN_LIKENESS: f64 = 0.5;

/// Returns whether a typed word stands for "not known" or empty.
pub(super) fn means_unknown(typed: &str) -> bool {
    let typed = fold_text(typed);
    words_in_all(UNKNOWN).any(|word| word == typed)
}

impl QueryField {
    /// Returns its name in the queries of a language, without the colon.
    pub fn name(self, lang: Lang) -> &'static str {
        words(lang, &self.names_key()).next().unwrap_or_default()
    }

    /// Finds the field with a folded name in any language.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| words_in_all(&field.names_key()).any(|other| other == name))
    }

    /// Returns the name of a field, in a language, that is like a wrong one.
    pub(super) fn nearest_name(typed: &str, lang: Lang) -> Option<&'static str> {
        let typed = fold_text(typed);
        let names = Self::ALL.into_iter().flat_map(|field| words(lang, &field.names_key()));
        names
            .map(|name| (strsim::normalized_damerau_levenshtein(&typed, name), name))
            .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, name)| name)
    }

    /// Returns the locale key of its names.
    pub(super) fn names_key(self) -> String {
        format!("query-{}", self.code())
    }

    /// Lists the values of a closed list, `None` being "not known", with the locale
    /// keys of their words; none if the field has no such list.
    fn choices(self) -> Vec<(Option<usize>, String)> {
        let Values::Choice(choice) = self.values() else { return Vec::new() };
        // The fields of a Cité have the same words at every level.
        let list = if choice.fields_at.is_some() { "of" } else { self.code() };
        let key = |code: &str| format!("query-{list}-{}", code.replace('_', "-"));
        let known = (choice.codes)().into_iter().enumerate().map(|(value, code)| (Some(value), key(code)));
        known.chain(choice.unknown.map(|_| (None, UNKNOWN.to_owned()))).collect()
    }

    /// Returns the words for the values of a closed list, in its order and with
    /// the word for "not known" last; none if the field has no such list.
    pub fn words(self, lang: Lang) -> Vec<&'static str> {
        self.choices().iter().filter_map(|(_, key)| words(lang, key).next()).collect()
    }

    /// Returns the word for "not known", which any field accepts.
    pub fn unknown_word(lang: Lang) -> &'static str {
        words(lang, UNKNOWN).next().unwrap_or_default()
    }

    /// Returns the values of a closed list that a typed word means: those that
    /// have it as a word or, if there are none, those with a word that begins with it.
    pub(super) fn choices_for(self, typed: &str) -> Vec<Option<usize>> {
        let (typed, choices) = (fold_text(typed), self.choices());
        let with = |test: &dyn Fn(&str) -> bool| -> Vec<Option<usize>> {
            let with = choices.iter().filter(|(_, key)| words_in_all(key).any(test));
            with.map(|(value, _)| *value).collect()
        };
        let whole = with(&|word| word == typed);
        if whole.is_empty() { with(&|word| word.starts_with(&typed)) } else { whole }
    }

    /// Returns the word of a closed list that is nearest to a wrong one.
    pub(super) fn nearest_word(self, typed: &str) -> Option<&'static str> {
        let typed = fold_text(typed);
        self.choices()
            .iter()
            .flat_map(|(_, key)| words_in_all(key))
            .map(|word| (strsim::normalized_damerau_levenshtein(&typed, word), word))
            .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, word)| word)
    }

    /// Returns example values of the field, for a message.
    pub(super) fn examples(self, lang: Lang) -> Vec<&'static str> {
        match self.values() {
            Values::Year { examples, .. } => examples.to_vec(),
            Values::Age => AgeTest::EXAMPLES.to_vec(),
            Values::Figure(_) => FigureTest::EXAMPLES.to_vec(),
            _ => self.words(lang),
        }
    }

    /// Lists the words that complete the field, with their values in a snapshot:
    /// `region:bretagne`. Fields with too many values have none.
    pub(crate) fn completions(self, snapshot: &Snapshot, lang: Lang) -> Vec<String> {
        let one_word = |text: &str| fold_text(text).replace(' ', "-");
        let values: Vec<String> = match self.values() {
            Values::Territory(territory) => {
                let all = (territory.all)(snapshot).into_iter();
                all.map(|(code, name)| match territory.number {
                    Some(_) => code.to_owned(),
                    None => one_word(name),
                })
                .collect()
            }
            Values::Choice(choice) => {
                let known = (choice.codes)().len();
                self.words(lang).into_iter().take(known).map(one_word).collect()
            }
            Values::Year { of, .. } => {
                let years = snapshot.cites.iter().filter_map(|cite| of(&Facts::of(cite, snapshot)));
                let years = years.map(|year| year.to_string());
                years.collect::<BTreeSet<_>>().into_iter().collect()
            }
            Values::Text(_) | Values::Age | Values::Figure(_) => Vec::new(),
        };
        values.into_iter().map(|value| format!("{}:{value}", self.name(lang))).collect()
    }
}

//! Several names and words: `mission locale 93`.

use super::{Answer, Names, Reading, Resolver, Stopped, group};
use crate::fold::fold_text;
use crate::search::query::{MatchKind, Needle, Query, Test};

/// The most words of a text in which names are looked for, and of a name.
const MAX_WORDS: usize = 12;
const MAX_NAME_WORDS: usize = 8;
/// The most names that are tried as words instead: two to the power of this many readings are tried.
const MAX_NAMES: usize = 4;

/// A part of a text.
struct Part {
    text: String,
    /// What it names, if it names something that leads to a Cité.
    names: Option<Names>,
}

impl Resolver<'_> {
    /// Resolves a text of several names and words that must all hold. A name that leaves nothing is read as words.
    /// `None` if it has no names, or if nothing is found.
    pub(super) fn phrase(&mut self, text: &str, filters: &Query) -> Result<Option<Answer>, Stopped> {
        let words: Vec<&str> = text.split_whitespace().collect();
        if !(2..=MAX_WORDS).contains(&words.len()) {
            return Ok(None);
        }
        let parts = self.parts(&words);
        let names = parts.iter().enumerate().filter(|(_, part)| part.names.is_some());
        let named: Vec<usize> = names.map(|(index, _)| index).collect();
        if named.is_empty() || named.len() > MAX_NAMES {
            return Ok(None);
        }
        // The bits of a reading say which names are read as words: none of them first, all of them never.
        let mut readings: Vec<u32> = (0..(1_u32 << named.len()) - 1).collect();
        readings.sort_by_key(|as_words| as_words.count_ones());
        for as_words in readings {
            let is_word = |index: usize| {
                named.iter().position(|name| *name == index).is_none_or(|bit| as_words & (1 << bit) != 0)
            };
            let query =
                parts.iter().enumerate().fold(filters.clone(), |query, (index, part)| match &part.names {
                    Some(names) if !is_word(index) => query.and(group(Test::Named(names.texts.clone()))),
                    _ => as_text(query, &part.text),
                });
            let results = self.find(&query)?;
            if !results.hits.is_empty() {
                let texts = parts.into_iter().map(|part| part.text).collect();
                return Ok(Some(Answer::of(Reading::Names(texts), results)));
            }
        }
        Ok(None)
    }

    /// Splits a text into names, the longest first, and words.
    fn parts(&self, words: &[&str]) -> Vec<Part> {
        for length in (1..=words.len().min(MAX_NAME_WORDS)).rev() {
            for start in 0..=words.len() - length {
                let (before, rest) = words.split_at(start);
                let (name, after) = rest.split_at(length);
                let text = name.join(" ");
                let names = self.names(&text);
                if length < words.len() && names.leads(self.index) {
                    let middle = Part { text, names: Some(names) };
                    let mut parts = self.parts(before);
                    parts.push(middle);
                    parts.extend(self.parts(after));
                    return parts;
                }
            }
        }
        if words.is_empty() { Vec::new() } else { vec![Part { text: words.join(" "), names: None }] }
    }
}

/// Adds the words of a text, of which the last may be just begun.
fn as_text(query: Query, text: &str) -> Query {
    text.split_whitespace()
        .map(fold_text)
        .filter(|word| !word.is_empty())
        .fold(query, |query, word| query.and(group(Test::Free(Needle::of(&word, MatchKind::WordPrefix)))))
}

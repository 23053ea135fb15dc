//! The names most similar to a typed one, for queries without matches.

use std::ops::Range;

use super::corpus::Corpus;
use super::index::Index;
use super::matcher::{Letters, Matcher, WORD_START, letters};
use super::query::{Needle, Query, Term, Test};
use super::text_field::{TextField, TextFieldSet};
use super::texts::cite_texts;
use crate::fold::{fold, fold_text};
use crate::snapshot::Snapshot;

/// The maximum number of suggested names.
const MAX_SUGGESTIONS: usize = 3;
/// The maximum number of names that are tried for each typed one: some find nothing together with
/// the rest of the query.
const MAX_CANDIDATES: usize = MAX_SUGGESTIONS * 4;
/// The minimum likeness of a name, in per cent of the letters of the longer one that no edit
/// changes.
const MIN_LIKENESS: u8 = 60;
/// The fields of the suggested names.
const NAMES: TextFieldSet = TextFieldSet::of(&[
    TextField::Label,
    TextField::Commune,
    TextField::Department,
    TextField::Region,
    TextField::Carrier,
]);
/// The fields of the names that a slip is corrected to.
const SIMILAR: TextFieldSet = TextFieldSet::of(&[
    TextField::Label,
    TextField::Commune,
    TextField::TouchedCommune,
    TextField::Epci,
    TextField::Department,
    TextField::Region,
    TextField::Carrier,
])
.or(TextFieldSet::QPV);

/// A name similar to the typed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The name as it is in the snapshot.
    pub name: String,
    /// The text of the query with this name instead. It finds something.
    pub query: String,
}

/// A name in the corpus: a text or a part of one.
struct Candidate {
    /// The number of the text.
    text: usize,
    /// The part, in bytes of the folded text.
    part: Range<usize>,
    /// Its likeness to the typed name, from 0 to 1.
    likeness: f64,
}

impl Index {
    /// Returns the names most like those in a query that match nothing, the nearest first.
    ///
    /// `snapshot` is the one that was indexed. If each name in the query matches
    /// something, they are compared together as one: `la seine sur mer`.
    pub fn suggestions(&self, snapshot: &Snapshot, query: &Query) -> Vec<Suggestion> {
        let typed: Vec<_> = query.groups().iter().filter_map(|group| typed_name(group)).collect();
        let unknown: Vec<_> = typed.iter().filter(|typed| !self.has_word(typed)).cloned().collect();
        let typed = match unknown.is_empty() {
            true => joined(&typed).into_iter().collect(),
            false => unknown,
        };
        let mut candidates: Vec<_> = typed
            .iter()
            .flat_map(|typed| nearest(&self.cites, typed).into_iter().map(move |name| (typed, name)))
            .collect();
        candidates.sort_by(|(_, a), (_, b)| b.likeness.total_cmp(&a.likeness));
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (typed, candidate) in candidates {
            if suggestions.len() == MAX_SUGGESTIONS {
                break;
            }
            let Some(name) = self.original(snapshot, &candidate) else { continue };
            let text = query.text();
            let (before, behind) = (text.get(..typed.span.start), text.get(typed.span.end..));
            let query = [before.unwrap_or_default(), &name, behind.unwrap_or_default()].concat();
            let new = suggestions.iter().all(|suggestion| fold_text(&suggestion.name) != fold_text(&name));
            if new && !self.search(&Query::parse(&query)).hits.is_empty() {
                suggestions.push(Suggestion { name, query });
            }
        }
        suggestions
    }

    /// Returns the names that differ from a folded text by at most `max_edits` letters, as they are in the snapshot,
    /// each with the number of edits.
    pub(super) fn similar_names(
        &self,
        snapshot: &Snapshot,
        folded: &str,
        max_edits: usize,
    ) -> Vec<(usize, String)> {
        let (typed_letters, words) = (letters(folded), folded.split(' ').count());
        let mut found: Vec<(usize, &str, Candidate)> = Vec::new();
        for (number, part, name) in names(&self.cites, SIMILAR, words) {
            let letters_apart = (typed_letters ^ letters(name)).count_ones() as usize;
            if folded.len().abs_diff(name.len()) > max_edits || letters_apart > 2 * max_edits {
                continue;
            }
            let edits = strsim::damerau_levenshtein(folded, name);
            if edits <= max_edits && found.iter().all(|(_, other, _)| *other != name) {
                found.push((edits, name, Candidate { text: number, part, likeness: 0.0 }));
            }
        }
        let least = found.iter().map(|(edits, ..)| *edits).min();
        found.retain(|(edits, ..)| Some(*edits) == least);
        let named = |(edits, name, candidate): (usize, &str, Candidate)| {
            (edits, self.original(snapshot, &candidate).unwrap_or_else(|| name.to_owned()))
        };
        found.into_iter().map(named).collect()
    }

    /// Returns whether a word of some text begins with a typed name.
    fn has_word(&self, typed: &TypedName) -> bool {
        let matcher = Matcher::new(&typed.needle);
        (0..self.cites.text_count())
            .filter_map(|number| self.cites.text(number))
            .any(|text| matcher.grade(text) >= WORD_START)
    }

    /// Returns the name as it is in the snapshot.
    fn original(&self, snapshot: &Snapshot, candidate: &Candidate) -> Option<String> {
        let row = *self.cites.rows_with(candidate.text).first()? as usize;
        let folded_name = self.cites.text(candidate.text)?;
        let mut name = None;
        let mut look = |of: TextField, _, text: &str| {
            if NAMES.or(SIMILAR).contains(of) && name.is_none() {
                let folded = fold(text);
                let part = folded.original(candidate.part.clone()).filter(|_| folded.text() == folded_name);
                name = part.and_then(|part| text.get(part)).map(|part| part.replace('"', " "));
            }
        };
        cite_texts(snapshot.cites.get(row)?, snapshot, &mut look);
        name
    }
}

/// A name in a query.
#[derive(Debug, Clone)]
struct TypedName {
    needle: Needle,
    /// Its range in the text of the query, in bytes.
    span: Range<usize>,
}

/// Returns the name that makes up a group, unless it is the value of a field.
fn typed_name(group: &[Term]) -> Option<TypedName> {
    match group {
        [Term { negated: false, test: Test::Free(needle), span }] if !needle.is_number() => {
            Some(TypedName { needle: needle.clone(), span: span.clone() })
        }
        _ => None,
    }
}

/// Joins several names to one.
fn joined(typed: &[TypedName]) -> Option<TypedName> {
    let (first, last) = (typed.first()?, typed.last().filter(|_| typed.len() > 1)?);
    let words: Vec<_> = typed.iter().filter_map(|typed| typed.needle.readings.first()).cloned().collect();
    let needle = Needle { readings: vec![words.join(" ")], ..first.needle.clone() };
    Some(TypedName { needle, span: first.span.start..last.span.end })
}

/// Returns the names most like a typed one, the nearest first: runs of the same number of words in a text.
fn nearest(corpus: &Corpus, typed: &TypedName) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for typed in &typed.needle.readings {
        let typed_letters = letters(typed);
        let words = typed.split(' ').count();
        for (number, part, name) in names(corpus, NAMES, words) {
            if !can_be_like(typed, typed_letters, name) {
                continue;
            }
            let likeness = strsim::normalized_damerau_levenshtein(typed, name);
            if likeness >= f64::from(MIN_LIKENESS) / 100.0 {
                found.push(Candidate { text: number, part, likeness });
            }
        }
    }
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    found.truncate(MAX_CANDIDATES);
    found
}

/// Returns whether the length and the letters of a name allow it to be similar to a typed one: a
/// cheap test before the comparison.
fn can_be_like(typed: &str, typed_letters: Letters, name: &str) -> bool {
    let max_edits = typed.len().max(name.len()) * usize::from(100 - MIN_LIKENESS) / 100;
    let letters_apart = (typed_letters ^ letters(name)).count_ones() as usize;
    // One edit changes one letter to another at most.
    typed.len().abs_diff(name.len()) <= max_edits && letters_apart <= 2 * max_edits
}

/// Lists the runs of `words` words in the texts of some fields: the number of the text, the byte range, and the words.
fn names(
    corpus: &Corpus,
    fields: TextFieldSet,
    words: usize,
) -> impl Iterator<Item = (usize, Range<usize>, &str)> {
    let texts = (0..corpus.text_count()).filter(move |number| corpus.fields(*number).meets(fields));
    let texts = texts.filter_map(|number| Some((number, corpus.text(number)?)));
    texts.flat_map(move |(number, text)| {
        runs_of_words(text, words).filter_map(move |part| Some((number, part.clone(), text.get(part)?)))
    })
}

/// Returns the byte ranges of all runs of `words` words in a folded text.
fn runs_of_words(text: &str, words: usize) -> impl Iterator<Item = Range<usize>> {
    let starts: Vec<usize> =
        [0].into_iter().chain(memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1)).collect();
    let ends: Vec<usize> = memchr::memchr_iter(b' ', text.as_bytes()).chain([text.len()]).collect();
    starts.into_iter().zip(ends.into_iter().skip(words.saturating_sub(1))).map(|(start, end)| start..end)
}

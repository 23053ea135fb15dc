//! The names nearest to what was typed, for when nothing matches.

use std::ops::Range;

use super::corpus::Corpus;
use super::index::Index;
use super::matcher::{Letters, Matcher, WORD_START, letters};
use super::query::{Needle, Query, Term, Test};
use super::text_field::{TextField, TextFieldSet};
use super::texts::cite_texts;
use crate::fold::{fold, fold_text};
use crate::snapshot::Snapshot;

/// How many names are offered at most.
const MOST: usize = 3;
/// Likeness that a name must have, from 0 to 1.
const LEAST_LIKENESS: f64 = 0.6;
/// Where the names that are offered stand.
const NAMES: TextFieldSet = TextFieldSet::of(&[
    TextField::Label,
    TextField::Commune,
    TextField::Department,
    TextField::Region,
    TextField::Carrier,
]);

/// A name that was perhaps meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The name as the snapshot writes it.
    pub name: String,
    /// The text of the query with this name, which finds something.
    pub query: String,
}

/// A name like what was typed: a text of the corpus or a part of one.
struct Candidate {
    text: usize,
    /// The part, in bytes of the folded text.
    part: Range<usize>,
    likeness: f64,
}

impl Index {
    /// The names nearest to the terms of a query that stand nowhere, the nearest first.
    ///
    /// `snapshot` is the one that was indexed. Where every term stands
    /// somewhere, they are compared together as one name: `la seine sur mer`.
    pub fn suggestions(&self, snapshot: &Snapshot, query: &Query) -> Vec<Suggestion> {
        let typed: Vec<_> = query.groups().iter().filter_map(|group| typed(group)).collect();
        let unknown: Vec<_> = typed.iter().filter(|typed| !self.stands_somewhere(typed)).cloned().collect();
        let typed = match unknown.is_empty() {
            true => together(&typed).into_iter().collect(),
            false => unknown,
        };
        let mut candidates: Vec<_> = typed
            .iter()
            .flat_map(|typed| nearest(&self.cites, typed).into_iter().map(move |name| (typed, name)))
            .collect();
        candidates.sort_by(|(_, a), (_, b)| b.likeness.total_cmp(&a.likeness));
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (typed, candidate) in candidates {
            if suggestions.len() == MOST {
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

    fn stands_somewhere(&self, typed: &Typed) -> bool {
        let matcher = Matcher::new(&typed.needle);
        (0..self.cites.text_count())
            .filter_map(|number| self.cites.text(number))
            .any(|text| matcher.grade(text) >= WORD_START)
    }

    /// The name as the snapshot writes it.
    fn original(&self, snapshot: &Snapshot, candidate: &Candidate) -> Option<String> {
        let row = *self.cites.rows_with(candidate.text).first()? as usize;
        let wanted = self.cites.text(candidate.text)?;
        let mut name = None;
        let mut look = |of: TextField, _, text: &str| {
            if NAMES.contains(of) && name.is_none() {
                let folded = fold(text);
                let part = folded.original(candidate.part.clone()).filter(|_| folded.text() == wanted);
                name = part.and_then(|part| text.get(part)).map(|part| part.replace('"', " "));
            }
        };
        cite_texts(snapshot.cites.get(row)?, snapshot, &mut look);
        name
    }
}

/// A name as a person typed it.
#[derive(Debug, Clone)]
struct Typed {
    needle: Needle,
    /// Where it stands in the text of the query.
    span: Range<usize>,
}

/// The name that a group asks for, in any field.
fn typed(group: &[Term]) -> Option<Typed> {
    match group {
        [Term { negated: false, test: Test::Free(needle), span }] if !needle.is_number() => {
            Some(Typed { needle: needle.clone(), span: span.clone() })
        }
        _ => None,
    }
}

/// Several terms as one name.
fn together(typed: &[Typed]) -> Option<Typed> {
    let (first, last) = (typed.first()?, typed.last().filter(|_| typed.len() > 1)?);
    let words: Vec<_> = typed.iter().filter_map(|typed| typed.needle.readings.first()).cloned().collect();
    let needle = Needle { readings: vec![words.join(" ")], ..first.needle.clone() };
    Some(Typed { needle, span: first.span.start..last.span.end })
}

/// The names most like a typed one: whole texts, and runs of as many words in them.
fn nearest(corpus: &Corpus, typed: &Typed) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for typed in &typed.needle.readings {
        let typed_letters = letters(typed);
        let words = typed.split(' ').count();
        for number in 0..corpus.text_count() {
            let Some(text) = corpus.text(number).filter(|_| corpus.fields(number).meets(NAMES)) else {
                continue;
            };
            for part in runs_of_words(text, words) {
                let Some(name) = text.get(part.clone()) else { continue };
                if !can_be_like(typed, typed_letters, name) {
                    continue;
                }
                let likeness = strsim::normalized_damerau_levenshtein(typed, name);
                if likeness >= LEAST_LIKENESS {
                    found.push(Candidate { text: number, part, likeness });
                }
            }
        }
    }
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    found.truncate(MOST * 4);
    found
}

/// Whether a name has a length and letters that let it be like a typed one, before they are compared.
fn can_be_like(typed: &str, typed_letters: Letters, name: &str) -> bool {
    let longer = typed.len().max(name.len());
    let most_edits = longer * 4 / 10;
    let letters_apart = (typed_letters ^ letters(name)).count_ones() as usize;
    // One edit changes one letter into another at most.
    typed.len().abs_diff(name.len()) <= most_edits && letters_apart <= 2 * most_edits
}

/// Every run of so many words of a folded text.
fn runs_of_words(text: &str, words: usize) -> impl Iterator<Item = Range<usize>> {
    let starts: Vec<usize> =
        [0].into_iter().chain(memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1)).collect();
    let ends: Vec<usize> = memchr::memchr_iter(b' ', text.as_bytes()).chain([text.len()]).collect();
    starts.into_iter().zip(ends.into_iter().skip(words.saturating_sub(1))).map(|(start, end)| start..end)
}

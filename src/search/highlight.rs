//! The ranges that match in the texts of a row.

use std::ops::Range;

use super::matcher::{Grade, Matcher, SCATTERED};
use super::query::{Needle, Query, Test, Value};
use super::text_field::{TextField, TextFieldSet};
use super::texts::{cite_texts, preconisation_texts};
use crate::fold::{fold, fold_text};
use crate::locale::Lang;
use crate::snapshot::{Cite, Preconisation, Snapshot};

/// A text that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its field.
    pub field: TextField,
    /// Its index among the texts of the field: 2 for the third commune.
    pub item: usize,
    /// The parts that match, in bytes of the text, in order and disjoint.
    pub ranges: Vec<Range<usize>>,
    /// The score: the best grade (0 to 255) times the weight of the field (1 to 100).
    /// Comparable within one query only.
    pub score: u32,
}

/// Finds the ranges of a row that match a query. Made once for all rows of a screen.
pub struct Highlighter {
    needles: Vec<(Matcher, TextFieldSet)>,
}

impl Highlighter {
    /// Prepares the needles of some queries, each once. Those of negated terms are left out.
    pub fn new<'q>(queries: impl IntoIterator<Item = &'q Query>) -> Self {
        let mut all: Vec<(&Needle, TextFieldSet)> = Vec::new();
        for needle in queries.into_iter().flat_map(needles) {
            if !all.contains(&needle) {
                all.push(needle);
            }
        }
        Self { needles: all.into_iter().map(|(needle, fields)| (Matcher::new(needle), fields)).collect() }
    }

    /// Returns the texts of a Cité that match, in the order of the fields.
    pub fn cite(&self, snapshot: &Snapshot, cite: &Cite) -> Vec<Match> {
        let mut texts = Vec::new();
        if !self.needles.is_empty() {
            let mut emit = |field, item, text| texts.extend(self.candidate(field, item, text));
            cite_texts(cite, snapshot, &mut emit);
        }
        self.matches(texts)
    }

    /// Returns the texts of a préconisation, in a language, that match.
    pub fn preconisation(&self, preconisation: &Preconisation, lang: Lang) -> Vec<Match> {
        let mut texts = Vec::new();
        let mut emit = |field, item, text| texts.extend(self.candidate(field, item, text));
        preconisation_texts(preconisation, lang, &mut emit);
        self.matches(texts)
    }

    /// Returns a text of a field that some needle is looked for in.
    fn candidate<'t>(&self, field: TextField, item: usize, text: &'t str) -> Option<Candidate<'t>> {
        let is_searched = self.needles.iter().any(|(_, fields)| fields.contains(field));
        is_searched.then(|| Candidate::new(field, item, text))
    }

    fn matches(&self, mut texts: Vec<Candidate<'_>>) -> Vec<Match> {
        for (matcher, fields) in &self.needles {
            let mut is_literal = false;
            for text in texts.iter_mut().filter(|text| fields.contains(text.field)) {
                let grade = matcher.grade(&text.folded);
                if grade > 0 {
                    is_literal = true;
                    text.add(grade, matcher.ranges(&text.folded));
                }
            }
            // If the needle is there literally, its scattered letters elsewhere are noise.
            if is_literal || !matcher.may_scatter() {
                continue;
            }
            let names = fields.and(TextFieldSet::NAMES);
            for text in texts.iter_mut().filter(|text| names.contains(text.field)) {
                let grade = matcher.grade_scattered(&text.folded);
                if grade > SCATTERED {
                    text.add(grade, matcher.scattered_ranges(&text.folded));
                }
            }
        }
        texts.into_iter().filter(|text| !text.ranges.is_empty()).map(Candidate::into_match).collect()
    }
}

/// The fields of codes that a resolved query has where people write names.
const CODES: TextFieldSet =
    TextFieldSet::of(&[TextField::CommuneCode, TextField::TouchedCommuneCode, TextField::EpciCode]);

/// Lists the needles of a query with their fields.
fn needles(query: &Query) -> impl Iterator<Item = (&Needle, TextFieldSet)> {
    let terms = query.groups().iter().flatten().filter(|term| !term.negated);
    let highlighted =
        query.highlighted.iter().map(|needle| (needle, TextFieldSet::NAMES.or(TextFieldSet::QPV)));
    let of_terms = terms.flat_map(|term| match &term.test {
        Test::Free(needle) => vec![(needle, TextFieldSet::ALL)],
        Test::UnknownField(_) => Vec::new(),
        Test::Named(texts) => {
            let shown = texts.iter().filter(|named| !CODES.meets(named.fields));
            shown.map(|named| (&named.needle, named.fields)).collect()
        }
        Test::Filter(field, values) => {
            let texts = values.iter().flat_map(|value| match value {
                Value::Text(needle) => vec![(needle, field.texts())],
                Value::Place(_, places) => places.iter().map(|named| (&named.needle, named.fields)).collect(),
                _ => Vec::new(),
            });
            texts.collect()
        }
    });
    of_terms.chain(highlighted)
}

/// A text that may match.
struct Candidate<'t> {
    field: TextField,
    item: usize,
    text: &'t str,
    folded: String,
    /// The parts that match, in bytes of the folded text.
    ranges: Vec<Range<usize>>,
    score: u32,
}

impl<'t> Candidate<'t> {
    fn new(field: TextField, item: usize, text: &'t str) -> Self {
        Self { field, item, text, folded: fold_text(text), ranges: Vec::new(), score: 0 }
    }

    /// Adds a match, in bytes of the folded text.
    fn add(&mut self, grade: Grade, ranges: Vec<Range<usize>>) {
        self.ranges.extend(ranges);
        self.score = self.score.max(u32::from(grade) * self.field.weight());
    }

    /// Returns the match in the original text. Few texts match, so that only these are folded with their origins.
    fn into_match(self) -> Match {
        let folded = fold(self.text);
        let ranges = self.ranges.into_iter().filter_map(|range| folded.original(range)).collect();
        Match { field: self.field, item: self.item, ranges: joined(ranges), score: self.score }
    }
}

/// Sorts ranges and joins those that touch or overlap.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

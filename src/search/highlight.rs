//! The ranges that match in the texts of a row.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::corpus::Corpus;
use super::matcher::{Grade, Matcher, SCATTERED};
use super::query::{Needle, Query, Test, Value};
use super::text_field::{TextField, TextFieldSet};
use super::texts::{preconisation_texts, text_of};
use crate::fold::{fold, fold_text};
use crate::locale::Lang;
use crate::snapshot::{Preconisation, Snapshot};

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

/// Finds the ranges of a row that match some queries. By default it finds none.
#[derive(Default)]
pub struct Highlighter {
    needles: Vec<(Matcher, TextFieldSet)>,
    /// The texts of the Cités.
    corpus: Arc<Corpus>,
}

impl Highlighter {
    /// Prepares the needles of some queries, each once. Those of negated terms are left out.
    pub(super) fn new<'q>(queries: impl IntoIterator<Item = &'q Query>, corpus: &Arc<Corpus>) -> Self {
        let mut all: Vec<(&Needle, TextFieldSet)> = Vec::new();
        for needle in queries.into_iter().flat_map(needles) {
            if !all.contains(&needle) {
                all.push(needle);
            }
        }
        let needles = all.into_iter().map(|(needle, fields)| (Matcher::new(needle), fields)).collect();
        Self { needles, corpus: Arc::clone(corpus) }
    }

    /// Returns the texts of a Cité that match, by its index, in the order of the fields. `snapshot` is the one that was
    /// indexed.
    pub fn cite(&self, snapshot: &Snapshot, index: usize) -> Vec<Match> {
        let Some(cite) = snapshot.cites.get(index).filter(|_| !self.needles.is_empty()) else {
            return Vec::new();
        };
        let mut counts = [0; TextField::ALL.len()];
        let texts = self.corpus.row(index).iter().filter_map(|entry| {
            let field = entry.field()?;
            let count = counts.get_mut(field as usize)?;
            let item = *count;
            *count += 1;
            let folded = self.corpus.text(entry.text()).filter(|_| self.searches(field))?;
            Some(Candidate::new(field, item, Cow::Borrowed(folded)))
        });
        self.matches(texts.collect(), |field, item| text_of(cite, field, item, snapshot))
    }

    /// Returns the texts of a préconisation, in a language, that match.
    pub fn preconisation(&self, preconisation: &Preconisation, lang: Lang) -> Vec<Match> {
        let mut texts = Vec::new();
        preconisation_texts(preconisation, lang, &mut |field, item, text| {
            if self.searches(field) {
                texts.push((field, item, text));
            }
        });
        let folded = texts.iter().map(|(field, item, text)| (*field, *item, Cow::Owned(fold_text(text))));
        let candidates = folded.map(|(field, item, folded)| Candidate::new(field, item, folded)).collect();
        self.matches(candidates, |field, item| {
            texts.iter().find(|text| (text.0, text.1) == (field, item)).map(|text| text.2)
        })
    }

    /// Returns whether some needle is looked for in a field.
    fn searches(&self, field: TextField) -> bool {
        self.needles.iter().any(|(_, fields)| fields.contains(field))
    }

    /// Returns the texts that match. `original` returns a text before it was folded.
    fn matches<'s>(
        &self,
        mut texts: Vec<Candidate<'_>>,
        original: impl Fn(TextField, usize) -> Option<&'s str>,
    ) -> Vec<Match> {
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
        let matching = texts.into_iter().filter(|text| !text.ranges.is_empty());
        let found = matching.filter_map(|text| {
            let original = original(text.field, text.item)?;
            Some(text.into_match(original))
        });
        found.collect()
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Highlighter").field("needles", &self.needles.len()).finish_non_exhaustive()
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
    folded: Cow<'t, str>,
    /// The parts that match, in bytes of the folded text.
    ranges: Vec<Range<usize>>,
    score: u32,
}

impl<'t> Candidate<'t> {
    const fn new(field: TextField, item: usize, folded: Cow<'t, str>) -> Self {
        Self { field, item, folded, ranges: Vec::new(), score: 0 }
    }

    /// Adds a match, in bytes of the folded text.
    fn add(&mut self, grade: Grade, ranges: Vec<Range<usize>>) {
        self.ranges.extend(ranges);
        self.score = self.score.max(u32::from(grade) * self.field.weight());
    }

    /// Returns the match in the text before it was folded. Few texts match, so that only these are folded with their
    /// origins.
    fn into_match(self, text: &str) -> Match {
        let folded = fold(text);
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

//! What matched where, for the rows that are shown.

use std::ops::Range;

use super::field::{Field, FieldSet};
use super::fold::fold;
use super::index::cite_texts;
use super::matcher::{Grade, Matcher, SCATTERED};
use super::preconisations::preconisation_texts;
use super::query::{Query, Test, Value};
use crate::locale::Lang;
use crate::snapshot::{Cite, Preconisation, Snapshot};

/// A text that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The field it stands in.
    pub field: Field,
    /// Which of the field's texts it is, from 0: the third commune, the second department.
    pub item: usize,
    /// The parts that matched, in bytes of the text, in order and apart.
    pub ranges: Vec<Range<usize>>,
    /// How well it matched: the best of a row is what a person meant.
    pub score: u32,
}

/// Works out what of a row matched a query. Made once for all rows of a screen.
pub struct Highlighter {
    needles: Vec<(Matcher, FieldSet)>,
}

impl Highlighter {
    /// Prepares the texts that a query asks for. Negated terms match nothing.
    pub fn new(query: &Query) -> Self {
        let terms = query.groups().iter().flatten().filter(|term| !term.negated);
        let needles = terms.flat_map(|term| match &term.test {
            Test::Free(needle) => vec![(Matcher::new(needle), FieldSet::ALL)],
            Test::Filter(key, values) => {
                let texts = values.iter().filter_map(|value| match value {
                    Value::Text(needle) => Some((Matcher::new(needle), key.fields())),
                    _ => None,
                });
                texts.collect()
            }
        });
        Self { needles: needles.collect() }
    }

    /// What matched in a Cité of a snapshot, in the order of its fields.
    pub fn cite(&self, snapshot: &Snapshot, cite: &Cite) -> Vec<Match> {
        let mut texts = Vec::new();
        let mut emit = |field, item, text| texts.push((field, item, text));
        cite_texts(cite, &snapshot.departments, &snapshot.regions, &mut emit);
        self.matches(&texts)
    }

    /// What matched in a préconisation, in the texts of a language.
    pub fn preconisation(&self, preconisation: &Preconisation, lang: Lang) -> Vec<Match> {
        let mut texts = Vec::new();
        let mut emit = |field, item, text| texts.push((field, item, text));
        preconisation_texts(preconisation, lang, &mut emit);
        self.matches(&texts)
    }

    fn matches(&self, texts: &[(Field, usize, &str)]) -> Vec<Match> {
        if self.needles.is_empty() {
            return Vec::new();
        }
        let folded: Vec<_> = texts.iter().map(|(_, _, text)| fold(text)).collect();
        let mut found: Vec<(Vec<Range<usize>>, u32)> = vec![Default::default(); texts.len()];
        for (matcher, fields) in &self.needles {
            let grade = |field, text| match fields.contains(field) {
                true => matcher.grade(text, FieldSet::NAMES.contains(field)),
                false => 0,
            };
            let grades: Vec<Grade> = texts
                .iter()
                .zip(&folded)
                .map(|((field, _, _), folded)| grade(*field, folded.text()))
                .collect();
            let as_it_is = grades.iter().any(|grade| *grade > SCATTERED);
            for (number, grade) in grades.into_iter().enumerate().filter(|(_, grade)| *grade > 0) {
                let (Some((field, ..)), Some(folded), Some(found)) =
                    (texts.get(number), folded.get(number), found.get_mut(number))
                else {
                    continue;
                };
                // Where the needle stands as it is, its scattered letters elsewhere are noise.
                let (grade, ranges) = match (grade, as_it_is) {
                    (SCATTERED, true) => continue,
                    (SCATTERED, false) => match matcher.grade_scattered(folded.text()) {
                        SCATTERED => continue,
                        grade => (grade, matcher.scattered_ranges(folded.text())),
                    },
                    (grade, _) => (grade, matcher.ranges(folded.text())),
                };
                found.0.extend(ranges.into_iter().filter_map(|range| folded.original(range)));
                found.1 = found.1.max(u32::from(grade) * field.weight());
            }
        }
        let matches = texts.iter().zip(found).filter(|(_, (ranges, _))| !ranges.is_empty());
        matches
            .map(|((field, item, _), (ranges, score))| Match {
                field: *field,
                item: *item,
                ranges: joined(ranges),
                score,
            })
            .collect()
    }
}

/// Ranges in order, with those that touch or overlap made one.
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

//! A query made ready to be asked of every row.

use std::sync::Arc;

use jiff::civil::Date;

use super::corpus::{Corpus, Entry};
use super::facts::Facts;
use super::grades::Grades;
use super::query::{DateTest, MatchKind, Needle, Query, Term, Test, Value, Values};
use super::text_field::TextFieldSet;

/// What is asked of each row.
#[derive(Debug, Default)]
pub(super) struct Plan {
    groups: Vec<Vec<PlannedTerm>>,
    /// All plain terms as one phrase: a row that holds it comes before others.
    phrase: Option<Arc<Grades>>,
}

#[derive(Debug)]
struct PlannedTerm {
    negated: bool,
    checks: Vec<Check>,
}

/// One condition on a row.
#[derive(Debug)]
enum Check {
    /// A text in one of some fields.
    Text(Arc<Grades>),
    /// No text in any of the fields.
    Empty(TextFieldSet),
    /// This value of a closed list; `None` is "not known".
    Choice(fn(&Facts) -> Option<u8>, Option<u8>),
    /// A year that begins with these digits.
    Year(fn(&Facts) -> i16, String),
    Age(DateTest),
}

impl Plan {
    /// Grades all texts of a corpus for a query, with the help of the plan of an earlier one.
    pub fn new(query: &Query, corpus: &Corpus, day: Date, earlier: Option<&Self>) -> Self {
        let before = earlier.map(Self::grades).unwrap_or_default();
        let mut plan = Self::default();
        for group in query.groups() {
            let planned = group.iter().map(|term| PlannedTerm::new(term, corpus, day, &before));
            plan.groups.push(planned.collect());
            if plan.groups.last().and_then(|group| rows_of_group(group, corpus)) == Some(0) {
                // No row matches, whatever else is asked.
                return plan;
            }
        }
        plan.phrase = phrase(query).map(|needle| Grades::new(&needle, TextFieldSet::ALL, corpus, &before));
        plan
    }

    /// The rows that can match, in order, where they are few enough to be listed.
    pub fn rows(&self, corpus: &Corpus) -> Option<Vec<u32>> {
        let counted = self.groups.iter().filter_map(|group| Some((rows_of_group(group, corpus)?, group)));
        let (_, group) =
            counted.min_by_key(|(count, _)| *count).filter(|(count, _)| *count < corpus.row_count() / 4)?;
        let texts = group.iter().flat_map(PlannedTerm::texts);
        let mut rows: Vec<u32> = texts.flat_map(|text| corpus.rows_with(text)).copied().collect();
        rows.sort_unstable();
        rows.dedup();
        Some(rows)
    }

    /// The score of a row with these entries and facts; `None` where it does not match.
    pub fn score(&self, entries: &[Entry], facts: Option<&Facts>) -> Option<u32> {
        let mut score = 0;
        for group in &self.groups {
            score += group.iter().filter_map(|term| term.score(entries, facts)).max()?;
        }
        let phrase = self.phrase.as_ref().and_then(|phrase| phrase.score(entries));
        Some(score + phrase.unwrap_or_default())
    }

    /// All grades in it.
    fn grades(&self) -> Vec<Arc<Grades>> {
        let terms = self.groups.iter().flatten().flat_map(|term| &term.checks);
        let of_terms = terms.filter_map(|check| match check {
            Check::Text(grades) => Some(grades),
            _ => None,
        });
        of_terms.chain(&self.phrase).cloned().collect()
    }
}

/// How many rows, at most, have a text that a group asks for; `None` where it asks for something else too.
fn rows_of_group(group: &[PlannedTerm], corpus: &Corpus) -> Option<usize> {
    let only_texts =
        |term: &PlannedTerm| !term.negated && term.checks.iter().all(|check| matches!(check, Check::Text(_)));
    let texts = || group.iter().flat_map(PlannedTerm::texts);
    group.iter().all(only_texts).then(|| texts().map(|text| corpus.rows_with(text).len()).sum())
}

impl PlannedTerm {
    fn new(term: &Term, corpus: &Corpus, day: Date, before: &[Arc<Grades>]) -> Self {
        let text = |needle: &Needle, fields| Check::Text(Grades::new(needle, fields, corpus, before));
        let checks = match &term.test {
            Test::Free(needle) => vec![text(needle, TextFieldSet::ALL)],
            Test::Filter(field, values) => {
                let check = |value: &Value| match (value, field.values()) {
                    (Value::Text(needle), _) => text(needle, field.texts()),
                    (Value::Choice(value), Values::Choice(choice)) => Check::Choice(choice.of, Some(*value)),
                    (Value::Unknown, Values::Choice(choice)) => Check::Choice(choice.of, None),
                    (Value::Year(digits), Values::Year { of, .. }) => Check::Year(of, digits.clone()),
                    (Value::Age(test), _) => Check::Age(test.on(day)),
                    _ => Check::Empty(field.texts()),
                };
                values.iter().map(check).collect()
            }
        };
        Self { negated: term.negated, checks }
    }

    fn score(&self, entries: &[Entry], facts: Option<&Facts>) -> Option<u32> {
        let score = self.checks.iter().filter_map(|check| check.score(entries, facts)).max();
        match self.negated {
            true => score.is_none().then_some(0),
            false => score,
        }
    }

    /// The numbers of the texts it asks for.
    fn texts(&self) -> impl Iterator<Item = usize> {
        self.checks
            .iter()
            .flat_map(|check| match check {
                Check::Text(grades) => Some(grades.texts()),
                _ => None,
            })
            .flatten()
    }
}

impl Check {
    fn score(&self, entries: &[Entry], facts: Option<&Facts>) -> Option<u32> {
        let of_facts = |test: &dyn Fn(&Facts) -> bool| facts.is_some_and(test);
        let holds = match self {
            Self::Text(grades) => return grades.score(entries),
            Self::Empty(fields) => {
                !entries.iter().filter_map(|entry| entry.field()).any(|field| fields.contains(field))
            }
            Self::Choice(of, value) => of_facts(&|facts| of(facts) == *value),
            Self::Year(of, digits) => of_facts(&|facts| of(facts).to_string().starts_with(digits)),
            Self::Age(test) => of_facts(&|facts| test.holds(facts.label_date)),
        };
        holds.then_some(0)
    }
}

/// All plain terms of a query, in their order, as one text; `None` where there are fewer than two.
fn phrase(query: &Query) -> Option<Needle> {
    let plain: Vec<&Needle> = query
        .groups()
        .iter()
        .filter_map(|group| match group.as_slice() {
            [Term { negated: false, test: Test::Free(needle), .. }] if needle.kind == MatchKind::Fuzzy => {
                Some(needle)
            }
            _ => None,
        })
        .collect();
    let (last, first) = plain.split_last().filter(|(_, first)| !first.is_empty())?;
    let first: Vec<_> =
        first.iter().filter_map(|needle| needle.readings.first()).map(String::as_str).collect();
    let first = first.join(" ");
    let readings = last.readings.iter().map(|reading| format!("{first} {reading}")).collect();
    Some(Needle { readings, kind: MatchKind::WordPrefix })
}

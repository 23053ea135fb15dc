//! A query made ready to be matched against every row.

use std::sync::Arc;

use jiff::civil::Date;

use super::corpus::{Corpus, Entry};
use super::facts::Facts;
use super::grades::Grades;
use super::query::{DateTest, FigureTest, MatchKind, Needle, Query, Term, Test, Value, Values};
use super::text_field::TextFieldSet;
use crate::snapshot::QpvFigure;

/// Candidates are listed if they are fewer than one row in this many: to sort a longer list costs more than it saves.
const LISTED_SHARE: usize = 4;

/// The conditions on each row.
#[derive(Debug, Default)]
pub(super) struct Plan {
    groups: Vec<Vec<PlannedTerm>>,
    /// All plain terms as one phrase. It is no condition, but ranks rows that hold it first.
    phrase: Option<Arc<Grades>>,
}

#[derive(Debug)]
struct PlannedTerm {
    negated: bool,
    /// Conditions of which one must hold.
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
    Choice(fn(&Facts) -> Option<usize>, Option<usize>),
    /// A year that begins with these digits.
    Year(fn(&Facts) -> i16, String),
    Age(DateTest),
    Figure(QpvFigure, FigureTest),
}

impl Plan {
    /// Grades all texts of a corpus for a query, with the help of the plan of a previous one.
    pub fn new(query: &Query, corpus: &Corpus, day: Date, previous: Option<&Self>) -> Self {
        let previous: Vec<_> = previous.iter().flat_map(|plan| plan.grades()).collect();
        let mut plan = Self::default();
        for group in query.groups() {
            let planned = group.iter().map(|term| PlannedTerm::new(term, corpus, day, &previous));
            plan.groups.push(planned.collect());
            if plan.groups.last().and_then(|group| max_rows(group, corpus)) == Some(0) {
                // No row matches, with any other groups.
                return plan;
            }
        }
        plan.phrase = phrase(query).map(|needle| Grades::new(&needle, TextFieldSet::ALL, corpus, &previous));
        plan
    }

    /// Lists the rows that can match, in order, if they are few enough.
    pub fn candidates(&self, corpus: &Corpus) -> Option<Vec<u32>> {
        let counted = self.groups.iter().filter_map(|group| Some((max_rows(group, corpus)?, group)));
        let (_, group) = counted
            .min_by_key(|(count, _)| *count)
            .filter(|(count, _)| *count < corpus.row_count() / LISTED_SHARE)?;
        let texts = grades(group).flat_map(|grades| grades.texts());
        let mut rows: Vec<u32> = texts.flat_map(|text| corpus.rows_with(text)).copied().collect();
        rows.sort_unstable();
        rows.dedup();
        Some(rows)
    }

    /// Scores a row with these entries and facts as [`Hit::score`](super::Hit) says; `None` if it does not match.
    pub fn score(&self, entries: &[Entry], facts: Option<&Facts>) -> Option<u32> {
        let mut score = 0;
        for group in &self.groups {
            score += group.iter().filter_map(|term| term.score(entries, facts)).max()?;
        }
        let phrase = self.phrase.as_ref().and_then(|phrase| phrase.score(entries));
        Some(score + phrase.unwrap_or_default())
    }

    fn grades(&self) -> impl Iterator<Item = &Arc<Grades>> {
        self.groups.iter().flat_map(|group| grades(group)).chain(&self.phrase)
    }
}

/// Lists the grades of all texts in a group.
fn grades(group: &[PlannedTerm]) -> impl Iterator<Item = &Arc<Grades>> {
    group.iter().flat_map(|term| &term.checks).filter_map(|check| match check {
        Check::Text(grades) => Some(grades),
        _ => None,
    })
}

/// Returns the maximum number of rows that can match a group; `None` if it has conditions other
/// than texts.
fn max_rows(group: &[PlannedTerm], corpus: &Corpus) -> Option<usize> {
    let only_texts =
        |term: &PlannedTerm| !term.negated && term.checks.iter().all(|check| matches!(check, Check::Text(_)));
    let rows = || grades(group).flat_map(|grades| grades.texts()).map(|text| corpus.rows_with(text).len());
    group.iter().all(only_texts).then(|| rows().sum())
}

impl PlannedTerm {
    fn new(term: &Term, corpus: &Corpus, day: Date, previous: &[&Arc<Grades>]) -> Self {
        let text = |needle: &Needle, fields| Check::Text(Grades::new(needle, fields, corpus, previous));
        let checks = match &term.test {
            Test::Free(needle) => vec![text(needle, TextFieldSet::ALL)],
            Test::Filter(field, values) => {
                let check = |value: &Value| match (value, field.values()) {
                    (Value::Text(needle), _) => text(needle, field.texts()),
                    (Value::Choice(value), Values::Choice(choice)) => Check::Choice(choice.of, *value),
                    (Value::Year(digits), Values::Year { of, .. }) => Check::Year(of, digits.clone()),
                    (Value::Age(test), _) => Check::Age(test.on(day)),
                    (Value::Figure(test), Values::Figure(figure)) => Check::Figure(figure, *test),
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
}

impl Check {
    fn score(&self, entries: &[Entry], facts: Option<&Facts>) -> Option<u32> {
        let holds = match self {
            Self::Text(grades) => return grades.score(entries),
            Self::Empty(fields) => {
                !entries.iter().filter_map(|entry| entry.field()).any(|field| fields.contains(field))
            }
            Self::Choice(of, value) => of(facts?) == *value,
            Self::Year(of, digits) => of(facts?).to_string().starts_with(digits),
            Self::Age(test) => test.holds(facts?.label_date),
            Self::Figure(figure, test) => facts?.figure(*figure).is_some_and(|value| test.holds(value)),
        };
        holds.then_some(0)
    }
}

/// Joins all plain terms of a query in their order; `None` if there are fewer than two.
fn phrase(query: &Query) -> Option<Needle> {
    let plain = |group: &Vec<Term>| match group.as_slice() {
        [Term { negated: false, test: Test::Free(needle), .. }] if needle.kind == MatchKind::Fuzzy => {
            Some(needle.readings.clone())
        }
        _ => None,
    };
    let plain: Vec<Vec<String>> = query.groups().iter().filter_map(plain).collect();
    let (last, others) = plain.split_last().filter(|(_, others)| !others.is_empty())?;
    let start: String = others
        .iter()
        .filter_map(|readings| readings.first())
        .flat_map(|first| [first.as_str(), " "])
        .collect();
    let readings = last.iter().map(|reading| format!("{start}{reading}")).collect();
    Some(Needle { readings, kind: MatchKind::WordPrefix })
}

//! A query made ready to be matched against every row.

use std::sync::Arc;

use jiff::civil::Date;

use super::corpus::{Corpus, Entry};
use super::facts::Facts;
use super::grades::Grades;
use super::query::{CountTest, DateTest, FigureTest, MatchKind, Needle, Query, Term, Test, Value, Values};
use super::text_field::{TextField, TextFieldSet};
use crate::snapshot::{QpvFigure, Reliability};

/// Candidates are listed if they are fewer than one row in this many: to sort a longer list costs more than it saves.
const LISTED_SHARE: usize = 4;

/// One part in this many of the score of the words of a label counts, so that they decide between equal rows only.
const LABEL_WORDS_SHARE: u32 = 128;

/// The conditions on each row.
#[derive(Debug, Default)]
pub(super) struct Plan {
    groups: Vec<Vec<PlannedTerm>>,
    /// All plain terms as one phrase. It is no condition, but ranks rows that hold it first.
    phrase: Option<Arc<Grades>>,
    /// The words that rank rows before others of the same score.
    label_words: Option<Arc<Grades>>,
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
    /// A text in one of some fields, and the weight of a match instead of that of its field.
    Text(Arc<Grades>, Option<u32>),
    /// No text in any of the fields.
    Empty(TextFieldSet),
    /// This value of a closed list; `None` is "not known".
    Choice(fn(&Facts) -> Option<usize>, Option<usize>),
    /// A field of the Cité, by its index, at a level of reliability; `None` is "not known".
    Level(usize, Option<Reliability>),
    /// A year that begins with these digits; `None` is "not known".
    Year(fn(&Facts) -> Option<i16>, Option<String>),
    /// A number of texts.
    Count(fn(&Facts) -> u16, CountTest),
    Age(DateTest),
    Figure(QpvFigure, FigureTest),
}

impl Plan {
    /// Grades all texts of a corpus for a query, with the help of the plans of previous ones.
    pub fn new(query: &Query, corpus: &Corpus, day: Date, previous: &[&Self]) -> Self {
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
        let of = |needle: &Needle, fields| Grades::new(needle, fields, corpus, &previous);
        plan.phrase = phrase(query).map(|needle| of(&needle, TextFieldSet::ALL));
        plan.label_words =
            query.label_words.as_ref().map(|needle| of(needle, TextFieldSet::of(&[TextField::Label])));
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
        let of =
            |grades: &Option<Arc<Grades>>| grades.as_ref().and_then(|grades| grades.score(entries, None));
        let label_words = of(&self.label_words).unwrap_or_default() / LABEL_WORDS_SHARE;
        Some(score + of(&self.phrase).unwrap_or_default() + label_words)
    }

    fn grades(&self) -> impl Iterator<Item = &Arc<Grades>> {
        self.groups.iter().flat_map(|group| grades(group)).chain(&self.phrase).chain(&self.label_words)
    }
}

/// Lists the grades of all texts in a group.
fn grades(group: &[PlannedTerm]) -> impl Iterator<Item = &Arc<Grades>> {
    group.iter().flat_map(|term| &term.checks).filter_map(|check| match check {
        Check::Text(grades, _) => Some(grades),
        _ => None,
    })
}

/// Returns the maximum number of rows that can match a group; `None` if it has conditions other
/// than texts.
fn max_rows(group: &[PlannedTerm], corpus: &Corpus) -> Option<usize> {
    let only_texts = |term: &PlannedTerm| {
        !term.negated && term.checks.iter().all(|check| matches!(check, Check::Text(..)))
    };
    let rows = || grades(group).flat_map(|grades| grades.texts()).map(|text| corpus.rows_with(text).len());
    group.iter().all(only_texts).then(|| rows().sum())
}

impl PlannedTerm {
    fn new(term: &Term, corpus: &Corpus, day: Date, previous: &[&Arc<Grades>]) -> Self {
        let weighted = |needle: &Needle, fields, weight| {
            Check::Text(Grades::new(needle, fields, corpus, previous), weight)
        };
        let text = |needle: &Needle, fields| weighted(needle, fields, None);
        let checks = match &term.test {
            Test::Free(needle) => vec![text(needle, TextFieldSet::ALL)],
            Test::UnknownField(_) => Vec::new(),
            Test::Named(texts) => {
                texts.iter().map(|named| weighted(&named.needle, named.fields, named.weight)).collect()
            }
            Test::Filter(field, values) => {
                let places = values.iter().filter_map(|value| match value {
                    Value::Place(_, places) => Some(places),
                    _ => None,
                });
                let places =
                    places.flatten().map(|named| weighted(&named.needle, named.fields, named.weight));
                let check = |value: &Value| match (value, field.values()) {
                    (Value::Text(needle), _) => text(needle, field.texts()),
                    (Value::Choice(value), Values::Choice(choice)) => match (choice.fields_at, value) {
                        (Some(level), Some(field)) => Check::Level(*field, level),
                        _ => Check::Choice(choice.of, *value),
                    },
                    (Value::Year(digits), Values::Year { of, .. }) => Check::Year(of, Some(digits.clone())),
                    (Value::Unknown, Values::Year { of, .. }) => Check::Year(of, None),
                    (Value::Count(test), _) => Check::Count(field.count().unwrap_or(|_| 0), *test),
                    (Value::Age(test), _) => Check::Age(test.on(day)),
                    (Value::Figure(test), Values::Figure(figure)) => Check::Figure(figure, *test),
                    _ => Check::Empty(field.texts()),
                };
                let others = values.iter().filter(|value| !matches!(value, Value::Place(..))).map(check);
                places.chain(others).collect()
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
            Self::Text(grades, weight) => return grades.score(entries, *weight),
            Self::Empty(fields) => {
                !entries.iter().filter_map(|entry| entry.field()).any(|field| fields.contains(field))
            }
            Self::Choice(of, value) => of(facts?) == *value,
            Self::Level(field, level) => facts?.is_at(*field, *level),
            Self::Year(of, digits) => match (of(facts?), digits) {
                (Some(year), Some(digits)) => year.to_string().starts_with(digits),
                (year, digits) => year.is_none() && digits.is_none(),
            },
            Self::Count(of, test) => test.holds_for(of(facts?)),
            Self::Age(test) => test.holds(facts?.label_date),
            Self::Figure(figure, test) => facts?.figure(*figure).is_some_and(|value| test.holds(value)),
        };
        holds.then_some(0)
    }
}

/// Joins all plain terms of a query in their order; `None` if there are fewer than two.
fn phrase(query: &Query) -> Option<Needle> {
    let plain = |group: &Vec<Term>| match group.as_slice() {
        [Term { negated: false, test: Test::Free(needle), .. }]
            if matches!(needle.kind, MatchKind::WordPrefix | MatchKind::Fuzzy) =>
        {
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

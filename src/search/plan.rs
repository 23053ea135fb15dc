//! A query made ready to be asked of every row.

use jiff::civil::Date;
use rayon::prelude::*;

use super::corpus::{Corpus, Entry};
use super::field::FieldSet;
use super::index::Facts;
use super::matcher::{Grade, Matcher, SCATTERED, WORD_START};
use super::query::{DateTest, Key, Needle, Place, Query, Term, Test, Value};
use crate::snapshot::{CarrierEvidence, CarrierType, Scale};

/// From this many texts on, they are graded on all processors.
const PARALLEL_TEXTS: usize = 8192;

/// What is asked of each row.
#[derive(Default)]
pub(super) struct Plan {
    groups: Vec<Vec<PlannedTerm>>,
    /// All plain terms as one phrase: a row that holds it comes before others.
    phrase: Option<Grades>,
}

struct PlannedTerm {
    negated: bool,
    checks: Vec<Check>,
}

/// One condition on a row.
enum Check {
    /// A text in one of the fields.
    Text(Grades),
    /// No text in any of the fields.
    Empty(FieldSet),
    Wave(String),
    Scale(Scale),
    Type(CarrierType),
    Evidence(CarrierEvidence),
    NoCarrier,
    Age(DateTest),
}

/// How well each text of a corpus matches a needle.
struct Grades {
    fields: FieldSet,
    of_text: Vec<Grade>,
}

/// What a row answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    /// All letters are there, but scattered: no find, though a longer query can make it one.
    Scattered,
    /// It matches, with this score.
    Yes(u32),
}

impl Plan {
    /// Grades all texts of a corpus for a query.
    pub fn new(query: &Query, corpus: &Corpus, day: Date) -> Self {
        let planned = |term: &Term| PlannedTerm::new(term, corpus, day);
        let groups = query.groups().iter().map(|group| group.iter().map(planned).collect()).collect();
        let phrase = phrase(query).map(|needle| Grades::new(&needle, FieldSet::ALL, corpus));
        Self { groups, phrase }
    }

    /// What a row with these entries and facts answers.
    pub fn ask(&self, entries: &[Entry], facts: Option<&Facts>) -> Answer {
        let mut score = 0;
        let mut scattered = false;
        for group in &self.groups {
            match group.iter().map(|term| term.ask(entries, facts)).max() {
                Some(Answer::Yes(more)) => score += more,
                Some(Answer::Scattered) => scattered = true,
                Some(Answer::No) | None => return Answer::No,
            }
        }
        if scattered {
            return Answer::Scattered;
        }
        match self.phrase.as_ref().map(|phrase| phrase.ask(entries)) {
            Some(Answer::Yes(more)) => Answer::Yes(score + more),
            _ => Answer::Yes(score),
        }
    }
}

impl PlannedTerm {
    fn new(term: &Term, corpus: &Corpus, day: Date) -> Self {
        let checks = match &term.test {
            Test::Free(needle) => vec![Check::Text(Grades::new(needle, FieldSet::ALL, corpus))],
            Test::Filter(key, values) => {
                values.iter().map(|value| Check::new(*key, value, corpus, day)).collect()
            }
        };
        Self { negated: term.negated, checks }
    }

    fn ask(&self, entries: &[Entry], facts: Option<&Facts>) -> Answer {
        let answer = self.checks.iter().map(|check| check.ask(entries, facts)).max();
        match (self.negated, answer) {
            (false, answer) => answer.unwrap_or(Answer::No),
            (true, Some(Answer::Yes(_))) => Answer::No,
            (true, _) => Answer::Yes(0),
        }
    }
}

impl Check {
    fn new(key: Key, value: &Value, corpus: &Corpus, day: Date) -> Self {
        match value {
            Value::Text(needle) => Self::Text(Grades::new(needle, key.fields(), corpus)),
            Value::Unknown if matches!(key, Key::Type | Key::Evidence) => Self::NoCarrier,
            Value::Unknown => Self::Empty(key.fields()),
            Value::Wave(digits) => Self::Wave(digits.clone()),
            Value::Scale(scale) => Self::Scale(*scale),
            Value::Type(kind) => Self::Type(*kind),
            Value::Evidence(evidence) => Self::Evidence(*evidence),
            Value::Age(test) => Self::Age(test.on(day)),
        }
    }

    fn ask(&self, entries: &[Entry], facts: Option<&Facts>) -> Answer {
        let of_facts = |test: &dyn Fn(&Facts) -> bool| facts.is_some_and(test);
        let holds = match self {
            Self::Text(grades) => return grades.ask(entries),
            Self::Empty(fields) => {
                !entries.iter().filter_map(|entry| entry.field()).any(|field| fields.contains(field))
            }
            Self::Wave(digits) => of_facts(&|facts| facts.wave.to_string().starts_with(digits)),
            Self::Scale(scale) => of_facts(&|facts| facts.scale == *scale),
            Self::Type(kind) => of_facts(&|facts| facts.carrier.is_some_and(|(of, _)| of == *kind)),
            Self::Evidence(evidence) => {
                of_facts(&|facts| facts.carrier.is_some_and(|(_, by)| by == *evidence))
            }
            Self::NoCarrier => of_facts(&|facts| facts.carrier.is_none()),
            Self::Age(test) => of_facts(&|facts| test.holds(facts.label_date)),
        };
        if holds { Answer::Yes(0) } else { Answer::No }
    }
}

impl Grades {
    /// Grades all texts.
    ///
    /// Letters may be left out only where no word starts with the needle as it
    /// is: `bdx` finds Bordeaux, `quai` does not find Quartier.
    fn new(needle: &Needle, fields: FieldSet, corpus: &Corpus) -> Self {
        let matcher = Matcher::new(needle);
        let mut of_text = vec![0; corpus.text_count()];
        grade_each(&mut of_text, |number, grade| {
            let may_match = corpus.letters(number).is_some_and(|letters| matcher.may_match(letters));
            if let Some(text) = corpus.text(number).filter(|text| may_match && text.fields.meets(fields)) {
                *grade = matcher.grade(text.text, text.fields.meets(FieldSet::NAMES));
            }
        });
        let found_as_it_is = of_text.iter().any(|grade| *grade >= WORD_START);
        if needle.place == Place::Fuzzy && !found_as_it_is {
            grade_each(&mut of_text, |number, grade| {
                if *grade == SCATTERED
                    && let Some(text) = corpus.text(number)
                {
                    *grade = matcher.grade_scattered(text.text);
                }
            });
        }
        Self { fields, of_text }
    }

    /// The best find in a row.
    fn ask(&self, entries: &[Entry]) -> Answer {
        let mut best = 0;
        let mut scattered = false;
        for entry in entries {
            let grade = self.of_text.get(entry.text()).copied().unwrap_or_default();
            if grade == 0 {
                continue;
            }
            let Some(field) = entry.field().filter(|field| self.fields.contains(*field)) else { continue };
            if grade > SCATTERED {
                best = best.max(u32::from(grade) * field.weight());
            } else {
                scattered = true;
            }
        }
        match (best, scattered) {
            (0, false) => Answer::No,
            (0, true) => Answer::Scattered,
            (best, _) => Answer::Yes(best),
        }
    }
}

/// Calls `grade` with the number and the grade of each text, on all processors where there are many.
fn grade_each(grades: &mut [Grade], grade: impl Fn(usize, &mut Grade) + Sync) {
    match grades.len() < PARALLEL_TEXTS {
        true => grades.iter_mut().enumerate().for_each(|(number, of)| grade(number, of)),
        false => {
            let grades = grades.par_iter_mut().with_min_len(PARALLEL_TEXTS / 4);
            grades.enumerate().for_each(|(number, of)| grade(number, of));
        }
    }
}

/// All plain terms of a query, in their order, as one text; `None` where there are fewer than two.
fn phrase(query: &Query) -> Option<Needle> {
    let plain: Vec<&Needle> = query
        .groups()
        .iter()
        .filter_map(|group| match group.as_slice() {
            [Term { negated: false, test: Test::Free(needle), .. }] if needle.place == Place::Fuzzy => {
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
    Some(Needle { readings, place: Place::WordStart })
}

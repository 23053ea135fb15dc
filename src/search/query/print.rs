//! Prints queries.

use std::fmt;

use super::fields::{QueryField, Values};
use super::needle::{MatchKind, Needle};
use super::terms::{Query, Term, Test, Value};
use crate::locale::Lang;

/// Prints the query in its plainest form, which parses to an equal query.
///
/// Texts are printed folded, with hyphens for spaces, and the names of fields in the
/// [fallback](Lang::FALLBACK), French.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let group = |group: &Vec<Term>| group.iter().map(print_term).collect::<Vec<_>>().join(" | ");
        f.write_str(&self.groups.iter().map(group).collect::<Vec<_>>().join(" "))
    }
}

fn print_term(term: &Term) -> String {
    let negation = if term.negated { "!" } else { "" };
    let test = match &term.test {
        Test::Named(_) => String::new(),
        Test::UnknownField(text) => text.clone(),
        Test::Free(needle) if term.negated => print_needle(needle, MatchKind::Substring),
        Test::Free(needle) => print_needle(needle, MatchKind::WordPrefix),
        Test::Filter(field, values) => {
            let values: Vec<_> = values.iter().map(|value| print_value(*field, value)).collect();
            format!("{}:{}", field.name(Lang::FALLBACK), values.join(","))
        }
    };
    format!("{negation}{test}")
}

/// Prints a value in the form that follows its field.
pub(super) fn print_value(field: QueryField, value: &Value) -> String {
    match (value, field.values()) {
        (Value::Text(needle), _) if is_number(field, needle) => print_needle(needle, MatchKind::Exact),
        (Value::Text(needle), _) => print_needle(needle, MatchKind::WordPrefix),
        (Value::Choice(Some(value)), Values::Choice(choice)) => {
            (choice.codes)().get(*value).copied().unwrap_or_default().to_owned()
        }
        (Value::Unknown | Value::Choice(_), _) => QueryField::unknown_word(Lang::FALLBACK).to_owned(),
        (Value::Year(digits), _) => digits.clone(),
        (Value::Age(test), _) => test.to_string(),
        (Value::Figure(test), _) => test.to_string(),
        (Value::Count(test), _) => test.to_string(),
        (Value::Place(typed, _), _) => {
            print_needle(&Needle::of(typed, MatchKind::WordPrefix), MatchKind::WordPrefix)
        }
    }
}

/// Prints a text with the operators of its kind, unless that is the kind of a text without operators.
fn print_needle(needle: &Needle, without_operators: MatchKind) -> String {
    let (before, behind) = match needle.kind {
        kind if kind == without_operators => ("", ""),
        MatchKind::Fuzzy | MatchKind::Abbreviation | MatchKind::Words | MatchKind::WordPrefix => ("", ""),
        MatchKind::Substring => ("'", ""),
        MatchKind::Prefix => ("^", ""),
        MatchKind::Suffix => ("", "$"),
        MatchKind::Exact => ("^", "$"),
    };
    // The last reading is the one that was typed.
    let typed = needle.readings.last().map(|reading| reading.replace(' ', "-"));
    format!("{before}{}{behind}", typed.unwrap_or_default())
}

/// Returns whether the needle is one that a typed number of the field is replaced by.
fn is_number(field: QueryField, needle: &Needle) -> bool {
    let is_number = |text: &String| field.number(text).as_ref() == Some(text);
    needle.kind == MatchKind::Exact && needle.readings.first().is_some_and(is_number)
}

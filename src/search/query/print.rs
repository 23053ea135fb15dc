//! From query to text.

use std::fmt;

use super::fields::{QueryField, Values};
use super::needle::{MatchKind, Needle};
use super::terms::{Query, Term, Test, Value};
use crate::locale::Lang;

/// The query in its plainest form: parsing it gives an equal query.
///
/// Texts are printed folded, with hyphens for spaces; fields by their names in the [fallback](Lang::FALLBACK), French.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, group) in self.groups.iter().enumerate() {
            f.write_str(if number > 0 { " " } else { "" })?;
            for (choice, term) in group.iter().enumerate() {
                f.write_str(if choice > 0 { " | " } else { "" })?;
                write!(f, "{term}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.negated { "!" } else { "" })?;
        match &self.test {
            Test::Free(needle) if self.negated => write_needle(f, needle, MatchKind::Substring),
            Test::Free(needle) => write_needle(f, needle, MatchKind::Fuzzy),
            Test::Filter(field, values) => {
                write!(f, "{}:", field.name(Lang::FALLBACK))?;
                for (number, value) in values.iter().enumerate() {
                    f.write_str(if number > 0 { "," } else { "" })?;
                    write!(f, "{}", Printed(*field, value))?;
                }
                Ok(())
            }
        }
    }
}

/// A value as it is printed behind its field.
pub(super) struct Printed<'q>(pub QueryField, pub &'q Value);

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Value::Text(needle) if is_number(self.0, needle) => write_needle(f, needle, MatchKind::Exact),
            Value::Text(needle) => write_needle(f, needle, MatchKind::WordPrefix),
            Value::Unknown => f.write_str(QueryField::unknown_word(Lang::FALLBACK)),
            Value::Choice(value) => match self.0.values() {
                Values::Choice(choice) => f.write_str((choice.code)(*value).unwrap_or_default()),
                _ => Ok(()),
            },
            Value::Year(digits) => f.write_str(digits),
            Value::Age(test) => write!(f, "{test}"),
        }
    }
}

/// Writes a text with the operators that its kind needs where `default` is the kind without any.
fn write_needle(f: &mut fmt::Formatter<'_>, needle: &Needle, default: MatchKind) -> fmt::Result {
    let (before, behind) = match needle.kind {
        kind if kind == default => ("", ""),
        MatchKind::Fuzzy | MatchKind::WordPrefix => ("", ""),
        MatchKind::Substring => ("'", ""),
        MatchKind::Prefix => ("^", ""),
        MatchKind::Suffix => ("", "$"),
        MatchKind::Exact => ("^", "$"),
    };
    // The last reading is the one that was typed.
    let typed = needle.readings.last().map(|reading| reading.replace(' ', "-"));
    write!(f, "{before}{}{behind}", typed.unwrap_or_default())
}

/// Whether the needle is what a typed number of the field becomes.
fn is_number(field: QueryField, needle: &Needle) -> bool {
    let is_number = |text: &String| field.number(text).as_ref() == Some(text);
    needle.kind == MatchKind::Exact && needle.readings.first().is_some_and(is_number)
}

//! What is wrong with a query.

use std::fmt;
use std::ops::Range;

use super::fields::QueryField;
use crate::locale::Lang;
use crate::t;

/// A part of a query that does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where the part stands in the text, in bytes.
    pub span: Range<usize>,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A known field cannot have this value: `age:>x`, `type:foo`.
    WrongValue {
        /// The field.
        field: QueryField,
        /// The value.
        value: String,
    },
    /// It is behind the most that a query may have, in bytes.
    TooLong {
        /// The most.
        most: usize,
    },
}

impl QueryProblem {
    /// The value that was perhaps meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        match &self.kind {
            ProblemKind::WrongValue { field, value } => field.nearest_word(value),
            ProblemKind::TooLong { .. } => None,
        }
    }

    /// What is wrong and what can be written instead.
    pub fn describe(&self, lang: Lang) -> String {
        let (field, value) = match &self.kind {
            ProblemKind::WrongValue { field, value } => (field, value.as_str()),
            ProblemKind::TooLong { most } => return t!(lang, "search-too-long", most = *most),
        };
        let name = format!("{}:", field.name(lang));
        match self.suggestion() {
            Some(suggestion) => {
                t!(lang, "search-wrong-value-meant", field = name, value = value, suggestion = suggestion)
            }
            None => {
                let examples = field.examples(lang).join(", ");
                t!(lang, "search-wrong-value", field = name, value = value, examples = examples)
            }
        }
    }
}

impl fmt::Display for QueryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

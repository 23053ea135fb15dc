//! The parts of a query that do not filter, and their messages.

use std::fmt;
use std::ops::Range;

use super::fields::QueryField;
use crate::locale::Lang;
use crate::t;

/// A part of a query that does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// The range of the part in the text, in bytes.
    pub span: Range<usize>,
    /// The reason why it does not filter.
    pub kind: ProblemKind,
}

/// The reason why a part of a query does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A known field cannot have this value: `age:>x`, `type:foo`.
    WrongValue {
        /// The field.
        field: QueryField,
        /// The value.
        value: String,
    },
    /// There is no field of this name: `ville:bobigny`.
    UnknownField {
        /// The name.
        name: String,
    },
    /// The query is longer than is read.
    TooLong {
        /// Bytes that are read.
        max: usize,
    },
}

impl QueryProblem {
    /// Returns the value most like the wrong one, if one is.
    pub fn suggestion(&self) -> Option<&'static str> {
        match &self.kind {
            ProblemKind::WrongValue { field, value } => field.nearest_word(value),
            ProblemKind::UnknownField { .. } | ProblemKind::TooLong { .. } => None,
        }
    }

    /// Says what is wrong and what can be written instead.
    pub fn describe(&self, lang: Lang) -> String {
        let (field, value) = match &self.kind {
            ProblemKind::WrongValue { field, value } => (field, value.as_str()),
            ProblemKind::UnknownField { name } => {
                let names: Vec<&str> = QueryField::ALL.iter().map(|field| field.name(lang)).collect();
                let (nearest, fields) = (QueryField::nearest_name(name, lang), names.join(", "));
                return match nearest {
                    Some(nearest) => {
                        t!(
                            lang,
                            "search-unknown-field-meant",
                            name = name.as_str(),
                            suggestion = nearest,
                            fields = fields
                        )
                    }
                    None => t!(lang, "search-unknown-field", name = name.as_str(), fields = fields),
                };
            }
            ProblemKind::TooLong { max } => return t!(lang, "search-too-long", most = *max),
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

//! What is wrong with a query.

use std::fmt;
use std::ops::Range;

use super::{Key, words};
use crate::locale::Lang;
use crate::t;

/// A wrong value of a known field: `age:>x`, `type:foo`. It does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where the value stands in the text, in bytes.
    pub span: Range<usize>,
    /// The field.
    pub key: Key,
    /// The value that was refused.
    pub value: String,
}

impl QueryProblem {
    /// The value that was perhaps meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        words::nearest(self.key, &self.value)
    }

    /// What is wrong and what can be written instead.
    pub fn describe(&self, lang: Lang) -> String {
        let field = format!("{}:", self.key.name(lang));
        let value = self.value.as_str();
        match self.suggestion() {
            Some(suggestion) => {
                t!(lang, "search-wrong-value-meant", field = field, value = value, suggestion = suggestion)
            }
            None => {
                let examples = words::examples(self.key, lang).join(", ");
                t!(lang, "search-wrong-value", field = field, value = value, examples = examples)
            }
        }
    }
}

impl fmt::Display for QueryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}

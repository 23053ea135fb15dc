//! The grammar of queries: fzf's, and fields.
//!
//! | written | finds |
//! | --- | --- |
//! | `bdx` | the letters in this order, close together, in one name |
//! | `'denis`, `"la seyne"` | this text, letter for letter |
//! | `^saint`, `quentin$`, `^lille$` | a name that starts so, ends so, is this |
//! | `!paris` | what does not hold this text |
//! | `a b`, `a \| b` | both; one of them (`\|` binds closer, as in fzf) |
//! | `region:bretagne,"grand est"` | one of these values in this field |
//! | `age:>4`, `age:4..5` | an age that is surely so |
//!
//! Every text is a query: what is not a known field or a closed quote is text.

mod age;
mod edit;
mod fields;
mod narrow;
mod parse;
mod print;
mod problem;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::ops::Range;

pub use age::AgeTest;
pub(crate) use age::DateTest;
pub use fields::QueryField;
pub(crate) use fields::Values;
pub use problem::{ProblemKind, QueryProblem};

/// What a person asks for: all of its groups.
///
/// Two queries are equal when they ask for the same, however it is written.
#[derive(Debug, Clone, Default)]
pub struct Query {
    text: String,
    groups: Vec<Group>,
    problems: Vec<QueryProblem>,
}

/// Terms of which one must hold.
pub(crate) type Group = Vec<Term>;

/// One condition of a query.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    pub test: Test,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// A text that may stand in any field.
    Free(Needle),
    /// A field that has one of these values.
    Filter(QueryField, Vec<Value>),
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Needle),
    /// The field is not known or empty.
    Unknown,
    /// The number of a value of a closed list.
    Choice(u8),
    /// The first digits of a year.
    Year(String),
    Age(AgeTest),
}

/// A folded text to look for, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    /// What the typed text can mean, folded: one reading, or two (`saint`, `st`).
    pub readings: Vec<String>,
    pub kind: MatchKind,
}

impl Needle {
    /// Whether it is digits only: a number is taken by the digit.
    pub fn is_number(&self) -> bool {
        self.readings.iter().all(|reading| reading.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// How a needle must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MatchKind {
    /// Anywhere, letters may be left out.
    Fuzzy,
    /// Anywhere.
    Substring,
    /// At the start of a word.
    WordPrefix,
    /// At the start.
    Prefix,
    /// At the end.
    Suffix,
    /// It is the whole text.
    Exact,
}

impl Query {
    /// Reads a query. Never fails; see [`problems`](Self::problems).
    pub fn parse(text: &str) -> Self {
        parse::parse(text)
    }

    /// The text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it asks for nothing, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// What is wrong in it, in the order of the text: wrong values of known fields. They do not filter.
    pub fn problems(&self) -> &[QueryProblem] {
        &self.problems
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The query with only those terms that pass a test.
    pub(crate) fn keeping(&self, test: impl Fn(&Term) -> bool) -> Self {
        let kept = |group: &Group| group.iter().filter(|term| test(term)).cloned().collect::<Group>();
        let groups = self.groups.iter().map(kept).filter(|group| !group.is_empty()).collect();
        Self { groups, ..self.clone() }
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.groups == other.groups
    }
}

impl Eq for Query {}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        (self.negated, &self.test) == (other.negated, &other.test)
    }
}

impl Eq for Term {}

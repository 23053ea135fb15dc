//! A query as the search reads it: groups of terms.

use std::ops::Range;

use super::age::AgeTest;
use super::fields::QueryField;
use super::figure::FigureTest;
use super::needle::Needle;
use super::problem::QueryProblem;

/// A query: all of its groups must hold.
///
/// Two queries are equal when they ask for the same, however it is written.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) text: String,
    pub(super) groups: Vec<Group>,
    pub(super) problems: Vec<QueryProblem>,
}

/// Terms of which one must hold.
pub(crate) type Group = Vec<Term>;

/// One condition of a query.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    pub test: Test,
    /// Its range in the text, in bytes.
    pub span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// A text in any field.
    Free(Needle),
    /// A field with one of these values.
    Filter(QueryField, Vec<Value>),
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Needle),
    /// No text.
    Unknown,
    /// The index of a value in a closed list; `None` is "not known".
    Choice(Option<usize>),
    /// The first digits of a year.
    Year(String),
    Age(AgeTest),
    Figure(FigureTest),
}

impl Query {
    /// Returns the text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether the query has no term, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Lists the parts that do not filter, such as wrong values of known fields, in the order of the text.
    pub fn problems(&self) -> &[QueryProblem] {
        &self.problems
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Returns the query with only those terms that pass a test.
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

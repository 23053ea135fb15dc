//! A query as the search reads it: groups of terms.

use std::ops::Range;

use super::age::AgeTest;
use super::comparison::CountTest;
use super::fields::QueryField;
use super::figure::FigureTest;
use super::needle::{MatchKind, Named, Needle};
use super::problem::QueryProblem;

/// A query: all of its groups must hold.
///
/// Two queries are equal when they ask for the same, however it is written.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) text: String,
    pub(super) groups: Vec<Group>,
    pub(super) problems: Vec<QueryProblem>,
    /// Whole words that rank rows before others of the same score if their label has them.
    pub(crate) label_words: Option<Needle>,
    /// The words that are highlighted instead of the codes of places that the query has.
    pub(crate) highlighted: Vec<Needle>,
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
    /// One of some texts, each in fields of its own. The parser makes none: they are what a text was resolved to.
    Named(Vec<Named>),
    /// A field that does not exist, with its value, folded. Nothing meets it.
    UnknownField(String),
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
    /// A number of texts of the field.
    Count(CountTest),
    /// The name of a place, folded, and what it means in the field.
    Place(String, Vec<Named>),
}

impl Term {
    /// Returns whether it is a word without operators.
    pub(crate) fn is_word(&self) -> bool {
        !self.negated && matches!(&self.test, Test::Free(needle) if needle.kind == MatchKind::WordPrefix)
    }
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

    /// Returns the query with words of at least so many letters matching names that have their letters in order.
    pub(crate) fn with_scattered_letters(&self, min_letters: usize) -> Self {
        let mut query = self.clone();
        for term in query.groups.iter_mut().flatten().filter(|term| term.is_word()) {
            if let Test::Free(needle) = &mut term.test
                && !needle.is_number()
                && needle.readings.iter().all(|reading| reading.chars().count() >= min_letters)
            {
                needle.kind = MatchKind::Fuzzy;
            }
        }
        query
    }

    /// Returns the query with another group.
    pub(crate) fn and(mut self, group: Group) -> Self {
        self.groups.push(group);
        self
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

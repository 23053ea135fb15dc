//! The columns of a table, one row each: what a cell may hold.

use serde_json::{Map, Value, json};

use crate::snapshot::date::PartialDate;
use crate::snapshot::problem::Violation;
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::parse::{self, NOT_ONE_OF, one_of};
use crate::snapshot::rules::value::{Range, ValueRule};

/// A column of a table.
#[derive(Debug)]
pub(in crate::snapshot) struct Column {
    pub(in crate::snapshot) name: &'static str,
    /// Whether a cell must not be empty.
    is_required: bool,
    kind: Kind,
}

/// What a cell that is not empty holds.
#[derive(Debug, Clone, Copy)]
pub(in crate::snapshot) enum Kind {
    /// Any text.
    Text,
    /// A value that keeps a rule.
    Value(&'static ValueRule),
    /// Values that keep a rule, separated by [`LIST_SEPARATOR`].
    Values(&'static ValueRule),
    /// One of these words.
    Words(fn() -> Vec<&'static str>),
    /// The id of something that is known.
    Link(Entity),
    /// Ids of what is known, separated by [`LIST_SEPARATOR`].
    Links(Entity),
    /// A partial date.
    Date,
    /// A whole number from 0.
    Integer,
    /// A number within bounds.
    Number(Range),
}

/// The separator of values in one cell.
pub(in crate::snapshot) const LIST_SEPARATOR: char = ';';

impl Column {
    /// Creates a column whose cells must not be empty.
    pub(in crate::snapshot) const fn required(name: &'static str, kind: Kind) -> Self {
        Self { name, is_required: true, kind }
    }

    /// Creates a column whose cells may be empty.
    pub(in crate::snapshot) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, is_required: false, kind }
    }

    /// Returns whether a cell must not be empty.
    pub(in crate::snapshot) const fn is_required(&self) -> bool {
        self.is_required
    }

    /// Tests the text of a cell.
    pub(super) fn check(&self, text: &str, known: &Known) -> Result<(), Violation> {
        match text {
            "" if self.is_required => Err(Violation::new(parse::EMPTY)),
            "" => Ok(()),
            _ => self.kind.check(text, known),
        }
    }

    /// Describes the column as a field of a Frictionless Table Schema.
    pub(super) fn schema(&self) -> Value {
        let mut constraints = Map::from_iter([("required".to_owned(), self.is_required.into())]);
        let kind = match self.kind {
            Kind::Integer => {
                constraints.insert("minimum".to_owned(), 0.into());
                "integer"
            }
            Kind::Number(Range { min, max }) => {
                constraints.insert("minimum".to_owned(), min.into());
                constraints.insert("maximum".to_owned(), max.into());
                "number"
            }
            Kind::Words(words) => {
                constraints.insert("enum".to_owned(), words().into());
                "string"
            }
            Kind::Value(rule) => {
                constraints.insert("pattern".to_owned(), full_match(rule.pattern).into());
                "string"
            }
            Kind::Values(rule) => {
                let one = full_match(rule.pattern);
                constraints.insert("pattern".to_owned(), format!("{one}({LIST_SEPARATOR}{one})*").into());
                "string"
            }
            Kind::Date => {
                constraints.insert("pattern".to_owned(), full_match(PartialDate::PATTERN).into());
                "string"
            }
            Kind::Text | Kind::Link(_) | Kind::Links(_) => "string",
        };
        json!({ "name": self.name, "type": kind, "constraints": constraints })
    }

    /// Returns what the ids in the column refer to, if each cell has one.
    pub(super) const fn link(&self) -> Option<Entity> {
        match self.kind {
            Kind::Link(entity) => Some(entity),
            _ => None,
        }
    }
}

impl Kind {
    fn check(self, text: &str, known: &Known) -> Result<(), Violation> {
        match self {
            Self::Text => Ok(()),
            Self::Value(rule) => rule.check(text),
            Self::Values(rule) => items(text).try_for_each(|item| rule.check(item)),
            Self::Words(words) => one_of(NOT_ONE_OF, text, &words()).map(|_| ()),
            Self::Link(entity) => known.check(entity, text),
            Self::Links(entity) => items(text).try_for_each(|item| known.check(entity, item)),
            Self::Date => parse::date(text).map(|_| ()),
            Self::Integer => parse::whole_number::<u32>(text).map(|_| ()),
            Self::Number(range) => range.check(parse::number(text)?).map(|_| ()),
        }
    }
}

/// Splits a cell with several values.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(LIST_SEPARATOR).filter(|_| !text.is_empty())
}

/// Returns a pattern without its anchors, in a group: a Table Schema matches whole values.
fn full_match(pattern: &str) -> String {
    let inner = pattern.strip_prefix('^').unwrap_or(pattern);
    format!("({})", inner.strip_suffix('$').unwrap_or(inner))
}

//! A snapshot as a tree in which rows have names instead of indices.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// Fields that name a row; the first one that it has counts. Events, licences and figures of Cités
/// have neither id nor code and are named by a text.
const IDENTITY: [&str; 8] = ["id", "insee", "code", "part", "what", "source", "text_fr", "attribution"];

/// A JSON value in which lists of rows and of texts are keyed by the names of
/// their items, so that order is no difference.
///
/// Lists of anything else, such as outlines, remain values, in which order counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Keyed {
    Value(Value),
    Fields(BTreeMap<Step, Keyed>),
    Items(BTreeMap<Step, Keyed>),
}

/// A field, or the name of an item in a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) name: String,
    /// The number of items before this one with the same name in the same list.
    nth: usize,
}

impl Keyed {
    /// Builds the tree of a snapshot or of a part of one.
    pub(super) fn of(part: &impl Serialize) -> Self {
        // Fails only for maps with keys that are not texts, and the model has none.
        Self::from(serde_json::to_value(part).unwrap_or_default())
    }

    /// Converts the tree back to a value, with items in the order of their names.
    pub(super) fn to_value(&self) -> Value {
        match self {
            Self::Value(value) => value.clone(),
            Self::Fields(fields) => {
                fields.iter().map(|(step, field)| (step.name.clone(), field.to_value())).collect()
            }
            Self::Items(items) => items.values().map(Self::to_value).collect(),
        }
    }

    /// Returns the text in the first of these fields that has one.
    pub(super) fn text_of(&self, fields: &[&str]) -> Option<&str> {
        fields.iter().find_map(|field| match self {
            Self::Fields(own) => own.get(&Step::field(field)).and_then(Self::as_text),
            Self::Value(_) | Self::Items(_) => None,
        })
    }

    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Value(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns the name of this item in its list. A text is its own name.
    fn name(&self) -> Option<String> {
        self.as_text().or_else(|| self.text_of(&IDENTITY)).map(str::to_owned)
    }
}

impl From<Value> for Keyed {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self::Fields(
                fields.into_iter().map(|(name, field)| (Step { name, nth: 0 }, Self::from(field))).collect(),
            ),
            Value::Array(list) => {
                let items: Vec<Self> = list.into_iter().map(Self::from).collect();
                match items.iter().map(Self::name).collect::<Option<Vec<_>>>() {
                    Some(names) => Self::Items(keyed(names.into_iter().zip(items))),
                    None => Self::Value(items.iter().map(Self::to_value).collect()),
                }
            }
            other => Self::Value(other),
        }
    }
}

/// Keys items by name. Items with the same name are numbered in the order of
/// their content, not of the list.
fn keyed(items: impl Iterator<Item = (String, Keyed)>) -> BTreeMap<Step, Keyed> {
    let mut by_name: BTreeMap<String, Vec<Keyed>> = BTreeMap::new();
    for (name, item) in items {
        by_name.entry(name).or_default().push(item);
    }
    let numbered = by_name.into_iter().flat_map(|(name, mut items)| {
        items.sort_by_cached_key(|item| item.to_value().to_string());
        items.into_iter().enumerate().map(move |(nth, item)| (Step { name: name.clone(), nth }, item))
    });
    numbered.collect()
}

impl Step {
    pub(super) fn field(name: &str) -> Self {
        Self { name: name.to_owned(), nth: 0 }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Escaped as in a JSON Pointer (RFC 6901).
        f.write_str(&self.name.replace('~', "~0").replace('/', "~1"))?;
        if self.nth > 0 {
            write!(f, "#{}", self.nth + 1)?;
        }
        Ok(())
    }
}

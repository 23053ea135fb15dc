//! A snapshot as a tree in which every row has a name instead of a place.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// The fields that name a row, the first that it has: an id or a code, and
/// the text of what has neither (an event of the timeline, a licence).
const IDENTITY: [&str; 7] = ["id", "insee", "code", "part", "source", "text_fr", "attribution"];

/// A JSON value whose lists of rows and of texts are keyed by what names their
/// items, so that order is no difference and no field can be forgotten.
///
/// Lists of anything else, such as outlines, stay values: there order counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Keyed {
    Value(Value),
    Fields(BTreeMap<Step, Keyed>),
    Items(BTreeMap<Step, Keyed>),
}

/// One step from a value to one inside it: a field or the name of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) name: String,
    /// 0, or how many items of the same list and name come before this one.
    nth: usize,
}

impl Keyed {
    /// The tree of a snapshot or of a part of one.
    pub(super) fn of(part: &impl Serialize) -> Self {
        // Only a map with keys that are not texts fails, and the model has none.
        Self::from(serde_json::to_value(part).unwrap_or_default())
    }

    /// The value that this tree stands for, items in the order of their names.
    pub(super) fn to_value(&self) -> Value {
        match self {
            Self::Value(value) => value.clone(),
            Self::Fields(fields) => {
                fields.iter().map(|(step, field)| (step.name.clone(), field.to_value())).collect()
            }
            Self::Items(items) => items.values().map(Self::to_value).collect(),
        }
    }

    /// The text in the first of these fields that has one.
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

    /// What names this item in its list: itself, if it is a text.
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

/// Items by name; those of one name are told apart by their content, not by
/// their order.
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
        // As in a JSON Pointer (RFC 6901).
        f.write_str(&self.name.replace('~', "~0").replace('/', "~1"))?;
        if self.nth > 0 {
            write!(f, "#{}", self.nth + 1)?;
        }
        Ok(())
    }
}

//! A JSON document as a tree of slices, so that every value has a position.
//!
//! `serde_json::Value` keeps neither positions, nor the order of keys, nor
//! duplicate keys, all of which problems are about.

use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Error;
use serde_json::value::RawValue;

/// A value in a JSON document: the slice of its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'a> {
    text: &'a str,
}

/// The value of a [`Node`], parsed one level deep.
#[derive(Debug)]
pub(crate) enum Shape<'a> {
    Null,
    Bool,
    /// Its text.
    Number(&'a str),
    Text(String),
    List(Vec<Node<'a>>),
    /// Keys and values in the order of the document, with duplicate keys.
    Object(Vec<(String, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// Parses a document and returns its root.
    ///
    /// # Errors
    ///
    /// The document is not JSON. Invalid escapes in strings are errors of
    /// [`shape`](Self::shape) only.
    pub(crate) fn root(document: &'a str) -> Result<Self, Error> {
        serde_json::from_str::<&RawValue>(document).map(|raw| Self { text: raw.get() })
    }

    /// Returns the JSON value at the start of a text, if there is one.
    pub(crate) fn first(text: &'a str) -> Option<Self> {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
        values.next()?.ok().map(|raw| Self { text: raw.get() })
    }

    /// Returns the JSON text of this value.
    pub(crate) const fn text(self) -> &'a str {
        self.text
    }

    /// Returns the byte offset of this value in the document that it is a slice of.
    pub(crate) fn offset_in(self, document: &str) -> usize {
        (self.text.as_ptr() as usize).saturating_sub(document.as_ptr() as usize)
    }

    /// Returns whether this value is a list.
    pub(crate) fn is_list(self) -> bool {
        self.text.starts_with('[')
    }

    /// Visits the items of a list, with one in memory at a time. Other values
    /// have no items.
    pub(crate) fn each_item(self, visit: impl FnMut(Self)) {
        if self.is_list() {
            // Cannot fail: `root` has parsed the document.
            let _ = serde_json::Deserializer::from_str(self.text).deserialize_seq(EachItem(visit));
        }
    }

    /// Parses this value one level deep.
    ///
    /// # Errors
    ///
    /// An escape in a string or a key stands for no character.
    pub(crate) fn shape(self) -> Result<Shape<'a>, Error> {
        Ok(match self.text.as_bytes().first() {
            Some(b'{') => Shape::Object(serde_json::from_str::<Members<'a>>(self.text)?.0),
            Some(b'[') => {
                let values: Vec<&'a RawValue> = serde_json::from_str(self.text)?;
                Shape::List(values.into_iter().map(|raw| Self { text: raw.get() }).collect())
            }
            Some(b'"') => Shape::Text(serde_json::from_str(self.text)?),
            Some(b't' | b'f') => Shape::Bool,
            Some(b'n') => Shape::Null,
            _ => Shape::Number(self.text),
        })
    }
}

struct EachItem<F>(F);

impl<'de, F: FnMut(Node<'de>)> Visitor<'de> for EachItem<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<&'de RawValue>()? {
            (self.0)(Node { text: value.get() });
        }
        Ok(())
    }
}

struct Members<'a>(Vec<(String, Node<'a>)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor).map(Members)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Vec<(String, Node<'de>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
            members.push((key, Node { text: value.get() }));
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_keeps_order_doubles_and_places() {
        let document = "{\n \"b\": [1, 2e400],\n \"a\": \"x\\u00e9\", \"b\": null }";
        let Ok(Shape::Object(members)) = Node::root(document).expect("JSON").shape() else {
            panic!("not an object");
        };
        let places: Vec<_> =
            members.iter().map(|(key, node)| (key.as_str(), node.text(), node.offset_in(document))).collect();
        assert_eq!(
            places,
            [("b", "[1, 2e400]", 8), ("a", "\"x\\u00e9\"", 26), ("b", "null", 42)],
            "{document}"
        );
    }

    #[test]
    fn a_lone_surrogate_is_an_error_where_it_stands_only() {
        let root = Node::root(r#"["\ud800", "fine"]"#).expect("JSON");
        let Ok(Shape::List(nodes)) = root.shape() else { panic!("not a list") };
        assert!(nodes.first().is_some_and(|node| node.shape().is_err()));
        assert!(
            nodes.get(1).is_some_and(|node| matches!(node.shape(), Ok(Shape::Text(text)) if text == "fine"))
        );
    }
}

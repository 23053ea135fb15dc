//! Lists whose items are found by their code.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

use super::lazy_list::LazyList;

/// An item of a [`CodedList`].
pub(crate) trait HasCode {
    /// Returns its code.
    fn code(&self) -> &str;
}

/// A list that may be parsed on first access, and that is indexed by code on the first look-up.
#[derive(Debug)]
pub(crate) struct CodedList<T> {
    items: LazyList<T>,
    index: OnceLock<FxHashMap<SmolStr, usize>>,
}

impl<T: HasCode> CodedList<T> {
    /// Returns the item with this code, the first one if there are several.
    pub(crate) fn get(&self, code: &str) -> Option<&T> {
        let index = self.index.get_or_init(|| {
            let codes = self.items.iter().enumerate().rev();
            codes.map(|(position, item)| (item.code().into(), position)).collect()
        });
        self.items.get(*index.get(code)?)
    }
}

impl<T> From<LazyList<T>> for CodedList<T> {
    fn from(items: LazyList<T>) -> Self {
        Self { items, index: OnceLock::new() }
    }
}

impl<T: Send + Sync + 'static> From<Vec<T>> for CodedList<T> {
    fn from(items: Vec<T>) -> Self {
        LazyList::from(items).into()
    }
}

impl<T: Send + Sync + 'static> Default for CodedList<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> Deref for CodedList<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T: Clone + Send + Sync + 'static> Clone for CodedList<T> {
    fn clone(&self) -> Self {
        self.items.clone().into()
    }
}

impl<T: PartialEq> PartialEq for CodedList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<T: Serialize> Serialize for CodedList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Send + Sync + 'static> Deserialize<'de> for CodedList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        LazyList::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for CodedList<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        LazyList::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        LazyList::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl HasCode for (String, u8) {
        fn code(&self) -> &str {
            &self.0
        }
    }

    #[test]
    fn items_are_found_by_code_the_first_of_those_that_share_one() {
        let list: CodedList<(String, u8)> =
            serde_json::from_str(r#"[["a", 1], ["b", 2], ["a", 3]]"#).unwrap();
        assert_eq!(list.get("a").map(|item| item.1), Some(1));
        assert_eq!(list.get("b").map(|item| item.1), Some(2));
        assert_eq!(list.get("c"), None);
        assert_eq!(list.len(), 3);
    }
}

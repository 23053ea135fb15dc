//! Lists that are parsed on first access.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::shrunk::shrunk;

/// A list of a snapshot that may be parsed on first access. That is so in the
/// embedded snapshot, which the tests validate; in a file, where anything may
/// be wrong, the list is parsed at load.
pub(crate) struct LazyList<T>(LazyLock<Vec<T>, Parse<T>>);

type Parse<T> = Box<dyn FnOnce() -> Vec<T> + Send + Sync>;

impl<T: DeserializeOwned + 'static> LazyList<T> {
    /// Creates a list that asks for its text, and parses it, on first access. It is empty if the text
    /// is not such a list.
    pub(crate) fn embedded(text: impl FnOnce() -> &'static str + Send + Sync + 'static) -> Self {
        Self(LazyLock::new(Box::new(|| serde_json::from_str(text()).unwrap_or_default())))
    }
}

impl<T: Send + Sync + 'static> From<Vec<T>> for LazyList<T> {
    fn from(list: Vec<T>) -> Self {
        let parsed = LazyLock::<_, Parse<T>>::new(Box::new(|| list));
        // Moves the list out of the box.
        LazyLock::force(&parsed);
        Self(parsed)
    }
}

impl<T: Send + Sync + 'static> Default for LazyList<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> Deref for LazyList<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for LazyList<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T: Clone + Send + Sync + 'static> Clone for LazyList<T> {
    fn clone(&self) -> Self {
        self.to_vec().into()
    }
}

impl<T: PartialEq> PartialEq for LazyList<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for LazyList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Serialize> Serialize for LazyList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Send + Sync + 'static> Deserialize<'de> for LazyList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        shrunk(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for LazyList<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_an_embedded_text_is_parsed_on_first_access() {
        let mut list: LazyList<u8> = LazyList::embedded(|| "[1, 2]");
        assert_eq!(list, vec![1, 2].into());
        list.push(3);
        assert_eq!(serde_json::to_string(&list.clone()).unwrap(), "[1,2,3]");
        assert!(LazyList::<u8>::embedded(|| "[-1]").is_empty());
    }

    #[test]
    fn a_list_of_a_file_is_parsed_at_load() {
        assert_eq!(serde_json::from_str::<LazyList<u8>>("[1]").unwrap(), vec![1].into());
        assert!(serde_json::from_str::<LazyList<u8>>("[-1]").is_err());
    }
}

//! A part of a snapshot that is perhaps never looked at.

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;
use std::{borrow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A part of a snapshot. That of the snapshot inside the program is read when
/// it is first looked at, since the first frame does without it; that of any
/// other is read with the rest, since something may be wrong with it.
pub struct Later<T>(LazyLock<T, Read<T>>);

type Read<T> = Box<dyn FnOnce() -> T + Send + Sync>;

impl<T: DeserializeOwned + Default + 'static> Later<T> {
    /// What a text inside the program holds. The part is empty where that is
    /// something else; the tests let no such text in.
    pub(super) fn inside(text: &'static RawValue) -> Self {
        Self(LazyLock::new(Box::new(|| serde_json::from_str(text.get()).unwrap_or_default())))
    }
}

impl<T: Send + Sync + 'static> From<T> for Later<T> {
    fn from(value: T) -> Self {
        let known = LazyLock::<T, Read<T>>::new(Box::new(|| value));
        // So that the value lies in it, and not in a box.
        LazyLock::force(&known);
        Self(known)
    }
}

impl<T> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Later<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<'a, T> IntoIterator for &'a Later<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Default + Send + Sync + 'static> Default for Later<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T: Clone + Send + Sync + 'static> Clone for Later<T> {
    fn clone(&self) -> Self {
        T::clone(self).into()
    }
}

impl<T: PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Send + Sync + 'static> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for Later<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_inside_is_read_when_it_is_looked_at() {
        let text: &'static RawValue = serde_json::from_str("[1, 2]").unwrap();
        let mut part: Later<Vec<u8>> = Later::inside(text);
        assert_eq!(part, Later::from(vec![1, 2]));
        part.push(3);
        assert_eq!(serde_json::to_string(&part.clone()).unwrap(), "[1,2,3]");
        let nonsense: &'static RawValue = serde_json::from_str("[-1]").unwrap();
        assert!(Later::<Vec<u8>>::inside(nonsense).is_empty(), "not before it is looked at");
    }

    #[test]
    fn a_part_of_another_text_is_read_with_the_rest() {
        assert_eq!(serde_json::from_str::<Later<Vec<u8>>>("[1]").unwrap(), vec![1].into());
        assert!(serde_json::from_str::<Later<Vec<u8>>>("[-1]").is_err());
    }
}

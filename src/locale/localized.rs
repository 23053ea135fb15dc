//! Values that differ by language.

use super::Lang;
use super::languages::COUNT;

/// One value for each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T>([T; COUNT]);

impl<T> Localized<T> {
    /// Makes the value of each language.
    pub fn from_fn(value: impl FnMut(Lang) -> T) -> Self {
        Self(Lang::ALL.map(value))
    }

    /// Returns the value of a language.
    pub fn get(&self, lang: Lang) -> &T {
        let [fallback, ..] = &self.0;
        self.0.get(usize::from(lang.0)).unwrap_or(fallback)
    }
}

impl<T: Default> Default for Localized<T> {
    fn default() -> Self {
        Self::from_fn(|_| T::default())
    }
}

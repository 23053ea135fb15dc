//! Values that differ by language.

use super::Lang;

/// A value that differs by language. Languages without a value of their own
/// have that of [`Lang::FALLBACK`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized<T> {
    fallback: T,
    others: Vec<(Lang, T)>,
}

impl<T> Localized<T> {
    /// Computes a value for every language.
    pub fn from_fn(mut value: impl FnMut(Lang) -> T) -> Self {
        Self { fallback: value(Lang::FALLBACK), others: others().map(|lang| (lang, value(lang))).collect() }
    }

    /// Computes a value for each language that has one. Returns `None` if the fallback has none.
    pub fn from_some(mut value: impl FnMut(Lang) -> Option<T>) -> Option<Self> {
        let fallback = value(Lang::FALLBACK)?;
        Some(Self { fallback, others: others().filter_map(|lang| Some((lang, value(lang)?))).collect() })
    }

    /// Returns the value for a language.
    pub fn get(&self, lang: Lang) -> &T {
        self.own(lang).unwrap_or(&self.fallback)
    }

    /// Returns the value that a language has of its own, if any.
    pub fn own(&self, lang: Lang) -> Option<&T> {
        match lang {
            Lang::FALLBACK => Some(&self.fallback),
            _ => self.others.iter().find(|(other, _)| *other == lang).map(|(_, value)| value),
        }
    }
}

/// Lists the languages other than the fallback.
fn others() -> impl Iterator<Item = Lang> {
    Lang::ALL.into_iter().filter(|lang| *lang != Lang::FALLBACK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_a_value_has_that_of_the_fallback() {
        let text = Localized::from_some(|lang| (lang == Lang::FALLBACK).then(|| lang.code())).unwrap();
        assert!(Lang::ALL.iter().all(|lang| *text.get(*lang) == "fr"));
        assert_eq!(Lang::ALL.map(|lang| text.own(lang).is_some()).iter().filter(|own| **own).count(), 1);
        assert_eq!(Localized::from_some(|lang| (lang != Lang::FALLBACK).then_some(())), None);
    }
}

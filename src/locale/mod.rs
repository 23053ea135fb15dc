//! Every text that a person reads, in one Fluent file per language.
//!
//! `fr.ftl` and `en.ftl` hold the texts; [`t!`](crate::t) looks one up by its
//! key, with named values. A file `xx.ftl` beside them adds a language.
//!
//! ```
//! use cites_emploi::{locale::Lang, t};
//!
//! assert_eq!(t!(Lang::FR, "count-cites", count = 1), "1 Cité");
//! assert_eq!(t!(Lang::EN, "count-cites", count = 84), "84 Cités");
//! ```

mod languages;
mod localized;
mod texts;

use std::fmt;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use fluent_bundle::FluentArgs;

pub(crate) use languages::localized_keys;
use languages::{LANGUAGES, Language};
pub use localized::Localized;
use texts::Texts;

/// A language of the program: its index in the table of languages.
///
/// The constants are generated, one for each locale file. Code outside of tests
/// needs none of them: it loops over [`Lang::ALL`] or names a role, such as
/// [`Lang::FALLBACK`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang(u8);

impl Lang {
    /// French, the language of the data, for what another language lacks.
    pub const FALLBACK: Self = Self(0);

    /// English, for what is not localized: `Display` of errors, the remarks in
    /// the data, and manual pages outside the folder of a language.
    pub const UNLOCALIZED: Self = Self::EN;

    /// Its code in ISO 639-1: `fr`.
    pub fn code(self) -> &'static str {
        self.language().code
    }

    /// Its name in English: `French`.
    pub fn english_name(self) -> String {
        crate::t!(self, "language-in-english")
    }

    /// The language that the locale variables ask for.
    ///
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` count in this order, as POSIX has
    /// it; the first that is set decides.
    pub fn from_env() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        Self::from_locale(locale.as_deref().unwrap_or_default())
    }

    /// The language of a POSIX locale such as `en_GB.UTF-8`, or the fallback if there are no texts in it.
    pub fn from_locale(locale: &str) -> Self {
        let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::from_code(code).unwrap_or_default()
    }

    /// The language with a code, in upper or lower case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }

    /// Formats a whole number with its thousands apart: `4 567` or `4,567`.
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let separator = &self.texts().separators().thousands;
        let mut text = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(separator);
            }
            text.push(digit);
        }
        text
    }

    /// Formats a number with one decimal unless that is zero: `2,5` or `2.5`.
    pub fn decimal(self, number: f64) -> String {
        let rounded = format!("{number:.1}");
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, "0"));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        match fraction {
            "0" => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}{}{fraction}", self.texts().separators().decimal),
        }
    }

    fn language(self) -> &'static Language {
        let [fallback, ..] = &LANGUAGES;
        LANGUAGES.get(usize::from(self.0)).unwrap_or(fallback)
    }

    fn texts(self) -> &'static Texts {
        &self.language().texts
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::FALLBACK
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
}

/// Formats the text of `key` in `lang`, with `args` in it.
///
/// A missing text is taken from the fallback, and a key without any text is
/// returned as it is, so that a gap is visible and never stops the program; the tests find it first.
pub fn text(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    #[cfg(test)]
    tests::record(key);
    let found = lang.texts().format(key, args);
    debug_assert!(found.is_some(), "no text for {key:?} in {lang:?}");
    let Some((text, errors)) = found.or_else(|| Lang::FALLBACK.texts().format(key, args)) else {
        return key.to_owned();
    };
    debug_assert!(errors.is_empty(), "{key} in {lang:?}: {errors:?}");
    text
}

/// Returns the words of a text that lists them between commas, such as `dep, departement`. None if
/// there is no such text.
///
/// The list stands on the line of its key and holds no values, so it is read without a parser.
pub fn words(lang: Lang, key: &str) -> impl Iterator<Item = &'static str> + use<> {
    #[cfg(test)]
    tests::record(key);
    lang.texts().line(key).unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// Returns the [words](words) of a text in every language, those of the fallback first. A word that
/// is the same in two languages comes twice.
pub fn words_in_all(key: &str) -> impl Iterator<Item = &'static str> + use<> {
    let lists = Lang::ALL.map(|lang| words(lang, key));
    lists.into_iter().flatten()
}

/// Whether `lang` has a text for `key`.
pub fn has_text(lang: Lang, key: &str) -> bool {
    lang.texts().has(key)
}

/// Looks up a text by its key: `t!(lang, key)`, or `t!(lang, key, count = 3, name = label)` with values.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:expr $(,)?) => {
        $crate::locale::text($lang, $key, None)
    };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::locale::Args::new();
        $(args.set(stringify!($name), $value);)+
        $crate::locale::text($lang, $key, Some(&args))
    }};
}

#[doc(hidden)]
pub use fluent_bundle::FluentArgs as Args;

#[cfg(test)]
pub(crate) mod tests;

//! Every text that a person reads, in one Fluent file per language.
//!
//! The files are `fr.ftl`, `en.ftl`, and so on: adding a file `xx.ftl` adds a
//! language. [`t!`](crate::t) looks up a text by its key and fills in values.
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

/// A language of the program, as an index into the table of languages.
///
/// A constant is generated for each locale file, for use in tests. Other code
/// loops over [`Lang::ALL`], or names a role such as [`Lang::FALLBACK`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang(u8);

impl Lang {
    /// French: the language of the data, used for what another language lacks.
    pub const FALLBACK: Self = Self(0);

    /// English: the language of what is not localized, which is the `Display`
    /// of errors, remarks in the data, and the manual pages in `man1`.
    pub const UNLOCALIZED: Self = Self::EN;

    /// Returns its ISO 639-1 code: `fr`.
    pub fn code(self) -> &'static str {
        self.language().code
    }

    /// Returns its name in English: `French`.
    pub fn english_name(self) -> String {
        crate::t!(self, "language-in-english")
    }

    /// Returns the language of the environment.
    ///
    /// As in POSIX, the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
    /// set and not empty decides. As in gettext, the languages of `LANGUAGE`,
    /// with colons between them, come before it, unless it is `C` or `POSIX`.
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(&variable)
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        let languages = match locale.as_str() {
            "" | "C" | "POSIX" => String::new(),
            _ => variable("LANGUAGE").unwrap_or_default(),
        };
        let preferred = languages.split(':').find_map(|language| Self::from_code(code(language)));
        preferred.unwrap_or_else(|| Self::from_locale(&locale))
    }

    /// Returns the language of a POSIX locale such as `en_GB.UTF-8`, or the
    /// fallback if the program does not have that language.
    pub fn from_locale(locale: &str) -> Self {
        Self::from_code(code(locale)).unwrap_or_default()
    }

    /// Returns the language with this code, in upper or lower case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }

    /// Formats a whole number with separators between thousands: `4 567`, `4,567`.
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

    /// Formats a number, rounded to one decimal, without a zero after the decimal
    /// separator: `2,5`, `2.5`, `2`.
    pub fn decimal(self, number: f64) -> String {
        let text = self.tenths(number);
        let zero = format!("{}0", self.texts().separators().decimal);
        text.strip_suffix(&zero).map_or_else(|| text.clone(), str::to_owned)
    }

    /// Formats a number with one decimal, so that the numbers of a column align: `2,5`, `2,0`.
    pub fn tenths(self, number: f64) -> String {
        let rounded = format!("{number:.1}");
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, "0"));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        format!("{sign}{whole}{}{fraction}", self.texts().separators().decimal)
    }

    fn language(self) -> &'static Language {
        let [fallback, ..] = &LANGUAGES;
        LANGUAGES.get(usize::from(self.0)).unwrap_or(fallback)
    }

    fn texts(self) -> &'static Texts {
        &self.language().texts
    }
}

/// Returns the code of the language of a locale: `en` of `en_GB.UTF-8`.
fn code(locale: &str) -> &str {
    locale.split(['_', '-', '.', '@']).next().unwrap_or_default()
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

/// Returns the text of `key` in `lang`, with `args` filled in.
///
/// A text that `lang` lacks is taken from the fallback. If that lacks it too,
/// the key is returned, so that the gap shows and the program goes on. Tests
/// and debug builds fail on either.
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

/// Returns the words of a text that is a list, such as `dep, departement`.
/// There are none if `lang` lacks the text.
///
/// A list is on the line of its key and has no placeables, so it is split
/// without a parser.
pub fn words(lang: Lang, key: &str) -> impl Iterator<Item = &'static str> + use<> {
    #[cfg(test)]
    tests::record(key);
    lang.texts().line(key).unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// Returns the [`words`] of a list in every language, those of the fallback
/// first. A word that two languages share is returned twice.
pub fn words_in_all(key: &str) -> impl Iterator<Item = &'static str> + use<> {
    let lists = Lang::ALL.map(|lang| words(lang, key));
    lists.into_iter().flatten()
}

/// Returns whether `lang` has a text for `key`.
pub fn has_text(lang: Lang, key: &str) -> bool {
    lang.texts().has(key)
}

/// Looks up a text by its key: `t!(lang, key)`, or with values, `t!(lang, key, count = 3, name = label)`.
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

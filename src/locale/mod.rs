//! Every word on screen and in messages, in French and in English.
//!
//! The texts lie in `fr.ftl` and `en.ftl`, in the Fluent format; [`t!`](crate::t)
//! looks one up by its key, with named values:
//!
//! ```
//! use cites_emploi::{locale::Lang, t};
//!
//! assert_eq!(t!(Lang::Fr, "count-cites", count = 1), "1 Cité");
//! assert_eq!(t!(Lang::En, "count-cites", count = 84), "84 Cités");
//! ```

mod texts;

use std::sync::LazyLock;

use fluent_bundle::FluentArgs;

use texts::Texts;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum)]
pub enum Lang {
    /// French, the language of those the programme is for.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The language that the locale variables ask for.
    ///
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` count in this order, as POSIX has
    /// it; the first that is set decides. A locale that is not English gives
    /// French, and so does none.
    pub fn from_env() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        Self::from_locale(locale.as_deref().unwrap_or_default())
    }

    /// The language of a POSIX locale such as `en_GB.UTF-8`.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("en") { Self::En } else { Self::Fr }
    }

    /// One of a pair of texts that the data has in both languages.
    pub const fn pick<'a>(self, french: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }

    /// A whole number with its thousands apart: `4 567` or `4,567`.
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let separator = self.pick("\u{202f}", ",");
        let mut text = String::with_capacity(digits.len() * 2);
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(separator);
            }
            text.push(digit);
        }
        text
    }

    /// A number with one decimal where it has one: `2,5` or `2.5`.
    pub fn decimal(self, number: f64) -> String {
        let rounded = format!("{number:.1}");
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, "0"));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        match fraction {
            "0" => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}{}{fraction}", self.pick(",", ".")),
        }
    }

    fn texts(self) -> &'static Texts {
        match self {
            Self::Fr => &FRENCH,
            Self::En => &ENGLISH,
        }
    }
}

static FRENCH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Lang::Fr, include_str!("fr.ftl")));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Lang::En, include_str!("en.ftl")));

/// The text of `key` in `lang`, with `args` in their places.
///
/// A key that is not in the locale file comes back as it is, so that a
/// missing text is seen and never stops the program; the tests find it first.
pub fn text(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some((text, errors)) = lang.texts().format(key, args) else {
        debug_assert!(false, "no text for {key:?} in {lang:?}");
        return key.to_owned();
    };
    debug_assert!(errors.is_empty(), "{key} in {lang:?}: {errors:?}");
    text
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

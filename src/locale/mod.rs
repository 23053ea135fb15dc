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

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

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

    fn bundle(self) -> &'static Bundle {
        match self {
            Self::Fr => &FRENCH,
            Self::En => &ENGLISH,
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Fr));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

fn bundle(lang: Lang) -> Bundle {
    let (id, texts) = match lang {
        Lang::Fr => ("fr", include_str!("fr.ftl")),
        Lang::En => ("en", include_str!("en.ftl")),
    };
    let id: LanguageIdentifier = id.parse().unwrap_or_default();
    // A text that does not parse is left out here and found by the tests below.
    let resource = FluentResource::try_new(texts.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Terminals show the isolation marks as boxes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value, _| format_number(Lang::Fr, value),
        Lang::En => |value, _| format_number(Lang::En, value),
    }));
    bundle.add_resource_overriding(resource);
    bundle
}

fn format_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(lang.decimal(number.value)),
        _ => None,
    }
}

/// The text of `key` in `lang`, with `args` in their places.
///
/// A key that is not in the locale file comes back as it is, so that a
/// missing text is seen and never stops the program; the tests find it first.
pub fn text(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let bundle = lang.bundle();
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        debug_assert!(false, "no text for {key:?} in {lang:?}");
        return key.to_owned();
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    debug_assert!(errors.is_empty(), "{key} in {lang:?}: {errors:?}");
    Cow::into_owned(text)
}

/// Whether `lang` has a text for `key`.
pub fn has_text(lang: Lang, key: &str) -> bool {
    lang.bundle().has_message(key)
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

//! The texts of a language. Each is parsed on first use, since a frame needs
//! few of them.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::{FxBuildHasher, FxHashMap};
use unic_langid::LanguageIdentifier;

use super::Lang;
use super::languages::Language;

/// Average length of a message in its file, in bytes.
const AVERAGE_LEN: usize = 50;

/// The texts of one language.
pub(super) struct Texts {
    /// Formats numbers and selects plurals. It has no texts of its own, so no
    /// text can refer to another.
    bundle: FluentBundle<FluentResource>,
    messages: FxHashMap<&'static str, Message>,
    separators: OnceLock<Separators>,
}

/// A text with its key, as written in the file.
struct Message {
    source: &'static str,
    parsed: OnceLock<FluentResource>,
}

impl Message {
    /// Parses the text. Returns `None` on a syntax error, which tests find.
    fn pattern(&self) -> Option<&Pattern<&str>> {
        let parse = || FluentResource::try_new(self.source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        match self.parsed.get_or_init(parse).get_entry(0)? {
            Entry::Message(message) => message.value.as_ref(),
            _ => None,
        }
    }
}

/// The separators in a number.
pub(super) struct Separators {
    pub(super) thousands: String,
    pub(super) decimal: String,
}

impl Texts {
    /// Splits the file of the language with index `LANG` into its texts, without parsing them.
    ///
    /// The index is a parameter of the type because the formatter is a plain
    /// function, which cannot capture it.
    pub(super) fn new<const LANG: u8>() -> Self {
        let Language { code, file, .. } = Lang(LANG).language();
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Many terminals draw isolation marks as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| format_number(Lang(LANG), value)));
        let mut texts = FxHashMap::with_capacity_and_hasher(file.len() / AVERAGE_LEN, FxBuildHasher);
        texts.extend(messages(file));
        Self { bundle, messages: texts, separators: OnceLock::new() }
    }

    /// Returns the separators in numbers.
    pub(super) fn separators(&self) -> &Separators {
        self.separators.get_or_init(|| {
            let text = |key| self.format(key, None).map(|(text, _)| text).unwrap_or_default();
            Separators { thousands: text("number-thousands"), decimal: text("number-decimal") }
        })
    }

    /// Lists the keys.
    #[cfg(test)]
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.messages.keys().copied()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// Returns the rest of the line that begins with the key, unparsed.
    pub(super) fn line(&self, key: &str) -> Option<&'static str> {
        let (_, text) = self.messages.get(key)?.source.lines().next()?.split_once('=')?;
        Some(text.trim())
    }

    /// Returns the text of a key with `args` filled in, and the errors met on the way.
    pub(super) fn format(
        &self,
        key: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<(String, Vec<FluentError>)> {
        let pattern = self.messages.get(key)?.pattern()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        Some((text.into_owned(), errors))
    }
}

/// Splits a locale file into messages with their keys. A message starts at a
/// line that starts with a letter, and ends where the next one starts.
fn messages(file: &'static str) -> impl Iterator<Item = (&'static str, Message)> {
    let mut rest = file;
    std::iter::from_fn(move || {
        loop {
            let (message, next) = rest.split_at(message_len(rest));
            rest = next;
            if message.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let key = message.get(..memchr::memchr2(b' ', b'=', message.as_bytes())?)?;
                return Some((key, Message { source: message, parsed: OnceLock::new() }));
            }
            if message.is_empty() {
                return None;
            }
        }
    })
}

/// Returns the number of bytes up to the next line that starts with a letter.
fn message_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'\n', bytes)
        .map(|end| end + 1)
        .find(|next| bytes.get(*next).is_some_and(u8::is_ascii_alphabetic))
        .unwrap_or(bytes.len())
}

fn format_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(lang.decimal(number.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::parser::parse;

    use super::*;

    #[test]
    fn a_text_parses_alone_as_in_its_file() {
        for lang in Lang::ALL {
            let (texts, file) = (lang.texts(), lang.language().file);
            let whole = parse(file).unwrap_or_else(|(_, errors)| panic!("{lang:?}: {errors:?}"));
            let mut count = 0;
            for entry in whole.body {
                let Entry::Message(message) = entry else {
                    assert!(!matches!(entry, Entry::Term(_) | Entry::Junk { .. }), "{entry:?} in {lang:?}");
                    continue;
                };
                count += 1;
                let alone = texts.messages.get(message.id.name).and_then(Message::pattern);
                assert_eq!(alone, message.value.as_ref(), "{} in {lang:?}", message.id.name);
            }
            assert_eq!(
                texts.messages.len(),
                count,
                "a duplicate key, or a line that is no message, in {lang:?}"
            );
        }
    }

    #[test]
    fn a_list_of_words_reads_the_same_without_a_parser() {
        for lang in Lang::ALL {
            let (texts, mut count) = (lang.texts(), 0);
            for key in texts.messages.keys().filter(|key| key.starts_with("query-")) {
                let (text, errors) = texts.format(key, None).unwrap();
                assert_eq!((texts.line(key), errors.len()), (Some(text.as_str()), 0), "{key} in {lang:?}");
                assert!(super::super::words(lang, key).next().is_some(), "{key} in {lang:?}");
                count += 1;
            }
            assert!(count > 20);
        }
    }

    #[test]
    fn a_file_is_split_into_its_messages() {
        let file = "# Words\n\none = 1\n  and\n\n# More\n## More\ntwo=2\nthree =\n    { $n ->\n        [one] 1\n       *[other] 3\n    }";
        let found: Vec<_> =
            messages(file).map(|(key, message)| (key, message.source.lines().count())).collect();
        assert_eq!(found, [("one", 5), ("two", 1), ("three", 5)]);
        assert!(messages("").next().is_none());
        assert!(messages("# Words").next().is_none());
    }
}

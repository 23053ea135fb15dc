//! The texts of a language, each parsed when it is first asked for: a frame
//! needs a few of a thousand.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::{FxBuildHasher, FxHashMap};
use unic_langid::LanguageIdentifier;

use super::Lang;
use super::languages::Language;

/// Bytes that a message takes in its file, about.
const USUAL_LEN: usize = 50;

/// The texts of one language.
pub(super) struct Texts {
    /// Formats numbers and chooses plurals. It holds no texts, so no text can
    /// refer to another.
    bundle: FluentBundle<FluentResource>,
    messages: FxHashMap<&'static str, Message>,
    separators: OnceLock<Separators>,
}

/// A text with its key, as it stands in the file.
struct Message {
    source: &'static str,
    parsed: OnceLock<FluentResource>,
}

impl Message {
    /// The text. One that does not parse is `None` here; the tests find it.
    fn pattern(&self) -> Option<&Pattern<&str>> {
        let parse = || FluentResource::try_new(self.source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        match self.parsed.get_or_init(parse).get_entry(0)? {
            Entry::Message(message) => message.value.as_ref(),
            _ => None,
        }
    }
}

/// What stands between the digits of a number.
pub(super) struct Separators {
    pub(super) thousands: String,
    pub(super) decimal: String,
}

impl Texts {
    /// Splits the file of a language into its texts, without parsing them. `LANG` is the index of
    /// the language; the formatter is a plain function and cannot hold it otherwise.
    pub(super) fn new<const LANG: u8>() -> Self {
        let Language { code, file, .. } = Lang(LANG).language();
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Terminals show the isolation marks as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| format_number(Lang(LANG), value)));
        let mut texts = FxHashMap::with_capacity_and_hasher(file.len() / USUAL_LEN, FxBuildHasher);
        texts.extend(messages(file));
        Self { bundle, messages: texts, separators: OnceLock::new() }
    }

    /// The separators of numbers.
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

    /// Returns what stands behind the key on its line, unparsed.
    pub(super) fn line(&self, key: &str) -> Option<&'static str> {
        let (_, text) = self.messages.get(key)?.source.lines().next()?.split_once('=')?;
        Some(text.trim())
    }

    /// The text of a key with `args` in their places, and what is wrong with it.
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

/// The messages of a locale file by their keys. One begins at a line that
/// begins with a letter, and ends before the next.
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

/// How many bytes there are to the next line that begins with a letter.
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
    fn a_text_is_the_same_by_itself_as_in_its_file() {
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
            assert_eq!(texts.messages.len(), count, "a key comes twice, or none is none, in {lang:?}");
        }
    }

    #[test]
    fn a_list_of_words_is_the_same_without_the_parser() {
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
    fn messages_are_told_apart() {
        let file = "# Words\n\none = 1\n  and\n\n# More\n## More\ntwo=2\nthree =\n    { $n ->\n        [one] 1\n       *[other] 3\n    }";
        let found: Vec<_> =
            messages(file).map(|(key, message)| (key, message.source.lines().count())).collect();
        assert_eq!(found, [("one", 5), ("two", 1), ("three", 5)]);
        assert!(messages("").next().is_none());
        assert!(messages("# Words").next().is_none());
    }
}

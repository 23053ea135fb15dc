//! The texts of a language, each parsed when it is first asked for: a frame
//! needs a few of a thousand.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::{FxBuildHasher, FxHashMap};
use unic_langid::LanguageIdentifier;

use super::Lang;

/// Bytes that a message takes in its file, about.
const USUAL_LEN: usize = 50;

/// The texts of one language.
pub(super) struct Texts {
    /// How numbers and plurals are in the language. It holds no texts, so that
    /// no text can be a part of another.
    bundle: FluentBundle<FluentResource>,
    messages: FxHashMap<&'static str, Message>,
}

/// A text with its key, as it stands in the file.
pub(super) struct Message {
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

impl Texts {
    /// The texts of a locale file.
    pub(super) fn new(lang: Lang, file: &'static str) -> Self {
        let id: LanguageIdentifier = lang.pick("fr", "en").parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Terminals show the isolation marks as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| format_number(Lang::Fr, value),
            Lang::En => |value, _| format_number(Lang::En, value),
        }));
        let mut texts = FxHashMap::with_capacity_and_hasher(file.len() / USUAL_LEN, FxBuildHasher);
        texts.extend(messages(file));
        Self { bundle, messages: texts }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
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
    use crate::locale::tests::TEXTS;

    #[test]
    fn a_text_is_the_same_by_itself_as_in_its_file() {
        for (lang, file) in TEXTS {
            let texts = Texts::new(lang, file);
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
    fn messages_are_told_apart() {
        let file = "# Words\n\none = 1\n  and\n\n# More\n## More\ntwo=2\nthree =\n    { $n ->\n        [one] 1\n       *[other] 3\n    }";
        let found: Vec<_> =
            messages(file).map(|(key, message)| (key, message.source.lines().count())).collect();
        assert_eq!(found, [("one", 5), ("two", 1), ("three", 5)]);
        assert!(messages("").next().is_none());
        assert!(messages("# Words").next().is_none());
    }
}

//! Makes untrusted text safe to show: characters that a terminal obeys, or that a reader does not
//! see, are replaced by their code.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Combining marks allowed on one letter. Vietnamese needs two, Hebrew four.
const MAX_MARKS: usize = 4;

/// The effect of a character that a reader does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HiddenKind {
    /// It commands the terminal: a C0 or C1 control character, or delete.
    Control,
    /// It changes the direction of the text around it.
    Bidi,
    /// It has no width and is neither a letter nor a mark on one.
    ZeroWidth,
}

/// Returns the hidden effect of `character`. `None` if it only shows itself.
pub const fn hidden_kind(character: char) -> Option<HiddenKind> {
    match character {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(HiddenKind::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(HiddenKind::Bidi)
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{605}'
        | '\u{70f}'
        | '\u{890}'
        | '\u{891}'
        | '\u{8e2}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{a8fa}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Some(HiddenKind::ZeroWidth),
        _ => None,
    }
}

/// Returns `text` in a form that may go to a terminal or into a file that people open.
///
/// Control, direction and zero-width characters are replaced by their code in
/// angle brackets. So are a combining mark without a letter and every mark
/// after the fourth on one letter.
///
/// ```
/// use cites_emploi::sanitize::sanitize;
///
/// assert_eq!(sanitize("Guéret"), "Guéret");
/// assert_eq!(sanitize("\u{1b}[31mrouge"), "<U+001B>[31mrouge");
/// assert_eq!(sanitize("abc\u{202e}fed"), "abc<U+202E>fed");
/// ```
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut sanitized = String::new();
    let mut copied = 0;
    for Character { offset, character, .. } in characters(text).filter(|character| character.is_unsafe) {
        sanitized.push_str(text.get(copied..offset).unwrap_or_default());
        copied = offset + character.len_utf8();
        // Writing to a string cannot fail.
        let _ = write!(sanitized, "<U+{:04X}>", u32::from(character));
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    sanitized.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(sanitized)
}

/// A character of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Character {
    /// Its offset in the text, in bytes.
    pub(crate) offset: usize,
    pub(crate) character: char,
    /// Whether it must not be shown as it is.
    pub(crate) is_unsafe: bool,
}

/// Lists the characters of a text.
pub(crate) fn characters(text: &str) -> impl Iterator<Item = Character> {
    let mut marks = MAX_MARKS;
    text.char_indices().map(move |(offset, character)| {
        // The vowels of decomposed Korean are letters, but have no width of their own.
        let is_mark = !character.is_ascii() && (is_combining_mark(character) || character.width() == Some(0));
        marks = if is_mark { marks.saturating_add(1) } else { 0 };
        Character { offset, character, is_unsafe: marks > MAX_MARKS || hidden_kind(character).is_some() }
    })
}

/// Returns the first character of `text` that has a hidden effect.
pub(crate) fn first_hidden(text: &str) -> Option<(char, HiddenKind)> {
    text.chars().find_map(|character| hidden_kind(character).map(|kind| (character, kind)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in ["", "Guéret", "Gue\u{301}ret", "L'Haÿ-les-Roses – « QPV » 5 €", "日本", "d’Yerres"]
        {
            assert!(matches!(sanitize(text), Cow::Borrowed(shown) if shown == text), "{text}");
        }
    }

    #[test]
    fn characters_that_a_terminal_obeys_become_their_code() {
        for (text, shown) in [
            ("\u{1b}]52;c;AAAA\u{7}", "<U+001B>]52;c;AAAA<U+0007>"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c"),
            ("\u{202e}cod\u{2069}", "<U+202E>cod<U+2069>"),
            ("Pa\u{200b}ris\u{feff}", "Pa<U+200B>ris<U+FEFF>"),
            ("\u{301}seul", "<U+0301>seul"),
        ] {
            assert_eq!(sanitize(text), shown);
        }
    }

    #[test]
    fn marks_beyond_the_fourth_become_their_code() {
        let storm = format!("z{}", "\u{301}".repeat(6));
        assert_eq!(sanitize(&storm), format!("z{}<U+0301><U+0301>", "\u{301}".repeat(4)));
    }

    proptest! {
        #[test]
        fn sanitized_text_has_no_hidden_character_and_stays_as_it_is(text in "\\PC*|[\\x00-\\x{2fff}]*") {
            let shown = sanitize(&text);
            prop_assert_eq!(first_hidden(&shown), None);
            prop_assert_eq!(sanitize(&shown), shown.clone());
        }
    }
}

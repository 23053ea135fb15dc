//! Text of a snapshot is untrusted: what in it a terminal would obey, and how
//! to show it instead.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_width::UnicodeWidthChar;

/// Marks that may stand on one letter; Vietnamese needs two, Hebrew four.
const MOST_MARKS: usize = 4;

/// What a character does that a reader does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hidden {
    /// It commands the terminal: a C0 or C1 control character, or delete.
    Control,
    /// It changes the direction of the text around it.
    Bidi,
    /// It takes no room on the screen and is neither a letter nor a mark on one.
    ZeroWidth,
}

/// What `character` does unseen; `None` for one that only shows itself.
pub const fn hidden(character: char) -> Option<Hidden> {
    match character {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Hidden::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Hidden::Bidi)
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
        | '\u{e0000}'..='\u{e0fff}' => Some(Hidden::ZeroWidth),
        _ => None,
    }
}

/// The text as it may go to a terminal or a file that people open.
///
/// Control, direction and zero-width characters become their code between
/// angle brackets, and so do a mark without a letter and the marks of a letter
/// that bears more than four. Every output passes the snapshot's text through
/// here.
///
/// ```
/// use cites_emploi::snapshot::visible;
///
/// assert_eq!(visible("Guéret"), "Guéret");
/// assert_eq!(visible("\u{1b}[31mrouge"), "<U+001B>[31mrouge");
/// assert_eq!(visible("abc\u{202e}fed"), "abc<U+202E>fed");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    let mut copied = 0;
    for (at, character, raw) in characters(text) {
        if raw {
            shown.push_str(text.get(copied..at).unwrap_or_default());
            copied = at + character.len_utf8();
            // Writing to a string cannot fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(character));
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(shown)
}

/// The characters of a text, where each stands, and whether it must not be
/// shown as it is.
pub(crate) fn characters(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut marks = MOST_MARKS;
    text.char_indices().map(move |(at, character)| {
        // Among letters the vowels of decomposed Korean take no room of their own.
        let mark = !character.is_ascii() && (is_combining_mark(character) || character.width() == Some(0));
        marks = if mark { marks.saturating_add(1) } else { 0 };
        (at, character, marks > MOST_MARKS || hidden(character).is_some())
    })
}

/// The first character of `text` that does something unseen.
pub(crate) fn first_hidden(text: &str) -> Option<(char, Hidden)> {
    text.chars().find_map(|character| hidden(character).map(|kind| (character, kind)))
}

/// The composed form (NFC) of a text that is not in it.
pub(crate) fn composed(text: &str) -> Option<String> {
    (!is_nfc(text)).then(|| text.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_shown_as_it_is() {
        for text in ["", "Guéret", "Gue\u{301}ret", "L'Haÿ-les-Roses – « QPV » 5 €", "日本", "d’Yerres"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(shown) if shown == text), "{text}");
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_its_code() {
        for (text, shown) in [
            ("\u{1b}]52;c;AAAA\u{7}", "<U+001B>]52;c;AAAA<U+0007>"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c"),
            ("\u{202e}cod\u{2069}", "<U+202E>cod<U+2069>"),
            ("Pa\u{200b}ris\u{feff}", "Pa<U+200B>ris<U+FEFF>"),
            ("\u{301}seul", "<U+0301>seul"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn a_storm_of_marks_does_not_climb_over_the_lines_above() {
        let storm = format!("z{}", "\u{301}".repeat(6));
        assert_eq!(visible(&storm), format!("z{}<U+0301><U+0301>", "\u{301}".repeat(4)));
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left_and_showing_twice_changes_nothing(text in "\\PC*|[\\x00-\\x{2fff}]*") {
            let shown = visible(&text);
            prop_assert_eq!(first_hidden(&shown), None);
            prop_assert_eq!(visible(&shown), shown.clone());
        }
    }
}

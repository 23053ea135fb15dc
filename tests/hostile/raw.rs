//! Finds characters that a terminal would obey, independently of the program's own rule.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// The maximum number of marks, or parts of a decomposed Korean syllable, on one letter: more of
/// them are drawn over the lines around it.
const MAX_MARKS: usize = 4;

/// Returns the first character of a text that commands a terminal, changes the direction of text,
/// or is invisible. Whether to allow line ends is up to the caller.
pub fn first_raw(text: &str) -> Option<char> {
    let mut marks = 0;
    text.chars().find(|&character| {
        let mark = is_combining_mark(character) || (character.is_alphabetic() && has_no_width(character));
        marks = if mark { marks + 1 } else { 0 };
        marks > MAX_MARKS || (!mark && is_raw(character))
    })
}

fn is_raw(character: char) -> bool {
    let turns = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    character.is_control() || turns || has_no_width(character)
}

fn has_no_width(character: char) -> bool {
    character.width() == Some(0)
}

#[test]
fn every_attack_is_detected() {
    for text in [
        "\u{1b}",
        "\u{9b}",
        "\u{7f}",
        "\u{200b}",
        "\u{202e}",
        "z\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\u{1100}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}",
    ] {
        assert!(first_raw(text).is_some(), "{text:?}");
    }
    assert_eq!(first_raw("\u{1100}\u{1161}\u{11a8}"), None);
    assert_eq!(first_raw("L'Haÿ-les-Roses, Gue\u{301}ret – 5 €"), None);
}

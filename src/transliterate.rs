//! Writes texts in ASCII, for terminals and locales that show no other characters.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What a character without a decomposition becomes.
const UNKNOWN: char = '?';

/// The slash of a decomposed fraction, such as `½`.
const FRACTION_SLASH: char = '\u{2044}';

/// Writes a text in ASCII: letters without their marks, quotes and dashes of the typewriter.
///
/// ```
/// use cites_emploi::transliterate::transliterate;
///
/// assert_eq!(transliterate("« Cœur d’Évry » – 5 €"), "\" Coeur d'Evry \" - 5 EUR");
/// ```
pub fn transliterate(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for character in text.chars() {
        match letters(character) {
            Some(letters) => ascii.push_str(letters),
            None => push_decomposed(character, &mut ascii),
        }
    }
    ascii
}

/// Returns the one ASCII character that stands for what a cell of the screen shows.
pub fn transliterate_cell(symbol: &str) -> char {
    let first = symbol.chars().next().unwrap_or(' ');
    match first {
        'œ' | 'æ' => 'e',
        'Œ' | 'Æ' => 'E',
        _ => transliterate(first.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(UNKNOWN),
    }
}

/// Returns the ASCII characters for one that does not decompose into them.
fn letters(character: char) -> Option<&'static str> {
    Some(match character {
        'œ' => "oe",
        'Œ' => "OE",
        'æ' => "ae",
        'Æ' => "AE",
        'ß' => "ss",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        '€' => "EUR",
        '°' => "o",
        '«' | '»' | '“' | '”' | '„' => "\"",
        '‘' | '’' | '‹' | '›' => "'",
        '–' | '—' | '‐' | '‑' | '−' | '·' | '─' | '━' | '○' => "-",
        '│' | '┃' => "|",
        '…' => "...",
        '×' => "x",
        '•' => "*",
        '●' => "#",
        '◐' => "+",
        '≥' => ">=",
        '≤' => "<=",
        '≠' => "!=",
        '→' => "->",
        '←' => "<-",
        '↑' => "^",
        '↓' => "v",
        _ => return None,
    })
}

fn push_decomposed(character: char, ascii: &mut String) {
    let start = ascii.len();
    let mut is_mark = is_combining_mark(character);
    decompose_compatible(character, |part| match part {
        part if part.is_ascii() => ascii.push(part),
        FRACTION_SLASH => ascii.push('/'),
        part => is_mark |= is_combining_mark(part),
    });
    // A mark of its own belongs to the letter before it.
    if ascii.len() == start && !is_mark {
        ascii.push(if character.is_whitespace() { ' ' } else { UNKNOWN });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_lose_their_marks() {
        for (text, ascii) in [
            ("Guéret", "Gueret"),
            ("Gue\u{301}ret", "Gueret"),
            ("Saint-Étienne", "Saint-Etienne"),
            ("l’œuvre", "l'oeuvre"),
            ("12\u{a0}000\u{202f}km²", "12 000 km2"),
            ("5 ½ … →", "5 1/2 ... ->"),
            ("漢字", "??"),
            ("\u{1b}[1mé\u{1b}[m\n", "\u{1b}[1me\u{1b}[m\n"),
        ] {
            assert_eq!(transliterate(text), ascii, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_text_becomes_ascii_and_ascii_stays(text in any::<String>()) {
            let ascii = transliterate(&text);
            prop_assert!(ascii.is_ascii());
            prop_assert_eq!(transliterate(&ascii), ascii);
            prop_assert!(transliterate_cell(&text).is_ascii());
        }
    }
}

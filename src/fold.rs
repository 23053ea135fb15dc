//! Folds texts, so that data and queries compare regardless of case, accents and hyphens.
//!
//! A folded text has lower-case letters without marks, and digits, in words
//! separated by single spaces. `Saint-Étienne`, `st etienne` and `SAINT ETIENNE`
//! (composed or not) all fold to `saint etienne`.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A folded text that maps each of its bytes to a part of the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, its byte range in the original.
    origins: Vec<Range<usize>>,
}

impl Folded {
    /// Returns the folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the byte range of the original for a byte range of the folded text.
    ///
    /// Both ends lie on character boundaries. The combining marks of a letter
    /// belong to it, and each letter of `saint` stands for all of `st`.
    ///
    /// Returns `None` if `range` is empty or reaches beyond the text.
    pub fn original(&self, range: Range<usize>) -> Option<Range<usize>> {
        let origins = self.origins.get(range)?;
        Some(origins.first()?.start..origins.last()?.end)
    }
}

/// Keeps the origin of each byte of a text while that is folded, or does not.
trait Origins {
    /// Sets the origin of all bytes up to the length `len` of the folded text that have none.
    fn extend_to(&mut self, len: usize, origin: &Range<usize>);

    /// Adds a mark or an invisible character at byte `at` to the origin of the character before it.
    fn extend_last(&mut self, at: usize, end: usize);

    /// Replaces the origins from byte `start` on by their union, for `len` bytes of the folded text in all.
    fn join_from(&mut self, start: usize, len: usize);
}

impl Origins for Vec<Range<usize>> {
    fn extend_to(&mut self, len: usize, origin: &Range<usize>) {
        self.resize(len, origin.clone());
    }

    fn extend_last(&mut self, at: usize, end: usize) {
        for origin in self.iter_mut().rev().take_while(|origin| origin.end == at) {
            origin.end = end;
        }
    }

    fn join_from(&mut self, start: usize, len: usize) {
        let Some([first, .., last]) = self.get(start..) else { return };
        let origin = first.start..last.end;
        self.truncate(start);
        self.extend_to(len, &origin);
    }
}

/// The origins of a text that are not recorded.
struct Unrecorded;

impl Origins for Unrecorded {
    fn extend_to(&mut self, _: usize, _: &Range<usize>) {}
    fn extend_last(&mut self, _: usize, _: usize) {}
    fn join_from(&mut self, _: usize, _: usize) {}
}

/// Folds a text and records the part of the original for each part of it.
///
/// The text is decomposed (NFKD), loses its marks and becomes lower case; `œ`
/// and the like become two letters. Whatever is neither letter nor digit
/// separates words. The words `st` and `ste` become `saint` and `sainte`.
///
/// Folding is idempotent.
///
/// ```
/// let folded = cites_emploi::search::fold("St-Étienne");
/// assert_eq!(folded.text(), "saint etienne");
/// assert_eq!(folded.original(6..7), Some(3..5)); // the É
/// ```
pub fn fold(text: &str) -> Folded {
    let mut origins = Vec::with_capacity(text.len());
    let text = fold_recording(text, &mut origins);
    Folded { text, origins }
}

fn fold_recording(text: &str, origins: &mut impl Origins) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word_start = 0;
    let mut gap: Option<Range<usize>> = None;
    for (at, character) in text.char_indices() {
        let origin = at..at + character.len_utf8();
        if !character.is_ascii() && (is_combining_mark(character) || is_invisible(character)) {
            match &mut gap {
                Some(gap) => gap.end = origin.end,
                None => origins.extend_last(at, origin.end),
            }
            continue;
        }
        for_each_letter(character, |letter| match letter {
            Some(letter) => {
                if let Some(gap) = gap.take().filter(|_| !folded.is_empty()) {
                    folded.push(' ');
                    origins.extend_to(folded.len(), &gap);
                    word_start = folded.len();
                }
                folded.push(letter);
                origins.extend_to(folded.len(), &origin);
            }
            None => match &mut gap {
                Some(gap) => gap.end = origin.end,
                None => {
                    expand_word(&mut folded, word_start, origins);
                    gap = Some(origin.clone());
                }
            },
        });
    }
    if gap.is_none() {
        expand_word(&mut folded, word_start, origins);
    }
    folded
}

/// Replaces the word from byte `start` on with its long form, if it is an abbreviation. Each letter then stands for all
/// of it.
fn expand_word(folded: &mut String, start: usize, origins: &mut impl Origins) {
    if let Some(full) = folded.get(start..).and_then(full_word) {
        folded.replace_range(start.., full);
        origins.join_from(start, folded.len());
    }
}

/// Folds a text without recording the original of its parts.
pub fn fold_text(text: &str) -> String {
    if !text.is_ascii() {
        return fold_recording(text, &mut Unrecorded);
    }
    let mut folded = String::with_capacity(text.len() + 4);
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let start = folded.len();
        folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        if let Some(full) = folded.get(start..).and_then(full_word) {
            folded.truncate(start);
            folded.push_str(full);
        }
    }
    folded
}

/// Folds a text that is still being typed, and returns its possible readings, the longer one first.
///
/// Its last word may be complete (`st` for Saint-Étienne) or just begun (`st`
/// for Strasbourg). The list is empty if folding leaves nothing of the text.
pub fn fold_typed(text: &str) -> Vec<String> {
    let whole = fold_text(text);
    let begun = ["sainte", "saint"].into_iter().zip(["ste", "st"]).find_map(|(full, short)| {
        let before = whole.strip_suffix(full).filter(|before| before.is_empty() || before.ends_with(' '))?;
        // Anything longer than the abbreviation, such as `saint` itself, is not one.
        let typed = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = typed.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        last.eq_ignore_ascii_case(short).then(|| format!("{before}{short}"))
    });
    [whole].into_iter().chain(begun).filter(|reading| !reading.is_empty()).collect()
}

/// Returns the long form of an abbreviated word in a folded text.
fn full_word(word: &str) -> Option<&'static str> {
    match word {
        "st" => Some("saint"),
        "ste" => Some("sainte"),
        _ => None,
    }
}

/// Calls `emit` with each folded letter or digit of a character, and with `None` for a separator of words.
fn for_each_letter(character: char, mut emit: impl FnMut(Option<char>)) {
    if character.is_ascii() {
        return emit(character.is_ascii_alphanumeric().then_some(character.to_ascii_lowercase()));
    }
    decompose_compatible(character, |part| {
        if is_combining_mark(part) {
            return;
        }
        for letter in part.to_lowercase().filter(|letter| !is_combining_mark(*letter)) {
            match letter {
                'œ' => ['o', 'e'].map(Some).into_iter().for_each(&mut emit),
                'æ' => ['a', 'e'].map(Some).into_iter().for_each(&mut emit),
                'ß' => ['s', 's'].map(Some).into_iter().for_each(&mut emit),
                'þ' => ['t', 'h'].map(Some).into_iter().for_each(&mut emit),
                'ø' => emit(Some('o')),
                'đ' | 'ð' => emit(Some('d')),
                'ł' => emit(Some('l')),
                'ı' => emit(Some('i')),
                _ => emit(letter.is_alphanumeric().then_some(letter)),
            }
        }
    });
}

/// Returns whether a character has no width and may be inside a word: soft hyphens, joiners, direction marks.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn folding_leaves_letters_and_digits_in_words() {
        for (text, folded) in [
            ("Saint-Étienne", "saint etienne"),
            ("ST ÉTIENNE", "saint etienne"),
            ("Pont-Ste-Marie", "pont sainte marie"),
            ("Best-of St.", "best of saint"),
            ("Vandœuvre-lès-Nancy", "vandoeuvre les nancy"),
            ("VANDŒUVRE", "vandoeuvre"),
            ("CA Val d'Yerres", "ca val d yerres"),
            ("CA Val d’Yerres", "ca val d yerres"),
            ("L'Haÿ-les-Roses", "l hay les roses"),
            ("Mons\u{2011}en\u{2013}Barœul", "mons en baroeul"),
            ("Straße  /  Łódź", "strasse lodz"),
            ("CC Coeur d'Ostrevent (CCCO)", "cc coeur d ostrevent ccco"),
            ("Bor\u{200b}de\u{ad}aux", "bordeaux"),
            (" - ", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text).text(), folded, "{text:?}");
            assert_eq!(fold_text(text), folded, "{text:?}");
            assert_eq!(fold_text(&text.nfd().collect::<String>()), folded, "{text:?} decomposed");
        }
    }

    #[test]
    fn a_folded_range_leads_back_to_the_original() {
        let text = "Pont-Ste-Marie E\u{301}lan œuf";
        let folded = fold(text);
        let back = |part: &str| {
            let start = folded.text().find(part).expect("a part");
            folded.original(start..start + part.len()).and_then(|range| text.get(range))
        };
        assert_eq!(folded.text(), "pont sainte marie elan oeuf");
        assert_eq!(back("ain"), Some("Ste"));
        assert_eq!(back("sainte marie"), Some("Ste-Marie"));
        assert_eq!(back("e e"), Some("e E\u{301}"));
        assert_eq!(back("oe"), Some("œ"));
        assert_eq!(folded.original(3..3), None);
        assert_eq!(folded.original(0..99), None);
    }

    #[test]
    fn a_last_word_may_be_whole_or_only_begun() {
        let readings = |text: &str| fold_typed(text).join("|");
        assert_eq!(readings("st"), "saint|st");
        assert_eq!(readings("La STE"), "la sainte|la ste");
        assert_eq!(readings("saint"), "saint");
        assert_eq!(readings("str"), "str");
        assert_eq!(readings("best"), "best");
        assert_eq!(readings("'"), "");
    }

    #[test]
    fn every_character_folds_to_what_folds_to_itself() {
        for character in '\0'..=char::MAX {
            let once = fold_text(&character.to_string());
            assert_eq!(fold_text(&once), once, "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".*") {
            let once = fold_text(&text);
            prop_assert_eq!(&fold_text(&once), &once);
            prop_assert_eq!(fold(&text).text, once);
        }

        #[test]
        fn every_range_of_whole_characters_leads_back_to_whole_characters(text in "([ -~]|st |œ|É|E\u{301}|.){0,20}") {
            let folded = fold(&text);
            let bounds: Vec<usize> = folded.text().char_indices().map(|(at, _)| at).chain([folded.text().len()]).collect();
            for window in bounds.windows(2) {
                let range = folded.original(window[0]..window[1]).expect("a range");
                let original = text.get(range).expect("character boundaries");
                let letter = &folded.text()[window[0]..window[1]];
                prop_assert!(fold_text(original).contains(letter.trim()), "{:?} of {:?}", letter, original);
            }
            if let (Some(first), Some(last)) = (bounds.first(), bounds.last())
                && let Some(whole) = folded.original(*first..*last) {
                prop_assert_eq!(fold_text(&text[whole]), folded.text(), "the range of all holds all");
            }
        }

        #[test]
        fn plain_ascii_takes_the_short_way_to_the_same_end(text in "[ -~]{0,30}") {
            prop_assert_eq!(fold_text(&text), fold(&text).text);
        }
    }
}

//! Grades how well a folded text matches a needle: the only file that uses fuzzy-matcher.
//!
//! Most texts are ruled out by a mask of their letters, most of the others by
//! a byte search; fuzzy-matcher sees only names with all letters in order.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::abbreviation;
use super::query::{MatchKind, Needle};

/// The grade of a match, from 0, none, to 255. [`SCATTERED`] and less is no match.
pub(super) type Grade = u8;

/// The letters are there in this order, but too far apart.
pub(super) const SCATTERED: Grade = 1;
/// The best grade of a text that holds the needle with letters left out.
pub(super) const MAX_FUZZY: Grade = 60;

// The grades of a text that holds the needle literally. Up to `MAX_SHARE` is
// added to each, in proportion to how much of the text the needle is.
const INSIDE: Grade = 100;
pub(super) const WORD_START: Grade = 160;
const START: Grade = 180;
pub(super) const WORDS: Grade = 200;
const FIRST_WORDS: Grade = 220;
const WHOLE: Grade = 240;
const MAX_SHARE: Grade = 9;

/// The step between two grades must be larger than what is added to the lower one.
const _: () = {
    assert!(SCATTERED < MAX_FUZZY && MAX_FUZZY < INSIDE && WHOLE <= Grade::MAX - MAX_SHARE);
    assert!(INSIDE + MAX_SHARE < WORD_START && WORD_START + MAX_SHARE < START && START + MAX_SHARE < WORDS);
    assert!(WORDS + MAX_SHARE < FIRST_WORDS && FIRST_WORDS + MAX_SHARE < WHOLE);
};

/// Bytes of the longest folded text in which letters may be left out; names are shorter.
const MAX_NAME_LEN: usize = 120;

/// The score of fuzzy-matcher that a scattered needle needs, as numerator and
/// denominator of a share of what it would score in itself.
const MIN_FUZZY_SHARE: (i64, i64) = (2, 3);

/// The letters in a text, one bit each. A needle with a letter that a text lacks is not in it.
pub(super) type Letters = u32;

/// Returns the letters of a folded text: `a` to `z`, five pairs of digits, and one bit for all others.
pub(super) fn letters(text: &str) -> Letters {
    text.bytes().fold(0, |letters, byte| {
        letters
            | match byte {
                b'a'..=b'z' => 1 << (byte - b'a'),
                b'0'..=b'9' => 1 << (26 + (byte - b'0') / 2),
                b' ' => 0,
                _ => 1 << 31,
            }
    })
}

/// A needle made ready to be matched against many texts.
pub(super) struct Matcher {
    readings: Vec<Reading>,
    kind: MatchKind,
    skim: SkimMatcherV2,
}

struct Reading {
    text: String,
    letters: Letters,
    finder: Finder<'static>,
    /// The least that fuzzy-matcher must score.
    min_score: i64,
    /// Its score if a text begins with the needle.
    max_score: i64,
}

impl Matcher {
    /// Prepares a needle.
    pub fn new(needle: &Needle) -> Self {
        let skim = SkimMatcherV2::default();
        let (numerator, denominator) = MIN_FUZZY_SHARE;
        let readings = needle.readings.iter().map(|text| {
            let max_score = skim.fuzzy_match(text, text).unwrap_or_default();
            Reading {
                text: text.clone(),
                letters: letters(text),
                finder: Finder::new(text).into_owned(),
                min_score: max_score * numerator / denominator,
                max_score,
            }
        });
        let kind = match needle.kind {
            MatchKind::Fuzzy if needle.is_number() => MatchKind::WordPrefix,
            kind => kind,
        };
        Self { readings: readings.collect(), kind, skim }
    }

    /// Returns whether the needle may stand for a name without being in it.
    pub fn may_scatter(&self) -> bool {
        matches!(self.kind, MatchKind::Fuzzy | MatchKind::Abbreviation)
    }

    /// Finds each reading of the needle literally in some bytes: its ranges, in order.
    pub fn find_each<'m>(
        &'m self,
        bytes: &'m [u8],
    ) -> impl Iterator<Item = impl Iterator<Item = Range<usize>> + 'm> {
        self.readings.iter().map(|reading| {
            let width = reading.text.len();
            reading.finder.find_iter(bytes).map(move |at| at..at + width)
        })
    }

    /// Grades a folded text that contains the needle in the range `at`; 0 if that is not its
    /// required position.
    pub fn grade_at(&self, text: &[u8], at: &Range<usize>) -> Grade {
        let starts = at.start == 0;
        let ends = at.end == text.len();
        let starts_word = starts_word(text, at.start);
        let ends_word = ends || text.get(at.end) == Some(&b' ');
        let counts = match self.kind {
            MatchKind::Substring => true,
            MatchKind::WordPrefix | MatchKind::Fuzzy => starts_word,
            MatchKind::Words => starts_word && ends_word,
            MatchKind::Abbreviation => false,
            MatchKind::Prefix => starts,
            MatchKind::Suffix => ends,
            MatchKind::Exact => starts && ends,
        };
        let grade = match (starts, starts_word, ends_word) {
            _ if !counts => return 0,
            (true, _, true) if ends => WHOLE,
            (true, _, true) => FIRST_WORDS,
            (false, true, true) => WORDS,
            (true, _, false) => START,
            (false, true, false) => WORD_START,
            (false, false, _) => INSIDE,
        };
        let share = at.len() * usize::from(MAX_SHARE) / text.len().max(1);
        grade + Grade::try_from(share).unwrap_or(MAX_SHARE).min(MAX_SHARE)
    }

    /// Grades a folded text that holds the needle literally; 0 if it does not.
    pub fn grade(&self, text: &str) -> Grade {
        let text = text.as_bytes();
        self.find_each(text).flatten().map(|at| self.grade_at(text, &at)).max().unwrap_or_default()
    }

    /// Returns whether a name with these letters can contain the needle with letters left out.
    pub fn may_match(&self, letters: Letters) -> bool {
        self.readings.iter().any(|reading| reading.letters & !letters == 0)
    }

    /// Grades a folded name that the needle may stand for, up to [`MAX_FUZZY`]: [`SCATTERED`] if one of its words has
    /// the letters, but too far apart, 0 if none has.
    pub fn grade_scattered(&self, name: &str) -> Grade {
        if name.len() > MAX_NAME_LEN {
            return 0;
        }
        let grade = |reading: &Reading| match self.kind {
            MatchKind::Abbreviation => abbreviation::grade(&reading.text, name),
            _ => self.best_word(reading, name).map_or(0, |(grade, _)| grade),
        };
        self.readings.iter().map(grade).max().unwrap_or_default()
    }

    /// Returns the grade and the range of the word that holds the letters of a reading best.
    fn best_word(&self, reading: &Reading, name: &str) -> Option<(Grade, Range<usize>)> {
        let words = words(name).filter(|word| {
            name.get(word.clone())
                .is_some_and(|word| holds_in_order(word.as_bytes(), reading.text.as_bytes()))
        });
        let graded = words.map(|word| {
            let text = name.get(word.clone()).unwrap_or_default();
            let grade = match self.skim.fuzzy_match(text, &reading.text) {
                Some(score) if score >= reading.min_score => {
                    let share = score * i64::from(MAX_FUZZY) / reading.max_score.max(1);
                    Grade::try_from(share).unwrap_or(MAX_FUZZY).clamp(SCATTERED + 1, MAX_FUZZY)
                }
                _ => SCATTERED,
            };
            (grade, word)
        });
        graded.max_by_key(|(grade, _)| *grade)
    }

    fn scattered_ranges_of(&self, reading: &Reading, name: &str) -> Vec<Range<usize>> {
        if self.kind == MatchKind::Abbreviation {
            return abbreviation::ranges(&reading.text, name);
        }
        let Some((_, word)) = self.best_word(reading, name) else { return Vec::new() };
        let text = name.get(word.clone()).unwrap_or_default();
        let indices = self.skim.fuzzy_indices(text, &reading.text).map(|(_, indices)| indices);
        let ranges = ranges_of_characters(text, &indices.unwrap_or_default()).into_iter();
        ranges.map(|range| range.start + word.start..range.end + word.start).collect()
    }

    /// Returns the bytes of a folded text that match literally, in order.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        self.find_each(text.as_bytes())
            .flatten()
            .filter(|at| self.grade_at(text.as_bytes(), at) > 0)
            .collect()
    }

    /// Returns the bytes of a name that the letters of the needle stand for.
    pub fn scattered_ranges(&self, name: &str) -> Vec<Range<usize>> {
        let found = self.readings.iter().map(|reading| self.scattered_ranges_of(reading, name));
        found.max_by_key(Vec::len).unwrap_or_default()
    }
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| text.get(before) == Some(&b' '))
}

/// Returns the byte ranges of the words of a folded text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = memchr::memchr_iter(b' ', text.as_bytes()).chain([text.len()]);
    ends.scan(0, |start, end| {
        let word = *start..end;
        *start = end + 1;
        Some(word)
    })
}

/// Returns whether a word begins with the first byte of `needle` and contains the others in order.
fn holds_in_order(word: &[u8], needle: &[u8]) -> bool {
    let (Some((first, others)), Some((start, mut rest))) = (needle.split_first(), word.split_first()) else {
        return false;
    };
    start == first
        && others.iter().all(|byte| match memchr::memchr(*byte, rest) {
            Some(at) => {
                rest = rest.get(at + 1..).unwrap_or_default();
                true
            }
            None => false,
        })
}

/// Returns the byte ranges of the characters with these sorted indices, neighbours in one range.
fn ranges_of_characters(text: &str, indices: &[usize]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let chosen = text.char_indices().enumerate().filter(|(index, _)| indices.binary_search(index).is_ok());
    for (_, (at, character)) in chosen {
        let end = at + character.len_utf8();
        match ranges.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = end,
            None => ranges.push(at..end),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;
    use crate::search::query::{Query, Test};
    use proptest::prelude::*;

    fn matcher(text: &str) -> Matcher {
        let query = Query::parse(text);
        match &query.groups()[0][0].test {
            Test::Free(needle) => Matcher::new(needle),
            other => panic!("{text:?} is {other:?}"),
        }
    }

    #[test]
    fn a_better_position_gives_a_better_grade() {
        let grades = ["lille", "lille metropole", "ville de lille", "lillers", "pays de lillers"]
            .map(|text| matcher("lille").grade(text));
        assert!(grades.is_sorted_by(|a, b| a > b), "{grades:?}");
        assert!(grades[4] > MAX_FUZZY, "a literal match is better than any with letters left out");
    }

    #[test]
    fn a_needle_matches_only_at_its_required_position() {
        for (needle, found, not_found) in [
            ("'enis", "saint denis", "saint dennis"),
            ("^saint", "saint denis", "pre saint gervais"),
            ("denis$", "saint denis", "denis papin"),
            ("^denis$", "denis", "saint denis"),
            ("35", "35238", "a1358"),
        ] {
            assert!(matcher(needle).grade(found) > 0, "{needle} in {found}");
            assert_eq!(matcher(needle).grade(not_found), 0, "{needle} in {not_found}");
        }
    }

    /// Returns a matcher that lets letters be left out.
    fn lenient(text: &str) -> Matcher {
        Matcher::new(&Needle::of(&fold_text(text), MatchKind::Fuzzy))
    }

    #[test]
    fn letters_may_be_left_out_of_one_word() {
        for (needle, name) in [
            ("bdx", "bordeaux rive droite"),
            ("lmoges", "limoges metropole"),
            ("mtrpl", "rennes metropole"),
            ("etiene", "saint etienne"),
        ] {
            assert!(lenient(needle).grade_scattered(name) > SCATTERED, "{needle} for {name}");
        }
        for (needle, name) in [
            ("mantes", "rennes metropole"),
            ("etienne", "ca de saint quentin en yvelines"),
            ("gpe", "grand paris est"),
            ("bobigny", "bois de bleville et grigny"),
        ] {
            assert!(lenient(needle).grade_scattered(name) <= SCATTERED, "{needle} for {name}");
        }
    }

    #[test]
    fn the_parts_that_match_are_those_that_count() {
        assert_eq!(matcher("sa").ranges("saint sauveur"), [0..2, 6..8]);
        assert_eq!(matcher("^sa").ranges("saint sauveur").len(), 1);
        assert_eq!(lenient("bdx").scattered_ranges("rive bordeaux"), [5..6, 8..9, 12..13]);
    }

    proptest! {
        #[test]
        fn texts_ruled_out_early_do_not_match(needle in "[a-e]{1,4}", name in "[a-e ]{0,12}|\\PC{0,8}") {
            let (lenient, name) = (lenient(&needle), fold_text(&name));
            if format!(" {name}").contains(&format!(" {needle}")) {
                prop_assert!(matcher(&needle).grade(&name) > 0);
                prop_assert!(lenient.may_match(letters(&name)));
            }
            if lenient.grade_scattered(&name) > SCATTERED {
                prop_assert!(lenient.may_match(letters(&name)));
                let ranges = lenient.scattered_ranges(&name);
                let shown: String = ranges.into_iter().filter_map(|range| name.get(range)).collect();
                prop_assert_eq!(shown, needle);
            }
        }
    }
}

//! How well a folded text matches a needle: the only file that names fuzzy-matcher.
//!
//! Most texts are dropped by a mask of their letters, most of the rest by a
//! byte search; fuzzy-matcher sees only names that hold all letters in order.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::query::{MatchKind, Needle};

/// How well a text matches: 0 is not at all, 1 is letters too scattered to count as a find.
pub(super) type Grade = u8;

/// The letters are there in this order, but too far apart.
pub(super) const SCATTERED: Grade = 1;

/// The grades of a text that holds the needle letter by letter; up to 9 are
/// added for how much of the text it is.
const WHOLE: Grade = 240;
const FIRST_WORDS: Grade = 220;
const WORDS: Grade = 200;
const START: Grade = 180;
pub(super) const WORD_START: Grade = 160;
const INSIDE: Grade = 100;
/// What a fuzzy find gets at best.
const FUZZY_MOST: Grade = 60;

/// A name is not longer than this, in bytes; what is longer is not searched for scattered letters.
const LONGEST_NAME: usize = 120;

/// Scattered letters lie within this many times the length of their needle.
const WIDEST: usize = 3;

/// Letters in a text, one bit each: what a needle needs and a text lacks rules it out.
pub(super) type Letters = u32;

/// The letters of a folded text: `a` to `z`, five pairs of digits, all others.
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

/// A needle made ready to be looked for in many texts.
pub(super) struct Matcher {
    readings: Vec<Reading>,
    kind: MatchKind,
    skim: SkimMatcherV2,
}

struct Reading {
    text: String,
    letters: Letters,
    finder: Finder<'static>,
    /// What fuzzy-matcher must score at least.
    least: i64,
    /// What it scores where the needle stands at the start of a text.
    best: i64,
}

impl Matcher {
    /// Prepares a needle.
    pub fn new(needle: &Needle) -> Self {
        let skim = SkimMatcherV2::default();
        let readings = needle.readings.iter().map(|text| {
            let best = skim.fuzzy_match(text, text).unwrap_or_default();
            Reading {
                text: text.clone(),
                letters: letters(text),
                finder: Finder::new(text).into_owned(),
                least: best * 2 / 3,
                best,
            }
        });
        // Numbers are taken by the digit, from the start of a word.
        let kind = match needle.kind {
            MatchKind::Fuzzy if needle.is_number() => MatchKind::WordPrefix,
            kind => kind,
        };
        Self { readings: readings.collect(), kind, skim }
    }

    /// Whether letters may be left out of it.
    pub fn may_scatter(&self) -> bool {
        self.kind == MatchKind::Fuzzy
    }

    /// For each reading of the needle, its places in some bytes, letter by letter and in order.
    pub fn find_each<'m>(
        &'m self,
        bytes: &'m [u8],
    ) -> impl Iterator<Item = impl Iterator<Item = Range<usize>> + 'm> {
        self.readings.iter().map(|reading| {
            let width = reading.text.len();
            reading.finder.find_iter(bytes).map(move |at| at..at + width)
        })
    }

    /// The grade of a folded text that holds the needle `at` some place; 0 where it must stand elsewhere.
    pub fn grade_at(&self, text: &[u8], at: &Range<usize>) -> Grade {
        let starts = at.start == 0;
        let ends = at.end == text.len();
        let starts_word = starts_word(text, at.start);
        let ends_word = ends || text.get(at.end) == Some(&b' ');
        let counts = match self.kind {
            MatchKind::Fuzzy | MatchKind::Substring => true,
            MatchKind::WordPrefix => starts_word,
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
        let share = at.len() * 9 / text.len().max(1);
        grade.saturating_add(Grade::try_from(share).unwrap_or_default())
    }

    /// How well a folded text matches letter by letter.
    pub fn grade(&self, text: &str) -> Grade {
        let text = text.as_bytes();
        self.find_each(text).flatten().map(|at| self.grade_at(text, &at)).max().unwrap_or_default()
    }

    /// Whether a name with these letters can hold the needle with letters left out.
    pub fn may_match(&self, letters: Letters) -> bool {
        self.readings.iter().any(|reading| reading.letters & !letters == 0)
    }

    /// How well a folded name matches with letters left out: [`SCATTERED`]
    /// where they are there but too far apart, 0 where they are not.
    pub fn grade_scattered(&self, name: &str) -> Grade {
        if name.len() > LONGEST_NAME {
            return 0;
        }
        let grades = self.readings.iter().map(|reading| {
            if !holds_in_order(name.as_bytes(), reading.text.as_bytes()) {
                return 0;
            }
            match self.skim.fuzzy_match(name, &reading.text) {
                Some(score) if score >= reading.least && self.abbreviates(reading, name) => {
                    let share = score * i64::from(FUZZY_MOST) / reading.best.max(1);
                    Grade::try_from(share).unwrap_or(FUZZY_MOST).clamp(SCATTERED + 1, FUZZY_MOST)
                }
                _ => SCATTERED,
            }
        });
        grades.max().unwrap_or_default()
    }

    /// Whether the letters stand as in an abbreviation: the first at the start
    /// of a word; each other next to the one before, in the same word, or at the
    /// start of a word; all of them initials, or close together.
    fn abbreviates(&self, reading: &Reading, text: &str) -> bool {
        let ranges = self.fuzzy_ranges(reading, text);
        let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return false };
        let initial = |run: &Range<usize>| starts_word(text.as_bytes(), run.start);
        let in_same_word = |pair: &[Range<usize>]| match pair {
            [before, run] => text.get(before.end..run.start).is_some_and(|gap| !gap.contains(' ')),
            _ => false,
        };
        let stands = initial(first)
            && ranges.windows(2).all(|pair| in_same_word(pair) || pair.last().is_some_and(initial));
        let initials = ranges
            .iter()
            .all(|run| initial(run) && text.get(run.clone()).is_some_and(|run| run.chars().count() == 1));
        stands && (initials || last.end - first.start <= WIDEST * reading.text.len())
    }

    fn fuzzy_ranges(&self, reading: &Reading, text: &str) -> Vec<Range<usize>> {
        let indices = self.skim.fuzzy_indices(text, &reading.text).map(|(_, indices)| indices);
        ranges_of_characters(text, &indices.unwrap_or_default())
    }

    /// The bytes of a folded text that match letter by letter, in order.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        self.find_each(text.as_bytes())
            .flatten()
            .filter(|at| self.grade_at(text.as_bytes(), at) > 0)
            .collect()
    }

    /// The bytes of a name that match where the letters are scattered.
    pub fn scattered_ranges(&self, name: &str) -> Vec<Range<usize>> {
        let found = self.readings.iter().map(|reading| self.fuzzy_ranges(reading, name));
        found.max_by_key(Vec::len).unwrap_or_default()
    }
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| text.get(before) == Some(&b' '))
}

/// Whether `text` holds the bytes of `needle` in their order, the first at the start of a word.
fn holds_in_order(text: &[u8], needle: &[u8]) -> bool {
    let Some((first, others)) = needle.split_first() else { return false };
    let start = memchr::memchr_iter(*first, text).find(|at| starts_word(text, *at));
    let Some(mut rest) = start.and_then(|start| text.get(start + 1..)) else { return false };
    others.iter().all(|wanted| match memchr::memchr(*wanted, rest) {
        Some(at) => {
            rest = rest.get(at + 1..).unwrap_or_default();
            true
        }
        None => false,
    })
}

/// The bytes of some characters, runs of neighbours joined.
fn ranges_of_characters(text: &str, indices: &[usize]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let chosen = text.char_indices().enumerate().filter(|(number, _)| indices.binary_search(number).is_ok());
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
            Test::Filter(..) => panic!("{text:?} is a filter"),
        }
    }

    #[test]
    fn the_better_the_place_the_better_the_grade() {
        let grades = ["lille", "lille metropole", "ville de lille", "lillers", "pays de lillers", "halilles"]
            .map(|text| matcher("lille").grade(text));
        assert!(grades.is_sorted_by(|a, b| a > b), "{grades:?}");
        assert!(grades[5] > FUZZY_MOST, "a find letter by letter is better than any with letters left out");
    }

    #[test]
    fn a_needle_stands_only_where_it_must() {
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

    #[test]
    fn letters_may_be_left_out_as_in_an_abbreviation() {
        for (needle, name) in [
            ("bdx", "bordeaux rive droite"),
            ("gpe", "grand paris est"),
            ("lmoges", "limoges metropole"),
            ("mtrpl", "rennes metropole"),
            ("etiene", "saint etienne"),
        ] {
            assert!(matcher(needle).grade_scattered(name) > SCATTERED, "{needle} for {name}");
        }
        for (needle, name) in [
            ("etienne", "ca de saint quentin en yvelines"),
            ("quentin", "quartier prioritaire de montigny en ostrevent"),
            ("bobigny", "bois de bleville et grigny"),
        ] {
            assert!(matcher(needle).grade_scattered(name) <= SCATTERED, "{needle} for {name}");
        }
    }

    #[test]
    fn the_parts_that_match_are_those_that_count() {
        assert_eq!(matcher("sa").ranges("saint sauveur"), [0..2, 6..8]);
        assert_eq!(matcher("^sa").ranges("saint sauveur").len(), 1);
        assert_eq!(matcher("bdx").scattered_ranges("bordeaux"), [0..1, 3..4, 7..8]);
    }

    proptest! {
        #[test]
        fn what_is_ruled_out_early_would_not_have_been_found(needle in "[a-e]{1,4}", name in "[a-e ]{0,12}|\\PC{0,8}") {
            let (matcher, name) = (matcher(&needle), fold_text(&name));
            let reading = &matcher.readings[0];
            let found = matcher.skim.fuzzy_match(&name, &needle).is_some_and(|score| score >= reading.least);
            if found && matcher.abbreviates(reading, &name) {
                prop_assert!(matcher.may_match(letters(&name)));
                prop_assert!(matcher.grade_scattered(&name) > SCATTERED);
            }
            if name.contains(&needle) {
                prop_assert!(matcher.grade(&name) > 0);
                prop_assert!(matcher.may_match(letters(&name)));
            }
            if matcher.grade_scattered(&name) > SCATTERED {
                let ranges = matcher.scattered_ranges(&name);
                let shown: String = ranges.into_iter().filter_map(|range| name.get(range)).collect();
                prop_assert_eq!(shown, needle);
            }
        }
    }
}

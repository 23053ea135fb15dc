//! How well a folded text matches a needle: the only file that names fuzzy-matcher.
//!
//! Most texts are dropped by a mask of their letters, most of the rest by a
//! byte search; fuzzy-matcher sees only names that hold all letters in order.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::query::{Needle, Place};

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
    place: Place,
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
        let place = match needle.place {
            Place::Fuzzy if needle.is_number() => Place::WordStart,
            place => place,
        };
        Self { readings: readings.collect(), place, skim }
    }

    /// Whether a text with these letters can match at all.
    pub fn may_match(&self, letters: Letters) -> bool {
        self.readings.iter().any(|reading| reading.letters & !letters == 0)
    }

    /// How well a folded text matches letter by letter; [`SCATTERED`] where it
    /// `is_name` and has the letters in their order.
    pub fn grade(&self, text: &str, is_name: bool) -> Grade {
        let scatters = self.place == Place::Fuzzy && is_name && text.len() <= LONGEST_NAME;
        let grades = self.readings.iter().map(|reading| {
            let literal = self.places(reading, text).map(|at| grade_at(text, &at)).max();
            literal
                .unwrap_or_else(|| Grade::from(scatters && holds_in_order(text, &reading.text)) * SCATTERED)
        });
        grades.max().unwrap_or_default()
    }

    /// How well a name matches that has the letters scattered: [`SCATTERED`] where it does not.
    pub fn grade_scattered(&self, name: &str) -> Grade {
        let grades = self.readings.iter().map(|reading| match self.skim.fuzzy_match(name, &reading.text) {
            Some(score) if score >= reading.least && self.abbreviates(reading, name) => {
                let share = score * i64::from(FUZZY_MOST) / reading.best.max(1);
                Grade::try_from(share).unwrap_or(FUZZY_MOST).clamp(SCATTERED + 1, FUZZY_MOST)
            }
            _ => SCATTERED,
        });
        grades.max().unwrap_or(SCATTERED)
    }

    /// Whether the letters stand as in an abbreviation: the first at the start
    /// of a word; each other next to the one before, in the same word, or at the
    /// start of a word; all of them initials, or close together.
    fn abbreviates(&self, reading: &Reading, text: &str) -> bool {
        let ranges = self.fuzzy_ranges(reading, text);
        let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return false };
        let initial = |run: &Range<usize>| starts_word(text, run.start);
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

    /// Where a reading stands, letter by letter, in a place that counts.
    fn places<'m>(&'m self, reading: &'m Reading, text: &'m str) -> impl Iterator<Item = Range<usize>> + 'm {
        let width = reading.text.len();
        let found = reading.finder.find_iter(text.as_bytes()).map(move |at| at..at + width);
        found.filter(move |at| match self.place {
            Place::Fuzzy | Place::Inside => true,
            Place::WordStart => starts_word(text, at.start),
            Place::Start => at.start == 0,
            Place::End => at.end == text.len(),
            Place::Whole => at.start == 0 && at.end == text.len(),
        })
    }

    /// The bytes of a folded text that match letter by letter, in order.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        self.readings.iter().flat_map(|reading| self.places(reading, text)).collect()
    }

    /// The bytes of a name that match where the letters are scattered.
    pub fn scattered_ranges(&self, name: &str) -> Vec<Range<usize>> {
        let found = self.readings.iter().map(|reading| self.fuzzy_ranges(reading, name));
        found.max_by_key(Vec::len).unwrap_or_default()
    }
}

/// The grade of a text that holds the needle at some place.
fn grade_at(text: &str, at: &Range<usize>) -> Grade {
    let starts = at.start == 0;
    let ends_word = at.end == text.len() || text.as_bytes().get(at.end) == Some(&b' ');
    let grade = match (starts, starts_word(text, at.start), ends_word) {
        (true, _, true) if at.end == text.len() => WHOLE,
        (true, _, true) => FIRST_WORDS,
        (false, true, true) => WORDS,
        (true, _, false) => START,
        (false, true, false) => WORD_START,
        (false, false, _) => INSIDE,
    };
    let share = at.len() * 9 / text.len().max(1);
    grade.saturating_add(Grade::try_from(share).unwrap_or_default())
}

fn starts_word(text: &str, at: usize) -> bool {
    at == 0 || text.as_bytes().get(at - 1) == Some(&b' ')
}

/// Whether `text` holds the bytes of `needle` in their order.
fn holds_in_order(text: &str, needle: &str) -> bool {
    let mut rest = text.bytes();
    needle.bytes().all(|wanted| rest.any(|byte| byte == wanted))
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

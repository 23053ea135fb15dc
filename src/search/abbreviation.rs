//! Abbreviations of names: initials, and words reduced to some of their letters.

use std::ops::Range;

use super::matcher::{Grade, MAX_FUZZY, words};

/// Words that initials may pass over.
const SMALL_WORDS: &[&str] = &[
    "a", "au", "aux", "ca", "cc", "cu", "d", "de", "des", "du", "en", "ept", "et", "l", "la", "le", "les",
    "lez", "sous", "sur",
];
/// Initials of the first words only need at least so many letters.
const MIN_FIRST_INITIALS: usize = 3;
/// A shortened word needs at least so many letters: the first, the last and one between.
const MIN_LETTERS: usize = 3;

/// The grade of the initials of the first words of a name, and of a shortened word.
const FIRST_INITIALS: Grade = MAX_FUZZY - 10;
const SHORTENED: Grade = MAX_FUZZY - 20;

/// Grades a folded name that `letters` may abbreviate; 0 if they do not.
///
/// They are the initials of all words of the name, small words left out or not, or those of its first words; or
/// the first and the last letter of one of its words, with some of those between.
pub(super) fn grade(letters: &str, name: &str) -> Grade {
    match found(letters, name) {
        Some((grade, _)) => grade,
        None => 0,
    }
}

/// Returns the bytes of the name that the letters stand for; none if it is not abbreviated.
pub(super) fn ranges(letters: &str, name: &str) -> Vec<Range<usize>> {
    found(letters, name).map(|(_, ranges)| ranges).unwrap_or_default()
}

fn found(letters: &str, name: &str) -> Option<(Grade, Vec<Range<usize>>)> {
    let is_plain = letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_plain {
        return None;
    }
    initials(letters, name, false)
        .or_else(|| initials(letters, name, true))
        .or_else(|| words(name).find_map(|word| Some((SHORTENED, shortened(letters, name, word)?))))
}

/// Returns the grade and the initials of the words of a name, if these are the letters.
fn initials(letters: &str, name: &str, with_small: bool) -> Option<(Grade, Vec<Range<usize>>)> {
    let large = |word: &Range<usize>| {
        with_small || name.get(word.clone()).is_some_and(|word| !SMALL_WORDS.contains(&word))
    };
    let words: Vec<Range<usize>> = words(name).filter(large).collect();
    let count = letters.len();
    let is_whole = words.len() == count;
    let is_long = count >= 2 && (is_whole || count >= MIN_FIRST_INITIALS);
    if !is_long || words.len() < count {
        return None;
    }
    let firsts: Vec<Range<usize>> = words.iter().take(count).map(|word| word.start..word.start + 1).collect();
    let found: String = firsts.iter().filter_map(|first| name.get(first.clone())).collect();
    (found == letters).then_some((if is_whole { MAX_FUZZY } else { FIRST_INITIALS }, firsts))
}

/// Returns the bytes of a word that are the letters, the first and the last of the word among them.
fn shortened(letters: &str, name: &str, word: Range<usize>) -> Option<Vec<Range<usize>>> {
    let text = name.as_bytes().get(word.clone())?;
    let letters = letters.as_bytes();
    let is_shorter = letters.len() >= MIN_LETTERS && letters.len() < text.len();
    if !is_shorter || letters.first() != text.first() || letters.last() != text.last() {
        return None;
    }
    let (last, others) = letters.split_last()?;
    let mut at = 0;
    let mut found = Vec::with_capacity(letters.len());
    for letter in others {
        at += memchr::memchr(*letter, text.get(at..text.len() - 1)?)?;
        found.push(at);
        at += 1;
    }
    debug_assert_eq!(text.last(), Some(last));
    found.push(text.len() - 1);
    Some(joined(found.into_iter().map(|at| word.start + at)))
}

/// Joins the indices of neighbouring bytes to ranges.
fn joined(indices: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for index in indices {
        match ranges.last_mut().filter(|last| last.end == index) {
            Some(last) => last.end += 1,
            None => ranges.push(index..index + 1),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_shortened_words_stand_for_a_name() {
        for (letters, name) in [
            ("gpsea", "grand paris sud est avenir"),
            ("gps", "grand paris sud est avenir"),
            ("sqy", "ca de saint quentin en yvelines"),
            ("gosb", "grand orly seine bievre"),
            ("bdx", "bordeaux rive droite"),
            ("mtp", "cu de mtoup"),
        ] {
            assert!(grade(letters, name) > 0, "{letters} for {name}");
            let shown: String = ranges(letters, name).into_iter().map(|range| &name[range]).collect();
            assert_eq!(shown, letters, "{name}");
        }
        for (letters, name) in [
            ("gp", "grand paris sud est avenir"),
            ("gpe", "grand paris sud est avenir"),
            ("bd", "bordeaux"),
            ("quai", "quartiers"),
            ("b", "bordeaux"),
            ("", "bordeaux"),
            ("93", "9 3"),
            ("éà", "été"),
        ] {
            assert_eq!(grade(letters, name), 0, "{letters} for {name}");
        }
    }
}

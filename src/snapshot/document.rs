//! The text of a file with its name, and places in it.

use std::sync::OnceLock;

use unicode_width::UnicodeWidthStr;

use super::problem::{Field, Place};
use super::text::visible;

/// Bytes between two checkpoints: looking a place up reads at most so many.
const STRIDE: usize = 512;

/// The text of a JSON file, from which problems get their line and character.
pub(crate) struct Document<'a> {
    /// Name of the file, as it was given.
    pub(crate) file: &'a str,
    /// All of it.
    pub(crate) text: &'a str,
    /// Only made when a place is looked up. A snapshot may be a single line of
    /// many megabytes, so that knowing where lines start is not enough.
    checkpoints: OnceLock<Vec<Checkpoint>>,
}

/// The line and the character of a byte.
#[derive(Clone, Copy)]
struct Checkpoint {
    offset: usize,
    line: usize,
    character: usize,
}

impl Checkpoint {
    const START: Self = Self { offset: 0, line: 1, character: 1 };

    fn step(&mut self, character: char) {
        self.offset += character.len_utf8();
        self.character += 1;
        if character == '\n' {
            (self.line, self.character) = (self.line + 1, 1);
        }
    }
}

impl<'a> Document<'a> {
    pub(crate) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, checkpoints: OnceLock::new() }
    }

    /// The place of the value of `path`, which starts at byte `offset`.
    pub(crate) fn place(&self, offset: usize, path: String) -> Place {
        let checkpoints = self.checkpoints.get_or_init(|| checkpoints(self.text));
        let before = checkpoints.partition_point(|checkpoint| checkpoint.offset <= offset).checked_sub(1);
        let mut at = before.and_then(|index| checkpoints.get(index)).copied().unwrap_or(Checkpoint::START);
        for character in self.text.get(at.offset..offset).unwrap_or_default().chars() {
            at.step(character);
        }
        Place {
            file: self.file.to_owned(),
            line: Some(at.line),
            character: Some(at.character),
            field: Field::Path(path),
        }
    }
}

fn checkpoints(text: &str) -> Vec<Checkpoint> {
    let mut at = Checkpoint::START;
    let mut checkpoints = vec![at];
    for character in text.chars() {
        let stride = at.offset / STRIDE;
        at.step(character);
        if at.offset / STRIDE > stride {
            checkpoints.push(at);
        }
    }
    checkpoints
}

/// A line of a file with a mark under one of its characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Number of the line, from 1.
    pub line: usize,
    /// Number of the character in the line, from 1.
    pub character: usize,
    /// The part of the line around that character, nothing in it hidden.
    pub shown: String,
    /// Columns of the terminal before that character in `shown`.
    pub indent: usize,
}

impl Excerpt {
    /// The excerpt around a character of a line; both count from 1.
    pub(crate) fn new(text: &str, line: usize, character: usize) -> Self {
        const BEFORE: usize = 48;
        const AFTER: usize = 24;
        let whole = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let at = character.saturating_sub(1);
        let skipped = at.saturating_sub(BEFORE);
        let cut = |start: usize, count: usize| -> String { whole.chars().skip(start).take(count).collect() };
        let dots = if skipped > 0 { "…" } else { "" };
        let before = format!("{dots}{}", visible(&cut(skipped, at - skipped)));
        let after = cut(at, AFTER);
        let more = if whole.chars().nth(at + AFTER).is_some() { "…" } else { "" };
        Self { line, character, indent: before.width(), shown: format!("{before}{}{more}", visible(&after)) }
    }

    /// The line and, under it, the mark.
    pub fn render(&self) -> String {
        let number = self.line.to_string();
        let margin = " ".repeat(number.len());
        format!("{number} | {}\n{margin} | {}^", self.shown, " ".repeat(self.indent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let document = Document::new("f.json", "{\n \"é\": 1\n}");
        let place = |offset| {
            let place = document.place(offset, String::new());
            (place.line, place.character)
        };
        assert_eq!(place(0), (Some(1), Some(1)));
        assert_eq!(place(2), (Some(2), Some(1)));
        assert_eq!(place(9), (Some(2), Some(7)));
        assert_eq!(place(11), (Some(3), Some(1)));
    }

    #[test]
    fn a_place_far_into_a_long_line_is_counted_in_characters() {
        let text = format!("[\n\"{}\", 1]", "é".repeat(10_000));
        let place = Document::new("f.json", &text).place(text.len() - 2, String::new());
        assert_eq!((place.line, place.character), (Some(2), Some(10_005)));
    }

    #[test]
    fn the_mark_stands_under_the_character_whatever_is_before_it() {
        let line = "\u{1b}[2J日é: oops";
        let excerpt = Excerpt::new(line, 1, 9);
        assert_eq!(excerpt.render(), "1 | <U+001B>[2J日é: oops\n  |                 ^");
    }

    #[test]
    fn only_the_part_around_the_mark_of_a_long_line_is_shown() {
        let line = format!("{}X{}", "a".repeat(1000), "b".repeat(1000));
        let excerpt = Excerpt::new(&line, 1, 1001);
        assert_eq!(excerpt.shown, format!("…{}X{}…", "a".repeat(48), "b".repeat(23)));
        assert_eq!(excerpt.indent, 49);
    }
}

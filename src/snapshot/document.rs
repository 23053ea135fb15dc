//! The text of a file with its name, and places in it.

use std::sync::OnceLock;

use unicode_width::UnicodeWidthStr;

use super::problem::{Field, Place};
use super::text::visible;

/// The text of a JSON file, from which problems get their line and character.
pub(crate) struct Document<'a> {
    /// Name of the file, as it was given.
    pub(crate) file: &'a str,
    /// All of it.
    pub(crate) text: &'a str,
    /// Where each line starts; only made when something is wrong.
    starts: OnceLock<Vec<usize>>,
}

impl<'a> Document<'a> {
    pub(crate) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, starts: OnceLock::new() }
    }

    /// The place of the value of `path`, which starts at byte `offset`.
    pub(crate) fn place(&self, offset: usize, path: String) -> Place {
        let line = self.starts().partition_point(|start| *start <= offset);
        let start = self.starts().get(line.saturating_sub(1)).copied().unwrap_or_default();
        let character = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Place {
            file: self.file.to_owned(),
            line: Some(line),
            character: Some(character),
            field: Field::Path(path),
        }
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let after_newlines = memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at + 1);
            std::iter::once(0).chain(after_newlines).collect()
        })
    }
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

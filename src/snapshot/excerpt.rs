//! The line of a file that has a problem.

use crate::sanitize::sanitize;
use unicode_width::UnicodeWidthStr;

/// A line of a file, to be shown with a mark under one of its characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Line number, from 1.
    pub line: usize,
    /// Number of the marked character in the line, from 1.
    pub character: usize,
    /// The sanitized part of the line around the marked character.
    pub shown: String,
    /// Terminal columns before the marked character in `shown`.
    pub indent: usize,
}

impl Excerpt {
    /// Cuts out the text around a character of a line; both count from 1.
    pub(crate) fn new(text: &str, line: usize, character: usize) -> Self {
        const BEFORE: usize = 48;
        const AFTER: usize = 24;
        let whole = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let index = character.saturating_sub(1);
        let skipped = index.saturating_sub(BEFORE);
        let cut = |start: usize, count: usize| -> String { whole.chars().skip(start).take(count).collect() };
        let dots = if skipped > 0 { "…" } else { "" };
        let before = format!("{dots}{}", sanitize(&cut(skipped, index - skipped)));
        let after = cut(index, AFTER);
        let more = if whole.chars().nth(index + AFTER).is_some() { "…" } else { "" };
        Self { line, character, indent: before.width(), shown: format!("{before}{}{more}", sanitize(&after)) }
    }

    /// Renders the line and, below it, the mark.
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
    fn the_mark_is_under_the_character_after_any_text() {
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

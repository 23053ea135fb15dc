//! A line of text with a cursor.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A change of the text or the cursor of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// To the start of the word.
    WordLeft,
    /// To the end of the word.
    WordRight,
    /// To the start of the line.
    Start,
    /// To the end of the line.
    End,
    /// Remove the character before the cursor.
    DeleteLeft,
    /// Remove the character after the cursor.
    DeleteRight,
    /// Remove the word before the cursor.
    DeleteWordLeft,
    /// Remove the word after the cursor.
    DeleteWordRight,
    /// Remove everything before the cursor.
    DeleteToStart,
    /// Remove everything after the cursor.
    DeleteToEnd,
}

/// The longest text, in bytes. Nobody types more, and a paste by mistake must not start a
/// search.
const MAX_BYTES: usize = 1000;

/// A text and a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// The byte index of the cursor in `text`, on a grapheme boundary.
    cursor: usize,
}

impl LineEditor {
    /// Returns a line with the cursor at the end of `text`.
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text before the cursor.
    pub fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn behind_cursor(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Inserts text at the cursor. Line ends and tabs become spaces; other control
    /// characters are dropped, and so is what exceeds the longest text.
    pub fn insert(&mut self, text: &str) {
        let mut room = MAX_BYTES.saturating_sub(self.text.len());
        let clean: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .take_while(|c| {
                let fits = c.len_utf8() <= room;
                room = room.saturating_sub(c.len_utf8());
                fits
            })
            .collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
    }

    /// Applies an edit.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => self.cursor = self.left(),
            Edit::Right => self.cursor = self.right(),
            Edit::WordLeft => self.cursor = self.word_left(),
            Edit::WordRight => self.cursor = self.word_right(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::DeleteLeft => self.remove(self.left()..self.cursor),
            Edit::DeleteRight => self.remove(self.cursor..self.right()),
            Edit::DeleteWordLeft => self.remove(self.word_left()..self.cursor),
            Edit::DeleteWordRight => self.remove(self.cursor..self.word_right()),
            Edit::DeleteToStart => self.remove(0..self.cursor),
            Edit::DeleteToEnd => self.remove(self.cursor..self.text.len()),
        }
    }

    fn remove(&mut self, range: Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    fn left(&self) -> usize {
        self.before_cursor().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.behind_cursor().graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        self.before_cursor().trim_end_matches(|c| !is_in_word(c)).trim_end_matches(is_in_word).len()
    }

    fn word_right(&self) -> usize {
        let behind =
            self.behind_cursor().trim_start_matches(|c| !is_in_word(c)).trim_start_matches(is_in_word);
        self.text.len() - behind.len()
    }
}

/// Signs part words, also the colon of `region:`, which Unicode takes for a letter's neighbour.
fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the text after some edits, with `|` at the cursor.
    fn edited(text: &str, edits: &[Edit]) -> String {
        let mut line = LineEditor::new(text);
        edits.iter().for_each(|edit| line.edit(*edit));
        format!("{}|{}", line.before_cursor(), line.behind_cursor())
    }

    #[test]
    fn the_cursor_moves_by_graphemes() {
        assert_eq!(
            edited("Gue\u{301}ret", &[Edit::Left, Edit::Left, Edit::Left, Edit::Left]),
            "Gu|e\u{301}ret"
        );
        assert_eq!(edited("a👨‍👩‍👧b", &[Edit::Left, Edit::DeleteLeft]), "a|b");
        assert_eq!(edited("é", &[Edit::Start, Edit::Left, Edit::DeleteRight, Edit::DeleteRight]), "|");
    }

    #[test]
    fn words_are_moved_over_and_removed() {
        let text = "saint-etienne region:auvergne ";
        assert_eq!(edited(text, &[Edit::WordLeft]), "saint-etienne region:|auvergne ");
        assert_eq!(edited(text, &[Edit::DeleteWordLeft]), "saint-etienne region:|");
        assert_eq!(edited(text, &[Edit::Start, Edit::WordRight]), "saint|-etienne region:auvergne ");
        assert_eq!(edited(text, &[Edit::Start, Edit::DeleteWordRight]), "|-etienne region:auvergne ");
        assert_eq!(edited(text, &[Edit::Start, Edit::WordRight, Edit::DeleteToEnd]), "saint|");
        assert_eq!(edited(text, &[Edit::WordLeft, Edit::DeleteToStart]), "|auvergne ");
        assert_eq!(edited(text, &[Edit::Start, Edit::End, Edit::DeleteToStart]), "|");
    }

    #[test]
    fn pasted_text_becomes_one_short_line() {
        assert_eq!(edited("Guéret\r\n\x1b[31mLimoges\u{7}", &[]), "Guéret  [31mLimoges|");
        let mut line = LineEditor::new(&"é".repeat(600));
        assert_eq!(line.text().len(), MAX_BYTES);
        line.insert("a");
        assert_eq!(line.text().len(), MAX_BYTES);
    }
}

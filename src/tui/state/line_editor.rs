//! A line of text with a cursor.

use std::mem;
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
    /// Insert what was last removed by words or up to an end.
    Yank,
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
    /// The text that was last removed by words or up to an end.
    removed: String,
    /// Whether the next such removal adds to that text.
    is_removing: bool,
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
        self.is_removing = false;
    }

    /// Applies an edit.
    pub fn edit(&mut self, edit: Edit) {
        let (was_removing, start) = (mem::take(&mut self.is_removing), self.cursor);
        match edit {
            Edit::Left => self.cursor = self.left(),
            Edit::Right => self.cursor = self.right(),
            Edit::WordLeft => self.cursor = self.word_left(),
            Edit::WordRight => self.cursor = self.word_right(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::DeleteLeft => self.remove(self.left()..self.cursor),
            Edit::DeleteRight => self.remove(self.cursor..self.right()),
            Edit::DeleteWordLeft => self.take(self.word_left()..start, was_removing),
            Edit::DeleteWordRight => self.take(start..self.word_right(), was_removing),
            Edit::DeleteToStart => self.take(0..start, was_removing),
            Edit::DeleteToEnd => self.take(start..self.text.len(), was_removing),
            Edit::Yank => self.insert(&self.removed.clone()),
        }
    }

    fn remove(&mut self, range: Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    /// Removes a text beside the cursor, and keeps it. If the edit before did so too, the two are kept together.
    fn take(&mut self, range: Range<usize>, was_removing: bool) {
        let taken = self.text.get(range.clone()).unwrap_or_default();
        self.removed = match (was_removing, range.start < self.cursor) {
            (false, _) if taken.is_empty() => mem::take(&mut self.removed),
            (false, _) => taken.to_owned(),
            (true, true) => format!("{taken}{}", self.removed),
            (true, false) => format!("{}{taken}", self.removed),
        };
        self.is_removing = was_removing || !range.is_empty();
        self.remove(range);
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
    fn what_was_removed_is_pasted_back() {
        use Edit::{DeleteLeft, DeleteToEnd, DeleteToStart, DeleteWordLeft, Start, WordRight, Yank};
        assert_eq!(edited("a bc", &[Yank]), "a bc|");
        assert_eq!(edited("a bc", &[DeleteWordLeft, Yank, Yank]), "a bcbc|");
        assert_eq!(edited("a bc", &[DeleteWordLeft, DeleteLeft, Start, Yank]), "bc|a");
        assert_eq!(edited("a bc d", &[DeleteWordLeft, DeleteWordLeft, Start, Yank]), "bc d|a ");
        assert_eq!(edited("a bc d", &[Start, WordRight, DeleteToEnd, DeleteToStart, Yank]), "a bc d|");
        assert_eq!(edited("a bc", &[DeleteWordLeft, Start, DeleteToStart, Yank]), "bc|a ");
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

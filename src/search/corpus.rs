//! The folded texts of many rows, each kept once.

use std::collections::HashMap;
use std::ops::Range;

use super::matcher::{Letters, letters};
use super::text_field::{TextField, TextFieldSet};
use crate::fold::fold_text;

/// Rows of texts. A text that is in several rows or fields is kept, and matched, once.
#[derive(Debug, Clone, Default)]
pub(super) struct Corpus {
    /// All folded texts, each followed by a separator.
    arena: String,
    /// The end of each text in the arena.
    ends: Vec<u32>,
    /// The letters of each text.
    letters: Vec<Letters>,
    /// The fields that each text is in, of any row.
    fields: Vec<TextFieldSet>,
    /// The entries of all rows, one row after the other.
    entries: Vec<Entry>,
    /// The end of each row in `entries`.
    row_ends: Vec<u32>,
    /// The rows of all texts, one text after the other.
    text_rows: Vec<u32>,
    /// The end of each text in `text_rows`.
    text_row_ends: Vec<u32>,
    /// The numbers of the codes of places, by the folded code.
    place_codes: HashMap<Box<str>, Vec<u32>>,
}

/// A text in a field of a row: the number of the field in the upper [`FIELD_BITS`], that of the text below.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry(u32);

/// A character that no folded text contains, so that no match spans two texts.
const SEPARATOR: char = '\n';

/// The bits of an [`Entry`] that hold its field.
const FIELD_BITS: u32 = 6;
const TEXT_BITS: u32 = u32::BITS - FIELD_BITS;
const MAX_TEXTS: u32 = (1 << TEXT_BITS) - 1;

/// The number of a text that is not indexed, so that the entries of a row are those of its texts, in order.
const NOT_INDEXED: u32 = MAX_TEXTS;

const _: () = assert!(TextField::ALL.len() <= 1 << FIELD_BITS, "an Entry has too few bits for its field");

impl Entry {
    const fn new(field: TextField, text: u32) -> Self {
        Self((field as u32) << TEXT_BITS | text)
    }

    /// Returns the number of the text.
    pub const fn text(self) -> usize {
        (self.0 & ((1 << TEXT_BITS) - 1)) as usize
    }

    /// Returns the field.
    pub fn field(self) -> Option<TextField> {
        TextField::from_number((self.0 >> TEXT_BITS) as usize)
    }
}

impl Corpus {
    /// Returns the number of different texts.
    pub const fn text_count(&self) -> usize {
        self.ends.len()
    }

    /// Returns the number of rows.
    pub const fn row_count(&self) -> usize {
        self.row_ends.len()
    }

    /// Returns the letters of a text.
    pub fn letters(&self, number: usize) -> Option<Letters> {
        self.letters.get(number).copied()
    }

    /// Returns the fields that a text is in, of any row.
    pub fn fields(&self, number: usize) -> TextFieldSet {
        self.fields.get(number).copied().unwrap_or_default()
    }

    /// Returns a text by its number.
    pub fn text(&self, number: usize) -> Option<&str> {
        self.arena.get(self.start(number)?..*self.ends.get(number)? as usize)
    }

    /// Returns the start of a text in the arena, after the text before it and the separator.
    fn start(&self, number: usize) -> Option<usize> {
        match number.checked_sub(1) {
            Some(before) => self.ends.get(before).map(|end| *end as usize + SEPARATOR.len_utf8()),
            None => Some(0),
        }
    }

    /// Returns the bytes of some texts with a separator between each two, and the range of each in them.
    pub fn stretch(
        &self,
        texts: Range<usize>,
    ) -> Option<(&[u8], impl Iterator<Item = Range<usize>> + Clone)> {
        let start = self.start(texts.start)?;
        let ends = self.ends.get(texts)?;
        let bytes = self.arena.as_bytes().get(start..*ends.last()? as usize)?;
        let mut next = 0;
        let ranges = ends.iter().map(move |end| {
            let range = next..*end as usize - start;
            next = range.end + SEPARATOR.len_utf8();
            range
        });
        Some((bytes, ranges))
    }

    /// Returns the entries of a row.
    pub fn row(&self, row: usize) -> &[Entry] {
        slice(&self.entries, &self.row_ends, row)
    }

    /// Returns the rows that a text is in, in order, once for each entry.
    pub fn rows_with(&self, text: usize) -> &[u32] {
        slice(&self.text_rows, &self.text_row_ends, text)
    }

    /// Returns whether some row has a code in one of some fields of codes of places.
    pub fn has_place_code(&self, code: &str, fields: TextFieldSet) -> bool {
        self.with_place_code(&fold_text(code)).any(|number| self.fields(number).meets(fields))
    }

    /// Returns the numbers of the texts that are a folded code of a place.
    pub fn with_place_code(&self, folded: &str) -> impl Iterator<Item = usize> {
        self.place_codes.get(folded).into_iter().flatten().map(|number| *number as usize)
    }

    /// Lists the rows of each text.
    fn list_rows(&mut self) {
        let mut counts = vec![0; self.text_count()];
        for entry in &self.entries {
            if let Some(count) = counts.get_mut(entry.text()) {
                *count += 1;
            }
        }
        // A counting sort: turns counts into start offsets. Filling in the rows then
        // advances each to its end offset.
        let mut start = 0;
        for count in &mut counts {
            start += std::mem::replace(count, start);
        }
        self.text_rows = vec![0; self.entries.len()];
        for (row, number) in (0..self.row_count()).zip(0..) {
            for entry in slice(&self.entries, &self.row_ends, row) {
                if let Some(next) = counts.get_mut(entry.text())
                    && let Some(slot) = self.text_rows.get_mut(*next as usize)
                {
                    *slot = number;
                    *next += 1;
                }
            }
        }
        self.text_row_ends = counts;
    }
}

/// Returns a part of `items` by its number, given the ends of all parts.
fn slice<'a, T>(items: &'a [T], ends: &[u32], number: usize) -> &'a [T] {
    let end = |number: usize| ends.get(number).map(|end| *end as usize);
    let start = number.checked_sub(1).map_or(Some(0), end);
    start.zip(end(number)).and_then(|(start, end)| items.get(start..end)).unwrap_or_default()
}

/// Fills a [`Corpus`] row by row.
#[derive(Debug, Default)]
pub(super) struct CorpusBuilder {
    corpus: Corpus,
    /// The number of each text before folding, so that it is folded once.
    numbers: HashMap<Box<str>, u32>,
}

impl CorpusBuilder {
    /// Adds a text to the current row.
    ///
    /// Past [`MAX_TEXTS`] different texts or 4 GiB of them, new texts are not indexed.
    pub fn push(&mut self, field: TextField, text: &str) {
        let number = match self.numbers.get(text) {
            Some(number) => Some(*number),
            None => self.add_text(text),
        };
        if let Some(fields) = number.and_then(|number| self.corpus.fields.get_mut(number as usize)) {
            fields.insert(field);
        }
        self.corpus.entries.push(Entry::new(field, number.unwrap_or(NOT_INDEXED)));
    }

    fn add_text(&mut self, text: &str) -> Option<u32> {
        let folded = fold_text(text);
        let number = u32::try_from(self.corpus.ends.len()).ok().filter(|number| *number < MAX_TEXTS)?;
        let end = u32::try_from(self.corpus.arena.len() + folded.len()).ok()?;
        self.corpus.arena.push_str(&folded);
        self.corpus.arena.push(SEPARATOR);
        self.corpus.ends.push(end);
        self.corpus.letters.push(letters(&folded));
        self.corpus.fields.push(TextFieldSet::default());
        self.numbers.insert(text.into(), number);
        Some(number)
    }

    /// Ends the current row.
    pub fn end_row(&mut self) {
        // More than 2^32 entries do not fit in memory beside their snapshot.
        self.corpus.row_ends.push(u32::try_from(self.corpus.entries.len()).unwrap_or(u32::MAX));
    }

    /// Returns the filled corpus.
    pub fn finish(mut self) -> Corpus {
        self.corpus.arena.shrink_to_fit();
        self.corpus.ends.shrink_to_fit();
        self.corpus.letters.shrink_to_fit();
        self.corpus.fields.shrink_to_fit();
        self.corpus.entries.shrink_to_fit();
        self.corpus.row_ends.shrink_to_fit();
        self.corpus.list_rows();
        for (code, number) in self.numbers {
            if self.corpus.fields(number as usize).meets(TextFieldSet::PLACE_CODES) {
                let folded = fold_text(&code).into_boxed_str();
                self.corpus.place_codes.entry(folded).or_default().push(number);
            }
        }
        self.corpus
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus() -> Corpus {
        let mut builder = CorpusBuilder::default();
        for row in [["Évry", "Lyon"], ["Lyon", ""], ["Lyon", "Lyon"]] {
            row.iter().for_each(|text| builder.push(TextField::Commune, text));
            builder.end_row();
        }
        builder.push(TextField::Qpv, "Lyon");
        builder.end_row();
        builder.finish()
    }

    #[test]
    fn a_text_is_kept_once_with_all_its_rows() {
        let corpus = corpus();
        let texts: Vec<_> = (0..corpus.text_count()).filter_map(|number| corpus.text(number)).collect();
        assert_eq!(texts, ["evry", "lyon", ""]);
        assert_eq!(corpus.rows_with(1), [0, 1, 2, 2, 3]);
        assert_eq!(corpus.rows_with(2), [1]);
        assert_eq!(corpus.fields(1), TextFieldSet::of(&[TextField::Commune, TextField::Qpv]));
        let row: Vec<_> = corpus.row(0).iter().map(|entry| (entry.field(), entry.text())).collect();
        assert_eq!(row, [(Some(TextField::Commune), 0), (Some(TextField::Commune), 1)]);
        assert_eq!(corpus.row_count(), 4);
    }

    #[test]
    fn an_entry_keeps_its_field_and_its_text() {
        for field in TextField::ALL {
            for text in [0, MAX_TEXTS - 1, NOT_INDEXED] {
                let entry = Entry::new(field, text);
                assert_eq!((entry.field(), entry.text()), (Some(field), text as usize));
            }
        }
    }

    #[test]
    fn a_stretch_has_its_texts_at_their_ranges() {
        let corpus = corpus();
        for (texts, expected) in [(0..3, vec!["evry", "lyon", ""]), (1..2, vec!["lyon"]), (2..3, vec![""])] {
            let (bytes, ranges) = corpus.stretch(texts).expect("a stretch");
            let found: Vec<_> = ranges.map(|range| &bytes[range]).collect();
            assert_eq!(found, expected.iter().map(|text| text.as_bytes()).collect::<Vec<_>>());
        }
        assert!(corpus.stretch(0..0).is_none());
        assert!(corpus.stretch(2..4).is_none());
    }
}

//! The texts of many rows, folded, each kept once.

use std::collections::HashMap;

use super::field::{Field, FieldSet};
use super::fold::fold_text;
use super::matcher::{Letters, letters};

/// Rows of texts. A text that stands in several places is kept, and looked at, once.
#[derive(Debug, Clone, Default)]
pub(super) struct Corpus {
    /// All folded texts, one after the other.
    arena: String,
    /// Where each text ends in the arena.
    ends: Vec<u32>,
    /// Which letters each text has.
    letters: Vec<Letters>,
    /// In which fields each text stands somewhere.
    fields: Vec<FieldSet>,
    /// The entries of all rows, one row after the other.
    entries: Vec<Entry>,
    /// Where each row ends in `entries`.
    row_ends: Vec<u32>,
}

/// A text in a field of a row: the number of the field in the upper four bits, of the text below.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry(u32);

const TEXT_BITS: u32 = 28;
const MOST_TEXTS: u32 = 1 << TEXT_BITS;

impl Entry {
    /// Number of the text.
    pub const fn text(self) -> usize {
        (self.0 % MOST_TEXTS) as usize
    }

    /// The field it stands in.
    pub fn field(self) -> Option<Field> {
        Field::from_number((self.0 >> TEXT_BITS) as usize)
    }
}

/// A folded text, and the fields in which it stands somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'c> {
    pub text: &'c str,
    pub fields: FieldSet,
}

impl Corpus {
    /// How many different texts there are.
    pub const fn text_count(&self) -> usize {
        self.ends.len()
    }

    /// How many rows there are.
    pub const fn row_count(&self) -> usize {
        self.row_ends.len()
    }

    /// The letters of a text.
    pub fn letters(&self, number: usize) -> Option<Letters> {
        self.letters.get(number).copied()
    }

    /// A text by its number.
    pub fn text(&self, number: usize) -> Option<Text<'_>> {
        let text = self.arena.get(range(&self.ends, number)?)?;
        Some(Text { text, fields: *self.fields.get(number)? })
    }

    /// What stands in a row.
    pub fn row(&self, row: usize) -> &[Entry] {
        range(&self.row_ends, row).and_then(|range| self.entries.get(range)).unwrap_or_default()
    }

    /// The first row with a text, and the field it stands in there.
    pub fn first_place(&self, text: usize, fields: FieldSet) -> Option<(usize, Field)> {
        let wanted =
            |entry: &Entry| entry.field().filter(|field| entry.text() == text && fields.contains(*field));
        let (at, field) =
            self.entries.iter().enumerate().find_map(|(at, entry)| Some((at, wanted(entry)?)))?;
        Some((self.row_ends.partition_point(|end| *end as usize <= at), field))
    }
}

/// The range of a numbered part, from the ends of all parts.
fn range(ends: &[u32], number: usize) -> Option<std::ops::Range<usize>> {
    let start = match number.checked_sub(1) {
        Some(before) => *ends.get(before)?,
        None => 0,
    };
    Some(start as usize..*ends.get(number)? as usize)
}

/// Fills a [`Corpus`] row by row.
#[derive(Debug, Default)]
pub(super) struct CorpusBuilder {
    corpus: Corpus,
    /// Number of each text as it is written, so that it is folded once.
    numbers: HashMap<Box<str>, u32>,
}

impl CorpusBuilder {
    /// Adds a text to the row at hand.
    ///
    /// Past 2^28 different texts or 4 GiB of them, new texts are not indexed.
    pub fn push(&mut self, field: Field, text: &str) {
        let number = match self.numbers.get(text) {
            Some(number) => Some(*number),
            None => self.add_text(text),
        };
        let Some(number) = number else { return };
        if let Some(fields) = self.corpus.fields.get_mut(number as usize) {
            fields.insert(field);
        }
        self.corpus.entries.push(Entry((field as u32) << TEXT_BITS | number));
    }

    fn add_text(&mut self, text: &str) -> Option<u32> {
        let folded = fold_text(text);
        let number = u32::try_from(self.corpus.ends.len()).ok().filter(|number| *number < MOST_TEXTS)?;
        let end = u32::try_from(self.corpus.arena.len() + folded.len()).ok()?;
        self.corpus.arena.push_str(&folded);
        self.corpus.ends.push(end);
        self.corpus.letters.push(letters(&folded));
        self.corpus.fields.push(FieldSet::default());
        self.numbers.insert(text.into(), number);
        Some(number)
    }

    /// Ends the row at hand.
    pub fn end_row(&mut self) {
        // More than 2^32 places are more than fit in memory beside their snapshot.
        self.corpus.row_ends.push(u32::try_from(self.corpus.entries.len()).unwrap_or(u32::MAX));
    }

    /// The filled corpus.
    pub fn finish(mut self) -> Corpus {
        self.corpus.arena.shrink_to_fit();
        self.corpus.ends.shrink_to_fit();
        self.corpus.letters.shrink_to_fit();
        self.corpus.fields.shrink_to_fit();
        self.corpus.entries.shrink_to_fit();
        self.corpus.row_ends.shrink_to_fit();
        self.corpus
    }
}

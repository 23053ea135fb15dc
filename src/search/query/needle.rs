//! A folded text to search for, and its required position in another text.

use crate::search::text_field::TextFieldSet;

/// A text to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    /// The folded texts that the typed one can mean: one, or two if it can be continued (`st`,
    /// `saint`).
    pub readings: Vec<String>,
    pub kind: MatchKind,
}

/// A text in some fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub needle: Needle,
    pub fields: TextFieldSet,
    /// The weight of a match, from 1 to 100, instead of that of its field.
    pub weight: Option<u32>,
}

/// The required position of a needle in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MatchKind {
    /// At the start of a word; in names also with letters left out of one word.
    Fuzzy,
    /// The initials of the words of a name, or the first and the last letter of a word with some between.
    Abbreviation,
    /// Anywhere.
    Substring,
    /// At the start of a word.
    WordPrefix,
    /// From the start of a word to the end of one.
    Words,
    /// At the start of the text.
    Prefix,
    /// At the end of the text.
    Suffix,
    /// The whole text.
    Exact,
}

impl Needle {
    /// Creates a needle of one folded text.
    pub fn of(folded: &str, kind: MatchKind) -> Self {
        Self { readings: vec![folded.to_owned()], kind }
    }

    /// Returns whether the needle consists of digits, which match from the start of a word
    /// without gaps.
    pub fn is_number(&self) -> bool {
        self.readings.iter().all(|reading| reading.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Returns whether every text with the letters of this needle certainly has those of
    /// `other` too.
    pub fn narrows(&self, other: &Self) -> bool {
        let same_way = match self.kind {
            MatchKind::Fuzzy => self.is_number() == other.is_number(),
            MatchKind::Substring | MatchKind::WordPrefix | MatchKind::Prefix => true,
            MatchKind::Abbreviation | MatchKind::Words | MatchKind::Suffix | MatchKind::Exact => false,
        };
        same_way
            && self.kind == other.kind
            && self.readings.iter().all(|reading| other.readings.iter().any(|of| reading.starts_with(of)))
    }
}

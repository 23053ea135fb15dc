//! A folded text to search for, and its required position in another text.

/// A text to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    /// The folded texts that the typed one can mean: one, or two if it can be continued (`st`,
    /// `saint`).
    pub readings: Vec<String>,
    pub kind: MatchKind,
}

/// The required position of a needle in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MatchKind {
    /// Anywhere, with other letters between those of the needle.
    Fuzzy,
    /// Anywhere.
    Substring,
    /// At the start of a word.
    WordPrefix,
    /// At the start of the text.
    Prefix,
    /// At the end of the text.
    Suffix,
    /// The whole text.
    Exact,
}

impl Needle {
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
            MatchKind::Suffix | MatchKind::Exact => false,
        };
        same_way
            && self.kind == other.kind
            && self.readings.iter().all(|reading| other.readings.iter().any(|of| reading.starts_with(of)))
    }
}

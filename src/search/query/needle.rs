//! A folded text to look for, and how it must stand in another.

/// A text to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Needle {
    /// The folded texts that the typed one can mean: one, or two if more may be typed (`st`, `saint`).
    pub readings: Vec<String>,
    pub kind: MatchKind,
}

/// How a needle must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MatchKind {
    /// Anywhere, and letters may be left out.
    Fuzzy,
    /// Anywhere.
    Substring,
    /// At the start of a word.
    WordPrefix,
    /// At the start of the text.
    Prefix,
    /// At the end of the text.
    Suffix,
    /// It is the whole text.
    Exact,
}

impl Needle {
    /// Whether it consists of digits. Those are matched from the start of a word, none left out.
    pub fn is_number(&self) -> bool {
        self.readings.iter().all(|reading| reading.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether every text with the letters of this needle surely has those of `other` too.
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

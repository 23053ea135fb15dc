//! Whether a text that is looked for only grew.

use super::{MatchKind, Needle};

impl Needle {
    /// Whether every text with the letters of this needle has those of `other` too.
    ///
    /// `false` where that is not plain to see.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        let same_way = match (self.kind, other.kind) {
            // Numbers are taken by the digit, other texts are not.
            (MatchKind::Fuzzy, MatchKind::Fuzzy) => self.is_number() == other.is_number(),
            (MatchKind::Substring, MatchKind::Substring)
            | (MatchKind::WordPrefix, MatchKind::WordPrefix)
            | (MatchKind::Prefix, MatchKind::Prefix) => true,
            _ => false,
        };
        same_way
            && self.readings.iter().all(|reading| other.readings.iter().any(|of| reading.starts_with(of)))
    }
}

//! Whether a text that is looked for only grew.

use super::{Needle, Place};

impl Needle {
    /// Whether every text with the letters of this needle has those of `other` too.
    ///
    /// `false` where that is not plain to see.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        let same_way = match (self.place, other.place) {
            // Numbers are taken by the digit, other texts are not.
            (Place::Fuzzy, Place::Fuzzy) => self.is_number() == other.is_number(),
            (Place::Inside, Place::Inside)
            | (Place::WordStart, Place::WordStart)
            | (Place::Start, Place::Start) => true,
            _ => false,
        };
        same_way
            && self.readings.iter().all(|reading| other.readings.iter().any(|of| reading.starts_with(of)))
    }
}

//! The columns of the matrix of what is known of the fields of the Cités.

use crate::search::QueryField;
use crate::snapshot::{CiteField, Reliability};

/// A column of the matrix: the Cités of which a field is known, in all, at a level of reliability, or not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldLevel {
    /// Known, however surely.
    Known,
    /// At a level of reliability.
    At(Reliability),
    /// Not known: what there is to work through.
    #[default]
    Unknown,
}

impl FieldLevel {
    /// Every column, from left to right.
    pub const ALL: [Self; 5] = [
        Self::Known,
        Self::At(Reliability::Confirmed),
        Self::At(Reliability::Probable),
        Self::At(Reliability::Deduced),
        Self::Unknown,
    ];

    /// Returns the column to the right, or to the left; the last one stays the last.
    pub fn next(self, is_backward: bool) -> Self {
        let index = Self::ALL.iter().position(|level| *level == self).unwrap_or(0);
        let next = if is_backward { index.saturating_sub(1) } else { index + 1 };
        Self::ALL.get(next).copied().unwrap_or(self)
    }

    /// Returns the query that finds the Cités of a cell. Its words are those of a language.
    pub fn query(self, field: CiteField, lang: crate::locale::Lang) -> String {
        let (negation, level) = match self {
            Self::Known => ("!", None),
            Self::At(level) => ("", Some(level)),
            Self::Unknown => ("", None),
        };
        let asked = QueryField::at_level(level);
        let index = CiteField::ALL.iter().position(|known| *known == field).unwrap_or(0);
        let word = asked.words(lang).get(index).copied().unwrap_or_default();
        let word = if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() };
        format!("{negation}{}:{word}", asked.name(lang))
    }
}

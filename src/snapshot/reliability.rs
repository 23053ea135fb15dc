//! How surely a value is known.

/// How surely a value is known, from its evidence: one scale for every field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reliability {
    /// A source says so.
    Confirmed,
    /// A source speaks for it.
    Probable,
    /// It follows from the label or the list.
    Deduced,
}

impl Reliability {
    /// Returns the level of a word for the evidence, which is one of [`Wave::EVIDENCE`] or
    /// [`Carrier::EVIDENCE`].
    ///
    /// [`Wave::EVIDENCE`]: super::Wave::EVIDENCE
    /// [`Carrier::EVIDENCE`]: super::Carrier::EVIDENCE
    pub fn of(code: &str) -> Self {
        match code {
            "explicit" | "grant" | "territory" => Self::Confirmed,
            "probable" | "implicit" => Self::Probable,
            _ => Self::Deduced,
        }
    }

    /// Returns the sign of the level: the fuller, the surer.
    pub const fn sign(self) -> char {
        match self {
            Self::Confirmed => '●',
            Self::Probable => '◐',
            Self::Deduced => '○',
        }
    }
}

//! The fields that a query can name.

use crate::locale::{Lang, words, words_in_all};
use crate::search::field::{TextField, TextFieldSet};

/// A field that a query can name: `region:`, `age:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QueryField {
    /// Name of the region.
    Region,
    /// Number or name of the department.
    Department,
    /// Name or INSEE code of a commune.
    Commune,
    /// Name or code of a quartier prioritaire.
    Qpv,
    /// The carrier.
    Carrier,
    /// What kind of body the carrier is.
    Type,
    /// How the carrier is known.
    Evidence,
    /// Year of the wave.
    Wave,
    /// The kind of territory.
    Scale,
    /// What the Cité works on.
    Theme,
    /// Years since the label was given.
    Age,
}

impl QueryField {
    /// Every key.
    pub const ALL: [Self; 11] = [
        Self::Region,
        Self::Department,
        Self::Commune,
        Self::Qpv,
        Self::Carrier,
        Self::Type,
        Self::Evidence,
        Self::Wave,
        Self::Scale,
        Self::Theme,
        Self::Age,
    ];

    /// The key of the text that lists its names.
    const fn names(self) -> &'static str {
        match self {
            Self::Region => "query-region",
            Self::Department => "query-department",
            Self::Commune => "query-commune",
            Self::Qpv => "query-qpv",
            Self::Carrier => "query-carrier",
            Self::Type => "query-type",
            Self::Evidence => "query-evidence",
            Self::Wave => "query-wave",
            Self::Scale => "query-scale",
            Self::Theme => "query-theme",
            Self::Age => "query-age",
        }
    }

    /// Returns its name in the queries of a language, without the colon.
    pub fn name(self, lang: Lang) -> &'static str {
        words(lang, self.names()).next().unwrap_or_default()
    }

    /// Finds the key with a folded name, short or long, in any language.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| words_in_all(key.names()).any(|other| other == name))
    }

    /// The words for its values where only some are possible, in the order of
    /// these and with the one for "not known" last; none where any text is.
    pub fn words(self, lang: Lang) -> Vec<&'static str> {
        match self {
            Self::Scale | Self::Type | Self::Evidence => super::words::examples(self, lang),
            _ => Vec::new(),
        }
    }

    /// The word that stands behind any key for "not known".
    pub fn unknown_word(lang: Lang) -> &'static str {
        super::words::unknown(lang)
    }

    /// Where the texts of this key stand. Empty for what is not searched as text.
    pub(crate) const fn fields(self) -> TextFieldSet {
        match self {
            Self::Region => TextFieldSet::of(&[TextField::Region]),
            Self::Department => TextFieldSet::of(&[TextField::Department, TextField::DepartmentCode]),
            Self::Commune => TextFieldSet::of(&[TextField::Commune, TextField::CommuneCode]),
            Self::Qpv => TextFieldSet::of(&[TextField::Qpv, TextField::QpvCode]),
            Self::Carrier => TextFieldSet::of(&[TextField::Carrier, TextField::CarrierDetail]),
            Self::Theme => TextFieldSet::of(&[TextField::Theme]),
            Self::Type | Self::Evidence | Self::Wave | Self::Scale | Self::Age => TextFieldSet::of(&[]),
        }
    }
}

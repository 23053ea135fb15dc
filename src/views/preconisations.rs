//! The columns of the listing of préconisations.

use super::{Align, Column, Context, SortKey};
use crate::locale::Lang;
use crate::snapshot::Preconisation;
use crate::t;

/// A column of the listing of préconisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PreconisationColumn {
    /// Its id.
    Id,
    /// Its title.
    Title,
    /// Whether it is a core one of the evaluation.
    Core,
    /// Its theme.
    Theme,
    /// Whom it speaks to.
    Addressees,
    /// Whether the source names them or they were deduced.
    AddresseeBasis,
    /// Its text.
    Text,
    /// How many parts it has.
    SubMeasures,
    /// Ids of its sources.
    Sources,
}

impl PreconisationColumn {
    /// What the listing shows unless asked otherwise.
    pub const DEFAULT: &'static [Self] = &[Self::Id, Self::Title, Self::Core, Self::Theme, Self::Addressees];
}

impl Column for PreconisationColumn {
    type Row = Preconisation;

    const ALL: &'static [Self] = &[
        Self::Id,
        Self::Title,
        Self::Core,
        Self::Theme,
        Self::Addressees,
        Self::AddresseeBasis,
        Self::Text,
        Self::SubMeasures,
        Self::Sources,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Core => "core",
            Self::Theme => "theme",
            Self::Addressees => "addressees",
            Self::AddresseeBasis => "addressee-basis",
            Self::Text => "text",
            Self::SubMeasures => "sub-measures",
            Self::Sources => "sources",
        }
    }

    fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    fn text(self, item: &Preconisation, context: Context<'_>) -> String {
        let lang = context.lang;
        match self {
            Self::Id => item.id.clone(),
            Self::Title => item.title.get(lang).clone(),
            Self::Core if item.core => t!(lang, "yes"),
            Self::Core => t!(lang, "no"),
            Self::Theme => item.theme.clone(),
            Self::Addressees => item.addressees.join(", "),
            Self::AddresseeBasis if item.addressees_are_explicit() => t!(lang, "card-addressees-explicit"),
            Self::AddresseeBasis => t!(lang, "card-addressees-deduced"),
            Self::Text => item.text.get(lang).clone(),
            Self::SubMeasures => lang.number(item.sub_measures.len() as u64),
            Self::Sources => item.sources.join(", "),
        }
    }

    fn key(self, item: &Preconisation, context: Context<'_>) -> SortKey {
        match self {
            // The order of the evaluation: the core ones first.
            Self::Id | Self::Core => SortKey::Several(vec![
                SortKey::Number(i64::from(!item.core)),
                SortKey::Number(i64::from(item.order)),
            ]),
            Self::SubMeasures => SortKey::Number(i64::try_from(item.sub_measures.len()).unwrap_or(i64::MAX)),
            _ => SortKey::text(&self.text(item, context)),
        }
    }

    fn align(self) -> Align {
        if self == Self::SubMeasures { Align::Right } else { Align::Left }
    }
}

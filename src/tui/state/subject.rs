//! The subject and the layout of a tab.

/// The content that fills a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A table with a line per item, and the card of the selected one.
    Table,
    /// Texts that are read together, one of them selected. A card takes their place.
    Texts,
    /// A map, and the card of the selected Cité.
    Map,
    /// A page of text that scrolls, without a card.
    Page,
}

/// The subject of a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The Cités that the query finds.
    Cites,
    /// The préconisations that the query finds.
    Preconisations,
    /// The snapshot, of which the query leaves out what it does not find.
    Snapshot,
}

impl Subject {
    /// Returns the end of the keys of its texts in the locale files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cites | Self::Snapshot => "cites",
            Self::Preconisations => "preconisations",
        }
    }
}

//! The popups: what lies over the tabs and has the keys until it is closed.

use crate::tui::keymap::Context as Keys;
use crate::tui::state::{Choice, Facets, LineEditor, SaveAs};

/// What lies over the tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The keys that work in a place.
    Keys {
        /// The place.
        of: Keys,
        /// What is written to find some of them.
        filter: LineEditor,
        /// How many lines they are moved up.
        scroll: usize,
    },
    /// Examples of what can be searched for.
    Grammar(Choice),
    /// What the query can be narrowed by.
    Facets(Facets),
    /// Cités side by side.
    Comparison {
        /// Their places in the snapshot.
        cites: Vec<usize>,
        /// How many lines the facts are moved up.
        scroll: usize,
    },
    /// The card of what is selected, in letters for the back of a room, moved
    /// up by so many lines.
    BigCard(usize),
    /// A text to be selected with the mouse.
    Text {
        /// The text.
        text: String,
        /// How many lines it is moved up.
        scroll: usize,
    },
    /// The name of the file that takes what is listed.
    Save(SaveAs),
}

impl Popup {
    /// Where its keys are.
    pub const fn keys(&self) -> Keys {
        match self {
            Self::Keys { .. } => Keys::Help,
            Self::Grammar(_) => Keys::Grammar,
            Self::Facets(_) => Keys::Facets,
            Self::Comparison { .. } => Keys::Comparison,
            Self::BigCard(_) => Keys::BigCard,
            Self::Text { .. } => Keys::Text,
            Self::Save(save) if save.exists => Keys::Replace,
            Self::Save(_) => Keys::Save,
        }
    }

    /// The line that letters are written into.
    pub const fn line(&self) -> Option<&LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&facets.filter),
            Self::Save(save) => Some(&save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard(_) | Self::Text { .. } => None,
        }
    }

    pub(in crate::tui) const fn line_mut(&mut self) -> Option<&mut LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&mut facets.filter),
            Self::Save(save) => Some(&mut save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard(_) | Self::Text { .. } => None,
        }
    }

    /// By how many lines it is moved up.
    pub const fn scroll(&self) -> usize {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard(scroll)
            | Self::Text { scroll, .. } => *scroll,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => 0,
        }
    }

    pub(in crate::tui) const fn scroll_to(&mut self, line: usize) {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard(scroll)
            | Self::Text { scroll, .. } => *scroll = line,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => {}
        }
    }

    /// The line that is chosen, where one is.
    pub const fn choice(&self) -> Option<Choice> {
        match self {
            Self::Grammar(choice) => Some(*choice),
            Self::Facets(facets) => Some(facets.choice),
            _ => None,
        }
    }

    pub(in crate::tui) const fn choice_mut(&mut self) -> Option<&mut Choice> {
        match self {
            Self::Grammar(choice) => Some(choice),
            Self::Facets(facets) => Some(&mut facets.choice),
            _ => None,
        }
    }
}

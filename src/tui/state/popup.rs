//! The popups: what lies over the tabs and has the keys until it is closed.

use crate::tui::state::{Facets, KeyContext, LineEditor, ListCursor, SaveDialog};

/// What lies over the tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The keys that work in a place.
    Keys {
        /// The context that they work in.
        context: KeyContext,
        /// What is written to find some of them.
        filter: LineEditor,
        /// How many lines they are moved up.
        scroll: usize,
    },
    /// Examples of what can be searched for.
    Grammar(ListCursor),
    /// What the query can be narrowed by.
    Facets(Facets),
    /// Cités side by side.
    Comparison {
        /// Their places in the snapshot.
        cites: Vec<usize>,
        /// How many lines the facts are moved up.
        scroll: usize,
    },
    /// The card of the selected item in large letters.
    BigCard {
        /// The lines that have scrolled out at the top.
        scroll: usize,
    },
    /// A text to be selected with the mouse.
    Text {
        /// The text.
        text: String,
        /// How many lines it is moved up.
        scroll: usize,
    },
    /// The name of the file that takes what is listed.
    Save(SaveDialog),
}

impl Popup {
    /// Where its keys are.
    pub const fn key_context(&self) -> KeyContext {
        match self {
            Self::Keys { .. } => KeyContext::Help,
            Self::Grammar(_) => KeyContext::Grammar,
            Self::Facets(_) => KeyContext::Facets,
            Self::Comparison { .. } => KeyContext::Comparison,
            Self::BigCard { .. } => KeyContext::BigCard,
            Self::Text { .. } => KeyContext::Text,
            Self::Save(save) if save.exists => KeyContext::Replace,
            Self::Save(_) => KeyContext::Save,
        }
    }

    /// The line that letters are written into.
    pub const fn line(&self) -> Option<&LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&facets.filter),
            Self::Save(save) => Some(&save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard { .. } | Self::Text { .. } => None,
        }
    }

    pub(in crate::tui) const fn line_mut(&mut self) -> Option<&mut LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&mut facets.filter),
            Self::Save(save) => Some(&mut save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard { .. } | Self::Text { .. } => None,
        }
    }

    /// By how many lines it is moved up.
    pub const fn scroll(&self) -> usize {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard { scroll }
            | Self::Text { scroll, .. } => *scroll,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => 0,
        }
    }

    pub(in crate::tui) const fn scroll_to(&mut self, line: usize) {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard { scroll }
            | Self::Text { scroll, .. } => *scroll = line,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => {}
        }
    }

    /// The line that is chosen, where one is.
    pub const fn cursor(&self) -> Option<ListCursor> {
        match self {
            Self::Grammar(cursor) => Some(*cursor),
            Self::Facets(facets) => Some(facets.cursor),
            _ => None,
        }
    }

    pub(in crate::tui) const fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        match self {
            Self::Grammar(cursor) => Some(cursor),
            Self::Facets(facets) => Some(&mut facets.cursor),
            _ => None,
        }
    }
}

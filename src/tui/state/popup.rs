//! The popups, which cover the tabs and take the keys until they are closed.

use crate::tui::state::{CrossView, Facets, KeyContext, LineEditor, ListCursor, Neighbours, SaveDialog};

/// A popup over the tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The keys that work in a context.
    Keys {
        /// The context.
        context: KeyContext,
        /// The words that the shown lines contain.
        filter: LineEditor,
        /// The chosen action.
        cursor: ListCursor,
    },
    /// Examples of queries.
    Grammar(ListCursor),
    /// The facets that narrow the query.
    Facets(Facets),
    /// Cités side by side.
    Comparison {
        /// The indices of the Cités.
        cites: Vec<usize>,
        /// The facts that have scrolled out at the top, in lines.
        scroll: usize,
    },
    /// Cités counted by two groupings.
    Cross(CrossView),
    /// The nearest Cités to a place.
    Neighbours(Neighbours),
    /// The card of the selected item in large letters.
    BigCard {
        /// The lines that have scrolled out at the top.
        scroll: usize,
    },
    /// A text, for the terminal to select with the mouse.
    Text {
        /// The text.
        text: String,
        /// The lines that have scrolled out at the top.
        scroll: usize,
    },
    /// The name of the file to write.
    Save(SaveDialog),
}

impl Popup {
    /// Returns the context of its keys.
    pub const fn key_context(&self) -> KeyContext {
        match self {
            Self::Keys { .. } => KeyContext::Help,
            Self::Grammar(_) => KeyContext::Grammar,
            Self::Facets(_) => KeyContext::Facets,
            Self::Comparison { .. } => KeyContext::Comparison,
            Self::Cross(_) => KeyContext::Cross,
            Self::Neighbours(_) => KeyContext::Neighbours,
            Self::BigCard { .. } => KeyContext::BigCard,
            Self::Text { .. } => KeyContext::Text,
            Self::Save(save) if save.exists => KeyContext::Replace,
            Self::Save(save) if save.choosing.is_some() => KeyContext::SaveColumns,
            Self::Save(_) => KeyContext::Save,
        }
    }

    /// Returns the line that letters are written into.
    pub const fn line(&self) -> Option<&LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&facets.filter),
            Self::Neighbours(neighbours) => Some(&neighbours.place),
            Self::Save(save) if save.choosing.is_none() => Some(&save.name),
            Self::Save(_)
            | Self::Grammar(_)
            | Self::Comparison { .. }
            | Self::Cross(_)
            | Self::BigCard { .. }
            | Self::Text { .. } => None,
        }
    }

    pub(in crate::tui) const fn line_mut(&mut self) -> Option<&mut LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&mut facets.filter),
            Self::Neighbours(neighbours) => Some(&mut neighbours.place),
            Self::Save(save) if save.choosing.is_none() => Some(&mut save.name),
            Self::Save(_)
            | Self::Grammar(_)
            | Self::Comparison { .. }
            | Self::Cross(_)
            | Self::BigCard { .. }
            | Self::Text { .. } => None,
        }
    }

    /// Returns the number of lines that have scrolled out at the top.
    pub const fn scroll(&self) -> usize {
        match self {
            Self::Comparison { scroll, .. } | Self::BigCard { scroll } | Self::Text { scroll, .. } => *scroll,
            Self::Keys { .. }
            | Self::Grammar(_)
            | Self::Facets(_)
            | Self::Cross(_)
            | Self::Neighbours(_)
            | Self::Save(_) => 0,
        }
    }

    pub(in crate::tui) const fn scroll_to(&mut self, line: usize) {
        match self {
            Self::Comparison { scroll, .. } | Self::BigCard { scroll } | Self::Text { scroll, .. } => {
                *scroll = line
            }
            Self::Keys { .. }
            | Self::Grammar(_)
            | Self::Facets(_)
            | Self::Cross(_)
            | Self::Neighbours(_)
            | Self::Save(_) => {}
        }
    }

    /// Returns the cursor of its list, if it has one.
    pub const fn cursor(&self) -> Option<ListCursor> {
        match self {
            Self::Grammar(cursor) | Self::Keys { cursor, .. } => Some(*cursor),
            Self::Facets(facets) => Some(facets.cursor),
            Self::Neighbours(neighbours) => Some(neighbours.cursor),
            Self::Save(save) => save.choosing,
            _ => None,
        }
    }

    pub(in crate::tui) const fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        match self {
            Self::Grammar(cursor) | Self::Keys { cursor, .. } => Some(cursor),
            Self::Facets(facets) => Some(&mut facets.cursor),
            Self::Neighbours(neighbours) => Some(&mut neighbours.cursor),
            Self::Save(save) => save.choosing.as_mut(),
            _ => None,
        }
    }
}

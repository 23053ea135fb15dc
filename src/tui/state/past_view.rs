//! A view that was left.

use crate::tui::state::{Item, Tab};

/// A view that was left, and can be returned to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastView {
    /// The tab.
    pub tab: Tab,
    /// The text of the query.
    pub query: String,
    /// The selected item, if the snapshot still has it at its index.
    pub selected: Option<Item>,
}

impl PastView {
    /// Returns whether both show the same tab and the same results.
    pub fn shows_the_same(&self, other: &Self) -> bool {
        (self.tab, &self.query) == (other.tab, &other.query)
    }
}

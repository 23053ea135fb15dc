//! The popup of the Cités nearest to a place.

use crate::tui::state::{LineEditor, ListCursor};
use crate::views::near::{Distance, Origin};

/// The nearest Cités to a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbours {
    /// The Cité or the place outside that was selected; the place until another one is written.
    pub selected: Origin,
    /// The name of another place.
    pub place: LineEditor,
    /// The place that distances are from; `None` if nothing has the name that is written.
    pub origin: Option<Origin>,
    /// The Cités, the nearest first.
    pub cites: Vec<Distance>,
    /// The chosen one.
    pub cursor: ListCursor,
}

impl Eq for Neighbours {}

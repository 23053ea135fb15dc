//! What the explorer shows first.

use std::sync::Arc;

use jiff::civil::Date;

use crate::locale::Lang;
use crate::snapshot::Snapshot;
use crate::tui::state::{Item, Provenance, SortOrder, Tab};
use crate::tui::theme::Theme;
use crate::views::groups::Grouping;

/// How the explorer starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is explored.
    pub snapshot: Arc<Snapshot>,
    /// Where that comes from.
    pub provenance: Provenance,
    /// The language of the screen.
    pub lang: Lang,
    /// The day on which ages are told.
    pub today: Date,
    /// How it looks.
    pub theme: Theme,
    /// What is searched for at the start.
    pub query: String,
    /// The tab that is shown first.
    pub tab: Tab,
    /// What else is shown first.
    pub initial_view: InitialView,
    /// Whether the mouse is for the explorer rather than for the terminal.
    pub mouse: bool,
}

/// What the explorer shows first, besides the tab and what the query finds.
#[derive(Debug, Clone, Default)]
pub struct InitialView {
    /// The order of the tab.
    pub sort: SortOrder,
    /// What is selected, unless the query leaves it out.
    pub select: Option<Item>,
    /// Whether ages are shown as lives on an axis of years.
    pub timeline: bool,
    /// What the points of the map are told apart by.
    pub colouring: Option<Grouping>,
    /// Whether the keys go to the list rather than to the search bar.
    pub in_list: bool,
    /// The day that was asked for, where one was.
    pub as_of: Option<Date>,
    /// The language that was asked for, where one was.
    pub lang: Option<Lang>,
}

//! The first view of the explorer.

use std::sync::Arc;

use jiff::civil::Date;

use crate::locale::Lang;
use crate::snapshot::Snapshot;
use crate::tui::state::{ClipboardAccess, Item, Provenance, SortOrder, Tab, Variant};
use crate::tui::theme::Theme;
use crate::views::map::Colouring;

/// The options that the explorer starts with.
#[derive(Debug, Clone)]
pub struct Options {
    /// The snapshot to explore.
    pub snapshot: Arc<Snapshot>,
    /// The origin of the snapshot.
    pub provenance: Provenance,
    /// The language of the screen.
    pub lang: Lang,
    /// The day on which ages are counted.
    pub today: Date,
    /// The colours and the glyphs.
    pub theme: Theme,
    /// The first query.
    pub query: String,
    /// The first tab.
    pub tab: Tab,
    /// Other properties of the first view.
    pub initial_view: InitialView,
    /// Whether the explorer takes the mouse from the terminal.
    pub mouse: bool,
    /// Whether queries are kept for later sessions, and those of earlier ones are offered.
    pub history: bool,
    /// Whether addresses are opened in a browser; if not, they are copied.
    pub opens_addresses: bool,
    /// The folder in which files without one are saved.
    pub folder: String,
    /// Whether the terminal lets the explorer copy.
    pub clipboard: ClipboardAccess,
}

/// The first view, besides the tab and the matches of the query.
#[derive(Debug, Clone, Default)]
pub struct InitialView {
    /// The order of the list.
    pub sort: SortOrder,
    /// The selected item, if it is listed.
    pub select: Option<Item>,
    /// The way the tab is shown, if that is not the usual one.
    pub variant: Option<Variant>,
    /// What colours the map.
    pub colouring: Option<Colouring>,
    /// Whether the list has the focus instead of the search bar.
    pub in_list: bool,
    /// The requested day, if any.
    pub as_of: Option<Date>,
    /// The requested language, if any.
    pub lang: Option<Lang>,
}

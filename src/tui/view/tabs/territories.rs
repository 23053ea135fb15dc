//! The Cités, one per row.

use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::view::Frame;
use crate::tui::view::widgets::cite_table;
use crate::views::cites;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    cite_table::render(frame, areas, state, cites::TERRITORIES.shown, |_| Vec::new(), |_, text| text);
}

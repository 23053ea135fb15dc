//! The map: where the Cités are, and what they have in common.

mod label;
mod legend;
mod panes;
mod places;
mod points;

use crate::tui::view::Frame;

use crate::tui::state::State;
use crate::tui::state::layout::Areas;

pub use panes::cite_at;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    if state.list().listing().items.is_empty() {
        return;
    }
    let (panes, legend) = panes::of(areas, state);
    for pane in &panes {
        pane.render(frame, state);
    }
    legend::render(frame, legend, state);
}

//! The ages of the Cités, as exact as their dates.

use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::view::Frame;
use crate::tui::view::widgets::cite_table;
use crate::tui::view::widgets::table::Row;
use crate::views::cites;

/// Draws the tab as a list.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let other = |_, _: &[_]| Row::Whole(Vec::new());
    cite_table::render(frame, areas, state, cites::AGES.shown, other, |_, text| text);
}

//! The panel below a list, where a tab sums up its items.

use ratatui::layout::Rect;

use crate::tui::state::layout::take_top;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;

/// Draws the line between the list and the panel. Returns the area below it.
pub fn render(frame: &mut Frame<'_>, area: Rect, theme: &Theme) -> Rect {
    let (edge, inside) = take_top(area, 1);
    let line = theme.glyphs.horizontal.repeat(edge.width.into());
    if !edge.is_empty() {
        frame.buffer_mut().set_string(edge.x, edge.y, line, theme.style(Role::Line));
    }
    inside
}

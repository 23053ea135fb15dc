//! The lines of a popup that can be chosen.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::state::ListCursor;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::{scrollbar, text};

/// Draws the lines that are on the screen, the chosen one marked, and their scrollbar.
pub fn render(frame: &mut Frame<'_>, body: Rect, lines: &[Line<'static>], cursor: ListCursor, theme: &Theme) {
    let offset = cursor.offset();
    scrollbar::render(frame, body, body.right(), lines.len(), offset, theme);
    for ((index, line), row) in lines.iter().enumerate().skip(offset).zip(body.rows()) {
        text::render(frame, row, line.spans.clone(), theme);
        if index == cursor.index() {
            frame.buffer_mut().set_string(row.x, row.y, theme.glyphs.pointer, theme.style(Role::Text));
            frame.buffer_mut().set_style(row, theme.style(Role::Selected));
            frame.mark_selected(row);
        }
    }
}

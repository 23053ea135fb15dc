//! The scrollbar beside a text or list that is longer than its area.

use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;

/// Draws in the column `x` which part of `total` lines is in `area`: those from
/// line `offset` on. Draws nothing if all lines fit.
pub fn render(frame: &mut Frame<'_>, area: Rect, x: u16, total: usize, offset: usize, theme: &Theme) {
    let height = usize::from(area.height);
    if total <= height || height == 0 {
        return;
    }
    let length = (height * height / total).clamp(1, height);
    let last = total - height;
    let start = (height - length) * offset.min(last) / last;
    // The thumb touches an end of the track only at that end of the text.
    let start = if offset > 0 { start.max(1) } else { start }.min(height - length);
    let start = if offset < last { start.min((height - length).saturating_sub(1)) } else { start };
    for line in start..start + length {
        let y = area.y.saturating_add(u16::try_from(line).unwrap_or(u16::MAX));
        let cell = Rect::new(x, y, 1, 1).intersection(frame.area());
        frame.render_widget(Clear, cell);
        frame.buffer_mut().set_string(cell.x, cell.y, theme.glyphs.thumb, theme.style(Role::Line));
    }
}

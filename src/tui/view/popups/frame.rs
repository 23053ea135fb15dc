//! The border of a popup, and a line to write into.

use ratatui::layout::{Constraint, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear};

use crate::tui::state::LineEditor;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::text::width;
use crate::views::layout;

/// Columns and lines that the border takes.
pub const BORDER: u16 = 2;

/// Before what is written.
const PROMPT: &str = "> ";

/// The place of a popup with room for so many columns and lines inside of its
/// border, in the middle of `screen`.
pub fn centered(screen: Rect, columns: usize, lines: usize) -> Rect {
    let fit =
        |wanted: usize, most: u16| u16::try_from(wanted).unwrap_or(most).saturating_add(BORDER).min(most);
    screen.centered(
        Constraint::Length(fit(columns, screen.width)),
        Constraint::Length(fit(lines, screen.height)),
    )
}

/// What is inside of the border of a popup.
pub const fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(BORDER),
        height: area.height.saturating_sub(BORDER),
    }
}

/// Clears the place of a popup and draws its border; what is inside comes back.
pub fn render(frame: &mut Frame<'_>, area: Rect, title: &str, theme: &Theme) -> Rect {
    let block = Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.style(Role::ActiveLine))
        .title(Span::styled(format!(" {title} "), theme.style(Role::Title)));
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inside(area)
}

/// Draws a line that is being written, the cursor in it, and behind it `right`.
pub fn line(frame: &mut Frame<'_>, area: Rect, line: &LineEditor, right: &str, theme: &Theme) {
    let room = area.width.saturating_sub(width(PROMPT) + width(right) + 1);
    frame.render_widget(Span::styled(PROMPT, theme.style(Role::Prompt)), area);
    let field = Rect { x: area.x + width(PROMPT).min(area.width), width: room, ..area };
    let hidden = width(line.before_cursor()).saturating_sub(room.saturating_sub(1));
    let skipped = layout::prefix(line.text(), hidden.into()).len();
    let shown = layout::prefix(line.text().get(skipped..).unwrap_or_default(), room.into());
    frame.render_widget(Span::styled(shown.to_owned(), theme.style(Role::Text)), field);
    let end =
        Rect { x: area.right().saturating_sub(width(right)), width: width(right).min(area.width), ..area };
    frame.render_widget(Span::styled(right.to_owned(), theme.style(Role::Detail)), end);
    let cursor = field.x + width(line.before_cursor()).saturating_sub(hidden);
    if !area.is_empty() {
        frame.set_cursor_position((cursor.min(area.right().saturating_sub(1)), area.y));
    }
}

//! The border of a popup, and its line of input.

use ratatui::layout::{Constraint, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear};

use crate::tui::state::LineEditor;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::input::VisibleInput;
use crate::tui::view::widgets::text::width;

/// The cells of the border in a line, and its lines.
const BORDER: u16 = 2;

/// Precedes the input.
const PROMPT: &str = "> ";

/// Centers a popup on the screen, with `columns` cells and `lines` lines inside
/// of its border, or fewer if the screen is smaller.
pub fn centered(screen: Rect, columns: usize, lines: usize) -> Rect {
    let fit = |length: usize, max: u16| u16::try_from(length).unwrap_or(max).saturating_add(BORDER).min(max);
    screen.centered(
        Constraint::Length(fit(columns, screen.width)),
        Constraint::Length(fit(lines, screen.height)),
    )
}

/// Returns the area inside of the border.
pub const fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(BORDER),
        height: area.height.saturating_sub(BORDER),
    }
}

/// Clears the area of a popup and draws its border. Returns the area inside.
pub fn render(frame: &mut Frame<'_>, area: Rect, title: &str, theme: &Theme) -> Rect {
    let block = Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.style(Role::ActiveLine))
        .title(Span::styled(format!(" {title} "), theme.style(Role::Title)));
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inside(area)
}

/// Draws a line of input with the cursor, and `right` at its end.
pub fn input(frame: &mut Frame<'_>, area: Rect, line: &LineEditor, right: &str, theme: &Theme) {
    let field_width = area.width.saturating_sub(width(PROMPT) + width(right) + 1);
    frame.render_widget(Span::styled(PROMPT, theme.style(Role::Prompt)), area);
    let field = Rect { x: area.x + width(PROMPT).min(area.width), width: field_width, ..area };
    let input = VisibleInput::new(line, field_width);
    frame.render_widget(Span::styled(input.text.to_owned(), theme.style(Role::Text)), field);
    let end =
        Rect { x: area.right().saturating_sub(width(right)), width: width(right).min(area.width), ..area };
    frame.render_widget(Span::styled(right.to_owned(), theme.style(Role::Detail)), end);
    if !area.is_empty() {
        frame.set_cursor_position(((field.x + input.cursor).min(area.right().saturating_sub(1)), area.y));
    }
}

//! A text to be selected with the mouse, for terminals that do not copy: with
//! nothing beside it that would be selected too.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;

use crate::tui::state::App;
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::{text, wrap};

/// Draws the text, moved up by `scroll` lines.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, shown: &str, scroll: usize) {
    frame.render_widget(Clear, screen);
    let style = app.theme.style(Role::Text);
    for (line, row) in lines(shown, screen.width).into_iter().skip(scroll).zip(screen.rows()) {
        frame.render_widget(line.style(style), row);
    }
}

/// How many lines it has, and how many of them are on the screen.
pub fn heights(screen: Rect, shown: &str) -> (usize, usize) {
    (lines(shown, screen.width).len(), screen.height.into())
}

/// Broken where the screen ends, as a terminal does, so that it is pasted as it was.
fn lines(shown: &str, width: u16) -> Vec<Line<'static>> {
    let broken = shown.lines().flat_map(|line| {
        let line = text::plain(line, ratatui::style::Style::new());
        if line.content.is_empty() { vec![Line::default()] } else { wrap::anywhere(&line, width.into()) }
    });
    broken.collect()
}

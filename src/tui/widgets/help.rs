//! The popup of the keys.

use ratatui::Frame;
use ratatui::layout::{Constraint, Position, Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};
use unicode_width::UnicodeWidthStr;

use super::{text, thumb};
use crate::t;
use crate::tui::app::App;
use crate::tui::keymap::{self, Binding, Context};
use crate::tui::theme::Role;

/// Blank columns between keys and what they do.
const GAP: usize = 2;

/// Draws the keys that work in `keys`, moved up by `scroll` lines.
pub fn render(frame: &mut Frame<'_>, app: &App, keys: Context, scroll: usize) {
    let theme = &app.theme;
    let lines = lines(app, keys);
    let area = place(frame.area(), &lines);
    let title = format!(" {} ", t!(app.lang, "tui-help-title"));
    let block = Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.style(Role::ActiveLine))
        .title(Span::styled(title, theme.style(Role::Title)));
    let inside = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    thumb::render(frame, inside, inside.right(), lines.len(), scroll, theme);
    for (line, row) in lines.into_iter().skip(scroll).zip(inside.rows()) {
        frame.render_widget(text::fitted(line.spans, row.width.into(), theme.glyphs.ellipsis), row);
    }
}

/// How many lines the popup has, and how many of them are on a screen of `size`.
pub fn heights(app: &App, keys: Context, size: Size) -> (usize, usize) {
    let lines = lines(app, keys);
    let place = place(Rect::from((Position::ORIGIN, size)), &lines);
    (lines.len(), place.height.saturating_sub(2).into())
}

/// A line a binding: its keys, and what they do.
fn lines(app: &App, keys: Context) -> Vec<Line<'static>> {
    let named: Vec<(String, &Binding)> = keymap::working(keys)
        .map(|(binding, keys)| {
            let names: Vec<String> = keys.iter().map(|key| key.name(app.lang)).collect();
            (names.join("  "), binding)
        })
        .collect();
    let widest = named.iter().map(|(names, _)| names.width()).max().unwrap_or(0);
    let lines = named.into_iter().map(|(names, binding)| {
        let blank = " ".repeat(widest - names.width() + GAP);
        Line::from(vec![
            Span::styled(format!(" {names}{blank}"), app.theme.style(Role::Key)),
            Span::styled(format!("{} ", t!(app.lang, binding.text)), app.theme.style(Role::Text)),
        ])
    });
    lines.collect()
}

fn place(screen: Rect, lines: &[Line<'_>]) -> Rect {
    let width = lines.iter().map(Line::width).max().unwrap_or(0).saturating_add(2);
    let height = lines.len().saturating_add(2);
    let fit = |wanted: usize, most: u16| u16::try_from(wanted).unwrap_or(most).min(most);
    screen.centered(
        Constraint::Length(fit(width, screen.width)),
        Constraint::Length(fit(height, screen.height)),
    )
}

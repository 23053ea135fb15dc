//! The keys that work in a place, and what they do.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::fold_text;
use crate::t;
use crate::tui::keymap;
use crate::tui::keymap::Context;
use crate::tui::state::layout::take_top;
use crate::tui::state::{App, LineEditor};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::popups::frame;
use crate::tui::view::widgets::{text, thumb};

/// Blank columns between keys and what they do.
const GAP: usize = 2;

/// Draws the keys of a place that `filter` finds, moved up by `scroll` lines.
pub fn render(
    frame: &mut Frame<'_>,
    screen: Rect,
    app: &App,
    of: Context,
    filter: &LineEditor,
    scroll: usize,
) {
    let theme = &app.theme;
    let all = lines(app, of, "");
    let inside = frame::render(frame, place(screen, &all), &t!(app.lang, "tui-help-title"), theme);
    let (line, body) = take_top(inside, 1);
    let found = lines(app, of, filter.text());
    frame::line(frame, line, filter, &format!("{}/{} ", found.len(), all.len()), theme);
    thumb::render(frame, body, body.right(), found.len(), scroll, theme);
    for (line, row) in found.into_iter().skip(scroll).zip(body.rows()) {
        frame.render_widget(text::fitted(line.spans, row.width.into(), theme.glyphs.ellipsis), row);
    }
}

/// How many keys there are, and how many of them are on the screen.
pub fn heights(screen: Rect, app: &App, of: Context, filter: &LineEditor) -> (usize, usize) {
    let (_, body) = take_top(frame::inside(place(screen, &lines(app, of, ""))), 1);
    (lines(app, of, filter.text()).len(), body.height.into())
}

/// Where the popup stands.
pub fn area(screen: Rect, app: &App, of: Context) -> Rect {
    place(screen, &lines(app, of, ""))
}

/// A line a binding that has the letters of `filter`: its keys, and what they do.
fn lines(app: &App, of: Context, filter: &str) -> Vec<Line<'static>> {
    let named: Vec<(String, String)> = keymap::working(of)
        .map(|(binding, keys)| {
            let in_letters = !app.theme.has_blocks();
            let names: Vec<String> = keys.iter().map(|key| key.name(app.lang, in_letters)).collect();
            (names.join("  "), t!(app.lang, binding.text))
        })
        .collect();
    let widest = named.iter().map(|(names, _)| names.width()).max().unwrap_or(0);
    let wanted = fold_text(filter);
    let is_found = |(names, text): &(String, String)| {
        let line = format!("{} {}", fold_text(names), fold_text(text));
        wanted.split(' ').all(|word| line.contains(word)) || (filter == names)
    };
    let lines = named.into_iter().filter(is_found).map(|(names, text)| {
        let blank = " ".repeat(widest - names.width() + GAP);
        Line::from(vec![
            Span::styled(format!(" {names}{blank}"), app.theme.style(Role::Key)),
            Span::styled(format!("{text} "), app.theme.style(Role::Text)),
        ])
    });
    lines.collect()
}

/// The line of the filter is above the keys.
fn place(screen: Rect, lines: &[Line<'_>]) -> Rect {
    frame::centered(screen, lines.iter().map(Line::width).max().unwrap_or(0), lines.len() + 1)
}

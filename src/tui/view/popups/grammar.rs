//! What can be searched for, by examples that run when they are chosen.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::t;
use crate::tui::state::layout::take_bottom;
use crate::tui::state::{App, Choice};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::popups::{Spot, frame};
use crate::tui::view::widgets::{text, thumb, wrap};
use crate::views::grammar::{Example, examples};

/// Lines for the whole meaning of the chosen example.
const MEANING_HEIGHT: u16 = 2;

/// Draws the examples, one of them chosen.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, choice: Choice) {
    let theme = &app.theme;
    let lines = lines(app);
    let area = place(screen, &lines);
    let inside = frame::render(frame, area, &t!(app.lang, "tui-grammar-title"), theme);
    let (inside, meaning) = parts(inside, &lines);
    if let Some(example) = examples().nth(choice.place()) {
        let meaning_text = [text::plain(&example.meaning(app.lang), theme.style(Role::Detail))];
        for (line, row) in wrap::wrap(&meaning_text, meaning.width.into()).into_iter().zip(meaning.rows()) {
            frame.render_widget(line, row);
        }
    }
    thumb::render(frame, inside, inside.right(), lines.len(), choice.offset(), theme);
    for ((place, line), row) in lines.into_iter().enumerate().skip(choice.offset()).zip(inside.rows()) {
        frame.render_widget(text::fitted(line.spans, row.width.into(), theme.glyphs.ellipsis), row);
        if place == choice.place() {
            frame.buffer_mut().set_string(row.x, row.y, theme.glyphs.pointer, theme.style(Role::Text));
            frame.buffer_mut().set_style(row, theme.style(Role::Selected));
        }
    }
}

/// How many examples there are, and how many of them are on the screen.
pub fn heights(screen: Rect, app: &App) -> (usize, usize) {
    let lines = lines(app);
    let (body, _) = parts(frame::inside(place(screen, &lines)), &lines);
    (lines.len(), body.height.into())
}

/// What of it is at a place of the screen.
pub fn spot(screen: Rect, app: &App, choice: Choice, at: Position) -> Spot {
    let lines = lines(app);
    let area = place(screen, &lines);
    let (body, _) = parts(frame::inside(area), &lines);
    super::line_at(body, at, choice.offset(), lines.len()).unwrap_or(super::on(area, at))
}

fn lines(app: &App) -> Vec<Line<'static>> {
    let widest = examples().map(|example| example.query(app.lang).width()).max().unwrap_or(0);
    let line = |example: Example| {
        let query = example.query(app.lang);
        let blank = " ".repeat(widest - query.width() + 2);
        Line::from(vec![
            Span::styled(format!("  {query}{blank}"), app.theme.style(Role::Key)),
            Span::styled(format!("{} ", example.meaning(app.lang)), app.theme.style(Role::Text)),
        ])
    };
    examples().map(line).collect()
}

/// Where the examples stand, and the meaning of the chosen one where the lines are cut.
fn parts(inside: Rect, lines: &[Line<'_>]) -> (Rect, Rect) {
    let is_cut = lines.iter().any(|line| line.width() > usize::from(inside.width));
    take_bottom(inside, if is_cut { MEANING_HEIGHT.min(inside.height / 2) } else { 0 })
}

fn place(screen: Rect, lines: &[Line<'_>]) -> Rect {
    frame::centered(screen, lines.iter().map(Line::width).max().unwrap_or(0), lines.len())
}

//! The card of what is selected, in letters to be read from the back of a room:
//! what it is about and the facts at the top large, the rest below as usual.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::tui::state::layout::pad;
use crate::tui::state::{App, Matches};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::{big, card, text, thumb, wrap};
use crate::views::card::Entry;
use crate::views::labels;

/// Fewest columns for large letters: below, a word has no room.
const LEAST_WIDTH: u16 = 60;
/// Most lines of large letters for a fact.
const MOST_LINES: usize = 2;
/// Most lines of large letters for what the card is about.
const MOST_TITLE_LINES: usize = 3;

/// Draws the card, moved up by `scroll` lines.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, scroll: usize) {
    frame.render_widget(Clear, screen);
    let inside = pad(screen);
    let lines = lines(app, inside.width);
    thumb::render(frame, inside, screen.right().saturating_sub(1), lines.len(), scroll, &app.theme);
    for (line, row) in lines.into_iter().skip(scroll).zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}

/// How many lines it has, and how many of them are on the screen.
pub fn heights(screen: Rect, app: &App) -> (usize, usize) {
    (lines(app, pad(screen).width).len(), screen.height.into())
}

fn lines(app: &App, width: u16) -> Vec<Line<'static>> {
    let Some(card) = app.card() else { return Vec::new() };
    let theme = &app.theme;
    let mut lines = enlarged(app, &card.title, Role::Title, width, MOST_TITLE_LINES);
    lines.push(Line::from(text::plain(&card.subtitle, theme.style(Role::Detail))));
    let mut sections = card.sections.iter();
    for entry in sections.next().into_iter().flat_map(|facts| &facts.entries) {
        lines.extend(fact(app, entry, width));
    }
    for section in sections {
        lines.push(Line::default());
        lines.extend(card::section_lines(app, section, &Matches::default(), width.into()));
    }
    lines
}

/// The name of a fact, and below it what is known.
fn fact(app: &App, entry: &Entry, width: u16) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let mut name = vec![text::plain(&entry.name, theme.style(Role::Name))];
    if !entry.detail.is_empty() {
        name.push(text::plain(&format!(" · {}", entry.detail), theme.style(Role::Detail)));
    }
    let mut lines = if entry.name.is_empty() { Vec::new() } else { vec![Line::default()] };
    lines.extend(wrap::wrap(&name, width.into()));
    lines.extend(match &entry.text {
        Some(known) => enlarged(app, known, Role::Text, width, MOST_LINES),
        None => enlarged(app, &labels::unknown(app.lang), Role::Unknown, width, MOST_LINES),
    });
    lines
}

/// A text in large letters where these have room and the terminal has their
/// pieces, else in bold ones.
fn enlarged(app: &App, text: &str, role: Role, width: u16, most: usize) -> Vec<Line<'static>> {
    let style = app.theme.style(role);
    let large = (width >= LEAST_WIDTH && app.theme.has_blocks())
        .then(|| big::lines(text, width.into(), style))
        .flatten()
        .filter(|lines| lines.len() <= most * usize::from(big::LETTER));
    large.unwrap_or_else(|| {
        let text: Span<'static> = text::plain(text, style.bold());
        wrap::wrap(&[text], width.into())
    })
}

//! The card of what is selected, in letters to be read from the back of a room:
//! what it is about and the facts at the top large, the rest below as usual.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::tui::state::layout::pad;
use crate::tui::state::{Extent, Matches, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{big, card, page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::card::{Card, Entry};
use crate::views::labels;

/// Fewest columns for large letters: below, a word has no room.
const LEAST_WIDTH: u16 = 60;
/// Most lines of large letters for a fact.
const MOST_LINES: usize = 2;
/// Most lines of large letters for what the card is about.
const MOST_TITLE_LINES: usize = 3;

/// The card, broken into lines.
#[derive(Debug)]
pub struct Layout {
    screen: Rect,
    inside: Rect,
    lines: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the card of the selected item.
    pub fn new(screen: Rect, cx: ViewContext<'_>, card: Option<&Card>) -> Self {
        let inside = pad(screen);
        Self { screen, inside, lines: lines(cx, card, inside.width) }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.screen.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        frame.render_widget(Clear, self.screen);
        let (inside, scroll) = (self.inside, popup.scroll());
        let x = self.screen.right().saturating_sub(1);
        scrollbar::render(frame, inside, x, self.lines.len(), scroll, cx.theme);
        page::render_lines(frame, inside, &self.lines, scroll);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.screen, at)
    }
}

fn lines(cx: ViewContext<'_>, card: Option<&Card>, width: u16) -> Vec<Line<'static>> {
    let Some(card) = card else { return Vec::new() };
    let theme = cx.theme;
    let mut lines = enlarged(cx, &card.title, Role::Title, width, MOST_TITLE_LINES);
    lines.push(Line::from(text::plain(&card.subtitle, theme.style(Role::Detail))));
    let mut sections = card.sections.iter();
    for entry in sections.next().into_iter().flat_map(|facts| &facts.entries) {
        lines.extend(fact(cx, entry, width));
    }
    for section in sections {
        lines.push(Line::default());
        lines.extend(card::section_lines(cx, section, &Matches::default(), width.into()));
    }
    lines
}

/// The name of a fact, and below it what is known.
fn fact(cx: ViewContext<'_>, entry: &Entry, width: u16) -> Vec<Line<'static>> {
    let theme = cx.theme;
    let mut name = vec![text::plain(&entry.name, theme.style(Role::Name))];
    if !entry.detail.is_empty() {
        name.push(text::plain(&format!(" · {}", entry.detail), theme.style(Role::Detail)));
    }
    let mut lines = if entry.name.is_empty() { Vec::new() } else { vec![Line::default()] };
    lines.extend(wrap::wrap(&name, width.into()));
    lines.extend(match &entry.text {
        Some(known) => enlarged(cx, known, Role::Text, width, MOST_LINES),
        None => enlarged(cx, &labels::unknown(cx.lang), Role::Unknown, width, MOST_LINES),
    });
    lines
}

/// A text in large letters where these have room and the terminal has their
/// pieces, else in bold ones.
fn enlarged(cx: ViewContext<'_>, text: &str, role: Role, width: u16, most: usize) -> Vec<Line<'static>> {
    let style = cx.style(role);
    let large = (width >= LEAST_WIDTH && cx.theme.is_unicode())
        .then(|| big::lines(text, width.into(), style))
        .flatten()
        .filter(|lines| lines.len() <= most * usize::from(big::LETTER));
    large.unwrap_or_else(|| {
        let text: Span<'static> = text::plain(text, style.bold());
        wrap::wrap(&[text], width.into())
    })
}

//! The card of the selected item, legible from the back of a room: its title
//! and first facts in large letters, the rest as in the card beside the list.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Clear;

use crate::tui::state::layout::pad;
use crate::tui::state::{Extent, Matches, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::page::Page;
use crate::tui::view::widgets::{big, card, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::card::{Card, Entry, Section};
use crate::views::labels;

/// The minimum width for large letters, in cells: below it, 15 letters or fewer
/// fit in a line.
const MIN_WIDTH: u16 = 60;
/// The maximum height of the title, in lines of large letters.
const MAX_TITLE_LINES: usize = 2;
/// The same where nothing would be large otherwise.
const MAX_LONE_TITLE_LINES: usize = 4;
/// The lines that such a title leaves for the text.
const TEXT_HEIGHT: usize = 6;

/// The card, broken into lines.
#[derive(Debug)]
pub struct Layout {
    screen: Rect,
    body: Page,
}

impl Layout {
    /// Lays out the card of the selected item.
    pub fn new(screen: Rect, cx: ViewContext<'_>, card: Option<&Card>) -> Self {
        let area = pad(screen);
        let lines = card.map_or_else(Vec::new, |card| {
            let lines_with = |max| lines(cx, card, area, max);
            let (lines, is_large) = lines_with(MAX_TITLE_LINES);
            if is_large { lines } else { lines_with(MAX_LONE_TITLE_LINES).0 }
        });
        Self { screen, body: Page { area, lines } }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        self.body.extent()
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        frame.render_widget(Clear, self.screen);
        self.body.render(frame, self.screen.right().saturating_sub(1), popup.scroll(), cx.theme);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.screen, at)
    }
}

/// Returns the lines of a card, and whether any has large letters.
fn lines(cx: ViewContext<'_>, card: &Card, area: Rect, max_title_lines: usize) -> (Vec<Line<'static>>, bool) {
    let Rect { width, height, .. } = area;
    let room = usize::from(height).saturating_sub(TEXT_HEIGHT);
    let max_height = (max_title_lines * usize::from(big::LETTER_SIZE)).min(room);
    let (mut lines, mut is_large) = enlarge(cx, &card.title, Role::Title, width, max_height);
    lines.push(Line::from(text::plain(&card.subtitle, cx.style(Role::Detail))));
    for section in &card.sections {
        let (answers, facts): (Vec<&Entry>, Vec<&Entry>) =
            section.entries.iter().partition(|entry| entry.is_answer);
        for entry in answers {
            let room = usize::from(height).saturating_sub(lines.len());
            let (answer, answer_is_large) = answer(cx, entry, width, room);
            is_large |= answer_is_large;
            lines.extend(answer);
        }
        lines.push(Line::default());
        let rest = Section::new(section.heading.clone(), facts.into_iter().cloned());
        lines.extend(card::section_lines(cx, &rest, &Matches::default(), width.into()));
    }
    (lines, is_large)
}

/// Returns the name of an answer, and its text below in large letters if it then has at most `room` lines; and whether it
/// has.
fn answer(cx: ViewContext<'_>, entry: &Entry, width: u16, room: usize) -> (Vec<Line<'static>>, bool) {
    let mut name = vec![text::plain(&entry.name, cx.style(Role::Name))];
    if !entry.detail.is_empty() {
        name.push(text::plain(&format!(" · {}", entry.detail), cx.style(Role::Detail)));
    }
    let mut lines = vec![Line::default()];
    if !entry.name.is_empty() {
        lines.extend(wrap::wrap(&name, width.into()));
    }
    let room = room.saturating_sub(lines.len());
    let (text, is_large) = match &entry.text {
        Some(text) => enlarge(cx, text, Role::Text, width, room),
        None => enlarge(cx, &labels::unknown(cx.lang), Role::Unknown, width, room),
    };
    lines.extend(text);
    (lines, is_large)
}

/// Returns a text in large letters, and `true`, if these take at most `max_lines` lines of the screen. Returns it in
/// bold if it does not fit or the theme is limited to ASCII.
fn enlarge(
    cx: ViewContext<'_>,
    text: &str,
    role: Role,
    width: u16,
    max_lines: usize,
) -> (Vec<Line<'static>>, bool) {
    let style = cx.style(role);
    let large = (width >= MIN_WIDTH && cx.theme.is_unicode())
        .then(|| big::lines(text, width.into(), style))
        .flatten()
        .filter(|lines| lines.len() <= max_lines);
    match large {
        Some(large) => (large, true),
        None => (wrap::wrap(&[text::plain(text, style.bold())], width.into()), false),
    }
}

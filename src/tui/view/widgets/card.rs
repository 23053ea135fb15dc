//! The card of what is selected: everything that the snapshot knows of it.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::TextField;
use crate::tui::state::layout::take_top;
use crate::tui::state::{CardArea, Extent, Focus, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::{page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::card::{Card, Entry, Section, source_marks};
use crate::views::{labels, layout};

/// Widest column of names.
const MAX_NAME_WIDTH: usize = 16;

/// Most lines of a title; a longer one is cut.
const MAX_TITLE_LINES: usize = 3;

/// A card, broken into lines for its area.
#[derive(Debug, Clone)]
pub struct CardLayout {
    title: String,
    head: Vec<Line<'static>>,
    head_area: Rect,
    body: Rect,
    lines: Vec<Line<'static>>,
}

impl CardLayout {
    /// Lays out the card of the selected item. Returns `None` if nothing is
    /// selected or the card has no space.
    pub fn new(state: &State) -> Option<Self> {
        let area = state.areas()?.card;
        let text_area = area.text()?;
        let card = state.card()?;
        let head = head_lines(ViewContext::of(state), area, &card);
        // Below a list, space is short.
        let blank = if title_is_in_edge(area) { 0 } else { 1 };
        let height = u16::try_from(head.len()).unwrap_or(0) + blank;
        let (head_area, body) = take_top(text_area, height);
        let lines = layout_body(state, &card, body.width.into());
        Some(Self { title: card.title, head, head_area, body, lines })
    }

    /// Returns the size of the text below the head.
    pub fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.body.height.into() }
    }
}

/// Draws the card and the line between it and the list.
pub fn render(frame: &mut Frame<'_>, state: &State, area: CardArea, card: Option<&CardLayout>) {
    draw_edge(frame, state, area, card.map(|card| card.title.as_str()));
    let (Some(card), Some(area)) = (card, area.area()) else { return };
    let (theme, scroll) = (&state.theme, state.card_scroll);
    for (line, row) in card.head.iter().zip(card.head_area.rows()) {
        let line = text::fitted(line.spans.clone(), row.width.into(), theme.glyphs.ellipsis);
        frame.render_widget(line, row);
    }
    page::render_lines(frame, card.body, &card.lines, scroll);
    let x = area.right().saturating_sub(1);
    scrollbar::render(frame, card.body, x, card.lines.len(), scroll, theme);
}

/// The title, on as many lines as it needs up to a limit, and the subtitle.
fn head_lines(cx: ViewContext<'_>, place: CardArea, card: &Card) -> Vec<Line<'static>> {
    let style = |role| cx.style(role);
    let subtitle = Line::from(text::plain(&card.subtitle, style(Role::Detail)));
    let width = place.text().map_or(0, |text| text.width.into());
    let title = vec![text::plain(&card.title, style(Role::Title))];
    let mut lines = match title_is_in_edge(place) {
        true => Vec::new(),
        // A title without end would leave no room for the card.
        false if title.iter().map(Span::width).sum::<usize>() > width * MAX_TITLE_LINES => {
            vec![Line::from(title)]
        }
        false => wrap::wrap(&title, width),
    };
    lines.push(subtitle);
    lines
}

const fn title_is_in_edge(place: CardArea) -> bool {
    matches!(place, CardArea::Below(_))
}

/// The line between the list and the card.
fn draw_edge(frame: &mut Frame<'_>, state: &State, place: CardArea, title: Option<&str>) {
    let theme = &state.theme;
    let style = theme.style(if state.focus == Focus::Card { Role::ActiveLine } else { Role::Line });
    match place {
        CardArea::Beside(area) => {
            for row in area.rows() {
                frame.buffer_mut().set_string(row.x, row.y, theme.glyphs.vertical, style);
            }
        }
        CardArea::Below(area) => {
            let line = theme.glyphs.horizontal.repeat(area.width.into());
            frame.buffer_mut().set_string(area.x, area.y, line, style);
            if let Some(title) = title {
                let title = text::plain(&format!(" {title} "), theme.style(Role::Title));
                let place = Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
                frame.render_widget(
                    text::fitted(vec![title], place.width.into(), theme.glyphs.ellipsis),
                    place,
                );
            }
        }
        CardArea::Closed | CardArea::Instead(_) => {}
    }
}

fn layout_body(state: &State, card: &Card, width: usize) -> Vec<Line<'static>> {
    let highlighter = state.outcome.highlighter();
    let matches =
        state.selected().map(|item| Matches::of(&highlighter, item, state.context())).unwrap_or_default();
    let mut lines = Vec::new();
    for section in &card.sections {
        if !section.heading.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(section_lines(ViewContext::of(state), section, &matches, width));
    }
    lines
}

/// The lines of a section, its heading first, with what the search has found.
pub fn section_lines(
    cx: ViewContext<'_>,
    section: &Section,
    matches: &Matches,
    width: usize,
) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if !section.heading.is_empty() {
        let heading = vec![text::plain(&section.heading, cx.style(Role::Heading))];
        lines.extend(wrap::wrap(&heading, width));
    }
    lines.extend(Layout { cx, matches, width }.section(section));
    lines
}

struct Layout<'a> {
    cx: ViewContext<'a>,
    matches: &'a Matches,
    width: usize,
}

impl Layout<'_> {
    fn section(&self, section: &Section) -> Vec<Line<'static>> {
        let widest = section.entries.iter().map(|entry| entry.name.width()).max().unwrap_or(0);
        let names = widest.min(MAX_NAME_WIDTH).min(self.width * 2 / 5);
        let mut indent = 0;
        let mut lines = Vec::new();
        for entry in &section.entries {
            // Without a name of its own, a line belongs to the name above it.
            if !entry.name.is_empty() {
                indent = names + 1;
            }
            lines.extend(self.entry(entry, indent));
        }
        lines
    }

    /// An entry: its name, and beside it what is known, how and from where.
    fn entry(&self, entry: &Entry, indent: usize) -> Vec<Line<'static>> {
        let style = |role| self.cx.style(role);
        let name =
            text::marked(&entry.name, self.found(entry.name_field), style(Role::Name), style(Role::Match));
        let names = indent.saturating_sub(1);
        let name = text::fitted(name, names, self.cx.theme.glyphs.ellipsis).spans;
        let width = self.width.saturating_sub(indent);
        let mut lines = layout::wrap(&self.content(entry), width);
        if let Some(url) = &entry.url {
            let url = text::plain(url, Style::new());
            lines.extend(layout::wrap_anywhere(&url, width).into_iter().map(|span| vec![span]));
        }
        layout::hang(name, indent, lines).into_iter().map(Line::from).collect()
    }

    fn content(&self, entry: &Entry) -> Vec<Span<'static>> {
        let style = |role| self.cx.style(role);
        let mut spans = match &entry.text {
            Some(known) => {
                text::marked(known, self.found(entry.field), style(Role::Text), style(Role::Match))
            }
            None => vec![Span::styled(labels::unknown(self.cx.lang), style(Role::Unknown))],
        };
        if !entry.detail.is_empty() {
            spans.push(text::plain(&format!(" · {}", entry.detail), style(Role::Detail)));
        }
        if !entry.sources.is_empty() {
            let numbers = source_marks(&entry.sources);
            spans.push(Span::styled(format!(" {numbers}"), style(Role::Source)));
        }
        spans
    }

    fn found(&self, field: Option<(TextField, usize)>) -> &[Range<usize>] {
        field.map_or(&[], |(field, number)| self.matches.ranges(field, number))
    }
}

//! The card of the selected item: everything that the snapshot contains about it.

use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::TextField;
use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{CardArea, Extent, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::page::{self, Page};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::card::{Card, Entry, Part, Section, source_marks};
use crate::views::{labels, layout};

/// The maximum width of the column of names, in cells.
const MAX_NAME_WIDTH: usize = 20;

/// The width from which on the places stand beside the facts, in cells.
const TWO_COLUMNS_WIDTH: usize = 90;

/// The height from which on a blank line is below the head.
const ROOMY_HEIGHT: u16 = 12;

/// The maximum height of a title. A longer one is truncated to one line.
const MAX_TITLE_LINES: usize = 3;

/// A card, broken into lines for its area.
#[derive(Debug, Clone)]
pub struct CardLayout {
    title: String,
    head: Vec<Line<'static>>,
    head_area: Rect,
    body: Page,
    links: Arc<[String]>,
}

impl CardLayout {
    /// Lays out the card of the selected item. Returns `None` if nothing is
    /// selected or the card has no space.
    pub fn new(state: &State, card_area: CardArea) -> Option<Self> {
        let text_area = card_area.text()?;
        let card = state.card()?;
        let title_is_in_edge = matches!(card_area, CardArea::Below(_));
        let head = head_lines(ViewContext::of(state), &card, text_area.width.into(), !title_is_in_edge);
        // Below a list and on a low screen, space is short.
        let blank = u16::from(!title_is_in_edge && text_area.height >= ROOMY_HEIGHT);
        let height = u16::try_from(head.len()).unwrap_or(0) + blank;
        let (head_area, area) = take_top(text_area, height);
        let lines = body_lines(state, &card, area.width.into());
        let links = card.urls().map(ToOwned::to_owned).collect();
        Some(Self { title: card.title, head, head_area, body: Page { area, lines }, links })
    }

    /// Returns the addresses on the card.
    pub fn links(&self) -> Arc<[String]> {
        Arc::clone(&self.links)
    }

    /// Returns the size of the text below the head.
    pub fn extent(&self) -> Extent {
        self.body.extent()
    }
}

/// Draws the card and the edge between it and the list.
pub fn render(frame: &mut Frame<'_>, state: &State, area: CardArea, card: Option<&CardLayout>) {
    draw_edge(frame, state, area, card.map(|card| card.title.as_str()));
    let (Some(card), Some(area)) = (card, area.area()) else { return };
    for (line, row) in card.head.iter().zip(card.head_area.rows()) {
        text::render(frame, row, line.spans.clone(), &state.theme);
    }
    card.body.render(frame, area.right().saturating_sub(1), state.card_scroll, &state.theme);
}

/// Returns the title, unless the edge of the card shows it, and the subtitle.
fn head_lines(cx: ViewContext<'_>, card: &Card, width: usize, with_title: bool) -> Vec<Line<'static>> {
    let title = vec![text::plain(&card.title, cx.style(Role::Title))];
    let mut lines = match with_title {
        false => Vec::new(),
        true if text::spans_width(&title) > width * MAX_TITLE_LINES => vec![Line::from(title)],
        true => wrap::wrap(&title, width),
    };
    lines.push(Line::from(text::plain(&card.subtitle, cx.style(Role::Detail))));
    lines
}

/// Draws the line between the list and the card.
fn draw_edge(frame: &mut Frame<'_>, state: &State, card_area: CardArea, title: Option<&str>) {
    let theme = &state.theme;
    let style = theme.style(Role::Line);
    match card_area {
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
                let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
                text::render(frame, area, vec![title], theme);
            }
        }
        CardArea::Closed | CardArea::Instead(_) => {}
    }
}

/// Returns the lines below the head: first the facts, then the sources, folded or not, then the places. On a wide area
/// the places stand beside the others.
fn body_lines(state: &State, card: &Card, width: usize) -> Vec<Line<'static>> {
    let matches = state.selected().map(|item| state.outcome.matches(item, state.context()));
    let matches = matches.unwrap_or_default();
    let cx = ViewContext::of(state);
    let shows_sources = state.shows_sources;
    let lines = |parts: &[Part], width: usize| {
        let mut lines = Vec::new();
        for part in parts {
            let is_folded = *part == Part::Sources && !shows_sources;
            if is_folded && card.sections.iter().any(|section| section.part == Part::Sources) {
                lines.push(Line::default());
                lines.extend(wrap::wrap(&folded_sources(cx, card), width));
            }
            for section in card.sections.iter().filter(|section| section.part == *part && !is_folded) {
                if !section.heading.is_empty() {
                    lines.push(Line::default());
                }
                lines.extend(SectionLayout { cx, matches: &matches, width, shows_sources }.section(section));
            }
        }
        lines
    };
    let has_places = card.sections.iter().any(|section| section.part == Part::Places);
    if width < TWO_COLUMNS_WIDTH || !has_places {
        return lines(&[Part::Facts, Part::Sources, Part::Places], width);
    }
    let column_width = page::column_width(width, 2);
    let facts = lines(&[Part::Facts, Part::Sources], column_width);
    // Without the blank line above the first heading.
    let places = lines(&[Part::Places], column_width).into_iter().skip(1).collect();
    page::beside(vec![facts, places], column_width)
}

/// Returns `Sources (7) · i les déplie · o ouvre la première`.
fn folded_sources(cx: ViewContext<'_>, card: &Card) -> Vec<Span<'static>> {
    let count = card.urls().count();
    let heading = t!(cx.lang, "card-sources-folded", count = count);
    let keys = format!(" · {}", t!(cx.lang, "card-sources-keys"));
    vec![text::plain(&heading, cx.style(Role::Heading)), text::plain(&keys, cx.style(Role::Detail))]
}

/// Returns the lines of a section, its heading first, with matches highlighted.
pub fn section_lines(
    cx: ViewContext<'_>,
    section: &Section,
    matches: &Matches,
    width: usize,
) -> Vec<Line<'static>> {
    SectionLayout { cx, matches, width, shows_sources: true }.section(section)
}

struct SectionLayout<'a> {
    cx: ViewContext<'a>,
    matches: &'a Matches,
    width: usize,
    /// Whether the numbers of the sources and all details are shown.
    shows_sources: bool,
}

impl SectionLayout<'_> {
    fn section(&self, section: &Section) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if !section.heading.is_empty() {
            let mut heading = vec![text::plain(&section.heading, self.cx.style(Role::Heading))];
            if self.shows_sources && !section.sources.is_empty() {
                let numbers = source_marks(&section.sources);
                heading.push(Span::styled(format!(" {numbers}"), self.cx.style(Role::Source)));
            }
            lines.extend(wrap::wrap(&heading, self.width));
        }
        lines.extend(self.entries(&section.entries));
        lines
    }

    fn entries(&self, entries: &[Entry]) -> Vec<Line<'static>> {
        let widest = entries.iter().map(|entry| entry.name.width()).max().unwrap_or(0);
        let name_width = widest.min(MAX_NAME_WIDTH).min(self.width * 2 / 5);
        let mut indent = 0;
        let mut lines = Vec::new();
        for entry in entries {
            // An entry without a name belongs to the name above it.
            if !entry.name.is_empty() {
                indent = name_width + 1;
            }
            lines.extend(self.entry(entry, indent));
        }
        lines
    }

    /// Returns the lines of an entry: its name, and beside it the text, the
    /// detail and the sources.
    fn entry(&self, entry: &Entry, indent: usize) -> Vec<Line<'static>> {
        let style = |role| self.cx.style(role);
        let name =
            text::marked(&entry.name, self.ranges(entry.name_field), style(Role::Name), style(Role::Match));
        let name = layout::wrap(&name, indent.saturating_sub(1));
        let width = self.width.saturating_sub(indent);
        let mut lines = layout::wrap(&self.content(entry), width);
        if let Some(url) = &entry.url {
            let pieces = layout::wrap_anywhere(&text::plain(url, Style::new()), width);
            // Terminals recognize a whole address by themselves, and a piece of one as another address.
            let link = if pieces.len() > 1 { text::link(url) } else { Style::new() };
            lines.extend(pieces.into_iter().map(|piece| vec![piece.patch_style(link)]));
        }
        layout::beside(name, indent, lines).into_iter().map(Line::from).collect()
    }

    fn content(&self, entry: &Entry) -> Vec<Span<'static>> {
        let style = |role| self.cx.style(role);
        let mut spans = match &entry.text {
            Some(text) => text::marked(text, self.ranges(entry.field), style(Role::Text), style(Role::Match)),
            None => vec![Span::styled(labels::unknown(self.cx.lang), style(Role::Unknown))],
        };
        let detail = entry.brief.as_ref().filter(|_| !self.shows_sources).unwrap_or(&entry.detail);
        if !detail.is_empty() {
            spans.push(text::plain(&format!(" · {detail}"), style(Role::Detail)));
        }
        if self.shows_sources && !entry.sources.is_empty() {
            let numbers = source_marks(&entry.sources);
            spans.push(Span::styled(format!(" {numbers}"), style(Role::Source)));
        }
        spans
    }

    fn ranges(&self, field: Option<(TextField, usize)>) -> &[Range<usize>] {
        field.map_or(&[], |(field, index)| self.matches.ranges(field, index))
    }
}

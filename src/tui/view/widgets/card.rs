//! The card of what is selected: everything that the snapshot knows of it.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::TextField;
use crate::tui::state::layout::{Card as Place, take_top};
use crate::tui::state::{App, Focus, Matches};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::{text, thumb, wrap};
use crate::views::card::{Card, Entry, Section};
use crate::views::{labels, layout};

/// Widest column of names.
const MOST_NAME_WIDTH: usize = 16;

/// Most lines of a title; a longer one is cut.
const MOST_TITLE_LINES: usize = 3;

/// Draws the card in its place.
pub fn render(frame: &mut Frame<'_>, app: &App, place: Place) {
    let Some(area) = place.area() else { return };
    let card = app.card();
    draw_edge(frame, app, place, card.as_ref());
    let Some(card) = card else { return };
    let Some((head, body)) = parts(app, place, &card) else { return };
    let theme = &app.theme;
    for (line, row) in head_lines(app, place, &card).into_iter().zip(head.rows()) {
        frame.render_widget(text::fitted(line.spans, row.width.into(), theme.glyphs.ellipsis), row);
    }
    let lines = layout_body(app, &card, body.width.into());
    let total = lines.len();
    for (line, row) in lines.into_iter().skip(app.card_scroll).zip(body.rows()) {
        frame.render_widget(line, row);
    }
    thumb::render(frame, body, area.right().saturating_sub(1), total, app.card_scroll, theme);
}

/// How many lines the card has below its head, and how many of them are on the screen.
pub fn heights(app: &App) -> (usize, usize) {
    let (Some(areas), Some(card)) = (app.areas(), app.card()) else { return (0, 0) };
    let Some((_, body)) = parts(app, areas.card, &card) else { return (0, 0) };
    (layout_body(app, &card, body.width.into()).len(), body.height.into())
}

/// Where the title and the subtitle stand, and where all the rest.
fn parts(app: &App, place: Place, card: &Card) -> Option<(Rect, Rect)> {
    // Below a list, space is short.
    let blank = if title_is_in_edge(place) { 0 } else { 1 };
    let lines = head_lines(app, place, card).len();
    place.text().map(|text| take_top(text, u16::try_from(lines).unwrap_or(0) + blank))
}

/// The title, on as many lines as it needs up to a limit, and the subtitle.
fn head_lines(app: &App, place: Place, card: &Card) -> Vec<Line<'static>> {
    let style = |role| app.theme.style(role);
    let subtitle = Line::from(text::plain(&card.subtitle, style(Role::Detail)));
    let width = place.text().map_or(0, |text| text.width.into());
    let title = vec![text::plain(&card.title, style(Role::Title))];
    let mut lines = match title_is_in_edge(place) {
        true => Vec::new(),
        // A title without end would leave no room for the card.
        false if title.iter().map(Span::width).sum::<usize>() > width * MOST_TITLE_LINES => {
            vec![Line::from(title)]
        }
        false => wrap::wrap(&title, width),
    };
    lines.push(subtitle);
    lines
}

const fn title_is_in_edge(place: Place) -> bool {
    matches!(place, Place::Below(_))
}

/// The line between the list and the card.
fn draw_edge(frame: &mut Frame<'_>, app: &App, place: Place, card: Option<&Card>) {
    let theme = &app.theme;
    let style = theme.style(if app.focus == Focus::Card { Role::ActiveLine } else { Role::Line });
    match place {
        Place::Beside(area) => {
            for row in area.rows() {
                frame.buffer_mut().set_string(row.x, row.y, theme.glyphs.vertical, style);
            }
        }
        Place::Below(area) => {
            let line = theme.glyphs.horizontal.repeat(area.width.into());
            frame.buffer_mut().set_string(area.x, area.y, line, style);
            if let Some(card) = card {
                let title = text::plain(&format!(" {} ", card.title), theme.style(Role::Title));
                let place = Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
                frame.render_widget(
                    text::fitted(vec![title], place.width.into(), theme.glyphs.ellipsis),
                    place,
                );
            }
        }
        Place::Closed | Place::Instead(_) => {}
    }
}

fn layout_body(app: &App, card: &Card, width: usize) -> Vec<Line<'static>> {
    let highlighter = app.found.highlighter();
    let matches =
        app.selected().map(|item| Matches::of(&highlighter, item, app.context())).unwrap_or_default();
    let mut lines = Vec::new();
    for section in &card.sections {
        if !section.heading.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(section_lines(app, section, &matches, width));
    }
    lines
}

/// The lines of a section, its heading first, with what the search has found.
pub fn section_lines(app: &App, section: &Section, matches: &Matches, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if !section.heading.is_empty() {
        let heading = vec![text::plain(&section.heading, app.theme.style(Role::Heading))];
        lines.extend(wrap::wrap(&heading, width));
    }
    lines.extend(Layout { app, theme: &app.theme, matches, width }.section(section));
    lines
}

struct Layout<'a> {
    app: &'a App,
    theme: &'a Theme,
    matches: &'a Matches,
    width: usize,
}

impl Layout<'_> {
    fn section(&self, section: &Section) -> Vec<Line<'static>> {
        let widest = section.entries.iter().map(|entry| entry.name.width()).max().unwrap_or(0);
        let names = widest.min(MOST_NAME_WIDTH).min(self.width * 2 / 5);
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
        let style = |role| self.theme.style(role);
        let name =
            text::marked(&entry.name, self.found(entry.name_field), style(Role::Name), style(Role::Match));
        let names = indent.saturating_sub(1);
        let name = text::fitted(name, names, self.theme.glyphs.ellipsis).spans;
        let width = self.width.saturating_sub(indent);
        let mut lines = layout::wrap(&self.content(entry), width);
        if let Some(url) = &entry.url {
            let url = text::plain(url, Style::new());
            lines.extend(layout::wrap_anywhere(&url, width).into_iter().map(|span| vec![span]));
        }
        layout::hang(name, indent, lines).into_iter().map(Line::from).collect()
    }

    fn content(&self, entry: &Entry) -> Vec<Span<'static>> {
        let style = |role| self.theme.style(role);
        let mut spans = match &entry.text {
            Some(known) => {
                text::marked(known, self.found(entry.field), style(Role::Text), style(Role::Match))
            }
            None => vec![Span::styled(labels::unknown(self.app.lang), style(Role::Unknown))],
        };
        if !entry.detail.is_empty() {
            spans.push(text::plain(&format!(" · {}", entry.detail), style(Role::Detail)));
        }
        if !entry.sources.is_empty() {
            let numbers: String = entry.sources.iter().map(|number| format!("[{number}]")).collect();
            spans.push(Span::styled(format!(" {numbers}"), style(Role::Source)));
        }
        spans
    }

    fn found(&self, field: Option<(TextField, usize)>) -> &[Range<usize>] {
        field.map_or(&[], |(field, number)| self.matches.ranges(field, number))
    }
}

//! What the signs of the map mean, how many Cités have each, and where the
//! card is closed, which Cité is selected.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::state::State;
use crate::tui::state::layout::CardArea;
use crate::tui::theme::Role;
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::groups::Group;

/// Draws the legend: a line an entry beside the map, or entries one after the
/// other below it.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let mut lines =
        if is_beside(state, area) { column(state, area.width.into()) } else { rows(state, area.width) };
    let height = usize::from(area.height);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::raw(format!(" {}", state.theme.glyphs.ellipsis)));
        }
    }
    for (line, row) in lines.into_iter().zip(area.rows()) {
        frame.render_widget(text::fitted(line.spans, row.width.into(), state.theme.glyphs.ellipsis), row);
    }
}

/// How many lines it has below a map of `width` columns.
pub fn height(state: &State, width: u16) -> u16 {
    u16::try_from(rows(state, width).len()).unwrap_or(u16::MAX)
}

/// Only the legend below the map is as wide as the map.
fn is_beside(state: &State, area: Rect) -> bool {
    state.areas().is_some_and(|areas| area.width < areas.rows.width)
}

fn title(state: &State) -> Span<'static> {
    Span::styled(state.map.colouring.title(state.lang), state.theme.style(Role::Heading))
}

fn column(state: &State, width: usize) -> Vec<Line<'static>> {
    let listing = &state.list().listing().map;
    let mut lines = vec![Line::from(title(state))];
    lines.extend(listing.legend.iter().flat_map(|group| entry(state, group, width)));
    lines.extend(notes(state).into_iter().flat_map(|note| wrap::wrap(&[note], width)));
    lines.extend(selected(state, width));
    lines
}

fn rows(state: &State, width: u16) -> Vec<Line<'static>> {
    let cx = ViewContext::of(state);
    let listing = &state.list().listing().map;
    let entries = listing
        .legend
        .iter()
        .map(|group| [sign(cx, group), vec![Span::raw(" ")], count(state, group)].concat());
    let mut rows: Vec<Line<'_>> = Vec::new();
    for entry in std::iter::once(vec![title(state)]).chain(entries) {
        let entry = Line::from(entry);
        match rows.last_mut() {
            Some(row) if row.width() + entry.width() + 2 < width.into() => {
                row.push_span(Span::raw("  "));
                row.spans.extend(entry.spans);
            }
            _ => rows.push(Line::from([vec![Span::raw(" ")], entry.spans].concat())),
        }
    }
    rows
}

/// `● 2020        4/24`, on several lines where the name is long.
fn entry(state: &State, group: &Group, width: usize) -> Vec<Line<'static>> {
    let cx = ViewContext::of(state);
    let count = count(state, group);
    let count_width = Line::from(count.clone()).width();
    let names = wrap::wrap(&sign(cx, group), width.saturating_sub(count_width + 1));
    let entries = names.into_iter().enumerate().map(|(place, mut line)| {
        if place == 0 {
            let blank = width.saturating_sub(line.width() + count_width);
            line.push_span(Span::raw(" ".repeat(blank)));
            line.spans.extend(count.clone());
        } else {
            line.spans.insert(0, Span::raw("  "));
        }
        line
    });
    entries.collect()
}

/// `● 2020`
fn sign(cx: ViewContext<'_>, group: &Group) -> Vec<Span<'static>> {
    vec![cx.theme.mark(group.index), Span::raw(" "), text::plain(&group.name, cx.style(Role::Text))]
}

/// `24`, or `4/24` where a query has chosen some.
fn count(state: &State, group: &Group) -> Vec<Span<'static>> {
    let total = state.lang.number(group.total as u64);
    let text = if is_filtered(state) {
        format!("{}/{total}", state.lang.number(group.listed as u64))
    } else {
        total
    };
    vec![Span::styled(text, state.theme.style(Role::Detail))]
}

/// What else is to be said of the points.
fn notes(state: &State) -> Vec<Span<'static>> {
    let style = state.theme.style(Role::Detail);
    let mut notes = Vec::new();
    if is_filtered(state) {
        let faded = t!(state.lang, "tui-map-not-found");
        notes.push(Span::styled(format!("{} {faded}", state.theme.glyphs.faded_mark), style));
    }
    let elsewhere = state.atlas().elsewhere.len();
    if elsewhere > 0 {
        notes.push(Span::styled(t!(state.lang, "tui-map-elsewhere", count = elsewhere), style));
    }
    notes
}

/// Title and subtitle of the card, where it is closed.
fn selected(state: &State, width: usize) -> Vec<Line<'static>> {
    let is_closed = state.areas().is_some_and(|areas| areas.card == CardArea::Closed);
    let Some(card) = state.card().filter(|_| is_closed) else { return Vec::new() };
    let title = text::plain(&card.title, state.theme.style(Role::Title));
    let subtitle = text::plain(&card.subtitle, state.theme.style(Role::Detail));
    let blank = vec![Line::default()];
    [blank, wrap::wrap(&[title], width), wrap::wrap(&[subtitle], width)].concat()
}

fn is_filtered(state: &State) -> bool {
    let counts = state.counts();
    counts.found < counts.total
}

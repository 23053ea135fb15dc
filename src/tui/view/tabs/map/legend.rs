//! The legend of the map: the marks with their counts, and the selected Cité
//! while the card is closed.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::state::State;
use crate::tui::state::layout::CardArea;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::groups::Group;

/// Draws a legend. An ellipsis follows its last line if not all of them fit.
pub fn render(frame: &mut Frame<'_>, area: Rect, mut lines: Vec<Line<'static>>, theme: &Theme) {
    let height = usize::from(area.height);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::raw(format!(" {}", theme.glyphs.ellipsis)));
        }
    }
    for (line, row) in lines.into_iter().zip(area.rows()) {
        text::render(frame, row, line.spans, theme);
    }
}

/// Returns a legend beside the map, with one entry per line.
pub fn column(state: &State, card: CardArea, width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let mut lines = vec![Line::from(title(state))];
    lines.extend(groups(state).iter().flat_map(|group| entry(state, group, width)));
    lines.extend(notes(state).into_iter().flat_map(|note| wrap::wrap(&[note], width)));
    if card == CardArea::Closed {
        lines.extend(selected(state, width));
    }
    lines
}

/// Returns a legend below the map, with entries side by side.
pub fn rows(state: &State, width: u16) -> Vec<Line<'static>> {
    let cx = ViewContext::of(state);
    let entries = groups(state)
        .iter()
        .map(|group| [mark_and_name(cx, group), vec![Span::raw(" "), count(state, group)]].concat());
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

fn groups(state: &State) -> &[Group] {
    &state.list().listing().map.legend
}

fn title(state: &State) -> Span<'static> {
    Span::styled(state.map.colouring.title(state.lang), state.theme.style(Role::Heading))
}

/// Returns `● 2020        4/24`, on several lines if the name is long.
fn entry(state: &State, group: &Group, width: usize) -> Vec<Line<'static>> {
    let count = count(state, group);
    let name = mark_and_name(ViewContext::of(state), group);
    let names = wrap::wrap(&name, width.saturating_sub(count.width() + 1));
    let entries = names.into_iter().enumerate().map(|(index, mut line)| {
        if index == 0 {
            let blank = width.saturating_sub(line.width() + count.width());
            line.push_span(Span::raw(" ".repeat(blank)));
            line.push_span(count.clone());
        } else {
            line.spans.insert(0, Span::raw("  "));
        }
        line
    });
    entries.collect()
}

/// Returns `● 2020`.
fn mark_and_name(cx: ViewContext<'_>, group: &Group) -> Vec<Span<'static>> {
    vec![cx.theme.mark(group.index), Span::raw(" "), text::plain(&group.name, cx.style(Role::Text))]
}

/// Returns `24`, or `4/24` if the query excludes some Cités.
fn count(state: &State, group: &Group) -> Span<'static> {
    let [listed, total] = [group.listed, group.total].map(|count| state.lang.number(count as u64));
    let text = if is_filtered(state) { format!("{listed}/{total}") } else { total };
    Span::styled(text, state.theme.style(Role::Detail))
}

/// Returns the mark of excluded Cités, and the number of Cités outside of all frames.
fn notes(state: &State) -> Vec<Span<'static>> {
    let style = state.theme.style(Role::Detail);
    let mut notes = Vec::new();
    if is_filtered(state) {
        let faded = t!(state.lang, "tui-map-not-found");
        notes.push(Span::styled(format!("{} {faded}", state.theme.glyphs.faded_mark), style));
    }
    let elsewhere = state.geometry().elsewhere.len();
    if elsewhere > 0 {
        notes.push(Span::styled(t!(state.lang, "tui-map-elsewhere", count = elsewhere), style));
    }
    notes
}

/// Returns the title and the subtitle of the card, below a blank line.
fn selected(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some(card) = state.card() else { return Vec::new() };
    let title = text::plain(&card.title, state.theme.style(Role::Title));
    let subtitle = text::plain(&card.subtitle, state.theme.style(Role::Detail));
    let blank = vec![Line::default()];
    [blank, wrap::wrap(&[title], width), wrap::wrap(&[subtitle], width)].concat()
}

fn is_filtered(state: &State) -> bool {
    let counts = state.counts();
    counts.found < counts.total
}

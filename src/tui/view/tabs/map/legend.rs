//! The legend of the map: the marks or the shades with their counts, and what is
//! selected while the card is closed.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::state::layout::CardArea;
use crate::tui::state::{Item, MapView, State};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::{text, wrap};
use crate::views::groups::Group;
use crate::views::labels;
use crate::views::map::{Choropleth, Division};

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
    let mut lines = wrap::wrap(&[title(state)], width);
    lines.extend(entries(state).into_iter().flat_map(|entry| entry.lines(width)));
    lines.extend(notes(state).into_iter().flat_map(|note| wrap::wrap(&[note], width)));
    if card == CardArea::Closed {
        lines.extend(selected(state, width));
    }
    lines
}

/// Returns a legend below the map, with entries side by side. The selected area comes first, unless its card is shown.
pub fn rows(state: &State, card: CardArea, width: u16) -> Vec<Line<'static>> {
    let entries = entries(state)
        .into_iter()
        .map(|entry| [entry.mark_and_name, vec![Span::raw(" "), entry.count]].concat());
    let selected = selected_area(state).filter(|_| card == CardArea::Closed);
    let first = selected.into_iter().map(|line| Line::from([vec![Span::raw(" ")], line.spans].concat()));
    let mut rows: Vec<Line<'_>> = first.collect();
    let above = rows.len();
    for entry in std::iter::once(vec![title(state)]).chain(entries) {
        let entry = Line::from(entry);
        match rows.get_mut(above..).and_then(<[_]>::last_mut) {
            Some(row) if row.width() + entry.width() + 2 < width.into() => {
                row.push_span(Span::raw("  "));
                row.spans.extend(entry.spans);
            }
            _ => rows.push(Line::from([vec![Span::raw(" ")], entry.spans].concat())),
        }
    }
    rows
}

/// Returns the name of the selected area and the number of its Cités.
fn selected_area(state: &State) -> Option<Line<'static>> {
    let Some(Item::Area(division, index)) = state.selected() else { return None };
    let areas = division.areas(&state.snapshot);
    let cites = state.list().listing().map.choropleth.as_ref()?.areas.get(index)?.cites;
    let title = text::plain(&division.name(areas.get(index)?), state.theme.style(Role::Title));
    let count = text::plain(&t!(state.lang, "count-cites", count = cites), state.theme.style(Role::Text));
    Some(Line::from(vec![title, Span::raw("  "), count]))
}

fn title(state: &State) -> Span<'static> {
    let lang = state.lang;
    let text = match &state.list().listing().map.choropleth {
        None => state.map.colouring.title(lang),
        Some(Choropleth { division, measure, .. }) => {
            let measure = measure.title(lang);
            match division {
                Division::Region => t!(lang, "map-by-region", measure = measure),
                Division::Department => t!(lang, "map-by-department", measure = measure),
            }
        }
    };
    Span::styled(text, state.theme.style(Role::Heading))
}

/// An entry: `● 2020        4/24`.
struct Entry {
    mark_and_name: Vec<Span<'static>>,
    count: Span<'static>,
}

impl Entry {
    fn new(mark: Span<'static>, name: &str, count: String, state: &State) -> Self {
        let name = text::plain(name, state.theme.style(Role::Text));
        let count = Span::styled(count, state.theme.style(Role::Detail));
        Self { mark_and_name: vec![mark, Span::raw(" "), name], count }
    }

    /// Returns it in lines: several if the name is long.
    fn lines(self, width: usize) -> Vec<Line<'static>> {
        let Self { mark_and_name, count } = self;
        let names = wrap::wrap(&mark_and_name, width.saturating_sub(count.width() + 1));
        let lines = names.into_iter().enumerate().map(|(index, mut line)| {
            if index == 0 {
                let blank = width.saturating_sub(line.width() + count.width());
                line.push_span(Span::raw(" ".repeat(blank)));
                line.push_span(count.clone());
            } else {
                line.spans.insert(0, Span::raw("  "));
            }
            line
        });
        lines.collect()
    }
}

fn entries(state: &State) -> Vec<Entry> {
    let map = &state.list().listing().map;
    match &map.choropleth {
        Some(choropleth) => areas(state, choropleth),
        None => map.legend.iter().map(|group| points(state, group)).collect(),
    }
}

/// Returns the entry of a group of points, with their number: `24`, or `4/24` if the query excludes some Cités.
fn points(state: &State, group: &Group) -> Entry {
    let [listed, total] = [group.listed, group.total].map(|count| state.lang.number(count as u64));
    let count = if is_filtered(state) { format!("{listed}/{total}") } else { total };
    Entry::new(state.theme.mark(group.index), &group.name, count, state)
}

/// Returns the entries of the classes of areas, from high to low values, and of the areas without a value, with their
/// numbers.
fn areas(state: &State, choropleth: &Choropleth) -> Vec<Entry> {
    let Theme { glyphs, .. } = &state.theme;
    let entry = |mark: Span<'static>, name: String, count: usize| {
        let mark = Span::styled(mark.content.repeat(2), mark.style);
        // Values are numbers as well.
        Entry::new(mark, &name, format!("({})", state.lang.number(count as u64)), state)
    };
    let classes = choropleth.classes.iter().rev().map(|class| {
        let name = choropleth.measure.class_text(class, state.lang);
        entry(state.theme.shade(class.shade), name, choropleth.count(class))
    });
    let others = [
        (
            glyphs.evidence.last().copied().unwrap_or_default(),
            labels::unknown(state.lang),
            choropleth.unknown(),
        ),
        (" ", t!(state.lang, "map-without-cites"), choropleth.without_cites()),
    ];
    let others = others.into_iter().filter(|(.., count)| *count > 0);
    classes.chain(others.map(|(mark, name, count)| entry(Span::raw(mark), name, count))).collect()
}

/// Returns the mark of excluded Cités, and the number of Cités outside of all frames.
fn notes(state: &State) -> Vec<Span<'static>> {
    let style = state.theme.style(Role::Detail);
    let mut notes = Vec::new();
    let has_points = state.map_view() == MapView::Points;
    if has_points && is_filtered(state) {
        let faded = t!(state.lang, "tui-map-not-found");
        notes.push(Span::styled(format!("{} {faded}", state.theme.glyphs.faded_mark), style));
    }
    let elsewhere = state.geometry().elsewhere.len();
    if has_points && elsewhere > 0 {
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

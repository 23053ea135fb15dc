//! What the evaluation recommends: the core ones of its summary, then the others.

use ratatui::text::Span;

use crate::snapshot::Preconisation;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::Column;
use crate::views::preconisations::{self, PreconisationColumn};

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let context = state.context();
    let highlighter = state.outcome.highlighter();
    let columns = table::fit(areas, state, preconisations::COLUMNS.shown);
    let titles: Vec<table::Column> = columns
        .iter()
        .map(|(column, placed)| table::Column {
            title: column.title(state.lang),
            align: column.align(),
            placed: *placed,
        })
        .collect();
    table::render(frame, areas, state, &titles, |item| match item {
        Item::Heading(place) => Row::Whole(heading(state, place)),
        Item::Preconisation(place) => {
            let matches = Matches::of(&highlighter, item, context);
            let shown = context.snapshot.preconisations.get(place);
            let cells = columns.iter().filter_map(|(column, _)| Some(cell(cx, *column, shown?, &matches)));
            Row::Cells(cells.collect())
        }
        _ => Row::Cells(Vec::new()),
    });
}

fn cell(
    cx: ViewContext<'_>,
    column: PreconisationColumn,
    preconisation: &Preconisation,
    matches: &Matches,
) -> Vec<Span<'static>> {
    let found = column.field().map_or(&[][..], |field| matches.ranges(field, 0));
    let text = column.text(preconisation, cx.views());
    text::marked(&text, found, cx.style(Role::Text), cx.style(Role::Match))
}

fn heading(state: &State, place: usize) -> Vec<Span<'static>> {
    let text = match state.list().listing().headings.get(place) {
        Some(Heading::Core(count)) => t!(state.lang, "tui-preconisations-core", count = *count),
        Some(Heading::Others(count)) => t!(state.lang, "tui-preconisations-others", count = *count),
        _ => String::new(),
    };
    vec![Span::styled(text, state.theme.style(Role::Heading))]
}

//! The préconisations of the evaluation: those of its summary, then the others.

use ratatui::text::Span;

use crate::snapshot::Preconisation;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::{Crowding, Row};
use crate::tui::view::widgets::{table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::Column;
use crate::views::preconisations::{self, PreconisationColumn};

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let context = state.context();
    let highlighter = state.outcome.highlighter();
    let columns = table::fit(areas, state, preconisations::COLUMNS.shown, |column| column.title(cx.lang));
    let titles: Vec<table::Column> = columns
        .iter()
        .map(|(column, placed)| table::Column {
            title: column.title(cx.lang),
            align: column.align(),
            crowding: Crowding::Stays,
            placed: *placed,
        })
        .collect();
    table::render(frame, areas, state, &titles, |item| match item {
        Item::Heading(index) => Row::Whole(heading(cx, state.list().listing().headings.get(index))),
        Item::Preconisation(index) => {
            let matches = Matches::of(&highlighter, item, context);
            let preconisation = context.snapshot.preconisations.get(index);
            let cell = |(column, _): &(_, _)| Some(cell(cx, *column, preconisation?, &matches));
            Row::Cells(columns.iter().filter_map(cell).collect())
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
    let ranges = column.field().map_or(&[][..], |field| matches.ranges(field, 0));
    let text = column.text(preconisation, cx.views());
    text::marked(&text, ranges, cx.style(Role::Text), cx.style(Role::Match))
}

fn heading(cx: ViewContext<'_>, heading: Option<&Heading>) -> Vec<Span<'static>> {
    let text = match heading {
        Some(Heading::Core(count)) => t!(cx.lang, "tui-preconisations-core", count = *count),
        Some(Heading::Others(count)) => t!(cx.lang, "tui-preconisations-others", count = *count),
        _ => String::new(),
    };
    vec![Span::styled(text, cx.style(Role::Heading))]
}

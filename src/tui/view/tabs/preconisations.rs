//! What the evaluation recommends: the core ones of its summary, then the others.

use ratatui::text::Span;

use crate::snapshot::Preconisation;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{table, text};
use crate::views::Column;
use crate::views::preconisations::{self, PreconisationColumn};

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &State) {
    let context = app.context();
    let highlighter = app.outcome.highlighter();
    let columns = table::fit(areas, app, preconisations::COLUMNS.shown);
    let titles: Vec<table::Column> = columns
        .iter()
        .map(|(column, placed)| table::Column {
            title: column.title(app.lang),
            align: column.align(),
            placed: *placed,
        })
        .collect();
    table::render(frame, areas, app, &titles, |item| match item {
        Item::Heading(place) => Row::Whole(heading(app, place)),
        Item::Preconisation(place) => {
            let matches = Matches::of(&highlighter, item, context);
            let shown = context.snapshot.preconisations.get(place);
            let cells = columns.iter().filter_map(|(column, _)| Some(cell(app, *column, shown?, &matches)));
            Row::Cells(cells.collect())
        }
        _ => Row::Cells(Vec::new()),
    });
}

fn cell(
    app: &State,
    column: PreconisationColumn,
    preconisation: &Preconisation,
    matches: &Matches,
) -> Vec<Span<'static>> {
    let found = column.field().map_or(&[][..], |field| matches.ranges(field, 0));
    let text = column.text(preconisation, app.context());
    text::marked(&text, found, app.theme.style(Role::Text), app.theme.style(Role::Match))
}

fn heading(app: &State, place: usize) -> Vec<Span<'static>> {
    let text = match app.list().listing().headings.get(place) {
        Some(Heading::Core(count)) => t!(app.lang, "tui-preconisations-core", count = *count),
        Some(Heading::Others(count)) => t!(app.lang, "tui-preconisations-others", count = *count),
        _ => String::new(),
    };
    vec![Span::styled(text, app.theme.style(Role::Heading))]
}

//! What the evaluation recommends: the core ones of its summary, then the others.

use ratatui::text::Span;

use crate::search::TextField;
use crate::snapshot::Preconisation;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{App, Heading, Item, Matches};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::columns::Spec;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{table, text};
use crate::views::Column;
use crate::views::preconisations::PreconisationColumn;

/// What the tab shows of a préconisation.
pub const COLUMNS: &[Spec<PreconisationColumn>] = &[
    Spec { column: PreconisationColumn::Id, least: 3, good: 3, enough: 3, priority: 1 },
    Spec { column: PreconisationColumn::Title, least: 56, good: 56, enough: 62, priority: 0 },
    Spec { column: PreconisationColumn::Theme, least: 12, good: 12, enough: 18, priority: 2 },
    Spec { column: PreconisationColumn::Addressees, least: 20, good: 20, enough: 44, priority: 3 },
];

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    let context = app.context();
    let highlighter = app.found.highlighter();
    let columns = table::fit(areas, app, COLUMNS);
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
    app: &App,
    column: PreconisationColumn,
    preconisation: &Preconisation,
    matches: &Matches,
) -> Vec<Span<'static>> {
    let found = field(column).map_or(&[][..], |field| matches.ranges(field, 0));
    let text = column.text(preconisation, app.context());
    text::marked(&text, found, app.theme.style(Role::Text), app.theme.style(Role::Match))
}

fn heading(app: &App, place: usize) -> Vec<Span<'static>> {
    let text = match app.list().listing().headings.get(place) {
        Some(Heading::Core(count)) => t!(app.lang, "tui-preconisations-core", count = *count),
        Some(Heading::Others(count)) => t!(app.lang, "tui-preconisations-others", count = *count),
        _ => String::new(),
    };
    vec![Span::styled(text, app.theme.style(Role::Heading))]
}

/// The field of the search that a column shows letter for letter.
const fn field(column: PreconisationColumn) -> Option<TextField> {
    match column {
        PreconisationColumn::Id => Some(TextField::Id),
        PreconisationColumn::Title => Some(TextField::Title),
        PreconisationColumn::Theme => Some(TextField::Theme),
        _ => None,
    }
}

//! What the evaluation recommends: the core ones of its summary, then the others.

use ratatui::Frame;
use ratatui::text::Span;

use crate::search::Field;
use crate::t;
use crate::tui::app::{App, Heading, Item, Matches};
use crate::tui::layout::Areas;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::Spec;
use crate::tui::widgets::table::{self, Row};
use crate::tui::widgets::text;
use crate::views::Column;
use crate::views::preconisations::PreconisationColumn;

/// What the tab shows of a préconisation.
pub const COLUMNS: &[Spec<PreconisationColumn>] = &[
    Spec { column: PreconisationColumn::Id, least: 3, enough: 3, priority: 1 },
    Spec { column: PreconisationColumn::Title, least: 56, enough: 62, priority: 0 },
    Spec { column: PreconisationColumn::Theme, least: 12, enough: 18, priority: 2 },
    Spec { column: PreconisationColumn::Addressees, least: 20, enough: 44, priority: 3 },
];

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    let context = app.context();
    let highlighter = app.found.highlighter();
    let style = |role| app.theme.style(role);
    table::render(frame, areas, app, COLUMNS, |item, columns| match item {
        Item::Heading(place) => Row::Whole(heading(app, place)),
        Item::Cite(_) => Row::Cells(Vec::new()),
        Item::Preconisation(place) => {
            let Some(preconisation) = context.snapshot.preconisations.get(place) else {
                return Row::Cells(Vec::new());
            };
            let matches = Matches::of(&highlighter, item, context);
            let cell = |column: PreconisationColumn| {
                let found = field(column).map_or(&[][..], |field| matches.ranges(field, 0));
                let known = column.text(preconisation, context);
                text::marked(&known, found, style(Role::Text), style(Role::Match))
            };
            Row::Cells(columns.iter().map(|(column, _)| cell(*column)).collect())
        }
    });
}

fn heading(app: &App, place: usize) -> Vec<Span<'static>> {
    let text = match app.list().listing().headings.get(place) {
        Some(Heading::Core(count)) => t!(app.lang, "tui-preconisations-core", count = *count),
        Some(Heading::Others(count)) => t!(app.lang, "tui-preconisations-others", count = *count),
        Some(Heading::Carriers(..)) | None => String::new(),
    };
    vec![Span::styled(text, app.theme.style(Role::Heading))]
}

/// The field of the search that a column shows letter for letter.
const fn field(column: PreconisationColumn) -> Option<Field> {
    match column {
        PreconisationColumn::Id => Some(Field::Id),
        PreconisationColumn::Title => Some(Field::Title),
        PreconisationColumn::Theme => Some(Field::Theme),
        _ => None,
    }
}

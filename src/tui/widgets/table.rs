//! The lines of a list under the titles of their columns. Only lines that are
//! on the screen are made.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::columns::{self, Placed, Spec};
use super::text::{self, width};
use super::thumb;
use crate::tui::app::{App, Focus, Item, Sorting};
use crate::tui::layout::{Areas, Card};
use crate::tui::theme::{Role, Theme};
use crate::views::{Align, Column};

/// Columns to the left of the table, for the pointer, and to its right, for the thumb.
const LEFT: u16 = 2;
const RIGHT: u16 = 1;

/// What a line shows.
pub enum Row {
    /// A text for each column that was asked for.
    Cells(Vec<Vec<Span<'static>>>),
    /// One text over all columns.
    Whole(Vec<Span<'static>>),
}

/// Where the columns of a table stand in the list of `areas`.
pub fn places<C>(areas: &Areas, specs: &[Spec<C>]) -> Vec<Placed> {
    let mut placed = columns::fit(specs, areas.rows.width.saturating_sub(LEFT + RIGHT));
    placed.iter_mut().for_each(|column| column.x += areas.rows.x + LEFT);
    placed
}

/// Draws the list of the tab; `row` makes a line for the columns that have room.
pub fn render<C: Column>(
    frame: &mut Frame<'_>,
    areas: &Areas,
    app: &App,
    specs: &[Spec<C>],
    row: impl Fn(Item, &[(C, Placed)]) -> Row,
) {
    let columns: Vec<(C, Placed)> = places(areas, specs)
        .into_iter()
        .filter_map(|placed| specs.get(placed.place).map(|spec| (spec.column, placed)))
        .collect();
    draw_titles(frame, areas.titles, app, &columns);
    let list = app.list();
    for ((item, selected), area) in list.visible(areas.rows.height.into()).zip(areas.rows.rows()) {
        let row = row(item, &columns);
        draw_row(frame, area, &app.theme, row, &columns);
        if selected && item.is_selectable() {
            mark_selected(frame, area, app);
        }
    }
    let total = list.listing().items.len();
    // The line beside the card serves as the track.
    let track = match areas.card {
        Card::Beside(card) => card.x,
        _ => areas.rows.right().saturating_sub(1),
    };
    thumb::render(frame, areas.rows, track, total, list.offset(), &app.theme);
}

fn draw_titles<C: Column>(frame: &mut Frame<'_>, area: Rect, app: &App, columns: &[(C, Placed)]) {
    let theme = &app.theme;
    let sorting = app.list().sorting;
    frame
        .buffer_mut()
        .set_style(Rect { width: area.width.saturating_sub(1), ..area }, theme.style(Role::ColumnTitle));
    for (column, placed) in columns {
        let mut title = column.title(app.lang);
        let sorts = sorting.column == Some(placed.place);
        if sorts {
            title = format!("{title} {}", sign(sorting, theme));
        }
        let style = theme.style(if sorts { Role::SortedColumn } else { Role::ColumnTitle });
        let title = vec![Span::styled(title, style)];
        let place = Rect { x: placed.x, width: placed.width, ..area };
        frame.render_widget(text::fitted(title, placed.width.into(), theme.glyphs.ellipsis), place);
    }
}

fn sign(sorting: Sorting, theme: &Theme) -> &'static str {
    if sorting.reverse { theme.glyphs.descending } else { theme.glyphs.ascending }
}

fn draw_row<C: Column>(frame: &mut Frame<'_>, area: Rect, theme: &Theme, row: Row, columns: &[(C, Placed)]) {
    let ellipsis = theme.glyphs.ellipsis;
    match row {
        Row::Whole(spans) => {
            let place = Rect { x: area.x + 1, width: area.width.saturating_sub(1 + RIGHT), ..area };
            frame.render_widget(text::fitted(spans, place.width.into(), ellipsis), place);
        }
        Row::Cells(cells) => {
            for (cell, (column, placed)) in cells.into_iter().zip(columns) {
                let line: Line<'_> = text::fitted(cell, placed.width.into(), ellipsis);
                let line = if column.align() == Align::Right { line.right_aligned() } else { line };
                frame.render_widget(line, Rect { x: placed.x, width: placed.width, ..area });
            }
        }
    }
}

fn mark_selected(frame: &mut Frame<'_>, area: Rect, app: &App) {
    let theme = &app.theme;
    let has_keys = app.focus == Focus::List && app.popups.is_empty();
    let role = if has_keys { Role::Selected } else { Role::SelectedElsewhere };
    let pointer = Rect { width: width(theme.glyphs.pointer), ..area };
    frame.render_widget(Span::raw(theme.glyphs.pointer), pointer);
    frame.buffer_mut().set_style(Rect { width: area.width.saturating_sub(RIGHT), ..area }, theme.style(role));
}

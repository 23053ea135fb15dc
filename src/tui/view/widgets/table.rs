//! The lines of a list under the titles of their columns. Only lines that are
//! on the screen are made.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::state::layout::{Areas, CardArea};
use crate::tui::state::{Focus, Item, SortOrder, State};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::{scrollbar, text};
use crate::views::layout::{self, PlacedColumn};
use crate::views::{Align, ColumnSpec};

/// Columns to the left of the table, for the pointer, and to its right, for the scrollbar.
const LEFT: u16 = 2;
const RIGHT: u16 = 1;

/// Columns that the sign of the order takes beside a title, and the blank before it.
const SIGN: u16 = 2;

/// A column that has room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// Which side its texts stand on.
    pub align: Align,
    /// Where it stands on the screen.
    pub placed: PlacedColumn,
}

/// What a line shows.
pub enum Row {
    /// A text for each column.
    Cells(Vec<Vec<Span<'static>>>),
    /// One text over all columns.
    Whole(Vec<Span<'static>>),
}

/// The columns that have room in the list of `areas`, and where they stand.
/// The one that sorts is always among them.
pub fn fit<C: Copy>(areas: &Areas, state: &State, specs: &[ColumnSpec<C>]) -> Vec<(C, PlacedColumn)> {
    let mut specs = specs.to_vec();
    if let Some(sorts) = state.list().sort.column.and_then(|column| specs.get_mut(column)) {
        let ColumnSpec { min, preferred, max, .. } = *sorts;
        let widened = [min, preferred, max].map(|width| width + SIGN);
        [sorts.min, sorts.preferred, sorts.max] = widened;
        sorts.priority = 0;
    }
    let placed = layout::fit(&specs, areas.rows.width.saturating_sub(LEFT + RIGHT)).into_iter();
    placed
        .filter_map(|placed| {
            let column = specs.get(placed.index)?.column;
            Some((column, PlacedColumn { x: placed.x + areas.rows.x + LEFT, ..placed }))
        })
        .collect()
}

/// Draws the list of the tab; `row` makes a line.
pub fn render(
    frame: &mut Frame<'_>,
    areas: &Areas,
    state: &State,
    columns: &[Column],
    row: impl Fn(Item) -> Row,
) {
    draw_titles(frame, areas.titles, state, columns);
    let list = state.list();
    for ((item, selected), area) in list.visible(areas.rows.height.into()).zip(areas.rows.rows()) {
        draw_row(frame, area, &state.theme, row(item), columns);
        if matches!(item, Item::Cite(cite) if state.is_marked(cite)) {
            let (x, mark) = (area.x + LEFT - 1, state.theme.glyphs.mark);
            frame.render_widget(
                Span::styled(mark, state.theme.style(Role::Match)),
                Rect { x, width: 1, ..area },
            );
        }
        if selected && item.is_selectable() {
            mark_selected(frame, area, state);
        }
    }
    // The line beside the card serves as the track.
    let track = match areas.card {
        CardArea::Beside(card) => card.x,
        _ => areas.rows.right().saturating_sub(1),
    };
    let total = list.listing().items.len();
    scrollbar::render(frame, areas.rows, track, total, list.offset(), &state.theme);
}

fn draw_titles(frame: &mut Frame<'_>, area: Rect, state: &State, columns: &[Column]) {
    let theme = &state.theme;
    let sorting = state.list().sort;
    let underlined = Rect { width: area.width.saturating_sub(RIGHT), ..area };
    frame.buffer_mut().set_style(underlined, theme.style(Role::ColumnTitle));
    for Column { title, align, placed } in columns {
        let sorts = sorting.column == Some(placed.index);
        let title = if sorts { format!("{title} {}", sign(sorting, theme)) } else { title.clone() };
        let role = if sorts { Role::SortedColumn } else { Role::ColumnTitle };
        draw_cell(frame, area, theme, vec![Span::styled(title, theme.style(role))], *align, placed);
    }
}

fn sign(sorting: SortOrder, theme: &Theme) -> &'static str {
    if sorting.reverse { theme.glyphs.descending } else { theme.glyphs.ascending }
}

fn draw_row(frame: &mut Frame<'_>, area: Rect, theme: &Theme, row: Row, columns: &[Column]) {
    match row {
        Row::Whole(spans) => {
            let place = Rect { x: area.x + 1, width: area.width.saturating_sub(1 + RIGHT), ..area };
            frame.render_widget(text::fitted(spans, place.width.into(), theme.glyphs.ellipsis), place);
        }
        Row::Cells(cells) => {
            for (cell, Column { align, placed, .. }) in cells.into_iter().zip(columns) {
                draw_cell(frame, area, theme, cell, *align, placed);
            }
        }
    }
}

fn draw_cell(
    frame: &mut Frame<'_>,
    row: Rect,
    theme: &Theme,
    cell: Vec<Span<'static>>,
    align: Align,
    placed: &PlacedColumn,
) {
    let line: Line<'_> = text::fitted(cell, placed.width.into(), theme.glyphs.ellipsis);
    let line = if align == Align::Right { line.right_aligned() } else { line };
    frame.render_widget(line, Rect { x: placed.x, width: placed.width, ..row });
}

fn mark_selected(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let theme = &state.theme;
    let has_keys = state.focus == Focus::List && state.popups.is_empty();
    let role = if has_keys { Role::Selected } else { Role::SelectedUnfocused };
    let pointer = Rect { width: width(theme.glyphs.pointer), ..area };
    frame.render_widget(Span::raw(theme.glyphs.pointer), pointer);
    let line = Rect { width: area.width.saturating_sub(RIGHT), ..area };
    frame.buffer_mut().set_style(line, theme.style(role));
}

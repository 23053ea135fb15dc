//! The rows of a list below the titles of its columns. Only visible rows are laid out.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::tui::state::layout::{Areas, CardArea};
use crate::tui::state::{Focus, Item, State};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::Frame;
use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::{scrollbar, text};
use crate::views::layout::{self, PlacedColumn};
use crate::views::{Align, ColumnSpec};

/// The cells to the left of the table, for the pointer and the mark.
const LEFT_MARGIN: u16 = 2;
/// The cells to the right of the table, for the scrollbar.
const RIGHT_MARGIN: u16 = 1;

/// The cells of the sign beside the title of the sorted column, and of the blank before it.
const SORT_SIGN_WIDTH: u16 = 2;

/// A column that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// The alignment of its cells.
    pub align: Align,
    /// Its position on the screen.
    pub placed: PlacedColumn,
}

/// The content of a row.
pub enum Row {
    /// A text for each column.
    Cells(Vec<Vec<Span<'static>>>),
    /// One text across all columns.
    Whole(Vec<Span<'static>>),
}

/// Returns the columns that fit in the list of `areas`, with their positions on
/// the screen. The sorted column is always among them.
pub fn fit<C: Copy>(areas: &Areas, state: &State, specs: &[ColumnSpec<C>]) -> Vec<(C, PlacedColumn)> {
    let mut specs = specs.to_vec();
    if let Some(sorted) = state.list().sort.column.and_then(|column| specs.get_mut(column)) {
        let ColumnSpec { min, preferred, max, .. } = *sorted;
        let widened = [min, preferred, max].map(|width| width + SORT_SIGN_WIDTH);
        [sorted.min, sorted.preferred, sorted.max] = widened;
        sorted.priority = 0;
    }
    let width = areas.rows.width.saturating_sub(LEFT_MARGIN + RIGHT_MARGIN);
    let placed = layout::fit(&specs, width).into_iter();
    placed
        .filter_map(|placed| {
            let column = specs.get(placed.index)?.column;
            Some((column, PlacedColumn { x: placed.x + areas.rows.x + LEFT_MARGIN, ..placed }))
        })
        .collect()
}

/// Draws the list of the tab, with the rows that `row` returns.
pub fn render(
    frame: &mut Frame<'_>,
    areas: &Areas,
    state: &State,
    columns: &[Column],
    row: impl Fn(Item) -> Row,
) {
    draw_titles(frame, areas.titles, state, columns);
    let (list, theme) = (state.list(), &state.theme);
    for ((item, is_selected), area) in list.visible(areas.rows.height.into()).zip(areas.rows.rows()) {
        draw_row(frame, area, theme, row(item), columns);
        if matches!(item, Item::Cite(cite) if state.is_marked(cite)) {
            let mark = Rect { x: area.x + LEFT_MARGIN - 1, width: 1, ..area };
            frame.render_widget(Span::styled(theme.glyphs.mark, theme.style(Role::Match)), mark);
        }
        if is_selected && item.is_selectable() {
            let pointer = Rect { width: width(theme.glyphs.pointer), ..area };
            frame.render_widget(Span::raw(theme.glyphs.pointer), pointer);
            frame.buffer_mut().set_style(without_right_margin(area), selection_style(state));
            frame.mark_selected(area);
        }
    }
    // The line beside the card is the track of the scrollbar.
    let track = match areas.card {
        CardArea::Beside(card) => card.x,
        _ => areas.rows.right().saturating_sub(1),
    };
    let total = list.listing().items.len();
    scrollbar::render(frame, areas.rows, track, total, list.offset(), theme);
}

/// Returns the style of the selected item, which depends on whether the list
/// has the focus.
pub fn selection_style(state: &State) -> Style {
    let has_focus = state.focus == Focus::List && state.popups.is_empty();
    state.theme.style(if has_focus { Role::Selected } else { Role::SelectedUnfocused })
}

fn draw_titles(frame: &mut Frame<'_>, area: Rect, state: &State, columns: &[Column]) {
    let theme = &state.theme;
    let sort = state.list().sort;
    frame.buffer_mut().set_style(without_right_margin(area), theme.style(Role::ColumnTitle));
    for Column { title, align, placed } in columns {
        let (title, role) = if sort.column == Some(placed.index) {
            let sign = if sort.reverse { theme.glyphs.descending } else { theme.glyphs.ascending };
            (format!("{title} {sign}"), Role::SortedColumn)
        } else {
            (title.clone(), Role::ColumnTitle)
        };
        draw_cell(frame, area, theme, vec![Span::styled(title, theme.style(role))], *align, placed);
    }
}

fn without_right_margin(area: Rect) -> Rect {
    Rect { width: area.width.saturating_sub(RIGHT_MARGIN), ..area }
}

fn draw_row(frame: &mut Frame<'_>, area: Rect, theme: &Theme, row: Row, columns: &[Column]) {
    match row {
        Row::Whole(spans) => {
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1 + RIGHT_MARGIN), ..area };
            text::render(frame, inside, spans, theme);
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
    let line: Line<'_> = text::truncate(cell, placed.width.into(), theme);
    let line = if align == Align::Right { line.right_aligned() } else { line };
    frame.render_widget(line, Rect { x: placed.x, width: placed.width, ..row });
}

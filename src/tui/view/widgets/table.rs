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
use crate::views::layout::{self, ColumnWidth, PlacedColumn, RowText, TextWidths};
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
    /// What happens to its texts where a row has no room for all of them.
    pub crowding: Crowding,
    /// Its position on the screen.
    pub placed: PlacedColumn,
}

/// What happens to a text where a row has no room for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowding {
    /// It stays in its column, and is cut there.
    Stays,
    /// It moves.
    Moves,
    /// It moves, or makes room for a name.
    MakesRoom,
}

/// The content of a row.
pub enum Row {
    /// A text for each column.
    Cells(Vec<Vec<Span<'static>>>),
    /// One text across all columns.
    Whole(Vec<Span<'static>>),
}

/// Returns the columns that fit in the list of `areas`, with their positions on
/// the screen. The sorted column is always among them. `title` returns the title of a column.
pub fn fit<C: Copy>(
    areas: &Areas,
    state: &State,
    specs: &[ColumnSpec<C>],
    title: impl Fn(C) -> String,
) -> Vec<(C, PlacedColumn)> {
    let mut specs = specs.to_vec();
    let mut titles: Vec<u16> = specs.iter().map(|spec| width(&title(spec.column))).collect();
    if let Some(sorted) = state.list().sort.column
        && let (Some(spec), Some(title)) = (specs.get_mut(sorted), titles.get_mut(sorted))
    {
        *title += SORT_SIGN_WIDTH;
        if let ColumnWidth::Cells { min, preferred, max } = &mut spec.width {
            [min, preferred, max].into_iter().for_each(|width| *width += SORT_SIGN_WIDTH);
        }
        spec.priority = 0;
    }
    let texts = TextWidths { titles: &titles, rows: &state.list().listing().text_widths };
    let placed = layout::fit(&specs, texts, inside(areas.rows).width).into_iter();
    placed
        .filter_map(|placed| {
            let column = specs.get(placed.index)?.column;
            Some((column, PlacedColumn { x: placed.x + inside(areas.rows).x, ..placed }))
        })
        .collect()
}

/// Returns the area of the texts within that of the rows.
fn inside(rows: Rect) -> Rect {
    let width = rows.width.saturating_sub(LEFT_MARGIN + RIGHT_MARGIN);
    Rect { x: rows.x + LEFT_MARGIN, width, ..rows }
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
    for Column { title, align, placed, .. } in columns {
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
        Row::Cells(cells) if columns.iter().any(|column| column.crowding == Crowding::Stays) => {
            for (cell, Column { align, placed, .. }) in cells.into_iter().zip(columns) {
                draw_cell(frame, area, theme, cell, *align, placed);
            }
        }
        Row::Cells(cells) => {
            let text = |(cell, column): (&Vec<Span<'static>>, &Column)| RowText {
                column: column.placed,
                width: u16::try_from(text::spans_width(cell)).unwrap_or(u16::MAX),
                is_right_aligned: column.align == Align::Right,
                is_optional: column.crowding == Crowding::MakesRoom,
            };
            let texts: Vec<RowText> = cells.iter().zip(columns).map(text).collect();
            let places = layout::place_row(&texts, inside(area).right());
            for (cell, (x, width)) in cells.into_iter().zip(places).filter_map(|(cell, at)| Some((cell, at?)))
            {
                let line = text::truncate_cell(cell, width.into(), theme);
                frame.render_widget(line, Rect { x, width, ..area });
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
    let line: Line<'_> = text::truncate_cell(cell, placed.width.into(), theme);
    let line = if align == Align::Right { line.right_aligned() } else { line };
    frame.render_widget(line, Rect { x: placed.x, width: placed.width, ..row });
}

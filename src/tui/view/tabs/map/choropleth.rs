//! The areas of a frame: filled by their shades, with their values.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::tui::state::{Item, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::tabs::map::pane::Pane;
use crate::tui::view::widgets::{table, text};
use crate::views::map::{self, CellRun, Choropleth, GridPosition};

/// The cells from which on an area that is filled with signs keeps its outline.
const MIN_OUTLINED_CELLS: usize = 16;

/// The cells of an area for each cell of its value, from which on it is written.
const MIN_CELLS_PER_LETTER: usize = 3;

/// The areas of a frame in the cells of its pane.
pub struct Areas<'a> {
    state: &'a State,
    pane: &'a Pane<'a>,
    choropleth: &'a Choropleth,
    /// Each area with its cells.
    cells: Vec<(usize, Vec<CellRun>)>,
}

impl<'a> Areas<'a> {
    /// Finds the cells of the areas of a frame.
    pub fn new(pane: &'a Pane<'a>, choropleth: &'a Choropleth, state: &'a State) -> Self {
        let shapes = pane.inset.shapes(choropleth.division).iter();
        let cells = shapes.map(|shape| (shape.area, map::fill(&shape.rings, &pane.viewport)));
        Self { state, pane, choropleth, cells: cells.collect() }
    }

    /// Returns the area at a position of the screen.
    pub fn item_at(&self, at: Position) -> Option<Item> {
        let (column, row) = (at.x.checked_sub(self.pane.inside.x)?, at.y.checked_sub(self.pane.inside.y)?);
        let is_there = |run: &CellRun| {
            run.start.row == row && (run.start.column..run.start.column + run.length).contains(&column)
        };
        let area = self.cells.iter().find(|(_, runs)| runs.iter().any(is_there))?;
        Some(Item::Area(self.choropleth.division, area.0))
    }

    /// Fills the areas between the outlines, which are drawn, and writes their values.
    pub fn render(&self, frame: &mut Frame<'_>) {
        for (area, runs) in &self.cells {
            if let Some(shade) = self.choropleth.shade(*area) {
                let sign = self.state.theme.shade(shade);
                // Nothing but its outline would be seen of a small area.
                let keeps_outline = sign.content == " " || map::cell_count(runs) >= MIN_OUTLINED_CELLS;
                runs.iter().for_each(|run| self.fill(frame, *run, &sign, keeps_outline));
            }
        }
        let selected = self.state.selected();
        let is_selected = |area: usize| selected == Some(Item::Area(self.choropleth.division, area));
        for (area, runs) in self.cells.iter().filter(|(area, _)| !is_selected(*area)) {
            self.write_value(frame, *area, runs);
        }
        if let Some((area, runs)) = self.cells.iter().find(|(area, _)| is_selected(*area)) {
            self.write_selected(frame, *area, runs);
        }
    }

    fn fill(&self, frame: &mut Frame<'_>, run: CellRun, sign: &Span<'static>, keeps_outline: bool) {
        let inside = self.pane.inside;
        let row = Rect::new(inside.x + run.start.column, inside.y + run.start.row, run.length, 1);
        for at in row.intersection(inside).positions() {
            let Some(cell) = frame.buffer_mut().cell_mut(at) else { continue };
            if !keeps_outline || cell.symbol() == " " || cell.symbol() == "\u{2800}" {
                cell.set_symbol(&sign.content);
            }
            cell.set_style(sign.style);
        }
    }

    /// Writes the value of an area where it fits.
    fn write_value(&self, frame: &mut Frame<'_>, area: usize, runs: &[CellRun]) {
        let state = self.state;
        let Some(value) = self.choropleth.areas.get(area).and_then(|area| area.value) else { return };
        let style =
            self.choropleth.shade(area).map(|shade| state.theme.shade(shade).style).unwrap_or_default();
        let value = format!(" {} ", self.choropleth.measure.text(value, state.lang));
        let value = text::plain(&value, state.theme.style(Role::Text).patch(style));
        let width = u16::try_from(text::spans_width(std::slice::from_ref(&value))).unwrap_or(u16::MAX);
        // Much of the area stays free, so that its shade is seen.
        let has_room = map::cell_count(runs) >= MIN_CELLS_PER_LETTER * usize::from(width);
        if let Some(start) = map::label_position(runs, width).filter(|_| has_room) {
            self.pane.draw_line(frame, start, Line::from(value));
        }
    }

    /// Writes the name and the value of the selected area, wherever it is.
    fn write_selected(&self, frame: &mut Frame<'_>, area: usize, runs: &[CellRun]) {
        let state = self.state;
        let inside = self.pane.inside;
        let areas = self.choropleth.division.areas(&state.snapshot);
        let name = areas.get(area).map(|area| area.name).unwrap_or_default();
        let value = self.choropleth.areas.get(area).and_then(|area| area.value);
        let value = value.map(|value| self.choropleth.measure.text(value, state.lang)).unwrap_or_default();
        let label =
            |text: &str| text::plain(&format!(" {} ", text.trim_end()), table::selection_style(state));
        let name_and_value = label(&format!("{name} {value}"));
        // The name is on the card or in the legend as well.
        let label = match text::spans_width(std::slice::from_ref(&name_and_value)) <= inside.width.into() {
            true => name_and_value,
            false => label(if value.is_empty() { name } else { &value }),
        };
        let label = text::truncate(vec![label], inside.width.into(), &state.theme);
        let width = u16::try_from(label.width()).unwrap_or(u16::MAX);
        let middle = map::label_position(runs, 1).or_else(|| {
            let point = state.geometry().area_point(self.choropleth.division, area)?;
            self.pane.viewport.cell(self.pane.inset.projection.project(point.center))
        });
        if let Some(GridPosition { column, row }) = middle {
            let last = inside.width.saturating_sub(width);
            let start = GridPosition { column: column.saturating_sub(width / 2).min(last), row };
            // On the first letter, behind a blank.
            frame.mark_selected(Rect::new(inside.x + start.column + 1, inside.y + row, 1, 1));
            self.pane.draw_line(frame, start, label);
        }
    }
}

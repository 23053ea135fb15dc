//! The points of a frame: a mark for each Cité, and the label of the selected one.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::tui::state::State;
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::tabs::map::label;
use crate::tui::view::tabs::map::pane::Pane;
use crate::tui::view::widgets::{table, text};
use crate::views::map::{self, GridPosition, PlacedPoint, Point};

/// The minimum width of Île-de-France on the mainland for its points to fit, in cells.
const MIN_BLOW_UP_WIDTH: f64 = 16.0;

/// The most listed Cités whose names are drawn on the whole mainland.
const MAX_NAMED: usize = 12;

/// The points of a frame in the cells of its pane.
pub struct Points<'a> {
    state: &'a State,
    pane: &'a Pane<'a>,
    /// The selected Cité, in whichever frame it is.
    selected: Option<&'a Point>,
    /// Île-de-France, if it is too small on the mainland for its points.
    crowd: Option<&'a map::Inset>,
    /// The selected point is first, so that it has its own cell, then the
    /// listed ones.
    placed: Vec<PlacedPoint>,
}

impl<'a> Points<'a> {
    /// Distributes the points of a frame over the cells of its pane.
    pub fn new(pane: &'a Pane<'a>, state: &'a State) -> Self {
        let crowd = state.geometry().inset(map::Projection::IleDeFrance).filter(|blow_up| {
            pane.inset.projection == map::Projection::Metropole
                && blow_up.bounds.size()[0] / pane.viewport.scale() < MIN_BLOW_UP_WIDTH
        });
        let selected = state.selected_point();
        let own = pane.inset.projection;
        let rank = |point: &Point| match selected {
            Some(selected) if selected.index == point.index => 0,
            _ if is_listed(state, point.index) => 1,
            _ => 2,
        };
        let points =
            state.geometry().points.iter().filter(|point| point.projection == own || crowd.is_none());
        let mut points: Vec<(u8, &Point)> = points.map(|point| (rank(point), point)).collect();
        points.sort_by_key(|(rank, _)| *rank);
        let on_frame = points.into_iter().filter_map(|(_, point)| Some((point.index, point.on(own)?)));
        let placed = map::place_points(on_frame, &pane.viewport);
        Self { state, pane, selected, crowd, placed }
    }

    /// Returns the listed Cité at a position of the screen, or the nearest one beside it.
    pub fn cite_at(mut self, at: Position) -> Option<usize> {
        self.placed.retain(|point| is_listed(self.state, point.cite));
        let (column, row) = (at.x - self.pane.inside.x, at.y - self.pane.inside.y);
        map::point_at(&self.placed, GridPosition { column, row })
    }

    /// Draws the points, the listed ones over the others.
    pub fn render(&self, frame: &mut Frame<'_>) {
        for point in self.placed.iter().rev() {
            self.pane.draw_line(frame, point.cell, Line::from(self.mark(point.cite)));
        }
        if let Some(blow_up) = self.crowd {
            self.draw_crowd(frame, blow_up);
        }
        let listed = self.placed.iter().filter(|other| is_listed(self.state, other.cite));
        let mut taken: Vec<Position> = listed.map(cell).collect();
        let selected = self.selected.and_then(|selected| {
            let point = self.placed.iter().find(|point| point.cite == selected.index)?;
            Some((point, selected.projection == self.pane.inset.projection))
        });
        if let Some((point, is_own)) = selected {
            let inside = self.pane.inside;
            let area = Rect::new(inside.x + point.cell.column, inside.y + point.cell.row, 1, 1);
            frame.buffer_mut().set_style(area, table::selection_style(self.state));
            frame.mark_selected(area);
            if is_own {
                self.draw_label(frame, point, &mut taken);
            }
        }
        let count = self.state.counts().found;
        if self.pane.has_room_for_names() || (self.crowd.is_some() && count <= MAX_NAMED) {
            self.draw_names(frame, taken);
        }
    }

    /// Draws the names of the listed Cités where they cover no point and no other name.
    fn draw_names(&self, frame: &mut Frame<'_>, mut taken: Vec<Position>) {
        let state = self.state;
        let is_selected = |point: &&PlacedPoint| self.selected.is_some_and(|own| own.index == point.cite);
        let listed = self.placed.iter().filter(|point| is_listed(state, point.cite));
        for point in listed.filter(|point| !is_selected(point)) {
            let Some(cite) = state.snapshot.cites.get(point.cite) else { continue };
            let name = text::plain(&format!(" {} ", cite.display_label()), state.theme.style(Role::Text));
            let width = u16::try_from(text::spans_width(std::slice::from_ref(&name))).unwrap_or(u16::MAX);
            let size = self.pane.inside.as_size();
            if let Some(start) = label::free_position(cell(point), width, size, &taken) {
                taken.extend((start.x..start.x + width).map(|x| Position::new(x, start.y)));
                self.pane.draw_line(frame, grid(start), Line::from(name));
            }
        }
    }

    /// Draws the number of listed Cités in Île-de-France, instead of their points.
    fn draw_crowd(&self, frame: &mut Frame<'_>, blow_up: &map::Inset) {
        let state = self.state;
        let is_in_crowd = |point: &&Point| point.projection == map::Projection::IleDeFrance;
        let crowd = state.geometry().points.iter().filter(is_in_crowd);
        let count = crowd.filter(|point| is_listed(state, point.index)).count();
        let style = match self.selected.filter(is_in_crowd) {
            Some(_) => table::selection_style(state),
            None => state.theme.style(Role::Heading),
        };
        let count = match count {
            0 => Line::from(self.faded_mark()),
            _ => Line::styled(state.lang.number(count as u64), style),
        };
        let middle = map::Projection::Metropole
            .project(map::Projection::IleDeFrance.unproject(blow_up.bounds.centre()));
        if let Some(GridPosition { column, row }) = self.pane.viewport.cell(middle) {
            let half = u16::try_from(count.width() / 2).unwrap_or(0);
            let start = GridPosition { column: column.saturating_sub(half), row };
            self.pane.draw_line(frame, start, count);
        }
    }

    /// Draws the label of the selected Cité beside its point, and adds its cells to those that are taken.
    fn draw_label(&self, frame: &mut Frame<'_>, point: &PlacedPoint, taken: &mut Vec<Position>) {
        let state = self.state;
        let Some(cite) = state.context().snapshot.cites.get(point.cite) else { return };
        let label = text::plain(&format!(" {} ", cite.display_label()), table::selection_style(state));
        let label = text::truncate(vec![label], self.pane.inside.width.into(), &state.theme);
        let width = u16::try_from(label.width()).unwrap_or(u16::MAX);
        if let Some(start) = label::position(cell(point), width, self.pane.inside.as_size(), taken) {
            taken.extend((start.x..start.x + width).map(|x| Position::new(x, start.y)));
            self.pane.draw_line(frame, grid(start), label);
        }
    }

    fn mark(&self, cite: usize) -> Span<'static> {
        match self.state.list().listing().map.groups.of_cite(cite) {
            Some(category) if is_listed(self.state, cite) => self.state.theme.mark(category),
            _ => self.faded_mark(),
        }
    }

    fn faded_mark(&self) -> Span<'static> {
        Span::styled(self.state.theme.glyphs.faded_mark, self.state.theme.style(Role::FadedMark))
    }
}

const fn grid(position: Position) -> GridPosition {
    GridPosition { column: position.x, row: position.y }
}

fn cell(point: &PlacedPoint) -> Position {
    Position::new(point.cell.column, point.cell.row)
}

fn is_listed(state: &State, cite: usize) -> bool {
    state.list().listing().map.is_listed.get(cite).copied().unwrap_or_default()
}

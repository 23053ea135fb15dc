//! The map of the Cités.

mod areas;
mod label;
mod legend;
mod pane;
mod points;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::view::{Frame, ViewContext};

use crate::views::map::{Projection, Zoom};

use areas::MapAreas;
use pane::Pane;
use points::Points;

/// The panes of the map, and its legend.
struct MapLayout<'a> {
    panes: Vec<Pane<'a>>,
    legend_area: Rect,
    /// The lines of a legend below the map.
    legend: Vec<Line<'static>>,
}

impl<'a> MapLayout<'a> {
    fn new(areas: &Areas, state: &'a State) -> Self {
        let body = areas.body();
        let legend = legend::rows(state, body.width);
        let legend_height = u16::try_from(legend.len()).unwrap_or(u16::MAX);
        let selected = points::selected(state);
        let mut map_areas = MapAreas::new(body, selected.map(|point| point.projection), legend_height);
        let elsewhere =
            selected.map(|point| point.projection).filter(|frame| *frame != Projection::Metropole);
        // Zooming into another frame than the mainland gives it the room of the mainland first.
        let mut zoom = state.map.zoom;
        if let Some(frame) = elsewhere.filter(|_| zoom != Zoom::FIT) {
            map_areas.swap(Projection::Metropole, frame);
            zoom = zoom.farther();
        }
        let panes = map_areas.frames.into_iter().filter_map(|(frame, area)| {
            let pane = Pane::new(state.geometry().inset(frame)?, area);
            Some(match selected.filter(|point| point.projection == frame) {
                Some(point) => pane.zoomed(zoom, frame.project(point.center)),
                None => pane,
            })
        });
        Self { panes: panes.collect(), legend_area: map_areas.legend, legend }
    }
}

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    if state.list().listing().items.is_empty() {
        return;
    }
    let MapLayout { panes, legend_area, legend } = MapLayout::new(areas, state);
    for pane in &panes {
        pane.render(frame, ViewContext::of(state));
        Points::new(pane, state).render(frame);
    }
    // Only a legend below the map has the width of the map.
    let is_below = legend_area.width >= areas.rows.width;
    let legend = if is_below { legend } else { legend::column(state, areas.card, legend_area.width) };
    legend::render(frame, legend_area, legend, &state.theme);
}

/// Returns the listed Cité at a position of the screen, or the nearest one beside it.
pub fn cite_at(areas: &Areas, state: &State, at: Position) -> Option<usize> {
    let panes = MapLayout::new(areas, state).panes;
    let pane = panes.iter().find(|pane| pane.inside.contains(at))?;
    Points::new(pane, state).cite_at(at)
}

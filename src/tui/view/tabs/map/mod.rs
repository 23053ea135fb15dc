//! The map of the Cités, and of the regions and departments that they are in.

mod choropleth;
mod frames;
mod label;
mod legend;
mod pane;
mod points;
mod tiles;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::tui::state::layout::{Areas, take_bottom};
use crate::tui::state::{Item, State};
use crate::tui::view::{Frame, ViewContext};

use crate::views::map::{Projection, Zoom};

use frames::MapFrames;
use pane::Pane;
use points::Points;
use tiles::Tiles;

/// The map and its legend.
struct MapLayout<'a> {
    content: Content<'a>,
    legend_area: Rect,
    /// The lines of a legend below the map.
    legend: Vec<Line<'static>>,
}

/// What the map consists of.
enum Content<'a> {
    /// A pane for each part of the country.
    Panes(Vec<Pane<'a>>),
    /// A tile for each region.
    Tiles(Tiles<'a>),
}

impl<'a> MapLayout<'a> {
    fn new(areas: &Areas, state: &'a State) -> Self {
        let body = areas.body();
        let legend = legend::rows(state, areas.card, body.width);
        let legend_height = u16::try_from(legend.len()).unwrap_or(u16::MAX);
        let choropleth = state.list().listing().map.choropleth.as_ref();
        if let Some(choropleth) = choropleth.filter(|_| state.has_tiles()) {
            let (map, legend_area) = take_bottom(body, legend_height.min(body.height / 3));
            return Self { content: Content::Tiles(Tiles::new(map, choropleth, state)), legend_area, legend };
        }
        let selected = state.selected_point();
        let mut frames = MapFrames::new(body, selected.map(|point| point.projection), legend_height);
        let elsewhere =
            selected.map(|point| point.projection).filter(|frame| *frame != Projection::Metropole);
        // Zooming into another frame than the mainland gives it the room of the mainland first.
        let mut zoom = state.map.zoom;
        if let Some(frame) = elsewhere.filter(|_| zoom != Zoom::FIT) {
            frames.swap(Projection::Metropole, frame);
            zoom = zoom.farther();
        }
        let panes = frames.frames.into_iter().filter_map(|(frame, area)| {
            let pane = Pane::new(state.geometry().inset(frame)?, area);
            Some(match selected.filter(|point| point.projection == frame) {
                Some(point) => pane.zoomed(zoom, frame.project(point.center)),
                None => pane,
            })
        });
        Self { content: Content::Panes(panes.collect()), legend_area: frames.legend, legend }
    }
}

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    if state.list().listing().items.is_empty() {
        return;
    }
    let MapLayout { content, legend_area, legend } = MapLayout::new(areas, state);
    let choropleth = state.list().listing().map.choropleth.as_ref();
    match &content {
        Content::Tiles(tiles) => tiles.render(frame),
        Content::Panes(panes) => {
            for pane in panes {
                pane.render(frame, ViewContext::of(state), choropleth.map(|areas| areas.division));
                match choropleth {
                    Some(choropleth) => choropleth::Areas::new(pane, choropleth, state).render(frame),
                    None => Points::new(pane, state).render(frame),
                }
            }
        }
    }
    // Only a legend below the map has the width of the map.
    let is_below = legend_area.width >= areas.rows.width;
    let legend = if is_below { legend } else { legend::column(state, areas.card, legend_area.width) };
    legend::render(frame, legend_area, legend, &state.theme);
}

/// Returns what is at a position of the screen: a listed Cité, or the nearest one beside it, or an area.
pub fn item_at(areas: &Areas, state: &State, at: Position) -> Option<Item> {
    let panes = match MapLayout::new(areas, state).content {
        Content::Tiles(tiles) => return tiles.item_at(at),
        Content::Panes(panes) => panes,
    };
    let pane = panes.iter().find(|pane| pane.inside.contains(at))?;
    match state.list().listing().map.choropleth.as_ref() {
        Some(choropleth) => choropleth::Areas::new(pane, choropleth, state).item_at(at),
        None => Points::new(pane, state).cite_at(at).map(Item::Cite),
    }
}

//! What lies over the tabs, one file each.

mod big_card;
mod comparison;
mod facets;
mod frame;
mod grammar;
mod keys;
mod save;
mod text;

use ratatui::layout::{Position, Rect};

use crate::tui::state::{App, Popup};
use crate::tui::view::Frame;

/// Draws a popup over what is there.
pub fn render(frame: &mut Frame<'_>, app: &App, popup: &Popup) {
    let Some(place) = place(app) else { return };
    match popup {
        Popup::Keys { of, filter, scroll } => keys::render(frame, place, app, *of, filter, *scroll),
        Popup::Grammar(choice) => grammar::render(frame, place, app, *choice),
        Popup::Facets(facets) => facets::render(frame, place, app, facets),
        Popup::Comparison { cites, scroll } => comparison::render(frame, place, app, cites, *scroll),
        Popup::BigCard(scroll) => big_card::render(frame, place, app, *scroll),
        Popup::Text { text, scroll } => text::render(frame, place, app, text, *scroll),
        Popup::Save(save) => save::render(frame, place, app, save),
    }
}

/// How many lines a popup has that can be scrolled or chosen, and how many of
/// them are on the screen.
pub fn heights(app: &App, popup: &Popup) -> (usize, usize) {
    let Some(place) = place(app) else { return (0, 0) };
    match popup {
        Popup::Keys { of, filter, .. } => keys::heights(place, app, *of, filter),
        Popup::Grammar(_) => grammar::heights(place, app),
        Popup::Facets(facets) => facets::heights(place, app, facets),
        Popup::Comparison { cites, .. } => comparison::heights(place, app, cites),
        Popup::BigCard(_) => big_card::heights(place, app),
        Popup::Text { text, .. } => text::heights(place, text),
        Popup::Save(_) => (0, 0),
    }
}

/// What of a popup the mouse is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Nothing of it.
    Outside,
    /// A line that can be chosen, by its place.
    Line(usize),
    /// The name of a facet, by its place.
    Facet(usize),
    /// Something else of it.
    Inside,
}

/// What of a popup is at a place of the screen.
pub fn spot(app: &App, popup: &Popup, at: Position) -> Spot {
    let Some(screen) = place(app) else { return Spot::Outside };
    match popup {
        Popup::Keys { of, .. } => on(keys::area(screen, app, *of), at),
        Popup::Grammar(choice) => grammar::spot(screen, app, *choice, at),
        Popup::Facets(facets) => facets::spot(screen, app, facets, at),
        Popup::Save(_) => on(save::area(screen), at),
        Popup::Comparison { .. } | Popup::BigCard(_) | Popup::Text { .. } => on(screen, at),
    }
}

fn on(area: Rect, at: Position) -> Spot {
    if area.contains(at) { Spot::Inside } else { Spot::Outside }
}

/// The line of `body` that `at` is on, of `total` lines of which the first
/// `offset` are moved out of it.
fn line_at(body: Rect, at: Position, offset: usize, total: usize) -> Option<Spot> {
    let place = body.contains(at).then(|| offset + usize::from(at.y - body.y))?;
    (place < total).then_some(Spot::Line(place))
}

/// All of the screen but the footer, which tells the keys of popups too.
fn place(app: &App) -> Option<Rect> {
    let areas = app.areas()?;
    let above = areas.header.union(areas.search).union(areas.body());
    let above = areas.card.area().map_or(above, |card| above.union(card));
    Some(above.union(areas.panel))
}

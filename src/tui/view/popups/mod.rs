//! The popups, one file each.

mod big_card;
mod comparison;
mod facets;
mod frame;
mod grammar;
mod keys;
mod layout;
mod save;
mod text;

use ratatui::layout::Rect;

use crate::tui::state::{Popup, State};
use crate::tui::view::ViewContext;

pub use layout::{HitTarget, PopupLayout};

/// Lays a popup out, unless the screen is too small.
pub fn lay_out(state: &State, popup: &Popup) -> Option<Box<dyn PopupLayout>> {
    let (screen, cx) = (screen(state)?, ViewContext::of(state));
    Some(match popup {
        Popup::Keys { context, filter, .. } => Box::new(keys::Layout::new(screen, cx, *context, filter)),
        Popup::Grammar(_) => Box::new(grammar::Layout::new(screen, cx)),
        Popup::Facets(facets) => Box::new(facets::Layout::new(screen, cx, facets)),
        Popup::Comparison { cites, .. } => Box::new(comparison::Layout::new(screen, cx, cites)),
        Popup::BigCard { .. } => Box::new(big_card::Layout::new(screen, cx, state.card().as_ref())),
        Popup::Text { text, .. } => Box::new(text::Layout::new(screen, text)),
        Popup::Save(_) => Box::new(save::Layout::new(screen)),
    })
}

/// Returns the screen without the footer, which shows the keys of popups too.
fn screen(state: &State) -> Option<Rect> {
    let areas = state.areas()?;
    let above = areas.header.union(areas.search).union(areas.body());
    let above = areas.card.area().map_or(above, |card| above.union(card));
    Some(above.union(areas.panel))
}

//! The popups, one file each. `choices.rs`, `frame.rs` and `layout.rs` are shared.

mod big_card;
mod choices;
mod comparison;
mod cross;
mod facets;
mod frame;
mod grammar;
mod keys;
mod layout;
mod neighbours;
mod save;
mod text;

use ratatui::layout::Rect;

use crate::tui::state::{Areas, Popup, State};
use crate::tui::view::ViewContext;

pub use layout::{HitTarget, PopupLayout};

/// Lays out a popup over all of the screen but the footer, which shows the keys
/// of popups too.
pub fn lay_out(state: &State, areas: &Areas, popup: &Popup) -> Box<dyn PopupLayout> {
    let (screen, cx) = (without_footer(areas), ViewContext::of(state));
    match popup {
        Popup::Keys { context, filter, .. } => Box::new(keys::Layout::new(screen, state, *context, filter)),
        Popup::Grammar(_) => Box::new(grammar::Layout::new(screen, cx)),
        Popup::Facets(facets) => Box::new(facets::Layout::new(screen, cx, facets)),
        Popup::Comparison { cites, .. } => Box::new(comparison::Layout::new(screen, cx, cites)),
        Popup::Neighbours(neighbours) => Box::new(neighbours::Layout::new(screen, cx, neighbours)),
        Popup::Cross(cross) => Box::new(cross::Layout::new(screen, cx, cross)),
        Popup::BigCard { .. } => Box::new(big_card::Layout::new(screen, cx, state.card().as_ref())),
        Popup::Text { text, .. } => Box::new(text::Layout::new(screen, cx, text)),
        Popup::Save(save) => Box::new(save::Layout::new(screen, save)),
    }
}

fn without_footer(areas: &Areas) -> Rect {
    let above = areas.header.union(areas.search).union(areas.body());
    let above = areas.card.area().map_or(above, |card| above.union(card));
    above.union(areas.panel)
}

//! The layout of a state: its areas, and its texts, broken into lines.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::tui::state::{Areas, Body, Extent, Popup, State};
use crate::tui::view::popups::{self, PopupLayout};
use crate::tui::view::tabs::overview;
use crate::tui::view::widgets::card;
use crate::tui::view::widgets::page::Page;

/// The layout of a state. It belongs to that state alone: after a change of
/// anything but a scroll position or a cursor, start with a new one.
///
/// A text is laid out when it is first needed, to be measured or to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    areas: OnceCell<Option<Areas>>,
    card: OnceCell<Option<card::CardLayout>>,
    page: OnceCell<Option<Page>>,
    popup: OnceCell<Option<Rc<dyn PopupLayout>>>,
}

impl Scene {
    /// Returns the size of the text that scrolls: of the open popup, else of
    /// the page, else of the card.
    pub fn extent(&self, state: &State) -> Extent {
        let extent = match state.tab.info().body {
            _ if state.popup().is_some() => self.popup(state).map(PopupLayout::extent),
            Body::Page => self.page(state).map(Page::extent),
            Body::Table | Body::Texts | Body::Map => self.card(state).map(card::CardLayout::extent),
        };
        extent.unwrap_or_default()
    }

    /// Returns the areas of the screen, or `None` if it is too small.
    pub fn areas(&self, state: &State) -> Option<&Areas> {
        self.areas.get_or_init(|| state.areas()).as_ref()
    }

    /// Returns the addresses that are drawn.
    pub fn links(&self, state: &State) -> Arc<[String]> {
        match (self.card(state), state.popup()) {
            (Some(card), _) => card.links(),
            // In large letters, a card may be drawn without an area of its own.
            (None, Some(Popup::BigCard { .. })) => {
                state.card().map(|card| card.urls().map(ToOwned::to_owned).collect()).unwrap_or_default()
            }
            _ => Arc::default(),
        }
    }

    /// Returns the layout of the card, if there is one.
    pub(super) fn card(&self, state: &State) -> Option<&card::CardLayout> {
        let lay_out = || card::CardLayout::new(state, self.areas(state)?.card);
        self.card.get_or_init(lay_out).as_ref()
    }

    /// Returns the layout of the page, if the tab is one.
    pub(super) fn page(&self, state: &State) -> Option<&Page> {
        let lay_out = || Some(overview::lay_out(state, self.areas(state)?.body()));
        self.page.get_or_init(lay_out).as_ref()
    }

    /// Returns the layout of the popup that has the focus.
    pub fn popup(&self, state: &State) -> Option<&dyn PopupLayout> {
        let lay_out = || Some(Rc::from(popups::lay_out(state, self.areas(state)?, state.popup()?)));
        self.popup.get_or_init(lay_out).as_deref()
    }
}

//! What is laid out of the state: texts that scroll, broken into lines.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::tui::state::{Body, Extent, State};
use crate::tui::view::popups::{self, PopupLayout};
use crate::tui::view::tabs::overview;
use crate::tui::view::widgets::card;

/// The layout of a state. It belongs to that state alone: after a change of
/// anything but a scroll position or a cursor, start with a new one.
///
/// A text is laid out when it is first needed, to be measured or to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    card: OnceCell<Option<card::CardLayout>>,
    page: OnceCell<Option<overview::PageLayout>>,
    popup: OnceCell<Option<Rc<dyn PopupLayout>>>,
}

impl Scene {
    /// Returns the size of the text that scrolls: of the open popup, else of
    /// the page, else of the card.
    pub fn extent(&self, state: &State) -> Extent {
        let extent = match state.tab.info().body {
            _ if state.popup().is_some() => self.popup(state).map(PopupLayout::extent),
            Body::Page => self.page(state).map(overview::PageLayout::extent),
            Body::Table | Body::Map => self.card(state).map(card::CardLayout::extent),
        };
        extent.unwrap_or_default()
    }

    /// Returns the layout of the card, if there is one.
    pub(super) fn card(&self, state: &State) -> Option<&card::CardLayout> {
        self.card.get_or_init(|| card::CardLayout::new(state)).as_ref()
    }

    /// Returns the layout of the page, if the tab is one.
    pub(super) fn page(&self, state: &State) -> Option<&overview::PageLayout> {
        self.page.get_or_init(|| overview::PageLayout::new(state)).as_ref()
    }

    /// Returns the layout of the popup that has the focus.
    pub fn popup(&self, state: &State) -> Option<&dyn PopupLayout> {
        let lay_out = || Some(Rc::from(popups::lay_out(state, state.popup()?)?));
        self.popup.get_or_init(lay_out).as_deref()
    }
}

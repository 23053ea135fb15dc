//! What would do something now: what would not is not offered.

use crate::tui::state::action::Action;
use crate::tui::state::layout::Card;
use crate::tui::state::{App, Focus, Item, Popup};

impl App {
    /// Whether `action` would do something now. What it would not is not offered.
    pub fn can(&self, action: &Action) -> bool {
        match action {
            Action::Back => {
                !self.popups.is_empty() || self.focus != Focus::List || !self.query.text().is_empty()
            }
            Action::FocusSearch => self.focus != Focus::Search,
            Action::FocusList => self.focus != Focus::List,
            Action::FocusCard => self.selected().is_some(),
            Action::Edit(edit) => {
                let line = self.line();
                let mut edited = line.clone();
                edited.edit(*edit);
                edited != *line
            }
            Action::Select(motion) if !self.popups.is_empty() => {
                self.moved_choice(*motion)
                    .is_some_and(|moved| Some(moved) != self.popup().and_then(Popup::choice))
                    || (self.reads_card() && self.list().can_go(*motion, self.rows_height()))
            }
            Action::Select(motion) => self.list().can_go(*motion, self.rows_height()),
            Action::Facets => self.tab.lists_cites(),
            Action::ToggleFacetValue | Action::TakeFacetValue => {
                matches!(self.popup(), Some(Popup::Facets(facets)) if facets.shown().len() > 0)
            }
            Action::ClearFacet => self.without_facet().is_some_and(|text| text != self.query.text()),
            Action::Mark => matches!(self.selected(), Some(Item::Cite(_))),
            Action::Compare => self.tab.lists_cites() && self.list().listing().cites().next().is_some(),
            Action::CopyRow => matches!(self.selected(), Some(Item::Cite(_) | Item::Preconisation(_))),
            Action::Enlarge | Action::CopyCard | Action::CopyAddress => self.selected().is_some(),
            Action::Save => self.can_save(),
            Action::ToggleCard => {
                self.pictures.list_alone || self.areas().is_some_and(|areas| areas.card != Card::Closed)
            }
            Action::Scroll(motion) => {
                let (scroll, last, page) = self.scroll();
                motion.from(scroll, last, page) != scroll
            }
            Action::ShowTab(tab) => *tab != self.tab,
            Action::ShowCite => self.cite_of_problem().is_some(),
            Action::SortByNext | Action::SortByPrevious => self.tab.columns() > 0,
            Action::Walk(direction) => self.neighbour(*direction).is_some(),
            Action::ReverseSort => self.list().sorting.column.is_some(),
            Action::Zoom(step) => step.from(self.pictures.zoom) != self.pictures.zoom,
            _ => true,
        }
    }

    /// Whether the card of what is selected is read in a popup.
    pub(in crate::tui) fn reads_card(&self) -> bool {
        matches!(self.popup(), Some(Popup::BigCard(_)))
    }
}

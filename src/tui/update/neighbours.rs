//! The Cités nearest to the selected one, or to any place.

use crate::tui::state::{Focus, Item, LineEditor, ListCursor, Neighbours, Popup, StaleReason, State, Tab};
use crate::views::near::{Origin, nearest};

/// The most Cités that are listed.
const MAX_NEIGHBOURS: usize = 200;

impl State {
    /// Returns the selected Cité or place as the place to count distances from, if its position is known.
    pub(super) fn selected_origin(&self) -> Option<Origin> {
        match self.selected()? {
            Item::Cite(cite) => Origin::of_cite(cite, self.context()),
            Item::Outside => Origin::of_outside(self.outcome.answer.outside.as_ref()?),
            _ => None,
        }
    }

    /// Opens the list of the Cités nearest to the selected one.
    pub(super) fn open_neighbours(&mut self) {
        let Some(selected) = self.selected_origin() else { return };
        self.popups.push(Popup::Neighbours(Neighbours {
            origin: Some(selected.clone()),
            selected,
            place: LineEditor::default(),
            cites: Vec::new(),
            cursor: ListCursor::default(),
        }));
        self.list_neighbours();
    }

    /// Lists the Cités nearest to the place that is written, or to the selected one if none is.
    pub(super) fn list_neighbours(&mut self) {
        let Some(Popup::Neighbours(neighbours)) = self.popup() else { return };
        let text = neighbours.place.text().trim();
        let origin = match text.is_empty() {
            true => Some(neighbours.selected.clone()),
            false => {
                let location = self.index().locate(&self.snapshot, text);
                location.ok().and_then(|location| Origin::of(&location, self.context()))
            }
        };
        let mut cites = Vec::new();
        if let Some(origin) = &origin {
            // One more, since the Cité itself is left out.
            cites = nearest(&self.snapshot, origin.point, MAX_NEIGHBOURS + 1, f64::INFINITY);
            cites.retain(|near| Some(near.cite) != origin.cite);
        }
        if let Some(Popup::Neighbours(neighbours)) = self.popups.last_mut() {
            (neighbours.origin, neighbours.cites) = (origin, cites);
            neighbours.cursor = ListCursor::default();
        }
    }

    /// Selects the chosen Cité: in the list that is shown, or else among all territories.
    pub(super) fn show_neighbour(&mut self) {
        let Some(Popup::Neighbours(neighbours)) = self.popup() else { return };
        let Some(near) = neighbours.cites.get(neighbours.cursor.index()) else { return };
        let item = Item::Cite(near.cite);
        self.popups.clear();
        self.focus = Focus::List;
        if self.list().listing().items.contains(&item) {
            return self.list_mut().select_item(item);
        }
        self.show_tab(Tab::Territories);
        self.replace_query("");
        self.list_mut().invalidate(StaleReason::Changed);
        self.pending_selection = Some(item);
    }
}

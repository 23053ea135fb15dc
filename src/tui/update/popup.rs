//! What lies over the tabs and has the keys until it is closed.

use crate::tui::state::action::Motion;
use crate::tui::state::{App, Choice, Facets, Focus, LineEditor, Popup};
use crate::tui::view::popups;
use crate::views::grammar;

impl App {
    /// What was written into the popup that has the keys has changed.
    pub(in crate::tui) fn popup_line_changed(&mut self) {
        match self.popups.last_mut() {
            Some(Popup::Keys { scroll, .. }) => *scroll = 0,
            Some(Popup::Facets(facets)) => facets.refilter(),
            Some(Popup::Save(save)) => save.edited(),
            _ => {}
        }
    }

    /// One step back in the popup that has the keys: what was written there,
    /// then the popup itself. `false` where there is none.
    pub(in crate::tui) fn back_in_popup(&mut self) -> bool {
        let Some(popup) = self.popups.last_mut() else { return false };
        match popup {
            Popup::Save(save) if save.exists => save.edited(),
            Popup::Keys { filter, .. } | Popup::Facets(Facets { filter, .. })
                if !filter.text().is_empty() =>
            {
                *filter = LineEditor::default();
                self.popup_line_changed();
            }
            _ => drop(self.popups.pop()),
        }
        true
    }

    /// The choice of the popup that has the keys after a move.
    pub(in crate::tui) fn moved_choice(&self, motion: Motion) -> Option<Choice> {
        let popup = self.popup()?;
        let (total, height) = popups::heights(self, popup);
        Some(popup.choice()?.after(motion, total, height))
    }

    /// What a click on a line of the popup does: it chooses and takes it.
    pub(in crate::tui) fn choose_line(&mut self, place: usize) {
        let Some(popup) = self.popup() else { return };
        let (total, height) = popups::heights(self, popup);
        let Some(choice) = popup.choice() else { return };
        let is_facet = matches!(popup, Popup::Facets(_));
        self.choose(choice.at(place, total, height));
        if is_facet {
            self.toggle_facet_value();
        } else {
            self.take_example();
        }
    }

    /// Whether the mouse is left to the terminal, which selects text with it.
    pub(in crate::tui) fn leaves_mouse(&self) -> bool {
        matches!(self.popup(), Some(Popup::Text { .. }))
    }

    pub(in crate::tui) fn choose(&mut self, choice: Choice) {
        if let Some(current) = self.popups.last_mut().and_then(Popup::choice_mut) {
            *current = choice;
        }
    }

    /// Searches for the example that is chosen.
    pub(in crate::tui) fn take_example(&mut self) {
        let Some(Popup::Grammar(choice)) = self.popup() else { return };
        let Some(example) = grammar::examples().nth(choice.place()) else { return };
        let query = LineEditor::new(&example.query(self.lang));
        self.popups.clear();
        self.edit_query(|line| *line = query);
        self.focus = Focus::Search;
    }

    /// Keeps the popup that has the keys within its place.
    pub(in crate::tui) fn settle_popup(&mut self) {
        let Some(popup) = self.popup() else { return };
        let (total, height) = popups::heights(self, popup);
        let choice = popup.choice().map(|choice| choice.at(choice.place(), total, height));
        let scroll = popup.scroll().min(total.saturating_sub(height));
        if let Some(choice) = choice {
            self.choose(choice);
        }
        if let Some(popup) = self.popups.last_mut() {
            popup.scroll_to(scroll);
        }
    }
}

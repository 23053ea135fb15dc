//! The popup that has the focus.

use crate::tui::state::{Facets, Focus, LineEditor, ListCursor, Motion, Neighbours, Popup, State};
use crate::views::grammar;

impl State {
    /// Opens the list of the keys that work now.
    pub(super) fn open_key_list(&mut self) {
        let context = self.key_context();
        self.popups.push(Popup::Keys {
            context,
            filter: LineEditor::default(),
            cursor: ListCursor::default(),
        });
    }

    /// Follows a change of the popup's line.
    pub(super) fn popup_line_changed(&mut self) {
        match self.popups.last_mut() {
            Some(Popup::Keys { cursor, .. }) => *cursor = ListCursor::default(),
            Some(Popup::Facets(facets)) => facets.refilter(),
            Some(Popup::Save(save)) => save.edited(),
            Some(Popup::Neighbours(_)) => self.list_neighbours(),
            _ => {}
        }
    }

    /// Goes one step back in the popup: clears its line, then closes it.
    /// Returns `false` if no popup is open.
    pub(super) fn back_in_popup(&mut self) -> bool {
        let Some(popup) = self.popups.last_mut() else { return false };
        match popup {
            Popup::Save(save) if save.exists => save.edited(),
            Popup::Save(save) if save.choosing.is_some() => save.choosing = None,
            Popup::Keys { filter, .. }
            | Popup::Facets(Facets { filter, .. })
            | Popup::Neighbours(Neighbours { place: filter, .. })
                if !filter.text().is_empty() =>
            {
                *filter = LineEditor::default();
                self.popup_line_changed();
            }
            _ => drop(self.popups.pop()),
        }
        true
    }

    /// Returns the cursor of the popup after a move.
    pub(super) fn moved_cursor(&self, motion: Motion) -> Option<ListCursor> {
        Some(self.popup()?.cursor()?.after(motion, self.extent))
    }

    /// Chooses and takes a line of the popup, as a click does.
    pub(super) fn choose_line(&mut self, index: usize) {
        let Some(cursor) = self.popup().and_then(Popup::cursor) else { return };
        self.set_cursor(cursor.at(index, self.extent));
        match self.popup() {
            Some(Popup::Facets(_)) => self.toggle_facet_value(),
            Some(Popup::Save(_)) => self.toggle_column(),
            // Enter runs it.
            Some(Popup::Keys { .. } | Popup::Neighbours(_)) => {}
            _ => self.take_example(),
        }
    }

    pub(super) fn set_cursor(&mut self, cursor: ListCursor) {
        if let Some(current) = self.popups.last_mut().and_then(Popup::cursor_mut) {
            *current = cursor;
        }
    }

    /// Moves from the name of the file to the columns, if there is a choice.
    pub(super) fn choose_columns(&mut self) {
        if let Some(Popup::Save(save)) = self.popups.last_mut()
            && save.has_columns()
            && !save.exists
        {
            save.choosing = Some(ListCursor::default());
        }
    }

    /// Adds the column at the cursor to those that are saved, or removes it.
    pub(super) fn toggle_column(&mut self) {
        if let Some(Popup::Save(save)) = self.popups.last_mut() {
            save.toggle_column();
        }
    }

    /// Searches for the chosen example.
    pub(super) fn take_example(&mut self) {
        let Some(Popup::Grammar(cursor)) = self.popup() else { return };
        let Some(example) = grammar::examples().nth(cursor.index()) else { return };
        let query = example.query(self.lang);
        self.popups.clear();
        self.replace_query(&query);
        self.focus = Focus::Search;
    }
}

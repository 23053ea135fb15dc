//! Narrowing the query by facets.

use crate::search::Query;
use crate::tui::state::{Facets, LineEditor, Popup, State};
use crate::views::facets::{self, FACETS};

impl State {
    /// Opens the popup of the facets at the first one.
    pub(super) fn open_facets(&mut self) {
        self.popups.push(Popup::Facets(Facets::default()));
        self.open_facet(0);
    }

    /// Opens the facet `step` further; the first one after the last.
    pub(super) fn turn_facet(&mut self, step: usize) {
        if let Some(Popup::Facets(facets)) = self.popup() {
            self.open_facet((facets.facet + step) % FACETS.len());
        }
    }

    /// Opens the facet at an index.
    pub(super) fn open_facet(&mut self, index: usize) {
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.facet = index;
            facets.filter = LineEditor::default();
        }
        self.count_facet();
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.refilter();
        }
    }

    /// Counts what each value of the open facet would find.
    fn count_facet(&mut self) {
        let Some(Popup::Facets(facets)) = self.popup() else { return };
        let query = Query::parse(self.query.text());
        let values = facets::values(facets.facet(), &query, || self.index(), self.context());
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.values = values;
        }
    }

    /// Adds the chosen value to the query, or removes it.
    pub(super) fn toggle_facet_value(&mut self) {
        let Some(Popup::Facets(facets)) = self.popup() else { return };
        let Some(index) = facets.shown.get(facets.cursor.index()) else { return };
        let query = Query::parse(self.query.text());
        let text = facets::toggled(facets.facet(), &facets.values, *index, &query, self.context());
        self.replace_query(&text);
        self.count_facet();
    }

    /// Returns the query without the values of the open facet.
    pub(super) fn query_without_facet(&self) -> Option<String> {
        let Some(Popup::Facets(facets)) = self.popup() else { return None };
        Some(Query::parse(self.query.text()).with_facet(facets.facet(), &[], self.lang))
    }

    /// Removes the values of the open facet from the query.
    pub(super) fn clear_facet(&mut self) {
        if let Some(text) = self.query_without_facet() {
            self.replace_query(&text);
            self.count_facet();
        }
    }
}

//! Narrowing the query by facets.

use super::popup::Popup;
use super::{App, Choice, LineEditor};
use crate::search::{Query, fold_text};
use crate::views::facets::{self, FACETS, FacetValue};
use crate::views::groups::Grouping;

/// The facets, one of them open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Place of the open one among all.
    facet: usize,
    /// Letters that the names of the values must have.
    pub filter: LineEditor,
    /// All of its values.
    values: Vec<FacetValue>,
    /// Places of those that `filter` finds.
    shown: Vec<usize>,
    /// The chosen one among those.
    pub choice: Choice,
}

impl Facets {
    /// The facet that is open.
    pub fn facet(&self) -> Grouping {
        FACETS.get(self.facet).copied().unwrap_or(FACETS[0])
    }

    /// The values that the filter finds.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &FacetValue> + Clone {
        // All of them are places of values.
        self.shown.iter().filter_map(|place| self.values.get(*place)).collect::<Vec<_>>().into_iter()
    }

    /// How many values there are, whatever the filter.
    pub const fn total(&self) -> usize {
        self.values.len()
    }

    pub(super) fn refilter(&mut self) {
        let wanted = fold_text(self.filter.text());
        let matches = |(_, value): &(usize, &FacetValue)| {
            let name = fold_text(&value.name);
            wanted.split(' ').all(|word| name.contains(word))
        };
        self.shown = self.values.iter().enumerate().filter(matches).map(|(place, _)| place).collect();
        self.choice = Choice::default();
    }
}

impl App {
    /// Opens the facets at the first one.
    pub(super) fn open_facets(&mut self) {
        self.popups.push(Popup::Facets(Facets::default()));
        self.open_facet(0);
    }

    /// Opens the facet that is `step` places further, after the last one the first.
    pub(super) fn turn_facet(&mut self, step: usize) {
        if let Some(Popup::Facets(facets)) = self.popup() {
            self.open_facet((facets.facet + step) % FACETS.len());
        }
    }

    /// Opens the facet of this place.
    pub(super) fn open_facet(&mut self, place: usize) {
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.facet = place;
            facets.filter = LineEditor::default();
        }
        self.count_facet();
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.refilter();
        }
    }

    /// Counts what the values of the open facet would find now.
    fn count_facet(&mut self) {
        let Some(Popup::Facets(facets)) = self.popup() else { return };
        let query = Query::parse(self.query.text());
        let values = facets::values(facets.facet(), &query, || self.index(), self.context());
        if let Some(Popup::Facets(facets)) = self.popups.last_mut() {
            facets.values = values;
        }
    }

    /// Asks for the chosen value, or for it no longer.
    pub(super) fn toggle_facet_value(&mut self) {
        let Some(Popup::Facets(facets)) = self.popup() else { return };
        let Some(place) = facets.shown.get(facets.choice.place()) else { return };
        let query = Query::parse(self.query.text());
        let text = facets::toggled(facets.facet(), &facets.values, *place, &query, self.context());
        self.replace_query(&text);
        self.count_facet();
    }

    /// The query with no value of the open facet.
    pub(super) fn without_facet(&self) -> Option<String> {
        let Some(Popup::Facets(facets)) = self.popup() else { return None };
        let key = facets.facet().query_field()?;
        Some(Query::parse(self.query.text()).with_facet(key, &[], self.lang))
    }

    /// Asks for no value of the open facet any more.
    pub(super) fn clear_facet(&mut self) {
        if let Some(text) = self.without_facet() {
            self.replace_query(&text);
            self.count_facet();
        }
    }

    fn replace_query(&mut self, text: &str) {
        let line = LineEditor::new(text);
        self.edit_query(|query| *query = line);
    }
}

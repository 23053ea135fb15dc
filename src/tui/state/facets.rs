//! The facets: what the query can be narrowed by.

use crate::search::QueryField;
use crate::search::fold_text;
use crate::tui::state::{LineEditor, ListCursor};
use crate::views::facets::{FACETS, FacetValue};

/// The facets, one of them open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Place of the open one among all.
    pub(in crate::tui) facet: usize,
    /// Letters that the names of the values must have.
    pub filter: LineEditor,
    /// All of its values.
    pub(in crate::tui) values: Vec<FacetValue>,
    /// Places of those that `filter` finds.
    pub(in crate::tui) shown: Vec<usize>,
    /// The chosen one among those.
    pub cursor: ListCursor,
}

impl Facets {
    /// The facet that is open.
    pub fn facet(&self) -> QueryField {
        FACETS.get(self.facet).copied().unwrap_or(FACETS[0])
    }

    /// The values that the filter finds.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &FacetValue> + Clone {
        // All of them are places of values.
        self.shown.iter().filter_map(|index| self.values.get(*index)).collect::<Vec<_>>().into_iter()
    }

    /// How many values there are, whatever the filter.
    pub const fn total(&self) -> usize {
        self.values.len()
    }

    pub(in crate::tui) fn refilter(&mut self) {
        let wanted = fold_text(self.filter.text());
        let matches = |(_, value): &(usize, &FacetValue)| {
            let name = fold_text(&value.name);
            wanted.split(' ').all(|word| name.contains(word))
        };
        self.shown = self.values.iter().enumerate().filter(matches).map(|(index, _)| index).collect();
        self.cursor = ListCursor::default();
    }
}

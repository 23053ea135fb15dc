//! The facets: what the query can be narrowed by.

use crate::search::QueryField;
use crate::search::fold_text;
use crate::tui::state::{LineEditor, ListCursor};
use crate::views::facets::{FACETS, FacetValue};

/// The facets, one of them open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// The index of the open facet in [`FACETS`].
    pub(in crate::tui) facet: usize,
    /// Words that the names of the shown values contain.
    pub filter: LineEditor,
    /// All values of the facet.
    pub(in crate::tui) values: Vec<FacetValue>,
    /// The indices of the values that `filter` finds.
    pub(in crate::tui) shown: Vec<usize>,
    /// The cursor in the shown values.
    pub cursor: ListCursor,
}

impl Facets {
    /// Returns the open facet.
    pub fn facet(&self) -> QueryField {
        FACETS.get(self.facet).copied().unwrap_or(QueryField::Region)
    }

    /// Returns the values that the filter finds.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &FacetValue> + Clone {
        self.shown.iter().filter_map(|index| self.values.get(*index)).collect::<Vec<_>>().into_iter()
    }

    /// Returns the number of values, without the filter.
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

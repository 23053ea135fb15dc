//! The order of a list.

/// The order of a list: by a column of its tab or as the search returns it, ascending or
/// descending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SortOrder {
    /// The index of the column in the tab; `None` for the order of the search.
    pub column: Option<usize>,
    /// Whether the order is descending.
    pub reverse: bool,
}

impl SortOrder {
    /// Returns the order by a column. If the list is already sorted by it, reverses the
    /// order.
    pub fn by(self, column: usize) -> Self {
        Self { column: Some(column), reverse: self.column == Some(column) && !self.reverse }
    }

    /// Returns the order by the next of `columns` columns, or by none after the last.
    pub fn next(self, columns: usize) -> Self {
        let column = self.column.map_or(0, |column| column + 1);
        Self { column: Some(column).filter(|column| *column < columns), reverse: false }
    }

    /// Returns the order by the previous of `columns` columns, or by none before the
    /// first.
    pub fn previous(self, columns: usize) -> Self {
        let column = self.column.map_or(columns.checked_sub(1), |column| column.checked_sub(1));
        Self { column, reverse: false }
    }
}

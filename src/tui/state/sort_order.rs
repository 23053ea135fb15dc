//! The order of a list.

/// The order of a list: a column of its tab, or the order that the search
/// gives, and whether it is turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SortOrder {
    /// Place of the column among those of the tab.
    pub column: Option<usize>,
    /// Whether the greatest comes first.
    pub reverse: bool,
}

impl SortOrder {
    /// By a column; by the same one again, the other way round.
    pub fn by(self, column: usize) -> Self {
        Self { column: Some(column), reverse: self.column == Some(column) && !self.reverse }
    }

    /// By the next of `columns` columns; after the last, none.
    pub fn next(self, columns: usize) -> Self {
        let column = self.column.map_or(0, |column| column + 1);
        Self { column: Some(column).filter(|column| *column < columns), reverse: false }
    }

    /// By the previous of `columns` columns; before the first, none.
    pub fn previous(self, columns: usize) -> Self {
        let column = self.column.map_or(columns.checked_sub(1), |column| column.checked_sub(1));
        Self { column, reverse: false }
    }
}

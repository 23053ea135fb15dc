//! The popup of the cross table.

use std::sync::Arc;

use crate::search::QueryField;
use crate::tui::state::Motion;
use crate::views::cross::{Amount, CrossGroup, CrossOptions, CrossRow, CrossTable, Quantity, Share};
use crate::views::groups::Grouping;
use crate::views::map::Direction;

/// The choices of the first cross table: which carriers there are in which region.
pub const FIRST_CROSS: CrossOptions = CrossOptions {
    by: Grouping::Field(QueryField::Region),
    across: Grouping::Field(QueryField::CarrierType),
    of: Quantity::Cites,
    share: None,
};

/// A cross table and the chosen cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossView {
    /// The table.
    pub table: Arc<CrossTable>,
    /// The index of the chosen row; that of the totals is the last one.
    pub row: usize,
    /// The index of the chosen column; that of the totals is the last one.
    pub column: usize,
}

impl CrossView {
    /// Returns a table with the first cell chosen.
    pub const fn new(table: Arc<CrossTable>) -> Self {
        Self { table, row: 0, column: 0 }
    }

    /// Shows another table, with the same cell chosen if it has that.
    pub(in crate::tui) fn show(&mut self, table: Arc<CrossTable>) {
        self.row = self.row.min(table.rows.len());
        self.column = self.column.min(table.columns.len());
        self.table = table;
    }

    /// Returns the chosen row.
    pub fn chosen_row(&self) -> &CrossRow {
        self.table.rows.get(self.row).unwrap_or(&self.table.total)
    }

    /// Returns the amount of the chosen cell.
    pub fn chosen(&self) -> Amount {
        let row = self.chosen_row();
        row.cells.get(self.column).copied().unwrap_or(row.total)
    }

    /// Returns the group of the chosen column; `None` for the totals.
    pub fn chosen_column(&self) -> Option<&CrossGroup> {
        self.table.columns.get(self.column)
    }

    /// Returns the cell next to the chosen one.
    #[must_use]
    pub(in crate::tui) fn next_to(&self, direction: Direction) -> Self {
        let (row, column) = match direction {
            Direction::Left => (self.row, self.column.saturating_sub(1)),
            Direction::Right => (self.row, (self.column + 1).min(self.table.columns.len())),
            Direction::Up => (self.row.saturating_sub(1), self.column),
            Direction::Down => ((self.row + 1).min(self.table.rows.len()), self.column),
        };
        Self { row, column, ..self.clone() }
    }

    /// Returns the cell in the same column after a move by rows; a page has `height` of them.
    #[must_use]
    pub(in crate::tui) fn after(&self, motion: Motion, height: usize) -> Self {
        Self { row: motion.from(self.row, self.table.rows.len(), height), ..self.clone() }
    }
}

/// A choice of the cross table that a key changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrossChoice {
    /// The grouping of the rows: the next one, or the previous one.
    By(Turn),
    /// The grouping of the columns.
    Across(Turn),
    /// Rows become columns.
    Swap,
    /// What is counted.
    Of,
    /// The total that the cells are shares of.
    Share,
}

/// The direction in which a choice changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// To the next one, the first one after the last.
    Next,
    /// To the previous one, the last one before the first.
    Previous,
}

impl Turn {
    fn from(self, grouping: Grouping) -> Grouping {
        let all: Vec<Grouping> = Grouping::all().collect();
        let index = all.iter().position(|known| *known == grouping).unwrap_or_default();
        let step = if self == Self::Next { 1 } else { all.len().saturating_sub(1) };
        all.get((index + step) % all.len().max(1)).copied().unwrap_or(grouping)
    }
}

impl CrossChoice {
    /// Returns the choices after this key.
    pub(in crate::tui) fn applied(self, options: CrossOptions) -> CrossOptions {
        let CrossOptions { by, across, of, share } = options;
        match self {
            Self::By(turn) => CrossOptions { by: turn.from(by), ..options },
            Self::Across(turn) => CrossOptions { across: turn.from(across), ..options },
            Self::Swap => CrossOptions { by: across, across: by, ..options },
            Self::Of => CrossOptions { of: of.next(), ..options },
            Self::Share => CrossOptions { share: Share::after(share), ..options },
        }
    }
}

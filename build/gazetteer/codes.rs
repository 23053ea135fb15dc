//! The codes of a table, for the tables that refer to it.

use std::collections::HashMap;

use super::cells::{Fault, Row, Table};

/// The rows of a table, sorted by code.
pub struct Codes<'a> {
    path: &'static str,
    rows: Vec<Row<'a>>,
    /// The index of each code in `rows`.
    indexes: HashMap<&'a str, usize>,
}

impl<'a> Codes<'a> {
    /// Sorts the rows by the codes in `column`, and reports those that occur twice.
    pub fn new(table: &'a Table, column: &'static str, faults: &mut Vec<Fault>) -> Self {
        let mut rows: Vec<Row<'a>> = table.rows().collect();
        rows.sort_by_key(|row| row.text(column));
        let mut indexes = HashMap::new();
        for (index, row) in rows.iter().enumerate() {
            let code = row.text(column);
            if indexes.insert(code, index).is_some() {
                faults.push(
                    row.fault(column, format!("{code:?} occurs twice: remove or correct one of the rows")),
                );
            }
        }
        Self { path: table.path(), rows, indexes }
    }

    /// Returns the rows, sorted by code.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        self.rows.iter().copied()
    }

    /// Returns the row of a code.
    pub fn row(&self, code: &str) -> Option<Row<'a>> {
        self.indexes.get(code).and_then(|index| self.rows.get(*index)).copied()
    }

    /// Returns the index of the code in a column of another table. `None` after a fault.
    pub fn resolve(&self, row: Row<'_>, column: &'static str, faults: &mut Vec<Fault>) -> Option<usize> {
        self.resolve_text(row.text(column), row, column, faults)
    }

    /// Returns the index of a code that is a part of the value in a column of another table. `None` after a fault.
    pub fn resolve_text(
        &self,
        code: &str,
        row: Row<'_>,
        column: &'static str,
        faults: &mut Vec<Fault>,
    ) -> Option<usize> {
        let index = self.indexes.get(code).copied();
        // A table without rows has been reported; its codes are not missing one by one.
        if index.is_none() && !self.rows.is_empty() {
            let message = format!("{code:?} is not in {}: correct it, or add its row there", self.path);
            faults.push(row.fault(column, message));
        }
        index
    }
}

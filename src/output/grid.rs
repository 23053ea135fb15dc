//! A listing as titles and cells, before it is a table, CSV or Markdown.

use crate::views::{self, Align, Column, Context};

/// Titles and cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// One heading per column.
    pub headings: Vec<Heading>,
    /// Rows with one cell per column.
    pub rows: Vec<Vec<GridCell>>,
}

/// The title of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The text.
    pub title: String,
    /// The side that the texts of the column are aligned to.
    pub align: Align,
}

/// A cell of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// The text for people: `10 juillet 2021`, `12 345`.
    pub text: String,
    /// The text for programs: `2021-07-10`, `12345`.
    pub value: String,
    /// Whether the value is a number.
    pub number: bool,
    /// Whether the value is not known.
    pub unknown: bool,
    /// The address that it links to, if any.
    pub url: Option<String>,
}

impl Grid {
    /// Replaces the values that are not known, for programs.
    pub(super) fn with_unknown(mut self, text: &str) -> Self {
        let cells = self.rows.iter_mut().flatten().filter(|cell| cell.unknown);
        cells.for_each(|cell| text.clone_into(&mut cell.value));
        self
    }

    /// Returns the cells of these rows in these columns.
    pub fn of_rows<C: Column>(columns: &[C], rows: &[&C::Row], context: Context<'_>) -> Self {
        let lang = context.lang;
        let heading = |column: &C| Heading { title: column.title(lang), align: column.align() };
        let headings = columns.iter().map(heading).collect();
        let cell = |column: &C, row: &C::Row| {
            let cell = column.cell(row, context);
            GridCell {
                number: matches!(cell, views::Cell::Count(_) | views::Cell::Measure { .. }),
                unknown: cell == views::Cell::Unknown,
                value: cell.clone().value(lang),
                text: cell.text(lang),
                url: column.link(row).map(str::to_owned),
            }
        };
        let cells = |row: &&C::Row| columns.iter().map(|column| cell(column, row)).collect();
        Self { headings, rows: rows.iter().map(cells).collect() }
    }
}

impl GridCell {
    /// Creates a cell with the same text for people and for programs.
    pub fn plain(text: String) -> Self {
        Self { value: text.clone(), text, number: false, unknown: false, url: None }
    }
}

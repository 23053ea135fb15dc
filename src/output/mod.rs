//! Text output: tables, cards, CSV, JSON and Markdown.
//!
//! A listing consists of columns and rows, the same that the explorer shows, and is written in any
//! [`Format`]. Every text of a snapshot is sanitized before it reaches a terminal or a file: see
//! [`sanitize`](crate::sanitize::sanitize).

mod card;
mod cross;
mod delimited;
mod document;
mod format;
mod geojson;
mod grid;
mod json;
mod markdown;
mod object;
mod outline;
mod record;
mod style;
mod table;

use std::io::{self, Write};

use crate::locale::Lang;
use crate::views::card::Card;
use crate::views::{Column, Context};

use format::{ColumnSet, Listing};

pub use card::write_card;
pub use cross::write_cross;
pub use document::Document;
pub use format::{Format, ReportFormat, write_grid};
pub use geojson::Geometry;
pub use grid::{Grid, GridCell, Heading};
pub use json::write_json;
pub use object::Object;
pub use outline::{Outline, outlined, write_markdown_outline, write_outline};
pub use record::Record;
pub use style::{OutputStyle, TextRole};
pub use table::write as write_table;

/// The default separator of the cells of CSV.
pub const DEFAULT_SEPARATOR: u8 = b',';

/// The options of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListingOptions<'a> {
    /// The format.
    pub format: Format,
    /// The separator of the cells of CSV. French spreadsheets expect `;`.
    pub separator: u8,
    /// Whether CSV and TSV start with a byte order mark, by which Excel recognizes UTF-8.
    pub bom: bool,
    /// What programs read where a value is not known, instead of what people read.
    pub unknown: Option<&'a str>,
    /// The members of a row in JSON.
    pub members: JsonMembers,
    /// The properties of the output, which only tables and cards need.
    pub style: OutputStyle,
}

/// The members of a row in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum JsonMembers {
    /// Those of the snapshot.
    #[default]
    All,
    /// Those of the snapshot, and all columns under `derived`.
    AllAndDerived,
    /// The columns.
    Columns,
}

impl ListingOptions<'_> {
    /// Returns the default options of a format for a file.
    pub const fn plain(format: Format) -> Self {
        Self {
            format,
            separator: DEFAULT_SEPARATOR,
            bom: false,
            unknown: None,
            members: JsonMembers::All,
            style: OutputStyle::PLAIN,
        }
    }
}

/// Writes `rows`, with these columns in the formats that have columns.
///
/// ```
/// use cites_emploi::locale::Lang;
/// use cites_emploi::output::{Format, ListingOptions, write_listing};
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::{Context, cites::CiteColumn};
///
/// let snapshot = embedded()?;
/// let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
/// let options = ListingOptions::plain(Format::Csv);
/// let rows: Vec<_> = snapshot.cites.iter().take(1).collect();
/// let mut text = Vec::new();
/// write_listing(&[CiteColumn::Id, CiteColumn::Wave], &rows, context, options, &mut text)?;
/// assert_eq!(String::from_utf8(text)?, "Id,Wave\r\ncde-001,2020\r\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_listing<C>(
    columns: &[C],
    rows: &[&C::Row],
    context: Context<'_>,
    options: ListingOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()>
where
    C: Column,
    C::Row: Record,
{
    options.format.write(&Rows { columns, rows, context }, options, out)
}

/// Rows with the columns to write.
struct Rows<'a, C: Column> {
    columns: &'a [C],
    rows: &'a [&'a C::Row],
    context: Context<'a>,
}

impl<C> Listing for Rows<'_, C>
where
    C: Column,
    C::Row: Record,
{
    fn lang(&self) -> Lang {
        self.context.lang
    }

    fn grid(&self) -> Grid {
        Grid::of_rows(self.columns, self.rows, self.context)
    }

    fn cards(&self) -> Box<dyn Iterator<Item = Card> + '_> {
        Box::new(self.rows.iter().map(|row| row.card(self.context)))
    }

    fn objects(&self, columns: ColumnSet) -> Vec<Object> {
        let columns = if columns == ColumnSet::All { C::ALL } else { self.columns };
        self.rows.iter().map(|row| Object::of(columns, row, self.context)).collect()
    }

    fn geometries(&self) -> Vec<Option<Geometry>> {
        self.rows.iter().map(|row| row.geometry(self.context)).collect()
    }

    fn write_document(&self, out: &mut dyn Write) -> io::Result<()> {
        json::write_json(&C::Row::document(self.rows, self.context), out)
    }

    fn records(&self) -> Box<dyn Iterator<Item = serde_json::Result<String>> + '_> {
        Box::new(self.rows.iter().map(serde_json::to_string))
    }
}

#[cfg(test)]
mod tests;

//! What leaves the program as text: tables, cards, CSV, JSON and Markdown.
//!
//! A listing is columns and rows, the same that the explorer shows, and is
//! written in any [`Format`]. No text of a snapshot reaches a terminal or a
//! file raw: see [`sanitize`].

mod card;
mod delimited;
mod document;
mod grid;
mod json;
mod markdown;
mod outline;
mod record;
mod style;
mod table;

use std::io::{self, Write};

use crate::sanitize::sanitize;
use crate::views::{Column, Context};

pub use card::write_card;
pub use document::Document;
pub use grid::{Grid, GridCell, Heading};
pub use json::write_json;
pub use outline::{Outline, outlined, write_markdown_outline, write_outline};
pub use record::Record;
pub use style::{OutputStyle, TextRole};
pub use table::write as write_table;

/// A format that a listing can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// A table for people, as wide as the terminal.
    #[default]
    Table,
    /// A card for each row, with everything that is known of it.
    Card,
    /// Comma-separated values (RFC 4180) in UTF-8, with a line of titles.
    Csv,
    /// Tab-separated values, with a line of titles.
    Tsv,
    /// One JSON document with the field names of the snapshot.
    Json,
    /// One JSON record a line, with the field names of the snapshot.
    Ndjson,
    /// A table in Markdown.
    Markdown,
}

impl Format {
    /// Every format, the ones for people first.
    pub const ALL: [Self; 7] =
        [Self::Table, Self::Card, Self::Csv, Self::Tsv, Self::Json, Self::Ndjson, Self::Markdown];

    /// The name by which `--format` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Card => "card",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Markdown => "markdown",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What separates the cells of CSV unless asked otherwise.
pub const DEFAULT_SEPARATOR: u8 = b',';

/// How a listing is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListingOptions {
    /// In which format.
    pub format: Format,
    /// What separates the cells of CSV: `;` opens well in French spreadsheets.
    pub separator: u8,
    /// What it is written on; only tables and cards ask.
    pub style: OutputStyle,
}

/// Writes `rows` in the format of `layout`, with these columns where the
/// format has columns.
///
/// ```
/// use cites_emploi::locale::Lang;
/// use cites_emploi::output::{DEFAULT_SEPARATOR, Format, ListingOptions, OutputStyle, write_listing};
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::{Context, cites::CiteColumn};
///
/// let snapshot = embedded()?;
/// let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
/// let layout = ListingOptions { format: Format::Csv, separator: DEFAULT_SEPARATOR, style: OutputStyle::PLAIN };
/// let rows: Vec<_> = snapshot.cites.iter().take(1).collect();
/// let mut text = Vec::new();
/// write_listing(&[CiteColumn::Id, CiteColumn::Wave], &rows, context, layout, &mut text)?;
/// assert_eq!(String::from_utf8(text)?, "Id,Wave\r\ncde-001,2020\r\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When `out` does not take it.
pub fn write_listing<C>(
    columns: &[C],
    rows: &[&C::Row],
    context: Context<'_>,
    layout: ListingOptions,
    out: &mut dyn Write,
) -> io::Result<()>
where
    C: Column,
    C::Row: Record,
{
    let grid = || Grid::of_rows(columns, rows, context);
    match layout.format {
        Format::Table => table::write(&grid(), layout.style, out),
        Format::Csv => delimited::write_csv(&grid(), layout.separator, out),
        Format::Tsv => delimited::write_tsv(&grid(), out),
        Format::Markdown => markdown::write(&grid(), out),
        Format::Json => json::write_json(&C::Row::document(rows, context), out),
        Format::Ndjson => rows.iter().try_for_each(|row| json::write_line(row, out)),
        Format::Card => rows.iter().enumerate().try_for_each(|(place, row)| {
            if place > 0 {
                writeln!(out, "\n")?;
            }
            card::write_card(&row.card(context), context.lang, layout.style, out)
        }),
    }
}

/// A text of the snapshot that may stand in a line of a terminal or a file.
fn line(text: &str) -> String {
    sanitize(text).into_owned()
}

#[cfg(test)]
mod tests;

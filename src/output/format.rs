//! The formats of listings, one row each.

use std::io::{self, Write};

use super::geojson::{self, Geometry};
use super::object::Object;
use super::{Grid, JsonMembers, ListingOptions, card, delimited, json, markdown, table as text_table};
use crate::locale::Lang;
use crate::table::table;
use crate::views::card::Card;

/// The parts of a listing that the formats write.
pub(super) trait Listing {
    /// Returns the language of the texts for people.
    fn lang(&self) -> Lang;

    /// Returns its titles and cells.
    fn grid(&self) -> Grid;

    /// Returns a card for each row.
    fn cards(&self) -> Box<dyn Iterator<Item = Card> + '_>;

    /// Returns an object of some columns for each row.
    fn objects(&self, columns: ColumnSet) -> Vec<Object>;

    /// Returns the position or the area of each row, if it is known.
    fn geometries(&self) -> Vec<Option<Geometry>>;

    /// Writes its rows as one JSON document.
    fn write_document(&self, out: &mut dyn Write) -> io::Result<()>;

    /// Returns each of its rows as JSON without line ends.
    fn records(&self) -> Box<dyn Iterator<Item = serde_json::Result<String>> + '_>;
}

/// Some columns of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnSet {
    /// Those that are chosen.
    Chosen,
    /// Every column.
    All,
}

/// Returns the titles and cells of a listing, as the options ask for them.
fn grid(listing: &dyn Listing, options: ListingOptions<'_>) -> Grid {
    let grid = listing.grid();
    match options.unknown {
        Some(text) => grid.with_unknown(text),
        None => grid,
    }
}

/// Returns the rows as JSON with all columns beside the members of each, under `derived`.
fn derived(listing: &dyn Listing) -> io::Result<Vec<String>> {
    let rows = listing.records().zip(listing.objects(ColumnSet::All));
    let rows = rows.map(|(record, derived)| {
        let (record, derived) = (record?, serde_json::to_string(&derived)?);
        // A record is an object with members.
        let members = record.strip_suffix('}').unwrap_or(&record);
        Ok(format!("{members},\"derived\":{derived}}}"))
    });
    rows.collect()
}

type WriteListing = fn(&dyn Listing, ListingOptions<'_>, &mut dyn Write) -> io::Result<()>;

struct Row {
    name: &'static str,
    /// Whether the format is for people rather than programs.
    is_for_people: bool,
    /// The extension of the files that the explorer saves; `None` if it does not offer the
    /// format.
    extension: Option<&'static str>,
    /// Whether programs that read the format accept a byte order mark.
    takes_bom: bool,
    write: WriteListing,
}

impl Row {
    const fn for_people(name: &'static str, write: WriteListing) -> Self {
        Self { name, is_for_people: true, extension: None, takes_bom: false, write }
    }

    const fn for_programs(name: &'static str, write: WriteListing) -> Self {
        Self { is_for_people: false, ..Self::for_people(name, write) }
    }

    const fn saved_as(self, extension: &'static str) -> Self {
        Self { extension: Some(extension), ..self }
    }

    const fn with_bom(self) -> Self {
        Self { takes_bom: true, ..self }
    }
}

table! {
    /// A format that a listing can be written in.
    #[derive(Default)]
    pub enum Format: Row {
        /// A table for people, as wide as the terminal.
        #[default]
        Table = Row::for_people("table", |listing, options, out| {
            text_table::write(&listing.grid(), options.style, out)
        });
        /// A card for each row, with everything that is known of it.
        Card = Row::for_people("card", |listing, options, out| {
            card::write_cards(listing.cards(), listing.lang(), options.style, out)
        });
        /// Comma-separated values (RFC 4180) in UTF-8, with a line of titles.
        Csv = Row::for_programs("csv", |listing, options, out| {
            delimited::write_csv(&grid(listing, options), options.separator, out)
        })
        .saved_as("csv")
        .with_bom();
        /// Tab-separated values, with a line of titles.
        Tsv = Row::for_programs("tsv", |listing, options, out| {
            delimited::write_tsv(&grid(listing, options), out)
        }).with_bom();
        /// One JSON document with the field names of the snapshot.
        Json = Row::for_programs("json", |listing, options, out| match options.members {
            JsonMembers::Columns => json::write_json(&listing.objects(ColumnSet::Chosen), out),
            JsonMembers::AllAndDerived => json::write_list(derived(listing)?, out),
            JsonMembers::All => listing.write_document(out),
        })
        .saved_as("json");
        /// One JSON record a line, with the field names of the snapshot.
        Ndjson = Row::for_programs("ndjson", |listing, options, out| match options.members {
            JsonMembers::Columns => {
                let objects = listing.objects(ColumnSet::Chosen);
                objects.iter().try_for_each(|object| json::write_line(object, out))
            }
            JsonMembers::AllAndDerived => {
                derived(listing)?.iter().try_for_each(|record| json::write_text_line(record, out))
            }
            JsonMembers::All => listing.records().try_for_each(|record| json::write_text_line(&record?, out)),
        });
        /// Points and areas with the columns as properties (RFC 7946), for maps.
        Geojson = Row::for_programs("geojson", |listing, _, out| {
            geojson::write(&listing.geometries(), &listing.objects(ColumnSet::Chosen), out)
        });
        /// A table in Markdown.
        Markdown = Row::for_programs("markdown", |listing, _, out| markdown::write(&listing.grid(), out))
            .saved_as("md");
    }
}

impl Format {
    /// Returns the name of the format in `--format`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns the format that the extension of a file stands for.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let is_named = |format: &Self| {
            let extensions = [Some(format.name()), format.row().extension];
            extensions.into_iter().flatten().any(|known| extension.eq_ignore_ascii_case(known))
        };
        Self::ALL.into_iter().filter(|format| !format.is_for_people()).find(is_named)
    }

    /// Returns the extensions of files that stand for a format.
    pub fn extensions() -> impl Iterator<Item = &'static str> {
        let formats = Self::ALL.into_iter().filter(|format| !format.is_for_people());
        formats.map(|format| format.row().extension.unwrap_or(format.name()))
    }

    /// Returns whether the format is for people rather than programs.
    pub const fn is_for_people(self) -> bool {
        self.row().is_for_people
    }

    /// Returns whether programs that read the format accept a byte order mark.
    pub const fn takes_bom(self) -> bool {
        self.row().takes_bom
    }

    /// Returns the formats that the explorer saves, each with the extension of its files.
    pub fn saved() -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.into_iter().filter_map(|format| Some((format.row().extension?, format)))
    }

    /// Writes a listing in this format.
    pub(super) fn write(
        self,
        listing: &dyn Listing,
        options: ListingOptions<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.write_bom(options, out)?;
        (self.row().write)(listing, options, out)
    }

    fn write_bom(self, options: ListingOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
        if options.bom && self.row().takes_bom { out.write_all(BYTE_ORDER_MARK.as_bytes()) } else { Ok(()) }
    }
}

/// Writes titles and cells as CSV, TSV or Markdown, and in every other format as a table.
///
/// # Errors
/// Returns the error of `out`.
pub fn write_grid(grid: &Grid, options: ListingOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    options.format.write_bom(options, out)?;
    let with_unknown = options.unknown.map(|text| grid.clone().with_unknown(text));
    let grid = with_unknown.as_ref().unwrap_or(grid);
    match options.format {
        Format::Csv => delimited::write_csv(grid, options.separator, out),
        Format::Tsv => delimited::write_tsv(grid, out),
        Format::Markdown => markdown::write(grid, out),
        Format::Table | Format::Card | Format::Json | Format::Ndjson | Format::Geojson => {
            text_table::write(grid, options.style, out)
        }
    }
}

table! {
    /// A format of a report on a snapshot, as `cites check` and `cites diff` write it.
    pub enum ReportFormat: &'static str {
        /// Lines for people.
        Text = "text";
        /// One JSON document.
        Json = "json";
        /// Headings and lists in Markdown.
        Markdown = "markdown";
    }
}

impl ReportFormat {
    /// Returns the name of the format in `--format`.
    pub const fn name(self) -> &'static str {
        self.row()
    }
}

/// The byte order mark, by which Excel recognizes UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

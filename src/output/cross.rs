//! Cross tables in any format.

use std::io::{self, Write};

use super::format::{ColumnSet, Listing};
use super::geojson::Geometry;
use super::object::Object;
use super::{Grid, GridCell, Heading, ListingOptions, json};
use crate::locale::Lang;
use crate::t;
use crate::views::card::Card;
use crate::views::cross::{Amount, CrossRow, CrossTable};
use crate::views::{Align, labels};

/// The decimals of a share for programs, from 0 to 1.
const SHARE_DECIMALS: usize = 4;

/// Writes a cross table: in JSON with its totals, in NDJSON one line for each row.
///
/// # Errors
/// Returns the error of `out`.
pub fn write_cross(
    table: &CrossTable,
    lang: Lang,
    options: ListingOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    options.format.write(&CrossListing { table, lang }, options, out)
}

impl Grid {
    /// Returns the titles and cells of a cross table: a column for each group and one for the totals, and a row of
    /// totals at the end.
    pub fn of_cross(table: &CrossTable, lang: Lang) -> Self {
        let heading = |title: &str, align| Heading { title: title.to_owned(), align };
        let total = t!(lang, "cross-total");
        let by = table.options.by.title(lang);
        let numbers = table.columns.iter().map(|column| column.name.as_str()).chain([total.as_str()]);
        let headings =
            [heading(&by, Align::Left)].into_iter().chain(numbers.map(|name| heading(name, Align::Right)));
        let row = |row: &CrossRow| {
            let name = row.group.as_ref().map_or(&total, |group| &group.name);
            let cells = row.cells.iter().enumerate().map(|(column, amount)| (Some(column), *amount));
            let cells = cells.chain([(None, row.total)]);
            let cells = cells.map(|(column, amount)| cell(table, row, column, amount, lang));
            [GridCell::plain(name.clone())].into_iter().chain(cells).collect()
        };
        Self { headings: headings.collect(), rows: table.rows_and_total().map(row).collect() }
    }
}

/// Returns the cell of a row in a column, or that of the total.
fn cell(table: &CrossTable, row: &CrossRow, column: Option<usize>, amount: Amount, lang: Lang) -> GridCell {
    let unknown = || GridCell { unknown: true, ..GridCell::plain(labels::unknown(lang)) };
    let cell = match table.options.share {
        None => amount.value.map(|value| {
            let text = lang.number(value);
            let text = if amount.is_partial() { t!(lang, "cross-at-least", number = text) } else { text };
            (text, value.to_string())
        }),
        // A share of nothing is no number, although it is known.
        Some(share) if table.share(share, row, column).is_none() && !amount.is_partial() => {
            return GridCell { value: String::new(), ..GridCell::plain(t!(lang, "cross-no-share")) };
        }
        Some(share) => table.share(share, row, column).map(|share| {
            let text = t!(lang, "percent", number = lang.tenths(share * 100.0));
            (text, format!("{share:.SHARE_DECIMALS$}"))
        }),
    };
    cell.map_or_else(unknown, |(text, value)| GridCell {
        text,
        value,
        number: true,
        unknown: false,
        url: None,
    })
}

/// A cross table as a listing of its rows.
struct CrossListing<'a> {
    table: &'a CrossTable,
    lang: Lang,
}

impl Listing for CrossListing<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn grid(&self) -> Grid {
        Grid::of_cross(self.table, self.lang)
    }

    fn cards(&self) -> Box<dyn Iterator<Item = Card> + '_> {
        let Grid { headings, rows } = self.grid();
        let subtitle = self.table.options.of.title(self.lang);
        let cards = rows.into_iter().map(move |row| {
            let mut cells = headings.iter().zip(row);
            let title = cells.next().map(|(_, cell)| cell.text).unwrap_or_default();
            let facts =
                cells.map(|(heading, cell)| (heading.title.clone(), (!cell.unknown).then_some(cell.text)));
            Card::of_facts(title, subtitle.clone(), facts)
        });
        Box::new(cards)
    }

    fn objects(&self, _: ColumnSet) -> Vec<Object> {
        Vec::new()
    }

    fn geometries(&self) -> Vec<Option<Geometry>> {
        Vec::new()
    }

    fn write_document(&self, out: &mut dyn Write) -> io::Result<()> {
        json::write_json(&self.table.document(self.lang), out)
    }

    fn records(&self) -> Box<dyn Iterator<Item = serde_json::Result<String>> + '_> {
        Box::new(self.table.rows.iter().map(|row| serde_json::to_string(&self.table.record(row, self.lang))))
    }
}

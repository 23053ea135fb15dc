//! CSV and TSV.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::grid::{Grid, GridCell};
use crate::sanitize::sanitize;

/// Writes CSV as defined in RFC 4180: lines end in CR LF, and cells that need it are quoted. Where `;` separates them,
/// decimals follow a comma, as the spreadsheets that expect one expect the other.
pub(super) fn write_csv(grid: &Grid, separator: u8, out: &mut dyn Write) -> io::Result<()> {
    let decimal = if separator == b';' { ',' } else { '.' };
    write(grid, decimal, WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF), out)
}

/// Writes tab-separated values. No cell contains a tab or a line end, so that a cell is quoted only
/// if it starts with a quotation mark.
pub(super) fn write_tsv(grid: &Grid, out: &mut dyn Write) -> io::Result<()> {
    write(grid, '.', WriterBuilder::new().delimiter(b'\t'), out)
}

fn write(grid: &Grid, decimal: char, builder: &WriterBuilder, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = builder.from_writer(out);
    writer.write_record(grid.headings.iter().map(|heading| heading.title.as_str()))?;
    for row in &grid.rows {
        writer.write_record(row.iter().map(|cell| text(cell, decimal)))?;
    }
    writer.flush()
}

/// Returns the text of a cell.
fn text(cell: &GridCell, decimal: char) -> String {
    match cell.number && decimal != '.' {
        true => cell.value.replace('.', decimal.encode_utf8(&mut [0; 4])),
        false => escape_formula(cell).into_owned(),
    }
}

/// Returns the value of a cell in a form that no spreadsheet runs as a formula.
///
/// An apostrophe is put before a value that starts like a formula, as OWASP recommends. A plain
/// number such as `-1.5` is left alone.
fn escape_formula(cell: &GridCell) -> Cow<'_, str> {
    let number = cell.value.parse::<f64>().is_ok_and(f64::is_finite);
    // The test precedes sanitizing, which replaces a tab or a carriage return by visible text.
    let formula = cell.value.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !number;
    let shown = sanitize(&cell.value);
    if formula { format!("'{shown}").into() } else { shown }
}

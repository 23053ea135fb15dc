//! CSV and TSV.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::grid::{Grid, GridCell};
use crate::sanitize::sanitize;

/// CSV as RFC 4180 has it: lines end in CR LF, cells that need it are quoted.
pub(super) fn write_csv(grid: &Grid, separator: u8, out: &mut dyn Write) -> io::Result<()> {
    write(grid, WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF), out)
}

/// Tab-separated values. No cell has a tab or an end of line in it, so none is
/// quoted but for a quotation mark at its start.
pub(super) fn write_tsv(grid: &Grid, out: &mut dyn Write) -> io::Result<()> {
    write(grid, WriterBuilder::new().delimiter(b'\t'), out)
}

fn write(grid: &Grid, builder: &WriterBuilder, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = builder.from_writer(out);
    writer.write_record(grid.headings.iter().map(|heading| heading.title.as_str()))?;
    for row in &grid.rows {
        writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()))?;
    }
    writer.flush()
}

/// The value of a cell, which no spreadsheet runs as a formula.
///
/// An apostrophe goes before what starts like one, as OWASP has it. A plain
/// number such as `-1.5` is left alone.
fn harmless(cell: &GridCell) -> Cow<'_, str> {
    let number = cell.value.parse::<f64>().is_ok_and(f64::is_finite);
    // Seen before a tab or a carriage return at the start becomes visible text.
    let formula = cell.value.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !number;
    let shown = sanitize(&cell.value);
    if formula { format!("'{shown}").into() } else { shown }
}

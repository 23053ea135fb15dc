//! Fits text and columns into a width, in terminal cells.
//!
//! The screen and printed output share this module, so it depends neither on colours nor on the
//! terminal: text consists of [`Run`]s, whose style it keeps.

mod columns;
mod row;
mod text;

pub use columns::{ColumnSpec, ColumnWidth, PlacedColumn, TextWidths, fit};
pub use row::{RowText, place_row};
pub use text::{
    Run, beside, hang, prefix, truncate, width, word_breaks, wrap, wrap_anywhere, wrap_at_hyphens,
};

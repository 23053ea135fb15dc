//! Text and columns fitted into a width, which is counted in terminal cells.
//!
//! The screen and printed output share this module, so it knows neither
//! colours nor the terminal: text comes as [`Run`]s, whose style it keeps.

mod columns;
mod text;

pub use columns::{ColumnSpec, PlacedColumn, fit};
pub use text::{Run, hang, prefix, truncate, width, word_breaks, wrap, wrap_anywhere, wrap_at_hyphens};

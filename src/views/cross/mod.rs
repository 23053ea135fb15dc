//! Cross tables: what they count, how, and as JSON.

mod document;
mod quantity;
mod table;

pub use document::{CrossCell, CrossDocument, CrossRecord, ShownAmount};
pub use quantity::{Amount, Quantity};
pub use table::{CrossGroup, CrossOptions, CrossRow, CrossTable, Share, in_several_groups};

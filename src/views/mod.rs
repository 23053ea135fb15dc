//! The content of tabs and listings, as data: columns, groups and cards, before anything is drawn
//! or printed. The explorer and the commands share it, so that both give the same answers.

pub mod ages;
pub mod answer;
pub mod axis;
pub mod card;
pub mod carriers;
pub mod cites;
mod column;
pub mod comparison;
pub mod cross;
pub mod data;
pub mod facets;
pub mod gantt;
pub mod grammar;
pub mod groups;
pub mod labels;
pub mod layout;
pub mod map;
pub mod near;
pub mod outside;
pub mod overview;
pub mod preconisations;
pub mod quartiers;
pub mod rows;
mod sort;
pub mod sources;
pub mod stats;
pub mod summary;
mod time;

use jiff::civil::Date;

use crate::locale::Lang;
use crate::snapshot::Snapshot;

pub use column::{Align, Cell, Column};
pub use layout::ColumnSpec;
pub use sort::{Sort, SortKey};
pub use time::{age, date, duration};

/// The context that every view needs besides the rows.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The snapshot that the rows are from.
    pub snapshot: &'a Snapshot,
    /// The language of titles and words.
    pub lang: Lang,
    /// The day on which ages are computed.
    pub today: Date,
}

/// The columns of a listing.
///
/// The explorer shows fewer columns than the commands print: the value that groups its rows is in
/// the heading of the group.
#[derive(Debug, Clone, Copy)]
pub struct ListingColumns<C: 'static> {
    /// The columns of the explorer, and of the files that it saves.
    pub shown: &'static [ColumnSpec<C>],
    /// The columns that commands print by default.
    pub printed: &'static [C],
}

/// Joins names by commas; `None` without names.
fn joined<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let joined = names.into_iter().collect::<Vec<_>>().join(", ");
    Some(joined).filter(|joined| !joined.is_empty())
}

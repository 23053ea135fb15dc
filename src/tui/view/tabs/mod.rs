//! The tabs, one file each. `map` is a folder, and the timeline of the ages has
//! a file of its own.

pub mod age;
pub mod carriers;
pub mod data;
pub mod map;
pub mod overview;
pub mod preconisations;
pub mod territories;
pub mod timeline;

use crate::tui::state::{Areas, Columns, State};
use crate::tui::view::widgets::cite_table;
use crate::views::cites;
use crate::views::layout::PlacedColumn;

/// Returns the columns that fit, with their positions on the screen.
pub fn placed_columns(areas: &Areas, state: &State) -> Vec<PlacedColumn> {
    match state.tab.info().columns {
        Columns::Cites(_) if state.shows_timeline() => {
            cite_table::placed_columns(areas, state, cites::TIMELINE)
        }
        Columns::Cites(specs) => cite_table::placed_columns(areas, state, specs),
        // They are texts without columns.
        Columns::Preconisations(_) | Columns::None => Vec::new(),
    }
}

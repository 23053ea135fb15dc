//! The tabs, one file each.

pub mod age;
pub mod carriers;
pub mod data;
pub mod lives;
pub mod map;
pub mod overview;
pub mod preconisations;
pub mod territories;

use crate::tui::state::layout::Areas;
use crate::tui::state::{App, Tab};
use crate::tui::view::widgets::{cite_table, table};
use crate::views::layout::PlacedColumn;
use crate::views::{self, cites};

/// The columns that have room, and where they stand.
pub fn placed_columns(areas: &Areas, app: &App) -> Vec<PlacedColumn> {
    let of_cites = |specs| cite_table::columns(areas, app, specs);
    match app.tab {
        Tab::Territories => of_cites(cites::TERRITORIES.shown),
        Tab::Carriers => of_cites(cites::CARRIERS.shown),
        Tab::Age if app.pictures.lives => of_cites(cites::TIMELINE),
        Tab::Age => of_cites(cites::AGES.shown),
        Tab::Preconisations => table::fit(areas, app, views::preconisations::COLUMNS.shown)
            .into_iter()
            .map(|(_, placed)| placed)
            .collect(),
        Tab::Map | Tab::Overview | Tab::Data => Vec::new(),
    }
}

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
use crate::tui::view::widgets::columns::Placed;
use crate::tui::view::widgets::{cite_table, table};

/// The columns that have room, and where they stand.
pub fn placed_columns(areas: &Areas, app: &App) -> Vec<Placed> {
    let of_cites = |specs| cite_table::columns(areas, app, specs);
    match app.tab {
        Tab::Territories => of_cites(territories::COLUMNS),
        Tab::Carriers => of_cites(carriers::COLUMNS),
        Tab::Age if app.pictures.lives => of_cites(lives::COLUMNS),
        Tab::Age => of_cites(age::COLUMNS),
        Tab::Preconisations => {
            table::fit(areas, app, preconisations::COLUMNS).into_iter().map(|(_, placed)| placed).collect()
        }
        Tab::Map | Tab::Overview | Tab::Data => Vec::new(),
    }
}

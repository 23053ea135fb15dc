//! The explorer: state, keys, screen and terminal.

mod app;
pub mod browser;
mod explorer;
mod history;
pub mod keymap;
mod loading;
mod mouse;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod watch;
mod worker;

pub use app::App;
pub use explorer::explore;
pub use loading::{Loaded, Loading, LoadingOptions, explore_loading};
pub use state::{InitialView, Options, Provenance};
pub use terminal::Ending;

#[cfg(test)]
mod tests;

//! The explorer: state, keys, screen and terminal.

pub mod action;
pub mod app;
pub mod background;
mod canvas;
mod change;
#[cfg(test)]
mod emulator;
pub mod events;
pub mod explorer;
pub mod keymap;
pub mod layout;
mod mouse;
mod painter;
mod pen;
pub mod popups;
pub mod render;
pub mod run;
pub mod screen;
mod scroll;
pub mod tabs;
pub mod terminal;
pub mod theme;
pub mod watch;
pub mod widgets;
mod worker;

pub use app::{Options, Provenance, Start};
pub use events::Ending;
pub use explorer::explore;

#[cfg(test)]
mod tests;

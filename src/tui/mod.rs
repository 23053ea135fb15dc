//! The explorer: state, keys, screen and terminal.

pub mod events;
pub mod run;
pub mod screen;
pub mod terminal;

//! The 84 Cités de l'emploi and the préconisations of their national
//! evaluation: the library behind the terminal explorer `cites`.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod cli;
pub mod locale;
pub mod output;
pub mod save;
pub mod search;
pub mod snapshot;
pub mod tui;
pub mod views;

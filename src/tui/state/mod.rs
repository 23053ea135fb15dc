//! The state of the explorer: plain data. Nothing here draws, reads or writes.

pub mod action;
mod app;
mod choice;
pub mod data;
mod export;
mod facets;
pub mod layout;
mod line_editor;
mod list;
pub mod listing;
mod outcome;
mod pictures;
mod popup;
mod reload;
mod request;
mod start;
mod tab;

pub use app::{App, Focus, Options};
pub use choice::Choice;
pub use data::{Data, Provenance};
pub use export::{Effect, Save, SaveAs, Saved};
pub use facets::Facets;
pub use line_editor::LineEditor;
pub use list::{List, Outdated, Sorting};
pub use listing::{Heading, Item, Listing, MapListing};
pub use outcome::{Found, Matches};
pub use pictures::Pictures;
pub use popup::Popup;
pub use reload::Reading;
pub use request::{Answer, LARGE, SoFar, Wanted};
pub use start::{LIVES, Start};
pub use tab::Tab;

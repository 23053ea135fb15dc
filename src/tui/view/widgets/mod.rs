//! The parts of the screen that tabs and popups share.

pub mod bars;
pub mod big;
pub mod card;
pub mod cite_table;
pub mod empty;
pub mod evidence;
pub mod footer;
pub mod header;
pub mod input;
pub mod page;
pub mod panel;
pub mod scrollbar;
pub mod search_bar;
pub mod table;
pub mod text;
pub mod wrap;
pub mod years;

//! The state of the explorer: plain data. Nothing here draws, reads files or
//! writes to the terminal, and nothing here changes it: that is for
//! [`update`](super::update).

mod clipboard_access;
mod effect;
mod event;
mod extent;
mod facets;
pub mod file;
mod focus;
mod history;
mod initial_view;
mod item;
pub mod layout;
mod line_editor;
mod list;
mod list_cursor;
pub mod listing;
mod map;
mod motion;
mod outcome;
mod past_view;
mod popup;
mod reload;
mod request;
mod root;
mod save_dialog;
mod sort_order;
mod subject;
mod tab;

pub use clipboard_access::ClipboardAccess;
pub use effect::{Effect, WriteFile, WriteOutcome};
pub use event::Event;
pub use extent::Extent;
pub use facets::Facets;
pub use file::{CheckResponse, FileStatus, Provenance};
pub use focus::{Focus, KeyContext};
pub use history::History;
pub use initial_view::{InitialView, Options};
pub use item::Item;
pub use layout::{Areas, CardArea};
pub use line_editor::{Edit, LineEditor};
pub use list::{List, StaleReason};
pub use list_cursor::ListCursor;
pub use listing::{Heading, Listing, MapListing};
pub use map::{MapState, ZoomStep};
pub use motion::Motion;
pub use outcome::{Matches, SearchOutcome};
pub use past_view::PastView;
pub use popup::Popup;
pub use reload::Reloaded;
pub use request::{ByAddress, LARGE, PartialResults, SearchRequest, SearchResponse};
pub use root::{Counts, State};
pub use save_dialog::SaveDialog;
pub use sort_order::SortOrder;
pub use subject::{Body, Subject};
pub use tab::{Columns, Tab, TabView};

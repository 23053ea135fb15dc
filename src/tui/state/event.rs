//! Events from outside: the terminal, the worker, the file.

use ratatui::layout::Size;

use crate::tui::state::{CheckResponse, Reloaded, SearchResponse, WriteOutcome};

/// A change outside of the state that the state follows.
#[derive(Debug, Clone)]
pub enum Event {
    /// The terminal has this size, in columns and rows.
    Resized(Size),
    /// The terminal has a light background, or a dark one.
    LightBackground(bool),
    /// The worker answers a search.
    Searched(Box<SearchResponse>),
    /// The check of a snapshot has ended.
    Checked(CheckResponse),
    /// The followed file has changed and was read again.
    Reloaded(Reloaded),
    /// The followed file cannot be watched, for this reason.
    NotWatched(String),
    /// The queries of earlier sessions, the last one last.
    HistoryRead(Vec<String>),
    /// A file was written, or was not.
    Written(WriteOutcome),
}

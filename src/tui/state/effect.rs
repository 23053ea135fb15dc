//! Effects outside of the state that a command or an event requests.

use std::path::PathBuf;

/// Something to be done outside of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the explorer.
    Quit,
    /// Draw the whole screen again, whatever stands on it.
    Repaint,
    /// Give the terminal to the shell until it continues the explorer.
    Suspend,
    /// Put the text on the terminal's clipboard.
    Copy(String),
    /// Open an address in a browser.
    Open(String),
    /// Report the mouse to the explorer, or leave it to the terminal.
    CaptureMouse(bool),
    /// Read the file again, and report what came of it as [`Reloaded`](crate::tui::state::Reloaded).
    ReadAgain,
    /// Read the queries of earlier sessions, and report them.
    ReadHistory,
    /// Keep a query for later sessions.
    Remember(String),
    /// Write a file, and report what came of it as a [`WriteOutcome`].
    Write(WriteFile),
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteFile {
    /// Its path as it was typed; `~` stands for the home folder.
    pub path: PathBuf,
    /// Its new content.
    pub bytes: Vec<u8>,
    /// Whether an existing file is replaced.
    pub replace: bool,
}

/// The result of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The file is written, whole.
    Written,
    /// There is a file of that name, and it was left alone.
    Exists,
    /// The file could not be written, for this reason; what was there is unchanged.
    Failed(String),
}

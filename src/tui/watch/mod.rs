//! Follows a snapshot that changes on disk.
//!
//! | file | holds |
//! | --- | --- |
//! | `file_watcher` | [`FileWatcher`]: waits until the file may have changed |
//! | `notifications` | the notifications of the system, where it has any |
//!
//! The thread sleeps until the file may have changed or the user asks for it, then reads the file, checks it and
//! compares it with the last one.

mod file_watcher;
mod notifications;

use std::io::{PipeWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::{io, thread};

use crate::snapshot::{Input, LoadError, Report, Snapshot, check, diff, load_bytes_with_text};
use crate::tui::state::{Provenance, Reloaded, SnapshotText};

use file_watcher::Wake;

pub use file_watcher::FileWatcher;

/// A file that is followed, and what was last read from it.
#[derive(Debug)]
pub struct FollowedFile {
    /// Waits for changes of the file.
    pub watcher: FileWatcher,
    /// The path of the file.
    pub path: PathBuf,
    /// The largest size of the file after decompression, in bytes.
    pub max_size: u64,
    /// The last snapshot read.
    pub snapshot: Arc<Snapshot>,
    /// The text of that snapshot.
    pub text: Arc<SnapshotText>,
}

impl FollowedFile {
    /// Reads the file again. Returns `None` if its text is unchanged, unless
    /// the last read failed (`was_broken`).
    fn reload(&mut self, was_broken: bool) -> Option<Reloaded> {
        let input = Input::File(self.path.clone());
        let read = input.read(self.max_size).map_err(|error| LoadError::unreadable(&input.name(), error));
        let bytes = read.as_ref().ok().cloned();
        match read.and_then(|bytes| load_bytes_with_text(bytes, &input.name(), self.max_size)) {
            Ok((_, text)) if text == **self.text && !was_broken => None,
            Ok((snapshot, text)) => {
                let (snapshot, text) = (Arc::new(snapshot), Arc::new(text.into()));
                let changes = diff(&self.snapshot, &snapshot);
                (self.snapshot, self.text) = (Arc::clone(&snapshot), Arc::clone(&text));
                let provenance = Provenance { input: Some(input), text };
                let report = provenance.check().report;
                Some(Reloaded::Read { snapshot, provenance, report, changes })
            }
            Err(error) => {
                let report = Arc::new(match bytes {
                    Some(bytes) => check(bytes, &input.name(), self.max_size),
                    None => Report::unreadable(error.clone()),
                });
                Some(Reloaded::Broken { error, report })
            }
        }
    }
}

/// Asks the thread that follows a file to read it again.
#[derive(Debug)]
pub struct ReadRequests(PipeWriter);

impl ReadRequests {
    /// Has the file read again, whether it has changed or not.
    pub fn send(&mut self) {
        // If the thread has ended, it has said why.
        let _ = self.0.write_all(b"r");
    }
}

/// Starts a thread that follows a file. It passes each outcome to `send` until
/// that returns `false`, or the returned sender is dropped.
///
/// # Errors
/// The system refuses the thread.
pub fn follow(
    mut file: FollowedFile,
    mut send: impl FnMut(Reloaded) -> bool + Send + 'static,
) -> io::Result<ReadRequests> {
    let (requested, requests) = io::pipe()?;
    let work = move || {
        let mut was_broken = false;
        while let Ok(wake) = file.watcher.wait(&requested) {
            let reloaded = match (file.reload(was_broken), wake) {
                (Some(reloaded), _) => reloaded,
                (None, Wake::Requested) => Reloaded::Unchanged,
                (None, Wake::Changed) => continue,
            };
            was_broken = matches!(reloaded, Reloaded::Broken { .. });
            if !send(reloaded) {
                return;
            }
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(work)?;
    Ok(ReadRequests(requests))
}

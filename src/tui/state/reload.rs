//! The result of reading the followed file again.

use std::sync::Arc;

use crate::snapshot::{Diff, LoadError, Report, Snapshot};
use crate::tui::state::Provenance;

/// The result of reading the file again.
#[derive(Debug, Clone)]
pub enum Reloaded {
    /// The file has the content that it had.
    Unchanged,
    /// The file contains a snapshot.
    Read {
        /// The snapshot.
        snapshot: Arc<Snapshot>,
        /// The origin of the snapshot.
        provenance: Provenance,
        /// Its problems.
        report: Arc<Report>,
        /// The difference from the snapshot before.
        changes: Diff,
    },
    /// The file contains no snapshot that can be explored.
    Broken {
        /// The reason why.
        error: LoadError,
        /// The problems of the file.
        report: Arc<Report>,
    },
}

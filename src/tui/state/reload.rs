//! What came of reading the file again.

use std::sync::Arc;

use crate::snapshot::{Diff, LoadError, Report, Snapshot};
use crate::tui::state::Provenance;

/// What came of reading the file again.
#[derive(Debug, Clone)]
pub enum Reloaded {
    /// It holds a snapshot.
    Read {
        /// That snapshot.
        snapshot: Arc<Snapshot>,
        /// Where it comes from.
        provenance: Provenance,
        /// Everything that can be said against it.
        report: Arc<Report>,
        /// What differs from the one before.
        changes: Diff,
    },
    /// It holds none that can be explored.
    Broken {
        /// Why not.
        error: LoadError,
        /// Everything that is wrong with it.
        report: Arc<Report>,
    },
}

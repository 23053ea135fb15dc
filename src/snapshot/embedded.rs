//! The snapshot inside the program.

use super::load::{LoadError, load_str};
use super::model::Snapshot;

/// The text of the snapshot inside the program: `data/snapshot.json`.
pub const EMBEDDED: &str = include_str!("../../data/snapshot.json");

/// Name that messages call it by.
pub const EMBEDDED_ORIGIN: &str = "data/snapshot.json";

/// The snapshot inside the program.
///
/// ```
/// let snapshot = cites_emploi::snapshot::embedded()?;
/// assert_eq!(snapshot.cites.len(), 84);
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
///
/// # Errors
///
/// None that the tests let through: they load it.
pub fn embedded() -> Result<Snapshot, LoadError> {
    load_str(EMBEDDED, EMBEDDED_ORIGIN)
}

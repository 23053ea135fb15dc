//! Applies a difference to the old snapshot.

use std::fmt;

use super::keyed::{Keyed, Step};
use super::{ChangePath, Diff};
use crate::locale::Lang;
use crate::snapshot::Snapshot;
use crate::t;

/// The reason why a difference could not be applied.
#[derive(Debug, Clone, PartialEq)]
pub enum ApplyError {
    /// The snapshot does not have the old value at this path.
    Misfit(ChangePath),
    /// The result is not a snapshot. Holds the error of serde, in English.
    NotASnapshot(String),
}

impl ApplyError {
    /// Describes the error.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Self::Misfit(path) => t!(lang, "diff-misfit", path = path.to_string()),
            Self::NotASnapshot(reason) => t!(lang, "diff-not-a-snapshot", reason = reason.as_str()),
        }
    }
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

impl std::error::Error for ApplyError {}

impl Diff {
    /// Makes the new snapshot from the old one, with rows in the order of their ids.
    ///
    /// # Errors
    ///
    /// `snapshot` differs from the old one that was compared in a value that the difference changes.
    pub fn apply(&self, snapshot: &Snapshot) -> Result<Snapshot, ApplyError> {
        let mut tree = Keyed::of(snapshot);
        for change in &self.changes {
            let [old, new] = [&change.old, &change.new].map(|value| value.clone().map(Keyed::from));
            replace(&mut tree, &change.path.0, old.as_ref(), new)
                .ok_or_else(|| ApplyError::Misfit(change.path.clone()))?;
        }
        serde_json::from_value::<Snapshot>(tree.to_value())
            .map_err(|error| ApplyError::NotASnapshot(error.to_string()))
    }
}

/// Replaces `old` at `path` by `new`. Returns `None` if another value is there.
fn replace(tree: &mut Keyed, path: &[Step], old: Option<&Keyed>, new: Option<Keyed>) -> Option<()> {
    let (Keyed::Fields(children) | Keyed::Items(children)) = tree else { return None };
    match path {
        [] => None,
        [last] => {
            let found = children.remove(last);
            children.extend(new.map(|new| (last.clone(), new)));
            (found.as_ref() == old).then_some(())
        }
        [step, rest @ ..] => replace(children.get_mut(step)?, rest, old, new),
    }
}

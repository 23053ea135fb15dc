//! What an import changes, in words.

use super::{
    Covered, CoveredPlace, ImportChange, ImportPlan, TO_FILL, UnlistedCite, Unplaced, UnplacedReason,
};
use crate::locale::Lang;
use crate::snapshot::diff::ChangeKind;
use crate::t;

impl ImportPlan {
    /// How much is added, changed and removed, and could not be placed: one line.
    pub fn summary(&self, lang: Lang) -> String {
        let count = |kind| self.changes.iter().filter(|change| change.kind() == kind).count();
        t!(
            lang,
            "import-summary",
            added = count(ChangeKind::Added),
            changed = count(ChangeKind::Changed) + count(ChangeKind::Renamed),
            removed = count(ChangeKind::Removed),
            unplaced = self.unplaced.len(),
        )
    }
}

impl ImportChange {
    /// What happens to the tables.
    pub const fn kind(&self) -> ChangeKind {
        match self {
            Self::CiteAdded { .. } | Self::Gained { .. } | Self::QpvAdded { .. } => ChangeKind::Added,
            Self::CiteRenamed { .. } | Self::QpvRenamed { .. } => ChangeKind::Renamed,
            Self::Lost { .. } | Self::QpvRemoved { .. } => ChangeKind::Removed,
        }
    }

    /// The change in one line.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Self::CiteAdded { id, label } => {
                let columns = TO_FILL.join(", ");
                t!(lang, "import-cite-added", id = id.as_str(), label = label.as_str(), columns = columns)
            }
            Self::CiteRenamed { id, old, new } => {
                t!(lang, "import-cite-renamed", id = id.as_str(), old = old.as_str(), new = new.as_str())
            }
            Self::Gained { cite, place } => {
                let key = match place.kind {
                    Covered::Commune => "import-commune-gained",
                    Covered::Qpv => "import-qpv-gained",
                };
                t!(lang, key, cite = cite.as_str(), place = place.describe())
            }
            Self::Lost { cite, place } => {
                let key = match place.kind {
                    Covered::Commune => "import-commune-lost",
                    Covered::Qpv => "import-qpv-lost",
                };
                t!(lang, key, cite = cite.as_str(), place = place.describe())
            }
            Self::QpvAdded { code, name } => {
                t!(lang, "import-qpv-added", code = code.as_str(), name = name.as_str())
            }
            Self::QpvRenamed { code, old, new } => {
                t!(lang, "import-qpv-renamed", code = code.as_str(), old = old.as_str(), new = new.as_str())
            }
            Self::QpvRemoved { code, name } => {
                t!(lang, "import-qpv-removed", code = code.as_str(), name = name.as_str())
            }
        }
    }
}

impl CoveredPlace {
    fn describe(&self) -> String {
        format!("{} ({})", self.name, self.code)
    }
}

impl Unplaced {
    /// What has no place, where it stands and what to do: one line.
    pub fn describe(&self, lang: Lang) -> String {
        let row = format!("{} {}", self.code, self.name);
        let row = row.trim_end();
        let text = match &self.reason {
            UnplacedReason::NoCite => t!(lang, "import-no-cite", row = row),
            UnplacedReason::UnknownCite(id) => t!(lang, "import-unknown-cite", id = id.as_str(), row = row),
            UnplacedReason::UnknownCommune => t!(lang, "import-unknown-commune", row = row),
        };
        t!(lang, "problem", place = self.place.describe(lang), text = text)
    }
}

impl UnlistedCite {
    /// What it is, and what to do: one line.
    pub fn describe(&self, lang: Lang) -> String {
        t!(lang, "import-unlisted", id = self.id.as_str(), label = self.label.as_str())
    }
}

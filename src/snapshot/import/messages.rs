//! Describes what an import changes.

use super::{ImportChange, ImportEntity, ImportPlan, TO_FILL, UnlistedCite, Unplaced, UnplacedReason};
use crate::locale::Lang;
use crate::snapshot::diff::ChangeKind;
use crate::t;

impl ImportPlan {
    /// Sums up in one line how much is added, renamed and removed, and how many rows have no place.
    pub fn summary(&self, lang: Lang) -> String {
        let count = |kind| self.changes.iter().filter(|change| change.kind == kind).count();
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
    /// Describes the change in one line.
    pub fn describe(&self, lang: Lang) -> String {
        let key = match (self.entity, self.kind, &self.cite) {
            (ImportEntity::Cite, ChangeKind::Added, _) => "import-cite-added",
            (ImportEntity::Cite, ..) => "import-cite-renamed",
            (ImportEntity::Commune, ChangeKind::Removed, _) => "import-commune-lost",
            (ImportEntity::Commune, ..) => "import-commune-gained",
            (ImportEntity::Qpv, ChangeKind::Removed, Some(_)) => "import-qpv-lost",
            (ImportEntity::Qpv, _, Some(_)) => "import-qpv-gained",
            (ImportEntity::Qpv, ChangeKind::Added, None) => "import-qpv-added",
            (ImportEntity::Qpv, ChangeKind::Removed, None) => "import-qpv-removed",
            (ImportEntity::Qpv, ..) => "import-qpv-renamed",
        };
        let (code, name) = (self.code.as_str(), self.name.as_str());
        t!(
            lang,
            key,
            id = code,
            code = code,
            label = name,
            name = name,
            new = name,
            old = self.old_name.as_deref().unwrap_or_default(),
            cite = self.cite.as_deref().unwrap_or_default(),
            place = format!("{name} ({code})"),
            columns = TO_FILL.join(", "),
        )
    }
}

impl Unplaced {
    /// Describes in one line what has no place, where it is, and what to do.
    pub fn describe(&self, lang: Lang) -> String {
        let row = format!("{} {}", self.code, self.name);
        let row = row.trim_end();
        let text = match &self.reason {
            UnplacedReason::NoCite => t!(lang, "import-no-cite", row = row),
            UnplacedReason::UnknownCite(id) => t!(lang, "import-unknown-cite", id = id.as_str(), row = row),
            UnplacedReason::UnknownCommune => t!(lang, "import-unknown-commune", row = row),
        };
        t!(lang, "problem", place = self.location.describe(lang), text = text)
    }
}

impl UnlistedCite {
    /// Describes in one line the Cité and what to do.
    pub fn describe(&self, lang: Lang) -> String {
        t!(lang, "import-unlisted", id = self.id.as_str(), label = self.label.as_str())
    }
}

//! Merges the published files into the tables.

use std::collections::BTreeSet;
use std::path::Path;

use super::tables::{ChangedTable, Rows, Tables};
use super::{ImportChange, ImportEntity, ImportPlan, PublishedRow, UnlistedCite, Unplaced, UnplacedReason};
use crate::snapshot::diff::ChangeKind;

/// The tables while the files are merged into them one by one.
pub(super) struct Merge {
    tables: Tables,
    changes: Vec<ImportChange>,
    unplaced: Vec<Unplaced>,
    unlisted: Vec<UnlistedCite>,
}

impl Merge {
    pub(super) const fn new(tables: Tables) -> Self {
        Self { tables, changes: Vec::new(), unplaced: Vec::new(), unlisted: Vec::new() }
    }

    /// Merges the list of Cités.
    pub(super) fn list(&mut self, rows: &[PublishedRow]) {
        self.listed(rows.iter().map(|row| &row.code));
        self.changes.extend(set_names(ImportEntity::Cite, &mut self.tables.cites, "label", rows.iter()));
    }

    /// Notes which Cités are not among these, the listed ones.
    pub(super) fn listed<'a>(&mut self, ids: impl Iterator<Item = &'a String>) {
        let cites = &self.tables.cites;
        let listed: BTreeSet<&str> = ids.map(String::as_str).collect();
        let unlisted = cites.keys().filter_map(|key| key.first()).filter(|id| !listed.contains(id.as_str()));
        self.unlisted =
            unlisted.map(|id| UnlistedCite { id: id.clone(), label: cites.text(id, "label") }).collect();
    }

    /// Merges which communes the Cités cover.
    pub(super) fn communes(&mut self, rows: &[PublishedRow]) {
        let links = self.links(rows, |tables, code| tables.communes.contains(&[code]));
        let Tables { communes, cite_communes, .. } = &mut self.tables;
        self.changes.extend(relink(ImportEntity::Commune, cite_communes, communes, &links, &self.unlisted));
    }

    /// Merges which quartiers the Cités cover, and their names.
    pub(super) fn qpvs(&mut self, rows: &[PublishedRow]) {
        let links = self.links(rows, |_, _| true);
        let linked: BTreeSet<&str> = links.iter().map(|(_, code)| code.as_str()).collect();
        let Tables { qpvs, cite_qpvs, .. } = &mut self.tables;
        let named = rows.iter().filter(|row| linked.contains(row.code.as_str()));
        self.changes.extend(set_names(ImportEntity::Qpv, qpvs, "name", named));

        let linked_before = codes(cite_qpvs);
        self.changes.extend(relink(ImportEntity::Qpv, cite_qpvs, qpvs, &links, &self.unlisted));
        for code in linked_before.difference(&codes(cite_qpvs)) {
            let name = qpvs.text(code, "name");
            qpvs.remove(&[code]);
            self.changes.push(ImportChange::new(ChangeKind::Removed, ImportEntity::Qpv, code, name));
        }
    }

    /// Collects the pairs of Cité and code in these rows. Sets aside what names
    /// no known Cité, and what the tables have no row for.
    fn links(
        &mut self,
        rows: &[PublishedRow],
        has_row: impl Fn(&Tables, &str) -> bool,
    ) -> BTreeSet<(String, String)> {
        let mut links = BTreeSet::new();
        for row in rows {
            if !has_row(&self.tables, &row.code) {
                self.set_aside(row, UnplacedReason::UnknownCommune);
                continue;
            }
            if row.cites.is_empty() {
                self.set_aside(row, UnplacedReason::NoCite);
            }
            for cite in &row.cites {
                if self.tables.cites.contains(&[cite]) {
                    links.insert((cite.clone(), row.code.clone()));
                } else {
                    self.set_aside(row, UnplacedReason::UnknownCite(cite.clone()));
                }
            }
        }
        links
    }

    fn set_aside(&mut self, row: &PublishedRow, reason: UnplacedReason) {
        let PublishedRow { location, code, name, .. } = row.clone();
        self.unplaced.push(Unplaced { location, code, name, reason });
    }

    pub(super) fn into_plan(self, dir: &Path) -> ImportPlan {
        let changed = self.tables.all().into_iter().filter(|table| table.is_changed());
        let tables = changed
            .map(|table| ChangedTable { path: dir.join(table.file()), bytes: table.to_csv() })
            .collect();
        let Self { changes, unplaced, unlisted, .. } = self;
        ImportPlan { changes, unplaced, unlisted, tables }
    }
}

/// Gives every row its published name, and adds the rows that are missing.
fn set_names<'a>(
    entity: ImportEntity,
    table: &mut Rows,
    column: &str,
    published: impl Iterator<Item = &'a PublishedRow>,
) -> Vec<ImportChange> {
    let mut changes = Vec::new();
    for PublishedRow { code, name, .. } in published {
        let old_name = table.cell(&[code], column).map(str::to_owned);
        if old_name.as_ref() != Some(name) {
            table.set(&[code], column, name);
            let kind = if old_name.is_some() { ChangeKind::Renamed } else { ChangeKind::Added };
            changes.push(ImportChange { old_name, ..ImportChange::new(kind, entity, code, name.clone()) });
        }
    }
    changes
}

/// Makes the links of a table those that are published, except for the links
/// of Cités that are not listed, which stay.
fn relink(
    entity: ImportEntity,
    links: &mut Rows,
    names: &Rows,
    published: &BTreeSet<(String, String)>,
    unlisted: &[UnlistedCite],
) -> Vec<ImportChange> {
    let found: BTreeSet<(String, String)> = links
        .keys()
        .filter_map(|key| match key {
            [cite, code] => Some((cite.clone(), code.clone())),
            _ => None,
        })
        .collect();
    let is_listed = |cite: &str| !unlisted.iter().any(|unlisted| unlisted.id == cite);
    let gained = published.difference(&found).map(|link| (ChangeKind::Added, link));
    let lost = found.difference(published).filter(|(cite, _)| is_listed(cite));
    let mut changes = Vec::new();
    for (kind, (cite, code)) in gained.chain(lost.map(|link| (ChangeKind::Removed, link))) {
        match kind {
            ChangeKind::Removed => links.remove(&[cite, code]),
            _ => links.add(&[cite, code]),
        }
        let change = ImportChange::new(kind, entity, code, names.text(code, "name"));
        changes.push(ImportChange { cite: Some(cite.clone()), ..change });
    }
    changes
}

/// Collects what the links of a table lead to.
fn codes(links: &Rows) -> BTreeSet<String> {
    links.keys().filter_map(|key| key.last().cloned()).collect()
}

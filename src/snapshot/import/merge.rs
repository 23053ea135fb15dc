//! What the published files say, put into the tables.

use std::collections::BTreeSet;
use std::path::Path;

use super::tables::{Rows, Tables};
use super::{
    ChangedTable, Covered, CoveredPlace, ImportChange, ImportPlan, PublishedRow, UnlistedCite, Unplaced,
    UnplacedReason,
};

/// The tables on the way to what the files say.
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

    /// Takes over the list of Cités.
    pub(super) fn list(&mut self, rows: &[PublishedRow]) {
        let listed: BTreeSet<&str> = rows.iter().map(|row| row.code.as_str()).collect();
        let ids = self.tables.cites.keys().filter_map(|key| key.first());
        let unlisted = ids.filter(|id| !listed.contains(id.as_str())).map(|id| UnlistedCite {
            id: id.clone(),
            label: self.tables.cites.cell(&[id], "label").unwrap_or_default().to_owned(),
        });
        self.unlisted = unlisted.collect();

        for PublishedRow { code: id, name: label, .. } in rows {
            let (id, label) = (id.clone(), label.clone());
            let change = match self.tables.cites.cell(&[&id], "label") {
                Some(old) if old == label => continue,
                Some(old) => {
                    ImportChange::CiteRenamed { id: id.clone(), old: old.to_owned(), new: label.clone() }
                }
                None => ImportChange::CiteAdded { id: id.clone(), label: label.clone() },
            };
            self.tables.cites.set(&[&id], "label", &label);
            self.changes.push(change);
        }
    }

    /// Takes over which communes the Cités cover.
    pub(super) fn communes(&mut self, rows: &[PublishedRow]) {
        let links = self.links(rows, |tables, code| tables.communes.contains(&[code]));
        let Tables { communes, cite_communes, .. } = &mut self.tables;
        self.changes.extend(relink(Covered::Commune, cite_communes, communes, &links, &self.unlisted));
    }

    /// Takes over which quartiers the Cités cover, and their names.
    pub(super) fn qpvs(&mut self, rows: &[PublishedRow]) {
        let links = self.links(rows, |_, _| true);
        let linked: BTreeSet<&str> = links.iter().map(|(_, code)| code.as_str()).collect();
        let Tables { qpvs, cite_qpvs, .. } = &mut self.tables;

        for PublishedRow { code, name, .. } in rows.iter().filter(|row| linked.contains(row.code.as_str())) {
            let (code, name) = (code.clone(), name.clone());
            let change = match qpvs.cell(&[&code], "name") {
                Some(old) if old == name => continue,
                Some(old) => {
                    ImportChange::QpvRenamed { code: code.clone(), old: old.to_owned(), new: name.clone() }
                }
                None => ImportChange::QpvAdded { code: code.clone(), name: name.clone() },
            };
            qpvs.set(&[&code], "name", &name);
            self.changes.push(change);
        }

        let linked_before = codes(cite_qpvs);
        self.changes.extend(relink(Covered::Qpv, cite_qpvs, qpvs, &links, &self.unlisted));
        for code in linked_before.difference(&codes(cite_qpvs)) {
            let name = qpvs.cell(&[code], "name").unwrap_or_default().to_owned();
            qpvs.remove(&[code]);
            self.changes.push(ImportChange::QpvRemoved { code: code.clone(), name });
        }
    }

    /// The pairs of Cité and code in these rows. What names no known Cité is
    /// left out, and so is what the tables have no place for.
    fn links(
        &mut self,
        rows: &[PublishedRow],
        has_place: impl Fn(&Tables, &str) -> bool,
    ) -> BTreeSet<(String, String)> {
        let mut links = BTreeSet::new();
        for row in rows {
            if !has_place(&self.tables, &row.code) {
                self.leave_out(row, UnplacedReason::UnknownCommune);
                continue;
            }
            if row.cites.is_empty() {
                self.leave_out(row, UnplacedReason::NoCite);
            }
            for cite in &row.cites {
                if self.tables.cites.contains(&[cite]) {
                    links.insert((cite.clone(), row.code.clone()));
                } else {
                    self.leave_out(row, UnplacedReason::UnknownCite(cite.clone()));
                }
            }
        }
        links
    }

    fn leave_out(&mut self, row: &PublishedRow, reason: UnplacedReason) {
        let PublishedRow { place, code, name, .. } = row.clone();
        self.unplaced.push(Unplaced { place, code, name, reason });
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

/// Makes the links of a table those that are wanted, but for the links of
/// Cités that are not listed, which stay.
fn relink(
    kind: Covered,
    links: &mut Rows,
    names: &Rows,
    wanted: &BTreeSet<(String, String)>,
    unlisted: &[UnlistedCite],
) -> Vec<ImportChange> {
    let found: BTreeSet<(String, String)> = links
        .keys()
        .filter_map(|key| match key {
            [cite, code] => Some((cite.clone(), code.clone())),
            _ => None,
        })
        .collect();
    let place = |code: &String| CoveredPlace {
        kind,
        code: code.clone(),
        name: names.cell(&[code], "name").unwrap_or_default().to_owned(),
    };
    let mut changes = Vec::new();
    for (cite, code) in wanted.difference(&found) {
        links.add(&[cite, code]);
        changes.push(ImportChange::Gained { cite: cite.clone(), place: place(code) });
    }
    let is_listed = |cite: &str| !unlisted.iter().any(|unlisted| unlisted.id == cite);
    for (cite, code) in found.difference(wanted).filter(|(cite, _)| is_listed(cite)) {
        links.remove(&[cite, code]);
        changes.push(ImportChange::Lost { cite: cite.clone(), place: place(code) });
    }
    changes
}

/// What the links of a table lead to.
fn codes(links: &Rows) -> BTreeSet<String> {
    links.keys().filter_map(|key| key.last().cloned()).collect()
}

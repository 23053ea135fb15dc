//! Changes of the followed file.

use std::collections::HashMap;
use std::sync::Arc;

use crate::snapshot::Snapshot;
use crate::t;
use crate::tui::state::{Item, Popup, Reloaded, StaleReason, State};

/// Returns the index of each id.
fn indices<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(index, id)| (id, index)).collect()
}

impl State {
    /// Shows the new content of the file. If the file is broken, the last content stays
    /// on the screen.
    pub(super) fn reload(&mut self, reloaded: Reloaded) {
        match reloaded {
            Reloaded::Unchanged => return self.set_status(t!(self.lang, "tui-unchanged")),
            Reloaded::Read { snapshot, provenance, report, changes } => {
                self.replace(snapshot);
                self.file.provenance = provenance;
                self.file.report = Some(report);
                self.file.broken = None;
                self.set_status(t!(self.lang, "tui-reread", changes = changes.summary(self.lang)));
                self.file.changes = Some(Arc::new(changes));
            }
            Reloaded::Broken { error, report } => {
                // The footer shows the position and the reason; the card shows the line
                // of the file.
                let error = error.describe(self.lang);
                let reason = error.lines().next().unwrap_or_default();
                self.set_status(t!(self.lang, "tui-broken", reason = reason));
                self.file.broken = Some(report);
            }
        }
        self.search();
        // The query is the same: the selection stays.
        self.lists.iter_mut().for_each(|list| list.invalidate_only(StaleReason::Changed));
    }

    /// Explores another snapshot. The selection and the marks are found again by their
    /// ids.
    fn replace(&mut self, snapshot: Arc<Snapshot>) {
        let old = Arc::clone(&self.snapshot);
        let cites = indices(snapshot.cites.iter().map(|cite| cite.id.as_str()));
        let preconisations = indices(snapshot.preconisations.iter().map(|item| item.id.as_str()));
        let sources = indices(snapshot.sources.iter().map(|source| source.id.as_str()));
        let again = |item: Item| {
            let index = |indices: &HashMap<&str, usize>| indices.get(item.id(&old)?.as_str()).copied();
            match item {
                Item::Heading(_)
                | Item::Outside
                | Item::Wave(_)
                | Item::Snapshot
                | Item::CompleteFields
                | Item::Field(_) => Some(item),
                // Another report has other problems, and another reading other changes.
                Item::Problem(_) | Item::Change(_) => None,
                Item::Cite(_) => index(&cites).map(Item::Cite),
                Item::Preconisation(_) => index(&preconisations).map(Item::Preconisation),
                Item::Source(_) => index(&sources).map(Item::Source),
                Item::Area(division, area) => {
                    let code = division.areas(&old).get(area)?.code;
                    let mut areas = division.areas(&snapshot).into_iter();
                    areas.position(|area| area.code == code).map(|area| Item::Area(division, area))
                }
            }
        };
        self.lists.iter_mut().for_each(|list| list.relabel(again));
        self.trail.iter_mut().for_each(|view| view.selected = view.selected.and_then(again));
        let cite = |index: &usize| match again(Item::Cite(*index)) {
            Some(Item::Cite(index)) => Some(index),
            _ => None,
        };
        self.marks = self.marks.iter().filter_map(cite).collect();
        // The others may show items that no longer exist.
        self.popups
            .retain(|popup| matches!(popup, Popup::Keys { .. } | Popup::Grammar(_) | Popup::Text { .. }));
        self.map.reset_geometry();
        self.index = Arc::default();
        self.outcome = Arc::default();
        self.pending_selection = None;
        self.snapshot = snapshot;
    }
}

//! A snapshot that has changed on disk while it is explored.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::snapshot::Snapshot;
use crate::t;
use crate::tui::state::{Item, Popup, Reloaded, StaleReason, State};

/// Where things stand, by their ids.
fn places<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}

impl State {
    /// Takes in what came of reading the file again. A file that is broken
    /// leaves on the screen what was read last.
    pub(super) fn reload(&mut self, reloaded: Reloaded) {
        match reloaded {
            Reloaded::Read { snapshot, provenance, report, changes } => {
                self.replace(snapshot);
                self.file.provenance = provenance;
                self.file.report = Some(report);
                self.file.broken = None;
                self.set_status(t!(self.lang, "tui-reread", changes = changes.summary(self.lang)));
            }
            Reloaded::Broken { error, report } => {
                // The place and the reason: the line of the file is on the card.
                let error = error.describe(self.lang);
                let reason = error.lines().next().unwrap_or_default();
                self.set_status(t!(self.lang, "tui-broken", reason = reason));
                self.file.broken = Some(report);
            }
        }
        self.search();
        // Nobody has searched: one stays where one was.
        self.lists.iter_mut().for_each(|list| list.invalidate_only(StaleReason::Changed));
    }

    /// Explores another snapshot at the same place: what is selected and
    /// marked is found again by its id.
    fn replace(&mut self, snapshot: Arc<Snapshot>) {
        let old = Arc::clone(&self.snapshot);
        let cites = places(snapshot.cites.iter().map(|cite| cite.id.as_str()));
        let preconisations = places(snapshot.preconisations.iter().map(|item| item.id.as_str()));
        let sources = places(snapshot.sources.iter().map(|source| source.id.as_str()));
        let again = |item: Item| {
            let place = |places: &HashMap<&str, usize>| places.get(item.id(&old)?.as_str()).copied();
            match item {
                Item::Heading(_) | Item::Snapshot | Item::Field(_) => Some(item),
                // Another report has other problems.
                Item::Problem(_) => None,
                Item::Cite(_) => place(&cites).map(Item::Cite),
                Item::Preconisation(_) => place(&preconisations).map(Item::Preconisation),
                Item::Source(_) => place(&sources).map(Item::Source),
            }
        };
        self.lists.iter_mut().for_each(|list| list.relabel(again));
        let cite = |place: &usize| match again(Item::Cite(*place)) {
            Some(Item::Cite(place)) => Some(place),
            _ => None,
        };
        self.marks = self.marks.iter().filter_map(cite).collect();
        // What they show may not be there any more.
        self.popups
            .retain(|popup| matches!(popup, Popup::Keys { .. } | Popup::Grammar(_) | Popup::Text { .. }));
        self.map.reset_geometry();
        self.index = OnceCell::new();
        self.outcome = Arc::default();
        self.pending_selection = None;
        self.snapshot = snapshot;
    }
}

//! Searching, and the lists that show what is found.

use std::sync::Arc;

use crate::search::Index;
use crate::tui::state::{
    Body, Effect, Focus, Item, LineEditor, SearchResponse, SortOrder, StaleReason, State,
};

impl State {
    /// Returns the index, which is built when it is first needed.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.snapshot, self.today))
    }

    /// Returns what builds the index, for another thread, unless it is built or a worker has its own.
    pub(in crate::tui) fn index_to_build(&self) -> Option<impl FnOnce() + Send + 'static> {
        let is_needed = !self.is_large() && self.index.get().is_none();
        let (index, snapshot) = (Arc::clone(&self.index), Arc::clone(&self.snapshot));
        let (today, lang) = (self.today, self.lang);
        is_needed.then_some(move || {
            let index = index.get_or_init(|| Index::new(&snapshot, today));
            index.prepare_preconisations(&snapshot, lang);
        })
    }

    pub(super) fn edit_query(&mut self, edit: impl FnOnce(&mut LineEditor)) {
        let before = self.query.text().to_owned();
        edit(&mut self.query);
        if self.query.text() != before {
            self.search();
        }
    }

    pub(super) fn replace_query(&mut self, text: &str) {
        self.edit_query(|query| *query = LineEditor::new(text));
    }

    /// Shows the query before this one, or the last one in an empty search bar.
    #[must_use]
    pub(super) fn earlier_query(&mut self) -> Vec<Effect> {
        let query = self.query.text().to_owned();
        if !query.is_empty() && !self.history.is_shown(&query) {
            return Vec::new();
        }
        if !self.history.is_read() {
            return vec![Effect::ReadHistory];
        }
        if let Some(earlier) = self.history.earlier(&query) {
            self.replace_query(&earlier);
        }
        Vec::new()
    }

    pub(super) fn later_query(&mut self) {
        let later = self.history.later();
        self.replace_query(&later);
    }

    /// Takes the queries of earlier sessions and shows the last one, which was asked for.
    pub(super) fn history_read(&mut self, queries: Vec<String>) {
        self.history.read(queries);
        if self.focus == Focus::Search && self.query.text().is_empty() {
            // The queries are known now, so that nothing is to be done outside.
            let _ = self.earlier_query();
        }
    }

    /// Makes all lists stale, since the query has changed.
    pub(super) fn search(&mut self) {
        // An empty query has no best match: the selection stays.
        let is_empty = self.query.text().trim().is_empty();
        self.invalidate_lists(if is_empty { StaleReason::Changed } else { StaleReason::Searched });
    }

    pub(super) fn invalidate_lists(&mut self, why: StaleReason) {
        self.lists.iter_mut().for_each(|list| list.invalidate(why));
    }

    /// Brings the list of a small snapshot up to date. That of a large one
    /// stays stale until the worker has answered.
    pub(super) fn refresh_list(&mut self) {
        if self.is_large() {
            return;
        }
        let Some(request) = self.search_request() else { return };
        if let Some(response) = request.respond(|| self.index(), &self.outcome, &mut |_| true) {
            self.show(response);
        }
    }

    /// Shows what the worker has found, unless the request has changed since.
    pub(super) fn receive(&mut self, response: SearchResponse) {
        if self.search_request().as_ref() == Some(&response.request) {
            self.show(response);
        }
    }

    fn show(&mut self, response: SearchResponse) {
        let Some(why) = self.list().stale() else { return };
        let SearchResponse { outcome, listing, .. } = response;
        let best = outcome.best(self.tab.info().subject).and_then(|item| self.listed_as(item));
        // Whoever has left the best match of the first part stays where they are.
        let has_moved = !self.outcome.is_complete
            && self.outcome.query() == outcome.query()
            && self.selected()
                != self.outcome.best(self.tab.info().subject).and_then(|item| self.listed_as(item));
        let stays = why == StaleReason::Changed || has_moved || best.is_none();
        let wanted = if stays { self.selected().and_then(|item| self.listed_as(item)) } else { best };
        let pending = self.pending_selection.filter(|item| listing.items.contains(item));
        self.outcome = outcome;
        self.list_mut().show(listing, pending.or(wanted));
        if self.outcome.is_complete {
            self.pending_selection = None;
        } else {
            self.list_mut().invalidate(why);
        }
    }

    /// Returns what stands for an item in the tab that is shown: on a map of areas, the area that it is in.
    fn listed_as(&self, item: Item) -> Option<Item> {
        match self.tab.info().body {
            Body::Map => self.counterpart(item, self.map_view()),
            _ => Some(item),
        }
    }

    pub(super) fn take_suggestion(&mut self) {
        if let Some(suggestion) = self.suggestion() {
            let query = suggestion.query.clone();
            self.replace_query(&query);
        }
    }

    /// Changes the order of the list; `change` gets it with the number of columns.
    pub(super) fn sort(&mut self, change: impl FnOnce(SortOrder, usize) -> SortOrder) {
        let columns = self.tab.column_count();
        let list = self.list_mut();
        list.sort = change(list.sort, columns);
        list.invalidate(StaleReason::Changed);
    }
}

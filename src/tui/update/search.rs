//! Searching, and the lists that show what is found.

use std::sync::Arc;

use crate::search::{Index, Query};
use crate::tui::state::listing::Wish;
use crate::tui::state::{
    Answer, App, Found, Item, LARGE, LineEditor, Listing, Outdated, Provenance, Sorting, Tab, Wanted, listing,
};

impl App {
    /// The index, made when it is first needed.
    pub(in crate::tui) fn index(&self) -> &Index {
        self.index.get_or_init(|| Arc::new(Index::new(&self.snapshot, self.today)))
    }

    pub(in crate::tui) fn edit_query(&mut self, edit: impl FnOnce(&mut LineEditor)) {
        let before = self.query.text().to_owned();
        edit(&mut self.query);
        if self.query.text() != before {
            self.search();
        }
    }

    pub(in crate::tui) fn search(&mut self) {
        if !self.is_large() {
            self.found = Arc::new(self.find());
        }
        // Without a query nothing is meant: one stays where one was.
        let asked = !self.query.text().trim().is_empty();
        let why = if asked { Outdated::Searched } else { Outdated::Changed };
        self.lists.iter_mut().for_each(|list| list.outdate(why));
    }

    pub(in crate::tui) fn find(&self) -> Found {
        let query = Query::parse(self.query.text());
        let context = self.context();
        if query.is_empty() {
            return Found::all(query, context);
        }
        Found::search(self.index(), &query, &self.found, context)
    }

    /// Whether there are so many Cités that a worker searches and lists them.
    pub(in crate::tui) fn is_large(&self) -> bool {
        self.snapshot.cites.len() >= LARGE
    }

    /// What is wanted of the worker: nothing where the list is up to date.
    pub fn wanted(&self) -> Option<Wanted> {
        self.list().outdated().filter(|_| self.is_large()).map(|_| Wanted {
            snapshot: Arc::clone(&self.snapshot),
            lang: self.lang,
            today: self.today,
            query: self.query.text().to_owned(),
            tab: self.tab,
            sorting: self.list().sorting,
            colouring: self.pictures.colouring,
            report: self.data.shown().cloned(),
            is_broken: self.data.broken.is_some(),
        })
    }

    /// What is still to be checked, on a thread of its own: a large snapshot
    /// that is looked at.
    pub fn unchecked(&self) -> Option<Provenance> {
        let is_wanted = self.tab == Tab::Data && self.data.report.is_none() && self.is_large();
        is_wanted.then(|| self.data.provenance.clone())
    }

    /// Shows what the worker has found, unless something else is wanted by now.
    pub(in crate::tui) fn show(&mut self, answer: Answer) {
        let (Some(why), Some(wanted)) = (self.list().outdated(), self.wanted()) else { return };
        if wanted != *answer.wanted() {
            return;
        }
        let (found, listing) = answer.into_found();
        // Who has gone to another line since the first part was shown stays there.
        let went = self.found.is_partial
            && self.found.query() == found.query()
            && self.selected() != self.found.best(self.tab);
        let wanted = if why == Outdated::Changed || went { self.selected() } else { found.best(self.tab) };
        let wanted = self.to_select(&listing).or(wanted);
        self.found = found;
        self.list_mut().show(listing, wanted);
        if self.found.is_partial {
            self.list_mut().outdate(why);
        } else {
            self.select = None;
        }
    }

    pub(in crate::tui) fn take_suggestion(&mut self) {
        if let Some(suggestion) = self.suggestion() {
            let line = LineEditor::new(&suggestion.query);
            self.edit_query(|query| *query = line);
        }
    }

    pub(in crate::tui) fn sort(&mut self, change: impl FnOnce(Sorting, usize) -> Sorting) {
        let columns = self.tab.columns();
        let list = self.list_mut();
        list.sorting = change(list.sorting, columns);
        list.outdate(Outdated::Changed);
    }

    pub(in crate::tui) fn refresh_list(&mut self) {
        let Some(why) = self.list().outdated().filter(|_| !self.is_large()) else { return };
        let wanted = match why {
            Outdated::Changed => self.selected(),
            // What is said of the snapshot has no best match.
            Outdated::Searched if self.tab == Tab::Data => self.selected(),
            Outdated::Searched => self.found.best(self.tab),
        };
        if self.tab == Tab::Data {
            self.data.report.get_or_insert_with(|| self.data.provenance.check());
        }
        let wish = Wish {
            tab: self.tab,
            sorting: self.list().sorting,
            colouring: self.pictures.colouring,
            query: self.query.text(),
            report: self.data.shown().map(Arc::as_ref),
            is_broken: self.data.broken.is_some(),
        };
        let listing = listing::listing(wish, &self.found, self.context());
        let wanted = self.to_select(&listing).or(wanted);
        self.select = None;
        self.list_mut().show(listing, wanted);
    }

    /// What was to be selected, if it is listed.
    pub(in crate::tui) fn to_select(&self, listing: &Listing) -> Option<Item> {
        self.select.filter(|item| listing.items.contains(item))
    }
}

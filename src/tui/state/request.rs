//! What is wanted of the worker, where there are too many Cités to be searched
//! between two keys, and what it answers.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;

use crate::locale::Lang;
use crate::search::{Index, Query, Search};
use crate::snapshot::{Report, Snapshot};
use crate::tui::state::list::Sorting;
use crate::tui::state::listing::{Listing, Wish};
use crate::tui::state::outcome::Found;
use crate::tui::state::{Tab, listing};
use crate::views::Context;
use crate::views::groups::Grouping;

/// From so many Cités on, a worker searches and lists: typing never waits for
/// it. Fewer are indexed, searched and sorted within a twentieth of a second.
pub const LARGE: usize = 10_000;

/// A query, and the list that is to show what it finds.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub(in crate::tui) snapshot: Arc<Snapshot>,
    pub(in crate::tui) lang: Lang,
    pub(in crate::tui) today: Date,
    pub(in crate::tui) query: String,
    pub(in crate::tui) tab: Tab,
    pub(in crate::tui) sorting: Sorting,
    pub(in crate::tui) colouring: Grouping,
    pub(in crate::tui) report: Option<Arc<Report>>,
    pub(in crate::tui) is_broken: bool,
}

impl PartialEq for Wanted {
    fn eq(&self, other: &Self) -> bool {
        let parts = |wanted: &Self| (wanted.lang, wanted.today, wanted.tab, wanted.sorting, wanted.colouring);
        parts(self) == parts(other)
            && self.query == other.query
            && Arc::ptr_eq(&self.snapshot, &other.snapshot)
            && self.report.as_ref().map(Arc::as_ptr) == other.report.as_ref().map(Arc::as_ptr)
    }
}

impl Eq for Wanted {}

impl Wanted {
    /// What is searched.
    pub const fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// The index of what is searched.
    pub fn index(&self) -> Index {
        Index::new(&self.snapshot, self.today)
    }

    /// The answer; `previous`, which was found before in the same snapshot, makes it faster.
    ///
    /// After each step of the search `look` says whether to go on; `None` where it says no.
    pub fn answer<'i>(
        &self,
        index: impl FnOnce() -> &'i Index,
        previous: &Found,
        look: &mut dyn FnMut(SoFar<'_>) -> bool,
    ) -> Option<Answer> {
        let query = Query::parse(&self.query);
        let context = self.context();
        let found = match query.is_empty() {
            true => Found::all(query, context),
            false => Found::search_in_steps(index(), &query, previous, context, &mut |search| {
                look(SoFar { wanted: self, search })
            })?,
        };
        Some(self.list(found))
    }

    /// The answer of one who remembers nothing.
    pub fn answer_at_once(&self) -> Option<Answer> {
        let index = OnceCell::new();
        self.answer(|| index.get_or_init(|| self.index()), &Found::default(), &mut |_| true)
    }

    fn list(&self, found: Found) -> Answer {
        let wish = Wish {
            tab: self.tab,
            sorting: self.sorting,
            colouring: self.colouring,
            query: &self.query,
            report: self.report.as_deref(),
            is_broken: self.is_broken,
        };
        let listing = listing::listing(wish, &found, self.context());
        Answer(Arc::new(Parts { wanted: self.clone(), found: Arc::new(found), listing }))
    }

    fn context(&self) -> Context<'_> {
        Context { snapshot: &self.snapshot, lang: self.lang, today: self.today }
    }
}

/// A search that goes on.
#[derive(Debug, Clone, Copy)]
pub struct SoFar<'a> {
    wanted: &'a Wanted,
    search: &'a Search<'a>,
}

impl SoFar<'_> {
    /// What is found so far; `None` where that is nothing.
    pub fn answer(self) -> Option<Answer> {
        Some(self.wanted.list(Found::so_far(self.search)?))
    }
}

/// What is found, listed as it was wanted.
#[derive(Debug, Clone)]
pub struct Answer(Arc<Parts>);

#[derive(Debug, Clone)]
struct Parts {
    wanted: Wanted,
    found: Arc<Found>,
    listing: Listing,
}

impl Answer {
    /// What is found.
    pub fn found(&self) -> &Arc<Found> {
        &self.0.found
    }

    pub(in crate::tui) fn wanted(&self) -> &Wanted {
        &self.0.wanted
    }

    pub(in crate::tui) fn into_found(self) -> (Arc<Found>, Listing) {
        let Parts { found, listing, .. } = Arc::unwrap_or_clone(self.0);
        (found, listing)
    }
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Answer {}

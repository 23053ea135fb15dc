//! A search and its answer. The state answers its own requests about a small
//! snapshot; those about a large one go to the worker.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;

use crate::locale::Lang;
use crate::search::{Index, Query, Search};
use crate::snapshot::{Diff, Report, Snapshot};
use crate::tui::state::listing::ListingInput;
use crate::tui::state::{Item, Listing, MapView, SearchOutcome, SortOrder, Tab};
use crate::views::Context;
use crate::views::groups::Grouping;
use crate::views::map::Measure;

/// The number of Cités from which on a worker searches, so that typing never
/// waits. Fewer are indexed, searched and sorted within 50 ms.
pub const LARGE: usize = 10_000;

/// A shared value that equals another one if both are the same allocation.
#[derive(Debug)]
pub struct ByAddress<T>(pub Arc<T>);

impl<T> Clone for ByAddress<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for ByAddress<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for ByAddress<T> {}

/// A query, and the list that shows what it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    pub(in crate::tui) snapshot: ByAddress<Snapshot>,
    pub(in crate::tui) lang: Lang,
    pub(in crate::tui) today: Date,
    pub(in crate::tui) query: String,
    pub(in crate::tui) tab: Tab,
    pub(in crate::tui) sort: SortOrder,
    pub(in crate::tui) map_view: MapView,
    pub(in crate::tui) colouring: Grouping,
    pub(in crate::tui) measure: Measure,
    pub(in crate::tui) timeline: bool,
    pub(in crate::tui) unfolded: Option<Item>,
    pub(in crate::tui) report: Option<ByAddress<Report>>,
    pub(in crate::tui) changes: Option<ByAddress<Diff>>,
    pub(in crate::tui) is_broken: bool,
}

impl SearchRequest {
    /// Returns the snapshot to search.
    pub const fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot.0
    }

    /// Builds the index that answers the request.
    pub fn index(&self) -> Index {
        Index::new(self.snapshot(), self.today)
    }

    /// Answers the request. `previous` is an earlier outcome for the same
    /// snapshot: it is reused if the query is the same, and narrowed if the
    /// query has grown.
    ///
    /// Calls `proceed` after each step of the search and returns `None` as
    /// soon as that returns `false`.
    pub fn respond<'i>(
        &self,
        index: impl FnOnce() -> &'i Index,
        previous: &Arc<SearchOutcome>,
        proceed: &mut dyn FnMut(PartialResults<'_>) -> bool,
    ) -> Option<SearchResponse> {
        let query = Query::parse(&self.query);
        let context = self.context();
        let outcome = if previous.answers(&query) {
            Arc::clone(previous)
        } else if query.is_empty() {
            Arc::new(SearchOutcome::all(query, context))
        } else {
            let mut proceed = |search: Option<&Search<'_>>| {
                proceed(PartialResults { request: self, query: &query, search })
            };
            Arc::new(SearchOutcome::search(index(), &query, previous, context, &mut proceed)?)
        };
        Some(self.list(outcome))
    }

    /// Answers the request with an index of its own.
    pub fn respond_alone(&self) -> Option<SearchResponse> {
        let index = OnceCell::new();
        self.respond(|| index.get_or_init(|| self.index()), &Arc::default(), &mut |_| true)
    }

    fn list(&self, outcome: Arc<SearchOutcome>) -> SearchResponse {
        let input = ListingInput {
            sort: self.sort,
            map_view: self.map_view,
            colouring: self.colouring,
            measure: self.measure,
            timeline: self.timeline,
            unfolded: self.unfolded,
            query: &self.query,
            report: self.report.as_ref().map(|report| report.0.as_ref()),
            changes: self.changes.as_ref().map(|changes| changes.0.as_ref()),
            is_broken: self.is_broken,
            outcome: &outcome,
            context: self.context(),
        };
        let listing = (self.tab.info().list)(input);
        SearchResponse { request: self.clone(), outcome, listing }
    }

    fn context(&self) -> Context<'_> {
        Context { snapshot: self.snapshot(), lang: self.lang, today: self.today }
    }
}

/// A search in progress.
#[derive(Debug, Clone, Copy)]
pub struct PartialResults<'a> {
    request: &'a SearchRequest,
    query: &'a Query,
    search: Option<&'a Search<'a>>,
}

impl PartialResults<'_> {
    /// Returns what was found so far, or `None` if that is nothing.
    pub fn response(self) -> Option<SearchResponse> {
        let outcome = SearchOutcome::partial(self.search?, self.query)?;
        Some(self.request.list(Arc::new(outcome)))
    }
}

/// The results of a request, and the list for them.
#[derive(Debug, Clone)]
pub struct SearchResponse {
    /// The request that is answered.
    pub request: SearchRequest,
    /// The matches.
    pub outcome: Arc<SearchOutcome>,
    /// The list of the requested tab.
    pub listing: Listing,
}

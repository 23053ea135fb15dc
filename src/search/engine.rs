//! Asking every row, and putting those that match in order.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::facts::Facts;
use super::index::Index;
use super::plan::Plan;
use super::query::Query;

/// Rows that are asked in one step of a [`Search`].
const STEP: usize = 1 << 14;
/// Rows that one processor takes at a time.
const CHUNK: usize = 1 << 11;

/// A row that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    row: u32,
    /// How well it matches; 0 for all where nothing but filters was asked.
    pub score: u32,
}

impl Hit {
    /// Its place in the snapshot: in `cites`, or in `preconisations`.
    pub const fn row(self) -> usize {
        self.row as usize
    }
}

/// What a search has found.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// What matches, the best first; as in the snapshot where they are equal.
    pub hits: Vec<Hit>,
    query: Query,
    plan: Arc<Plan>,
}

impl Results {
    /// What a query finds that asks for nothing: each of so many rows.
    pub fn all(rows: usize, query: Query) -> Self {
        let hits = (0..u32::try_from(rows).unwrap_or(u32::MAX)).map(|row| Hit { row, score: 0 }).collect();
        Self { hits, query, ..Self::default() }
    }

    /// The query that was asked.
    pub const fn query(&self) -> &Query {
        &self.query
    }
}

impl Index {
    /// Everything that matches, the best first.
    ///
    /// ```
    /// use cites_emploi::search::{Index, Query};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let labels = |query: &str| -> Vec<&str> {
    ///     let hits = index.search(&Query::parse(query)).hits;
    ///     hits.into_iter().map(|hit| snapshot.cites[hit.row()].label.as_str()).collect()
    /// };
    /// assert_eq!(labels("gueret")[0], "CA du Grand Guéret");
    /// assert_eq!(labels("region:bretagne vague:2021").len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search(&self, query: &Query) -> Results {
        self.start(query, None).finish()
    }

    /// Everything that matches, with the help of the results of the query before.
    ///
    /// Terms that stayed the same are not looked for again, terms that grew
    /// only where they can still be. The results are those of [`search`](Self::search).
    pub fn search_again(&self, query: &Query, previous: &Results) -> Results {
        self.start(query, Some(previous)).finish()
    }

    /// Begins a search that goes step by step, and can be dropped at any.
    pub fn start<'i>(&'i self, query: &Query, previous: Option<&Results>) -> Search<'i> {
        let earlier = previous.map(|previous| previous.plan.as_ref());
        let plan = Plan::new(query, &self.cites, self.day, earlier);
        Search::new(&self.cites, &self.facts, plan, query)
    }
}

/// A search under way.
#[derive(Debug)]
pub struct Search<'i> {
    corpus: &'i Corpus,
    facts: &'i [Facts],
    /// The rows to ask; `None` for all.
    rows: Option<Vec<u32>>,
    asked: usize,
    results: Results,
}

impl<'i> Search<'i> {
    pub(super) fn new(corpus: &'i Corpus, facts: &'i [Facts], plan: Plan, query: &Query) -> Self {
        let rows = plan.rows(corpus);
        let results = Results { hits: Vec::new(), query: query.clone(), plan: Arc::new(plan) };
        Self { corpus, facts, rows, asked: 0, results }
    }

    /// Asks some tens of thousands of rows; `false` when none was left.
    pub fn step(&mut self) -> bool {
        let (asked, total) = self.progress();
        let end = total.min(asked + STEP);
        let chunks: Vec<_> = (asked..end).step_by(CHUNK).map(|start| start..end.min(start + CHUNK)).collect();
        let found: Vec<Vec<Hit>> = match chunks.as_slice() {
            [] => return false,
            [chunk] => vec![self.ask(chunk.clone()).collect()],
            _ => chunks.into_par_iter().map(|chunk| self.ask(chunk).collect()).collect(),
        };
        self.results.hits.extend(found.into_iter().flatten());
        self.asked = end;
        true
    }

    /// How many rows were asked, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.asked, self.rows.as_ref().map_or(self.corpus.row_count(), Vec::len))
    }

    /// What was found up to now, the best first.
    pub fn results(&self) -> Results {
        let mut results = self.results.clone();
        rank(&mut results.hits);
        results
    }

    /// Asks all rows that are left.
    pub fn finish(mut self) -> Results {
        while self.step() {}
        rank(&mut self.results.hits);
        self.results
    }

    /// The hits among some of the rows to ask.
    fn ask(&self, chunk: Range<usize>) -> impl Iterator<Item = Hit> {
        chunk.filter_map(|at| {
            let row = match &self.rows {
                Some(rows) => *rows.get(at)?,
                None => u32::try_from(at).ok()?,
            };
            let (entries, facts) = (self.corpus.row(row as usize), self.facts.get(row as usize));
            let score = self.results.plan.score(entries, facts)?;
            Some(Hit { row, score })
        })
    }
}

/// The best first, equals as they are in the snapshot.
fn rank(hits: &mut [Hit]) {
    let place = |hit: &Hit| (std::cmp::Reverse(hit.score), hit.row);
    match hits.len() < CHUNK {
        true => hits.sort_unstable_by_key(place),
        false => hits.par_sort_unstable_by_key(place),
    }
}

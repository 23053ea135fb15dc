//! Asking every row, and putting those that match in order.

use rayon::prelude::*;

use super::corpus::Corpus;
use super::index::{Facts, Index};
use super::plan::{Answer, Plan};
use super::query::Query;

/// Rows that are asked in one step of a [`Search`].
const STEP: usize = 1 << 16;
/// Rows that one processor takes at a time.
const CHUNK: usize = 1 << 12;

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
    query: Query,
    /// What matches, the best first; as in the snapshot where they are equal.
    pub hits: Vec<Hit>,
    /// Every row that a longer query can still match, in order, `hits` among them.
    candidates: Vec<u32>,
    complete: bool,
}

impl Results {
    /// The query that was asked.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// Whether every row was asked.
    pub const fn is_complete(&self) -> bool {
        self.complete
    }
}

impl Index {
    /// Everything that matches, the best first.
    pub fn search(&self, query: &Query) -> Results {
        self.start(query, None).finish()
    }

    /// Everything that matches, given the results of the query before.
    ///
    /// Where the new query only asks for more, only those rows are asked again.
    pub fn search_again(&self, query: &Query, previous: &Results) -> Results {
        self.start(query, Some(previous)).finish()
    }

    /// Begins a search that goes step by step, and can be dropped at any.
    pub fn start<'i>(&'i self, query: &Query, previous: Option<&Results>) -> Search<'i> {
        let previous = previous.filter(|previous| previous.complete && query.narrows(&previous.query));
        let rows = previous.map(|previous| previous.candidates.clone());
        Search::new(&self.cites, &self.facts, Plan::new(query, &self.cites, self.day), query, rows)
    }
}

/// A search under way.
pub struct Search<'i> {
    corpus: &'i Corpus,
    facts: &'i [Facts],
    plan: Plan,
    /// The rows to ask; `None` for all.
    rows: Option<Vec<u32>>,
    asked: usize,
    results: Results,
}

impl<'i> Search<'i> {
    pub(super) fn new(
        corpus: &'i Corpus,
        facts: &'i [Facts],
        plan: Plan,
        query: &Query,
        rows: Option<Vec<u32>>,
    ) -> Self {
        let results = Results { query: query.clone(), ..Results::default() };
        Self { corpus, facts, plan, rows, asked: 0, results }
    }

    /// Asks some tens of thousands of rows; `false` when there was none left.
    pub fn step(&mut self) -> bool {
        let total = self.total();
        let step = self.asked..total.min(self.asked + STEP);
        if step.is_empty() {
            self.results.complete = true;
            return false;
        }
        let chunks: Vec<_> =
            step.clone().step_by(CHUNK).map(|start| start..step.end.min(start + CHUNK)).collect();
        let found: Vec<Found> = match chunks.as_slice() {
            [chunk] => vec![self.ask(chunk.clone())],
            _ => chunks.into_par_iter().map(|chunk| self.ask(chunk)).collect(),
        };
        for found in found {
            self.results.hits.extend(found.hits);
            self.results.candidates.extend(found.candidates);
        }
        self.asked = step.end;
        true
    }

    /// How many rows were asked, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.asked, self.total())
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

    fn total(&self) -> usize {
        self.rows.as_ref().map_or(self.corpus.row_count(), Vec::len)
    }

    fn ask(&self, chunk: std::ops::Range<usize>) -> Found {
        let mut found = Found::default();
        for at in chunk {
            let row = match &self.rows {
                Some(rows) => rows.get(at).copied(),
                None => u32::try_from(at).ok(),
            };
            let Some(row) = row else { continue };
            match self.plan.ask(self.corpus.row(row as usize), self.facts.get(row as usize)) {
                Answer::No => {}
                Answer::Scattered => found.candidates.push(row),
                Answer::Yes(score) => {
                    found.candidates.push(row);
                    found.hits.push(Hit { row, score });
                }
            }
        }
        found
    }
}

#[derive(Default)]
struct Found {
    hits: Vec<Hit>,
    candidates: Vec<u32>,
}

/// The best first, equals as they are in the snapshot.
fn rank(hits: &mut [Hit]) {
    let place = |hit: &Hit| (std::cmp::Reverse(hit.score), hit.row);
    match hits.len() < CHUNK {
        true => hits.sort_unstable_by_key(place),
        false => hits.par_sort_unstable_by_key(place),
    }
}

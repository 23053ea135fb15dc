//! Matching a query against all rows, and ranking those that match.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::facts::Facts;
use super::highlight::Highlighter;
use super::index::Index;
use super::plan::Plan;
use super::query::Query;

/// Rows that one step of a [`Search`] looks at.
const STEP: usize = 1 << 14;
/// Rows that one thread takes at a time.
const CHUNK: usize = 1 << 11;

/// A row that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    row: u32,
    /// The score: the sum over the terms that must hold, and the phrase of all plain terms, of
    /// the best grade (0 to 255) times the weight of its text field (1 to 100), and of a bonus for
    /// whole words. Filters add 0. Comparable within one query only.
    pub score: u32,
}

impl Hit {
    /// Returns its index in `cites` or `preconisations` of the snapshot.
    pub const fn row(self) -> usize {
        self.row as usize
    }
}

/// The rows that a search found.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// The rows that match, the best first. Of rows with the same score, that with more inhabitants in its quartiers
    /// is first, then the label decides. Without conditions they are as in the snapshot.
    pub hits: Vec<Hit>,
    query: Query,
    plan: Arc<Plan>,
}

impl Results {
    /// Makes the results of a query without terms, which are all of the rows.
    pub fn all(rows: usize, query: Query) -> Self {
        let hits = (0..u32::try_from(rows).unwrap_or(u32::MAX)).map(|row| Hit { row, score: 0 }).collect();
        Self { hits, query, ..Self::default() }
    }

    /// Returns the query that was searched for.
    pub const fn query(&self) -> &Query {
        &self.query
    }
}

impl Index {
    /// Finds the Cités that match, the best first.
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

    /// Finds the same as [`search`](Self::search), faster if the query resembles that of
    /// `previous`.
    ///
    /// Terms that stayed the same are not matched again, and terms that grew
    /// only against the texts that still qualify.
    pub fn search_again(&self, query: &Query, previous: &Results) -> Results {
        self.start(query, Some(previous)).finish()
    }

    /// Begins a search that runs step by step and can be dropped after any.
    pub fn start<'i>(&'i self, query: &Query, previous: Option<&Results>) -> Search<'i> {
        self.start_after(query, previous.as_slice())
    }

    /// Begins the same with the help of several previous results.
    pub(super) fn start_after<'i>(&'i self, query: &Query, previous: &[&Results]) -> Search<'i> {
        let previous: Vec<&Plan> = previous.iter().map(|previous| previous.plan.as_ref()).collect();
        let plan = Plan::new(query, &self.cites, self.day, &previous);
        Search::new(&self.cites, &self.facts, &self.ranks, plan, query)
    }
}

/// A search under way.
#[derive(Debug)]
pub struct Search<'i> {
    corpus: &'i Arc<Corpus>,
    facts: &'i [Facts],
    ranks: &'i [u32],
    /// The rows that may match; `None` for all.
    candidates: Option<Vec<u32>>,
    searched: usize,
    results: Results,
}

/// The progress of a search, in rows that may match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The rows that were looked at.
    pub searched: usize,
    /// All rows.
    pub total: usize,
}

impl<'i> Search<'i> {
    pub(super) fn new(
        corpus: &'i Arc<Corpus>,
        facts: &'i [Facts],
        ranks: &'i [u32],
        plan: Plan,
        query: &Query,
    ) -> Self {
        let candidates = plan.candidates(corpus);
        let results = Results { hits: Vec::new(), query: query.clone(), plan: Arc::new(plan) };
        Self { corpus, facts, ranks, candidates, searched: 0, results }
    }

    /// Looks at some tens of thousands of rows; `false` if none was left.
    pub fn step(&mut self) -> bool {
        let Progress { searched, total } = self.progress();
        let end = total.min(searched + STEP);
        let chunks: Vec<_> =
            (searched..end).step_by(CHUNK).map(|start| start..end.min(start + CHUNK)).collect();
        let found: Vec<Vec<Hit>> = match chunks.as_slice() {
            [] => return false,
            [chunk] => vec![self.hits(chunk.clone()).collect()],
            _ => chunks.into_par_iter().map(|chunk| self.hits(chunk).collect()).collect(),
        };
        self.results.hits.extend(found.into_iter().flatten());
        self.searched = end;
        true
    }

    /// Returns the progress.
    pub fn progress(&self) -> Progress {
        let total = self.candidates.as_ref().map_or(self.corpus.row_count(), Vec::len);
        Progress { searched: self.searched, total }
    }

    /// Returns what was found so far, the best first.
    pub fn results(&self) -> Results {
        let mut results = self.results.clone();
        self.rank(&mut results.hits);
        results
    }

    /// Returns a highlighter of what the query matches.
    pub fn highlighter(&self) -> Highlighter {
        Highlighter::new([&self.results.query], self.corpus)
    }

    /// Looks at all rows that are left.
    pub fn finish(mut self) -> Results {
        while self.step() {}
        let mut hits = std::mem::take(&mut self.results.hits);
        self.rank(&mut hits);
        Results { hits, ..self.results }
    }

    /// Sorts hits as [`Results::hits`] says.
    fn rank(&self, hits: &mut [Hit]) {
        if self.results.query.is_empty() {
            return;
        }
        let key = |hit: &Hit| (Reverse(hit.score), self.ranks.get(hit.row()).copied().unwrap_or(hit.row));
        match hits.len() < CHUNK {
            true => hits.sort_unstable_by_key(key),
            false => hits.par_sort_unstable_by_key(key),
        }
    }

    /// Matches some of the candidates, by their indices.
    fn hits(&self, chunk: Range<usize>) -> impl Iterator<Item = Hit> {
        chunk.filter_map(|index| {
            let row = match &self.candidates {
                Some(rows) => *rows.get(index)?,
                None => u32::try_from(index).ok()?,
            };
            let (entries, facts) = (self.corpus.row(row as usize), self.facts.get(row as usize));
            let score = self.results.plan.score(entries, facts)?;
            Some(Hit { row, score })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::corpus::CorpusBuilder;
    use crate::search::text_field::TextField;

    /// Returns the field of the row that ranks first, of one row for each field with its text.
    fn first(query: &str, rows: [(TextField, &str); 2]) -> TextField {
        let mut corpus = CorpusBuilder::default();
        for (field, text) in rows {
            corpus.push(field, text);
            corpus.end_row();
        }
        let (corpus, query) = (Arc::new(corpus.finish()), Query::parse(query));
        let plan = Plan::new(&query, &corpus, jiff::civil::date(2026, 11, 22), &[]);
        let hits = Search::new(&corpus, &[], &[], plan, &query).finish().hits;
        assert_eq!(hits.len(), 2);
        rows[hits[0].row()].0
    }

    #[test]
    fn the_same_text_ranks_by_its_field() {
        let of_cites = [
            TextField::Id,
            TextField::DepartmentCode,
            TextField::Label,
            TextField::Commune,
            TextField::CommuneCode,
            TextField::Epci,
            TextField::EpciCode,
            TextField::Qpv,
            TextField::QpvCode,
            TextField::TouchedCommune,
            TextField::Department,
            TextField::Region,
            TextField::Carrier,
            TextField::Theme,
            TextField::CarrierDetail,
        ];
        let of_preconisations = [
            TextField::Id,
            TextField::Title,
            TextField::SubMeasure,
            TextField::Addressee,
            TextField::Theme,
            TextField::Text,
        ];
        for pair in of_cites.windows(2).chain(of_preconisations.windows(2)) {
            let [better, worse] = [pair[0], pair[1]];
            assert_eq!(first("lille", [(worse, "Lille"), (better, "Lille")]), better, "over {worse:?}");
        }
    }

    #[test]
    fn whole_words_rank_before_beginnings_in_a_better_field() {
        let rows = [(TextField::Label, "Lillers"), (TextField::Carrier, "Lille")];
        assert_eq!(first("lille", rows), TextField::Carrier, "whole words come before beginnings");
    }
}

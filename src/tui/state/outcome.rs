//! The items that a query finds.

use std::sync::Arc;

use crate::locale::Lang;
use crate::search::{
    Answer, Index, PreconisationAnswer, Query, Results, Scope, Search, Suggestion, TextField, Values,
};
use crate::t;
use crate::tui::state::matches::{Matches, MatchesCache};
use crate::tui::state::{Item, Subject};
use crate::views::near::Distance;
use crate::views::{self, Context};

/// The items that a query finds.
#[derive(Debug, Default)]
pub struct SearchOutcome {
    /// The query as it was typed.
    query: Query,
    /// What the query was resolved to.
    pub answer: Answer,
    preconisations: PreconisationAnswer,
    /// The nearest Cités to a place that none covers, by their indices, with their distances in kilometres.
    pub nearest: Vec<Distance>,
    /// Another query, if nothing is found: a corrected one, or the nearest Cité.
    pub suggestion: Option<Suggestion>,
    /// Whether the search has ended. Nothing has been searched yet by default.
    pub is_complete: bool,
    /// The matching texts of items that have been drawn.
    matches: MatchesCache,
}

impl SearchOutcome {
    /// Returns everything: the outcome of an empty query.
    pub fn all(query: Query, context: Context<'_>) -> Self {
        let Context { snapshot, .. } = context;
        Self {
            preconisations: PreconisationAnswer {
                results: Results::all(snapshot.preconisations.len(), query.clone()),
                corrected: None,
            },
            is_complete: true,
            ..Self::of(Answer::all(snapshot.cites.len(), query.clone()), query)
        }
    }

    fn of(answer: Answer, query: Query) -> Self {
        Self { answer, query, ..Self::default() }
    }

    /// Searches `index`, which is of the snapshot of `context`. A `previous`
    /// outcome of a shorter query makes it faster.
    ///
    /// Calls `proceed` after each step and returns `None` as soon as that
    /// returns `false`.
    pub fn search(
        index: &Index,
        query: &Query,
        previous: &Self,
        context: Context<'_>,
        proceed: &mut dyn FnMut(Option<&Search<'_>>) -> bool,
    ) -> Option<Self> {
        let answer = index.resolve_after(context.snapshot, query, Scope::LIST, &previous.answer, proceed)?;
        let preconisations = index.search_preconisations(context.snapshot, query, context.lang, Scope::LIST);
        let nearest = answer
            .outside
            .as_ref()
            .filter(|_| answer.is_outside_only)
            .map(|outside| views::answer::nearest(outside, context));
        let nearest = nearest.unwrap_or_default();
        let label = nearest.first().and_then(|near| context.snapshot.cites.get(near.cite));
        let label = label.map(|cite| cite.display_label().to_owned());
        let suggestion = match label {
            Some(name) => Some(Suggestion { query: name.clone(), name }),
            None if preconisations.results.hits.is_empty() => answer.offered.first().cloned(),
            None => None,
        };
        let queries = answer.queries().chain([preconisations.results.query()]);
        Some(Self {
            matches: MatchesCache::new(index.highlighter(queries)),
            preconisations,
            nearest,
            suggestion,
            is_complete: true,
            ..Self::of(answer, query.clone())
        })
    }

    /// Returns what a search has found so far, or `None` if that is nothing.
    pub fn partial(search: &Search<'_>, query: &Query) -> Option<Self> {
        let results = search.results();
        (!results.hits.is_empty()).then(|| Self {
            matches: MatchesCache::new(search.highlighter()),
            ..Self::of(Answer::partial(results), query.clone())
        })
    }

    /// Returns whether this is the complete outcome of `query`.
    pub fn answers(&self, query: &Query) -> bool {
        self.is_complete && self.query() == query
    }

    /// Returns the query.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// Returns the indices of the Cités that answer the query, the best first.
    pub fn cites(&self) -> impl ExactSizeIterator<Item = usize> {
        self.answer.answering_rows()
    }

    /// Returns the indices of the préconisations, the best match first.
    pub fn preconisations(&self) -> impl ExactSizeIterator<Item = usize> {
        self.preconisations.results.hits.iter().map(|hit| hit.row())
    }

    /// Returns the best match of a subject, if it has matches.
    pub fn best(&self, subject: Subject) -> Option<Item> {
        match subject {
            Subject::Cites if self.answer.is_outside_only => Some(Item::Outside),
            Subject::Cites => self.cites().next().map(Item::Cite),
            Subject::Preconisations => self.preconisations().next().map(Item::Preconisation),
            Subject::Snapshot => None,
        }
    }

    /// Returns notices about the query: invalid values, and filters that `subject`
    /// ignores.
    pub fn notices(&self, lang: Lang, subject: Subject) -> Vec<String> {
        let query = &self.query;
        let mut notices: Vec<String> =
            query.problems().iter().map(|problem| problem.describe(lang)).collect();
        if subject == Subject::Preconisations {
            let corrected = self.preconisations.corrected.as_deref();
            notices.extend(corrected.map(|name| t!(lang, "answer-corrected", name = name)));
        } else {
            notices.extend(views::answer::remarks(&self.answer, query.text().trim(), lang));
        }
        let ignored = if subject == Subject::Preconisations { query.cite_only_fields() } else { Vec::new() };
        if !ignored.is_empty() {
            let keys: Vec<String> = ignored.iter().map(|field| format!("{}:", field.name(lang))).collect();
            notices.push(t!(lang, "tui-passed-over", count = keys.len(), keys = keys.join(" ")));
        }
        notices
    }

    /// Returns the fields whose content the query itself names: a match in the region
    /// needs no mention if the query is `region:bretagne`.
    pub fn mentioned_fields(&self) -> Vec<TextField> {
        let fields = self.query.cite_only_fields().into_iter();
        let territories = fields.filter(|field| matches!(field.values(), Values::Territory(_)));
        territories.flat_map(|field| field.texts().iter()).collect()
    }

    /// Returns the matching texts of an item.
    pub fn matches(&self, item: Item, context: Context<'_>) -> Arc<Matches> {
        self.matches.get(item, context)
    }
}

//! The matches of a query, and the texts that match.

use std::ops::Range;

use crate::locale::Lang;
use crate::search::{
    Highlighter, Index, Match, Query, Results, Search, Suggestion, TextField, TextFieldSet, Values,
    fold_text, texts_of,
};
use crate::snapshot::Cite;
use crate::t;
use crate::tui::state::{Item, Subject};
use crate::views::Context;

/// The matches of a query.
#[derive(Debug, Clone, Default)]
pub struct SearchOutcome {
    cites: Results,
    preconisations: Results,
    /// A corrected query, if nothing is found.
    pub suggestion: Option<Suggestion>,
    /// Whether the search has ended. Nothing has been searched yet by default.
    pub is_complete: bool,
}

impl SearchOutcome {
    /// Returns everything: the outcome of an empty query.
    pub fn all(query: Query, context: Context<'_>) -> Self {
        let Context { snapshot, .. } = context;
        Self {
            preconisations: Results::all(snapshot.preconisations.len(), query.clone()),
            cites: Results::all(snapshot.cites.len(), query),
            suggestion: None,
            is_complete: true,
        }
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
        proceed: &mut dyn FnMut(&Search<'_>) -> bool,
    ) -> Option<Self> {
        let mut search = index.start(query, Some(&previous.cites));
        while search.step() {
            if !proceed(&search) {
                return None;
            }
        }
        let cites = search.finish();
        let preconisations = index.search_preconisations(query, context.lang);
        let suggestion = if cites.hits.is_empty() && preconisations.hits.is_empty() {
            index.suggestions(context.snapshot, query).into_iter().next()
        } else {
            None
        };
        Some(Self { cites, preconisations, suggestion, is_complete: true })
    }

    /// Returns what a search has found so far, or `None` if that is nothing.
    pub fn partial(search: &Search<'_>) -> Option<Self> {
        let cites = search.results();
        (!cites.hits.is_empty()).then(|| Self { cites, ..Self::default() })
    }

    /// Returns whether this is the complete outcome of `query`.
    pub fn answers(&self, query: &Query) -> bool {
        self.is_complete && self.query() == query
    }

    /// Returns the query.
    pub const fn query(&self) -> &Query {
        self.cites.query()
    }

    /// Returns the indices of the Cités, the best match first.
    pub fn cites(&self) -> impl ExactSizeIterator<Item = usize> {
        self.cites.hits.iter().map(|hit| hit.row())
    }

    /// Returns the indices of the préconisations, the best match first.
    pub fn preconisations(&self) -> impl ExactSizeIterator<Item = usize> {
        self.preconisations.hits.iter().map(|hit| hit.row())
    }

    /// Returns the best match of a subject, if it has matches.
    pub fn best(&self, subject: Subject) -> Option<Item> {
        match subject {
            Subject::Cites => self.cites().next().map(Item::Cite),
            Subject::Preconisations => self.preconisations().next().map(Item::Preconisation),
            Subject::Snapshot => None,
        }
    }

    /// Returns notices about the query: invalid values, and filters that `subject`
    /// ignores.
    pub fn notices(&self, lang: Lang, subject: Subject) -> Vec<String> {
        let query = self.cites.query();
        let mut notices: Vec<String> =
            query.problems().iter().map(|problem| problem.describe(lang)).collect();
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
        let fields = self.cites.query().cite_only_fields().into_iter();
        let territories = fields.filter(|field| matches!(field.values(), Values::Territory(_)));
        territories.flat_map(|field| field.texts().iter()).collect()
    }

    /// Returns a highlighter for the lines on the screen.
    pub fn highlighter(&self) -> Highlighter {
        Highlighter::new(self.cites.query())
    }
}

/// The matching texts of one item.
#[derive(Debug, Default)]
pub struct Matches(Vec<Match>);

impl Matches {
    /// Finds the matches in an item.
    pub fn of(highlighter: &Highlighter, item: Item, context: Context<'_>) -> Self {
        let Context { snapshot, lang, .. } = context;
        let found = match item {
            Item::Cite(place) => snapshot.cites.get(place).map(|cite| highlighter.cite(snapshot, cite)),
            Item::Preconisation(place) => {
                snapshot.preconisations.get(place).map(|item| highlighter.preconisation(item, lang))
            }
            _ => None,
        };
        Self(found.unwrap_or_default())
    }

    /// Returns the matches in the nth text of a field, as byte ranges.
    pub fn ranges(&self, field: TextField, item: usize) -> &[Range<usize>] {
        let found = self.0.iter().find(|found| found.field == field && found.item == item);
        found.map_or(&[], |found| &found.ranges)
    }

    /// Returns the best match in a Cité outside of the `shown` fields, unless these
    /// contain the same text: its field, its text, and the byte ranges.
    pub fn elsewhere<'a>(
        &'a self,
        cite: &'a Cite,
        shown: &[TextField],
        context: Context<'a>,
    ) -> Option<(TextField, &'a str, &'a [Range<usize>])> {
        let parts = |found: &Match| {
            let text = text_of(cite, found.field, found.item, context).unwrap_or_default();
            let parts = found.ranges.iter().filter_map(|range| text.get(range.clone()));
            parts.map(fold_text).collect::<Vec<_>>()
        };
        let is_shown = |found: &&Match| shown.contains(&found.field);
        let seen: Vec<String> = self.0.iter().filter(is_shown).flat_map(parts).collect();
        let tells_more =
            |found: &&Match| !parts(found).iter().all(|part| seen.iter().any(|seen| seen.contains(part)));
        let hidden = self.0.iter().filter(|found| !is_shown(found));
        let best = hidden.filter(tells_more).max_by_key(|found| found.score)?;
        Some((best.field, text_of(cite, best.field, best.item, context)?, &best.ranges))
    }
}

/// Returns the text at an index of a field of a Cité, unchanged.
pub fn text_of<'a>(cite: &'a Cite, field: TextField, index: usize, context: Context<'a>) -> Option<&'a str> {
    texts_of(cite, context.snapshot, TextFieldSet::of(&[field])).get(index).copied()
}

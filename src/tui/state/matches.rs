//! The texts of an item that match a query, kept from one frame to the next.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use crate::locale::Lang;
use crate::search::{Highlighter, Match, TextField, fold_text, text_of};
use crate::snapshot::Cite;
use crate::tui::state::Item;
use crate::views::Context;

/// The matching texts of one item.
#[derive(Debug, Default)]
pub struct Matches(Vec<Match>);

impl Matches {
    /// Finds the matches in an item.
    fn of(highlighter: &Highlighter, item: Item, context: Context<'_>) -> Self {
        let Context { snapshot, lang, .. } = context;
        let found = match item {
            Item::Cite(index) => Some(highlighter.cite(snapshot, index)),
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
            let text = text_of(cite, found.field, found.item, context.snapshot).unwrap_or_default();
            let parts = found.ranges.iter().filter_map(|range| text.get(range.clone()));
            parts.map(fold_text).collect::<Vec<_>>()
        };
        let is_shown = |found: &&Match| shown.contains(&found.field);
        let seen: Vec<String> = self.0.iter().filter(is_shown).flat_map(parts).collect();
        let tells_more =
            |found: &&Match| !parts(found).iter().all(|part| seen.iter().any(|seen| seen.contains(part)));
        let hidden = self.0.iter().filter(|found| !is_shown(found));
        let best = hidden.filter(tells_more).max_by_key(|found| found.score)?;
        Some((best.field, text_of(cite, best.field, best.item, context.snapshot)?, &best.ranges))
    }
}

/// The most items whose matches are kept: many screens of them.
const MAX_CACHED: usize = 1 << 10;

/// The matches of one outcome, found when an item is first drawn.
#[derive(Debug, Default)]
pub struct MatchesCache {
    highlighter: Highlighter,
    of_items: Mutex<HashMap<(Item, Lang), Arc<Matches>>>,
}

impl MatchesCache {
    /// Returns an empty cache of what a highlighter finds.
    pub fn new(highlighter: Highlighter) -> Self {
        Self { highlighter, of_items: Mutex::default() }
    }

    /// Returns the matches in an item.
    pub fn get(&self, item: Item, context: Context<'_>) -> Arc<Matches> {
        let mut of_items = self.of_items.lock().unwrap_or_else(PoisonError::into_inner);
        if of_items.len() >= MAX_CACHED {
            of_items.clear();
        }
        let matches = of_items.entry((item, context.lang));
        Arc::clone(matches.or_insert_with(|| Arc::new(Matches::of(&self.highlighter, item, context))))
    }
}

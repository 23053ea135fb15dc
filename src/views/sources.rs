//! The sources of a snapshot, and how often it cites each of them.

use std::collections::BTreeMap;
use std::iter;

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::card::{Card, Entry, Section};
use super::column::columns;
use super::rows::SnapshotRow;
use crate::locale::Lang;
use crate::snapshot::{Cite, Snapshot, Source};

/// A source and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceUse {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// How many values of the snapshot name it.
    pub uses: usize,
    /// How many Cités name it in a field of their own.
    pub cites: usize,
}

/// Lists every source of the snapshot with its uses, in the order of the snapshot.
///
/// ```
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::sources::uses;
///
/// let snapshot = embedded()?;
/// let uses = uses(&snapshot);
/// assert_eq!(uses.len(), snapshot.sources.len());
/// assert!(uses.iter().all(|source| source.uses >= source.cites));
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
pub fn uses(snapshot: &Snapshot) -> Vec<SourceUse> {
    uses_of(&snapshot.cites.iter().collect::<Vec<_>>(), true, snapshot)
}

/// Lists every source of the snapshot with its uses in these Cités and, if `whole`, outside of the
/// Cités.
pub fn uses_of(listed: &[&Cite], whole: bool, snapshot: &Snapshot) -> Vec<SourceUse> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let mut cites: BTreeMap<&str, usize> = BTreeMap::new();
    for cite in listed {
        let mut ids: Vec<&str> = cite.statements().map(|statement| statement.source.as_str()).collect();
        ids.iter().for_each(|id| *uses.entry(id).or_default() += 1);
        ids.sort_unstable();
        ids.dedup();
        ids.iter().for_each(|id| *cites.entry(id).or_default() += 1);
    }
    for id in snapshot.sources_outside_cites().filter(|_| whole) {
        *uses.entry(id).or_default() += 1;
    }
    let count = |counts: &BTreeMap<&str, usize>, id: &str| counts.get(id).copied().unwrap_or(0);
    snapshot
        .sources
        .iter()
        .map(|source| SourceUse {
            uses: count(&uses, &source.id),
            cites: count(&cites, &source.id),
            source: source.clone(),
        })
        .collect()
}

impl SnapshotRow for SourceUse {
    fn all(snapshot: &Snapshot) -> Vec<Self> {
        uses(snapshot)
    }

    fn text(&self, _lang: Lang) -> String {
        let Source { id, title, url, .. } = &self.source;
        format!("{id} {title} {url}")
    }
}

/// Returns the card of a source.
pub fn card(row: &SourceUse, context: Context<'_>) -> Card {
    let fact = |column| Entry::of(column, row, context);
    let address = fact(SourceColumn::Title).url(&row.source.url);
    let facts = [SourceColumn::Date, SourceColumn::Uses, SourceColumn::Cites].map(fact);
    let top = Section::top(iter::once(address).chain(facts));
    Card::new(row.source.title.clone(), row.source.id.clone(), [top])
}

columns! {
    /// A column of the listing of sources.
    pub enum SourceColumn: Info of SourceUse {
        /// Its id.
        Id = Info::new("id", |row, _| row.source.id.as_str().into());
        /// Its title.
        Title = Info::new("title", |row, _| row.source.title.as_str().into()).link(|row| Some(&row.source.url));
        /// The date of publication.
        Date = Info::new("date", |row, _| row.source.date.into());
        /// The number of values that cite it.
        Uses = Info::right("uses", |row, _| row.uses.into());
        /// The number of Cités that cite it.
        Cites = Info::right("cites", |row, _| row.cites.into());
        /// Its address.
        Url = Info::new("url", |row, _| row.source.url.as_str().into()).link(|row| Some(&row.source.url));
    }
}

impl SourceColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[Self::Id, Self::Uses, Self::Date, Self::Title, Self::Url];
}

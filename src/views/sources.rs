//! Sources, and how often the snapshot leans on each.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{Card, Entry, Section};
use super::{Align, Column, Context, SortKey, time, words};
use crate::locale::Lang;
use crate::snapshot::{Cite, Snapshot, Source};
use crate::t;

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

/// Every source of the snapshot with its uses, in the order of the snapshot.
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

/// Every source of the snapshot with its uses in these Cités and, if `whole`,
/// outside of the Cités.
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
    for id in snapshot.sources_of_the_whole().filter(|_| whole) {
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

/// The card of a source.
pub fn card(row: &SourceUse, context: Context<'_>) -> Card {
    let fact = |column: SourceColumn| Entry {
        name: column.title(context.lang),
        text: Some(column.text(row, context)),
        ..Entry::default()
    };
    let address = Entry { url: Some(row.source.url.clone()), ..fact(SourceColumn::Title) };
    let facts = [SourceColumn::Date, SourceColumn::Uses, SourceColumn::Cites].map(fact);
    let entries = [vec![address], facts.to_vec()].concat();
    Card {
        title: row.source.title.clone(),
        subtitle: row.source.id.clone(),
        sections: vec![Section { heading: String::new(), entries }],
    }
}

/// A column of the listing of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceColumn {
    /// Its id.
    Id,
    /// Its title.
    Title,
    /// When it was published.
    Date,
    /// How many values name it.
    Uses,
    /// How many Cités name it.
    Cites,
    /// Its address.
    Url,
}

impl SourceColumn {
    /// What the listing shows unless asked otherwise.
    pub const DEFAULT: &'static [Self] = &[Self::Id, Self::Uses, Self::Date, Self::Title, Self::Url];
}

impl Column for SourceColumn {
    type Row = SourceUse;

    const ALL: &'static [Self] = &[Self::Id, Self::Title, Self::Date, Self::Uses, Self::Cites, Self::Url];

    fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Date => "date",
            Self::Uses => "uses",
            Self::Cites => "cites",
            Self::Url => "url",
        }
    }

    fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    fn text(self, row: &SourceUse, context: Context<'_>) -> String {
        let lang = context.lang;
        let source = &row.source;
        match self {
            Self::Id => source.id.clone(),
            Self::Title => source.title.clone(),
            Self::Date => source.date.map_or_else(|| words::unknown(lang), |date| time::date(lang, date)),
            Self::Uses => lang.number(row.uses as u64),
            Self::Cites => lang.number(row.cites as u64),
            Self::Url => source.url.clone(),
        }
    }

    fn value(self, row: &SourceUse, context: Context<'_>) -> String {
        match self {
            Self::Date => {
                row.source.date.map_or_else(|| words::unknown(context.lang), |date| date.to_string())
            }
            Self::Uses => row.uses.to_string(),
            Self::Cites => row.cites.to_string(),
            _ => self.text(row, context),
        }
    }

    fn link(self, row: &SourceUse) -> Option<String> {
        matches!(self, Self::Title | Self::Url).then(|| row.source.url.clone())
    }

    fn key(self, row: &SourceUse, _: Context<'_>) -> SortKey {
        let number = |number: usize| SortKey::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match self {
            Self::Id => SortKey::text(&row.source.id),
            Self::Title => SortKey::text(&row.source.title),
            Self::Date => row.source.date.map_or(SortKey::Unknown, super::date_key),
            Self::Uses => number(row.uses),
            Self::Cites => number(row.cites),
            Self::Url => SortKey::text(&row.source.url),
        }
    }

    fn align(self) -> Align {
        match self {
            Self::Uses | Self::Cites => Align::Right,
            _ => Align::Left,
        }
    }
}

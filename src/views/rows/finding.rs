//! Rows of the findings of the evaluation.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::SnapshotRow;
use crate::locale::Lang;
use crate::snapshot::{Finding, Snapshot};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Context, SortKey, joined, labels};

/// A finding of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct FindingRow(pub Finding);

impl SnapshotRow for FindingRow {
    fn all(snapshot: &Snapshot) -> Vec<Self> {
        snapshot.findings().iter().cloned().map(Self).collect()
    }

    fn text(&self, lang: Lang) -> String {
        let Self(finding) = self;
        let kind = labels::finding_kind(lang, finding.kind);
        [&finding.id, finding.text.get(lang), &kind, &finding.sources.join(" ")].map(|text| &**text).join(" ")
    }
}

columns! {
    /// A column of the listing of findings.
    pub enum FindingColumn: Info of FindingRow {
        /// Its id.
        Id = Info::new("id", |row, _| row.0.id.as_str().into());
        /// Added value or limit.
        Kind = Info::new("kind", |row, context| labels::finding_kind(context.lang, row.0.kind).into())
            .key(|row, _| SortKey::Number(row.0.kind as i64));
        /// Its text.
        Text = Info::new("text", |row, context| row.0.text.get(context.lang).as_str().into());
        /// Ids of its sources.
        Sources = Info::new("sources", |row, _| joined(row.0.sources.iter().map(String::as_str)).into());
    }
}

impl FindingColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[Self::Id, Self::Kind, Self::Text, Self::Sources];
}

/// Returns the card of a finding.
pub fn card(row: &FindingRow, context: Context<'_>) -> Card {
    let columns = [FindingColumn::Text, FindingColumn::Sources];
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    Card::new(row.0.id.clone(), labels::finding_kind(context.lang, row.0.kind), [top])
}

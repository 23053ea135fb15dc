//! Rows of evidence: what sources say about the fields of Cités.

use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

use super::row::{CiteRow, cite_label};
use crate::snapshot::{Cite, CiteField, Snapshot, Statement};
use crate::t;
use crate::views::Context;
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;

/// A statement of a source about a field of a Cité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceRow {
    /// Id of the Cité.
    pub cite: String,
    /// The field, by its name in the snapshot.
    pub field: &'static str,
    /// Id of the source.
    pub source: SmolStr,
    /// The statement, in the words of the maintainers of the data.
    pub says: String,
}

impl CiteRow for EvidenceRow {
    fn of_cite(cite: &Cite, _snapshot: &Snapshot) -> Vec<Self> {
        let of_field = |field: CiteField| {
            field.statements(cite).iter().map(move |statement: &Statement| Self {
                cite: cite.id.clone(),
                field: field.name(),
                source: statement.source.clone(),
                says: statement.says.clone(),
            })
        };
        CiteField::ALL.into_iter().flat_map(of_field).collect()
    }
}

columns! {
    /// A column of the listing of evidence.
    pub enum EvidenceColumn: Info of EvidenceRow {
        /// Id of the Cité.
        CiteId = Info::new("cite-id", |row, _| row.cite.as_str().into());
        /// Label of the Cité.
        Label = Info::new("label", |row, context| cite_label(&row.cite, context));
        /// The field.
        Field = Info::new("field", |row, context| {
            t!(context.lang, &format!("query-of-{}", row.field.replace('_', "-"))).into()
        });
        /// Id of the source.
        Source = Info::new("source", |row, _| row.source.as_str().into());
        /// What the source says.
        Says = Info::new("says", |row, _| row.says.as_str().into());
    }
}

impl EvidenceColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[Self::Label, Self::Field, Self::Source, Self::Says];
}

/// Returns the card of a statement.
pub fn card(row: &EvidenceRow, context: Context<'_>) -> Card {
    let columns = [EvidenceColumn::Field, EvidenceColumn::Source, EvidenceColumn::Says];
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    let label = context.snapshot.cite(&row.cite).map_or(&*row.cite, |cite| cite.display_label());
    Card::new(label.to_owned(), row.cite.clone(), [top])
}

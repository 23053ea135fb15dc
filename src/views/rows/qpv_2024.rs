//! Rows of quartiers of 2024.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{CiteRow, cite_label};
use crate::snapshot::{Cite, Qpv2024, Qpv2024Link, Snapshot};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Context, SortKey, joined, labels};

/// A quartier of 2024 that stands where a Cité's quartiers stood. The link is derived: the experiment
/// ran on the perimeters of 2015.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Qpv2024Row {
    /// Id of the Cité.
    pub cite: String,
    /// What links the quartier to the Cité.
    pub link: Qpv2024Link,
    /// The quartier; `null` if the snapshot does not have it.
    pub quartier: Option<Qpv2024>,
}

impl CiteRow for Qpv2024Row {
    fn of_cite(cite: &Cite, snapshot: &Snapshot) -> Vec<Self> {
        let row = |link: &Qpv2024Link| Self {
            cite: cite.id.clone(),
            link: link.clone(),
            quartier: snapshot.qpv_2024(&link.code).cloned(),
        };
        cite.qpvs_2024().iter().map(row).collect()
    }
}

columns! {
    /// A column of the listing of quartiers of 2024.
    pub enum Qpv2024Column: Info of Qpv2024Row {
        /// Id of the Cité.
        CiteId = Info::new("cite-id", |row, _| row.cite.as_str().into());
        /// Label of the Cité.
        Label = Info::new("label", |row, context| cite_label(&row.cite, context));
        /// Code of the quartier.
        Code = Info::new("code", |row, _| row.link.code.as_str().into());
        /// Name of the quartier.
        Name = Info::new("name", |row, _| row.quartier.as_ref().map(|qpv| qpv.name.as_str()).into());
        /// Its perimeter, compared with those of 2015.
        Status = Info::new("status", |row, context| {
            row.quartier.as_ref().map(|qpv| labels::qpv_2024_status(context.lang, qpv.status)).into()
        })
        .key(|row, _| row.quartier.as_ref().map(|qpv| qpv.status as i64).into());
        /// Why it is linked to the Cité.
        Basis = Info::new("basis", |row, context| {
            labels::qpv_2024_basis(context.lang, row.link.basis).into()
        })
        .key(|row, _| SortKey::Number(row.link.basis as i64));
        /// Codes of its predecessors among the quartiers of the Cité.
        Predecessors = Info::new("predecessors", |row, _| {
            joined(row.link.predecessors.iter().map(|code| code.as_str())).into()
        });
    }
}

impl Qpv2024Column {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] =
        &[Self::Label, Self::Code, Self::Name, Self::Status, Self::Basis, Self::Predecessors];
}

/// Returns the card of a quartier of 2024.
pub fn card(row: &Qpv2024Row, context: Context<'_>) -> Card {
    let columns = Qpv2024Column::ALL.into_iter();
    let columns = columns.filter(|column| !matches!(column, Qpv2024Column::Code | Qpv2024Column::Name));
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    let code = row.link.code.to_string();
    let name = row.quartier.as_ref().map_or_else(|| code.clone(), |qpv| qpv.name.to_string());
    Card::new(name, code, [top])
}

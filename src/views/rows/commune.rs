//! Rows of communes.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{CiteRow, cite_label};
use crate::snapshot::{Cite, Commune, Snapshot};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Cell, Context, SortKey, labels};

/// A commune of a Cité.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CommuneRow {
    /// Id of the Cité.
    pub cite: String,
    /// The commune.
    #[serde(flatten)]
    pub commune: Commune,
}

impl CiteRow for CommuneRow {
    fn of_cite(cite: &Cite, _snapshot: &Snapshot) -> Vec<Self> {
        let row = |commune: &Commune| Self { cite: cite.id.clone(), commune: commune.clone() };
        cite.communes().iter().map(row).collect()
    }
}

columns! {
    /// A column of the listing of communes.
    pub enum CommuneColumn: Info of CommuneRow {
        /// Id of the Cité.
        CiteId = Info::new("cite-id", |row, _| row.cite.as_str().into());
        /// Label of the Cité.
        Label = Info::new("label", |row, context| cite_label(&row.cite, context));
        /// INSEE code of the commune.
        Code = Info::new("code", |row, _| row.commune.insee.as_str().into());
        /// Name of the commune.
        Name = Info::new("name", |row, _| row.commune.name.as_str().into());
        /// Why it is one of the communes of the Cité.
        Basis = Info::new("basis", |row, context| {
            labels::commune_basis(context.lang, row.commune.basis).into()
        })
        .key(|row, _| SortKey::Number(row.commune.basis as i64));
        /// Code of its department.
        Department = Info::new("department", |row, _| row.commune.department.as_str().into());
        /// Name of its region.
        Region = Info::new("region", |row, context| {
            let code = row.commune.region.as_str();
            context.snapshot.region(code).map_or(code, |region| &region.name).into()
        });
        /// Name of its EPCI.
        Epci = Info::new("epci", |row, _| row.commune.epci.name.as_str().into());
        /// Name of its établissement public territorial, in Grand Paris only.
        Ept = Info::new("ept", |row, _| row.commune.ept.as_ref().map(|ept| ept.name.as_str()).into());
        /// Its inhabitants.
        Population = Info::right("commune-population", |row, _| Cell::Count(row.commune.population_2020.into()));
        /// Name of its contrat de ville.
        Contract = Info::new("contract", |row, context| {
            let code = row.commune.contract.as_deref();
            code.map(|code| context.snapshot.contract(code).map_or(code, |contract| &contract.name)).into()
        });
    }
}

impl CommuneColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] =
        &[Self::Label, Self::Code, Self::Name, Self::Basis, Self::Population, Self::Epci];
}

/// Returns the card of a commune.
pub fn card(row: &CommuneRow, context: Context<'_>) -> Card {
    let columns = CommuneColumn::ALL.into_iter();
    let columns = columns.filter(|column| !matches!(column, CommuneColumn::Code | CommuneColumn::Name));
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    Card::new(row.commune.name.to_string(), row.commune.insee.to_string(), [top])
}

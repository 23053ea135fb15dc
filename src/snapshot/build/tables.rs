//! The source tables: one row each, with their columns.

use std::path::Path;

use serde_json::Value;

use crate::snapshot::cite_field::CiteField;
use crate::snapshot::model::{
    Carrier, CarrierType, CommuneBasis, LabelDateBasis, Qpv2024Basis, Qpv2024Status, Scale, Wave,
};
use crate::snapshot::problem::Problems;
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::value::{self, EPCI_TYPES, LATITUDE, LONGITUDE, PERCENTAGE, WAVE_WORDS};
use crate::snapshot::table::{Column, Format, Kind, Table};

use Column as C;

/// The Cités.
pub(in crate::snapshot) const CITES: Format = Format::source_table(
    "cites.csv",
    Entity::Cite,
    &["id"],
    &[
        C::required("id", Kind::Value(&value::CITE)),
        C::required("label", Kind::Text),
        C::optional("display_label", Kind::Text),
        C::required("scale", Kind::Words(|| Scale::ALL.map(Scale::code).to_vec())),
        C::required("wave", Kind::Words(|| WAVE_WORDS.to_vec())),
        C::required("wave_evidence", Kind::Words(|| Wave::EVIDENCE.to_vec())),
        C::required("label_date", Kind::Date),
        C::required(
            "label_date_basis",
            Kind::Words(|| LabelDateBasis::ALL.map(LabelDateBasis::code).to_vec()),
        ),
        C::optional("launch_date", Kind::Date),
        C::optional("themes", Kind::Text),
        C::optional("later", Kind::Text),
        C::optional("note", Kind::Text),
    ],
);

/// The bodies that carry Cités.
pub(in crate::snapshot) const CARRIERS: Format = Format::source_table(
    "carriers.csv",
    Entity::Carrier,
    &["cite_id"],
    &[
        C::required("cite_id", Kind::Link(Entity::Cite)),
        C::required("name", Kind::Text),
        C::optional("detail", Kind::Text),
        C::required("type", Kind::Words(|| CarrierType::ALL.map(CarrierType::code).to_vec())),
        C::required("evidence", Kind::Words(|| Carrier::EVIDENCE.to_vec())),
        C::optional("siren", Kind::Value(&value::SIREN)),
    ],
);

/// What sources say of the fields of Cités.
pub(in crate::snapshot) const EVIDENCE: Format = Format::source_table(
    "evidence.csv",
    Entity::Statement,
    &["cite_id", "field", "source_id", "says"],
    &[
        C::required("cite_id", Kind::Link(Entity::Cite)),
        C::required("field", Kind::Words(sourced_fields)),
        C::required("source_id", Kind::Link(Entity::Source)),
        C::required("says", Kind::Text),
    ],
);

/// Figures that sources give of single Cités.
pub(in crate::snapshot) const CITE_FIGURES: Format = Format::source_table(
    "cite_figures.csv",
    Entity::CiteFigure,
    &["cite_id", "what", "date", "source_id"],
    &[
        C::required("cite_id", Kind::Link(Entity::Cite)),
        C::required("what", Kind::Text),
        C::required("value", Kind::Text),
        C::optional("date", Kind::Date),
        C::required("source_id", Kind::Link(Entity::Source)),
    ],
);

/// The communes.
pub(in crate::snapshot) const COMMUNES: Format = Format::source_table(
    "communes.csv",
    Entity::Commune,
    &["insee"],
    &[
        C::required("insee", Kind::Value(&value::COMMUNE)),
        C::required("name", Kind::Text),
        C::required("department", Kind::Link(Entity::Department)),
        C::required("region", Kind::Link(Entity::Region)),
        C::required("epci_siren", Kind::Value(&value::SIREN)),
        C::required("epci_name", Kind::Text),
        C::required("epci_type", Kind::Words(|| EPCI_TYPES.to_vec())),
        C::optional("ept_siren", Kind::Value(&value::SIREN)),
        C::optional("ept_name", Kind::Text),
        C::required("population_2020", Kind::Integer),
        C::required("lon", Kind::Number(LONGITUDE)),
        C::required("lat", Kind::Number(LATITUDE)),
    ],
);

/// The communes that a Cité covers, and why.
pub(in crate::snapshot) const CITE_COMMUNES: Format = Format::source_table(
    "cite_communes.csv",
    Entity::Link,
    &["cite_id", "insee"],
    &[
        C::required("cite_id", Kind::Link(Entity::Cite)),
        C::required("insee", Kind::Link(Entity::Commune)),
        C::required("basis", Kind::Words(|| CommuneBasis::ALL.map(CommuneBasis::code).to_vec())),
    ],
);

/// The quartiers prioritaires of 2015.
pub(in crate::snapshot) const QPVS: Format = Format::source_table(
    "qpvs.csv",
    Entity::Qpv,
    &["code"],
    &[C::required("code", Kind::Value(&value::QPV)), C::required("name", Kind::Text)],
);

/// The quartiers of 2015 that a Cité covers.
pub(in crate::snapshot) const CITE_QPVS: Format = Format::source_table(
    "cite_qpvs.csv",
    Entity::Link,
    &["cite_id", "qpv_code"],
    &[C::required("cite_id", Kind::Link(Entity::Cite)), C::required("qpv_code", Kind::Link(Entity::Qpv))],
);

/// Statistics of the quartiers of 2015. An empty cell is a value that the Insee does not publish.
pub(in crate::snapshot) const QPV_STATS: Format = Format::source_table(
    "qpv_stats.csv",
    Entity::QpvStats,
    &["qpv_code"],
    &[
        C::required("qpv_code", Kind::Link(Entity::Qpv)),
        C::optional("population_2018", Kind::Integer),
        C::optional("employment_rate_15_64_2018", Kind::Number(PERCENTAGE)),
        C::optional("employment_rate_women_15_64_2018", Kind::Number(PERCENTAGE)),
        C::optional("limited_term_share_2018", Kind::Number(PERCENTAGE)),
        C::optional("jobseekers_abc_2021", Kind::Integer),
        C::optional("jobseekers_abc_women_2021", Kind::Integer),
        C::optional("jobseekers_abc_under25_2021", Kind::Integer),
        C::optional("jobseekers_abc_50plus_2021", Kind::Integer),
        C::optional("jobseekers_abc_1year_plus_2021", Kind::Integer),
        C::optional("jobseekers_abc_below_cap_2021", Kind::Integer),
        C::optional("poverty_rate_2018", Kind::Number(PERCENTAGE)),
        C::optional("median_living_standard_2018", Kind::Integer),
    ],
);

/// The quartiers in force since 2024 in the communes of Cités.
pub(in crate::snapshot) const QPVS_2024: Format = Format::source_table(
    "qpvs_2024.csv",
    Entity::Qpv2024,
    &["code"],
    &[
        C::required("code", Kind::Value(&value::QPV_2024)),
        C::required("name", Kind::Text),
        C::required("status", Kind::Words(|| Qpv2024Status::ALL.map(Qpv2024Status::code).to_vec())),
        C::required("communes", Kind::Values(&value::COMMUNE)),
        C::optional("qpv2015", Kind::Values(&value::QPV)),
    ],
);

/// The quartiers of 2024 that stand where a Cité's quartiers stood.
pub(in crate::snapshot) const CITE_QPVS_2024: Format = Format::source_table(
    "cite_qpvs_2024.csv",
    Entity::Link,
    &["cite_id", "qpv2024_code"],
    &[
        C::required("cite_id", Kind::Link(Entity::Cite)),
        C::required("qpv2024_code", Kind::Link(Entity::Qpv2024)),
        C::required("basis", Kind::Words(|| Qpv2024Basis::ALL.map(Qpv2024Basis::code).to_vec())),
        C::optional("from_qpv2015", Kind::Links(Entity::Qpv)),
    ],
);

/// The contrats de ville 2024-2030.
pub(in crate::snapshot) const CONTRACTS: Format = Format::source_table(
    "contrats_ville.csv",
    Entity::Contract,
    &["code"],
    &[
        C::required("code", Kind::Value(&value::CONTRACT)),
        C::required("name", Kind::Text),
        C::required("geo_code", Kind::Text),
        C::required("department", Kind::Link(Entity::Department)),
    ],
);

/// The contrat de ville that a commune belongs to.
pub(in crate::snapshot) const COMMUNE_CONTRACTS: Format = Format::source_table(
    "commune_contrat_ville.csv",
    Entity::Link,
    &["insee"],
    &[
        C::required("insee", Kind::Link(Entity::Commune)),
        C::required("contrat_code", Kind::Link(Entity::Contract)),
        C::required("matched_by", Kind::Words(|| vec!["commune", "epci", "ept"])),
    ],
);

/// Communes that have become a part of another one since 2023.
pub(in crate::snapshot) const COMMUNE_CHANGES: Format = Format::source_table(
    "commune_changes.csv",
    Entity::CommuneChange,
    &["insee_2023"],
    &[
        C::required("insee_2023", Kind::Link(Entity::Commune)),
        C::required("name_2023", Kind::Text),
        C::required("insee_2025", Kind::Value(&value::COMMUNE)),
        C::required("name_2025", Kind::Text),
        C::required("date", Kind::Date),
        C::required("cites", Kind::Links(Entity::Cite)),
    ],
);

/// The departments.
pub(in crate::snapshot) const DEPARTMENTS: Format = Format::source_table(
    "departments.csv",
    Entity::Department,
    &["code"],
    &[
        C::required("code", Kind::Value(&value::DEPARTMENT)),
        C::required("name", Kind::Text),
        C::required("region", Kind::Link(Entity::Region)),
    ],
);

/// The regions.
pub(in crate::snapshot) const REGIONS: Format = Format::source_table(
    "regions.csv",
    Entity::Region,
    &["code"],
    &[C::required("code", Kind::Value(&value::REGION)), C::required("name", Kind::Text)],
);

/// The sources.
pub(in crate::snapshot) const SOURCES: Format = Format::source_table(
    "sources.csv",
    Entity::Source,
    &["id"],
    &[
        C::required("id", Kind::Text),
        C::required("title", Kind::Text),
        C::required("url", Kind::Value(&value::URL)),
        C::optional("date", Kind::Date),
        C::optional("note", Kind::Text),
    ],
);

/// Every table, in the order in which problems are reported.
pub(in crate::snapshot) const ALL: [&Format; 17] = [
    &CITES,
    &CARRIERS,
    &EVIDENCE,
    &CITE_FIGURES,
    &COMMUNES,
    &CITE_COMMUNES,
    &QPVS,
    &CITE_QPVS,
    &QPV_STATS,
    &QPVS_2024,
    &CITE_QPVS_2024,
    &CONTRACTS,
    &COMMUNE_CONTRACTS,
    &COMMUNE_CHANGES,
    &SOURCES,
    &DEPARTMENTS,
    &REGIONS,
];

fn sourced_fields() -> Vec<&'static str> {
    CiteField::ALL.into_iter().filter(|field| field.is_sourced()).map(CiteField::name).collect()
}

/// The contents of every table.
pub(super) struct Tables(Vec<Table>);

impl Tables {
    /// Reads the tables of a folder, and reports what is wrong in their bytes.
    pub(super) fn read(dir: &Path, problems: &mut Problems) -> Self {
        Self(ALL.into_iter().map(|format| Table::read(dir, format, problems)).collect())
    }

    /// Returns the contents of one table.
    #[expect(
        clippy::indexing_slicing,
        reason = "the tables stand in the order of ALL, which has every format"
    )]
    pub(super) fn get(&self, format: &'static Format) -> &Table {
        let index = ALL.iter().position(|own| own.file == format.file).unwrap_or_default();
        &self.0[index]
    }

    /// Collects the ids of all tables that have ids.
    pub(super) fn known(&self) -> Known {
        let mut known = Known::default();
        for (format, table) in ALL.into_iter().zip(&self.0) {
            if let (Some(column), true) = (format.id(), format.entity != Entity::Link) {
                known.insert(table.ids(format.entity, column));
            }
        }
        known
    }
}

/// Returns the Table Schema (Frictionless Data) of every source table, with the name of its file.
pub fn table_schemas() -> Vec<(String, Value)> {
    let owner = |entity| {
        let format = ALL.into_iter().find(|format| format.entity == entity)?;
        Some((format, format.id()?))
    };
    let file = |format: &Format| format!("{}.schema.json", format.resource());
    ALL.into_iter().map(|format| (file(format), format.schema(owner))).collect()
}

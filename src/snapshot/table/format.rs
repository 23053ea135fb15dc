//! The source tables that are CSV files: what a row of each is, and its columns.

use super::Format;

const fn source_table(file: &'static str, columns: &'static [&'static str]) -> Format {
    Format { file, columns, ours: true }
}

/// A Cité.
pub(in crate::snapshot) const CITES: Format = source_table(
    "cites.csv",
    &[
        "id",
        "label",
        "scale",
        "wave",
        "wave_evidence",
        "label_date",
        "label_date_basis",
        "launch_date",
        "themes",
        "note",
    ],
);

/// The body that carries a Cité.
pub(in crate::snapshot) const CARRIERS: Format =
    source_table("carriers.csv", &["cite_id", "name", "detail", "type", "evidence"]);

/// What a source says of a field of a Cité.
pub(in crate::snapshot) const EVIDENCE: Format =
    source_table("evidence.csv", &["cite_id", "field", "source_id", "says"]);

/// A commune.
pub(in crate::snapshot) const COMMUNES: Format = source_table(
    "communes.csv",
    &[
        "insee",
        "name",
        "department",
        "region",
        "epci_siren",
        "epci_name",
        "epci_type",
        "ept_siren",
        "ept_name",
        "population_2020",
        "lon",
        "lat",
    ],
);

/// A commune that a Cité covers.
pub(in crate::snapshot) const CITE_COMMUNES: Format =
    source_table("cite_communes.csv", &["cite_id", "insee"]);

/// A quartier prioritaire.
pub(in crate::snapshot) const QPVS: Format = source_table("qpvs.csv", &["code", "name"]);

/// A quartier prioritaire that a Cité covers.
pub(in crate::snapshot) const CITE_QPVS: Format = source_table("cite_qpvs.csv", &["cite_id", "qpv_code"]);

/// A department.
pub(in crate::snapshot) const DEPARTMENTS: Format =
    source_table("departments.csv", &["code", "name", "region"]);

/// A region.
pub(in crate::snapshot) const REGIONS: Format = source_table("regions.csv", &["code", "name"]);

/// A source.
pub(in crate::snapshot) const SOURCES: Format =
    source_table("sources.csv", &["id", "title", "url", "date", "note"]);

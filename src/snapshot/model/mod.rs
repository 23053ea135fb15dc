//! The snapshot: one JSON document with everything `cites` knows.
//!
//! The types here are the file format. The JSON Schema, the loader, the
//! builder and the comparison are all derived from them, so a field is
//! described once, in its doc comment. An unknown value is `null` or an empty
//! list in the file, `None` or empty here; no value is guessed.
//!
//! Text of communes and quartiers, by far the largest part of a large
//! snapshot, is `SmolStr`, which stores a code or a short name inline.

mod carrier;
mod cite;
mod code;
mod evaluation;
mod meta;
mod programme;
mod quartier;
mod source;
mod territory;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use carrier::{Carrier, CarrierEvidence, CarrierEvidenceBy, CarrierType};
pub use cite::{
    Cite, CiteFigure, LabelDate, LabelDateBasis, Later, LaunchDate, Scale, Themes, Wave, WaveEvidence,
    WaveEvidenceBy,
};
pub use evaluation::{Finding, FindingKind, Preconisation, SubMeasure};
pub use meta::{Experiment, Licence, Meta, Origin};
pub use programme::{Figure, FigureGroup, FigureQualifier, FigureStatus, FigureValue, TimelineEvent};
pub use quartier::{
    Qpv, Qpv2024, Qpv2024Basis, Qpv2024Link, Qpv2024Status, QpvFigure, QpvFigureKind, QpvFigureScope,
    QpvStats,
};
pub use source::{Source, Statement};
pub use territory::{Commune, CommuneBasis, CommuneChange, Contract, Department, Epci, Ept, Region};

use super::coded_list::CodedList;
use super::lazy_list::LazyList;

/// The version of the format that this program writes: `MAJOR.MINOR`.
///
/// A reader accepts every minor version of the major versions it knows, and
/// ignores fields that it does not know.
pub const SCHEMA_VERSION: &str = "1.1";

/// A snapshot: the Cités, the préconisations, and the data around them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// Version of the format, `MAJOR.MINOR`.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    pub schema_version: String,
    /// The origin and the licences of the snapshot.
    pub meta: Meta,
    /// The Cités de l'emploi, in the order of their ids.
    pub cites: Vec<Cite>,
    /// The préconisations of the national evaluation, the core ones first.
    pub preconisations: Vec<Preconisation>,
    /// The findings of the evaluation: added values and limits.
    pub(crate) findings: LazyList<Finding>,
    /// National and local figures, each with its source.
    pub(crate) figures: LazyList<Figure>,
    /// Dated events of the programme, oldest first.
    pub(crate) timeline: LazyList<TimelineEvent>,
    /// The sources that the rest of the snapshot refers to by id.
    pub sources: Vec<Source>,
    /// Regions by INSEE code, with simplified outlines.
    pub regions: Vec<Region>,
    /// Departments by INSEE code.
    pub departments: Vec<Department>,
    /// Statistics of the quartiers prioritaires of 2015, by code.
    #[serde(default)]
    pub(crate) qpv_stats: CodedList<QpvStats>,
    /// The quartiers prioritaires in force since 2024 in the communes of the Cités, by code.
    #[serde(default)]
    pub(crate) qpvs_2024: CodedList<Qpv2024>,
    /// The contrats de ville 2024-2030 of the communes of the Cités, by code.
    #[serde(default)]
    pub(crate) contracts: CodedList<Contract>,
    /// Communes of the Cités that have become a part of another one since 2023.
    #[serde(default)]
    pub(crate) commune_changes: LazyList<CommuneChange>,
}

impl Snapshot {
    /// Returns the findings of the evaluation: added values and limits.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the national and local figures, each with its source.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Returns the dated events of the programme, oldest first.
    pub fn timeline(&self) -> &[TimelineEvent] {
        &self.timeline
    }

    /// Statistics of the quartiers prioritaires of 2015, by code.
    pub fn qpv_stats(&self) -> &[QpvStats] {
        &self.qpv_stats
    }

    /// The quartiers prioritaires in force since 2024 in the communes of the Cités, by code.
    pub fn qpvs_2024(&self) -> &[Qpv2024] {
        &self.qpvs_2024
    }

    /// The contrats de ville 2024-2030 of the communes of the Cités, by code.
    pub fn contracts(&self) -> &[Contract] {
        &self.contracts
    }

    /// Communes of the Cités that have become a part of another one since 2023.
    pub fn commune_changes(&self) -> &[CommuneChange] {
        &self.commune_changes
    }
}

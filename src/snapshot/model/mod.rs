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
mod source;
mod territory;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use carrier::{Carrier, CarrierEvidence, CarrierType};
pub use cite::{Cite, LabelDate, LabelDateBasis, LaunchDate, Scale, Themes, Wave, WaveEvidence};
pub use evaluation::{Finding, FindingKind, Preconisation, SubMeasure};
pub use meta::{Experiment, Licence, Meta, Origin};
pub use programme::{Figure, FigureStatus, FigureValue, TimelineEvent};
pub use source::{Source, Statement};
pub use territory::{Commune, Department, Epci, Ept, Qpv, Region};

use super::lazy_list::LazyList;

/// The version of the format that this program writes: `MAJOR.MINOR`.
///
/// A reader accepts every minor version of the major versions it knows, and
/// ignores fields that it does not know.
pub const SCHEMA_VERSION: &str = "1.0";

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
}

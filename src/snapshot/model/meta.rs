//! Where a snapshot comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::locale::Localized;
use crate::snapshot::date::PartialDate;
use crate::snapshot::localized::{Keys, Title};
use crate::snapshot::rules::value;

/// Where a snapshot comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meta {
    /// Title.
    #[serde(flatten, with = "Keys::<Title>")]
    pub title: Localized<String>,
    /// Day of the newest table the snapshot was built from.
    pub as_of: PartialDate,
    /// Start and end of the experiment.
    pub experiment: Experiment,
    /// Which sources each part of the snapshot was built from.
    pub built_from: Vec<Origin>,
    /// Licences of the data.
    pub licences: Vec<Licence>,
}

/// Start and end of the experiment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// When the programme started.
    pub start: PartialDate,
    /// Its last day.
    pub end: PartialDate,
    /// Ids of the sources that say so.
    pub sources: Vec<String>,
}

/// The sources of one part of the snapshot as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// Name of the part: `cites`, `communes`, `qpvs`, `departments`, …
    pub part: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// A licence and whom it asks to name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Licence {
    /// Name of the licence.
    pub name: String,
    /// Address of its text.
    #[schemars(regex(pattern = value::URL.pattern))]
    pub url: String,
    /// What it covers and whom it asks to name.
    pub attribution: String,
}

//! The origin and the licences of a snapshot.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::locale::Localized;
use crate::snapshot::date::PartialDate;
use crate::snapshot::localized::{Keys, Title};
use crate::snapshot::rules::value;

/// The origin and the licences of a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meta {
    /// Title.
    #[serde(flatten, with = "Keys::<Title>")]
    pub title: Localized<String>,
    /// Day of the newest table the snapshot was built from.
    pub as_of: PartialDate,
    /// Start and end of the experiment.
    pub experiment: Experiment,
    /// The sources of each part of the snapshot.
    pub built_from: Vec<Origin>,
    /// Licences of the data.
    pub licences: Vec<Licence>,
}

/// Start and end of the experiment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// The first day of the programme.
    pub start: PartialDate,
    /// Its last day.
    pub end: PartialDate,
    /// Ids of the sources of both.
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

/// A licence of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Licence {
    /// Name of the licence.
    pub name: String,
    /// Address of its text.
    #[schemars(regex(pattern = value::URL.pattern))]
    pub url: String,
    /// The data it covers, and the attribution it demands.
    pub attribution: String,
}

//! Sources, and what they say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::snapshot::date::PartialDate;
use crate::snapshot::rules::value;

/// A page or a file that something was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Id: `S07`, `C12`, `ANCT1`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Title.
    #[schemars(length(min = 1))]
    pub title: String,
    /// Address, `http` or `https`.
    #[schemars(regex(pattern = value::URL.pattern))]
    pub url: String,
    /// When it was published, where the page says so.
    pub date: Option<PartialDate>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

/// What one source says of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Id of the source.
    #[schemars(length(min = 1))]
    pub source: String,
    /// What it says, in the words of those who keep the data.
    #[schemars(length(min = 1))]
    pub says: String,
}

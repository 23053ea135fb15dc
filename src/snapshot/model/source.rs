//! Sources and their statements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::snapshot::date::PartialDate;
use crate::snapshot::rules::value;

/// A page or a file that data was taken from.
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
    /// The date of publication, if the page gives it.
    pub date: Option<PartialDate>,
    /// A remark of the maintainers of the data, in English. Often empty.
    pub note: String,
}

/// A statement of a source about a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Id of the source.
    #[schemars(length(min = 1))]
    pub source: SmolStr,
    /// The statement, in the words of the maintainers of the data.
    #[schemars(length(min = 1))]
    pub says: String,
}

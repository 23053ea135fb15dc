//! What the national evaluation recommends and found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::coded;
use crate::locale::Localized;
use crate::snapshot::localized::{Keys, Paraphrase, Text, Title};

/// A recommendation of the national evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Preconisation {
    /// Id: `R1`, `A3`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Whether it is one of the five of the evaluation's summary.
    pub core: bool,
    /// Its place, from 1.
    pub order: u32,
    /// Title.
    #[serde(flatten, with = "Keys::<Title>")]
    pub title: Localized<String>,
    /// Text, paraphrased.
    #[serde(flatten, with = "Keys::<Paraphrase>")]
    pub text: Localized<String>,
    /// Whom it speaks to, in French.
    pub addressees: Vec<String>,
    /// `deduced`, or `explicit` with who is named by the source in brackets.
    pub addressee_basis: String,
    /// Its theme, in French.
    #[schemars(length(min = 1))]
    pub theme: String,
    /// Where in its sources it stands, in English.
    pub origin: String,
    /// Ids of related recommendations.
    pub related_to: Vec<String>,
    /// Parts of it.
    pub sub_measures: Vec<SubMeasure>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

impl Preconisation {
    /// Whether the source names the addressees; otherwise they were deduced.
    pub fn addressees_are_explicit(&self) -> bool {
        self.addressee_basis.starts_with("explicit")
    }
}

/// A part of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubMeasure {
    /// Id: `R5a`.
    pub id: String,
    /// Title.
    #[serde(flatten, with = "Keys::<Title>")]
    pub title: Localized<String>,
    /// Its theme, in French.
    pub theme: String,
}

/// Something that the evaluation found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Id: `V1`, `D3`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Added value or limit.
    pub kind: FindingKind,
    /// Text.
    #[serde(flatten, with = "Keys::<Text>")]
    pub text: Localized<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

coded! {
    /// Whether a finding is an added value or a limit.
    pub enum FindingKind {
        /// Something that the Cités brought.
        AddedValue = "plus_value",
        /// Something that held them back.
        Limit = "limite",
    }
}

//! The national evaluation: its préconisations and its findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::coded;
use crate::locale::Localized;
use crate::snapshot::localized::{Keys, Paraphrase, Text, Title};

/// A préconisation (recommendation) of the national evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Preconisation {
    /// Id: `R1`, `A3`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Whether it is one of the five of the evaluation's summary.
    pub core: bool,
    /// Its position, from 1.
    pub order: u32,
    /// Title.
    #[serde(flatten, with = "Keys::<Title>")]
    pub title: Localized<String>,
    /// Text, paraphrased.
    #[serde(flatten, with = "Keys::<Paraphrase>")]
    pub text: Localized<String>,
    /// Its addressees, in French.
    pub addressees: Vec<String>,
    /// `deduced`, or `explicit` and, in brackets, the addressees that the source names.
    pub addressee_basis: String,
    /// Its theme, in French.
    #[schemars(length(min = 1))]
    pub theme: String,
    /// Where its sources have it, in English.
    pub origin: String,
    /// Ids of related préconisations.
    pub related_to: Vec<String>,
    /// Parts of it.
    pub sub_measures: Vec<SubMeasure>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark of the maintainers of the data, in English. Often empty.
    pub note: String,
}

impl Preconisation {
    /// Returns whether the source names the addressees; otherwise they are deduced.
    pub fn addressees_are_explicit(&self) -> bool {
        self.addressee_basis.starts_with("explicit")
    }
}

/// A part of a préconisation.
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

/// A finding of the evaluation.
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
    /// A remark of the maintainers of the data, in English. Often empty.
    pub note: String,
}

coded! {
    /// Whether a finding is an added value or a limit.
    pub enum FindingKind {
        /// A benefit of the Cités.
        AddedValue = "plus_value",
        /// A weakness of the Cités, or an obstacle to them.
        Limit = "limite",
    }
}

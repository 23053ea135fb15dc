//! Figures and events of the programme.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::coded;
use crate::locale::Localized;
use crate::snapshot::date::PartialDate;
use crate::snapshot::localized::{FigureLabel, Keys, Text};

/// A figure of the programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// Id: `n_cites`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The subject it belongs to.
    #[serde(default)]
    pub group: FigureGroup,
    /// The number, or the date if `unit` is `date`.
    pub value: FigureValue,
    /// Whether the number is approximate or a maximum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<FigureQualifier>,
    /// Unit, in French: `Cités`, `EUR/an`, `%`, `date`.
    pub unit: String,
    /// The year it holds for, if it holds for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// What it counts.
    #[serde(flatten, with = "Keys::<FigureLabel>")]
    pub label: Localized<String>,
    /// `national`, `local`, or `local` and the id of a Cité.
    pub scope: String,
    /// Whether a source states it, or it was computed.
    pub status: FigureStatus,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark of the maintainers of the data, in English. Often empty.
    pub note: String,
}

/// A number or a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FigureValue {
    /// A number, with the digits of the table.
    Number(serde_json::Number),
    /// A date or a word.
    Text(String),
}

coded! {
    /// The subject of a figure.
    #[derive(Default)]
    pub enum FigureGroup {
        /// What the State pays.
        Money = "money",
        /// What the Cités and their evaluation did.
        Results = "results",
        /// How the programme is organized.
        Governance = "governance",
        /// Figures around the programme.
        #[default]
        Context = "context",
    }
}

coded! {
    /// How exactly the number of a figure is known.
    pub enum FigureQualifier {
        /// It is approximate.
        About = "about",
        /// It is a maximum.
        UpTo = "up_to",
    }
}

coded! {
    /// Whether a figure was stated or computed.
    pub enum FigureStatus {
        /// A source states it.
        Stated = "stated",
        /// It was computed from what sources state.
        Derived = "derived",
    }
}

/// A dated event of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TimelineEvent {
    /// The date of the event.
    pub date: PartialDate,
    /// Text.
    #[serde(flatten, with = "Keys::<Text>")]
    pub text: Localized<String>,
    /// `national`, or `local` and the id of a Cité.
    pub scope: String,
    /// The certainty of the date, in English.
    pub certainty: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

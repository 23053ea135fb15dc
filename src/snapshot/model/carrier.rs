//! The body that carries a Cité.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::coded;
use super::source::Statement;
use crate::snapshot::rules::value;
use crate::snapshot::shrunk::shrunk;

/// The body that carries (« porte ») a Cité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Carrier {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Details that its name leaves out, in French. Often empty.
    pub detail: String,
    /// The kind of body.
    #[serde(rename = "type")]
    pub kind: CarrierType,
    /// The evidence that it carries the Cité.
    pub evidence: CarrierEvidence,
    /// The exact evidence, where format 1.0 has only a coarser word for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_by: Option<CarrierEvidenceBy>,
    /// SIREN number of an intercommunal body, nine digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = value::SIREN.pattern))]
    pub siren: Option<String>,
    /// Statements of sources about it.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

coded! {
    /// The kind of a body that carries a Cité.
    pub enum CarrierType {
        /// An intercommunal body.
        Epci = "epci",
        /// A commune.
        Commune = "commune",
        /// An actor of the public employment service (service public de l'emploi).
        Spe = "spe",
        /// An association.
        Association = "association",
        /// Services of the State.
        State = "state",
        /// A department.
        Department = "department",
        /// Another kind of body, or several together.
        Other = "other",
    }
}

coded! {
    /// The evidence that a body carries a Cité.
    pub enum CarrierEvidence {
        /// A source says that it carries or coordinates the Cité.
        Explicit = "explicit",
        /// It hires for the Cité, hosts it or presents it as its own.
        Probable = "probable",
        /// No source: the ANCT's label is the name of this body.
        Label = "label",
    }
}

coded! {
    /// Evidence for a carrier that format 1.0 calls `explicit`.
    pub enum CarrierEvidenceBy {
        /// The State paid it a grant for the Cité.
        Grant = "grant",
    }
}

impl Carrier {
    /// Every word for its evidence, the surest first.
    pub const EVIDENCE: [&'static str; 4] = [
        CarrierEvidence::Explicit.code(),
        CarrierEvidenceBy::Grant.code(),
        CarrierEvidence::Probable.code(),
        CarrierEvidence::Label.code(),
    ];

    /// Returns the most exact word for its evidence: `grant` rather than `explicit`.
    pub fn evidence_code(&self) -> &'static str {
        self.evidence_by.map_or(self.evidence.code(), CarrierEvidenceBy::code)
    }
}

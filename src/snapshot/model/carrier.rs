//! The body that carries a Cité.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::coded;
use super::source::Statement;

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
    /// Statements of sources about it.
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

//! What an import of grants takes, and what it would change.

use super::field::GrantField;
use crate::snapshot::import::tables::ChangedTable;
use crate::snapshot::input::Input;
use crate::snapshot::location::Location;
use crate::snapshot::model::CarrierType;

/// Files of grants, and the columns that they call by other names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GrantFiles {
    /// CSV or JSON.
    pub inputs: Vec<Input>,
    /// The names of columns in all of the files.
    pub columns: Vec<(GrantField, String)>,
}

/// The changes that grants make in the tables. Nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantPlan {
    /// The carriers and figures that are added or changed, by Cité.
    pub changes: Vec<GrantChange>,
    /// The grants for Cités de l'emploi that change nothing, in the order of the files.
    pub not_placed: Vec<UnplacedGrant>,
    /// The number of rows about Cités de l'emploi in the files.
    pub found: usize,
    /// The new contents of the tables that change, for [`save_all`](crate::save::save_all).
    pub tables: Vec<ChangedTable>,
}

/// One thing that changes in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantChange {
    /// Id of the Cité.
    pub cite: String,
    /// Its label.
    pub label: String,
    /// What becomes known of it.
    pub fact: GrantFact,
}

/// What becomes known of a Cité.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantFact {
    /// Its carrier.
    Carrier {
        /// The name of the body.
        name: String,
        /// Its kind, as far as its name or its SIREN tells; [`Other`](CarrierType::Other) if not.
        kind: CarrierType,
        /// The carrier in the tables before, deduced or the same body by weaker evidence.
        old_name: Option<String>,
    },
    /// The grants of one year.
    Amount {
        /// The year.
        year: u16,
        /// The sum, with its unit.
        value: String,
        /// The sum in the tables before.
        old_value: Option<String>,
    },
}

/// A grant for a Cité de l'emploi that changes nothing in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnplacedGrant {
    /// The location of the row.
    pub location: Location,
    /// The title of the action.
    pub action: String,
    /// The name of the body that received the grant.
    pub beneficiary: String,
    /// The reason.
    pub reason: NotPlaced,
}

/// The reason why a grant changes nothing in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPlaced {
    /// No Cité has own communes in the department and region of the row.
    NoCiteThere {
        /// Code of the department; may be empty.
        department: String,
    },
    /// Only the department speaks for the one Cité in it.
    OnlyDepartment {
        /// Its id.
        cite: String,
    },
    /// Several Cités may be meant.
    SeveralCites {
        /// Their ids.
        cites: Vec<String>,
    },
    /// The Cités of the contrat de ville are not in the department and region of the row.
    CodesDiffer {
        /// Code of the contract.
        contract: String,
    },
    /// The row names no beneficiary.
    NoBeneficiary,
    /// The amount is zero or was paid back.
    NoAmount,
    /// Several bodies received grants for the Cité.
    SeveralBodies {
        /// Id of the Cité.
        cite: String,
        /// The names of the bodies.
        names: Vec<String>,
    },
    /// A source names another carrier.
    OtherCarrier {
        /// Id of the Cité.
        cite: String,
        /// The name of the known carrier.
        name: String,
    },
}

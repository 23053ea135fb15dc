//! The territories that Cités cover, and those around them.

use std::cell::RefCell;
use std::sync::Arc;
use std::thread::LocalKey;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::code::coded;
use crate::snapshot::coded_list::HasCode;
use crate::snapshot::date::PartialDate;
use crate::snapshot::lazy_list::LazyList;
use crate::snapshot::rules::value;
use crate::snapshot::shared::{Known, Repeated, shared, shared_if_any};

/// A commune, as the INSEE had it in 2023.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Commune {
    /// INSEE code, five characters: `2A004`, `97209`.
    #[schemars(regex(pattern = value::COMMUNE.pattern))]
    pub insee: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
    /// Code of its department.
    #[schemars(regex(pattern = value::DEPARTMENT.pattern))]
    pub department: SmolStr,
    /// Code of its region.
    #[schemars(regex(pattern = value::REGION.pattern))]
    pub region: SmolStr,
    /// Its intercommunal body with own taxation (EPCI).
    #[serde(deserialize_with = "shared")]
    pub epci: Arc<Epci>,
    /// Its établissement public territorial, in Grand Paris only.
    #[serde(default, deserialize_with = "shared_if_any")]
    pub ept: Option<Arc<Ept>>,
    /// Municipal population of 2020, in inhabitants.
    pub population_2020: u32,
    /// Longitude of its centre, WGS 84 degrees.
    #[schemars(range(min = value::LONGITUDE.min, max = value::LONGITUDE.max))]
    pub lon: f64,
    /// Latitude of its centre, WGS 84 degrees.
    #[schemars(range(min = value::LATITUDE.min, max = value::LATITUDE.max))]
    pub lat: f64,
    /// Why it is one of the communes of the Cité. `own` if the snapshot does not say.
    #[serde(default)]
    pub basis: CommuneBasis,
    /// Code of the contrat de ville 2024-2030 that it belongs to.
    #[serde(default)]
    #[schemars(regex(pattern = value::CONTRACT.pattern))]
    pub contract: Option<SmolStr>,
}

impl Commune {
    /// Returns whether it is the Cité's own, rather than brought in by a shared quartier.
    pub fn is_own(&self) -> bool {
        self.basis == CommuneBasis::Own
    }
}

coded! {
    /// Why a commune is one of the communes of a Cité.
    #[derive(Default)]
    pub enum CommuneBasis {
        /// The label names it, or the intercommunal body or department that it belongs to.
        #[default]
        Own = "own",
        /// Only a quartier that crosses its border brings it in.
        SharedQpv = "shared_qpv",
    }
}

/// An intercommunal body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Epci {
    /// SIREN number, nine digits.
    #[schemars(regex(pattern = value::SIREN.pattern))]
    pub siren: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
    /// Legal form: `CC`, `CA`, `CU`, `METRO` or `MET69`.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = value::EPCI_TYPES))]
    pub kind: SmolStr,
}

/// An établissement public territorial of the Métropole du Grand Paris.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Ept {
    /// SIREN number, nine digits.
    #[schemars(regex(pattern = value::SIREN.pattern))]
    pub siren: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
}

impl Repeated for Epci {
    fn known() -> &'static LocalKey<Known<Self>> {
        thread_local!(static KNOWN: Known<Epci> = RefCell::default());
        &KNOWN
    }
}

impl Repeated for Ept {
    fn known() -> &'static LocalKey<Known<Self>> {
        thread_local!(static KNOWN: Known<Ept> = RefCell::default());
        &KNOWN
    }
}

/// A region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// INSEE code: `53`.
    #[schemars(regex(pattern = value::REGION.pattern))]
    pub code: String,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Simplified outline: closed rings of `[longitude, latitude]` in WGS 84
    /// degrees. Empty if there is none.
    #[schemars(inner(length(min = 4)))]
    pub(crate) outline: LazyList<Vec<[f64; 2]>>,
}

impl Region {
    /// Returns the simplified outline: closed rings of `[longitude, latitude]` in WGS 84
    /// degrees; empty if there is none.
    pub fn outline(&self) -> &[Vec<[f64; 2]>] {
        &self.outline
    }
}

/// A department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Department {
    /// INSEE code: `2A`, `35`, `974`.
    #[schemars(regex(pattern = value::DEPARTMENT.pattern))]
    pub code: String,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Code of its region.
    #[schemars(regex(pattern = value::REGION.pattern))]
    pub region: String,
    /// Simplified outline: closed rings of `[longitude, latitude]` in WGS 84
    /// degrees. Empty if there is none.
    #[serde(default)]
    #[schemars(inner(length(min = 4)))]
    pub(crate) outline: LazyList<Vec<[f64; 2]>>,
}

impl Department {
    /// Simplified outline: closed rings of `[longitude, latitude]` in WGS 84
    /// degrees. Empty if there is none.
    pub fn outline(&self) -> &[Vec<[f64; 2]>] {
        &self.outline
    }
}

/// A contrat de ville 2024-2030: the contract between the State and local bodies on the priority
/// neighbourhoods of a commune or of an intercommunal body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    /// The ANCT's code: `CN` and six characters.
    #[schemars(regex(pattern = value::CONTRACT.pattern))]
    pub code: String,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// SIREN number of the body, or INSEE code of the commune, that it covers.
    #[schemars(length(min = 1))]
    pub territory: String,
    /// Code of its department.
    #[schemars(regex(pattern = value::DEPARTMENT.pattern))]
    pub department: String,
}

impl HasCode for Contract {
    fn code(&self) -> &str {
        &self.code
    }
}

/// A commune that has become a part of another since 2023.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CommuneChange {
    /// INSEE code of 2023.
    #[schemars(regex(pattern = value::COMMUNE.pattern))]
    pub insee: String,
    /// Name of 2023.
    #[schemars(length(min = 1))]
    pub name: String,
    /// INSEE code of the commune that it is a part of now.
    #[schemars(regex(pattern = value::COMMUNE.pattern))]
    pub into_insee: String,
    /// Name of that commune.
    #[schemars(length(min = 1))]
    pub into_name: String,
    /// The date of the change.
    pub date: PartialDate,
}

//! The territories that Cités cover, and those around them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::snapshot::lazy_list::LazyList;
use crate::snapshot::rules::value;

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
    pub epci: Epci,
    /// Its établissement public territorial, in Grand Paris only.
    pub ept: Option<Ept>,
    /// Municipal population of 2020, in inhabitants.
    pub population_2020: u32,
    /// Longitude of its centre, WGS 84 degrees.
    #[schemars(range(min = value::LONGITUDE.min, max = value::LONGITUDE.max))]
    pub lon: f64,
    /// Latitude of its centre, WGS 84 degrees.
    #[schemars(range(min = value::LATITUDE.min, max = value::LATITUDE.max))]
    pub lat: f64,
}

/// An intercommunal body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ept {
    /// SIREN number, nine digits.
    #[schemars(regex(pattern = value::SIREN.pattern))]
    pub siren: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
}

/// A quartier prioritaire de la politique de la ville, 2015 perimeter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qpv {
    /// Code: `QP` and six digits, or `QP`, `2A` or `2B` and four digits.
    #[schemars(regex(pattern = value::QPV.pattern))]
    pub code: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
}

//! Finding things in a snapshot by their ids, and what follows from a Cité's communes.

use std::collections::BTreeMap;

use super::model::{Cite, Department, Origin, Preconisation, Region, Snapshot, Source};

impl Snapshot {
    /// The Cité with this id.
    pub fn cite(&self, id: &str) -> Option<&Cite> {
        self.cites.iter().find(|cite| cite.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The department with this code.
    pub fn department(&self, code: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.code == code)
    }

    /// The region with this code.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// The recommendation with this id.
    pub fn preconisation(&self, id: &str) -> Option<&Preconisation> {
        self.preconisations.iter().find(|preconisation| preconisation.id == id)
    }

    /// Ids of the sources of a whole part of the snapshot, such as `communes`.
    pub fn sources_of(&self, part: &str) -> &[String] {
        self.meta
            .built_from
            .iter()
            .find(|origin| origin.part == part)
            .map_or(&[], |origin: &Origin| &origin.sources)
    }
}

impl Cite {
    /// Codes of the departments that its communes are in, in their order, each once.
    pub fn departments(&self) -> Vec<&str> {
        once(self.communes.iter().map(|commune| commune.department.as_str()))
    }

    /// Codes of the regions that its communes are in, in their order, each once.
    pub fn regions(&self) -> Vec<&str> {
        once(self.communes.iter().map(|commune| commune.region.as_str()))
    }

    /// Inhabitants of its communes, whole communes, each once.
    pub fn population(&self) -> u64 {
        population([self])
    }

    /// Longitude and latitude in the middle of its communes, weighted by
    /// their populations; `None` without communes.
    pub fn center(&self) -> Option<[f64; 2]> {
        let weight = |population: u32| f64::from(population.max(1));
        let total: f64 = self.communes.iter().map(|commune| weight(commune.population_2020)).sum();
        let [lon, lat] = self.communes.iter().fold([0.0, 0.0], |[lon, lat], commune| {
            let share = weight(commune.population_2020) / total;
            [lon + commune.lon * share, lat + commune.lat * share]
        });
        (!self.communes.is_empty()).then_some([lon, lat])
    }
}

/// Inhabitants of all communes that these Cités cover. A commune that belongs
/// to several of them counts once.
pub fn population<'a>(cites: impl IntoIterator<Item = &'a Cite>) -> u64 {
    let communes: BTreeMap<&str, u32> = cites
        .into_iter()
        .flat_map(|cite| &cite.communes)
        .map(|commune| (commune.insee.as_str(), commune.population_2020))
        .collect();
    communes.into_values().map(u64::from).sum()
}

fn once<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut codes: Vec<&str> = codes.collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

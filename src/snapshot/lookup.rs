//! Lookups by id, and values derived from the fields of a Cité.

use std::collections::{BTreeMap, BTreeSet};

use super::cite_field::CiteField;
use super::model::{
    Cite, Commune, CommuneChange, Contract, Department, Origin, Preconisation, Qpv2024, QpvStats, Region,
    Snapshot, Source, Statement,
};

impl Snapshot {
    /// Returns the Cité with this id.
    pub fn cite(&self, id: &str) -> Option<&Cite> {
        self.cites.iter().find(|cite| cite.id == id)
    }

    /// Finds a Cité by its id as people type it: in capitals, or without leading zeros.
    pub fn cite_by_id(&self, text: &str) -> Option<&Cite> {
        let number = |id: &str| -> Option<u32> {
            let (name, number) = id.trim().split_once('-')?;
            number.parse().ok().filter(|_| name.eq_ignore_ascii_case("cde"))
        };
        let typed = number(text);
        let like = || self.cites.iter().find(|cite| typed.is_some() && number(&cite.id) == typed);
        self.cite(text).or_else(like)
    }

    /// Returns the source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Returns the department with this code.
    pub fn department(&self, code: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.code == code)
    }

    /// Returns the region with this code.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// Returns the préconisation with this id.
    pub fn preconisation(&self, id: &str) -> Option<&Preconisation> {
        self.preconisations.iter().find(|preconisation| preconisation.id == id)
    }

    /// Returns the statistics of the quartier of 2015 with this code.
    pub fn stats_of(&self, code: &str) -> Option<&QpvStats> {
        self.qpv_stats.get(code)
    }

    /// Returns the quartier of 2024 with this code.
    pub fn qpv_2024(&self, code: &str) -> Option<&Qpv2024> {
        self.qpvs_2024.get(code)
    }

    /// Returns the contrat de ville with this code.
    pub fn contract(&self, code: &str) -> Option<&Contract> {
        self.contracts.get(code)
    }

    /// Returns the change of the commune with this INSEE code of 2023.
    pub fn commune_change(&self, insee: &str) -> Option<&CommuneChange> {
        self.commune_changes.iter().find(|change| change.insee == insee)
    }

    /// Copies everything except the Cités, by far the largest part of a large snapshot.
    pub(super) fn without_cites(&self) -> Self {
        // No `..`, so that a new field of the model does not compile until it is copied.
        let Self {
            schema_version,
            meta,
            cites: _,
            preconisations,
            findings,
            figures,
            timeline,
            sources,
            regions,
            departments,
            qpv_stats,
            qpvs_2024,
            contracts,
            commune_changes,
        } = self;
        Self {
            schema_version: schema_version.clone(),
            meta: meta.clone(),
            cites: Vec::new(),
            preconisations: preconisations.clone(),
            findings: findings.clone(),
            figures: figures.clone(),
            timeline: timeline.clone(),
            sources: sources.clone(),
            regions: regions.clone(),
            departments: departments.clone(),
            qpv_stats: qpv_stats.clone(),
            qpvs_2024: qpvs_2024.clone(),
            contracts: contracts.clone(),
            commune_changes: commune_changes.clone(),
        }
    }

    /// Returns the ids of the sources of a whole part of the snapshot, such as `communes`.
    pub fn sources_of(&self, part: &str) -> &[String] {
        self.meta
            .built_from
            .iter()
            .find(|origin| origin.part == part)
            .map_or(&[], |origin: &Origin| &origin.sources)
    }
}

impl Cite {
    /// Returns its own communes: those that its label names, or that belong to the intercommunal body
    /// or department that its label names.
    pub fn own_communes(&self) -> impl Iterator<Item = &Commune> {
        self.communes.iter().filter(|commune| commune.is_own())
    }

    /// Returns the communes that only a quartier across their border brings in.
    pub fn touched_communes(&self) -> impl Iterator<Item = &Commune> {
        self.communes.iter().filter(|commune| !commune.is_own())
    }

    /// Returns whether it covers the quartier of 2015 with this code.
    pub fn has_qpv(&self, code: &str) -> bool {
        self.qpvs.iter().any(|qpv| qpv.code == code)
    }

    /// Returns the codes of the departments of its own communes, sorted, each once.
    pub fn departments(&self) -> Vec<&str> {
        sorted_unique(self.own_communes().map(|commune| commune.department.as_str()))
    }

    /// Returns the codes of the regions of its own communes, sorted, each once.
    pub fn regions(&self) -> Vec<&str> {
        sorted_unique(self.own_communes().map(|commune| commune.region.as_str()))
    }

    /// Returns the number of inhabitants of its own communes, whole, in 2020.
    pub fn commune_population(&self) -> u64 {
        commune_population([self])
    }

    /// Returns the mean longitude and latitude of its own communes in WGS 84
    /// degrees, weighted by population; `None` without any.
    pub fn center(&self) -> Option<[f64; 2]> {
        let weight = |population: u32| f64::from(population.max(1));
        let total: f64 = self.own_communes().map(|commune| weight(commune.population_2020)).sum();
        let [lon, lat] = self.own_communes().fold([0.0, 0.0], |[lon, lat], commune| {
            let share = weight(commune.population_2020) / total;
            [lon + commune.lon * share, lat + commune.lat * share]
        });
        (total > 0.0).then_some([lon, lat])
    }

    /// Returns the statements of sources about it, in the order of the fields.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        CiteField::ALL.into_iter().flat_map(|field| field.statements(self))
    }

    /// Returns the ids of its sources, each once, in the order of its statements and then of its
    /// figures: the first one is number 1 on its card.
    pub fn source_ids(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let of_statements = self.statements().map(|statement| statement.source.as_str());
        let ids = of_statements.chain(self.figures.iter().map(|figure| figure.source.as_str()));
        ids.filter(|id| seen.insert(*id)).collect()
    }
}

/// Returns the number of inhabitants, in 2020, of the own communes of these Cités, whole. A commune
/// of several of them counts once.
pub fn commune_population<'a>(cites: impl IntoIterator<Item = &'a Cite>) -> u64 {
    let communes: BTreeMap<&str, u32> = cites
        .into_iter()
        .flat_map(Cite::own_communes)
        .map(|commune| (commune.insee.as_str(), commune.population_2020))
        .collect();
    communes.into_values().map(u64::from).sum()
}

fn sorted_unique<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut codes: Vec<&str> = codes.collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    #[test]
    fn an_id_is_found_as_people_type_it() {
        let snapshot = embedded().expect("the embedded snapshot");
        for text in ["cde-007", "CDE-007", "cde-7", " cde-0007 "] {
            assert_eq!(snapshot.cite_by_id(text).map(|cite| cite.id.as_str()), Some("cde-007"), "{text}");
        }
        for text in ["", "7", "cde", "cde-", "cde-999", "xyz-7", "cde-x"] {
            assert_eq!(snapshot.cite_by_id(text), None, "{text}");
        }
    }

    #[test]
    fn a_cite_knows_its_departments_people_and_centre() {
        let snapshot = embedded().expect("the embedded snapshot");
        let gueret = snapshot.cites.iter().find(|cite| cite.label.contains("Guéret")).expect("Guéret");
        assert_eq!(gueret.departments(), ["23"]);
        assert_eq!(gueret.regions(), ["75"]);
        let [lon, lat] = gueret.center().expect("a centre");
        assert!((1.7..2.1).contains(&lon) && (46.1..46.3).contains(&lat), "{lon} {lat}");
        assert_eq!(snapshot.department("23").map(|department| department.name.as_str()), Some("Creuse"));
        assert_eq!(snapshot.region("75").map(|region| region.name.as_str()), Some("Nouvelle-Aquitaine"));
    }

    #[test]
    fn a_commune_of_several_cites_counts_once() {
        let snapshot = embedded().expect("the embedded snapshot");
        let covered = commune_population(&snapshot.cites);
        let summed: u64 = snapshot.cites.iter().map(Cite::commune_population).sum();
        assert!(covered < summed, "{covered} {summed}");
        let twice = commune_population(snapshot.cites.iter().chain(&snapshot.cites));
        assert_eq!(twice, covered);
    }

    #[test]
    fn the_sources_of_a_cite_are_numbered_in_the_order_of_its_statements() {
        let snapshot = embedded().expect("the embedded snapshot");
        let angers = snapshot.cite("cde-001").expect("cde-001");
        assert_eq!(angers.source_ids(), ["S20", "C01"]);
        assert!(angers.source_ids().iter().all(|id| snapshot.source(id).is_some()));
    }

    #[test]
    fn a_cite_without_inhabitants_has_a_plain_centre_and_without_communes_none() {
        let snapshot = embedded().expect("the embedded snapshot");
        let mut cite = snapshot.cites.first().expect("a Cité").clone();
        for (index, commune) in cite.communes.iter_mut().enumerate() {
            commune.population_2020 = 0;
            commune.lon = if index == 0 { 2.0 } else { 4.0 };
        }
        cite.communes.truncate(2);
        assert_eq!(cite.center().map(|[lon, _]| lon), Some(3.0));
        cite.communes.clear();
        assert_eq!(cite.center(), None);
    }
}

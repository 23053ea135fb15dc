//! Snapshots of a part of another.

use std::collections::BTreeSet;

use super::coded_list::{CodedList, HasCode};
use super::model::{Cite, Preconisation, Snapshot, Source};

impl Snapshot {
    /// Returns the ids of the sources that are cited outside the Cités, with repetitions.
    pub fn sources_outside_cites(&self) -> impl Iterator<Item = &str> {
        let of_parts = self.meta.built_from.iter().flat_map(|origin| &origin.sources);
        of_parts
            .chain(&self.meta.experiment.sources)
            .chain(self.preconisations.iter().flat_map(|item| &item.sources))
            .chain(self.findings.iter().flat_map(|finding| &finding.sources))
            .chain(self.figures.iter().flat_map(|figure| &figure.sources))
            .chain(self.timeline.iter().flat_map(|event| &event.sources))
            .map(String::as_str)
    }

    /// Returns a snapshot of these Cités only, with their regions, their
    /// departments and the sources they cite.
    #[must_use]
    pub fn only_cites(&self, cites: &[&Cite]) -> Self {
        let regions: BTreeSet<&str> = cites.iter().flat_map(|cite| cite.regions()).collect();
        let departments: BTreeSet<&str> = cites.iter().flat_map(|cite| cite.departments()).collect();
        let part = Self {
            cites: cites.iter().copied().cloned().collect(),
            regions: self.regions.iter().filter(|region| regions.contains(&*region.code)).cloned().collect(),
            departments: self
                .departments
                .iter()
                .filter(|department| departments.contains(&*department.code))
                .cloned()
                .collect(),
            qpv_stats: kept(&self.qpv_stats, &codes(cites, |cite| cite.qpvs().iter().map(|qpv| &*qpv.code))),
            qpvs_2024: kept(
                &self.qpvs_2024,
                &codes(cites, |cite| cite.qpvs_2024().iter().map(|link| &*link.code)),
            ),
            contracts: kept(
                &self.contracts,
                &codes(cites, |cite| {
                    cite.communes().iter().filter_map(|commune| commune.contract.as_deref())
                }),
            ),
            commune_changes: {
                let insee = codes(cites, |cite| cite.communes().iter().map(|commune| &*commune.insee));
                let changes = self.commune_changes.iter().filter(|change| insee.contains(&*change.insee));
                changes.cloned().collect::<Vec<_>>().into()
            },
            ..self.empty()
        };
        self.with_sources(part)
    }

    /// Returns a snapshot of these préconisations only, with the sources they cite.
    #[must_use]
    pub fn only_preconisations(&self, items: &[&Preconisation]) -> Self {
        self.with_sources(Self { preconisations: items.iter().copied().cloned().collect(), ..self.empty() })
    }

    /// Returns the snapshot without its lists.
    fn empty(&self) -> Self {
        Self {
            schema_version: self.schema_version.clone(),
            meta: self.meta.clone(),
            cites: Vec::new(),
            preconisations: Vec::new(),
            findings: Vec::new().into(),
            figures: Vec::new().into(),
            timeline: Vec::new().into(),
            sources: Vec::new(),
            regions: Vec::new(),
            departments: Vec::new(),
            qpv_stats: Vec::new().into(),
            qpvs_2024: Vec::new().into(),
            contracts: Vec::new().into(),
            commune_changes: Vec::new().into(),
        }
    }

    /// Adds the sources that a part of this snapshot cites.
    fn with_sources(&self, part: Self) -> Self {
        let cited: BTreeSet<&str> =
            part.cites.iter().flat_map(Cite::source_ids).chain(part.sources_outside_cites()).collect();
        let sources: Vec<Source> =
            self.sources.iter().filter(|source| cited.contains(&*source.id)).cloned().collect();
        Self { sources, ..part }
    }
}

/// Collects what `codes_of` finds in these Cités.
fn codes<'a, I: Iterator<Item = &'a str>>(
    cites: &[&'a Cite],
    codes_of: impl Fn(&'a Cite) -> I,
) -> BTreeSet<&'a str> {
    cites.iter().copied().flat_map(codes_of).collect()
}

/// Copies the items with these codes.
fn kept<T: HasCode + Clone + Send + Sync + 'static>(
    list: &CodedList<T>,
    codes: &BTreeSet<&str>,
) -> CodedList<T> {
    list.iter().filter(|item| codes.contains(item.code())).cloned().collect::<Vec<_>>().into()
}

//! The source tables that an import of grants reads or changes.

use std::path::Path;

use crate::snapshot::build::tables::{
    CARRIERS, CITE_COMMUNES, CITE_FIGURES, CITES, COMMUNE_CONTRACTS, COMMUNES, EVIDENCE, SOURCES,
};
use crate::snapshot::import::tables::{ChangedTable, Rows};
use crate::snapshot::problem::Problems;

pub(super) struct GrantTables {
    pub(super) cites: Rows,
    pub(super) communes: Rows,
    pub(super) cite_communes: Rows,
    pub(super) commune_contracts: Rows,
    pub(super) carriers: Rows,
    pub(super) cite_figures: Rows,
    pub(super) evidence: Rows,
    pub(super) sources: Rows,
}

impl GrantTables {
    /// Reads the tables of a folder and reports what is wrong in them.
    pub(super) fn read(dir: &Path, problems: &mut Problems) -> Self {
        let mut read = |format| Rows::read(dir, format, problems);
        Self {
            cites: read(&CITES),
            communes: read(&COMMUNES),
            cite_communes: read(&CITE_COMMUNES),
            commune_contracts: read(&COMMUNE_CONTRACTS),
            carriers: read(&CARRIERS),
            cite_figures: read(&CITE_FIGURES),
            evidence: read(&EVIDENCE),
            sources: read(&SOURCES),
        }
    }

    /// Returns the new contents of the tables that change.
    pub(super) fn changed(&self, dir: &Path) -> Vec<ChangedTable> {
        let tables = [&self.carriers, &self.cite_figures, &self.evidence, &self.sources];
        let changed = tables.into_iter().filter(|table| table.is_changed());
        changed.map(|table| ChangedTable { path: dir.join(table.file()), bytes: table.to_csv() }).collect()
    }
}

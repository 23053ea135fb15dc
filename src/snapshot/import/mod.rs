//! Imports the ANCT's own files into the source tables.
//!
//! The ANCT publishes which Cités there are, their labels and which communes
//! and quartiers they cover. Everything else in the tables was researched and
//! is kept: no other cell is changed, and no Cité is removed from a table.

mod grants;
mod merge;
mod messages;
mod published;
mod tables;

#[cfg(test)]
mod tests;

use std::path::Path;

pub use self::grants::{
    GrantChange, GrantFact, GrantField, GrantFiles, GrantPlan, NotPlaced, UnplacedGrant, plan_grants,
};
use self::merge::Merge;
pub use self::published::{Published, PublishedRow, read_published};
pub use self::tables::ChangedTable;
use self::tables::Tables;
use super::diff::ChangeKind;
use super::input::{DEFAULT_MAX_SIZE, Input};
use super::location::Location;
use super::problem::{Problem, Problems};

/// Required columns of `cites.csv` that the ANCT does not publish.
///
/// They are empty in the row of a new Cité. Until they are filled, `build`
/// reports each of them.
pub const TO_FILL: [&str; 5] = ["scale", "wave", "wave_evidence", "label_date", "label_date_basis"];

/// The ANCT's files to import. What a missing file would hold stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedFiles {
    /// The list of Cités, with their labels, or one row a commune.
    pub list: Option<Input>,
    /// The communes of each.
    pub communes: Option<Input>,
    /// The quartiers prioritaires of each.
    pub qpvs: Option<Input>,
}

/// The changes that an import makes in the tables. Nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// The rows that are added, renamed and removed: Cités, then communes, then quartiers.
    pub changes: Vec<ImportChange>,
    /// Rows of the files, or ids in them, that have no place in the tables.
    pub unplaced: Vec<Unplaced>,
    /// Cités of the tables that are no longer in the list. Their rows are kept,
    /// with everything that was researched, for people to decide.
    pub unlisted: Vec<UnlistedCite>,
    /// The new contents of the tables that change, for [`save_all`](crate::save::save_all).
    pub tables: Vec<ChangedTable>,
}

/// One thing that changes in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportChange {
    /// Added, renamed or removed. A new Cité has empty cells in the columns [`TO_FILL`].
    pub kind: ChangeKind,
    /// The kind of entity.
    pub entity: ImportEntity,
    /// The Cité that covers it now or no longer, if that is the change.
    pub cite: Option<String>,
    /// Its id or code.
    pub code: String,
    /// Its label or name, the new one if it is renamed.
    pub name: String,
    /// Its label or name before it was renamed.
    pub old_name: Option<String>,
}

/// An entity that an import adds, renames or removes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportEntity {
    /// A Cité.
    Cite,
    /// A commune that a Cité covers.
    Commune,
    /// A quartier prioritaire, or that a Cité covers it.
    Qpv,
}

impl ImportChange {
    fn new(kind: ChangeKind, entity: ImportEntity, code: &str, name: String) -> Self {
        Self { kind, entity, cite: None, code: code.to_owned(), name, old_name: None }
    }
}

/// A row of a published file, or one of its ids, that has no place in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// The location in the file.
    pub location: Location,
    /// Code of the commune or the quartier.
    pub code: String,
    /// Its name in the file; may be empty.
    pub name: String,
    /// The reason why it has no place.
    pub reason: UnplacedReason,
}

/// The reason why a row has no place in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnplacedReason {
    /// It names no Cité.
    NoCite,
    /// It names a Cité that is neither in the tables nor in the list.
    UnknownCite(String),
    /// `communes.csv` does not have this commune, and the ANCT does not publish
    /// what the table needs: its EPCI, its population and its coordinates.
    UnknownCommune,
}

/// A Cité of the tables that is not in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlistedCite {
    /// Its id.
    pub id: String,
    /// Its label in the tables.
    pub label: String,
}

/// Plans the import of published files into the tables in `dir`.
///
/// Each file is taken as complete: links that are in the tables and not in the
/// file are removed, except those of a Cité that is no longer in the list. In a
/// table that changes, rows are sorted by their ids and columns are in the
/// order of `data/sources/README.md`.
///
/// ```
/// use cites_emploi::save::save_all;
/// use cites_emploi::snapshot::{Input, PublishedFiles, plan_import};
///
/// # let folder = tempfile::tempdir()?;
/// # for name in ["cites", "communes", "qpvs", "cite_communes", "cite_qpvs"] {
/// #     let name = format!("{name}.csv");
/// #     std::fs::copy(format!("data/sources/{name}"), folder.path().join(&name))?;
/// # }
/// # let dir = folder.path();
/// # let list = dir.join("liste-cde.csv");
/// # std::fs::write(&list, "id_cde,lib_cde\ncde-085,Ailleurs\n")?;
/// let files = PublishedFiles { list: Some(Input::File(list)), ..PublishedFiles::default() };
/// match plan_import(&files, dir) {
///     Ok(plan) => {
///         assert_eq!(plan.changes.len(), 1, "one Cité more");
///         assert_eq!(plan.unlisted.len(), 84, "all others are kept");
///         save_all(plan.tables.iter().map(|table| (table.path.as_path(), table.bytes.as_slice())))?;
///     }
///     Err(problems) => problems.iter().for_each(|problem| eprintln!("{problem}")),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong in the files and in the tables that they change.
pub fn plan_import(files: &PublishedFiles, dir: &Path) -> Result<ImportPlan, Vec<Problem>> {
    let mut problems = Problems::default();
    let [list, communes, qpvs] = [
        (&files.list, Published::List),
        (&files.communes, Published::Communes),
        (&files.qpvs, Published::Qpvs),
    ]
    .map(|(input, kind)| input.as_ref().map(|input| read_file(kind, input, &mut problems)));
    let tables = Tables::read(dir, &mut problems);
    if !problems.list.is_empty() {
        return Err(problems.list);
    }
    let mut merge = Merge::new(tables);
    match &list {
        Some((Published::ListByCommune, rows)) => {
            merge.listed(rows.iter().flat_map(|row| &row.cites));
            merge.communes(rows);
        }
        Some((_, rows)) => merge.list(rows),
        None => {}
    }
    if let Some((_, rows)) = &communes {
        merge.communes(rows);
    }
    if let Some((_, rows)) = &qpvs {
        merge.qpvs(rows);
    }
    Ok(merge.into_plan(dir))
}

fn read_file(kind: Published, input: &Input, problems: &mut Problems) -> (Published, Vec<PublishedRow>) {
    published::read_rows(kind, input.read(DEFAULT_MAX_SIZE), &input.name(), problems)
}

//! Takes over the ANCT's own files into the source tables.
//!
//! The ANCT says which Cités there are, what they are called and which
//! communes and quartiers they cover. All else in the tables was researched
//! and is kept: no cell of it is touched, and no Cité is taken out of a table.

mod merge;
mod messages;
mod published;
mod tables;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use self::merge::Merge;
pub use self::published::{Published, PublishedRow, read_published};
use self::tables::Tables;
use super::diff::ChangeKind;
use super::input::{DEFAULT_MAX_SIZE, Input};
use super::place::Place;
use super::problem::{Problem, Problems};

/// Columns of `cites.csv` that the ANCT does not publish and that no Cité is without.
///
/// The row of a new Cité has nothing in them, since nothing is known yet;
/// until they are filled, `build` names each.
pub const TO_FILL: [&str; 5] = ["scale", "wave", "wave_evidence", "label_date", "label_date_basis"];

/// The ANCT's files that are to be taken over; what one that is not given
/// would say stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedFiles {
    /// The list of Cités.
    pub list: Option<Input>,
    /// The communes of each.
    pub communes: Option<Input>,
    /// The quartiers prioritaires of each.
    pub qpvs: Option<Input>,
}

/// What taking over the ANCT's files changes in the tables. Nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// What it adds, changes and removes: Cités, then communes, then quartiers.
    pub changes: Vec<ImportChange>,
    /// What of the files has no place in the tables.
    pub unplaced: Vec<Unplaced>,
    /// Cités of the tables that are not in the list any more. Their rows are
    /// kept with all that was researched, for people to decide.
    pub unlisted: Vec<UnlistedCite>,
    /// The tables that change, as they will be; see [`save_all`](crate::save::save_all).
    pub tables: Vec<ChangedTable>,
}

/// One thing that changes in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportChange {
    /// Added, renamed or removed. A new Cité has empty cells in the columns [`TO_FILL`].
    pub kind: ChangeKind,
    /// What it is.
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

/// What an import adds, renames or removes.
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
    /// Where it stands in the file.
    pub place: Place,
    /// Code of the commune or the quartier.
    pub code: String,
    /// Its name in the file, perhaps empty.
    pub name: String,
    /// Why it has no place.
    pub reason: UnplacedReason,
}

/// Why a row has no place in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnplacedReason {
    /// It names no Cité.
    NoCite,
    /// It names a Cité that is neither in the tables nor in the list.
    UnknownCite(String),
    /// `communes.csv` does not have this commune, and the ANCT does not say
    /// what that table needs: its EPCI, its population and where it lies.
    UnknownCommune,
}

/// A Cité of the tables that the list does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlistedCite {
    /// Its id.
    pub id: String,
    /// Its label in the tables.
    pub label: String,
}

/// A table that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedTable {
    /// Its file.
    pub path: PathBuf,
    /// The bytes that the file will have.
    pub bytes: Vec<u8>,
}

impl ImportPlan {
    /// Whether the tables stay as they are.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// What taking over published files would change in the tables of `dir`.
///
/// A file that is given is taken as whole: what the tables link and it does
/// not, is removed, except the links of a Cité that is not in the list any
/// more. Rows of a table that changes are put in the order of their ids, and
/// its columns in the order in which `data/sources/README.md` names them.
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
/// Everything that is wrong in the files and in the tables that they bear on.
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
    if let Some(rows) = &list {
        merge.list(rows);
    }
    if let Some(rows) = &communes {
        merge.communes(rows);
    }
    if let Some(rows) = &qpvs {
        merge.qpvs(rows);
    }
    Ok(merge.into_plan(dir))
}

fn read_file(kind: Published, input: &Input, problems: &mut Problems) -> Vec<PublishedRow> {
    match input.read(DEFAULT_MAX_SIZE) {
        Ok(bytes) => published::read_rows(kind, bytes, &input.name(), problems),
        Err(error) => {
            problems.add_unreadable(&input.name(), error);
            Vec::new()
        }
    }
}

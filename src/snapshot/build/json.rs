//! The source tables that are JSON files.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::snapshot::input::{DEFAULT_MAX_SIZE, Input};
use crate::snapshot::json::Cursor;
use crate::snapshot::json::JsonText;
use crate::snapshot::json::Node;
use crate::snapshot::problem::Problems;
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rules::entity::{Ids, Known, roles};
use crate::snapshot::rules::record::{Record, check_outline};
use crate::snapshot::structure;

/// The outline of a region, a row of `region_outlines.json`.
#[derive(Deserialize, JsonSchema)]
pub(super) struct RegionOutline {
    /// INSEE code of the region.
    pub(super) region: String,
    /// Closed rings of `[longitude, latitude]`.
    pub(super) rings: Vec<Vec<[f64; 2]>>,
}

/// The outline of a department, a row of `department_outlines.json`.
#[derive(Deserialize, JsonSchema)]
pub(super) struct DepartmentOutline {
    /// INSEE code of the department.
    pub(super) department: String,
    /// Closed rings of `[longitude, latitude]`.
    pub(super) rings: Vec<Vec<[f64; 2]>>,
}

/// A row with an outline.
pub(super) trait Outline {
    /// Returns its closed rings of `[longitude, latitude]`.
    fn rings(&self) -> &[Vec<[f64; 2]>];
}

impl Outline for RegionOutline {
    fn rings(&self) -> &[Vec<[f64; 2]>] {
        &self.rings
    }
}

impl Outline for DepartmentOutline {
    fn rings(&self) -> &[Vec<[f64; 2]>] {
        &self.rings
    }
}

/// Tests the rings of outlines.
pub(super) fn check_outlines<T: Outline>(records: &[Record<'_, T>], problems: &mut Problems) {
    for (at, row) in records {
        check_outline(&at.key("rings"), row.rings(), problems);
    }
}

/// Reads the rows of a file that is a list, and adds their ids to those that
/// are known. `check` gets the rows that are a `T`.
pub(super) fn list<T: JsonSchema + DeserializeOwned>(
    dir: &Path,
    name: &str,
    known: &mut Known,
    problems: &mut Problems,
    check: impl FnOnce(&[Record<'_, T>], &mut Problems),
) -> Vec<T> {
    let bytes = Input::File(dir.join(name)).read(DEFAULT_MAX_SIZE);
    let Some(text) = problems.decode(name, bytes) else { return Vec::new() };
    let document = JsonText::new(name, &text);
    let Some(root) = root(&document, problems) else { return Vec::new() };
    let root = Cursor::Root(&document, root);
    for (field, role) in roles(&T::schema_name()) {
        if let Some(entity) = role.id_of {
            known.insert(Ids::of(entity, &root, field));
        }
    }
    structure::check::<Vec<T>>(&root, known, problems);
    let records = root.read_items();
    check(&records, problems);
    records.into_iter().map(|(_, value)| value).collect()
}

/// Reads a file that is one object.
pub(super) fn object<T: JsonSchema + DeserializeOwned>(
    dir: &Path,
    name: &str,
    known: &Known,
    problems: &mut Problems,
) -> Option<T> {
    let text = problems.decode(name, Input::File(dir.join(name)).read(DEFAULT_MAX_SIZE))?;
    let document = JsonText::new(name, &text);
    let root = Cursor::Root(&document, root(&document, problems)?);
    structure::check::<T>(&root, known, problems);
    root.read()
}

fn root<'a>(document: &JsonText<'a>, problems: &mut Problems) -> Option<Node<'a>> {
    let root = Node::root(document.text).map_err(|error| ReadError::syntax(document.text, &error));
    root.map_err(|error| problems.add_unreadable(document.file, error)).ok()
}

//! The tables that are JSON files.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::snapshot::at::At;
use crate::snapshot::document::Document;
use crate::snapshot::input::{DEFAULT_MAX_SIZE, Input, decode};
use crate::snapshot::problem::Problems;
use crate::snapshot::read_error::ReadError;
use crate::snapshot::records::Record;
use crate::snapshot::structure;
use crate::snapshot::tree::Node;

/// The outline of a region, a row of `region_outlines.json`.
#[derive(Deserialize, JsonSchema)]
pub(super) struct RegionOutline {
    /// INSEE code of the region.
    pub(super) region: String,
    /// Closed rings of `[longitude, latitude]`.
    pub(super) rings: Vec<Vec<[f64; 2]>>,
}

/// The rows of a file that is a list, after `check` has seen those that are a `T`.
pub(super) fn list<T: JsonSchema + DeserializeOwned>(
    dir: &Path,
    name: &str,
    problems: &mut Problems,
    check: impl FnOnce(&[Record<'_, T>], &mut Problems),
) -> Vec<T> {
    let Some(text) = read(dir, name, problems) else { return Vec::new() };
    let document = Document::new(name, &text);
    let Some(root) = root::<Vec<T>>(&document, problems) else { return Vec::new() };
    let records = root.read_items();
    check(&records, problems);
    records.into_iter().map(|(_, value)| value).collect()
}

/// What a file holds that is one object, after `check` has seen it.
pub(super) fn object<T: JsonSchema + DeserializeOwned>(
    dir: &Path,
    name: &str,
    problems: &mut Problems,
    check: impl FnOnce(&Record<'_, T>, &mut Problems),
) -> Option<T> {
    let text = read(dir, name, problems)?;
    let document = Document::new(name, &text);
    let root = root::<T>(&document, problems)?;
    let record = (root, root.read()?);
    check(&record, problems);
    Some(record.1)
}

fn read(dir: &Path, name: &str, problems: &mut Problems) -> Option<String> {
    let bytes = Input::File(dir.join(name)).read(DEFAULT_MAX_SIZE);
    let text = bytes.and_then(|bytes| decode(bytes, DEFAULT_MAX_SIZE));
    text.map_err(|error| problems.add_unreadable(name, error)).ok()
}

/// The root of a file, after its fields and types have been checked.
fn root<'a, T: JsonSchema>(document: &'a Document<'a>, problems: &mut Problems) -> Option<At<'a>> {
    let root = Node::root(document.text).map_err(|error| ReadError::syntax(document.text, &error));
    let root = root.map_err(|error| problems.add_unreadable(document.file, error)).ok()?;
    structure::faults::<T>(document, root, problems);
    Some(At::Root(document, root))
}

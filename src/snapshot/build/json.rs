//! The tables that are JSON files.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::snapshot::document::Document;
use crate::snapshot::input::{DEFAULT_MAX_SIZE, Input, decode};
use crate::snapshot::load::{LoadError, syntax};
use crate::snapshot::problem::{Fault, Place, Problems};
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

/// The text of a file; empty, which no JSON is, where it cannot be read.
pub(super) fn read(dir: &Path, name: &str, problems: &mut Problems) -> String {
    let bytes = Input::File(dir.join(name)).read(DEFAULT_MAX_SIZE).map_err(|error| error.kind);
    bytes.and_then(|bytes| decode(bytes, DEFAULT_MAX_SIZE)).unwrap_or_else(|kind| {
        let error = LoadError { origin: name.to_owned(), kind };
        problems.add(&Place::file(name), "", Fault::Unreadable(Box::new(error)));
        String::new()
    })
}

/// The rows of a file that is a list.
pub(super) fn rows<'a, T: JsonSchema + DeserializeOwned>(
    document: &'a Document<'a>,
    problems: &mut Problems,
) -> Vec<Record<'a, T>> {
    let root = root::<Vec<T>>(document, problems);
    root.map(|root| Record::read_list(document, root, "")).unwrap_or_default()
}

/// What a file holds that is one object.
pub(super) fn object<'a, T: JsonSchema + DeserializeOwned>(
    document: &'a Document<'a>,
    problems: &mut Problems,
) -> Option<Record<'a, T>> {
    Record::read(document, root::<T>(document, problems)?, String::new())
}

/// The root of a file, after its fields and types have been checked.
fn root<'a, T: JsonSchema>(document: &'a Document<'a>, problems: &mut Problems) -> Option<Node<'a>> {
    if document.text.is_empty() {
        return None;
    }
    match Node::root(document.text) {
        Ok(root) => {
            problems.list.extend(structure::faults::<T>(document, root));
            Some(root)
        }
        Err(error) => {
            let kind = syntax(document.text, &error);
            let place = kind.place(document.file);
            let error = LoadError { origin: document.file.to_owned(), kind };
            problems.add(&place, "", Fault::Unreadable(Box::new(error)));
            None
        }
    }
}

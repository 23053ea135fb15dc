//! Loads a snapshot from its bytes: plain or gzip, with or without a byte order mark.

mod parallel;

use std::fmt;

use serde::Deserialize;

use crate::locale::Lang;
use crate::progress::Progress;
use crate::snapshot::excerpt::Excerpt;
use crate::snapshot::input::{Input, decode};
use crate::snapshot::json::Cursor;
use crate::snapshot::json::JsonText;
use crate::snapshot::json::Node;
use crate::snapshot::model::{SCHEMA_VERSION, Snapshot};
use crate::snapshot::problem::{Fault, Problem, Problems};
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rules::entity::Known;
use crate::snapshot::structure;
use crate::t;

/// The reason why an input is no snapshot.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadError {
    /// The first problem in it.
    pub problem: Box<Problem>,
    /// The line of that problem, if it is in a line.
    pub excerpt: Option<Excerpt>,
    /// The number of further problems.
    pub more: usize,
}

impl LoadError {
    /// Creates the error of an input that cannot be read at all; messages call it `origin`.
    pub(crate) fn unreadable(origin: &str, error: ReadError) -> Self {
        let problem = Problem::unreadable(origin, error);
        Self { excerpt: problem.excerpt().cloned(), problem: Box::new(problem), more: 0 }
    }

    /// Says what is wrong, where, and what to do: in one line or, with an excerpt, in three.
    pub fn describe(&self, lang: Lang) -> String {
        let problem = self.problem.describe(lang);
        let text = match self.more {
            0 => problem,
            more => t!(lang, "load-and-more", problem = problem, more = more),
        };
        match &self.excerpt {
            Some(excerpt) => format!("{text}\n{}", excerpt.render()),
            None => text,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

impl std::error::Error for LoadError {}

/// Loads the snapshot of an input of at most `max_size` bytes, unpacked.
///
/// # Errors
///
/// The input cannot be read, or is not a snapshot of this format.
pub fn load(input: &Input, max_size: u64) -> Result<Snapshot, LoadError> {
    load_with_text(input, max_size).map(|(snapshot, _)| snapshot)
}

/// Loads a snapshot like [`load`]. Also returns the text that it was parsed from.
///
/// # Errors
///
/// As for [`load`].
pub fn load_with_text(input: &Input, max_size: u64) -> Result<(Snapshot, String), LoadError> {
    let origin = input.name();
    // To be parsed, besides to be read.
    Progress::current().expect(input.len());
    let bytes = input.read(max_size).map_err(|error| LoadError::unreadable(&origin, error))?;
    load_bytes_with_text(bytes, &origin, max_size)
}

/// Loads the snapshot that the bytes of a file hold; messages call the file
/// `origin`. Also returns the text that it was parsed from.
///
/// # Errors
///
/// As for [`load_bytes`].
pub fn load_bytes_with_text(
    bytes: Vec<u8>,
    origin: &str,
    max_size: u64,
) -> Result<(Snapshot, String), LoadError> {
    let text = decode(bytes, max_size).map_err(|error| LoadError::unreadable(origin, error))?;
    Ok((load_str(&text, origin)?, text))
}

/// Loads the snapshot that the bytes of a file hold; messages call the file `origin`.
///
/// # Errors
///
/// They are not a snapshot of this format, or unpack to more than `max_size` bytes.
pub fn load_bytes(bytes: Vec<u8>, origin: &str, max_size: u64) -> Result<Snapshot, LoadError> {
    load_bytes_with_text(bytes, origin, max_size).map(|(snapshot, _)| snapshot)
}

/// Loads the snapshot of a text; messages call the text `origin`.
///
/// Fields that the format does not have are ignored, so that snapshots of a
/// newer minor version can be read. Text with control or bidirectional
/// characters is kept: `check` reports it, and every output escapes it.
///
/// ```
/// use cites_emploi::snapshot::load_str;
///
/// let error = load_str("{\n \"schema_version\": \"9.0\"\n}", "new.json").unwrap_err();
/// assert!(error.to_string().starts_with("new.json: this snapshot has version 9.0"));
/// ```
///
/// # Errors
///
/// The text is not a snapshot of this format.
pub fn load_str(text: &str, origin: &str) -> Result<Snapshot, LoadError> {
    let refuse = |error| Err(LoadError::unreadable(origin, error));
    match parse(text) {
        // serde also takes the fields of an object as a list. The format does not.
        Ok(_) if text.trim_start().starts_with('[') => refuse(ReadError::NotASnapshot),
        Ok(snapshot) if major(&snapshot.schema_version) == major(SCHEMA_VERSION) => Ok(snapshot),
        Ok(snapshot) => refuse(ReadError::Version { found: snapshot.schema_version }),
        Err(error) => Err(explain(text, origin, &error)),
    }
}

fn parse(text: &str) -> Result<Snapshot, serde_json::Error> {
    if let Some(snapshot) = parallel::parse(text) {
        return Ok(snapshot);
    }
    let snapshot = serde_json::from_str(text)?;
    Progress::current().advance(text.len());
    Ok(snapshot)
}

/// Finds out why a text does not parse as a snapshot.
fn explain(text: &str, origin: &str, error: &serde_json::Error) -> LoadError {
    let syntax = |error| LoadError::unreadable(origin, ReadError::syntax(text, error));
    let root = match Node::root(text) {
        Ok(root) => root,
        Err(error) => return syntax(&error),
    };
    if let Err(error) = check_version(text) {
        return LoadError::unreadable(origin, error);
    }
    let mut problems = Problems::only(Fault::stops_loading);
    let document = JsonText::new(origin, text);
    structure::check::<Snapshot>(&Cursor::Root(&document, root), &Known::default(), &mut problems);
    let more = (problems.list.len() + problems.omitted.total()).saturating_sub(1);
    let Some(problem) = problems.list.into_iter().next() else { return syntax(error) };
    let excerpt =
        Excerpt::new(text, problem.location.line.unwrap_or(1), problem.location.character.unwrap_or(1));
    LoadError { problem: Box::new(problem), excerpt: Some(excerpt), more }
}

/// Checks that a JSON text is a snapshot of a version that can be read.
pub(crate) fn check_version(text: &str) -> Result<(), ReadError> {
    match serde_json::from_str(text) {
        Ok(Header { schema_version: Some(found) }) if major(&found) == major(SCHEMA_VERSION) => Ok(()),
        Ok(Header { schema_version: Some(found) }) => Err(ReadError::Version { found }),
        Ok(Header { schema_version: None }) | Err(_) => Err(ReadError::NotASnapshot),
    }
}

#[derive(Deserialize)]
struct Header {
    schema_version: Option<String>,
}

/// Returns the part of a version before its first point.
fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests;

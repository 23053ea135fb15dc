//! A snapshot from its bytes: plain or gzip, with or without a byte order mark.

use std::{fmt, io};

use serde::Deserialize;
use serde_json::error::Category;

use crate::locale::Lang;
use crate::snapshot::document::{Document, Excerpt};
use crate::snapshot::input::{Input, decode};
use crate::snapshot::model::{SCHEMA_VERSION, Snapshot};
use crate::snapshot::problem::{Fault, Place, Problem, Problems};
use crate::snapshot::structure;
use crate::snapshot::text::visible;
use crate::snapshot::tree::Node;
use crate::t;

/// Why an input is not a snapshot that can be used.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadError {
    /// Name of the input.
    pub origin: String,
    /// What is wrong with it.
    pub kind: LoadErrorKind,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq)]
pub enum LoadErrorKind {
    /// The system does not let it be read.
    Io {
        /// What kind of refusal.
        kind: io::ErrorKind,
        /// In the system's words.
        message: String,
    },
    /// A directory.
    Directory,
    /// A device, a socket or a named pipe.
    NotAFile,
    /// Nothing but white space.
    Empty,
    /// More bytes than allowed, as they are or unpacked.
    TooLarge {
        /// How many are allowed.
        max_size: u64,
    },
    /// It starts like gzip but does not unpack.
    BrokenGzip {
        /// In the words of the unpacker.
        message: String,
    },
    /// Text in UTF-16.
    Utf16,
    /// Bytes that are not UTF-8.
    NotUtf8 {
        /// Line of the first one.
        line: usize,
        /// Character in that line.
        character: usize,
    },
    /// Not JSON.
    Syntax {
        /// Where.
        excerpt: Excerpt,
        /// In the parser's words, in English.
        message: String,
    },
    /// JSON that ends in the middle.
    Truncated {
        /// Where.
        excerpt: Excerpt,
    },
    /// JSON, but no snapshot: an object with `schema_version` is expected.
    NotASnapshot,
    /// A snapshot of another major version of the format.
    Version {
        /// Its version.
        found: String,
    },
    /// A snapshot with something wrong in it.
    Shape {
        /// The first thing that is wrong.
        problem: Box<Problem>,
        /// Where.
        excerpt: Excerpt,
        /// How many more things are wrong.
        more: usize,
    },
}

impl LoadErrorKind {
    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
    pub(crate) fn io(error: io::Error) -> Self {
        Self::Io { kind: error.kind(), message: error.to_string() }
    }

    /// The place in `file` that it is about.
    pub(crate) fn place(&self, file: &str) -> Place {
        let (line, character) = match self {
            Self::Syntax { excerpt, .. } | Self::Truncated { excerpt } => {
                (Some(excerpt.line), Some(excerpt.character))
            }
            Self::NotUtf8 { line, character } => (Some(*line), Some(*character)),
            _ => (None, None),
        };
        Place { line, character, ..Place::file(file) }
    }
}

impl LoadError {
    /// What is wrong, where, and what to do: one line or, with an excerpt, three.
    pub fn describe(&self, lang: Lang) -> String {
        let text = match &self.kind {
            // Such a problem names its file itself.
            LoadErrorKind::Shape { .. } => self.reason(lang),
            _ => {
                let place = self.kind.place(&self.origin).describe(lang);
                t!(lang, "problem", place = place, text = self.reason(lang))
            }
        };
        match self.excerpt() {
            Some(excerpt) => format!("{text}\n{}", excerpt.render()),
            None => text,
        }
    }

    /// What is wrong, without the name of the input.
    pub(crate) fn reason(&self, lang: Lang) -> String {
        match &self.kind {
            LoadErrorKind::Io { kind: io::ErrorKind::NotFound, .. } => t!(lang, "load-not-found"),
            LoadErrorKind::Io { kind: io::ErrorKind::PermissionDenied, .. } => {
                t!(lang, "load-permission-denied")
            }
            LoadErrorKind::Io { message, .. } => t!(lang, "load-io", message = message.as_str()),
            LoadErrorKind::Directory => t!(lang, "load-directory"),
            LoadErrorKind::NotAFile => t!(lang, "load-not-a-file"),
            LoadErrorKind::Empty => t!(lang, "load-empty"),
            LoadErrorKind::TooLarge { max_size } => {
                t!(lang, "load-too-large", size = readable_size(lang, *max_size))
            }
            LoadErrorKind::BrokenGzip { message } => {
                t!(lang, "load-broken-gzip", message = message.as_str())
            }
            LoadErrorKind::Utf16 => t!(lang, "load-utf16"),
            LoadErrorKind::NotUtf8 { .. } => t!(lang, "load-not-utf8"),
            LoadErrorKind::Syntax { message, .. } => {
                t!(lang, "load-syntax", message = syntax_words(lang, message))
            }
            LoadErrorKind::Truncated { .. } => t!(lang, "load-truncated"),
            LoadErrorKind::NotASnapshot => t!(lang, "load-not-a-snapshot"),
            LoadErrorKind::Version { found } => {
                t!(lang, "load-version", found = visible(found).into_owned(), known = SCHEMA_VERSION)
            }
            LoadErrorKind::Shape { problem, more: 0, .. } => problem.describe(lang),
            LoadErrorKind::Shape { problem, more, .. } => {
                t!(lang, "load-and-more", problem = problem.describe(lang), more = *more)
            }
        }
    }

    /// The line that is wrong, where there is one.
    pub const fn excerpt(&self) -> Option<&Excerpt> {
        match &self.kind {
            LoadErrorKind::Syntax { excerpt, .. }
            | LoadErrorKind::Truncated { excerpt }
            | LoadErrorKind::Shape { excerpt, .. } => Some(excerpt),
            _ => None,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}

impl std::error::Error for LoadError {}

/// What the parser says, in the language; in its own words where it says
/// something that is not known here.
fn syntax_words(lang: Lang, message: &str) -> String {
    let key = match message {
        "expected value" => "json-expected-value",
        "expected ident" => "json-expected-word",
        "expected `:`" => "json-expected-colon",
        "expected `,` or `]`" => "json-expected-comma-or-bracket",
        "expected `,` or `}`" => "json-expected-comma-or-brace",
        "expected `\"`" | "key must be a string" => "json-expected-key",
        "trailing comma" => "json-trailing-comma",
        "trailing characters" => "json-trailing-characters",
        "invalid escape" => "json-invalid-escape",
        "invalid number" => "json-invalid-number",
        "number out of range" => "json-number-out-of-range",
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => "json-half-character",
        "recursion limit exceeded" => "json-too-deep",
        _ if message.starts_with("control character") => "json-control-character",
        _ => return visible(message).into_owned(),
    };
    t!(lang, key)
}

/// A size in the largest unit that writes it whole: `256 Mio`, `256 MiB`.
fn readable_size(lang: Lang, bytes: u64) -> String {
    let mebibytes = bytes >> 20;
    if mebibytes > 0 && mebibytes << 20 == bytes {
        t!(lang, "load-mebibytes", size = mebibytes)
    } else {
        t!(lang, "load-bytes", size = bytes)
    }
}

/// The snapshot of an input of at most `max_size` bytes, unpacked.
///
/// # Errors
///
/// When the input cannot be read or is not a snapshot of this format.
pub fn load(input: &Input, max_size: u64) -> Result<Snapshot, LoadError> {
    load_bytes(input.read(max_size)?, &input.name(), max_size)
}

/// The same, with the text that it was read from.
///
/// # Errors
///
/// As for [`load`].
pub fn load_with_text(input: &Input, max_size: u64) -> Result<(Snapshot, String), LoadError> {
    load_bytes_with_text(input.read(max_size)?, &input.name(), max_size)
}

/// The same of the bytes of a file; messages call the file `origin`.
///
/// # Errors
///
/// As for [`load_bytes`].
pub fn load_bytes_with_text(
    bytes: Vec<u8>,
    origin: &str,
    max_size: u64,
) -> Result<(Snapshot, String), LoadError> {
    let text = decode(bytes, max_size).map_err(|kind| LoadError { origin: origin.to_owned(), kind })?;
    Ok((load_str(&text, origin)?, text))
}

/// The snapshot that the bytes of a file hold; messages call the file `origin`.
///
/// # Errors
///
/// When they are not a snapshot of this format or unpack to more than
/// `max_size` bytes.
pub fn load_bytes(bytes: Vec<u8>, origin: &str, max_size: u64) -> Result<Snapshot, LoadError> {
    let text = decode(bytes, max_size).map_err(|kind| LoadError { origin: origin.to_owned(), kind })?;
    load_str(&text, origin)
}

/// The snapshot that a text holds; messages call the text `origin`.
///
/// Fields that the format does not have are passed over, so that snapshots of
/// a newer minor version can be read. Text with control or bidirectional
/// characters is kept as it is: `check` reports it and every output escapes it.
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
/// When it is not a snapshot of this format.
pub fn load_str(text: &str, origin: &str) -> Result<Snapshot, LoadError> {
    let fault = |kind| LoadError { origin: origin.to_owned(), kind };
    match serde_json::from_str::<Snapshot>(text) {
        // serde takes the fields of an object as a list, too. The format does not.
        Ok(_) if text.trim_start().starts_with('[') => Err(fault(LoadErrorKind::NotASnapshot)),
        Ok(snapshot) if major(&snapshot.schema_version) == major(SCHEMA_VERSION) => Ok(snapshot),
        Ok(snapshot) => Err(fault(LoadErrorKind::Version { found: snapshot.schema_version })),
        Err(error) => Err(fault(explain(text, origin, &error))),
    }
}

/// What is wrong with a text that does not parse as a snapshot.
fn explain(text: &str, origin: &str, error: &serde_json::Error) -> LoadErrorKind {
    let document = Document::new(origin, text);
    let root = match Node::root(text) {
        Ok(root) => root,
        Err(error) => return syntax(text, &error),
    };
    if let Err(kind) = check_version(text) {
        return kind;
    }
    let mut problems = Problems::only(Fault::stops_loading);
    structure::faults::<Snapshot>(&document, root, &mut problems);
    let more = (problems.list.len() + problems.omitted.total()).saturating_sub(1);
    let Some(problem) = problems.list.into_iter().next() else { return syntax(text, error) };
    let excerpt = Excerpt::new(text, problem.place.line.unwrap_or(1), problem.place.character.unwrap_or(1));
    LoadErrorKind::Shape { problem: Box::new(problem), excerpt, more }
}

/// Whether a JSON text is a snapshot of a version that can be read.
pub(crate) fn check_version(text: &str) -> Result<(), LoadErrorKind> {
    match serde_json::from_str(text) {
        Ok(Header { schema_version: Some(found) }) if major(&found) == major(SCHEMA_VERSION) => Ok(()),
        Ok(Header { schema_version: Some(found) }) => Err(LoadErrorKind::Version { found }),
        Ok(Header { schema_version: None }) | Err(_) => Err(LoadErrorKind::NotASnapshot),
    }
}

#[derive(Deserialize)]
struct Header {
    schema_version: Option<String>,
}

/// The part of a version before its first point.
fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

/// An error of the parser, with the line it is in.
pub(crate) fn syntax(text: &str, error: &serde_json::Error) -> LoadErrorKind {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The parser counts bytes and stands on the last one it read.
    let read = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
    let excerpt = Excerpt::new(text, error.line().max(1), read.chars().count() + 1);
    if error.classify() == Category::Eof {
        return LoadErrorKind::Truncated { excerpt };
    }
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
    LoadErrorKind::Syntax { excerpt, message }
}

#[cfg(test)]
mod tests;

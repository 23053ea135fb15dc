//! Why a file cannot be read at all.

use std::io;

use serde_json::error::Category;

use super::excerpt::Excerpt;
use super::model::SCHEMA_VERSION;
use super::place::Place;
use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::t;

/// Why a file cannot be read as a snapshot or as a table at all.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadError {
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
}

impl ReadError {
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

    /// An error of the parser, with the line it is in.
    pub(crate) fn syntax(text: &str, error: &serde_json::Error) -> Self {
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        // The parser counts bytes and stands on the last one it read.
        let read = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
        let excerpt = Excerpt::new(text, error.line().max(1), read.chars().count() + 1);
        if error.classify() == Category::Eof {
            return Self::Truncated { excerpt };
        }
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
        Self::Syntax { excerpt, message }
    }

    /// What is wrong, without the name of the input.
    pub(crate) fn reason(&self, lang: Lang) -> String {
        match self {
            Self::Io { kind: io::ErrorKind::NotFound, .. } => t!(lang, "load-not-found"),
            Self::Io { kind: io::ErrorKind::PermissionDenied, .. } => {
                t!(lang, "load-permission-denied")
            }
            Self::Io { message, .. } => t!(lang, "load-io", message = message.as_str()),
            Self::Directory => t!(lang, "load-directory"),
            Self::NotAFile => t!(lang, "load-not-a-file"),
            Self::Empty => t!(lang, "load-empty"),
            Self::TooLarge { max_size } => {
                t!(lang, "load-too-large", size = readable_size(lang, *max_size))
            }
            Self::BrokenGzip { message } => {
                t!(lang, "load-broken-gzip", message = message.as_str())
            }
            Self::Utf16 => t!(lang, "load-utf16"),
            Self::NotUtf8 { .. } => t!(lang, "load-not-utf8"),
            Self::Syntax { message, .. } => {
                t!(lang, "load-syntax", message = syntax_words(lang, message))
            }
            Self::Truncated { .. } => t!(lang, "load-truncated"),
            Self::NotASnapshot => t!(lang, "load-not-a-snapshot"),
            Self::Version { found } => {
                t!(lang, "load-version", found = sanitize(found).into_owned(), known = SCHEMA_VERSION)
            }
        }
    }

    /// The line that is wrong, where there is one.
    pub const fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::Syntax { excerpt, .. } | Self::Truncated { excerpt } => Some(excerpt),
            _ => None,
        }
    }
}

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
        _ => return sanitize(message).into_owned(),
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

//! Errors of files that cannot be read as a snapshot or as a table at all.

use std::io;

use serde_json::error::Category;

use super::excerpt::Excerpt;
use super::file_kind::FileKind;
use super::location::Location;
use super::model::SCHEMA_VERSION;
use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::t;

/// The reason why a file cannot be read as a snapshot or as a table at all.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadError {
    /// The system does not allow to read it.
    Io {
        /// The kind of error.
        kind: io::ErrorKind,
        /// The message of the system.
        message: String,
    },
    /// A directory.
    Directory,
    /// A device, a socket or a named pipe.
    NotAFile,
    /// White space only.
    Empty,
    /// More bytes than allowed, packed or unpacked.
    TooLarge {
        /// The number of bytes allowed.
        max_size: u64,
    },
    /// It starts like gzip but does not unpack.
    BrokenGzip {
        /// The message of the decompressor.
        message: String,
    },
    /// A file of another kind.
    Foreign(FileKind),
    /// An address of the web instead of a path.
    WebAddress,
    /// Text in UTF-16.
    Utf16,
    /// Bytes that are not UTF-8.
    NotUtf8 {
        /// Line of the first one, from 1.
        line: usize,
        /// Its character in that line, from 1.
        character: usize,
    },
    /// Not JSON.
    Syntax {
        /// The position at which the parser stopped.
        excerpt: Excerpt,
        /// The message of the parser, in English.
        message: String,
    },
    /// JSON that ends early.
    Truncated {
        /// The position of the end.
        excerpt: Excerpt,
    },
    /// JSON, but no snapshot: an object with `schema_version` is expected.
    NotASnapshot,
    /// A snapshot of another major version of the format.
    Version {
        /// The version of the file.
        found: String,
    },
}

impl ReadError {
    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
    pub(crate) fn io(error: io::Error) -> Self {
        Self::Io { kind: error.kind(), message: error.to_string() }
    }

    /// Returns the location of the error in `file`.
    pub(crate) fn location(&self, file: &str) -> Location {
        let (line, character) = match self {
            Self::Syntax { excerpt, .. } | Self::Truncated { excerpt } => {
                (Some(excerpt.line), Some(excerpt.character))
            }
            Self::NotUtf8 { line, character } => (Some(*line), Some(*character)),
            _ => (None, None),
        };
        Location { line, character, ..Location::file(file) }
    }

    /// Converts an error of the JSON parser in `text`.
    pub(crate) fn syntax(text: &str, error: &serde_json::Error) -> Self {
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        // The parser counts bytes, and its column is that of the last byte it read.
        let read = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
        let excerpt = Excerpt::new(text, error.line().max(1), read.chars().count() + 1);
        if error.classify() == Category::Eof {
            return Self::Truncated { excerpt };
        }
        let message = error.to_string();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&position).unwrap_or(&message).to_owned();
        Self::Syntax { excerpt, message }
    }

    /// Says what is wrong, without the name of the file.
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
            Self::Foreign(kind) => t!(lang, kind.text_key()),
            Self::WebAddress => t!(lang, "load-web-address"),
            Self::Utf16 => t!(lang, "load-utf16"),
            Self::NotUtf8 { .. } => t!(lang, "load-not-utf8"),
            Self::Syntax { message, .. } => {
                t!(lang, "load-syntax", message = syntax_message(lang, message))
            }
            Self::Truncated { .. } => t!(lang, "load-truncated"),
            Self::NotASnapshot => t!(lang, "load-not-a-snapshot"),
            Self::Version { found } => {
                t!(lang, "load-version", found = sanitize(found).into_owned(), known = SCHEMA_VERSION)
            }
        }
    }

    /// Returns the line of the error, if it is in a line of JSON.
    pub const fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::Syntax { excerpt, .. } | Self::Truncated { excerpt } => Some(excerpt),
            _ => None,
        }
    }
}

/// Translates a message of the JSON parser. One that is not known here stays as it is.
fn syntax_message(lang: Lang, message: &str) -> String {
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

/// Formats a size in bytes, or in mebibytes if they are whole: `256 Mio`, `256 MiB`.
fn readable_size(lang: Lang, bytes: u64) -> String {
    let mebibytes = bytes >> 20;
    if mebibytes > 0 && mebibytes << 20 == bytes {
        t!(lang, "load-mebibytes", size = mebibytes)
    } else {
        t!(lang, "load-bytes", size = bytes)
    }
}

//! JSON documents and JSON lines.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::sanitize::{Character, characters};
use crate::snapshot::to_json;

/// Writes `value` as a JSON document, laid out as the file of a snapshot is.
///
/// # Errors
///
/// When `out` does not take it.
pub fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}", escaped(&to_json(value)?))
}

/// Writes `value` as one line of JSON.
pub(super) fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string(value)?))
}

/// JSON in which the characters that a terminal obeys, that turn text around or
/// that climb over the lines above are escapes. The serializer does it for the
/// first 32 only; the others can stand nowhere but in strings.
fn escaped(json: &str) -> Cow<'_, str> {
    if json.is_ascii() && !json.contains('\u{7f}') {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 64);
    for Character { character, is_unsafe, .. } in characters(json) {
        // Below that are the line ends between values.
        if is_unsafe && character >= '\u{7f}' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
    }
    Cow::Owned(text)
}

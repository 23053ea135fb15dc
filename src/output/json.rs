//! JSON documents and JSON lines.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::sanitize::{Character, characters};
use crate::snapshot::to_json;

/// Writes `value` as a JSON document in the layout of a snapshot file.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}", escaped(&to_json(value)?))
}

/// Writes `value` as one line of JSON.
pub(super) fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_value(value, out)?;
    writeln!(out)
}

/// Writes JSON as one line.
pub(super) fn write_text_line(text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(text))
}

/// Writes a list of JSON values, each on a line of its own.
pub(super) fn write_list(values: Vec<String>, out: &mut dyn Write) -> io::Result<()> {
    let values: Vec<_> = values.iter().map(|value| escaped(value)).collect();
    writeln!(out, "[\n{}\n]", values.join(",\n"))
}

/// Writes `value` as JSON without line ends.
pub(super) fn write_value(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}", escaped(&serde_json::to_string(value)?))
}

/// Escapes the characters that command a terminal, change the direction of text or stack marks over
/// other lines. The serializer escapes only the first 32 characters; all others occur in strings
/// only, where an escape is valid.
fn escaped(json: &str) -> Cow<'_, str> {
    if json.is_ascii() && !json.contains('\u{7f}') {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 64);
    for Character { character, is_unsafe, .. } in characters(json) {
        // Below U+007F, only the line ends between values are left.
        if is_unsafe && character >= '\u{7f}' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
    }
    Cow::Owned(text)
}

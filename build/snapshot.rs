//! Splits `data/snapshot.json` for `src/snapshot/embedded.rs`.
//!
//! `core.json` is the part that every start parses: the file without white space, with empty lists
//! instead of those that are parsed on first access. `parts.rs` has a constant for each of these, a
//! slice of the file.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::Path;

use serde_json::value::RawValue;

const SNAPSHOT: &str = "data/snapshot.json";

/// Lists of the snapshot that are parsed on first access.
const LISTS: [&str; 7] =
    ["findings", "figures", "timeline", "qpv_stats", "qpvs_2024", "contracts", "commune_changes"];

/// Lists in the items of a list that are parsed on first access.
const LISTS_OF_ITEMS: [(&str, &str); 5] = [
    ("cites", "communes"),
    ("cites", "qpvs"),
    ("cites", "qpvs_2024"),
    ("regions", "outline"),
    ("departments", "outline"),
];

type Object<'a> = HashMap<String, &'a RawValue>;

/// Writes `core.json` and `parts.rs` to the folder `target`.
pub fn generate(target: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SNAPSHOT}");
    let text = fs::read_to_string(SNAPSHOT)?;
    let range = |value: &&RawValue| {
        let start = value.get().as_ptr() as usize - text.as_ptr() as usize;
        start..start + value.get().len()
    };
    // A broken file is embedded whole, since `cites build` must compile to write a better one.
    let snapshot: Object<'_> = serde_json::from_str(&text).unwrap_or_default();
    let (mut parts, mut constants) = (Vec::new(), String::new());
    for list in LISTS {
        let part = snapshot.get(list).map_or(0..0, range);
        writeln!(constants, "const {}: &str = {};", list.to_uppercase(), slice(&part))?;
        parts.push(part);
    }
    for (list, key) in LISTS_OF_ITEMS {
        let items = snapshot.get(list).and_then(|items| serde_json::from_str(items.get()).ok());
        let items: Vec<Object<'_>> = items.unwrap_or_default();
        let lists: Vec<_> = items.iter().map(|item| item.get(key).map_or(0..0, range)).collect();
        let slices = lists.iter().map(slice).collect::<Vec<_>>().join(", ");
        writeln!(constants, "const {}: &[&str] = &[{slices}];", format!("{list}_{key}").to_uppercase())?;
        parts.extend(lists);
    }
    fs::write(target.join("core.json"), core(&text, parts))?;
    fs::write(target.join("parts.rs"), constants)?;
    Ok(())
}

/// Returns the Rust expression for a part of the file.
fn slice(part: &Range<usize>) -> String {
    format!("part({}, {})", part.start, part.end)
}

/// Returns the text without white space, with each part replaced by an empty list.
fn core(text: &str, mut parts: Vec<Range<usize>>) -> String {
    parts.retain(|part| !part.is_empty());
    parts.sort_unstable_by_key(|part| part.start);
    let (mut core, mut end) = (String::new(), 0);
    for part in parts {
        core.push_str(&compact(&text[end..part.start]));
        core.push_str("[]");
        end = part.end;
    }
    core + &compact(&text[end..])
}

/// Removes the white space between the tokens of a JSON text.
fn compact(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let is_kept = |character: &char| {
        let ends_or_starts_string = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        in_string ^= ends_or_starts_string;
        in_string || !character.is_ascii_whitespace()
    };
    text.chars().filter(is_kept).collect()
}

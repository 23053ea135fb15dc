//! Splits `data/snapshot.json` for `src/snapshot/embedded.rs`.
//!
//! `core.json` is what every start parses: the file without white space, with empty lists instead of
//! those that are parsed on first access. The texts of these are one after another in `parts.json`,
//! or in `parts.deflate` where most runs need none of them. `parts.rs` has a constant for each list
//! with its place. `snapshot.deflate` is the whole file.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::value::RawValue;

const SNAPSHOT: &str = "data/snapshot.json";

/// Lists of the snapshot that are parsed on first access.
const LISTS: [(&str, Storage); 7] = [
    ("findings", Storage::Deflated),
    ("figures", Storage::Deflated),
    ("timeline", Storage::Deflated),
    ("qpv_stats", Storage::Rows),
    ("qpvs_2024", Storage::Plain),
    ("contracts", Storage::Plain),
    ("commune_changes", Storage::Plain),
];

/// Lists in the items of a list that are parsed on first access.
const LISTS_OF_ITEMS: [(&str, &str, Storage); 5] = [
    ("cites", "communes", Storage::Plain),
    ("cites", "qpvs", Storage::Plain),
    ("cites", "qpvs_2024", Storage::Plain),
    ("regions", "outline", Storage::Deflated),
    ("departments", "outline", Storage::Deflated),
];

/// How the text of a list is embedded.
#[derive(Clone, Copy)]
enum Storage {
    /// As it is.
    Plain,
    /// As it is, but without the keys of its items if all have the same ones, in the order of the model: each item is then a
    /// list of its values.
    Rows,
    /// Compressed, together with the others.
    Deflated,
}

type Object<'a> = HashMap<String, &'a RawValue>;

/// Writes the files to the folder `target`.
pub fn generate(target: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SNAPSHOT}");
    let text = fs::read_to_string(SNAPSHOT)?;
    let range = |value: &&RawValue| {
        let start = value.get().as_ptr() as usize - text.as_ptr() as usize;
        start..start + value.get().len()
    };
    // A broken file is embedded as far as it can be read, since `cites build` must compile to write a better one.
    let snapshot: Object<'_> = serde_json::from_str(&text).unwrap_or_default();
    let mut parts = Parts { text: &text, ranges: Vec::new(), plain: String::new(), deflated: String::new() };
    let mut constants = String::new();
    for (list, storage) in LISTS {
        let part = parts.add(snapshot.get(list).map_or(0..0, range), storage)?;
        writeln!(constants, "const {}: Part = {part};", list.to_uppercase())?;
    }
    for (list, key, storage) in LISTS_OF_ITEMS {
        let items = snapshot.get(list).and_then(|items| serde_json::from_str(items.get()).ok());
        let items: Vec<Object<'_>> = items.unwrap_or_default();
        let lists = items.iter().map(|item| parts.add(item.get(key).map_or(0..0, range), storage));
        let lists = lists.collect::<Result<Vec<_>, _>>()?.join(", ");
        writeln!(constants, "const {}: &[Part] = &[{lists}];", format!("{list}_{key}").to_uppercase())?;
    }
    fs::write(target.join("core.json"), core(&text, parts.ranges))?;
    fs::write(target.join("parts.json"), parts.plain)?;
    fs::write(target.join("parts.deflate"), deflated(&parts.deflated)?)?;
    fs::write(target.join("snapshot.deflate"), deflated(&text)?)?;
    fs::write(target.join("parts.rs"), constants)?;
    Ok(())
}

/// The parts of the file that are parsed on first access.
struct Parts<'a> {
    text: &'a str,
    /// Their places in the file.
    ranges: Vec<Range<usize>>,
    /// The texts of those that are embedded as they are.
    plain: String,
    /// The texts of those that will be deflated.
    deflated: String,
}

impl Parts<'_> {
    /// Adds a part of the file, and returns the Rust expression for its new place.
    fn add(&mut self, range: Range<usize>, storage: Storage) -> Result<String, Box<dyn Error>> {
        let list = self.text.get(range.clone()).ok_or("not in the file")?;
        let (texts, name, list) = match storage {
            Storage::Plain => (&mut self.plain, "Plain", compact(list)),
            Storage::Rows => (&mut self.plain, "Plain", rows(list).unwrap_or_else(|| compact(list))),
            Storage::Deflated => (&mut self.deflated, "Deflated", compact(list)),
        };
        let start = texts.len();
        texts.push_str(&list);
        self.ranges.push(range);
        Ok(format!("Part::{name}({start}, {})", texts.len()))
    }
}

/// Returns a list of objects as a list of lists of their values; `None` if they do not all have the same keys.
fn rows(list: &str) -> Option<String> {
    let items: Vec<Object<'_>> = serde_json::from_str(list).ok()?;
    let (mut rows, mut common) = (Vec::new(), None);
    for item in &items {
        let mut pairs: Vec<(&str, &str)> = item.iter().map(|(key, value)| (&**key, value.get())).collect();
        // In the order of the file.
        pairs.sort_by_key(|(_, value)| value.as_ptr());
        let (keys, values): (Vec<&str>, Vec<&str>) = pairs.into_iter().unzip();
        if *common.get_or_insert_with(|| keys.clone()) != keys {
            return None;
        }
        rows.push(format!("[{}]", values.into_iter().map(compact).collect::<Vec<_>>().join(",")));
    }
    Some(format!("[{}]", rows.join(",")))
}

fn deflated(text: &str) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
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

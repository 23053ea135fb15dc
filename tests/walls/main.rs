//! Tests which module uses which, and that there is no large circle of files.
//!
//! The paths of `use` and those written out in code are read by a parser, and
//! re-exports are followed to the file that defines the item. Tests inside
//! `src` may use anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use cites_emploi::locale::Lang;

use circles::circles;
use modules::{Modules, Use};

mod circles;
mod modules;

/// The modules of `src` that each of them may use, besides itself.
const MODULES: [(&str, &[&str]); 16] = [
    ("main", &["cli"]),
    (
        "cli",
        &[
            "tui",
            "output",
            "views",
            "search",
            "gazetteer",
            "snapshot",
            "fold",
            "locale",
            "progress",
            "sanitize",
            "save",
            "transliterate",
        ],
    ),
    (
        "tui",
        &[
            "hyperlink",
            "output",
            "views",
            "search",
            "snapshot",
            "fold",
            "locale",
            "progress",
            "sanitize",
            "save",
            "table",
            "transliterate",
        ],
    ),
    ("output", &["hyperlink", "views", "search", "snapshot", "fold", "locale", "sanitize", "save", "table"]),
    ("views", &["search", "gazetteer", "snapshot", "fold", "locale", "sanitize", "save", "table"]),
    ("search", &["gazetteer", "snapshot", "fold", "locale", "sanitize", "save", "table"]),
    ("snapshot", &["fold", "locale", "progress", "sanitize", "save", "table"]),
    ("gazetteer", &["fold"]),
    ("fold", &[]),
    ("hyperlink", &[]),
    ("locale", &[]),
    ("progress", &[]),
    ("sanitize", &[]),
    ("save", &["locale", "sanitize"]),
    ("table", &[]),
    ("transliterate", &[]),
];

/// The modules of `src/tui` that each of them may use. The files beside them may use all.
const MODULES_OF_TUI: [(&str, &[&str]); 6] = [
    ("view", &["keymap", "update", "state", "theme"]),
    ("keymap", &["update", "state"]),
    ("update", &["state", "theme"]),
    ("state", &["theme"]),
    ("theme", &[]),
    ("terminal", &[]),
];

/// The most files that may use each other in a circle.
const MAX_CIRCLE: usize = 4;

static USES: LazyLock<Vec<Use>> = LazyLock::new(|| {
    let uses = Modules::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).uses();
    assert!(uses.len() > 1000, "{} uses were read", uses.len());
    uses
});

/// Returns the module of a file: the first name in its path below `folder`.
fn module_in<'a>(folder: &str, file: &'a str) -> Option<&'a str> {
    let name = file.strip_prefix(folder)?.split('/').next()?;
    Some(name.strip_suffix(".rs").unwrap_or(name))
}

/// Returns why code in the file `from` may not use the file `to`.
fn refusal(from: &str, to: &str) -> Option<String> {
    for (folder, table) in [("", MODULES.as_slice()), ("tui/", MODULES_OF_TUI.as_slice())] {
        let (from, to) = (module_in(folder, from)?, module_in(folder, to)?);
        let allowed = table.iter().find(|(module, _)| *module == from).map(|(_, allowed)| *allowed);
        match allowed {
            Some(allowed) if from != to && !allowed.contains(&to) => {
                return Some(format!("{folder}{from} may not use {folder}{to}"));
            }
            None if folder.is_empty() => return Some(format!("{from} is in no row of the table MODULES")),
            _ => {}
        }
    }
    None
}

#[test]
fn modules_use_only_those_that_they_may() {
    let mut refused = BTreeSet::new();
    for Use { file, line, path, target, reexports } in USES.iter() {
        for used in reexports.iter().chain([target]).filter(|used| *used != "lib.rs") {
            if let Some(reason) = refusal(file, used) {
                refused.insert(format!("src/{file}:{line} uses {path} of src/{used}: {reason}"));
            }
        }
    }
    let refused: Vec<String> = refused.into_iter().collect();
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
}

#[test]
fn no_code_outside_the_locale_names_a_language() {
    let constants = Lang::ALL.map(|lang| format!("Lang::{}", lang.code().to_uppercase()));
    let named = USES.iter().filter(|found| {
        !found.file.starts_with("locale/") && constants.iter().any(|name| found.path.ends_with(name))
    });
    let named: Vec<String> =
        named.map(|Use { file, line, path, .. }| format!("src/{file}:{line}: {path}")).collect();
    assert!(named.is_empty(), "\n{}", named.join("\n"));
}

#[test]
fn no_large_circle_of_files_is_left() {
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut paths: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for Use { file, target, path, .. } in USES.iter() {
        arrows.entry(file).or_default().insert(target);
        paths.entry((file, target)).or_default().insert(path);
    }
    let large = circles(&arrows).into_iter().filter(|circle| circle.len() > MAX_CIRCLE);
    let large: Vec<String> = large.map(|circle| describe(&circle, &paths)).collect();
    assert!(large.is_empty(), "\n{}", large.join("\n"));
}

/// Describes a circle: a line for each file that uses another one of it, with the paths.
fn describe(circle: &BTreeSet<&str>, paths: &BTreeMap<(&str, &str), BTreeSet<&str>>) -> String {
    let mut text = format!("a circle of {} files:", circle.len());
    for ((file, target), paths) in paths {
        if circle.contains(file) && circle.contains(target) {
            let paths = paths.iter().copied().collect::<Vec<_>>().join(", ");
            text.push_str(&format!("\n  src/{file} uses src/{target}: {paths}"));
        }
    }
    text
}

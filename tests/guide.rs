//! The page for those who change the project names files that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_file_that_the_page_names_is_there() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let page = fs::read_to_string(src.join("README.md")).expect("the page");
    let quoted = page.split('`').skip(1).step_by(2);
    let paths: BTreeSet<&str> = quoted.filter(|text| text.contains('/') && !text.contains(' ')).collect();
    let missing: Vec<&&str> = paths.iter().filter(|path| !exists(&src, path)).collect();
    assert!(paths.len() > 30, "the page names the rooms: {paths:?}");
    assert_eq!(missing, Vec::<&&str>::new());
}

#[test]
fn every_room_is_named() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let page = fs::read_to_string(src.join("README.md")).expect("the page");
    for entry in fs::read_dir(&src).expect("src") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        if !["main.rs", "lib.rs", "README.md"].contains(&name.as_str()) {
            assert!(page.contains(&format!("[`{name}")), "{name}");
        }
    }
}

#[test]
fn what_the_readme_shows_of_the_snapshot_stands_in_it() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(top.join(name)).expect("a file");
    let readme = read("README.md");
    let (_, shown) = readme.split_once("```json\n").expect("an excerpt");
    let (shown, _) = shown.split_once("   …\n```").expect("its end");
    assert!(read("data/snapshot.json").contains(shown), "{shown}");
}

/// The rooms from the outermost to the innermost. Each may use those behind it.
const ROOMS: [&str; 6] = ["cli", "tui", "output", "views", "search", "snapshot"];

#[test]
fn arrows_point_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut backwards = Vec::new();
    for (place, room) in ROOMS.iter().enumerate() {
        for (path, code) in rust_files(&src.join(room)) {
            let outer = ROOMS.iter().take(place);
            let used = outer.filter(|outer| code.contains(&format!("crate::{outer}::")));
            backwards.extend(used.map(|outer| format!("{} uses {outer}", path.display())));
        }
    }
    assert_eq!(backwards, Vec::<String>::new());
}

fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let code = fs::read_to_string(&path).expect("a file");
            files.push((path, code));
        }
    }
    files
}

fn exists(src: &Path, path: &str) -> bool {
    // `.ci/run` is named from the top.
    src.join(path).exists() || src.join("..").join(path).exists()
}

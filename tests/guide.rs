//! Tests that the files named in the developer guide exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
fn the_excerpts_in_the_readme_are_from_the_snapshot() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(top.join(name)).expect("a file");
    let readme = read("README.md");
    let (_, shown) = readme.split_once("```json\n").expect("an excerpt");
    let (shown, _) = shown.split_once("   …\n```").expect("its end");
    assert!(read("data/snapshot.json").contains(shown), "{shown}");
}

fn exists(src: &Path, path: &str) -> bool {
    // `.ci/run` is relative to the root of the repository.
    src.join(path).exists() || src.join("..").join(path).exists()
}

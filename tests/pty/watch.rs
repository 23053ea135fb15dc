//! Tests with a snapshot that changes on disk while it is explored.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

use crate::harness::{Cites, FIRST_TEXT, cites};

const SNAPSHOT: &str = include_str!("../../data/snapshot.json");

/// Returns the snapshot with another name for its first Cité.
fn renamed(name: &str) -> String {
    SNAPSHOT.replacen("\"label\": \"CU Angers Loire Métropole\"", &format!("\"label\": \"{name}\""), 1)
}

/// Returns the explorer that follows `data.json` in its own folder.
fn follows(folder: &Path, name: &str) -> Cites {
    let file = folder.join(name);
    let cites = cites(["--watch", "--data", file.to_str().unwrap()]).size(120, 40).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites
}

#[test]
fn a_file_that_changes_is_read_again_however_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.json");
    fs::write(&file, SNAPSHOT).unwrap();
    let cites = follows(folder.path(), "data.json");
    cites.send("angers");
    cites.wait_for_frame("CU Angers");

    // The file is overwritten.
    fs::write(&file, renamed("Angers Un")).unwrap();
    cites.wait_for_frame("Fichier relu");
    cites.wait_for_frame("Angers Un");
    // The file is replaced by another one, as editors do.
    fs::write(folder.path().join("new"), renamed("Angers Deux")).unwrap();
    fs::rename(folder.path().join("new"), &file).unwrap();
    cites.wait_for_frame("Angers Deux");
    // The file is missing for a moment.
    fs::rename(&file, folder.path().join("old")).unwrap();
    fs::write(&file, renamed("Angers Trois")).unwrap();
    cites.wait_for_frame("Angers Trois");
    assert!(cites.screen().contains("> angers"), "the query stays");
}

#[test]
fn a_broken_file_leaves_the_last_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.json");
    fs::write(&file, SNAPSHOT).unwrap();
    let cites = follows(folder.path(), "data.json");
    cites.send("\r7");
    cites.wait_for_frame("104 sources");
    fs::write(&file, SNAPSHOT.split_at(5_000).0).unwrap();
    cites.wait_for_frame("Fichier illisible");
    cites.wait_for_frame("104 sources");
    fs::remove_file(&file).unwrap();
    cites.wait_for_frame("n'existe pas");
    fs::write(&file, SNAPSHOT).unwrap();
    cites.wait_for_frame("Aucun problème trouvé");
}

#[test]
fn a_link_is_followed_to_its_file() {
    let [folder, elsewhere] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    fs::write(elsewhere.path().join("real.json"), SNAPSHOT).unwrap();
    symlink(elsewhere.path().join("real.json"), folder.path().join("data.json")).unwrap();
    let cites = follows(folder.path(), "data.json");
    fs::write(elsewhere.path().join("real.json"), renamed("Angers Un")).unwrap();
    cites.wait_for_frame("Angers Un");
    // The link is changed to another file, which then changes.
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("other.json"), renamed("Angers Deux")).unwrap();
    symlink(other.path().join("other.json"), folder.path().join("new")).unwrap();
    fs::rename(folder.path().join("new"), folder.path().join("data.json")).unwrap();
    cites.wait_for_frame("Angers Deux");
    fs::write(other.path().join("other.json"), renamed("Angers Trois")).unwrap();
    cites.wait_for_frame("Angers Trois");
}

#[test]
fn a_release_that_is_switched_is_read_however_deep_the_link_is() {
    let folder = tempfile::tempdir().unwrap();
    for (release, text) in [("1", SNAPSHOT.to_owned()), ("2", renamed("Angers Deux"))] {
        fs::create_dir_all(folder.path().join(release).join("data")).unwrap();
        fs::write(folder.path().join(release).join("data/data.json"), text).unwrap();
    }
    symlink("1", folder.path().join("current")).unwrap();
    let cites = follows(folder.path(), "current/data/data.json");
    cites.send("angers");
    cites.wait_for_frame("CU Angers");
    symlink("2", folder.path().join("new")).unwrap();
    fs::rename(folder.path().join("new"), folder.path().join("current")).unwrap();
    cites.wait_for_frame("Angers Deux");
    // The whole release is removed and made anew.
    fs::remove_dir_all(folder.path().join("2")).unwrap();
    cites.wait_for_frame("L'écran garde le dernier état lu");
    fs::create_dir_all(folder.path().join("2/data")).unwrap();
    fs::write(folder.path().join("2/data/data.json"), renamed("Angers Trois")).unwrap();
    cites.wait_for_frame("Angers Trois");
}

#[test]
fn a_key_reads_the_file_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.json");
    fs::write(&file, SNAPSHOT).unwrap();
    let cites = cites(["--data", file.to_str().unwrap(), "angers"]).size(120, 40).spawn();
    cites.wait_for_frame("CU Angers");
    cites.send("\x1b[15~");
    cites.wait_for_frame("Fichier relu : il n'a pas changé");
    fs::write(&file, renamed("Angers Un")).unwrap();
    assert!(!cites.sends_within(Duration::from_millis(300)), "nothing is watched");
    cites.send("\x1b[15~");
    cites.wait_for_frame("Angers Un");
    fs::remove_file(&file).unwrap();
    cites.send("\x1b[15~");
    cites.wait_for_frame("n'existe pas");
    cites.does_nothing_for(Duration::from_millis(300));
}

#[test]
fn nothing_is_sent_and_nothing_wakes_up_while_the_file_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.json");
    fs::write(&file, SNAPSHOT).unwrap();
    let cites = follows(folder.path(), "data.json");
    // The file is written without a change: it is read, and no message appears.
    fs::write(&file, SNAPSHOT).unwrap();
    assert!(!cites.sends_within(Duration::from_secs(1)), "{}", cites.screen());
    cites.does_nothing_for(Duration::from_secs(1));
}

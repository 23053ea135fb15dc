//! Tests of the queries that are kept from one session to the next.

use std::fs;

use crate::harness::{Cites, FIRST_TEXT, cites};

/// Opens the explorer with a folder for its state.
fn open<const N: usize>(state: &str, arguments: [&str; N]) -> Cites {
    let cites = cites(arguments).env("XDG_STATE_HOME", state).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites
}

fn quit(mut cites: Cites) {
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
}

#[test]
fn a_query_comes_back_in_the_next_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().to_str().expect("a path");
    let first = open(state, []);
    first.send("reims\r");
    first.wait_for_frame("q quitter");
    quit(first);
    let history = folder.path().join("cites/history");
    assert_eq!(fs::read_to_string(&history).expect("the file"), "reims\n");

    let second = open(state, []);
    second.send("\x1b[A");
    second.wait_for_frame("> reims");
    quit(second);

    let third = open(state, ["--no-history"]);
    third.send("troyes\r");
    third.wait_for_frame("q quitter");
    quit(third);
    assert_eq!(fs::read_to_string(&history).expect("the file"), "reims\n");
}

#[test]
fn a_folder_that_cannot_be_written_is_no_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    let explorer = open(file.to_str().expect("a path"), []);
    explorer.send("reims\r");
    explorer.wait_for_frame("q quitter");
    explorer.send("\x1b/");
    explorer.wait_for_frame("> ");
    explorer.send("\x1b[A");
    explorer.wait_for_frame("> reims");
    quit(explorer);
}

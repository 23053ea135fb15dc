//! Tests with snapshots so large that a worker searches them.

use std::fs;
use std::process::Command;

use crate::harness::{FIRST_TEXT, Modes, cites};

#[test]
fn results_arrive_while_the_next_letters_are_typed() {
    find_among(12_000);
}

#[ignore = "takes long"]
#[test]
fn a_query_is_answered_among_fifty_thousand_cites() {
    find_among(50_000);
}

fn find_among(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("many.json");
    let sample = Command::new(env!("CARGO_BIN_EXE_cites"))
        .args(["sample", "--cites", &count.to_string()])
        .output()
        .unwrap();
    fs::write(&file, &sample.stdout).unwrap();
    let mut cites = cites(["--data", file.to_str().unwrap()]).size(120, 40).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("choisy les mines");
    cites.wait_for_frame("> choisy les mines");
    cites.wait_for_frame("Choisy-les-Mines");
    cites.wait_until_gone("recherche…");
    // The program itself, of a debug build, takes up to 24 MB, most of it the pages of its file.
    let (peak, most) = (cites.memory("VmHWM"), 3 * sample.stdout.len() + 24_000_000);
    assert!(peak <= most, "{peak} bytes of memory for a snapshot of {}", sample.stdout.len());
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites.send("q");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

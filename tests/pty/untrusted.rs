//! Tests with an untrusted snapshot: no part of it reaches the terminal as a command, on any view,
//! and no size of its parts keeps the explorer from responding.

use std::{fs, thread};

use tempfile::TempDir;

use crate::harness::{Cites, FRAME_END, Modes, STATUS_QUERY, cites};

#[path = "../hostile/corpus.rs"]
#[allow(dead_code, reason = "the other inputs are for the commands")]
mod corpus;
#[path = "../hostile/raw.rs"]
mod raw;

/// The final bytes of the control sequences that the explorer sends: cursor
/// moves, colours, modes, erasing, and deleting and inserting lines.
const SEQUENCES: &str = "HGCmhlJKXML";

/// The keys that show every view.
const TOUR: [&str; 16] = [
    "\x1b[B", "\r", "\x1b[6~", "\x1b[F", "\x1b", "2", "\x1b[B", "\r", "\x1b", "3", "v", "4", "\r", "5", "6",
    "7",
];

fn opened(snapshot: &[u8]) -> (TempDir, Cites) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("snapshot.json");
    fs::write(&file, snapshot).unwrap();
    let cites = cites(["--data", file.to_str().unwrap()]).size(100, 30).spawn();
    cites.wait_for_frame_after(0);
    (folder, cites)
}

/// Presses the keys one by one, each after the frame of the one before.
fn look_around(cites: &Cites, keys: &[&str]) {
    keys.iter().for_each(|key| drop(cites.press(key)));
}

#[track_caller]
fn leaves(mut cites: Cites) -> String {
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
    // The background is queried once, before any part of the snapshot is sent, the status at the end of frames.
    let query_and_end = format!("{STATUS_QUERY}{FRAME_END}");
    cites.sent().replacen("\x1b]11;?\x07", "", 1).replace(&query_and_end, FRAME_END)
}

/// Returns the output without the explorer's own sequences.
fn texts(sent: &str) -> String {
    let mut parts = sent.split('\x1b');
    let mut texts = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let sequence = part
            .strip_prefix('[')
            .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || ";?".contains(c)));
        match sequence.and_then(|rest| rest.split_at_checked(1)) {
            Some((end, text)) if SEQUENCES.contains(end) => texts.push_str(text),
            _ => panic!("a sequence that the explorer does not send: {part:?}"),
        }
    }
    texts
}

#[test]
fn nothing_of_a_snapshot_commands_the_terminal() {
    // All at once: they mostly wait.
    thread::scope(|scope| {
        for attack in corpus::ATTACKS {
            scope.spawn(move || {
                let (_folder, cites) = opened(corpus::attacked(attack).as_bytes());
                look_around(&cites, &TOUR);
                let texts = texts(&leaves(cites));
                assert!(texts.len() > 2_000, "{texts:?}");
                let lines: String = texts.chars().filter(|c| !['\r', '\n'].contains(c)).collect();
                assert_eq!(raw::first_raw(&lines), None, "{attack:?} in {lines:?}");
            });
        }
    });
}

#[test]
fn a_label_of_a_megabyte_and_ten_thousand_communes_are_looked_at_like_any() {
    let long = format!("\"label\": \"{}", "é".repeat(1 << 19));
    for snapshot in [corpus::edited("\"label\": \"", &long), corpus::communes(10_000).into_bytes()] {
        let (_folder, cites) = opened(&snapshot);
        look_around(&cites, &["\x1b[B", "\r", "3"]);
        leaves(cites);
    }
}

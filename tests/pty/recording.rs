//! The recording in `screenshots/` is a lookup with the real program, as an
//! asciicast (version 2): what it sends, at the pace of a person who types.
//!
//! `SCREENSHOTS=overwrite cargo test --test pty recording` makes it again.

use serde_json::json;

use crate::harness::{STATUS_QUERY, cites};
use crate::screenshots::compare;

const SIZE: (u16, u16) = (80, 24);

/// The typed keys, each with the pause after it in milliseconds.
const LOOKUP: &[(&str, u64)] = &[
    ("s", 160),
    ("t", 120),
    (" ", 140),
    ("e", 180),
    ("t", 120),
    ("i", 900),
    ("\r", 1200),
    ("z", 2500),
    ("\x1b", 900),
    ("/", 400),
    ("\x15", 500),
    ("b", 180),
    ("d", 120),
    ("x", 1600),
    ("\r", 700),
    ("f", 1200),
    ("\x1b", 700),
    ("q", 600),
];

/// The pause before the first key, in milliseconds.
const FIRST_LOOK: u64 = 1200;

#[test]
fn the_recording_is_up_to_date() {
    let (columns, rows) = SIZE;
    let mut cites = cites(["--as-of", "2026-11-22"]).size(columns, rows).spawn();
    cites.wait_for_frame("84 Cités");
    let header = json!({
        "version": 2,
        "width": columns,
        "height": rows,
        "title": "cites: Saint-Étienne, then Bordeaux",
        "env": { "TERM": "xterm-256color" },
    });
    let mut lines = vec![header.to_string()];
    let mut time = 0;
    let mut at = 0;
    for (keys, pause) in [("", FIRST_LOOK)].iter().chain(LOOKUP) {
        match *keys {
            "" => cites.settle(),
            "q" => {
                cites.send("q");
                assert_eq!(cites.wait_for_exit(), 0);
            }
            _ => drop(cites.press(keys)),
        }
        // A player must not ask the viewer's terminal for anything.
        let sent = cites.sent_since(at).replace("\x1b]11;?\x07", "").replace(STATUS_QUERY, "");
        at = cites.byte_count();
        lines.push(json!([f64::from(time) / 1000.0, "o", sent]).to_string());
        time += u32::try_from(*pause).expect("a pause");
    }
    compare("recherche.cast", &format!("{}\n", lines.join("\n")));
}

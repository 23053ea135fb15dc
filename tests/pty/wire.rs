//! Tests of the number of bytes sent, at 120x40.

use std::time::Duration;

use crate::harness::{Cites, FIRST_TEXT, FRAME_END, cites};

fn started() -> Cites {
    let cites = cites([]).size(120, 40).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites
}

/// Presses a key and returns the bytes sent for it.
fn bytes_for(cites: &Cites, key: &str) -> String {
    let bytes = cites.press(key);
    assert!(bytes.ends_with(FRAME_END), "{bytes:?}");
    bytes
}

#[test]
fn the_first_frame() {
    let bytes = started().byte_count();
    assert!(bytes <= 5_700, "{bytes} bytes");
}

#[test]
fn a_letter_of_a_search() {
    let cites = started();
    // The first one changes every line. Where a few rows are left, the card takes the width, and is drawn again as it
    // moves; then the less is new, the more is typed.
    for (letter, most) in [("g", 6_000), ("u", 3_500), ("e", 3_500), ("r", 2_500), ("e", 3_500), ("t", 500)] {
        let bytes = bytes_for(&cites, letter).len();
        assert!(bytes <= most, "{bytes} bytes for {letter}");
    }
}

#[test]
fn a_move_in_the_list() {
    let cites = started();
    bytes_for(&cites, "\x1b[B");
    for _ in 1..30 {
        let bytes = bytes_for(&cites, "\x1b[B");
        // At 2,400 bytes a second, the list has moved after a tenth of a
        // second, and the card is there after another eight tenths at most.
        let list = bytes.find(FRAME_END).unwrap() + FRAME_END.len();
        assert!(list <= 250, "{list} bytes for the list: {bytes:?}");
        assert!(bytes.len() <= 2_100, "{} bytes", bytes.len());
    }
}

#[test]
fn a_move_that_scrolls_the_list() {
    let cites = started();
    bytes_for(&cites, "\x1b[B");
    // To the end of the list, back to its top line by line, and down again.
    bytes_for(&cites, "\x1b[F");
    for key in ["\x1b[A"; 80].into_iter().chain(["\x1b[B"; 80]) {
        let bytes = bytes_for(&cites, key);
        // The terminal scrolls the lines itself, so that the move takes no more bytes than
        // one without scrolling.
        let list = bytes.find(FRAME_END).unwrap() + FRAME_END.len();
        assert!(list <= 250, "{list} bytes for the list: {bytes:?}");
        assert!(bytes.len() <= 2_100, "{} bytes", bytes.len());
    }
}

#[test]
fn a_change_of_tabs() {
    let cites = started();
    bytes_for(&cites, "\x1b[B");
    for tab in ["2", "3", "4", "1"] {
        let bytes = bytes_for(&cites, tab).len();
        assert!(bytes <= 5_700, "{bytes} bytes for tab {tab}");
    }
}

#[test]
fn nothing_is_sent_and_nothing_wakes_up_while_nothing_happens() {
    let cites = started();
    bytes_for(&cites, "g");
    cites.does_nothing_for(Duration::from_secs(2));
}

#[ignore = "takes ten seconds"]
#[test]
fn nothing_is_sent_and_nothing_wakes_up_for_ten_seconds() {
    let cites = started();
    bytes_for(&cites, "g");
    cites.does_nothing_for(Duration::from_secs(10));
}

//! Tests with terminals that are too small, too large, unknown, or that send nonsense.

use std::fmt::Write as _;

use crate::harness::{Cites, FIRST_TEXT, cites};

fn started() -> Cites {
    let cites = cites([]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites
}

/// Asserts that the program still responds: Ctrl-C ends it, without an error.
#[track_caller]
fn still_listens(mut cites: Cites) {
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
}

#[test]
fn any_size_is_drawn() {
    for (columns, rows) in [(1, 1), (2, 1), (1, 50), (20, 5), (500, 200)] {
        let cites = cites([]).size(columns, rows).spawn();
        cites.wait_for_frame_after(0);
        still_listens(cites);
    }
}

#[test]
fn a_terminal_without_a_size_has_the_usual_one() {
    let cites = cites([]).size(0, 0).spawn();
    cites.wait_until("a row below the 20th", |output| output.sent_since(0).contains("\x1b[24;"));
    still_listens(cites);
}

#[test]
fn sizes_that_change_all_the_time_end_with_the_last_one() {
    let cites = started();
    for round in 0..1_000 {
        cites.resize(1 + round * 7 % 500, 1 + round * 3 % 200);
        if round % 10 == 0 {
            cites.send(if round % 20 == 0 { "g" } else { "\x7f" });
        }
    }
    cites.resize(100, 30);
    cites.wait_for_frame(FIRST_TEXT);
    still_listens(cites);
}

#[test]
fn a_size_that_changes_within_an_escape_sequence_is_drawn() {
    let cites = started();
    cites.send("\x1b[");
    let before = cites.byte_count();
    cites.resize(100, 30);
    cites.wait_for_frame_after(before);
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("A");
    still_listens(cites);
}

#[test]
fn terminals_that_know_no_sequences_get_the_table() {
    for start in [cites([]).env("TERM", "dumb"), cites([]).env("TERM", ""), cites([]).without_env("TERM")] {
        let mut cites = start.spawn();
        assert_eq!(cites.wait_for_exit(), 0);
        cites.wait_until("the last Cité", |output| output.sent_since(0).contains("Fort-de-France"));
        assert!(!cites.sent().contains("\x1b[?"), "{:?}", cites.sent());
    }
}

#[test]
fn an_unknown_terminal_gets_the_explorer() {
    let cites = cites([]).env("TERM", "televideo-of-1985").spawn();
    cites.wait_for_frame(FIRST_TEXT);
    still_listens(cites);
}

#[test]
fn replies_to_queries_that_were_not_sent_are_harmless() {
    let cites = started();
    let answers = [
        "\x1b[?62;1;4c",                         // device attributes
        "\x1b[24;80R",                           // the cursor's position
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",      // the background colour
        "\x1bP>|xterm(380)\x1b\\",               // the terminal's version
        "\x1b[?1u",                              // the keyboard's modes
        "\x1b[99999999999999999999;9999999999R", // numbers beyond any integer
        "\x1b[<35;1000000;1000000M\x1b[<0;0;0m", // the mouse, off the screen
        "\x1b[\x1b[\x1b[;;;;;;;;~\x1bO\x1bOZ",   // sequences that are none
    ];
    for answer in answers {
        cites.send(answer);
    }
    // Bytes that are not UTF-8, and an incomplete character.
    cites.send(b"\xff\xfe\xc3\x28\xf0\x9f\xe2\x82");
    still_listens(cites);
}

#[test]
fn a_paste_of_a_megabyte_is_taken_in_at_once() {
    let cites = started();
    cites.send("\x1b[200~");
    cites.send("gueret\n".repeat(150_000));
    cites.send("\x1b[201~");
    still_listens(cites);
}

#[test]
fn keys_faster_than_frames_are_taken_in_together() {
    let cites = started();
    let before = cites.byte_count();
    let keys = (0..5_000).fold(String::new(), |mut keys, round| {
        let _ = write!(keys, "{}\x7f", char::from(b'a' + (round % 26) as u8));
        keys
    });
    cites.send(keys);
    cites.send("gueret");
    cites.wait_for_frame("gueret");
    let frames = cites.sent()[before..].matches("\x1b[?2026h").count();
    assert!(frames < 1_000, "{frames} frames for 10,000 keys");
    still_listens(cites);
}

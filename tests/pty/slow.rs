//! Tests of slow lines: the terminal says when it has read what was sent.

use crate::harness::{Cites, FIRST_TEXT, FRAME_END, Modes, STATUS_QUERY, cites};

const STATUS: &str = "\x1b[0n";
const DOWN: &str = "\x1b[B";
const MOVES: usize = 30;

/// Starts the program on a terminal whose status is sent by the test.
fn started() -> Cites {
    let cites = cites(["--as-of", "2026-11-22"]).size(120, 40).without_replies().spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.settle();
    cites
}

fn queries(sent: &str) -> usize {
    sent.matches(STATUS_QUERY).count()
}

/// Returns the lines without what is blank at their ends.
fn lines(screen: &str) -> Vec<String> {
    screen.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Returns the lines after the moves, on a terminal that replies at once.
fn lines_after_moves() -> Vec<String> {
    let cites = cites(["--as-of", "2026-11-22"]).size(120, 40).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    for _ in 0..MOVES {
        cites.press(DOWN);
    }
    lines(&cites.screen())
}

#[test]
fn frames_wait_until_the_terminal_has_read_the_last_ones() {
    let cites = started();
    assert_eq!(queries(&cites.sent()), 1, "one behind the first frame");
    cites.press(STATUS);
    let before = cites.byte_count();
    for _ in 0..MOVES {
        cites.press(DOWN);
    }
    let sent = cites.sent_since(before);
    assert_eq!(queries(&sent), 1, "at most one is outstanding: {sent:?}");
    assert!(sent.matches(FRAME_END).count() < MOVES, "{sent:?}");
    // Each reply lets one frame through, and the last one shows all moves.
    while queries(&cites.press(STATUS)) > 0 {}
    assert_eq!(lines(&cites.screen()), lines_after_moves());
}

#[test]
fn without_replies_the_screen_is_right_once_keys_pause() {
    let cites = started();
    cites.send(DOWN.repeat(MOVES / 2));
    for _ in 0..MOVES / 2 {
        cites.press(DOWN);
    }
    let expected = lines_after_moves();
    cites.wait_until("the card", |output| lines(&output.screen()) == expected);
    assert_eq!(queries(&cites.sent()), 1, "it was asked once");
}

#[test]
fn leaving_waits_for_the_status_that_is_outstanding() {
    let mut cites = started();
    cites.press(STATUS);
    cites.press(DOWN);
    cites.send("\x03");
    cites.wait_until("leaves the screen", |output| output.sent_since(0).ends_with("\x1b[?1049l"));
    assert!(cites.modes().raw, "nothing is echoed while a reply is waited for");
    cites.send_bytes("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\");
    cites.wait_until_read();
    assert!(cites.modes().raw, "the status is still to come");
    cites.send_bytes(STATUS);
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
    assert_eq!(cites.unread(), 0, "bytes are left for the shell");
}

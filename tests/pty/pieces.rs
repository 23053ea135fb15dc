//! Tests of keys and replies that arrive in pieces, late, or after the explorer has left.

use crate::harness::{Cites, FIRST_TEXT, Modes, cites};

const REPLY: &str = "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\";

fn started() -> Cites {
    let cites = cites(["--as-of", "2026-11-22"]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.settle();
    cites
}

/// Sends bytes so that the program reads them one by one, but an escape byte with the one after it, and what begins a
/// reply with its first byte: the time between these counts, and a busy machine may be late.
fn send_in_pieces(cites: &Cites, bytes: &str) {
    // The terminal sends no reply of its own between the pieces: it has replied to the last frame.
    cites.settle();
    let mut bytes = bytes.bytes();
    while let Some(byte) = bytes.next() {
        let after = if byte == b'\x1b' { bytes.next() } else { None };
        let begins_reply = after.is_some_and(|after| matches!(after, b'P' | b']' | b'_' | b'X' | b'^'));
        let first = if begins_reply { bytes.next() } else { None };
        cites.send_bytes([Some(byte), after, first].into_iter().flatten().collect::<Vec<_>>());
        cites.wait_until_read();
    }
}

#[test]
fn sequences_in_pieces_are_keys() {
    let cites = started();
    cites.press("saint");
    let query = cites.screen();
    // Down, the wheel, Page Down, Home: none of their letters is typed, and the search is not cleared.
    for sequence in ["\x1b[B", "\x1b[<65;4;7M", "\x1b[6~", "\x1b[H"] {
        send_in_pieces(&cites, sequence);
    }
    cites.settle();
    let line = |screen: &str| screen.lines().nth(1).map(str::to_owned);
    assert_eq!(line(&cites.screen()), line(&query));
    send_in_pieces(&cites, "\x1b[200~/q\x1b[201~");
    cites.settle();
    assert_eq!(line(&cites.screen()), line(&query), "pasted text is no command in a list");
}

#[test]
fn an_escape_byte_alone_is_a_key_soon() {
    let cites = started();
    cites.press("gueret");
    cites.send_bytes("\x1b");
    cites.wait_for_frame("84 Cités");
}

#[test]
fn a_reply_is_never_typed_however_it_arrives() {
    let cites = started();
    let before = cites.screen();
    send_in_pieces(&cites, REPLY);
    // Replies that nobody asked for.
    send_in_pieces(&cites, "\x1b]52;c;cXE=\x07\x1bP>|XTerm(390)\x1b\\\x1b[?62;4c\x1b_Gi=1;OK\x1b\\");
    cites.settle();
    assert_eq!(cites.screen(), before);
}

#[test]
fn a_reply_after_the_explorer_has_left_is_not_on_the_command_line() {
    for pieces in [vec![REPLY], vec!["\x1b]11;rgb:1e1e/", "1e1e/1e1e\x07"]] {
        let mut cites = cites([]).spawn();
        cites.wait_for_frame(FIRST_TEXT);
        cites.send("\x03");
        cites.wait_until("leaves the screen", |output| output.sent_since(0).ends_with("\x1b[?1049l"));
        assert!(cites.modes().raw, "nothing is echoed while a reply is waited for");
        pieces.into_iter().for_each(|piece| cites.send_bytes(piece));
        assert_eq!(cites.wait_for_exit(), 0);
        assert_eq!(cites.modes(), Modes::GIVEN_BACK);
        assert_eq!(cites.screen().trim(), "");
        assert_eq!(cites.unread(), 0, "bytes are left for the shell");
    }
}

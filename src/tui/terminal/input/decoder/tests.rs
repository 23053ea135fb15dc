//! Tests of bytes, whole and in pieces.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

/// Decodes pieces of bytes, each of which arrives before the decoder's time is over.
fn decoded<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Incoming> {
    let (mut decoder, mut incoming) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.decode(piece, &mut |one| incoming.push(one));
    }
    incoming
}

/// Decodes bytes, and what they are if nothing follows.
fn decoded_alone(bytes: &[u8]) -> Vec<Incoming> {
    let (mut decoder, mut incoming) = (Decoder::default(), Vec::new());
    decoder.decode(bytes, &mut |one| incoming.push(one));
    while decoder.timeout().is_some() {
        decoder.expire(&mut |one| incoming.push(one));
    }
    incoming
}

fn letters(text: &str) -> Vec<Incoming> {
    text.chars().map(|letter| character(letter, NONE)).collect()
}

fn keys(keys: &[(KeyCode, KeyModifiers)]) -> Vec<Incoming> {
    keys.iter().map(|(code, modifiers)| key(*code, *modifiers)).collect()
}

#[test]
fn keys_are_what_terminals_send_for_them() {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, Left, PageDown, PageUp,
        Right, Tab, Up,
    };
    for (bytes, expected) in [
        ("\r", (Enter, NONE)),
        ("\t", (Tab, NONE)),
        ("\x7f", (Backspace, NONE)),
        ("\x08", (Char('h'), CTRL)),
        ("\x03", (Char('c'), CTRL)),
        ("\0", (Char(' '), CTRL)),
        ("\x1c", (Char('4'), CTRL)),
        ("a", (Char('a'), NONE)),
        ("A", (Char('A'), SHIFT)),
        ("é", (Char('é'), NONE)),
        ("É", (Char('É'), SHIFT)),
        ("漢", (Char('漢'), NONE)),
        ("👪", (Char('👪'), NONE)),
        ("\x1b", (Esc, NONE)),
        ("\x1ba", (Char('a'), ALT)),
        ("\x1bé", (Char('é'), ALT)),
        ("\x1b1", (Char('1'), ALT)),
        ("\x1b\x7f", (Backspace, ALT)),
        ("\x1b\r", (Enter, ALT)),
        ("\x1b[A", (Up, NONE)),
        ("\x1bOB", (Down, NONE)),
        ("\x1b\x1b[C", (Right, ALT)),
        ("\x1b\x1bOC", (Right, ALT)),
        ("\x1b[1;3D", (Left, ALT)),
        ("\x1b[1;5D", (Left, CTRL)),
        ("\x1b[1;6A", (Up, CTRL.union(SHIFT))),
        ("\x1bOd", (Left, CTRL)),
        ("\x1b[a", (Up, SHIFT)),
        ("\x1b[H", (Home, NONE)),
        ("\x1bOF", (End, NONE)),
        ("\x1b[1~", (Home, NONE)),
        ("\x1b[7~", (Home, NONE)),
        ("\x1b[4~", (End, NONE)),
        ("\x1b[2~", (Insert, NONE)),
        ("\x1b[3~", (Delete, NONE)),
        ("\x1b[3;5~", (Delete, CTRL)),
        ("\x1b[3^", (Delete, CTRL)),
        ("\x1b[5$", (PageUp, SHIFT)),
        ("\x1b[5~", (PageUp, NONE)),
        ("\x1b[6~", (PageDown, NONE)),
        ("\x1b[Z", (BackTab, SHIFT)),
        ("\x1bOP", (F(1), NONE)),
        ("\x1b[11~", (F(1), NONE)),
        ("\x1b[[A", (F(1), NONE)),
        ("\x1b[P", (F(1), NONE)),
        ("\x1b[1;2P", (F(1), SHIFT)),
        ("\x1b[15~", (F(5), NONE)),
        ("\x1b[24~", (F(12), NONE)),
        ("\x1bOM", (Enter, NONE)),
        ("\x1b[13;5u", (Enter, CTRL)),
        ("\x1b[27;5;13~", (Enter, CTRL)),
        ("\x1b[97;3:1u", (Char('a'), ALT)),
    ] {
        assert_eq!(decoded_alone(bytes.as_bytes()), keys(&[expected]), "{bytes:?}");
    }
    assert_eq!(decoded_alone(b"\x1b\x1b"), keys(&[(Esc, NONE), (Esc, NONE)]));
    assert_eq!(decoded_alone(b"\x1b\x1ba"), keys(&[(Esc, NONE), (Char('a'), ALT)]));
    assert_eq!(decoded_alone(b"\x1b[97;1:3u"), [], "a key that is released");
}

#[test]
fn an_escape_byte_belongs_to_what_follows_in_time() {
    let (mut decoder, mut incoming) = (Decoder::default(), Vec::new());
    decoder.decode(b"\x1b", &mut |one| incoming.push(one));
    assert_eq!(decoder.timeout(), Some(ESCAPE_TIME));
    decoder.decode(b"[", &mut |one| incoming.push(one));
    decoder.decode(b"B", &mut |one| incoming.push(one));
    assert_eq!((decoder.timeout(), mem::take(&mut incoming)), (None, keys(&[(KeyCode::Down, NONE)])));

    decoder.decode(b"\x1b", &mut |one| incoming.push(one));
    decoder.expire(&mut |one| incoming.push(one));
    decoder.decode(b"[B", &mut |one| incoming.push(one));
    let expected = [keys(&[(KeyCode::Esc, NONE)]), letters("[B")].concat();
    assert_eq!((decoder.timeout(), incoming), (None, expected));
}

#[test]
fn the_mouse_is_reported() {
    let event = |kind, column, row, modifiers| {
        Incoming::Event(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
    };
    for (bytes, kind, column, row, modifiers) in [
        ("\x1b[<0;1;1M", MouseEventKind::Down(MouseButton::Left), 0, 0, NONE),
        ("\x1b[<0;300;200m", MouseEventKind::Up(MouseButton::Left), 299, 199, NONE),
        ("\x1b[<2;3;4M", MouseEventKind::Down(MouseButton::Right), 2, 3, NONE),
        ("\x1b[<64;3;4M", MouseEventKind::ScrollUp, 2, 3, NONE),
        ("\x1b[<65;3;4M", MouseEventKind::ScrollDown, 2, 3, NONE),
        ("\x1b[<81;3;4M", MouseEventKind::ScrollDown, 2, 3, CTRL),
        ("\x1b[<32;3;4M", MouseEventKind::Drag(MouseButton::Left), 2, 3, NONE),
        ("\x1b[<35;3;4M", MouseEventKind::Moved, 2, 3, NONE),
        ("\x1b[M !!", MouseEventKind::Down(MouseButton::Left), 0, 0, NONE),
        ("\x1b[Ma#$", MouseEventKind::ScrollDown, 2, 3, NONE),
        ("\x1b[M###", MouseEventKind::Up(MouseButton::Left), 2, 2, NONE),
    ] {
        assert_eq!(decoded_alone(bytes.as_bytes()), [event(kind, column, row, modifiers)], "{bytes:?}");
    }
    for malformed in ["\x1b[<0;0;1M", "\x1b[<0;1M", "\x1b[<;1;1M", "\x1b[<99999;1;1M", "\x1b[M\x01\x01\x01"] {
        assert_eq!(decoded_alone(malformed.as_bytes()), [], "{malformed:?}");
    }
}

#[test]
fn replies_are_never_typed() {
    for reply in ["\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]11;?\x07"] {
        let incoming = decoded([reply.as_bytes(), b"a".as_slice()]);
        assert!(matches!(incoming.as_slice(), [Incoming::Background(_), _]), "{incoming:?}");
    }
    for reply in ["\x1b[0n", "\x1b[3n"] {
        let expected = [&[Incoming::Status], letters("a").as_slice()].concat();
        assert_eq!(decoded([reply.as_bytes(), b"a"]), expected, "{reply:?}");
        for cut in 1..reply.len() {
            let pieces = reply.as_bytes().split_at(cut);
            assert_eq!(decoded([pieces.0, pieces.1, b"a"]), expected, "{reply:?} at {cut}");
        }
    }
    for reply in [
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b]4;1;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]52;c;R3XDqXJldA==\x07",
        "\x1b]lTitle q\x1b\\",
        "\x1b]\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^message\x1b\\",
        "\x1bXstring\x1b\\",
        "\x1b[?62;1;4c",
        "\x1b[>41;390;0c",
        "\x1b[24;80R",
        "\x1b[1;5R",
        "\x1b[?1u",
        "\x1b[?2026;1$y",
        "\x1b[8;24;80t",
        "\x1b[I",
        "\x1b[O",
        "\x1b[?997;1n",
    ] {
        assert_eq!(decoded([reply.as_bytes(), b"a"]), letters("a"), "{reply:?}");
        // Cut in two at any byte, each piece late: no part is typed.
        for cut in 1..reply.len() {
            let pieces = reply.as_bytes().split_at(cut);
            assert_eq!(decoded([pieces.0, pieces.1, b"a"]), letters("a"), "{reply:?} at {cut}");
        }
    }
}

#[test]
fn a_reply_without_an_end_stops_nobody() {
    let (mut decoder, mut incoming) = (Decoder::default(), Vec::new());
    decoder.decode(b"\x1b]11;rgb:", &mut |one| incoming.push(one));
    decoder.expire(&mut |one| incoming.push(one));
    decoder.decode(b"bordeaux", &mut |one| incoming.push(one));
    assert_eq!(incoming, letters("bordeaux"));
    // Ctrl-C and another sequence end it at once.
    assert_eq!(decoded([b"\x1b]11;rg\x03".as_slice()]), keys(&[(KeyCode::Char('c'), CTRL)]));
    assert_eq!(decoded([b"\x1bP1;2\x1b[B".as_slice()]), keys(&[(KeyCode::Down, NONE)]));
    assert_eq!(decoded([b"\x1b[1;2\x03".as_slice()]), keys(&[(KeyCode::Char('c'), CTRL)]));
    // Whoever types Alt-] and then a name has typed the name.
    let (mut decoder, mut incoming) = (Decoder::default(), Vec::new());
    decoder.decode(b"\x1b]", &mut |one| incoming.push(one));
    decoder.expire(&mut |one| incoming.push(one));
    decoder.decode(b"reims", &mut |one| incoming.push(one));
    assert_eq!(incoming, letters("reims"));
}

#[test]
fn a_paste_in_pieces_is_one_paste_and_no_command() {
    let paste = |text: &str| [Incoming::Event(Event::Paste(text.to_owned()))];
    let bytes = "\x1b[200~q\r\x1b[B \x1b[201 Guéret\x1b\x1b[201~".as_bytes();
    let text = "q\r\x1b[B \x1b[201 Guéret\x1b";
    assert_eq!(decoded([bytes]), paste(text));
    for cut in 1..bytes.len() {
        let (first, second) = bytes.split_at(cut);
        assert_eq!(decoded([first, second]), paste(text), "{cut}");
    }
    let long = format!("\x1b[200~{}\x1b[201~a", "x".repeat(2 * MAX_PASTE));
    let incoming = decoded([long.as_bytes()]);
    assert_eq!(incoming, [&paste(&"x".repeat(MAX_PASTE))[..], &letters("a")].concat());
    // An end that never comes.
    assert_eq!(decoded_alone(b"\x1b[200~lim"), paste("lim"));
}

#[test]
fn letters_of_a_terminal_with_latin_1_are_read() {
    assert_eq!(decoded_alone(b"Gu\xe9ret"), letters("Guéret"));
    assert_eq!(decoded_alone(b"\xe9"), letters("é"));
    assert_eq!(decoded_alone(b"\xff\x85\xa0"), letters("ÿ\u{a0}"));
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_are_the_same(
        bytes in prop::collection::vec(
            prop_oneof![
                any::<u8>().prop_map(|byte| vec![byte]),
                prop::sample::select(vec![
                    "\x1b", "\x1b[", "\x1b]11;", "\x1bO", "\x1bP", "\x1b\\", "\x07", "~", "M", "[", "200~", "\x1b[200~",
                    "\x1b[201~", "<0;1;1", "é", "👪",
                ])
                .prop_map(|text| text.as_bytes().to_vec()),
            ],
            0..40,
        ),
        size in 1..7_usize,
    ) {
        let bytes = bytes.concat();
        let whole = decoded([bytes.as_slice()]);
        prop_assert_eq!(&decoded(bytes.chunks(size)), &whole);
        // It always comes to rest.
        decoded_alone(&bytes);
    }
}

//! Tests of a screen on which other programs have written.

use std::fs;

use vt100::Parser;

use crate::harness::{Cites, FIRST_TEXT, Modes, cites};

/// Returns what a terminal without an alternate screen shows once it has processed some bytes.
fn shown_without_alternate_screen(before: &str, sent: &str) -> String {
    let mut terminal = Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    terminal.process(before.as_bytes());
    terminal.process(sent.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "").as_bytes());
    terminal.screen().contents()
}

fn started() -> Cites {
    let cites = cites(["--as-of", "2026-11-22"]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.settle();
    cites
}

#[test]
fn a_terminal_without_an_alternate_screen_shows_nothing_else_and_ends_clear() {
    let before = "text that stood there before ".repeat(66);
    let mut cites = started();
    assert_eq!(shown_without_alternate_screen(&before, &cites.sent()), cites.screen());
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(shown_without_alternate_screen(&before, &cites.sent()), "");
}

/// Returns the modes that are set, whatever was sent to set them.
fn modes(cites: &Cites) -> Modes {
    Modes { others: Vec::new(), ..cites.modes() }
}

#[test]
fn nothing_that_another_program_wrote_survives_a_repaint() {
    for written in [
        "\x1b[5;9Hwall: the system goes down",
        "\x1b[2J",
        "\x1b[5;9r\x1b[9;1H\n\n\n",
        "\x1b(0\x1b[7mjob done",
        "\x1b[?7l\x1b[1;31m\x1b[24;70H0123456789012345",
        "\x1b[?25h\x1b[?2004l",
    ] {
        let cites = started();
        cites.press("\r\x1b[B\x1b[B");
        // The first one sends the cells in the same order as the second one.
        cites.press("\x0c");
        let look = |cites: &Cites| {
            cites.see(|screen| (screen.contents_formatted(), screen.cursor_position(), screen.hide_cursor()))
        };
        let (before, set) = (look(&cites), modes(&cites));
        fs::write(format!("/proc/{}/fd/1", cites.pid().as_raw_nonzero()), written).unwrap();
        cites.press("\x0c");
        assert_eq!(look(&cites), before, "{written:?}");
        assert_eq!(modes(&cites), set, "{written:?}");
    }
}

#[test]
fn the_cursor_stands_on_what_is_selected() {
    let cites = started();
    let line = |cites: &Cites| {
        cites.see(|screen| {
            let (row, _) = screen.cursor_position();
            (screen.hide_cursor(), screen.contents().lines().nth(row.into()).unwrap_or_default().to_owned())
        })
    };
    assert!(!line(&cites).0, "the cursor of the search shows");
    for key in ["\r", "\x1b[B", "\x1b[B", "\x1b[6~"] {
        cites.press(key);
        let (is_hidden, line) = line(&cites);
        assert!(is_hidden && line.starts_with('▸'), "{line:?} after {key:?}");
    }
    // On the map, on the name of the selected region, or on the sign of the selected Cité before its label.
    let cell = |cites: &Cites| {
        let (row, column) = cites.see(vt100::Screen::cursor_position);
        cites.see(|screen| screen.cell(row, column).unwrap().clone())
    };
    cites.press("5");
    assert_eq!(cell(&cites).contents(), "I", "{}", cites.screen());
    cites.press("v");
    cites.press("+");
    assert_eq!(cell(&cites).contents(), "H", "{}", cites.screen());
    cites.press("v");
    assert_eq!(cell(&cites).contents(), "●", "{}", cites.screen());
}

#[test]
fn a_key_leaves_the_mouse_to_the_terminal_and_takes_it_back() {
    let mut cites = started();
    assert!(cites.modes().mouse);
    cites.press("\r");
    cites.press("m");
    assert!(!cites.modes().mouse);
    cites.press("m");
    assert!(cites.modes().mouse);
    cites.press("m");
    cites.send("q");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

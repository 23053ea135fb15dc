//! Tests that the terminal is restored on every way out.

use rustix::process::Signal;

use crate::harness::{Cites, FIRST_TEXT, Modes, cites, script};

/// The first bytes sent when the terminal is taken over.
const TAKE_OVER: &str = "\x1b[?1049h";

fn started() -> Cites {
    let cites = cites([]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    let modes = cites.modes();
    assert!(modes.raw && modes.alternate_screen && modes.bracketed_paste, "{modes:?}");
    assert_eq!(modes.others, [""; 0], "keys send what they always do, and nothing is asked");
    cites
}

#[track_caller]
fn ends(mut cites: Cites, exit_code: i32) {
    assert_eq!(cites.wait_for_exit(), exit_code);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

#[test]
fn on_ctrl_c() {
    let cites = started();
    cites.send("\x03");
    ends(cites, 0);
}

#[test]
fn on_signals() {
    for (signal, exit_code) in
        [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::TERM, 143)]
    {
        let cites = started();
        cites.signal(signal);
        ends(cites, exit_code);
    }
}

// Only builds with debug assertions can be made to panic.
#[cfg(debug_assertions)]
#[test]
fn on_a_panic_whose_message_is_then_on_the_screen() {
    for thread in ["main", "other"] {
        let mut cites = cites([]).env("CITES_TEST_PANIC", thread).spawn();
        assert_eq!(cites.wait_for_exit(), 101);
        cites.wait_for_text(&format!(
            "a panic on {}",
            if thread == "main" { "the main thread" } else { "another thread" }
        ));
        assert!(cites.sent().contains("\x1b[?1049h"), "the explorer was there");
        assert_eq!(cites.modes(), Modes::GIVEN_BACK);
    }
}

#[test]
fn on_a_signal_while_the_terminal_takes_no_bytes() {
    let mut cites = started();
    cites.stop_output();
    cites.send("a");
    cites.signal(Signal::TERM);
    assert_eq!(cites.wait_for_exit(), 143);
    // The screen can no longer change, but the effect of keys can.
    assert!(!cites.modes().raw);
}

#[test]
fn on_an_output_that_fails() {
    // The output goes to another terminal than the one that keys come from.
    let mut display = script("tty; read -r line").spawn();
    display.wait_for_text("/dev/");
    let mut cites = script(r#""$CITES" >"$DISPLAY_TERMINAL"; echo "ended: $?"; read -r line"#)
        .env("DISPLAY_TERMINAL", display.screen().trim())
        .spawn();
    display.wait_for_frame(FIRST_TEXT);
    assert!(cites.modes().raw);
    display.hang_up();
    cites.wait_for_text("ended: 129");
    assert!(!cites.modes().raw);
    cites.hang_up();
}

#[test]
fn where_a_stream_is_closed_from_the_start() {
    for closed in [">&-", "2>&-", "<&-", ">&- 2>&- <&-"] {
        let cites = script(&format!(
            r#"timeout 60 "$CITES" list gueret {closed}; echo "listed: $?"; "$CITES" gueret {closed}; echo "ended: $?"; read -r line"#
        ))
        .spawn();
        cites.wait_for_text("listed: 0");
        // Keys are read from the terminal nevertheless.
        if !closed.starts_with(">&-") {
            cites.wait_for_frame("CA du Grand Guéret");
            cites.send("\x03");
        }
        cites.wait_for_text("ended: 0");
        assert_eq!(cites.modes(), Modes::GIVEN_BACK, "{closed}");
    }
}

#[test]
fn on_ctrl_z_and_again_after_fg() {
    let cites = script(
        r#"set -m; "$CITES"; echo "stopped: $?"; read -r line; fg >/dev/null; echo "ended: $?"; read -r line"#,
    )
    .spawn();
    cites.wait_for_frame(FIRST_TEXT);
    let taken = cites.modes();
    cites.send("\x1a");
    cites.wait_for_text("stopped: 148");
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);

    cites.resize(40, 12);
    cites.send("\n");
    cites.wait_for_frame(FIRST_TEXT);
    assert_eq!(cites.modes(), taken);
    cites.send("\x03");
    cites.wait_for_text("ended: 0");
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

#[test]
fn on_ctrl_z_where_no_shell_could_continue_it_at_once() {
    let cites = started();
    let taken = cites.modes();
    let before = cites.byte_count();
    cites.send("\x1a");
    cites.wait_until("the terminal taken again", |output| output.sent_since(before).contains(TAKE_OVER));
    cites.wait_for_frame(FIRST_TEXT);
    assert_eq!(cites.modes(), taken);
    cites.send("\x03");
    ends(cites, 0);
}

#[test]
fn after_a_stop_from_outside() {
    for stop in [Signal::STOP, Signal::TSTP] {
        let cites = started();
        let taken = cites.modes();
        let before = cites.byte_count();
        cites.signal(stop);
        cites.signal(Signal::CONT);
        cites.wait_until("the terminal taken again", |output| output.sent_since(before).contains(TAKE_OVER));
        cites.wait_for_frame(FIRST_TEXT);
        assert_eq!(cites.modes(), taken);
        cites.send("\x03");
        ends(cites, 0);
    }
}

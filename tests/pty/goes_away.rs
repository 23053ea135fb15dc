//! Tests that the program ends quietly when the terminal goes away, with or without a signal.

use std::fs;

use rustix::process::Pid;

use crate::harness::{Cites, FIRST_TEXT, cites, script, wait_for_end};

/// The maximum processor time from the hang-up to the end, in ticks (hundredths of a second). A
/// program that reads a closed terminal over and over uses 100 of them per second.
const MAX_TICKS: u64 = 10;

/// Hangs up, and asserts that the started process, and the program if it is a child of that
/// process, end with this code and use hardly any processor time before.
#[track_caller]
fn hang_up(mut cites: Cites, exit_code: i32) {
    cites.wait_for_frame(FIRST_TEXT);
    let ticks = cites.processor_ticks();
    cites.hang_up();
    assert!(wait_for_end(cites.pid()), "lives on");
    let ticks = cites.processor_ticks() - ticks;
    assert!(ticks <= MAX_TICKS, "{ticks} ticks");
    assert_eq!(cites.wait_for_exit(), exit_code);
}

#[test]
fn with_a_signal() {
    hang_up(cites([]).spawn(), 129);
}

#[test]
fn with_the_signal_ignored_by_the_parent() {
    hang_up(script(r#"trap "" HUP; exec "$CITES""#).spawn(), 129);
}

#[test]
fn below_a_session_leader_that_ignores_the_signal() {
    hang_up(script(r#"trap "" HUP; "$CITES"; exit $?"#).spawn(), 129);
}

#[test]
fn below_a_session_leader_that_keeps_the_signal_to_itself() {
    hang_up(script(r#"trap : HUP; "$CITES"; exit $?"#).spawn(), 129);
}

#[test]
fn under_nohup() {
    hang_up(script(r#"exec nohup sh -c 'exec "$CITES" </dev/tty >/dev/tty'"#).spawn(), 129);
}

#[test]
fn with_standard_input_at_its_end() {
    let cites = script(r#"trap "" HUP; "$CITES" </dev/null; exit $?"#).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("gueret");
    cites.wait_for_frame("gueret");
    hang_up(cites, 129);
}

#[test]
fn within_an_escape_sequence() {
    let cites = script(r#"trap "" HUP; "$CITES"; exit $?"#).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("gueret\x1b[");
    cites.wait_for_frame("gueret");
    hang_up(cites, 129);
}

#[test]
fn while_stopped() {
    let mut shell =
        script(r#"set -m; sh -c 'echo $$ >"$HOME/pid"; exec "$CITES"'; echo "stopped: $?"; read -r line"#)
            .spawn();
    shell.wait_for_frame(FIRST_TEXT);
    shell.send("\x1a");
    shell.wait_for_text("stopped: 148");
    let pid = fs::read_to_string(shell.home().join("pid")).unwrap().trim().parse().unwrap();
    shell.hang_up();
    assert!(wait_for_end(Pid::from_raw(pid).unwrap()), "lives on");
}

#[test]
fn under_nohup_alone_there_is_a_table_and_no_explorer() {
    let mut cites = script(r#"exec nohup "$CITES""#).spawn();
    assert_eq!(cites.wait_for_exit(), 0);
    let table = fs::read_to_string(cites.home().join("nohup.out")).unwrap();
    assert!(table.contains("Territoire"), "{table}");
    assert!(!table.contains('\x1b'), "{table:?}");
}

#[test]
fn without_a_terminal_for_keys_there_is_a_table_and_no_explorer() {
    let mut cites = script(r#"exec setsid -w "$CITES" </dev/null"#).spawn();
    assert_eq!(cites.wait_for_exit(), 0);
    cites.wait_until("the last Cité", |output| output.sent_since(0).contains("Fort-de-France"));
    assert!(!cites.sent().contains("\x1b[?"), "{}", cites.sent());
}

//! Tests of whole sessions.

use std::fs;

use crate::harness::{FIRST_TEXT, Modes, cites, script};

#[test]
fn someone_types_a_name_reads_the_card_and_leaves() {
    let mut cites = cites(["--as-of", "2026-11-22"]).size(120, 40).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("gueret");
    cites.wait_for_frame("CA du Grand Guéret");
    cites.wait_until_gone("Bordeaux");
    // Excludes the code, which is shared and five times as large in a debug build.
    let memory = cites.memory("RssAnon");
    assert!(memory <= 6_000_000, "{memory} bytes of memory");
    // A text of the card that no line of the list contains.
    cites.wait_for_frame("Creuse (23)");
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites.send("q");
    assert_eq!(cites.wait_for_exit(), 0);
    cites.wait_until_gone("Guéret");
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

#[test]
fn keys_come_from_the_terminal_where_the_snapshot_comes_from_standard_input() {
    let snapshot = concat!(env!("CARGO_MANIFEST_DIR"), "/data/snapshot.json");
    let mut cites = script(r#""$CITES" --data - <"$SNAPSHOT""#).env("SNAPSHOT", snapshot).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("gueret");
    cites.wait_for_frame("CA du Grand Guéret");
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

#[test]
fn a_file_that_is_no_snapshot_is_refused_before_the_screen_is_taken() {
    let mut cites = script(r#"echo '{"cites": 84}' >wrong.json; "$CITES" --data wrong.json"#).spawn();
    assert_eq!(cites.wait_for_exit(), 2);
    cites.wait_for_text("wrong.json");
    assert!(!cites.sent().contains("\x1b[?"), "{:?}", cites.sent());
}

#[test]
fn a_mistyped_command_is_reported_and_opens_nothing() {
    let mut cites = cites(["chek", "data.json"]).spawn();
    assert_eq!(cites.wait_for_exit(), 1);
    cites.wait_for_text("cites check");
    assert!(!cites.sent().contains("\x1b[?"), "{:?}", cites.sent());
}

#[test]
fn the_locale_chooses_the_language_and_the_signs() {
    let shown = |locale: &str, text: &str| {
        let cites = cites([]).env("LANG", locale).size(120, 40).spawn();
        cites.wait_for_frame(text);
        cites.screen()
    };
    assert!(shown("en_GB.UTF-8", "Territories").contains('▸'));
    assert!(shown("fr_FR.UTF-8", FIRST_TEXT).contains('▸'));
    let plain = shown("C", FIRST_TEXT);
    assert!(!plain.contains(['▸', '│', '─', '┃']), "{plain}");
}

#[test]
fn no_colour_is_sent_with_no_color() {
    let cites = cites([]).env("NO_COLOR", "1").spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("gueret");
    cites.wait_for_frame("CA du Grand Guéret");
    let sent = cites.sent();
    // Bold, underlined and reversed letters stay; the sequences that set colours hold a number from 30 on.
    let colours = sent.split("\x1b[").filter_map(|rest| rest.split_once('m')).filter(|(parameters, _)| {
        parameters.split(';').any(|parameter| parameter.parse().is_ok_and(|number: u16| number >= 30))
    });
    assert_eq!(colours.count(), 0, "{sent:?}");
}

#[test]
fn the_home_folder_is_left_as_it_was() {
    let mut cites = cites([]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(fs::read_dir(cites.home()).unwrap().count(), 0);
}

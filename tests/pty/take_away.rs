//! Tests of copying to the clipboard and of saving files.

use std::fs;
use std::os::unix::fs::symlink;

use crate::harness::{Cites, FIRST_TEXT, Modes, cites, script};

/// Returns the explorer on the three Cités of Bretagne, with the focus on the list.
fn in_list() -> Cites {
    let cites = cites(["--as-of", "2026-11-22", "--no-history", "region:bretagne"]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites
}

#[test]
fn a_copy_goes_through_the_terminal() {
    let cites = in_list();
    cites.send("u");
    cites.wait_for_frame("presse-papiers");
    // "http" in Base64, as in OSC 52.
    let sent = cites.sent();
    assert!(sent.contains("\x1b]52;c;aHR0c"), "{sent:?}");
}

/// Returns the explorer in tmux, as a program of that name that keeps what it is given and then ends with a code.
fn in_tmux(exit_code: u8) -> Cites {
    let cites = script(&format!(
        r#"cat >tmux <<'END'
#!/bin/sh
echo "$@" >arguments
cat >buffer
exit {exit_code}
END
chmod +x tmux; PATH=$PWD:$PATH "$CITES" --no-history region:bretagne"#
    ));
    let cites = cites.env("TMUX", "/tmp/tmux-0/default,1,0").spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites
}

#[test]
fn a_copy_in_tmux_is_its_buffer_or_else_the_bare_sequence() {
    for (exit_code, is_sent) in [(0, false), (1, true)] {
        let cites = in_tmux(exit_code);
        cites.send("u");
        cites.wait_for_frame("presse-papiers");
        assert_eq!(cites.sent().contains("\x1b]52;c;aHR0c"), is_sent, "{:?}", cites.sent());
        let read = |file: &str| fs::read_to_string(cites.home().join(file)).unwrap();
        assert_eq!(read("arguments").trim(), "loadb -w -");
        assert!(read("buffer").starts_with("http"), "{}", read("buffer"));
    }
}

#[test]
fn a_copy_in_gnu_screen_is_passed_in_pieces() {
    let cites = cites(["--no-history", "region:bretagne"]).env("STY", "1.pts-0.host").spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites.send("y");
    cites.wait_for_frame("presse-papiers");
    let sent = cites.sent();
    let strings: Vec<&str> =
        sent.split("\x1bP").skip(1).filter_map(|rest| rest.split("\x1b\\").next()).collect();
    assert!(strings.len() > 1 && strings.iter().all(|string| string.len() <= 700), "{strings:?}");
    assert!(strings[0].starts_with("\x1b]52;c;") && strings.concat().ends_with('\x07'), "{strings:?}");
}

#[test]
fn the_mouse_is_left_to_the_terminal_while_a_text_is_to_be_selected() {
    let mut cites = in_list();
    cites.send("yy");
    cites.wait_for_frame("Échap fermer");
    assert!(cites.sent().contains("\x1b[?1000l"));
    cites.send("\x1b");
    cites.wait_for_frame("q quitter");
    cites.send("q");
    assert_eq!(cites.wait_for_exit(), 0);
    assert_eq!(cites.modes(), Modes::GIVEN_BACK);
}

#[test]
fn the_mouse_stays_with_the_terminal_over_a_stop() {
    let cites = script(r#"set -m; "$CITES" region:bretagne; fg >/dev/null"#).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    cites.send("\r");
    cites.wait_for_frame("q quitter");
    cites.send("yy");
    cites.wait_for_frame("Échap fermer");
    let before = cites.byte_count();
    cites.send("\x1a");
    cites.wait_for_frame_after(before);
    cites.wait_for_frame("Échap fermer");
    assert!(!cites.sent_since(before).contains("\x1b[?1000h"), "{:?}", cites.sent_since(before));
    cites.send("\x1b");
    cites.wait_for_frame("q quitter");
    assert!(cites.sent_since(before).contains("\x1b[?1000h"));
}

#[test]
fn the_list_is_saved_and_no_file_is_replaced_without_asking() {
    let cites = in_list();
    let file = cites.home().join("cites-region-bretagne.csv");
    fs::write(&file, "mine").unwrap();
    cites.send("e");
    cites.wait_for_frame("Enregistrer 3 lignes");
    cites.send("\r");
    cites.wait_for_frame("existe déjà");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    cites.send("\r");
    cites.wait_for_frame("3 lignes enregistrées");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("\u{feff}N°;Territoire;") && text.lines().count() == 4, "{text}");
    assert_eq!(fs::read_dir(cites.home()).unwrap().count(), 1, "nothing temporary is left");
}

#[test]
fn a_full_disk_is_reported_and_the_explorer_goes_on() {
    let cites = in_list();
    // A device that is always full stands for a full disk.
    symlink("/dev/full", cites.home().join("full.csv")).unwrap();
    cites.send("e");
    cites.wait_for_frame("Enregistrer 3 lignes");
    cites.send("\x15full.csv\r");
    cites.wait_for_frame("existe déjà");
    cites.send("\r");
    cites.wait_for_frame("full.csv : ");
    cites.send("\x1b");
    cites.wait_for_frame("q quitter");
    cites.send("e\x15nowhere/file.csv\r");
    cites.wait_for_frame("nowhere/file.csv : ");
    assert_eq!(fs::read_dir(cites.home()).unwrap().count(), 1);
}

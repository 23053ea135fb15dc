//! Tests of the look for the terminal's own report of its background.

use crate::harness::{FIRST_TEXT, cites};

const QUESTION: &str = "\x1b]11;?\x07";
/// The colour of titles on dark, and on light backgrounds.
const ON_DARK: &str = "\x1b[1;96m";
const ON_LIGHT: &str = "34m";

#[test]
fn the_background_is_asked_for_once_and_not_waited_for() {
    let cites = cites([]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    let sent = cites.sent_since(0);
    assert_eq!(sent.matches(QUESTION).count(), 1);
    assert!(sent.contains(ON_DARK) && !sent.contains(ON_LIGHT), "{sent:?}");

    assert!(cites.press("\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\").contains(ON_LIGHT));
    // No part of the reply is inserted into the query.
    cites.send("gueret");
    cites.wait_for_frame("> gueret ");
}

#[test]
fn an_answer_that_is_garbage_is_not_searched_for() {
    for answer in ["\x1b]11;?\x07", "\x1b]11;rgb:blue\x07", "\x1b]4;7;rgb:00/00/00\x1b\\"] {
        let cites = cites([]).spawn();
        cites.wait_for_frame(FIRST_TEXT);
        cites.send(format!("gue{answer}ret"));
        cites.wait_for_frame("> gueret ");
        assert!(!cites.sent_since(0).contains(ON_LIGHT));
    }
}

#[test]
fn a_terminal_that_sets_a_variable_or_may_not_reply_is_not_queried() {
    for (name, value, look, is_light) in [
        ("COLORFGBG", "0;15", "auto", true),
        ("COLORFGBG", "15;0", "auto", false),
        ("TERM", "linux", "auto", false),
        ("NO_COLOR", "1", "auto", false),
        ("LANG", "fr_FR.UTF-8", "dark", false),
    ] {
        let cites = cites(["--theme", look]).env(name, value).spawn();
        cites.wait_for_frame(FIRST_TEXT);
        let sent = cites.sent_since(0);
        assert!(!sent.contains(QUESTION), "{name}={value}");
        assert_eq!(sent.contains(ON_LIGHT), is_light, "{name}={value}");
    }
}

#[test]
fn a_look_that_is_asked_for_is_taken() {
    for (look, sequence) in [("dark", "38;5;80m"), ("light", "38;5;24m"), ("contrast", "48;5;16m")] {
        let cites = cites(["--theme", look]).env("NO_COLOR", "1").spawn();
        cites.wait_for_frame(FIRST_TEXT);
        assert!(cites.sent_since(0).contains(sequence), "{look}");
    }
    let cites = cites(["--theme", "plain", "--ascii"]).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    let sent = cites.sent_since(0);
    assert!(!sent.contains("[1;96m") && !sent.contains("38;5") && !sent.contains('▸'), "{sent:?}");
}

/// Returns the pieces of text of each link, with its address.
fn links(sent: &str) -> Vec<(String, Vec<String>)> {
    let links = sent.split("\x1b]8;id=").skip(1).map(|link| {
        let (start, rest) = link.split_once("\x1b\\").unwrap();
        let (_, url) = start.split_once(';').unwrap();
        let (text, _) = rest.split_once("\x1b]8;").expect("the end of the link, or the start of another");
        let pieces = text.split(char::is_control).map(|piece| match piece.strip_prefix('[') {
            Some(sequence) => {
                sequence.trim_start_matches(|c: char| !c.is_ascii_alphabetic()).get(1..).unwrap_or("")
            }
            None => piece,
        });
        (url.to_owned(), pieces.filter(|piece| !piece.is_empty()).map(ToOwned::to_owned).collect())
    });
    links.collect()
}

#[test]
fn each_piece_of_a_wrapped_address_leads_to_the_whole() {
    for (term, are_sent) in [("xterm-256color", true), ("screen", false), ("linux", false)] {
        let cites = cites(["angers"]).env("TERM", term).size(60, 60).spawn();
        cites.wait_for_frame(FIRST_TEXT);
        cites.press("\r");
        cites.press("\r");
        cites.press("i");
        cites.press("\x1b[6~");
        let screen = cites.screen();
        assert!(screen.contains("https://"), "{screen}");
        let sent = cites.sent_since(0);
        let links = links(&sent);
        assert_eq!(!links.is_empty(), are_sent, "{term}\n{screen}");
        assert_eq!(sent.contains("\x1b]8;"), are_sent);
        for (url, pieces) in &links {
            assert!(!pieces.is_empty() && url.starts_with("http"), "{url}");
            let is_piece = |piece: &String| url.contains(piece.as_str()) && piece != url;
            assert!(pieces.iter().all(is_piece), "{url} {pieces:?}");
        }
        // None is left open at the end.
        assert!(sent.rfind("\x1b]8;id=") <= sent.rfind("\x1b]8;;\x1b\\"));
    }
}

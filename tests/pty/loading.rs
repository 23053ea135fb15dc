//! Tests of what is shown while data is being read: the explorer's first frame, and the line of a command.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::harness::{Cites, Modes, Start, script};

/// A program whose standard input is a snapshot that comes when the test lets it.
struct Slow {
    folder: TempDir,
    start: Start,
}

impl Slow {
    /// Prepares a command line that reads standard input. What the file contains comes once the test lets it.
    fn new(command: &str, content: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("content"), content).unwrap();
        let wait = "until [ -e \"$FOLDER/go\" ]; do sleep 0.02; done";
        let path = folder.path().to_str().unwrap();
        let start =
            script(&format!("{{ {wait}; cat \"$FOLDER/content\"; }} | {command}; echo \"ended: $?\""));
        Self { start: start.env("FOLDER", path), folder }
    }

    fn env(self, name: &str, value: &str) -> Self {
        Self { start: self.start.env(name, value), ..self }
    }

    fn spawn(self) -> (TempDir, Cites) {
        (self.folder, self.start.spawn())
    }
}

fn embedded() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/snapshot.json")).unwrap()
}

fn let_go(folder: &Path) {
    fs::write(folder.join("go"), "").unwrap();
}

#[test]
fn the_explorer_is_there_at_once_and_searches_for_what_was_typed_meanwhile() {
    let (folder, mut cites) = Slow::new(r#""$CITES" --data - gue"#, &embedded()).spawn();
    cites.wait_for_frame("Lecture de <stdin>");
    cites.send("rett\x7f");
    cites.wait_for_frame("> gueret");
    let_go(folder.path());
    cites.wait_for_frame("Guéret");
    cites.wait_for_frame("1 Cité sur 84");
    cites.settle();
    let before = cites.byte_count();
    cites.press("s");
    let sent = cites.sent_since(before);
    assert!(sent.find('s') < sent.find("\x1b[?2026h"), "a letter is shown before its frame: {sent:?}");
    cites.send("\x03");
    assert_eq!(cites.wait_for_exit(), 0);
}

#[test]
fn it_can_be_left_meanwhile() {
    for key in ["\x1b", "\x03"] {
        let (folder, mut cites) = Slow::new(r#""$CITES" --data -"#, &embedded()).spawn();
        cites.wait_for_frame("Lecture de <stdin>");
        cites.send(key);
        cites.wait_until_gone("Lecture");
        // The shell waits for the other side of the pipe.
        let_go(folder.path());
        cites.wait_for_text("ended: 0");
        assert_eq!(cites.modes(), Modes::GIVEN_BACK);
        cites.wait_for_exit();
    }
}

#[test]
fn what_is_wrong_is_told_on_the_screen_of_the_shell() {
    for (command, content, expected) in [
        (r#""$CITES" --data -"#, "{\"schema_version\": 1", "<stdin>:1:20"),
        (r#""$CITES" --data - --select cde-999"#, &*embedded(), "aucune Cité, préconisation"),
        (r#""$CITES" --data - shwo"#, &*embedded(), "cites show"),
    ] {
        let (folder, mut cites) = Slow::new(command, content).spawn();
        cites.wait_for_frame("Lecture de <stdin>");
        let_go(folder.path());
        cites.wait_for_text("ended: ");
        cites.wait_for_exit();
        assert!(cites.screen().contains(expected), "{}", cites.screen());
        assert_eq!(cites.modes(), Modes::GIVEN_BACK);
    }
}

#[test]
fn a_command_that_takes_long_says_what_it_does_until_it_answers() {
    let (folder, mut cites) = Slow::new(r#""$CITES" list --data - --format csv gueret"#, &embedded()).spawn();
    cites.wait_for_text("Lecture de <stdin>…");
    let_go(folder.path());
    cites.wait_for_text("ended: 0");
    cites.wait_for_exit();
    assert!(cites.screen().contains("CA du Grand Guéret"), "{}", cites.screen());
    assert!(!cites.screen().contains("Lecture"), "{}", cites.screen());
}

#[test]
fn terminals_that_cannot_erase_and_other_programs_get_no_line() {
    let list = r#""$CITES" list --data - --format csv gueret"#;
    for (command, term) in [(list.to_owned(), "dumb"), (format!("{list} 2>\"$FOLDER/stderr\""), "xterm")] {
        let (folder, mut cites) = Slow::new(&command, &embedded()).env("TERM", term).spawn();
        // Longer than it takes until the line comes.
        assert!(!cites.sends_within(Duration::from_millis(800)));
        let_go(folder.path());
        cites.wait_for_text("ended: 0");
        cites.wait_for_exit();
        assert!(!cites.sent().contains("Lecture"), "{}", cites.sent());
        assert_eq!(fs::read_to_string(folder.path().join("stderr")).unwrap_or_default(), "");
    }
}

#[test]
fn the_line_is_in_ascii_where_that_is_asked_for() {
    let command = r#""$CITES" --ascii --lang en --data - gueret | cat"#;
    let (folder, mut cites) = Slow::new(command, &embedded()).spawn();
    cites.wait_for_text("Reading <stdin>...");
    let_go(folder.path());
    cites.wait_for_text("ended: 0");
    cites.wait_for_exit();
}

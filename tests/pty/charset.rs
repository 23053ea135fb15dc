//! Tests of terminals that show few characters: those of ASCII, or those in the fonts of the Linux console.

use crate::harness::{FIRST_TEXT, cites, script};

/// Opens every tab, some popups and a name with accents. Returns everything that was sent.
fn everything(name: &str, value: &str) -> String {
    let cites = cites([]).env(name, value).size(100, 30).spawn();
    cites.wait_for_frame(FIRST_TEXT);
    for keys in ["saint-étienne", "\r", "z", "\x1b", "f", "\x1b", "?", "\x1b", "e", "\x1b"] {
        cites.press(keys);
    }
    cites.press("\x15");
    for tab in '1'..='7' {
        cites.press(format!("\x1b{tab}"));
    }
    cites.press("\x1b5");
    cites.press("\r");
    cites.sent_since(0)
}

#[test]
fn a_locale_that_is_not_utf_8_gets_ascii() {
    for (name, value) in [("LC_ALL", "C"), ("LC_CTYPE", "fr_FR.ISO-8859-1"), ("LANG", "fr_FR")] {
        let sent = everything(name, value);
        let other: String = sent.chars().filter(|sent| !sent.is_ascii()).collect();
        assert_eq!(other, "", "{name}={value}");
        assert!(sent.contains("Territoires"));
    }
}

#[test]
fn commands_write_ascii_to_such_a_terminal_and_utf_8_to_others() {
    for command in ["show gueret", "list", "stats", "help list", "list --no-such", "show nulle-part-à-évry"]
    {
        let run = |locale| {
            let cites =
                script(&format!("$CITES {command} --lang fr; echo END")).env("LC_ALL", locale).spawn();
            cites.wait_for_text("END");
            cites.sent_since(0)
        };
        assert!(run("C").is_ascii(), "{command}");
        assert!(!run("fr_FR.UTF-8").is_ascii(), "{command}");
        let piped =
            script(&format!("$CITES {command} --lang fr 2>&1 | cat; echo END")).env("LC_ALL", "C").spawn();
        piped.wait_for_text("END");
        assert!(!piped.sent_since(0).is_ascii(), "{command}: a pipe gets UTF-8");
    }
}

#[test]
fn the_linux_console_gets_letters_and_lines_and_no_other_signs() {
    let sent = everything("TERM", "linux");
    // The euro sign is in Latin-9.
    let signs = "│─┌┐└┘├┤€";
    let is_letter = |sent: &char| ('\u{a0}'..='\u{17f}').contains(sent) || signs.contains(*sent);
    let other: String = sent.chars().filter(|sent| !sent.is_ascii() && !is_letter(sent)).collect();
    assert_eq!(other, "");
    assert!(sent.contains("Étienne") && sent.contains('│'));
}

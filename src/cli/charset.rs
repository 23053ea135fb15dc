//! The character set of the locale, and what the terminal's font shows.

use std::env;
use std::io::IsTerminal;

/// Returns whether the locale's character set is UTF-8, by the variables of POSIX. It is taken to be if no locale is
/// set.
pub(super) fn is_utf8_locale() -> bool {
    is_utf8(|name| env::var(name).ok())
}

fn is_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|locale| !locale.is_empty());
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Returns whether texts are written to a stream in ASCII: to a terminal that shows nothing else. Files and other
/// programs get UTF-8.
pub(super) fn takes_only_ascii(stream: &impl IsTerminal) -> bool {
    !is_utf8_locale() && stream.is_terminal()
}

/// Returns whether the terminal is the Linux console, whose font has 256 or 512 characters.
pub(super) fn is_linux_console() -> bool {
    env::var("TERM").is_ok_and(|term| term == "linux" || term.starts_with("linux-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_names_the_character_set() {
        for (variables, expected) in [
            ("", true),
            ("LANG=fr_FR.UTF-8", true),
            ("LANG=fr_FR.utf8", true),
            ("LANG=fr_FR.UTF-8 LC_ALL=C", false),
            ("LANG=fr_FR.UTF-8 LC_CTYPE=fr_FR.ISO-8859-15", false),
            ("LANG=C LC_ALL=", false),
            ("LANG=C LC_ALL=C.UTF-8", true),
            ("LANG=fr_FR@euro", false),
        ] {
            let set: Vec<(&str, &str)> =
                variables.split(' ').filter_map(|pair| pair.split_once('=')).collect();
            let value =
                |name: &str| set.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(is_utf8(value), expected, "{variables}");
        }
    }
}

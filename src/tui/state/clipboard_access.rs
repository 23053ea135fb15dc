//! Whether the terminal lets a program copy, as far as its variables say.

/// What is known of the terminal's clipboard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClipboardAccess {
    /// Nothing: a text is sent, and the terminal decides.
    #[default]
    Unknown,
    /// A text is copied if a setting allows it. The message says which one.
    BySetting {
        /// The key of the message.
        said: &'static str,
    },
    /// No program can copy. The message says so.
    Never {
        /// The key of the message.
        said: &'static str,
    },
}

/// The terminals that copy only if they are told to, or never: a variable that they set, what its value begins with,
/// and what is said.
const TERMINALS: [(&str, &str, ClipboardAccess); 4] = [
    // xterm(1), allowWindowOps and disallowedWindowOps.
    ("XTERM_VERSION", "", ClipboardAccess::BySetting { said: "tui-copied-xterm" }),
    ("TERM_PROGRAM", "iTerm", ClipboardAccess::BySetting { said: "tui-copied-iterm" }),
    // The variable that iTerm2 passes on over SSH.
    ("LC_TERMINAL", "iTerm", ClipboardAccess::BySetting { said: "tui-copied-iterm" }),
    ("TERM_PROGRAM", "Apple_Terminal", ClipboardAccess::Never { said: "tui-copied-never" }),
];

impl ClipboardAccess {
    /// Returns what the variables say; `variable` returns the value of one.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let known = TERMINALS.iter().find(|(name, start, _)| {
            variable(name).is_some_and(|value| !value.is_empty() && value.starts_with(start))
        });
        known.map_or(Self::Unknown, |(_, _, access)| *access)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variables_of_a_terminal_tell_it() {
        let access = |variables: &'static [(&str, &str)]| {
            ClipboardAccess::from_variables(|name| {
                variables.iter().find_map(|(set, value)| (*set == name).then(|| (*value).to_owned()))
            })
        };
        let by_setting = |said| ClipboardAccess::BySetting { said };
        assert_eq!(access(&[("XTERM_VERSION", "XTerm(379)")]), by_setting("tui-copied-xterm"));
        assert_eq!(access(&[("TERM_PROGRAM", "iTerm.app")]), by_setting("tui-copied-iterm"));
        assert_eq!(access(&[("LC_TERMINAL", "iTerm2")]), by_setting("tui-copied-iterm"));
        assert_eq!(
            access(&[("TERM_PROGRAM", "Apple_Terminal")]),
            ClipboardAccess::Never { said: "tui-copied-never" }
        );
        for unknown in [&[][..], &[("XTERM_VERSION", "")], &[("TERM_PROGRAM", "WezTerm")]] {
            assert_eq!(access(unknown), ClipboardAccess::Unknown);
        }
    }
}

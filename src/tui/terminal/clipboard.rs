//! The clipboard of the terminal, which text reaches as an escape sequence (OSC 52), also over a remote connection.
//!
//! Terminals that do not support the sequence ignore it. Programs between the explorer and the terminal need more.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

/// The most bytes of a string that GNU screen passes to the terminal. It takes at most 768, with what is around them.
const MAX_SCREEN_STRING: usize = 700;

/// The way to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal reads the sequence.
    Terminal,
    /// tmux drops the sequence of a program unless it is set up to pass it, but sends a copy of its own buffer.
    Tmux,
    /// GNU screen passes what stands in a device control string, if that is short.
    Screen,
}

impl Clipboard {
    /// Returns the way from this process, by the variables that tmux and GNU screen set.
    pub fn from_environment() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        match () {
            () if is_set("TMUX") => Self::Tmux,
            () if is_set("STY") => Self::Screen,
            () => Self::Terminal,
        }
    }

    /// Copies a text, and returns the bytes that are left to be sent to the terminal.
    ///
    /// # Errors
    /// Only those of writing to memory.
    pub fn copy(self, text: &str) -> io::Result<Vec<u8>> {
        let mut sequence = Vec::new();
        queue!(sequence, CopyToClipboard::to_clipboard_from(text))?;
        Ok(match self {
            Self::Tmux if load_tmux_buffer(text) => Vec::new(),
            Self::Terminal | Self::Tmux => sequence,
            Self::Screen => in_device_control_strings(&sequence),
        })
    }
}

/// Makes a text the buffer of tmux, which then sends it to the clipboard of the terminal. Returns whether it does so:
/// versions before 3.2 refuse the option.
fn load_tmux_buffer(text: &str) -> bool {
    let tmux = Command::new("tmux")
        // The alias of `load-buffer`.
        .args(["loadb", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut tmux) = tmux else { return false };
    // Dropped at once, so that tmux sees the end.
    let is_written = tmux.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    tmux.wait().is_ok_and(|status| status.success()) && is_written
}

/// Splits a sequence into device control strings, whose content GNU screen passes on. Within them it ends with BEL,
/// since its usual end would end the string.
fn in_device_control_strings(sequence: &[u8]) -> Vec<u8> {
    let content = sequence.strip_suffix(b"\x1b\\").unwrap_or(sequence);
    let content = [content, b"\x07"].concat();
    content.chunks(MAX_SCREEN_STRING).flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_gets_the_sequence() {
        assert_eq!(Clipboard::Terminal.copy("Guéret").unwrap(), b"\x1b]52;c;R3XDqXJldA==\x1b\\");
    }

    /// Returns what GNU screen passes to the terminal: the content of the device control strings.
    fn passed(mut bytes: &[u8]) -> Vec<u8> {
        let mut passed = Vec::new();
        while let Some(rest) = bytes.strip_prefix(b"\x1bP") {
            let end = rest.windows(2).position(|end| end == b"\x1b\\").expect("an end");
            assert!(end <= MAX_SCREEN_STRING, "{end} bytes in one string");
            passed.extend(&rest[..end]);
            bytes = &rest[end + 2..];
        }
        assert_eq!(bytes, b"", "bytes outside of strings");
        passed
    }

    #[test]
    fn screen_passes_the_whole_sequence_in_pieces() {
        for length in [0, 1, 100, 512, 513, 514, 515, 516, 5_000] {
            let text = "é".repeat(length);
            let sent = Clipboard::Screen.copy(&text).unwrap();
            let mut expected = Clipboard::Terminal.copy(&text).unwrap();
            expected.truncate(expected.len() - 2);
            expected.push(b'\x07');
            assert_eq!(passed(&sent), expected, "{length}");
        }
    }
}

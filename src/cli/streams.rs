//! Standard output and standard error: their colours, and messages beside the answer.

use std::io::{self, IsTerminal, StdoutLock, Write};
use std::os::fd::AsFd;
use std::{env, mem};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use rustix::event::{PollFd, PollFlags, poll};

use super::charset::takes_only_ascii;
use crate::output::{OutputStyle, TextRole};
use crate::sanitize::sanitize;
use crate::transliterate::transliterate;

/// Writes `label text` to standard error, the label in colour where it takes them.
///
/// Control characters in the text, which may quote an argument, are escaped;
/// only its line breaks are kept.
pub(super) fn print_message(role: TextRole, label: &str, text: &str) {
    let label = OutputStyle { color: takes_color(&io::stderr()), ..OutputStyle::PLAIN }.paint(role, label);
    let lines: Vec<_> = text.split('\n').map(sanitize).collect();
    write_to_stderr(&format!("{label} {}\n", lines.join("\n")));
}

/// Writes a text to standard error, in ASCII where the terminal shows nothing else. If standard error is closed, the
/// text cannot be shown.
pub(super) fn write_to_stderr(text: &str) {
    let text = if takes_only_ascii(&io::stderr()) { &transliterate(text) } else { text };
    let _ = Blocking(io::stderr()).write_all(text.as_bytes());
}

/// A stream whose writes wait for the reader, also in non-blocking mode.
///
/// Non-blocking mode belongs to the pipe or terminal, not to the process: whoever shares it (ssh, node, a terminal
/// multiplexer) may have set the mode, and a write then fails as soon as the reader is slower.
#[derive(Debug)]
pub(super) struct Blocking<S>(S);

/// Standard output, in ASCII if it is a terminal that shows nothing else.
#[derive(Debug)]
pub(super) struct Stdout {
    stream: Blocking<StdoutLock<'static>>,
    is_ascii: bool,
    /// The start of a character whose other bytes are still to be written.
    start: Vec<u8>,
}

/// Locks standard output.
pub(super) fn stdout() -> Stdout {
    let stream = io::stdout().lock();
    Stdout { is_ascii: takes_only_ascii(&stream), stream: Blocking(stream), start: Vec::new() }
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_ascii {
            return self.stream.write(bytes);
        }
        let text = [mem::take(&mut self.start).as_slice(), bytes].concat();
        let whole = match str::from_utf8(&text) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => text.len(),
        };
        let (whole, start) = text.split_at(whole);
        self.start = start.to_vec();
        self.stream.write_all(transliterate(&String::from_utf8_lossy(whole)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

impl<S: Write + AsFd> Blocking<S> {
    fn retry<T>(&mut self, mut write: impl FnMut(&mut S) -> io::Result<T>) -> io::Result<T> {
        loop {
            match write(&mut self.0) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None)?;
                }
                written => return written,
            }
        }
    }
}

impl<S: Write + AsFd> Write for Blocking<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.retry(|stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.retry(S::flush)
    }
}

/// Returns whether a stream takes colours: as `--color` says, else the
/// variables `NO_COLOR` and `CLICOLOR_FORCE`, else if it is a terminal.
pub(super) fn takes_color<S: RawStream>(stream: &S) -> bool {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    // `CLICOLOR_FORCE=0` forces nothing, but to anstream any value does.
    let not_forced = set("CLICOLOR_FORCE").is_some_and(|value| value == "0") && set("NO_COLOR").is_none();
    if ColorChoice::global() == ColorChoice::Auto && not_forced {
        return stream.is_terminal() && set("TERM").is_some_and(|term| term != "dumb");
    }
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Returns how standard output is written to. Its width in columns is that of
/// the variable `COLUMNS`, else of the terminal, if there is one.
pub(super) fn stdout_style() -> OutputStyle {
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let variable = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = variable.filter(|width| *width > 0).or_else(|| {
        let size = terminal.then(crossterm::terminal::size)?.ok();
        size.map(|(width, _)| width).filter(|width| *width > 0)
    });
    OutputStyle {
        width,
        color: takes_color(&stdout),
        links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        terminal,
    }
}

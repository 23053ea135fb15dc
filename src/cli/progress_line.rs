//! The line on standard error that shows how far a command is, if it takes long.
//!
//! It comes after half a second, and is erased before anything else is written. It is for people at a terminal: other
//! programs get none, nor does a terminal that cannot erase it.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{env, thread};

use super::streams::write_to_stderr;
use crate::locale::Lang;
use crate::progress::Progress;
use crate::sanitize::sanitize;
use crate::t;
use crate::transliterate::transliterate;
use crate::views::layout;

/// The time that a command may take before it shows the line.
const DELAY: Duration = Duration::from_millis(500);

/// The time between two updates of the line.
const INTERVAL: Duration = Duration::from_millis(200);

/// The width of a terminal that does not tell it, in cells.
const DEFAULT_WIDTH: u16 = 80;

/// A handle to the line.
#[derive(Debug, Clone)]
pub(super) struct ProgressLine(Arc<Mutex<Line>>);

/// The line, and what it is about.
#[derive(Debug)]
struct Line {
    lang: Lang,
    /// Whether the texts are to be in ASCII.
    is_ascii: bool,
    /// What is being done.
    stage: String,
    progress: Arc<Progress>,
    /// Whether a thread draws the line.
    is_started: bool,
    /// Whether the line is on the terminal.
    is_shown: bool,
    is_ended: bool,
}

impl ProgressLine {
    /// Returns the line of a command that has not started with anything.
    pub(super) fn new(lang: Lang) -> Self {
        Self(Arc::new(Mutex::new(Line {
            lang,
            is_ascii: false,
            stage: String::new(),
            progress: Arc::default(),
            is_started: false,
            is_shown: false,
            is_ended: false,
        })))
    }

    /// Writes the line in ASCII.
    pub(super) fn set_ascii(&self) {
        self.lock().is_ascii = true;
    }

    /// Starts with something that may take long. Returns where its progress is to be reported.
    pub(super) fn start(&self, stage: String) -> Arc<Progress> {
        let mut line = self.lock();
        line.stage = stage;
        line.progress = Arc::default();
        if !line.is_started && is_shown_by_terminal() {
            line.is_started = true;
            let shared = self.clone();
            // Without a thread, there is no line.
            let _ = thread::Builder::new().name("progress".to_owned()).spawn(move || shared.keep_drawing());
        }
        Arc::clone(&line.progress)
    }

    /// Erases the line until the guard is dropped, so that something else can be written.
    pub(super) fn make_room(&self) -> impl Drop + use<'_> {
        let mut line = self.lock();
        line.erase();
        line
    }

    /// Erases the line for good.
    pub(super) fn end(&self) {
        let mut line = self.lock();
        line.erase();
        line.is_ended = true;
    }

    fn keep_drawing(&self) {
        thread::sleep(DELAY);
        while self.draw() {
            thread::sleep(INTERVAL);
        }
    }

    /// Draws the line, unless it is ended. Returns whether it was drawn.
    fn draw(&self) -> bool {
        let mut line = self.lock();
        if line.is_ended {
            return false;
        }
        write_to_stderr(&format!("\r{}\x1b[K", line.text(width())));
        line.is_shown = true;
        true
    }

    fn lock(&self) -> MutexGuard<'_, Line> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream to the same terminal as the line, which ends when something is written to the stream.
#[derive(Debug)]
pub(super) struct AfterProgress<W> {
    stream: W,
    /// The line, until then.
    line: Option<ProgressLine>,
}

impl<W: Write> AfterProgress<W> {
    /// Wraps a stream. Without a line, it goes elsewhere.
    pub(super) const fn new(stream: W, line: Option<ProgressLine>) -> Self {
        Self { stream, line }
    }
}

impl<W: Write> Write for AfterProgress<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(line) = self.line.take() {
            line.end();
        }
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

impl Line {
    fn erase(&mut self) {
        if self.is_shown {
            write_to_stderr("\r\x1b[K");
            self.is_shown = false;
        }
    }

    /// Returns `Lecture de cites.json : 45 %`, at most `width` cells of it.
    fn text(&self, width: usize) -> String {
        let what = sanitize(&self.stage);
        let text = match self.progress.percent() {
            Some(percent) => t!(self.lang, "progress-percent", what = &*what, percent = percent),
            None => t!(self.lang, "progress-going", what = &*what),
        };
        let text = if self.is_ascii { transliterate(&text) } else { text };
        layout::prefix(&text, width).to_owned()
    }
}

/// Returns whether standard error is a terminal that can erase a line.
fn is_shown_by_terminal() -> bool {
    io::stderr().is_terminal() && env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb")
}

/// Returns the width of the terminal without its last column, in which some terminals wrap.
fn width() -> usize {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stderr());
    let columns = size.map_or(0, |size| size.ws_col);
    usize::from(if columns > 0 { columns } else { DEFAULT_WIDTH }).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_what_is_done_and_how_much_of_it_if_that_is_known() {
        let line = ProgressLine::new(Lang::FR);
        let progress = line.start("Lecture de a\u{1b}.json".to_owned());
        assert_eq!(line.lock().text(80), "Lecture de a<U+001B>.json…");
        progress.expect(200);
        progress.advance(90);
        assert_eq!(line.lock().text(80), "Lecture de a<U+001B>.json : 45 %");
        assert_eq!(line.lock().text(10), "Lecture de");
        line.set_ascii();
        line.start("Vérification".to_owned());
        assert_eq!(line.lock().text(80), "Verification...");
    }
}

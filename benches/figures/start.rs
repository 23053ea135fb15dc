//! From the start of the program to its first frame.
//!
//! The baseline is a program that enters the alternate screen, leaves it and
//! ends, on the same pseudo-terminal, in the same run. `parts` are the parts
//! of the start without the terminal.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command};
use std::sync::Arc;

use cites_emploi::search::Index;
use cites_emploi::snapshot;
use cites_emploi::tui::state::Event;
use cites_emploi::tui::terminal::{Cursor, DrawHints, Screen};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use divan::Bencher;
use ratatui::layout::Size;

use super::many;

const SIZE: Size = Size::new(120, 40);
/// Set for the baseline, which is this program itself.
const BASELINE: &str = "CITES_BENCH_BASELINE";

/// Returns whether this program is the baseline, after doing its work.
pub fn is_baseline() -> bool {
    let asked = std::env::var_os(BASELINE).is_some();
    if asked {
        execute!(io::stdout(), EnterAlternateScreen, LeaveAlternateScreen).expect("a terminal");
    }
    asked
}

/// A program in a pseudo-terminal, which is killed on drop.
struct Running {
    child: Child,
    _terminal: File,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        self.child.wait().expect("a child to wait for");
    }
}

/// Starts a program and reads its output up to `end`.
fn run_until(command: Command, end: &str) -> Running {
    let (master, pts) = pty_process::blocking::open().expect("a pseudo-terminal");
    master.resize(pty_process::Size::new(SIZE.height, SIZE.width)).expect("a size");
    let child = pty_process::blocking::Command::from(command).spawn_borrowed(&pts).expect("a program");
    let mut terminal = File::from(master.as_fd().try_clone_to_owned().expect("a descriptor"));
    let (mut written, mut part) = (Vec::new(), [0; 1 << 14]);
    while !written.windows(end.len()).any(|bytes| bytes == end.as_bytes()) {
        let read = terminal.read(&mut part).expect("bytes");
        written.extend_from_slice(&part[..read]);
    }
    Running { child, _terminal: terminal }
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn first_frame() -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cites"));
    command.env("TERM", "xterm-256color").env("LANG", "fr_FR.UTF-8");
    // The end of a frame.
    run_until(command, "\x1b[?2026l")
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn alternate_screen_alone() -> Running {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.env(BASELINE, "1");
    run_until(command, "\x1b[?1049l")
}

#[divan::bench_group]
mod parts {
    use super::*;

    #[divan::bench]
    fn load_the_snapshot() -> snapshot::Snapshot {
        snapshot::embedded().expect("the snapshot inside")
    }

    #[divan::bench]
    fn index() -> Index {
        Index::new(&many::REAL, many::TODAY)
    }

    /// Measures the explorer from the loaded snapshot to the first frame. The index is built
    /// with the first letter only.
    #[divan::bench]
    fn draw(bencher: Bencher) {
        let snapshot = Arc::new(many::REAL.clone());
        bencher.bench(|| {
            let mut app = many::explorer(Arc::clone(&snapshot), "");
            let _ = app.handle(Event::Resized(SIZE));
            let mut bytes = Vec::new();
            let mut screen = Screen::new(&mut bytes, SIZE);
            screen
                .draw(DrawHints::default(), |buffer| app.render(buffer).map(Cursor::from))
                .expect("a frame");
            bytes.flush().expect("bytes");
            bytes
        });
    }
}

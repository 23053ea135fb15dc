//! The terminal's modes: taken over, given back, on every way out.
//!
//! No other file changes them. What is taken over, in this order: raw input,
//! the alternate screen, bracketed paste, the mouse if asked for, the cursor.
//! [`leave`] gives all of it back, in reverse, once: it is called by the
//! [`Session`] when dropped, by the panic hook, and by the watchers of
//! [`events`](super::events) when the main thread is stuck.
//!
//! The terminal is asked for its [background] at most, and never waited for:
//! an answer may never come.
//!
//! [background]: super::background

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{env, fs, mem, panic, process};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdout;

use crate::tui::terminal::background;

/// The exit code of a program that panicked.
const PANIC_EXIT_CODE: i32 = 101;

/// The size of a terminal that does not know its own.
const DEFAULT_SIZE: Size = Size::new(80, 24);

/// The largest size that is drawn: a terminal may claim 65,535 by 65,535.
const MAX_SIZE: Size = Size::new(1_000, 500);

/// Clicks and the wheel, with coordinates of any size. Motion is not reported:
/// over a slow link every move of the mouse would be traffic.
const ENABLE_MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
const DISABLE_MOUSE: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether the terminal is taken over. The lock is held while bytes go out, so
/// that no frame follows the bytes that give the terminal back.
static ACTIVE: Mutex<bool> = Mutex::new(false);

/// Whether the mouse is taken over with the rest.
static MOUSE: AtomicBool = AtomicBool::new(false);

fn active() -> MutexGuard<'static, bool> {
    ACTIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the explorer can work here: standard output is a terminal that
/// knows escape sequences, and there is a terminal to read keys from.
///
/// Standard input may be something else (a snapshot, `/dev/null`): keys are
/// then read from the controlling terminal.
pub fn is_usable() -> bool {
    let knows_sequences = env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
    let has_keys = || io::stdin().is_terminal() || fs::File::open("/dev/tty").is_ok();
    knows_sequences && io::stdout().is_terminal() && has_keys()
}

/// The terminal's size as it is now, in columns and rows.
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
            Size::new(size.ws_col.min(MAX_SIZE.width), size.ws_row.min(MAX_SIZE.height))
        }
        _ => DEFAULT_SIZE,
    }
}

/// The terminal while it is taken over; given back when dropped.
#[derive(Debug)]
pub struct Session(());

impl Session {
    /// Takes the terminal over, with the mouse or without, and asks it for its
    /// background if `asks`.
    ///
    /// # Errors
    /// The terminal refuses raw mode or cannot be written to; it is as before then.
    pub fn enter(mouse: bool, asks: bool) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::Relaxed);
        let session = Self(());
        Self::take()?;
        if asks {
            write_to_terminal(background::QUERY.as_bytes())?;
        }
        Ok(session)
    }

    fn take() -> io::Result<()> {
        let mut taken = active();
        enable_raw_mode()?;
        *taken = true;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
        if MOUSE.load(Ordering::Relaxed) {
            queue!(bytes, Print(ENABLE_MOUSE))?;
        }
        queue!(bytes, Hide)?;
        write_to_terminal(&bytes)
    }

    /// Gives the terminal back and stops, as other programs do on Ctrl-Z.
    ///
    /// The whole process group is stopped, so that a script or a pager around
    /// the explorer stops with it. Where no shell could continue the group,
    /// the system does not stop it at all. Either way the terminal has to be
    /// taken again by [`resume`](Self::resume).
    ///
    /// # Errors
    /// The signal cannot be sent.
    pub fn stop(&self) -> io::Result<()> {
        restore();
        Ok(kill_current_process_group(Signal::TSTP)?)
    }

    /// Takes the terminal again after a stop. A shell may have changed its
    /// modes meanwhile, whoever stopped the process: all are set anew.
    ///
    /// # Errors
    /// As for [`enter`](Self::enter).
    pub fn resume(&self) -> io::Result<()> {
        restore();
        Self::take()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Has the terminal report the mouse, or keep it to itself, which selects text
/// then. An error is of no use here: the next frame meets it too.
pub fn set_mouse_reporting(on: bool) {
    let taken = active();
    MOUSE.store(on, Ordering::Relaxed);
    if *taken {
        let _ = write_to_terminal(if on { ENABLE_MOUSE } else { DISABLE_MOUSE }.as_bytes());
    }
}

/// Gives the terminal back; whether it was taken. Errors are of no use here:
/// where the terminal is gone, nothing is left to give back.
pub fn restore() -> bool {
    restore_if_active(&mut active())
}

fn restore_if_active(active: &mut bool) -> bool {
    let was_active = mem::take(active);
    if was_active {
        let mut bytes = Vec::new();
        let _ = execute!(bytes, Show, Print(DISABLE_MOUSE), DisableBracketedPaste, LeaveAlternateScreen);
        let _ = write_to_terminal(&bytes);
        let _ = disable_raw_mode();
    }
    was_active
}

/// Whether the terminal is still taken over, or its lock is held by a write
/// that does not end.
pub fn is_active() -> bool {
    ACTIVE.try_lock().map_or(true, |active| *active)
}

/// Ends the process from another thread than the one that draws, which is
/// stuck: in a computation, or in a write to a terminal that takes no bytes.
pub fn exit_from_watcher(exit_code: u8) -> ! {
    if let Ok(mut active) = ACTIVE.try_lock()
        && accepts_bytes()
    {
        restore_if_active(&mut active);
    }
    let _ = disable_raw_mode();
    process::exit(exit_code.into())
}

fn accepts_bytes() -> bool {
    let stdout = stdout();
    let mut output = [PollFd::new(&stdout, PollFlags::OUT)];
    poll(&mut output, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// Has a panic, on any thread, give the terminal back before its message is
/// printed, and end the process: where panics unwind, one of another thread
/// would end that thread only, and the explorer would go on over the message.
pub fn restore_on_panic() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let was_active = restore();
        print(panic);
        if was_active {
            process::exit(PANIC_EXIT_CODE);
        }
    }));
}

/// Standard output, as long as the terminal is taken over; what is written
/// afterwards is dropped.
#[derive(Debug)]
pub struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if *active() { write_some(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_to_terminal(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = match write_some(bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => 0,
            written => written?,
        };
        bytes = bytes.get(written..).unwrap_or_default();
    }
    Ok(())
}

/// One write(2), past the buffer of [`io::stdout`], which would split frames.
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    loop {
        match rustix::io::write(stdout(), bytes) {
            // Another program left the terminal's descriptor non-blocking.
            Err(Errno::AGAIN) => {
                let stdout = stdout();
                poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None)?;
            }
            written => return Ok(written?),
        }
    }
}

//! The terminal's modes: set on entry, restored on every exit.
//!
//! No other file changes them. They are set in this order: raw input, the
//! alternate screen, bracketed paste, the mouse if requested, the hidden cursor.
//! [`restore`] undoes them in reverse, once. It is called when the [`Session`]
//! is dropped, by the panic hook, and by the threads of
//! [`message`](super::message) when the main thread is stuck.
//!
//! At most the terminal's [background] is queried, and the reply is never
//! waited for: it may never come.
//!
//! [background]: super::background

use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd};
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
use rustix::fs::fstat;
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdout;
use rustix::termios::tcgetsid;

use crate::tui::terminal::background;

/// The exit code of a program that panicked.
const PANIC_EXIT_CODE: i32 = 101;

/// The size, in columns and rows, of a terminal that reports none.
const DEFAULT_SIZE: Size = Size::new(80, 24);

/// The largest size that is drawn, in columns and rows: a terminal may claim 65,535 by 65,535.
const MAX_SIZE: Size = Size::new(1_000, 500);

/// Erases the screen. A terminal without an alternate screen shows what stood there before, and keeps the last frame.
const CLEAR: &str = "\x1b[m\x1b[H\x1b[J";

/// Undoes what another program may have left: margins, a character set for lines, no line wrap.
const RESET: &str = "\x1b[r\x1b(B\x1b[?7h";

/// Reports clicks and the wheel, with coordinates of any size. Motion is not
/// reported: over a slow link every move of the mouse would be traffic.
const ENABLE_MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
const DISABLE_MOUSE: &str = "\x1b[?1006l\x1b[?1000l";

/// The modes that are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ActiveModes {
    /// None.
    None,
    /// Raw input, so that nothing that arrives is echoed.
    RawInput,
    /// All.
    All,
}

/// The modes that are set. The lock is held while bytes are written, so that
/// no frame follows the sequences that restore the terminal.
static ACTIVE: Mutex<ActiveModes> = Mutex::new(ActiveModes::None);

/// Whether the mouse is reported while the modes are set.
static MOUSE: AtomicBool = AtomicBool::new(false);

fn lock_active() -> MutexGuard<'static, ActiveModes> {
    ACTIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns whether the explorer can work here: standard output is a terminal
/// that supports escape sequences, and there is a terminal to read keys from.
///
/// Standard input may be something else (a snapshot, `/dev/null`). Keys are
/// then read from the controlling terminal.
pub fn is_usable() -> bool {
    let supports_sequences = env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
    let has_keyboard = || io::stdin().is_terminal() || fs::File::open("/dev/tty").is_ok();
    supports_sequences && io::stdout().is_terminal() && has_keyboard()
}

/// Returns whether what is written reaches the terminal that `keyboard` reads. If not, the replies to queries go
/// elsewhere: to the shell of another terminal, which echoes them.
pub fn is_read_by(keyboard: impl AsFd) -> bool {
    let device = |terminal: BorrowedFd<'_>| fstat(terminal).map(|stat| stat.st_rdev).ok();
    // `/dev/tty` has a number of its own; it stands for the terminal of the session.
    let session = |terminal: BorrowedFd<'_>| tcgetsid(terminal).ok();
    let (display, keyboard) = (stdout(), keyboard.as_fd());
    let is_same_session = session(display).is_some() && session(display) == session(keyboard);
    is_same_session || (device(display).is_some() && device(display) == device(keyboard))
}

/// Returns the terminal's current size, in columns and rows.
pub fn size() -> Size {
    match rustix::termios::tcgetwinsize(stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
            Size::new(size.ws_col.min(MAX_SIZE.width), size.ws_row.min(MAX_SIZE.height))
        }
        _ => DEFAULT_SIZE,
    }
}

/// The optional parts of a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Modes {
    /// Report the mouse.
    pub mouse: bool,
    /// Ask the terminal for its background.
    pub query_background: bool,
}

/// The terminal while its modes are set. Dropping it restores them.
#[derive(Debug)]
pub struct Session(());

impl Session {
    /// Sets the terminal's modes.
    ///
    /// # Errors
    /// The terminal refuses raw mode or cannot be written to. Its modes are then restored.
    pub fn enter(modes: Modes) -> io::Result<Self> {
        MOUSE.store(modes.mouse, Ordering::Relaxed);
        let session = Self(());
        Self::set_modes()?;
        if modes.query_background {
            write_to_terminal(background::QUERY.as_bytes())?;
        }
        Ok(session)
    }

    fn set_modes() -> io::Result<()> {
        let mut active = lock_active();
        enable_raw_mode()?;
        *active = ActiveModes::All;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Print(CLEAR))?;
        queue_modes(&mut bytes)?;
        write_to_terminal(&bytes)
    }

    /// Sets the modes that another program may have changed by what it wrote. The screen must then be drawn anew.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn set_modes_again(&self) -> io::Result<()> {
        let _active = lock_active();
        let mut bytes = RESET.as_bytes().to_vec();
        queue_modes(&mut bytes)?;
        write_to_terminal(&bytes)
    }

    /// Restores everything but raw input: what the terminal still sends is not echoed.
    pub fn leave_screen(&self) {
        leave_screen_locked(&mut lock_active());
    }

    /// Restores the terminal and stops the process, as other programs do on Ctrl-Z.
    ///
    /// The whole process group is stopped, so that a script or a pager around
    /// the explorer stops with it. If no shell could continue the group, the
    /// system does not stop it at all. Either way, call
    /// [`resume`](Self::resume) afterwards.
    ///
    /// # Errors
    /// The signal cannot be sent.
    pub fn stop(&self) -> io::Result<()> {
        restore();
        Ok(kill_current_process_group(Signal::TSTP)?)
    }

    /// Sets all modes again after a stop, whoever stopped the process: a shell
    /// may have changed any of them.
    ///
    /// # Errors
    /// As for [`enter`](Self::enter).
    pub fn resume(&self) -> io::Result<()> {
        restore();
        Self::set_modes()
    }
}

fn queue_modes(bytes: &mut Vec<u8>) -> io::Result<()> {
    queue!(bytes, EnableBracketedPaste)?;
    if MOUSE.load(Ordering::Relaxed) {
        queue!(bytes, Print(ENABLE_MOUSE))?;
    }
    queue!(bytes, Hide)
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Turns mouse reporting on or off. When off, the terminal can select text.
/// Errors are ignored because the next frame will meet them too.
pub fn set_mouse_reporting(on: bool) {
    let active = lock_active();
    MOUSE.store(on, Ordering::Relaxed);
    if *active == ActiveModes::All {
        let _ = write_to_terminal(if on { ENABLE_MOUSE } else { DISABLE_MOUSE }.as_bytes());
    }
}

/// Restores the terminal's modes. Returns whether they were set. Errors are
/// ignored: if the terminal is gone, there is nothing left to restore.
pub fn restore() -> bool {
    restore_locked(&mut lock_active())
}

fn restore_locked(active: &mut ActiveModes) -> bool {
    let was_active = *active != ActiveModes::None;
    leave_screen_locked(active);
    if mem::replace(active, ActiveModes::None) != ActiveModes::None {
        let _ = disable_raw_mode();
    }
    was_active
}

fn leave_screen_locked(active: &mut ActiveModes) {
    if *active == ActiveModes::All {
        *active = ActiveModes::RawInput;
        let mut bytes = Vec::new();
        let _ = execute!(
            bytes,
            Show,
            Print(DISABLE_MOUSE),
            DisableBracketedPaste,
            Print(CLEAR),
            LeaveAlternateScreen
        );
        let _ = write_to_terminal(&bytes);
    }
}

/// Returns whether the modes are still set, or a write that does not end holds the lock.
pub fn is_active() -> bool {
    ACTIVE.try_lock().map_or(true, |active| *active != ActiveModes::None)
}

/// Ends the process from another thread than the main one, which is stuck: in a
/// computation, or in a write to a terminal that accepts no bytes.
pub fn force_exit(exit_code: u8) -> ! {
    if let Ok(mut active) = ACTIVE.try_lock()
        && accepts_bytes()
    {
        restore_locked(&mut active);
    }
    let _ = disable_raw_mode();
    process::exit(exit_code.into())
}

fn accepts_bytes() -> bool {
    let stdout = stdout();
    let mut output = [PollFd::new(&stdout, PollFlags::OUT)];
    poll(&mut output, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// Makes a panic on any thread restore the terminal before its message is
/// printed, and end the process. If panics unwind, one on another thread would
/// otherwise end that thread only, and the explorer would draw over the message.
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

/// Standard output while the modes are set. Later writes are discarded.
#[derive(Debug)]
pub struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A named guard, since one in the condition would be dropped before the write.
        let active = lock_active();
        if *active == ActiveModes::All { write_some(bytes) } else { Ok(bytes.len()) }
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

/// Calls write(2) once, bypassing the buffer of [`io::stdout`], which would split frames.
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    loop {
        match rustix::io::write(stdout(), bytes) {
            // Another program made the terminal's descriptor non-blocking.
            Err(Errno::AGAIN) => {
                let stdout = stdout();
                poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None)?;
            }
            written => return Ok(written?),
        }
    }
}

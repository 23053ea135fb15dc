//! The messages of the event loop, and the threads that send them.
//!
//! Three threads block and none polls: one reads input, one waits for signals,
//! one for the terminal to hang up. The last is needed because a hang-up does
//! not always raise a signal (under `nohup`, or in a child of a shell that
//! ignores it), and because output may go to another terminal than the one that input comes from.

use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, thread};

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::isatty;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::tui::terminal::input::{Incoming, read_terminal};
use crate::tui::terminal::session;

/// The time that the main thread may take to end before another thread ends the process. It needs
/// no time unless it is stuck, most likely in a write to a terminal that accepts no bytes.
const MAX_SHUTDOWN_TIME: Duration = Duration::from_secs(1);

/// A message to the event loop. `E` is the type of the program's own events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message<E> {
    /// A key, a paste or a mouse event.
    Input(Event),
    /// An event from one of the program's own threads.
    Event(E),
    /// The terminal's reply to the background query: whether the background is light, unless the reply is malformed.
    Background(Option<bool>),
    /// The terminal's reply to a query of its status.
    Status,
    /// The size of the terminal may have changed.
    Resized,
    /// The process was stopped and has continued.
    Continued,
    /// The program must end.
    End(Ending),
}

/// The reason why the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// A signal with this number was received.
    Signal(i32),
    /// The terminal went away.
    HungUp,
}

impl Ending {
    /// Returns the exit code: 0 after the user quit, otherwise 128 plus the
    /// number of the signal, as in shells. A hang-up counts as SIGHUP.
    pub fn exit_code(self) -> u8 {
        let signal = match self {
            Self::Quit => return 0,
            Self::Signal(signal) => signal,
            Self::HungUp => SIGHUP,
        };
        u8::try_from(signal).map_or(u8::MAX, |signal| signal.saturating_add(128))
    }
}

/// Starts to listen for signals. Input is read once [`Inbox::read_input`] is called.
///
/// # Errors
/// The system refuses a signal handler or a thread.
pub fn listen<E: Send + 'static>() -> io::Result<Inbox<E>> {
    let (sender, messages) = mpsc::channel();
    let signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH])?;
    spawn("signals", {
        let sender = sender.clone();
        move || forward_signals(signals, &sender)
    })?;
    Ok(Inbox { sender, messages })
}

/// The receiving end of the messages.
#[derive(Debug)]
pub struct Inbox<E> {
    sender: Sender<Message<E>>,
    /// The messages, in order of arrival.
    pub messages: Receiver<Message<E>>,
}

/// Sends events from any thread to the event loop, and wakes it.
pub struct EventSender<E>(Arc<dyn Fn(E) -> bool + Send + Sync>);

impl<E: 'static> EventSender<E> {
    pub(in crate::tui) fn new(sender: Sender<Message<E>>) -> Self
    where
        E: Send,
    {
        Self(Arc::new(move |event| sender.send(Message::Event(event)).is_ok()))
    }

    /// Sends an event. Returns `false` if the loop has ended, so that the thread can end too.
    pub fn send(&self, event: E) -> bool {
        (self.0)(event)
    }

    /// Returns a sender of events that are part of these.
    pub fn map<F>(&self, convert: fn(F) -> E) -> EventSender<F>
    where
        F: 'static,
    {
        let send = Arc::clone(&self.0);
        EventSender(Arc::new(move |event| send(convert(event))))
    }
}

// A derived impl would require `E: Clone`.
impl<E> Clone for EventSender<E> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<E: Send + 'static> Inbox<E> {
    /// Returns a sender for the program's own threads.
    pub fn event_sender(&self) -> EventSender<E> {
        EventSender::new(self.sender.clone())
    }

    /// Starts to read input and to watch `keyboard`, the terminal that it comes from.
    ///
    /// # Errors
    /// The system refuses a thread.
    pub fn read_input(&self, keyboard: OwnedFd) -> io::Result<()> {
        let watched = keyboard.try_clone()?;
        spawn("hang-up", {
            let sender = self.sender.clone();
            move || watch_hang_up(&watched, &sender)
        })?;
        let sender = self.sender.clone();
        spawn("keys", move || forward_input(&keyboard, &sender))
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

/// Opens the terminal that input comes from: standard input, or else the controlling terminal.
///
/// # Errors
/// There is no terminal to read from.
pub fn keyboard() -> io::Result<OwnedFd> {
    if isatty(stdin()) { stdin().try_clone_to_owned() } else { Ok(File::open("/dev/tty")?.into()) }
}

fn forward_signals<E>(mut signals: Signals, sender: &Sender<Message<E>>) {
    for signal in signals.forever() {
        match signal {
            SIGWINCH => drop(sender.send(Message::Resized)),
            SIGCONT => drop(sender.send(Message::Continued)),
            _ => end(Ending::Signal(signal), sender),
        }
    }
}

fn forward_input<E>(keyboard: &OwnedFd, sender: &Sender<Message<E>>) {
    let is_gone = read_terminal(keyboard, |incoming| {
        let message = match incoming {
            Incoming::Event(event) => Message::Input(event),
            Incoming::Background(is_light) => Message::Background(is_light),
            Incoming::Status => Message::Status,
        };
        sender.send(message).is_ok()
    });
    if is_gone {
        end(Ending::HungUp, sender);
    }
}

/// Waits until the terminal hangs up: the one for input or, if they differ, the
/// one for output. With no events requested, poll(2) returns only for a hang-up or an error.
fn watch_hang_up<E>(keyboard: impl AsFd, sender: &Sender<Message<E>>) {
    let display = stdout();
    let mut terminals =
        [PollFd::new(&keyboard, PollFlags::empty()), PollFd::new(&display, PollFlags::empty())];
    loop {
        match poll(&mut terminals, None) {
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return,
            Ok(_) => break,
        }
    }
    // A system that cannot poll a terminal reports NVAL.
    if terminals.iter().any(|terminal| terminal.revents().intersects(PollFlags::HUP | PollFlags::ERR)) {
        end(Ending::HungUp, sender);
    }
}

/// Asks the event loop to end, and ends the process if it does not do so in time.
fn end<E>(ending: Ending, sender: &Sender<Message<E>>) {
    let _ = sender.send(Message::End(ending));
    thread::sleep(MAX_SHUTDOWN_TIME);
    if session::is_active() {
        session::force_exit(ending.exit_code());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_those_of_shells() {
        let codes = [
            (Ending::Quit, 0),
            (Ending::HungUp, 129),
            (Ending::Signal(SIGHUP), 129),
            (Ending::Signal(SIGINT), 130),
            (Ending::Signal(SIGQUIT), 131),
            (Ending::Signal(SIGTERM), 143),
        ];
        for (ending, code) in codes {
            assert_eq!(ending.exit_code(), code, "{ending:?}");
        }
    }
}

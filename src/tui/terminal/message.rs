//! What reaches the explorer from outside, and from its own threads, as
//! messages on one channel.
//!
//! Three threads wait and none of them polls: one for keys, one for signals,
//! one for the terminal to go away. The last is needed because a hang-up does
//! not always come with a signal (`nohup`, a child of a shell that ignores
//! it), and crossterm, which reads the keys, takes the end of a terminal for
//! an empty read and repeats it for ever.

use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, thread};

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::isatty;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::tui::terminal::background::{Filtered, OscReplyFilter};
use crate::tui::terminal::session;

/// How long the main thread has to end when it was told to. It needs no time
/// unless it is stuck, most likely in a write to a terminal that takes none.
const MAX_SHUTDOWN_TIME: Duration = Duration::from_secs(1);

/// What happened outside the main thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message<E> {
    /// A key, a paste, the mouse.
    Input(Event),
    /// What a thread of the program itself has to say.
    Event(E),
    /// The terminal has told whether its background is light.
    Background(bool),
    /// The terminal has another size, or had one for a moment.
    Resized,
    /// The process was stopped and goes on.
    Continued,
    /// The explorer has to end.
    End(Ending),
}

/// Why the explorer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user left it.
    Quit,
    /// A signal asked for it, given by its number.
    Signal(i32),
    /// The terminal went away.
    HungUp,
}

impl Ending {
    /// The exit code: 0 for a user who quits, else 128 and the number of the
    /// signal, as shells have it; a terminal that goes away counts as SIGHUP.
    pub fn exit_code(self) -> u8 {
        let signal = match self {
            Self::Quit => return 0,
            Self::Signal(signal) => signal,
            Self::HungUp => SIGHUP,
        };
        u8::try_from(signal).map_or(u8::MAX, |signal| signal.saturating_add(128))
    }
}

/// Starts to listen to signals; keys are read once [`Inbox::read_keys`] is called.
///
/// # Errors
/// The system refuses a signal handler.
pub fn listen<E: Send + 'static>() -> io::Result<Inbox<E>> {
    let (sender, messages) = mpsc::channel();
    let signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH])?;
    spawn("signals", {
        let sender = sender.clone();
        move || forward_signals(signals, &sender)
    })?;
    Ok(Inbox { sender, messages })
}

/// Where the messages arrive.
#[derive(Debug)]
pub struct Inbox<E> {
    sender: Sender<Message<E>>,
    /// The messages, in the order in which things happened.
    pub messages: Receiver<Message<E>>,
}

/// Brings news from any thread to the loop, which wakes up for them.
#[derive(Debug)]
pub struct EventSender<E>(Sender<Message<E>>);

impl<E> EventSender<E> {
    pub(super) const fn new(sender: Sender<Message<E>>) -> Self {
        Self(sender)
    }

    /// Sends news; `false` when nobody listens any more, so that the thread can end.
    pub fn send(&self, event: E) -> bool {
        self.0.send(Message::Event(event)).is_ok()
    }
}

// Derived, it would ask for news that can be cloned.
impl<E> Clone for EventSender<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E: Send + 'static> Inbox<E> {
    /// For threads of the program that have something to say.
    pub fn event_sender(&self) -> EventSender<E> {
        EventSender::new(self.sender.clone())
    }

    /// Starts to read keys and to watch the terminal that they come from;
    /// `asked` tells whether an answer may come among the keys.
    ///
    /// # Errors
    /// There is no terminal to read keys from.
    pub fn read_keys(&self, asked: bool) -> io::Result<()> {
        let keyboard = keyboard()?;
        spawn("hang-up", {
            let sender = self.sender.clone();
            move || watch_hang_up(&keyboard, &sender)
        })?;
        let sender = self.sender.clone();
        spawn("keys", move || forward_input(&sender, asked))
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

/// The terminal that keys come from, chosen as crossterm does.
fn keyboard() -> io::Result<OwnedFd> {
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

fn forward_input<E>(sender: &Sender<Message<E>>, asked: bool) {
    let mut filter = asked.then(OscReplyFilter::default);
    loop {
        match event::read() {
            // Sizes come with SIGWINCH: crossterm reports none while it waits
            // for the rest of an escape sequence.
            Ok(Event::Resize(..)) => {}
            Ok(event) => {
                let filtered = match &mut filter {
                    Some(filter) => filter.filter(event, Instant::now()),
                    None => Filtered::Input(event),
                };
                let sent = match filtered {
                    Filtered::Input(event) => sender.send(Message::Input(event)),
                    Filtered::Background(light) => sender.send(Message::Background(light)),
                    Filtered::Consumed => Ok(()),
                };
                if sent.is_err() {
                    return;
                }
            }
            Err(_) => return end(Ending::HungUp, sender),
        }
    }
}

/// Waits until the terminal goes away, the one for keys or the one for frames
/// where they differ. Asking for no events, the wait is over for a hang-up or
/// an error only.
fn watch_hang_up<E>(keyboard: impl AsFd, sender: &Sender<Message<E>>) {
    let display = stdout();
    let mut waited = [PollFd::new(&keyboard, PollFlags::empty()), PollFd::new(&display, PollFlags::empty())];
    loop {
        match poll(&mut waited, None) {
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return,
            Ok(_) => break,
        }
    }
    // A system that cannot wait for a terminal says so with NVAL.
    if waited.iter().any(|terminal| terminal.revents().intersects(PollFlags::HUP | PollFlags::ERR)) {
        end(Ending::HungUp, sender);
    }
}

fn end<E>(ending: Ending, sender: &Sender<Message<E>>) {
    let _ = sender.send(Message::End(ending));
    thread::sleep(MAX_SHUTDOWN_TIME);
    if session::is_active() {
        session::exit_from_watcher(ending.exit_code());
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

//! The event loop: waits for a message, processes all that have arrived, draws one frame.
//!
//! While nothing happens, nothing is computed and nothing is written: there is a timer only while a frame waits for a
//! slow line.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use crate::tui::terminal::clipboard::Clipboard;
use crate::tui::terminal::message;
use crate::tui::terminal::message::{Ending, Message};
use crate::tui::terminal::pacing::{NextFrame, Pacing, STATUS_QUERY};
use crate::tui::terminal::program::{LoopRequest, Program};
use crate::tui::terminal::screen::{DrawHints, Screen};
use crate::tui::terminal::session;
use crate::tui::terminal::session::{Modes, Output, Session};

/// The longest time that input delays a frame. Keys that arrive faster than
/// frames are drawn are processed together, but a flood of them still shows progress.
const MAX_FRAME_DELAY: Duration = Duration::from_millis(50);

/// The longest time that leaving the terminal waits for its reply, unless it has replied before, and the age from which
/// a query is taken for one that the terminal does not answer.
const MAX_REPLY_WAIT: Duration = Duration::from_millis(500);
const MAX_REPLY_DELAY: Duration = Duration::from_secs(3);

/// The maximum time to wait for SIGCONT after stopping the process. It arrives at once, unless the
/// process was never stopped.
const MAX_CONTINUE_WAIT: Duration = Duration::from_millis(100);

/// Runs a program on the terminal until it ends. Must be called from the main
/// thread; the process should exit soon after.
///
/// # Errors
/// The terminal's modes cannot be set. A terminal that goes away later is an [`Ending`].
pub fn run(program: &mut impl Program, modes: Modes) -> io::Result<Ending> {
    session::restore_on_panic();
    let inbox = message::listen()?;
    // Opened first: after the first frame the terminal may be gone, which is no error.
    let keyboard = message::keyboard()?;
    let has_replies = session::is_read_by(&keyboard);
    let modes = Modes { query_background: modes.query_background && has_replies, ..modes };
    let session = Session::enter(modes)?;
    #[cfg(debug_assertions)]
    panic_for_tests();
    program.connect(inbox.event_sender());
    let screen = Screen::new(Output, session::size());
    let mut event_loop = EventLoop::new(program, screen, &inbox.messages, session::size);
    event_loop.pacing.has_replies = has_replies;
    // A terminal that accepts no more bytes is gone, whatever the error.
    let Ok(pause) = event_loop.start() else { return Ok(Ending::HungUp) };
    // Keys typed before this wait in the terminal.
    inbox.read_input(keyboard)?;
    event_loop.asked = modes.query_background.then(Instant::now);
    let ending = event_loop.run(&session, pause).unwrap_or(Ending::HungUp);
    if ending != Ending::HungUp {
        session.leave_screen();
        event_loop.await_replies();
    }
    Ok(ending)
}

/// Panics on the thread that the variable `CITES_TEST_PANIC` names, for the
/// tests of the state that a panic leaves the terminal in. Debug builds only.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "tests need a panic")]
fn panic_for_tests() {
    match std::env::var("CITES_TEST_PANIC").as_deref() {
        Ok("main") => panic!("a panic on the main thread"),
        Ok("other") => drop(std::thread::spawn(|| panic!("a panic on another thread"))),
        _ => {}
    }
}

/// The reason why the loop stopped processing messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pause {
    Ended(Ending),
    /// The program asked to be suspended.
    Suspend,
    /// The process was stopped from outside and has continued.
    Continued,
    /// The program asked for the whole screen to be drawn again.
    Repaint,
}

struct EventLoop<'a, P: Program, W: Write> {
    program: &'a mut P,
    screen: Screen<W>,
    messages: &'a Receiver<Message<P::Event>>,
    /// Messages that arrived while only [`Message::Continued`] was waited for.
    pending: VecDeque<Message<P::Event>>,
    terminal_size: fn() -> Size,
    /// When the terminal was asked for its background, until it has answered.
    asked: Option<Instant>,
    pacing: Pacing,
    /// When a frame is drawn even if no message arrives: something on the screen waits for it.
    frame_due: Option<Instant>,
}

impl<'a, P: Program, W: Write> EventLoop<'a, P, W> {
    fn new(
        program: &'a mut P,
        screen: Screen<W>,
        messages: &'a Receiver<Message<P::Event>>,
        terminal_size: fn() -> Size,
    ) -> Self {
        Self {
            program,
            screen,
            messages,
            pending: VecDeque::new(),
            terminal_size,
            asked: None,
            pacing: Pacing::default(),
            frame_due: None,
        }
    }

    /// Gives the program the size of the screen, then draws the first frame.
    ///
    /// The terminal is not asked for its size again: it may have changed since
    /// the screen was created.
    fn start(&mut self) -> io::Result<Option<Pause>> {
        let pause = self.resize_program(self.screen.size())?;
        self.program.on_first_frame();
        Ok(pause)
    }

    /// Runs until the program ends. `pause` is what [`start`](Self::start) returned.
    fn run(&mut self, session: &Session, mut pause: Option<Pause>) -> io::Result<Ending> {
        loop {
            let next = pause.map_or_else(|| self.run_until_pause(), Ok);
            match next? {
                Pause::Ended(ending) => return Ok(ending),
                Pause::Suspend => {
                    session.leave_screen();
                    self.await_replies();
                    session.stop()?;
                    self.wait_for_continued();
                }
                Pause::Repaint => {
                    session.set_modes_again()?;
                    pause = self.resize()?;
                    continue;
                }
                Pause::Continued => {}
            }
            session.resume()?;
            self.pacing.forget_query();
            pause = self.resize()?;
        }
    }

    fn run_until_pause(&mut self) -> io::Result<Pause> {
        loop {
            if let Some(pause) = self.process_messages()? {
                return Ok(pause);
            }
        }
    }

    /// Waits for a message, processes all that have arrived, then draws a frame
    /// unless a message paused the loop.
    fn process_messages(&mut self) -> io::Result<Option<Pause>> {
        let mut next = match self.wait_for_message() {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            // Every sender is gone, and with them the terminal.
            Err(RecvTimeoutError::Disconnected) => return Ok(Some(Pause::Ended(Ending::HungUp))),
        };
        let deadline = Instant::now() + MAX_FRAME_DELAY;
        let mut is_resized = false;
        let mut is_unchanged = next.is_some() && self.frame_due.is_none();
        while let Some(message) = next {
            is_unchanged &= matches!(message, Message::Status);
            let requests = match message {
                Message::Input(input) => {
                    self.pacing.on_key(Instant::now());
                    self.echo(&input)?;
                    self.program.on_input(input)
                }
                Message::Status => {
                    self.pacing.on_status(Instant::now());
                    Vec::new()
                }
                Message::Event(event) => self.program.on_event(event),
                Message::Background(is_light) => {
                    self.asked = None;
                    is_light.map_or_else(Vec::new, |is_light| self.program.on_background(is_light))
                }
                Message::Resized => {
                    is_resized = true;
                    Vec::new()
                }
                Message::Continued => return Ok(Some(Pause::Continued)),
                Message::End(ending) => return Ok(Some(Pause::Ended(ending))),
            };
            if let Some(pause) = self.execute(requests)? {
                return Ok(Some(pause));
            }
            next = if Instant::now() < deadline { self.try_next() } else { None };
        }
        if is_resized {
            return self.resize();
        }
        if is_unchanged {
            return Ok(None);
        }
        self.draw().map(|()| None)
    }

    fn wait_for_message(&mut self) -> Result<Message<P::Event>, RecvTimeoutError> {
        match (self.pending.pop_front(), self.frame_due) {
            (Some(message), _) => Ok(message),
            (None, Some(due)) => self.messages.recv_timeout(due.saturating_duration_since(Instant::now())),
            (None, None) => self.messages.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn try_next(&mut self) -> Option<Message<P::Event>> {
        self.pending.pop_front().or_else(|| self.messages.try_recv().ok())
    }

    fn execute(&mut self, requests: Vec<LoopRequest>) -> io::Result<Option<Pause>> {
        for request in requests {
            match request {
                LoopRequest::Quit => return Ok(Some(Pause::Ended(Ending::Quit))),
                LoopRequest::Repaint => return Ok(Some(Pause::Repaint)),
                LoopRequest::Suspend => return Ok(Some(Pause::Suspend)),
                LoopRequest::Copy(text) => {
                    let bytes = Clipboard::from_environment().copy(&text)?;
                    self.screen.write(&bytes)?;
                    self.pacing.on_written(bytes.len(), false, Instant::now());
                }
            }
        }
        Ok(None)
    }

    /// Waits for replies of the terminal that are still to come, so that they do not end up on the command line of the
    /// shell. Keys that arrive in the meantime are lost.
    fn await_replies(&mut self) {
        let start = Instant::now();
        while let Some(wait) = self.max_wait() {
            let left = (start + wait).saturating_duration_since(Instant::now());
            match self.messages.recv_timeout(left) {
                Ok(Message::Background(_)) => self.asked = None,
                Ok(Message::Status) => self.pacing.on_status(Instant::now()),
                Ok(Message::Input(_)) => {}
                Ok(Message::End(Ending::HungUp)) | Err(_) => return,
                Ok(other) => self.pending.push_back(other),
            }
        }
    }

    /// Returns how long to wait at most for what the terminal was asked and has not answered.
    fn max_wait(&self) -> Option<Duration> {
        let background = self.asked.filter(|asked| asked.elapsed() < MAX_REPLY_DELAY).map(|_| MAX_REPLY_WAIT);
        self.pacing.max_wait(Instant::now(), MAX_REPLY_WAIT).max(background)
    }

    fn wait_for_continued(&mut self) {
        let deadline = Instant::now() + MAX_CONTINUE_WAIT;
        while let Ok(message) = self.messages.recv_timeout(deadline.saturating_duration_since(Instant::now()))
        {
            if matches!(message, Message::Continued) {
                return;
            }
            self.pending.push_back(message);
        }
    }

    /// Adopts the terminal's current size and draws everything anew.
    fn resize(&mut self) -> io::Result<Option<Pause>> {
        let size = (self.terminal_size)();
        self.screen.reset(size);
        self.resize_program(size)
    }

    /// Gives the program a size, then draws a frame unless the program paused the loop.
    fn resize_program(&mut self, size: Size) -> io::Result<Option<Pause>> {
        let requests = self.program.on_resize(size);
        let pause = self.execute(requests)?;
        if pause.is_none() {
            self.draw()?;
        }
        Ok(pause)
    }

    /// Shows a typed character at once, unless frames wait: then the next one shows it with all that has been typed.
    fn echo(&mut self, input: &Event) -> io::Result<()> {
        let now = Instant::now();
        if self.pacing.next_frame(now) == (NextFrame::Send { hold_last_until: None })
            && let Some(echo) = self.program.echo(input)
        {
            let written = self.screen.echo(&echo)?;
            self.pacing.on_written(written, false, now);
        }
        Ok(())
    }

    /// Draws a frame, unless it has to wait.
    fn draw(&mut self) -> io::Result<()> {
        let query = if self.pacing.wants_query() { STATUS_QUERY } else { "" };
        let written = match self.pacing.next_frame(Instant::now()) {
            NextFrame::Wait { until } => {
                self.frame_due = Some(until);
                self.screen.write(query.as_bytes())?;
                query.len()
            }
            NextFrame::Send { hold_last_until } => {
                self.frame_due = hold_last_until;
                let hints = DrawHints { hold_last: hold_last_until.is_some(), ..self.program.draw_hints() };
                self.screen.draw_with_query(hints, query, |buffer| self.program.render(buffer))?
            }
        };
        if written > 0 {
            self.pacing.on_written(written, !query.is_empty(), Instant::now());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

//! The event loop: waits for a message, processes all that have arrived, draws one frame.
//!
//! It has no timer: while nothing happens, nothing is computed and nothing is written.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use crate::tui::terminal::message;
use crate::tui::terminal::message::{Ending, EventSender, Message};
use crate::tui::terminal::screen::{DrawHints, Screen};
use crate::tui::terminal::session;
use crate::tui::terminal::session::{Modes, Output, Session};

/// The longest time that input delays a frame. Keys that arrive faster than
/// frames are drawn are processed together, but a flood of them still shows progress.
const MAX_FRAME_DELAY: Duration = Duration::from_millis(50);

/// The maximum time to wait for SIGCONT after stopping the process. It arrives at once, unless the
/// process was never stopped.
const MAX_CONTINUE_WAIT: Duration = Duration::from_millis(100);

/// A program that the event loop runs.
///
/// The requests that a method returns are carried out in order.
pub trait Program {
    /// An event from the program's own threads.
    type Event: Send + 'static;

    /// Receives the sender for the program's threads, before the first frame.
    fn connect(&mut self, events: EventSender<Self::Event>);

    /// Handles an event from one of the program's threads.
    #[must_use]
    fn on_event(&mut self, event: Self::Event) -> Vec<LoopRequest>;

    /// Handles the terminal's reply to the background query.
    #[must_use]
    fn on_background(&mut self, is_light: bool) -> Vec<LoopRequest>;

    /// Handles a key, a paste or a mouse event.
    #[must_use]
    fn on_input(&mut self, input: Event) -> Vec<LoopRequest>;

    /// Handles the terminal's size, in columns and rows: before the first frame
    /// and after each change.
    #[must_use]
    fn on_resize(&mut self, size: Size) -> Vec<LoopRequest>;

    /// Draws the state into an empty buffer. Returns the position of the cursor if it is visible.
    fn render(&self, buffer: &mut Buffer) -> Option<Position>;

    /// Returns the areas of the screen to draw in a special way.
    fn draw_hints(&self) -> DrawHints {
        DrawHints::default()
    }
}

/// A request of a program to the event loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoopRequest {
    /// End the loop. Later requests of the same answer are ignored.
    Quit,
    /// Stop the process, like Ctrl-Z in a shell. Later requests of the same answer are ignored.
    Suspend,
    /// Copy the text to the terminal's clipboard.
    Copy(String),
}

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
    let session = Session::enter(modes)?;
    #[cfg(debug_assertions)]
    panic_for_tests();
    program.connect(inbox.event_sender());
    let screen = Screen::new(Output, session::size());
    let mut event_loop = EventLoop::new(program, screen, &inbox.messages, session::size);
    // A terminal that accepts no more bytes is gone, whatever the error.
    let Ok(pause) = event_loop.start() else { return Ok(Ending::HungUp) };
    // Keys typed before this wait in the terminal.
    inbox.read_input(keyboard, modes.query_background)?;
    Ok(event_loop.run(&session, pause).unwrap_or(Ending::HungUp))
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
}

struct EventLoop<'a, P: Program, W: Write> {
    program: &'a mut P,
    screen: Screen<W>,
    messages: &'a Receiver<Message<P::Event>>,
    /// Messages that arrived while only [`Message::Continued`] was waited for.
    pending: VecDeque<Message<P::Event>>,
    terminal_size: fn() -> Size,
}

impl<'a, P: Program, W: Write> EventLoop<'a, P, W> {
    fn new(
        program: &'a mut P,
        screen: Screen<W>,
        messages: &'a Receiver<Message<P::Event>>,
        terminal_size: fn() -> Size,
    ) -> Self {
        Self { program, screen, messages, pending: VecDeque::new(), terminal_size }
    }

    /// Gives the program the size of the screen, then draws the first frame.
    ///
    /// The terminal is not asked for its size again: it may have changed since
    /// the screen was created.
    fn start(&mut self) -> io::Result<Option<Pause>> {
        self.resize_program(self.screen.size())
    }

    /// Runs until the program ends. `pause` is what [`start`](Self::start) returned.
    fn run(&mut self, session: &Session, mut pause: Option<Pause>) -> io::Result<Ending> {
        loop {
            let next = pause.map_or_else(|| self.run_until_pause(), Ok);
            match next? {
                Pause::Ended(ending) => return Ok(ending),
                Pause::Suspend => {
                    session.stop()?;
                    self.wait_for_continued();
                }
                Pause::Continued => {}
            }
            session.resume()?;
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
        let mut next = self.pending.pop_front().or_else(|| self.messages.recv().ok());
        if next.is_none() {
            // Every sender is gone, and with them the terminal.
            return Ok(Some(Pause::Ended(Ending::HungUp)));
        }
        let deadline = Instant::now() + MAX_FRAME_DELAY;
        let mut is_resized = false;
        while let Some(message) = next {
            let requests = match message {
                Message::Input(input) => self.program.on_input(input),
                Message::Event(event) => self.program.on_event(event),
                Message::Background { is_light } => self.program.on_background(is_light),
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
        self.draw().map(|()| None)
    }

    fn try_next(&mut self) -> Option<Message<P::Event>> {
        self.pending.pop_front().or_else(|| self.messages.try_recv().ok())
    }

    fn execute(&mut self, requests: Vec<LoopRequest>) -> io::Result<Option<Pause>> {
        for request in requests {
            match request {
                LoopRequest::Quit => return Ok(Some(Pause::Ended(Ending::Quit))),
                LoopRequest::Suspend => return Ok(Some(Pause::Suspend)),
                LoopRequest::Copy(text) => self.screen.copy(&text)?,
            }
        }
        Ok(None)
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

    fn draw(&mut self) -> io::Result<()> {
        self.screen.draw(self.program.draw_hints(), |buffer| self.program.render(buffer))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::atomic::{AtomicU16, Ordering};
    use std::sync::mpsc::{self, Sender};

    use crossterm::event::KeyCode;
    use ratatui::widgets::Widget;

    use super::*;

    /// Shows the last key and the size. Counts its frames.
    #[derive(Default)]
    struct LastKey {
        key: char,
        size: Size,
        frames: Cell<usize>,
        /// The requests it makes when the size or the background changes.
        requests: Vec<LoopRequest>,
    }

    impl Program for LastKey {
        type Event = char;

        fn connect(&mut self, _: EventSender<char>) {}

        fn on_event(&mut self, event: char) -> Vec<LoopRequest> {
            self.on_input(Event::Key(KeyCode::Char(event).into()))
        }

        fn on_background(&mut self, _: bool) -> Vec<LoopRequest> {
            self.requests.clone()
        }

        fn on_input(&mut self, input: Event) -> Vec<LoopRequest> {
            let Some(KeyCode::Char(key)) = input.as_key_press_event().map(|key| key.code) else {
                return Vec::new();
            };
            self.key = key;
            match key {
                'q' => vec![LoopRequest::Quit],
                'z' => vec![LoopRequest::Suspend],
                'y' => vec![LoopRequest::Copy("y".to_owned()), LoopRequest::Copy("z".to_owned())],
                _ => Vec::new(),
            }
        }

        fn on_resize(&mut self, size: Size) -> Vec<LoopRequest> {
            self.size = size;
            self.requests.clone()
        }

        fn render(&self, buffer: &mut Buffer) -> Option<Position> {
            self.frames.set(self.frames.get() + 1);
            format!("{} {}", self.key, self.size).render(buffer.area, buffer);
            None
        }
    }

    fn key(key: char) -> Message<char> {
        Message::Input(Event::Key(KeyCode::Char(key).into()))
    }

    fn run(messages: impl IntoIterator<Item = Message<char>>) -> (io::Result<Pause>, LastKey, String) {
        let mut program = LastKey::default();
        let (pause, output) = run_program(&mut program, messages);
        (pause, program, output)
    }

    fn run_program(
        program: &mut LastKey,
        messages: impl IntoIterator<Item = Message<char>>,
    ) -> (io::Result<Pause>, String) {
        let (sender, receiver) = mpsc::channel();
        send(&sender, messages);
        drop(sender);
        let mut output = Vec::new();
        let screen = Screen::new(&mut output, Size::new(20, 2));
        let mut event_loop = EventLoop::new(program, screen, &receiver, || Size::new(9, 3));
        let pause = event_loop.draw().and_then(|()| event_loop.run_until_pause());
        (pause, String::from_utf8(output).unwrap())
    }

    fn send(sender: &Sender<Message<char>>, messages: impl IntoIterator<Item = Message<char>>) {
        messages.into_iter().for_each(|message| sender.send(message).unwrap());
    }

    #[test]
    fn keys_that_have_arrived_are_handled_before_the_next_frame() {
        let (pause, program, output) = run("abcdefgh".chars().map(key).chain([key('q')]));
        assert_eq!(pause.unwrap(), Pause::Ended(Ending::Quit));
        assert_eq!(program.key, 'q');
        assert_eq!(program.frames.get(), 1, "only the frame before the first key");
        assert!(!output.contains('a'), "{output:?}");
    }

    #[test]
    fn events_from_the_programs_threads_wake_the_loop_in_order() {
        let (sender, receiver) = mpsc::channel();
        let mut program = LastKey::default();
        let screen = Screen::new(io::sink(), Size::new(20, 2));
        let event_sender = EventSender::new(sender.clone());
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        let thread = std::thread::spawn(move || event_sender.clone().send('n') && event_sender.send('q'));
        assert_eq!(event_loop.run_until_pause().unwrap(), Pause::Ended(Ending::Quit));
        assert!(thread.join().unwrap());
        drop(receiver);
        assert!(!EventSender::new(sender).send('x'), "the receiver is gone");
    }

    #[test]
    fn messages_that_arrive_during_a_pause_are_kept() {
        let (sender, receiver) = mpsc::channel();
        send(&sender, [key('z'), key('a'), Message::Continued, key('b'), key('q')]);
        let mut program = LastKey::default();
        let screen = Screen::new(io::sink(), Size::new(20, 2));
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(event_loop.run_until_pause().unwrap(), Pause::Suspend);
        event_loop.wait_for_continued();
        assert_eq!(event_loop.pending, [key('a')]);
        assert_eq!(event_loop.run_until_pause().unwrap(), Pause::Ended(Ending::Quit));
        assert!(event_loop.pending.is_empty());
    }

    #[test]
    fn consecutive_resizes_are_one_resize() {
        let (sender, receiver) = mpsc::channel();
        send(&sender, [Message::Resized, Message::Resized, key('a'), Message::Resized]);
        let mut program = LastKey::default();
        let mut output = Vec::new();
        let screen = Screen::new(&mut output, Size::new(20, 2));
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(event_loop.process_messages().unwrap(), None);
        send(&sender, [key('q')]);
        event_loop.run_until_pause().unwrap();
        assert_eq!((program.key, program.size, program.frames.get()), ('q', Size::new(9, 3), 1));
        assert!(String::from_utf8(output).unwrap().contains("9x3"));
    }

    #[test]
    fn program_and_screen_have_the_same_size_while_the_terminal_shrinks() {
        static QUERIES: AtomicU16 = AtomicU16::new(0);
        let (sender, receiver) = mpsc::channel();
        send(&sender, [key('a'), Message::Resized]);
        let mut program = LastKey::default();
        let shrinking = || Size::new(20 - QUERIES.fetch_add(1, Ordering::Relaxed), 3);
        let screen = Screen::new(io::sink(), shrinking());
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, shrinking);
        assert_eq!(event_loop.start().unwrap(), None);
        let sizes = |event_loop: &EventLoop<'_, LastKey, io::Sink>| {
            (event_loop.program.size, event_loop.screen.size())
        };
        assert_eq!(sizes(&event_loop), (Size::new(20, 3), Size::new(20, 3)));
        assert_eq!(event_loop.process_messages().unwrap(), None);
        assert_eq!(sizes(&event_loop), (Size::new(19, 3), Size::new(19, 3)));
    }

    #[test]
    fn requests_of_every_handler_are_carried_out() {
        let quitting = || LastKey { requests: vec![LoopRequest::Quit], ..LastKey::default() };
        let quit = Pause::Ended(Ending::Quit);
        for message in
            [Message::Background { is_light: true }, Message::Resized, key('q'), Message::Event('q')]
        {
            let (pause, _) = run_program(&mut quitting(), [message.clone()]);
            assert_eq!(pause.unwrap(), quit, "{message:?}");
        }
        let (_sender, receiver) = mpsc::channel();
        let (mut program, screen) = (quitting(), Screen::new(io::sink(), Size::new(20, 2)));
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(event_loop.start().unwrap(), Some(quit));
        assert_eq!(program.frames.get(), 0);
    }

    #[test]
    fn texts_are_copied_in_order() {
        let (_, _, output) = run([key('y'), key('q')]);
        let first = output.find("52;c;eQ==").unwrap();
        assert!(output.get(first..).unwrap().contains("52;c;eg=="));
    }

    #[test]
    fn outside_events_pause_the_loop() {
        for (message, pause) in [
            (Message::End(Ending::HungUp), Pause::Ended(Ending::HungUp)),
            (Message::End(Ending::Signal(15)), Pause::Ended(Ending::Signal(15))),
            (Message::Continued, Pause::Continued),
        ] {
            assert_eq!(run([message]).0.unwrap(), pause);
        }
    }

    #[test]
    fn an_output_that_fails_ends_the_loop() {
        struct Broken;
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (sender, receiver) = mpsc::channel();
        send(&sender, [key('a')]);
        let mut program = LastKey::default();
        let screen = Screen::new(Broken, Size::new(20, 2));
        let ended = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3)).run_until_pause();
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}

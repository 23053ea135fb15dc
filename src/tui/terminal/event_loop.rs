//! The loop: wait, take in everything that has happened, draw once, wait.
//!
//! There is no clock in it: while nothing happens, nothing is computed and
//! nothing is written.

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
use crate::tui::terminal::session::{Output, Session};

/// How long input may hold back a frame. Keys that come faster than frames
/// are drawn are taken in together; a flood of them is shown as it goes.
const MAX_WAIT_FOR_FRAME: Duration = Duration::from_millis(50);

/// How long to wait for the signal that the process goes on, after it was
/// told to stop. It comes at once, unless the process was never stopped.
const MAX_WAIT_FOR_CONTINUED: Duration = Duration::from_millis(100);

/// What the loop drives.
pub trait Program {
    /// What its own threads have to say.
    type Event: Send + 'static;

    /// Takes what its threads bring their news with, before the first frame.
    fn connect(&mut self, events: EventSender<Self::Event>);

    /// Takes in news; what is to be done comes back, in order.
    fn on_event(&mut self, event: Self::Event) -> Vec<LoopRequest>;

    /// Learns that the terminal's background is light, or that it is not.
    fn on_background(&mut self, _light: bool) {}

    /// Takes in a key, a paste or the mouse; what is to be done comes back, in order.
    fn on_input(&mut self, event: Event) -> Vec<LoopRequest>;

    /// Takes in the terminal's size: before the first frame, and when it has changed.
    fn on_resize(&mut self, size: Size);

    /// Draws the state as it is into an empty buffer; where the cursor shows comes back.
    fn render(&self, buffer: &mut Buffer) -> Option<Position>;

    /// The parts of the screen that are drawn in a way of their own.
    fn draw_hints(&self) -> DrawHints {
        DrawHints::default()
    }
}

/// What the loop does for a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoopRequest {
    /// End. What a program asks for after it is not done.
    Quit,
    /// Give the terminal to the shell until it continues the process. What a
    /// program asks for after it is not done.
    Suspend,
    /// Put the text on the terminal's clipboard.
    Copy(String),
}

/// Runs a program on the terminal until it ends, with the mouse or without;
/// `queries_background` tells whether the program wants to know the terminal's background.
/// To be called from the main thread; the process should end soon after.
///
/// # Errors
/// The terminal cannot be taken over. One that goes away later is an [`Ending`].
pub fn run(program: &mut impl Program, mouse: bool, queries_background: bool) -> io::Result<Ending> {
    session::restore_on_panic();
    let inbox = message::listen()?;
    let session = Session::enter(mouse, queries_background)?;
    #[cfg(debug_assertions)]
    panic_if_asked();
    program.connect(inbox.event_sender());
    let mut event_loop = EventLoop::start(program, Output, &inbox.messages, session::size);
    // A terminal that takes no bytes any more is gone, whatever the error is.
    if event_loop.draw().is_err() {
        return Ok(Ending::HungUp);
    }
    // What is typed meanwhile waits in the terminal.
    inbox.read_keys(queries_background)?;
    Ok(event_loop.run_with(&session).unwrap_or(Ending::HungUp))
}

/// Panics for the tests of what a panic leaves behind, on the thread that the
/// variable `CITES_TEST_PANIC` names. No release build does so.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "it is what it is for")]
fn panic_if_asked() {
    match std::env::var("CITES_TEST_PANIC").as_deref() {
        Ok("main") => panic!("a panic on the main thread"),
        Ok("other") => drop(std::thread::spawn(|| panic!("a panic on another thread"))),
        _ => {}
    }
}

/// Why the loop pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pause {
    Ended(Ending),
    Suspend,
    Continued,
}

struct EventLoop<'a, P: Program, W: Write> {
    program: &'a mut P,
    screen: Screen<W>,
    messages: &'a Receiver<Message<P::Event>>,
    /// Messages that arrived while only one of them was waited for.
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

    /// On an empty screen of the terminal's size. It is asked for once: the
    /// terminal may have another by the next time.
    fn start(
        program: &'a mut P,
        output: W,
        messages: &'a Receiver<Message<P::Event>>,
        terminal_size: fn() -> Size,
    ) -> Self {
        let size = terminal_size();
        program.on_resize(size);
        Self::new(program, Screen::new(output, size), messages, terminal_size)
    }

    fn draw(&mut self) -> io::Result<()> {
        self.screen.draw(self.program.draw_hints(), |buffer| self.program.render(buffer))
    }

    /// From the first frame, which is drawn, to the end.
    fn run_with(&mut self, session: &Session) -> io::Result<Ending> {
        loop {
            match self.run_until_pause()? {
                Pause::Ended(ending) => return Ok(ending),
                Pause::Suspend => {
                    session.stop()?;
                    self.wait_for_continued();
                }
                Pause::Continued => {}
            }
            session.resume()?;
            self.resize();
            self.draw()?;
        }
    }

    fn run_until_pause(&mut self) -> io::Result<Pause> {
        loop {
            if let Some(pause) = self.process_messages()? {
                return Ok(pause);
            }
            self.draw()?;
        }
    }

    /// Waits for a message, then takes in all that are there.
    fn process_messages(&mut self) -> io::Result<Option<Pause>> {
        let mut next = self.pending.pop_front().or_else(|| self.messages.recv().ok());
        let frame_due = Instant::now() + MAX_WAIT_FOR_FRAME;
        let mut resized = false;
        while let Some(message) = next {
            let requests = match message {
                Message::Input(event) => self.program.on_input(event),
                Message::Event(event) => self.program.on_event(event),
                Message::Background(light) => {
                    self.program.on_background(light);
                    Vec::new()
                }
                Message::Resized => {
                    resized = true;
                    Vec::new()
                }
                Message::Continued => return Ok(Some(Pause::Continued)),
                Message::End(ending) => return Ok(Some(Pause::Ended(ending))),
            };
            if let Some(pause) = self.execute(requests)? {
                return Ok(Some(pause));
            }
            next = if Instant::now() < frame_due { self.try_next() } else { None };
        }
        if resized {
            self.resize();
        }
        Ok(None)
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
        let deadline = Instant::now() + MAX_WAIT_FOR_CONTINUED;
        while let Ok(message) = self.messages.recv_timeout(deadline.saturating_duration_since(Instant::now()))
        {
            if matches!(message, Message::Continued) {
                return;
            }
            self.pending.push_back(message);
        }
    }

    fn resize(&mut self) {
        let size = (self.terminal_size)();
        self.program.on_resize(size);
        self.screen.reset(size);
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

    /// Shows the last key and the size; counts its frames.
    #[derive(Default)]
    struct LastKey {
        key: char,
        size: Size,
        frames: Cell<usize>,
    }

    impl Program for LastKey {
        type Event = char;

        fn connect(&mut self, _: EventSender<char>) {}

        fn on_event(&mut self, event: char) -> Vec<LoopRequest> {
            self.on_input(Event::Key(KeyCode::Char(event).into()))
        }

        fn on_input(&mut self, event: Event) -> Vec<LoopRequest> {
            let Some(KeyCode::Char(key)) = event.as_key_press_event().map(|key| key.code) else {
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

        fn on_resize(&mut self, size: Size) {
            self.size = size;
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
        let (sender, receiver) = mpsc::channel();
        send(&sender, messages);
        let mut program = LastKey::default();
        let mut output = Vec::new();
        let screen = Screen::new(&mut output, Size::new(20, 2));
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        let pause = event_loop.draw().and_then(|()| event_loop.run_until_pause());
        (pause, program, String::from_utf8(output).unwrap())
    }

    fn send(sender: &Sender<Message<char>>, messages: impl IntoIterator<Item = Message<char>>) {
        messages.into_iter().for_each(|message| sender.send(message).unwrap());
    }

    #[test]
    fn keys_that_are_there_are_taken_in_before_the_next_frame() {
        let (pause, program, output) = run("abcdefgh".chars().map(key).chain([key('q')]));
        assert_eq!(pause.unwrap(), Pause::Ended(Ending::Quit));
        assert_eq!(program.key, 'q');
        assert_eq!(program.frames.get(), 1, "only the frame before the first key");
        assert!(!output.contains('a'), "{output:?}");
    }

    #[test]
    fn news_of_the_programs_threads_wake_the_loop_in_their_turn() {
        let (sender, receiver) = mpsc::channel();
        let mut program = LastKey::default();
        let screen = Screen::new(io::sink(), Size::new(20, 2));
        let event_sender = EventSender::new(sender.clone());
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        let thread = std::thread::spawn(move || event_sender.clone().send('n') && event_sender.send('q'));
        assert_eq!(event_loop.run_until_pause().unwrap(), Pause::Ended(Ending::Quit));
        assert!(thread.join().unwrap());
        drop(receiver);
        assert!(!EventSender::new(sender).send('x'), "nobody listens any more");
    }

    #[test]
    fn what_comes_after_a_pause_is_kept() {
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
    fn sizes_that_follow_each_other_are_one_new_size() {
        let (sender, receiver) = mpsc::channel();
        send(&sender, [Message::Resized, Message::Resized, key('a'), Message::Resized]);
        let mut program = LastKey::default();
        let mut output = Vec::new();
        let screen = Screen::new(&mut output, Size::new(20, 2));
        let mut event_loop = EventLoop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(event_loop.process_messages().unwrap(), None);
        send(&sender, [key('q')]);
        event_loop.draw().and_then(|()| event_loop.run_until_pause()).unwrap();
        assert_eq!((program.key, program.size, program.frames.get()), ('q', Size::new(9, 3), 1));
        assert!(String::from_utf8(output).unwrap().contains("9x3"));
    }

    #[test]
    fn a_size_that_changes_at_the_start_is_one_for_program_and_screen() {
        static ASKED: AtomicU16 = AtomicU16::new(0);
        let (sender, receiver) = mpsc::channel();
        send(&sender, [key('a'), Message::Resized]);
        let mut program = LastKey::default();
        let shrinking = || Size::new(20 - ASKED.fetch_add(1, Ordering::Relaxed), 3);
        let mut event_loop = EventLoop::start(&mut program, io::sink(), &receiver, shrinking);
        let sizes = |event_loop: &mut EventLoop<'_, LastKey, io::Sink>| {
            let mut drawn_on = Size::ZERO;
            event_loop
                .screen
                .draw(DrawHints::default(), |buffer| {
                    drawn_on = buffer.area.as_size();
                    None
                })
                .unwrap();
            (event_loop.program.size, drawn_on)
        };
        assert_eq!(sizes(&mut event_loop), (Size::new(20, 3), Size::new(20, 3)));
        assert_eq!(event_loop.process_messages().unwrap(), None);
        assert_eq!(sizes(&mut event_loop), (Size::new(19, 3), Size::new(19, 3)));
    }

    #[test]
    fn texts_are_copied_in_order() {
        let (_, _, output) = run([key('y'), key('q')]);
        let first = output.find("52;c;eQ==").unwrap();
        assert!(output.get(first..).unwrap().contains("52;c;eg=="));
    }

    #[test]
    fn what_happens_outside_pauses_the_loop() {
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

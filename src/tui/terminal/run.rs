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

use crate::tui::terminal::events;
use crate::tui::terminal::events::{Ending, Message, Notifier};
use crate::tui::terminal::screen::{Parts, Screen};
use crate::tui::terminal::session as terminal;
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
    type News: Send + 'static;

    /// Takes what its threads bring their news with, before the first frame.
    fn connect(&mut self, news: Notifier<Self::News>);

    /// Takes in news; what is to be done comes back, in order.
    fn hear(&mut self, news: Self::News) -> Vec<Command>;

    /// Learns that the terminal's background is light, or that it is not.
    fn learn_background(&mut self, _light: bool) {}

    /// Takes in a key, a paste or the mouse; what is to be done comes back, in order.
    fn handle(&mut self, event: Event) -> Vec<Command>;

    /// Takes in the terminal's size: before the first frame, and when it has changed.
    fn resize(&mut self, size: Size);

    /// Draws the state as it is into an empty buffer; where the cursor shows comes back.
    fn render(&self, buffer: &mut Buffer) -> Option<Position>;

    /// The parts of the screen that are drawn in a way of their own.
    fn parts(&self) -> Parts {
        Parts::default()
    }
}

/// What the loop does for a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// End. What a program asks for after it is not done.
    Quit,
    /// Give the terminal to the shell until it continues the process. What a
    /// program asks for after it is not done.
    Suspend,
    /// Put the text on the terminal's clipboard.
    Copy(String),
}

/// Runs a program on the terminal until it ends, with the mouse or without;
/// `asks` tells whether the program wants to know the terminal's background.
/// To be called from the main thread; the process should end soon after.
///
/// # Errors
/// The terminal cannot be taken over. One that goes away later is an [`Ending`].
pub fn run(program: &mut impl Program, mouse: bool, asks: bool) -> io::Result<Ending> {
    terminal::give_back_on_panic();
    let inbox = events::listen()?;
    let session = Session::enter(mouse, asks)?;
    #[cfg(debug_assertions)]
    panic_if_asked();
    program.connect(inbox.notifier());
    let mut drive = Loop::start(program, Output, &inbox.messages, terminal::size);
    // A terminal that takes no bytes any more is gone, whatever the error is.
    if drive.draw().is_err() {
        return Ok(Ending::HungUp);
    }
    // What is typed meanwhile waits in the terminal.
    inbox.read_keys(asks)?;
    Ok(drive.run_with(&session).unwrap_or(Ending::HungUp))
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

struct Loop<'a, P: Program, W: Write> {
    program: &'a mut P,
    screen: Screen<W>,
    messages: &'a Receiver<Message<P::News>>,
    /// Messages that arrived while only one of them was waited for.
    put_off: VecDeque<Message<P::News>>,
    terminal_size: fn() -> Size,
}

impl<'a, P: Program, W: Write> Loop<'a, P, W> {
    fn new(
        program: &'a mut P,
        screen: Screen<W>,
        messages: &'a Receiver<Message<P::News>>,
        terminal_size: fn() -> Size,
    ) -> Self {
        Self { program, screen, messages, put_off: VecDeque::new(), terminal_size }
    }

    /// On an empty screen of the terminal's size. It is asked for once: the
    /// terminal may have another by the next time.
    fn start(
        program: &'a mut P,
        output: W,
        messages: &'a Receiver<Message<P::News>>,
        terminal_size: fn() -> Size,
    ) -> Self {
        let size = terminal_size();
        program.resize(size);
        Self::new(program, Screen::new(output, size), messages, terminal_size)
    }

    fn draw(&mut self) -> io::Result<()> {
        self.screen.draw(self.program.parts(), |buffer| self.program.render(buffer))
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
            self.fit_terminal();
            self.draw()?;
        }
    }

    fn run_until_pause(&mut self) -> io::Result<Pause> {
        loop {
            if let Some(pause) = self.take_in_messages()? {
                return Ok(pause);
            }
            self.draw()?;
        }
    }

    /// Waits for a message, then takes in all that are there.
    fn take_in_messages(&mut self) -> io::Result<Option<Pause>> {
        let mut next = self.put_off.pop_front().or_else(|| self.messages.recv().ok());
        let frame_due = Instant::now() + MAX_WAIT_FOR_FRAME;
        let mut resized = false;
        while let Some(message) = next {
            let commands = match message {
                Message::Input(event) => self.program.handle(event),
                Message::News(news) => self.program.hear(news),
                Message::Background(light) => {
                    self.program.learn_background(light);
                    Vec::new()
                }
                Message::Resized => {
                    resized = true;
                    Vec::new()
                }
                Message::Continued => return Ok(Some(Pause::Continued)),
                Message::End(ending) => return Ok(Some(Pause::Ended(ending))),
            };
            if let Some(pause) = self.carry_out(commands)? {
                return Ok(Some(pause));
            }
            next = if Instant::now() < frame_due { self.next_if_there() } else { None };
        }
        if resized {
            self.fit_terminal();
        }
        Ok(None)
    }

    fn next_if_there(&mut self) -> Option<Message<P::News>> {
        self.put_off.pop_front().or_else(|| self.messages.try_recv().ok())
    }

    fn carry_out(&mut self, commands: Vec<Command>) -> io::Result<Option<Pause>> {
        for command in commands {
            match command {
                Command::Quit => return Ok(Some(Pause::Ended(Ending::Quit))),
                Command::Suspend => return Ok(Some(Pause::Suspend)),
                Command::Copy(text) => self.screen.copy(&text)?,
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
            self.put_off.push_back(message);
        }
    }

    fn fit_terminal(&mut self) {
        let size = (self.terminal_size)();
        self.program.resize(size);
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
        type News = char;

        fn connect(&mut self, _: Notifier<char>) {}

        fn hear(&mut self, news: char) -> Vec<Command> {
            self.handle(Event::Key(KeyCode::Char(news).into()))
        }

        fn handle(&mut self, event: Event) -> Vec<Command> {
            let Some(KeyCode::Char(key)) = event.as_key_press_event().map(|key| key.code) else {
                return Vec::new();
            };
            self.key = key;
            match key {
                'q' => vec![Command::Quit],
                'z' => vec![Command::Suspend],
                'y' => vec![Command::Copy("y".to_owned()), Command::Copy("z".to_owned())],
                _ => Vec::new(),
            }
        }

        fn resize(&mut self, size: Size) {
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
        let mut drive = Loop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        let pause = drive.draw().and_then(|()| drive.run_until_pause());
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
        let notifier = Notifier::new(sender.clone());
        let mut drive = Loop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        let thread = std::thread::spawn(move || notifier.clone().notify('n') && notifier.notify('q'));
        assert_eq!(drive.run_until_pause().unwrap(), Pause::Ended(Ending::Quit));
        assert!(thread.join().unwrap());
        drop(receiver);
        assert!(!Notifier::new(sender).notify('x'), "nobody listens any more");
    }

    #[test]
    fn what_comes_after_a_pause_is_kept() {
        let (sender, receiver) = mpsc::channel();
        send(&sender, [key('z'), key('a'), Message::Continued, key('b'), key('q')]);
        let mut program = LastKey::default();
        let screen = Screen::new(io::sink(), Size::new(20, 2));
        let mut drive = Loop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(drive.run_until_pause().unwrap(), Pause::Suspend);
        drive.wait_for_continued();
        assert_eq!(drive.put_off, [key('a')]);
        assert_eq!(drive.run_until_pause().unwrap(), Pause::Ended(Ending::Quit));
        assert!(drive.put_off.is_empty());
    }

    #[test]
    fn sizes_that_follow_each_other_are_one_new_size() {
        let (sender, receiver) = mpsc::channel();
        send(&sender, [Message::Resized, Message::Resized, key('a'), Message::Resized]);
        let mut program = LastKey::default();
        let mut output = Vec::new();
        let screen = Screen::new(&mut output, Size::new(20, 2));
        let mut drive = Loop::new(&mut program, screen, &receiver, || Size::new(9, 3));
        assert_eq!(drive.take_in_messages().unwrap(), None);
        send(&sender, [key('q')]);
        drive.draw().and_then(|()| drive.run_until_pause()).unwrap();
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
        let mut drive = Loop::start(&mut program, io::sink(), &receiver, shrinking);
        let sizes = |drive: &mut Loop<'_, LastKey, io::Sink>| {
            let mut drawn_on = Size::ZERO;
            drive
                .screen
                .draw(Parts::default(), |buffer| {
                    drawn_on = buffer.area.as_size();
                    None
                })
                .unwrap();
            (drive.program.size, drawn_on)
        };
        assert_eq!(sizes(&mut drive), (Size::new(20, 3), Size::new(20, 3)));
        assert_eq!(drive.take_in_messages().unwrap(), None);
        assert_eq!(sizes(&mut drive), (Size::new(19, 3), Size::new(19, 3)));
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
        let ended = Loop::new(&mut program, screen, &receiver, || Size::new(9, 3)).run_until_pause();
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}

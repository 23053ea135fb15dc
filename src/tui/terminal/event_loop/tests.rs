use std::cell::Cell;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::mpsc::{self, Sender};

use crossterm::event::{Event, KeyCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::widgets::Widget;

use super::*;
use crate::tui::terminal::message::EventSender;
use crate::tui::terminal::program::Cursor;

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

    fn render(&self, buffer: &mut Buffer) -> Option<Cursor> {
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
    let sizes =
        |event_loop: &EventLoop<'_, LastKey, io::Sink>| (event_loop.program.size, event_loop.screen.size());
    assert_eq!(sizes(&event_loop), (Size::new(20, 3), Size::new(20, 3)));
    assert_eq!(event_loop.process_messages().unwrap(), None);
    assert_eq!(sizes(&event_loop), (Size::new(19, 3), Size::new(19, 3)));
}

#[test]
fn requests_of_every_handler_are_carried_out() {
    let quitting = || LastKey { requests: vec![LoopRequest::Quit], ..LastKey::default() };
    let quit = Pause::Ended(Ending::Quit);
    for message in [Message::Background(Some(true)), Message::Resized, key('q'), Message::Event('q')] {
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

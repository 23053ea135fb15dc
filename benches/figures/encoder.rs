//! Encoding frames as bytes: the encoder of the explorer against ratatui's `Terminal` with its
//! `CrosstermBackend`, over the same frames.
//!
//! The label of each case gives the number of bytes written for all its frames.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

use cites_emploi::tui::state::{CardArea, Event};
use cites_emploi::tui::terminal::{Cursor, DrawHints, Screen};
use crossterm::event::{Event as Input, KeyCode};
use divan::Bencher;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::many;

const SIZE: Size = Size::new(120, 40);
const AREA: Rect = Rect::new(0, 0, SIZE.width, SIZE.height);

/// A recorded frame.
#[derive(Clone)]
struct Frame {
    buffer: Buffer,
    cursor: Option<Cursor>,
    hints: DrawHints,
}

/// The frames after each key of a session.
#[derive(Clone)]
struct Session {
    name: &'static str,
    /// The frame already on the terminal, if any.
    shown: Option<Frame>,
    frames: Vec<Frame>,
}

impl Session {
    /// Presses the keys `before`, then records the frames after each of `keys`.
    fn record(name: &'static str, before: &[KeyCode], keys: &[KeyCode]) -> Self {
        let mut app = many::explorer(Arc::new(many::REAL.clone()), "");
        let _ = app.handle(Event::Resized(SIZE));
        let mut frame_after = |key: Option<KeyCode>| {
            if let Some(key) = key {
                let _ = app.input(Input::Key(key.into()));
            }
            let mut buffer = Buffer::empty(AREA);
            let cursor = app.render(&mut buffer).map(Cursor::from);
            let hints = app.areas().map_or_else(DrawHints::default, |areas| DrawHints {
                scroll_area: areas.rows,
                draw_last: match areas.card {
                    CardArea::Beside(card) | CardArea::Below(card) => card,
                    CardArea::Closed | CardArea::Instead(_) => Rect::ZERO,
                },
                links: app.links(),
                ..DrawHints::default()
            });
            Frame { buffer, cursor, hints }
        };
        let first = frame_after(None);
        let shown = before.iter().map(|key| frame_after(Some(*key))).last().unwrap_or_else(|| first.clone());
        let frames: Vec<Frame> = keys.iter().map(|key| frame_after(Some(*key))).collect();
        match keys {
            [] => Self { name, shown: None, frames: vec![first] },
            _ => Self { name, shown: Some(shown), frames },
        }
    }

    fn all() -> [Self; 5] {
        let typed = "gueret".chars().map(KeyCode::Char).collect::<Vec<_>>();
        let tabs = "2345671".chars().map(KeyCode::Char).collect::<Vec<_>>();
        [
            Self::record("the first frame", &[], &[]),
            Self::record("typing", &[], &typed),
            Self::record("moving", &[KeyCode::Enter], &[KeyCode::Down; 30]),
            Self::record("scrolling", &[KeyCode::Enter, KeyCode::End], &[KeyCode::Up; 80]),
            Self::record("changing tabs", &[KeyCode::Enter], &tabs),
        ]
    }
}

/// Encodes frames as bytes.
trait Encoder {
    fn new() -> Self;
    fn draw(&mut self, frame: &Frame);
    /// Returns the number of bytes written so far.
    fn written(&self) -> usize;
}

/// Counts bytes and drops them.
#[derive(Default, Clone)]
struct Counter(std::rc::Rc<std::cell::Cell<usize>>);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Cites {
    screen: Screen<Counter>,
    counter: Counter,
}

impl Encoder for Cites {
    fn new() -> Self {
        let counter = Counter::default();
        Self { screen: Screen::new(counter.clone(), SIZE), counter }
    }

    fn draw(&mut self, frame: &Frame) {
        let render = |buffer: &mut Buffer| {
            buffer.clone_from(&frame.buffer);
            frame.cursor
        };
        self.screen.draw(frame.hints.clone(), render).expect("a frame");
    }

    fn written(&self) -> usize {
        self.counter.0.get()
    }
}

struct Ratatui {
    terminal: Terminal<CrosstermBackend<Counter>>,
    counter: Counter,
}

impl Encoder for Ratatui {
    fn new() -> Self {
        let counter = Counter::default();
        let backend = CrosstermBackend::new(counter.clone());
        // With a fixed viewport, the terminal is not queried for its size.
        let options = TerminalOptions { viewport: Viewport::Fixed(AREA) };
        Self { terminal: Terminal::with_options(backend, options).expect("a terminal"), counter }
    }

    fn draw(&mut self, frame: &Frame) {
        let render = |target: &mut ratatui::Frame<'_>| {
            target.buffer_mut().clone_from(&frame.buffer);
            // Its cursor stands somewhere only if it shows.
            if let Some(cursor) = frame.cursor.filter(|cursor| cursor.is_visible) {
                target.set_cursor_position(cursor.position);
            }
        };
        self.terminal.draw(render).expect("a frame");
    }

    fn written(&self) -> usize {
        self.counter.0.get()
    }
}

/// A session with the number of bytes that an encoder writes for it.
struct Case {
    session: Session,
    bytes: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} frames, {} bytes", self.session.name, self.session.frames.len(), self.bytes)
    }
}

/// Returns an encoder that has drawn the frame before the session.
fn started<E: Encoder>(session: &Session) -> E {
    let mut encoder = E::new();
    session.shown.iter().for_each(|frame| encoder.draw(frame));
    encoder
}

fn cases<E: Encoder>() -> impl Iterator<Item = Case> {
    Session::all().into_iter().map(|session| {
        let mut encoder: E = started(&session);
        let before = encoder.written();
        session.frames.iter().for_each(|frame| encoder.draw(frame));
        Case { bytes: encoder.written() - before, session }
    })
}

fn encode<E: Encoder>(bencher: Bencher, case: &Case) {
    bencher
        .with_inputs(|| started::<E>(&case.session))
        .bench_local_refs(|encoder| case.session.frames.iter().for_each(|frame| encoder.draw(frame)));
}

#[divan::bench(args = cases::<Cites>(), sample_count = 20, sample_size = 1)]
fn cites(bencher: Bencher, case: &Case) {
    encode::<Cites>(bencher, case);
}

#[divan::bench(args = cases::<Ratatui>(), sample_count = 20, sample_size = 1)]
fn crossterm_backend(bencher: Bencher, case: &Case) {
    encode::<Ratatui>(bencher, case);
}

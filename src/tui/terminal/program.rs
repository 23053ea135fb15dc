//! The interface between the event loop and the program that it runs.

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

use crate::tui::terminal::message::EventSender;
use crate::tui::terminal::screen::DrawHints;

/// The cursor of the terminal at the end of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Where it stands, also while it is hidden.
    pub position: Position,
    /// Whether it shows.
    pub is_visible: bool,
}

/// A typed character, to be shown before the program has followed it: what follows may take a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo {
    /// Where it stands. The cursor stands behind it.
    pub position: Position,
    /// The character, which takes one cell.
    pub character: char,
    /// Its style.
    pub style: Style,
    /// The cells behind it that become blank.
    pub blank: u16,
}

/// A program that the event loop runs.
///
/// The requests that a method returns are carried out in order.
pub trait Program {
    /// An event from the program's own threads.
    type Event: Send + 'static;

    /// Receives the sender for the program's threads, before the first frame.
    fn connect(&mut self, events: EventSender<Self::Event>);

    /// Starts what need not be done before the first frame, which was just sent.
    fn on_first_frame(&mut self) {}

    /// Handles an event from one of the program's threads.
    #[must_use]
    fn on_event(&mut self, event: Self::Event) -> Vec<LoopRequest>;

    /// Handles the terminal's reply to the background query.
    #[must_use]
    fn on_background(&mut self, is_light: bool) -> Vec<LoopRequest>;

    /// Handles a key, a paste or a mouse event.
    #[must_use]
    fn on_input(&mut self, input: Event) -> Vec<LoopRequest>;

    /// Returns what to show of an input at once, if the next frame will show the same.
    fn echo(&self, _input: &Event) -> Option<Echo> {
        None
    }

    /// Handles the terminal's size, in columns and rows: before the first frame
    /// and after each change.
    #[must_use]
    fn on_resize(&mut self, size: Size) -> Vec<LoopRequest>;

    /// Draws the state into an empty buffer. Returns the cursor; without one, it is hidden and stands anywhere.
    fn render(&self, buffer: &mut Buffer) -> Option<Cursor>;

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
    /// Draw the whole screen again, whatever another program has written to it.
    Repaint,
    /// Stop the process, like Ctrl-Z in a shell. Later requests of the same answer are ignored.
    Suspend,
    /// Copy the text to the terminal's clipboard.
    Copy(String),
}

//! The buffer that is drawn into, and the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// The cursor at the end of a frame. Screen readers, Braille lines and magnifiers follow it, even if it is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameCursor {
    /// Where it stands.
    pub position: Position,
    /// Whether it shows. Otherwise it stands on what is selected.
    pub is_visible: bool,
}

/// A typed letter, to be shown before the frame that follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameEcho {
    /// Where it stands. The cursor stands behind it.
    pub position: Position,
    /// The letter, which takes one cell.
    pub character: char,
    /// Its style.
    pub style: Style,
    /// The cells behind it that become blank.
    pub blank: u16,
}

/// The next frame: its cells, and the cursor.
///
/// ratatui's own frame comes with its terminal, which fills two buffers before
/// the first frame; here one suffices.
#[derive(Debug)]
pub struct Frame<'a> {
    buffer: &'a mut Buffer,
    cursor: Option<FrameCursor>,
}

impl<'a> Frame<'a> {
    /// Creates a frame over a buffer, with the cursor hidden.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        Self { buffer, cursor: None }
    }

    /// Returns the area of the whole screen.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Draws a widget in an area.
    pub fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.buffer);
    }

    /// Returns the cells.
    pub fn buffer_mut(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Shows the cursor at a position.
    pub fn set_cursor_position(&mut self, position: impl Into<Position>) {
        self.cursor = Some(FrameCursor { position: position.into(), is_visible: true });
    }

    /// Puts the hidden cursor on what is selected, unless it shows elsewhere.
    pub fn mark_selected(&mut self, area: Rect) {
        if self.cursor.is_none_or(|cursor| !cursor.is_visible) && !area.is_empty() {
            self.cursor = Some(FrameCursor { position: area.as_position(), is_visible: false });
        }
    }

    /// Returns the cursor.
    pub const fn cursor(&self) -> Option<FrameCursor> {
        self.cursor
    }
}

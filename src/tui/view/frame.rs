//! The buffer that is drawn into, and the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

/// The next frame: its cells, and the position of the cursor.
///
/// ratatui's own frame comes with its terminal, which fills two buffers before
/// the first frame; here one suffices.
#[derive(Debug)]
pub struct Frame<'a> {
    buffer: &'a mut Buffer,
    cursor: Option<Position>,
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
        self.cursor = Some(position.into());
    }

    /// Returns the position of the cursor, if it shows.
    pub const fn cursor(&self) -> Option<Position> {
        self.cursor
    }
}

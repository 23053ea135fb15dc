//! Frames as bytes: one write per frame, none for a frame that changes nothing.
//!
//! | file | does |
//! | --- | --- |
//! | `frame_diff` | finds the changed cells |
//! | `frame_encoder` | orders them, and decides whether lines scroll |
//! | `line_scroll` | detects lines that moved |
//! | `ansi_writer` | writes cells: cursor moves, erasing, text |
//! | `sgr` | colours and attributes |

mod ansi_writer;
mod frame_diff;
mod frame_encoder;
mod line_scroll;
mod sgr;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::tui::terminal::program::{Cursor, Echo};
use crate::tui::terminal::screen::ansi_writer::AnsiWriter;
use crate::tui::terminal::screen::frame_encoder::{EncodedFrame, FrameEncoder};

pub use crate::tui::terminal::screen::frame_encoder::DrawHints;

/// The screen of a terminal, which it keeps up to date with the frames drawn.
#[derive(Debug)]
pub struct Screen<W: Write> {
    encoder: FrameEncoder,
    size: Size,
    /// An empty buffer for the next frame, if there is one to reuse.
    spare: Option<Buffer>,
    output: W,
}

impl<W: Write> Screen<W> {
    /// Creates an empty screen of `size` (columns and rows), for a clear terminal with a hidden cursor.
    pub fn new(output: W, size: Size) -> Self {
        Self { encoder: FrameEncoder::new(AnsiWriter::new()), size, spare: None, output }
    }

    /// Returns the size, in columns and rows.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Draws a frame: writes its difference from the last one, if there is any.
    ///
    /// `render` fills an empty buffer and returns the cursor.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn draw(
        &mut self,
        hints: DrawHints,
        render: impl FnOnce(&mut Buffer) -> Option<Cursor>,
    ) -> io::Result<()> {
        self.draw_with_query(hints, "", render).map(drop)
    }

    /// Draws a frame as [`draw`](Self::draw) does, with a query to the terminal behind its last cell, if there is any.
    /// Returns the number of bytes written.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub(super) fn draw_with_query(
        &mut self,
        hints: DrawHints,
        query: &str,
        render: impl FnOnce(&mut Buffer) -> Option<Cursor>,
    ) -> io::Result<usize> {
        let mut next = self.spare.take().unwrap_or_else(|| empty(self.size));
        let cursor = render(&mut next);
        let EncodedFrame { mut chunks, previous } = self.encoder.encode(next, cursor, hints);
        if let Some(last) = chunks.iter_mut().rfind(|chunk| !chunk.is_empty()) {
            last.extend(query.as_bytes());
        }
        let mut bytes = Vec::new();
        for chunk in chunks {
            if !chunk.is_empty() {
                // Terminals without synchronized updates ignore these sequences.
                queue!(bytes, BeginSynchronizedUpdate)?;
                bytes.extend(chunk);
                queue!(bytes, EndSynchronizedUpdate)?;
            }
        }
        self.spare = previous.map(emptied);
        self.write(&bytes).map(|()| bytes.len())
    }

    /// Shows a typed character before the next frame. Returns the number of bytes written.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn echo(&mut self, echo: &Echo) -> io::Result<usize> {
        let bytes = self.encoder.echo(echo);
        self.write(&bytes).map(|()| bytes.len())
    }

    /// Forgets the screen's content: the next frame clears the terminal and draws everything.
    pub fn reset(&mut self, size: Size) {
        self.encoder = FrameEncoder::new(AnsiWriter::clearing());
        self.size = size;
        self.spare = None;
    }

    /// Writes bytes that change nothing on the screen.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() { Ok(()) } else { self.output.write_all(bytes) }
    }
}

fn empty(size: Size) -> Buffer {
    Buffer::empty(Rect::from((Position::ORIGIN, size)))
}

fn emptied(mut buffer: Buffer) -> Buffer {
    buffer.reset();
    buffer
}

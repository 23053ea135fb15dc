//! Frames as bytes: one write a frame, and none for a frame that changes nothing.

use std::io::{self, Write};
use std::mem;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

/// What the terminal shows, and the way there.
#[derive(Debug)]
pub struct Screen<W: Write> {
    terminal: Terminal<FrameBytes>,
    output: W,
}

impl<W: Write> Screen<W> {
    /// An empty screen of `size`, on a terminal that is clear and hides its cursor.
    ///
    /// # Errors
    /// None in practice: nothing is written yet.
    pub fn new(output: W, size: Size) -> io::Result<Self> {
        let viewport = Viewport::Fixed(Rect::from((Position::ORIGIN, size)));
        let terminal = Terminal::with_options(FrameBytes::new(size), TerminalOptions { viewport })?;
        Ok(Self { terminal, output })
    }

    /// Draws a frame: writes what differs from the last one, if anything.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(render)?;
        let changes = self.terminal.backend_mut().take();
        if changes.is_empty() {
            return Ok(());
        }
        // Terminals that know no synchronized updates ignore them.
        let mut bytes = Vec::with_capacity(changes.len() + 16);
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.extend(changes);
        queue!(bytes, EndSynchronizedUpdate)?;
        self.output.write_all(&bytes)
    }

    /// Forgets what the terminal shows: the next frame clears it and draws everything.
    ///
    /// # Errors
    /// None in practice: nothing is written yet.
    pub fn reset(&mut self, size: Size) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        *backend = FrameBytes::new(size);
        // A terminal that was resized or continued may show its cursor.
        queue!(backend.bytes, Hide)?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Puts `text` on the clipboard of the terminal, also of one at the other
    /// end of a connection (OSC 52). Terminals that cannot do so ignore it.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        self.output.write_all(&bytes)
    }
}

/// How the backend ends the cells of a frame: colours and attributes one by
/// one, of which the last resets them all.
const RESETS: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m";

/// A backend that collects a frame's bytes, leaving out those that would tell
/// the terminal what it knows already.
#[derive(Debug)]
struct FrameBytes {
    bytes: Vec<u8>,
    size: Size,
    cursor_shown: bool,
    /// Where the terminal's cursor is; unknown after cells were drawn.
    cursor: Option<Position>,
}

impl FrameBytes {
    fn new(size: Size) -> Self {
        Self { bytes: Vec::new(), size, cursor_shown: false, cursor: None }
    }

    fn take(&mut self) -> Vec<u8> {
        mem::take(&mut self.bytes)
    }
}

impl Backend for FrameBytes {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells = cells.peekable();
        if cells.peek().is_none() {
            return Ok(());
        }
        self.cursor = None;
        CrosstermBackend::new(&mut self.bytes).draw(cells)?;
        if self.bytes.ends_with(RESETS) {
            self.bytes.truncate(self.bytes.len() - RESETS.len());
            queue!(self.bytes, ResetColor)?;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if mem::replace(&mut self.cursor_shown, false) {
            queue!(self.bytes, Hide)?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !mem::replace(&mut self.cursor_shown, true) {
            queue!(self.bytes, Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor.replace(position) != Some(position) {
            queue!(self.bytes, MoveTo(position.x, position.y))?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        CrosstermBackend::new(&mut self.bytes).clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size::new(20, 3);

    fn screen() -> Screen<Vec<u8>> {
        Screen::new(Vec::new(), SIZE).unwrap()
    }

    fn written(screen: &mut Screen<Vec<u8>>) -> String {
        String::from_utf8(mem::take(&mut screen.output)).unwrap()
    }

    fn draw(screen: &mut Screen<Vec<u8>>, text: &str, cursor: Option<(u16, u16)>) -> String {
        screen
            .draw(|frame| {
                frame.render_widget(text, frame.area());
                if let Some(cursor) = cursor {
                    frame.set_cursor_position(cursor);
                }
            })
            .unwrap();
        written(screen)
    }

    #[test]
    fn a_frame_is_synchronized_and_holds_what_differs() {
        let mut screen = screen();
        let first = draw(&mut screen, "Guéret", None);
        assert!(first.starts_with("\x1b[?2026h") && first.ends_with("\x1b[?2026l"), "{first:?}");
        assert!(first.contains("Guéret"), "{first:?}");

        let second = draw(&mut screen, "Guérat", None);
        assert_eq!(second, "\x1b[?2026h\x1b[1;5Ha\x1b[0m\x1b[?2026l");
    }

    #[test]
    fn a_frame_that_changes_nothing_is_no_bytes() {
        let mut screen = screen();
        for cursor in [None, Some((2, 0))] {
            assert_ne!(draw(&mut screen, "Guéret", cursor), "");
            assert_eq!(draw(&mut screen, "Guéret", cursor), "");
        }
    }

    #[test]
    fn the_cursor_is_moved_when_it_or_a_cell_has_changed() {
        let mut screen = screen();
        draw(&mut screen, "a", Some((1, 0)));
        assert_eq!(draw(&mut screen, "a", Some((0, 0))), "\x1b[?2026h\x1b[1;1H\x1b[?2026l");
        let typed = draw(&mut screen, "ab", Some((0, 0)));
        assert!(typed.contains('b') && typed.contains("\x1b[1;1H"), "{typed:?}");
        assert_eq!(draw(&mut screen, "ab", None), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
    }

    #[test]
    fn after_a_reset_everything_is_drawn_in_the_new_size() {
        let mut screen = screen();
        draw(&mut screen, "Guéret", Some((1, 0)));
        screen.reset(Size::new(4, 2)).unwrap();
        assert_eq!(written(&mut screen), "", "nothing is written before the frame");
        let frame = draw(&mut screen, "Guéret", Some((1, 0)));
        assert!(frame.contains("\x1b[2J") || frame.contains("\x1b[J"), "{frame:?}");
        assert!(frame.contains("Guér") && !frame.contains("Guéret"), "{frame:?}");
        assert!(frame.contains("\x1b[?25h"), "{frame:?}");
    }

    #[test]
    fn copying_sends_the_text_to_the_terminal() {
        let mut screen = screen();
        screen.copy("Guéret").unwrap();
        assert_eq!(written(&mut screen), "\x1b]52;c;R3XDqXJldA==\x1b\\");
    }
}

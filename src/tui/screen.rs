//! Frames as bytes: one write a frame, and none for a frame that changes nothing.

use std::io::{self, Write};
use std::mem;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::painter::Painter;

/// What the terminal shows, and the way there.
#[derive(Debug)]
pub struct Screen<W: Write> {
    terminal: Terminal<Canvas>,
    output: W,
}

impl<W: Write> Screen<W> {
    /// An empty screen of `size`, on a terminal that is clear and hides its cursor.
    ///
    /// # Errors
    /// None in practice: nothing is written yet.
    pub fn new(output: W, size: Size) -> io::Result<Self> {
        Ok(Self { terminal: terminal(Painter::new(size))?, output })
    }

    /// Draws a frame: writes what differs from the last one, if anything, and
    /// of that first what lies outside of the area that is `drawn_last`.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn draw(&mut self, drawn_last: Rect, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.backend_mut().drawn_last = drawn_last;
        self.terminal.draw(render)?;
        let canvas = self.terminal.backend_mut();
        let mut bytes = Vec::new();
        for changes in [mem::take(&mut canvas.first), canvas.painter.take()] {
            if !changes.is_empty() {
                // Terminals that know no synchronized updates ignore them.
                queue!(bytes, BeginSynchronizedUpdate)?;
                bytes.extend(changes);
                queue!(bytes, EndSynchronizedUpdate)?;
            }
        }
        // An empty write would still be a system call.
        if bytes.is_empty() { Ok(()) } else { self.output.write_all(&bytes) }
    }

    /// Forgets what the terminal shows: the next frame clears it and draws everything.
    ///
    /// # Errors
    /// None in practice: nothing is written yet.
    pub fn reset(&mut self, size: Size) -> io::Result<()> {
        self.terminal = terminal(Painter::clearing(size))?;
        Ok(())
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

fn terminal(painter: Painter) -> io::Result<Terminal<Canvas>> {
    // Of a fixed size: the size is asked for when it changes, not for every frame.
    let viewport = Viewport::Fixed(Rect::from((Position::ORIGIN, painter.size())));
    let canvas = Canvas { painter, drawn_last: Rect::ZERO, first: Vec::new() };
    Terminal::with_options(canvas, TerminalOptions { viewport })
}

/// The painter as ratatui wants it.
#[derive(Debug)]
struct Canvas {
    painter: Painter,
    drawn_last: Rect,
    /// The bytes of what is drawn before that area, if something is drawn there too.
    first: Vec<u8>,
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let (last, first): (Vec<_>, Vec<_>) =
            cells.partition(|(x, y, _)| self.drawn_last.contains(Position { x: *x, y: *y }));
        self.painter.paint(first);
        if !last.is_empty() {
            self.first = self.painter.take();
            self.painter.paint(last);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.painter.show_cursor(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.painter.show_cursor(true);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.painter.cursor().unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.painter.move_to(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.painter.clear();
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // The screen is never cleared in part.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.painter.size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.painter.size(), pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::text::Text;

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
            .draw(Rect::ZERO, |frame| {
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
        assert_eq!(second, "\x1b[?2026h\x1b[1;5Ha\x1b[?2026l");
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
    fn what_is_drawn_last_is_a_frame_of_its_own() {
        let mut screen = screen();
        let mut draw = |text: &str| {
            screen
                .draw(Rect::new(0, 0, 20, 1), |frame| frame.render_widget(Text::raw(text), frame.area()))
                .unwrap();
            written(&mut screen)
        };
        assert_eq!(draw("card\nlist"), "\x1b[?2026h\x1b[2Hlist\x1b[?2026l\x1b[?2026h\x1b[1Hcard\x1b[?2026l");
        assert_eq!(draw("card\nlast"), "\x1b[?2026h\x1b[2;2Ha\x1b[?2026l");
        assert_eq!(draw("cord\nlast"), "\x1b[?2026h\x1b[1;2Ho\x1b[?2026l");
    }

    #[test]
    fn the_cursor_is_moved_when_it_or_a_cell_has_changed() {
        let mut screen = screen();
        draw(&mut screen, "a", Some((1, 0)));
        assert_eq!(draw(&mut screen, "a", Some((0, 0))), "\x1b[?2026h\x1b[1H\x1b[?2026l");
        let typed = draw(&mut screen, "ab", Some((0, 0)));
        assert!(typed.contains('b') && typed.contains("\x1b[1H"), "{typed:?}");
        assert_eq!(draw(&mut screen, "ab", None), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
    }

    #[test]
    fn after_a_reset_everything_is_drawn_in_the_new_size() {
        let mut screen = screen();
        draw(&mut screen, "Guéret", Some((1, 0)));
        screen.reset(Size::new(4, 2)).unwrap();
        assert_eq!(written(&mut screen), "", "nothing is written before the frame");
        let frame = draw(&mut screen, "Guéret", Some((1, 0)));
        assert!(frame.contains("\x1b[2J"), "{frame:?}");
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

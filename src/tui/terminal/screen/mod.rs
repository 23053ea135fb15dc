//! Frames as bytes: one write a frame, and none for a frame that changes nothing.

mod ansi_writer;
#[cfg(test)]
mod emulator;
mod frame_diff;
mod frame_encoder;
mod line_scroll;
mod sgr;

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::tui::terminal::screen::ansi_writer::AnsiWriter;
use crate::tui::terminal::screen::frame_encoder::FrameEncoder;

pub use crate::tui::terminal::screen::frame_encoder::DrawHints;

/// What the terminal shows, and the way there.
#[derive(Debug)]
pub struct Screen<W: Write> {
    encoder: FrameEncoder,
    size: Size,
    /// An empty buffer for the next frame, once there is one to spare.
    spare: Option<Buffer>,
    output: W,
}

impl<W: Write> Screen<W> {
    /// An empty screen of `size`, on a terminal that is clear and hides its cursor.
    pub fn new(output: W, size: Size) -> Self {
        Self { encoder: FrameEncoder::new(AnsiWriter::new()), size, spare: None, output }
    }

    /// Returns the size, in columns and rows.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Draws a frame: writes what differs from the last one, if anything, and
    /// of that first what lies outside of the part that is drawn last.
    ///
    /// `render` fills an empty buffer and returns where the cursor shows, if it does.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn draw(
        &mut self,
        hints: DrawHints,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let mut next = self.spare.take().unwrap_or_else(|| empty(self.size));
        let cursor = render(&mut next);
        let (changes, shown) = self.encoder.draw(next, cursor, hints);
        let mut bytes = Vec::new();
        for changes in changes {
            if !changes.is_empty() {
                // Terminals that know no synchronized updates ignore them.
                queue!(bytes, BeginSynchronizedUpdate)?;
                bytes.extend(changes);
                queue!(bytes, EndSynchronizedUpdate)?;
            }
        }
        // An empty write would still be a system call.
        let written = if bytes.is_empty() { Ok(()) } else { self.output.write_all(&bytes) };
        self.spare = shown.map(emptied);
        written
    }

    /// Forgets what the terminal shows: the next frame clears it and draws everything.
    pub fn reset(&mut self, size: Size) {
        self.encoder = FrameEncoder::new(AnsiWriter::clearing());
        self.size = size;
        self.spare = None;
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

fn empty(size: Size) -> Buffer {
    Buffer::empty(Rect::from((Position::ORIGIN, size)))
}

fn emptied(mut buffer: Buffer) -> Buffer {
    buffer.reset();
    buffer
}

#[cfg(test)]
mod tests {
    use std::mem;
    use std::ops::Range;

    use proptest::prelude::*;
    use ratatui::style::{Color, Style, Stylize};
    use ratatui::text::{Line, Text};
    use ratatui::widgets::Widget;

    use super::*;
    use crate::tui::terminal::screen::emulator::{emulator, wrong_cell};

    const SIZE: Size = Size::new(20, 3);

    fn screen() -> Screen<Vec<u8>> {
        Screen::new(Vec::new(), SIZE)
    }

    fn written(screen: &mut Screen<Vec<u8>>) -> String {
        String::from_utf8(mem::take(&mut screen.output)).unwrap()
    }

    fn draw(screen: &mut Screen<Vec<u8>>, text: &str, cursor: Option<(u16, u16)>) -> String {
        screen
            .draw(DrawHints::default(), |buffer| {
                text.render(buffer.area, buffer);
                cursor.map(Position::from)
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
            let hints = DrawHints { draw_last: Rect::new(0, 0, 20, 1), ..DrawHints::default() };
            screen
                .draw(hints, |buffer| {
                    Text::raw(text).render(buffer.area, buffer);
                    None
                })
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
        screen.reset(Size::new(4, 2));
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

    /// A list of names, some of wide characters, beside the card of the one
    /// that is selected, on a terminal.
    struct List {
        screen: Screen<Vec<u8>>,
        emulator: vt100::Parser,
        drawn: Buffer,
    }

    const LIST_SIZE: Size = Size::new(30, 10);
    const ROWS: Rect = Rect::new(0, 1, 20, 8);
    const CARD: Rect = Rect::new(20, 0, 10, 9);

    impl List {
        fn new() -> Self {
            Self {
                screen: Screen::new(Vec::new(), LIST_SIZE),
                emulator: emulator(LIST_SIZE),
                drawn: Buffer::default(),
            }
        }

        /// Draws the list from the entry `first` on, with `selected` of its
        /// lines selected, and behind a popup if there is one.
        fn draw(&mut self, first: usize, selected: usize, popup: Option<Rect>) -> String {
            let hints = match popup {
                None => DrawHints { scroll_area: ROWS, draw_last: CARD },
                Some(_) => DrawHints::default(),
            };
            self.draw_with(hints, |buffer| {
                "Territoire".render(buffer.area, buffer);
                for (row, place) in ROWS.rows().zip(first..) {
                    let name = Line::raw(name(place));
                    let style =
                        if place == first + selected { Style::new().bg(Color::Red) } else { Style::new() };
                    name.style(style).render(row, buffer);
                }
                format!("Fiche {}", name(first + selected)).render(CARD, buffer);
                let border = Rect { width: 1, ..CARD };
                for row in border.rows() {
                    "│".render(row, buffer);
                }
                "Entrée fiche".render(Rect { y: 9, height: 1, ..buffer.area }, buffer);
                if let Some(popup) = popup {
                    ratatui::widgets::Clear.render(popup, buffer);
                    Text::raw("popup 漢\npopup").red().render(popup, buffer);
                }
            })
        }

        fn draw_with(&mut self, hints: DrawHints, render: impl FnOnce(&mut Buffer)) -> String {
            let drawn = &mut self.drawn;
            self.screen
                .draw(hints, |buffer| {
                    render(buffer);
                    drawn.clone_from(buffer);
                    None
                })
                .unwrap();
            let bytes = written(&mut self.screen);
            self.emulator.process(bytes.as_bytes());
            bytes
        }

        fn wrong_cell(&self) -> Option<(Position, String)> {
            wrong_cell(&self.emulator, &self.drawn)
        }
    }

    fn name(place: usize) -> String {
        let name = ["Guéret", "漢字漢", "Saint-Étienne", "Le Havre 漢字漢字漢", "Métropole de Lyon", "Œ"];
        format!("{place} {:>1$}", name[place % name.len()], place * 5 % 18)
    }

    #[test]
    fn a_list_that_scrolls_is_moved_by_the_terminal() {
        let mut list = List::new();
        list.draw(20, 7, None);
        for (first, moved) in [
            (21, "\x1b[2H\x1b[M\x1b[9H\x1b[L"),
            (24, "\x1b[2H\x1b[3M\x1b[7H\x1b[3L"),
            (23, "\x1b[9H\x1b[M\x1b[2H\x1b[L"),
            (20, "\x1b[7H\x1b[3M\x1b[2H\x1b[3L"),
        ] {
            let bytes = list.draw(first, 7, None);
            assert!(bytes.starts_with(&format!("\x1b[?2026h{moved}")), "{bytes:?}");
            assert_eq!(list.wrong_cell(), None, "{first}");
        }
    }

    #[test]
    fn the_card_comes_after_a_list_that_scrolls() {
        let mut list = List::new();
        list.draw(20, 7, None);
        let bytes = list.draw(21, 7, None);
        let frames: Vec<_> = bytes.split_inclusive("\x1b[?2026l").collect();
        assert_eq!(frames.len(), 2, "{frames:?}");
        assert!(!frames[0].contains("│") && frames[1].contains("│"), "{frames:?}");
    }

    #[test]
    fn lines_stay_where_moving_them_is_no_shorter() {
        let mut list = List::new();
        let hints = DrawHints { scroll_area: ROWS, ..DrawHints::default() };
        // Letters go up beside words that stay.
        let mut draw = |letters: &str| {
            list.draw_with(hints, |buffer| {
                for (row, letter) in ROWS.rows().zip(letters.chars()) {
                    format!("{letter:<22}Guéret")
                        .render(buffer.area.intersection(Rect { width: 30, ..row }), buffer);
                }
            })
        };
        draw("abcdefgh");
        let bytes = draw("bcdefghi");
        assert!(!bytes.contains("\x1b[M") && !bytes.contains("Gu"), "{bytes:?}");
        assert_eq!(list.wrong_cell(), None);
    }

    #[test]
    fn a_list_behind_a_popup_stays() {
        let mut list = List::new();
        list.draw(20, 7, None);
        let popup = Some(Rect::new(0, 2, LIST_SIZE.width, 2));
        for (first, popup) in [(21, popup), (22, popup), (22, None)] {
            let bytes = list.draw(first, 7, popup);
            assert!(!bytes.contains("\x1b[M"), "{bytes:?}");
            assert_eq!(list.wrong_cell(), None);
        }
        assert!(list.draw(23, 7, None).contains("\x1b[M"));
    }

    const PLACES: Range<usize> = 0..40;

    proptest! {
        #[test]
        fn the_terminal_shows_the_last_frame_after_any_scrolling(
            frames in prop::collection::vec(
                (PLACES, any::<bool>(), 0..5_usize, 0..8_usize, prop::option::weighted(0.2, 0..8_u16)),
                1..12,
            )
        ) {
            let mut list = List::new();
            let mut first: usize = 20;
            for (place, jumps, by, selected, popup) in frames {
                first = if jumps { place } else { (first + by).saturating_sub(2) };
                list.draw(first, selected, popup.map(|y| Rect::new(0, y, LIST_SIZE.width, 2)));
                prop_assert_eq!(list.wrong_cell(), None);
            }
        }
    }
}

//! Cells as few bytes: over a slow link, every byte is waited for.
//!
//! The writer looks at all that will be shown, so that it can step over a gap
//! by printing it again, wipe a line instead of printing blanks, and have lines
//! [move](super::line_scroll). Only sequences that the VT220 knew are used.

use std::mem;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use crate::tui::terminal::screen::frame_diff::FrameDiff;
use crate::tui::terminal::screen::line_scroll::LineScroll;
use crate::tui::terminal::screen::sgr::SgrState;

/// From this many blanks on, wiping the rest of a line is shorter than printing them.
const MIN_BLANKS_TO_END: u16 = 4;

/// From this many blanks on, wiping them, and moving over them, is shorter than printing them.
const MIN_BLANKS_WITHIN: u16 = 11;

/// How many bytes a move to the right takes.
const MOVE_LEN: u16 = 4;

/// How many lines a move goes down by line feeds.
const MAX_LINE_FEEDS: u16 = 2;

/// Turns changes of cells into bytes.
#[derive(Debug, Clone)]
pub(super) struct AnsiWriter {
    bytes: Vec<u8>,
    /// Where the terminal's cursor is; unknown behind the last column and
    /// behind a character whose width terminals do not agree on.
    cursor: Option<Position>,
    cursor_shown: bool,
    sgr: SgrState,
}

impl AnsiWriter {
    /// For a terminal that is clear, and hides its cursor in some place.
    pub(super) fn new() -> Self {
        Self { bytes: Vec::new(), cursor: None, cursor_shown: false, sgr: SgrState::PLAIN }
    }

    /// For a terminal in whatever state: its first bytes clear it.
    pub(super) fn clearing() -> Self {
        let mut writer = Self::new();
        writer.push("\x1b[m\x1b[?25l\x1b[H\x1b[2J");
        writer.cursor = Some(Position::ORIGIN);
        writer
    }

    /// The bytes since the last time; the terminal is left with a plain pen.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.set_sgr(SgrState::PLAIN);
        mem::take(&mut self.bytes)
    }

    pub(super) fn show_cursor(&mut self, shown: bool) {
        if mem::replace(&mut self.cursor_shown, shown) != shown {
            self.push(if shown { "\x1b[?25h" } else { "\x1b[?25l" });
        }
    }

    /// How many bytes there are since the last time.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Has the terminal move lines; the others that come up are blank.
    pub(super) fn scroll(&mut self, scroll: LineScroll) {
        // Some terminals give blank lines the background of the pen.
        self.set_sgr(SgrState::PLAIN);
        self.push(&scroll.sequences());
        // Terminals do not agree on the column.
        self.cursor = None;
    }

    /// Paints the cells of a change in these places, given from left to right
    /// and from top to bottom.
    pub(super) fn paint(&mut self, diff: FrameDiff<'_>, cells: &[Position]) {
        if !cells.is_empty() {
            // What another program wrote to the terminal is put right by the next frame.
            self.cursor = None;
        }
        let mut left = cells;
        while let Some((&first, rest)) = left.split_first() {
            left = rest;
            let Some(cell) = diff.shown(first) else { continue };
            let wiped = is_erased(cell).then(|| self.erase(diff, first, rest)).flatten();
            match wiped {
                Some(wiped) => left = rest.get(wiped..).unwrap_or_default(),
                None => self.print(diff, first, cell),
            }
        }
    }

    /// Wipes the blanks that begin at `start`, if that is shorter than to
    /// print them; how many of the changed cells behind it are among them.
    fn erase(&mut self, diff: FrameDiff<'_>, start: Position, behind: &[Position]) -> Option<usize> {
        let row_end = diff.after.area.right();
        let is_blank = |x: &u16| diff.shown(Position { x: *x, ..start }).is_some_and(is_erased);
        let last_blank = (start.x..row_end).take_while(is_blank).last()?;
        let wiped = behind.iter().take_while(|cell| cell.y == start.y && cell.x <= last_blank);
        let (count, last) = wiped.fold((0, start.x), |(count, _), cell| (count + 1, cell.x));
        let blanks = last + 1 - start.x;
        let sequence = if last_blank + 1 == row_end && blanks >= MIN_BLANKS_TO_END {
            "\x1b[K".to_owned()
        } else if blanks >= MIN_BLANKS_WITHIN {
            format!("\x1b[{blanks}X")
        } else {
            return None;
        };
        self.move_to(diff, start);
        self.set_sgr(SgrState::PLAIN);
        self.push(&sequence);
        Some(count)
    }

    fn print(&mut self, diff: FrameDiff<'_>, position: Position, cell: &Cell) {
        self.move_to(diff, position);
        if !self.sgr.renders(cell) {
            self.set_sgr(SgrState::of(cell));
        }
        let symbol = cell.symbol();
        self.push(symbol);
        let behind = position.x + 1;
        let is_certain = symbol.is_ascii() || (symbol.width() == 1 && symbol.chars().count() == 1);
        self.cursor =
            (is_certain && behind < diff.after.area.right()).then_some(Position { x: behind, ..position });
    }

    /// Moves the cursor, in the shortest way that is certain.
    pub(super) fn move_to(&mut self, diff: FrameDiff<'_>, to: Position) {
        match self.cursor {
            Some(from) if from == to => {}
            Some(from) if from.y == to.y && from.x < to.x => self.move_right(diff, from, to.x - from.x),
            Some(from) if from.y < to.y && to.y - from.y <= MAX_LINE_FEEDS => {
                (from.y..to.y).for_each(|_| self.push("\n"));
                match to.x {
                    x if x == from.x => {}
                    0 => self.push("\r"),
                    x => self.push(&format!("\x1b[{}G", x + 1)),
                }
            }
            _ if to.x == 0 => self.push(&format!("\x1b[{}H", to.y + 1)),
            _ => self.push(&format!("\x1b[{};{}H", to.y + 1, to.x + 1)),
        }
        self.cursor = Some(to);
    }

    fn move_right(&mut self, diff: FrameDiff<'_>, from: Position, columns: u16) {
        match (self.reprinted(diff, from, columns), columns) {
            (Some(same), _) => self.push(&same),
            (None, 1) => self.push("\x1b[C"),
            (None, _) => self.push(&format!("\x1b[{columns}C")),
        }
    }

    /// What is shown from a place on, if printing it is no longer than a move
    /// over it.
    fn reprinted(&self, diff: FrameDiff<'_>, from: Position, columns: u16) -> Option<String> {
        if columns > MOVE_LEN {
            return None;
        }
        let is_same = |cell: &&Cell| cell.symbol().is_ascii() && self.sgr.renders(cell);
        let gap = (from.x..from.x + columns).map(|x| diff.shown(Position { x, ..from }));
        gap.map(|cell| cell.filter(is_same).map(Cell::symbol)).collect()
    }

    fn set_sgr(&mut self, sgr: SgrState) {
        if self.sgr != sgr {
            self.push(&self.sgr.transition_to(sgr));
            self.sgr = sgr;
        }
    }

    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Whether a cell looks as if it was wiped.
fn is_erased(cell: &Cell) -> bool {
    cell.symbol() == " " && SgrState::PLAIN.renders(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Rect, Size};
    use ratatui::style::{Color, Modifier, Style};

    use super::*;
    use crate::tui::terminal::screen::emulator::{emulator, wrong_cell};
    use crate::tui::terminal::screen::line_scroll::Direction;

    const SIZE: Size = Size::new(24, 4);

    /// A terminal of that time, and what it should show.
    struct Terminal {
        writer: AnsiWriter,
        emulator: vt100::Parser,
        drawn: Buffer,
    }

    impl Terminal {
        fn new() -> Self {
            Self {
                writer: AnsiWriter::new(),
                emulator: emulator(SIZE),
                drawn: Buffer::empty(Rect::from((Position::ORIGIN, SIZE))),
            }
        }

        /// Draws lines of text; the bytes that it takes.
        fn draw(&mut self, lines: &[(u16, u16, &str, Style)]) -> String {
            let mut next = Buffer::empty(self.drawn.area);
            for &(x, y, text, style) in lines {
                next.set_string(x, y, text, style);
            }
            self.show(next)
        }

        fn show(&mut self, next: Buffer) -> String {
            let diff = FrameDiff { before: Some(&self.drawn), after: &next, deferred: Rect::ZERO };
            self.writer.paint(diff, &diff.cells());
            self.drawn = next;
            let bytes = self.writer.take();
            self.emulator.process(&bytes);
            String::from_utf8(bytes).unwrap()
        }

        /// The first cell that does not look as it was drawn.
        fn wrong_cell(&self) -> Option<(Position, String)> {
            wrong_cell(&self.emulator, &self.drawn)
        }
    }

    const PLAIN: Style = Style::new();

    #[test]
    fn only_what_looks_different_is_sent() {
        let mut terminal = Terminal::new();
        assert_eq!(terminal.draw(&[(0, 0, "Gueret", PLAIN)]), "\x1b[1HGueret");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret  ", PLAIN.fg(Color::Red))]), "\x1b[1H\x1b[31mGueret\x1b[m");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret   ", PLAIN.fg(Color::Red))]), "");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret", PLAIN.fg(Color::Red)), (0, 2, "a", PLAIN)]), "\x1b[3Ha");
    }

    #[test]
    fn small_gaps_are_printed_and_large_ones_stepped_over() {
        let mut terminal = Terminal::new();
        terminal.draw(&[(0, 0, "abcdefghijklmn", PLAIN)]);
        assert_eq!(terminal.draw(&[(0, 0, "AbcdEfghijklmN", PLAIN)]), "\x1b[1HAbcdE\x1b[8CN");
    }

    #[test]
    fn long_blanks_are_wiped() {
        let mut terminal = Terminal::new();
        terminal.draw(&[(0, 0, "abcdefghijklmnopqrstuvwx", PLAIN), (0, 1, "abcdefgh", PLAIN)]);
        let wiped = terminal.draw(&[(0, 0, "ab", PLAIN), (14, 0, "opqrstuvwx", PLAIN), (0, 1, "ab", PLAIN)]);
        assert_eq!(wiped, "\x1b[1;3H\x1b[12X\n\x1b[K");
        assert_eq!(terminal.wrong_cell(), None);
    }

    #[test]
    fn the_next_line_is_reached_by_a_line_feed() {
        let mut terminal = Terminal::new();
        let lines = [(5, 0, "ab", PLAIN), (5, 1, "cd", PLAIN), (0, 2, "ef", PLAIN), (2, 3, "gh", PLAIN)];
        assert_eq!(terminal.draw(&lines), "\x1b[1;6Hab\n\x1b[6Gcd\n\ref\ngh");
        assert_eq!(terminal.wrong_cell(), None);
    }

    #[test]
    fn lines_move_with_a_plain_pen() {
        let mut terminal = Terminal::new();
        let red = PLAIN.bg(Color::Red);
        let mut shown = terminal.drawn.clone();
        shown.set_string(1, 1, "a", red);
        let diff = FrameDiff { before: None, after: &shown, deferred: Rect::ZERO };
        terminal.writer.paint(diff, &diff.cells());
        let scroll = LineScroll { top: 0, bottom: 4, by: 1, direction: Direction::Up };
        terminal.writer.scroll(scroll);
        scroll.apply(&mut shown);
        let mut next = shown.clone();
        next.set_string(2, 0, "a", red);
        let diff = FrameDiff { before: Some(&shown), after: &next, deferred: Rect::ZERO };
        terminal.writer.paint(diff, &diff.cells());
        let bytes = String::from_utf8(terminal.writer.take()).unwrap();
        assert_eq!(bytes, "\x1b[2;2H\x1b[41ma\x1b[m\x1b[1H\x1b[M\x1b[4H\x1b[L\x1b[1;3H\x1b[41ma\x1b[m");
    }

    #[test]
    fn wide_characters_come_and_go() {
        let mut terminal = Terminal::new();
        let red = PLAIN.bg(Color::Red);
        for (text, style) in [
            ("a漢字b", PLAIN),
            ("a漢 b", PLAIN),
            ("ab", red),
            ("漢字漢", PLAIN),
            ("abc", red),
            (" 漢", red),
            ("漢", red),
            ("", red),
        ] {
            terminal.draw(&[(3, 1, text, style), (0, 2, "漢", PLAIN.fg(Color::Red))]);
            assert_eq!(terminal.wrong_cell(), None, "{text}");
        }
    }

    fn any_style() -> impl Strategy<Value = Style> {
        let color =
            || prop::sample::select(vec![Color::Reset, Color::Red, Color::LightCyan, Color::Indexed(208)]);
        // The emulator does not know bold and dim at once.
        let attributes = Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED;
        (color(), color(), 0..=attributes.bits()).prop_map(move |(fg, bg, bits)| {
            Style::new().fg(fg).bg(bg).add_modifier(Modifier::from_bits_truncate(bits) & attributes)
        })
    }

    fn any_line() -> impl Strategy<Value = (u16, u16, String, Style)> {
        (0..SIZE.width, 0..SIZE.height, "[a-c éœ]{0,8} {0,16}[de]{0,3}", any_style())
    }

    proptest! {
        #[test]
        fn the_terminal_shows_what_was_drawn(frames in prop::collection::vec(prop::collection::vec(any_line(), 0..8), 1..6)) {
            let mut terminal = Terminal::new();
            for frame in frames {
                let lines: Vec<_> = frame.iter().map(|(x, y, text, style)| (*x, *y, text.as_str(), *style)).collect();
                terminal.draw(&lines);
                prop_assert_eq!(terminal.wrong_cell(), None);
            }
        }
    }
}

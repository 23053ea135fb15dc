//! Writes changed cells as few bytes: over a slow link, each byte is waited for.
//!
//! The writer sees all that will be on the screen, so that it can cross a gap
//! by printing it again, erase a line instead of printing blanks, and have the
//! terminal [scroll](super::line_scroll). It uses only sequences of the VT220.

use std::mem;
use std::sync::Arc;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use crate::hyperlink;
use crate::tui::terminal::screen::frame_diff::{FrameDiff, is_wide};
use crate::tui::terminal::screen::line_scroll::LineScroll;
use crate::tui::terminal::screen::sgr::{SgrState, link_of};

/// From this number of blanks, EL is shorter than the blanks up to the end of a line.
const MIN_BLANKS_FOR_EL: u16 = 4;

/// From this number of blanks, ECH and a move over them are shorter than the blanks.
const MIN_BLANKS_FOR_ECH: u16 = 11;

/// The length of a move to the right, in bytes.
const MOVE_LEN: u16 = 4;

/// The largest number of lines that the cursor moves down by line feeds.
const MAX_LINE_FEEDS: u16 = 2;

/// Encodes changed cells, and tracks the state of the terminal that they are sent to.
#[derive(Debug, Clone)]
pub(super) struct AnsiWriter {
    bytes: Vec<u8>,
    /// The terminal's cursor. Unknown after the last column, and after a
    /// symbol whose width differs between terminals.
    cursor: Option<Position>,
    is_cursor_visible: bool,
    sgr: SgrState,
    /// The number of the address that the text printed next links to, or 0.
    link: u32,
    /// The addresses that cells may link to.
    links: Arc<[String]>,
}

impl AnsiWriter {
    /// For a clear terminal with a hidden cursor at an unknown position.
    pub(super) fn new() -> Self {
        Self {
            bytes: Vec::new(),
            cursor: None,
            is_cursor_visible: false,
            sgr: SgrState::DEFAULT,
            link: 0,
            links: Arc::default(),
        }
    }

    /// For a terminal in an unknown state: the first bytes clear it.
    pub(super) fn clearing() -> Self {
        let mut writer = Self::new();
        writer.push("\x1b[m\x1b[?25l\x1b[H\x1b[2J");
        writer.cursor = Some(Position::ORIGIN);
        writer
    }

    /// Sets the addresses that cells may link to.
    pub(super) fn set_links(&mut self, links: Arc<[String]>) {
        self.links = links;
    }

    /// Resets the SGR state and ends a link, then takes the bytes written since the last call.
    pub(super) fn take_bytes(&mut self) -> Vec<u8> {
        self.reset();
        mem::take(&mut self.bytes)
    }

    pub(super) fn set_cursor_visible(&mut self, is_visible: bool) {
        if mem::replace(&mut self.is_cursor_visible, is_visible) != is_visible {
            self.push(if is_visible { "\x1b[?25h" } else { "\x1b[?25l" });
        }
    }

    /// Returns the number of bytes written since the last [`take_bytes`](Self::take_bytes).
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Scrolls lines. The uncovered lines are blank.
    pub(super) fn scroll(&mut self, scroll: LineScroll) {
        // Some terminals give blank lines the current background.
        self.reset();
        self.push(&scroll.sequences());
        // Terminals differ in the column that they leave the cursor in.
        self.cursor = None;
    }

    /// Writes the cells of a diff at `positions`, given row by row.
    pub(super) fn write_cells(&mut self, diff: FrameDiff<'_>, positions: &[Position]) {
        if !positions.is_empty() {
            // Another program may have moved the cursor since the last frame.
            self.cursor = None;
        }
        let mut remaining = positions;
        while let Some((&first, rest)) = remaining.split_first() {
            remaining = rest;
            let Some(cell) = diff.shown(first) else { continue };
            let erased = is_erased(cell).then(|| self.erase(diff, first, rest)).flatten();
            match erased {
                Some(erased) => remaining = rest.get(erased..).unwrap_or_default(),
                None => self.print(diff, first, cell),
            }
        }
    }

    /// Erases the blanks from `start` on if that is shorter than printing them.
    /// Returns how many of the positions in `rest` it erased.
    fn erase(&mut self, diff: FrameDiff<'_>, start: Position, rest: &[Position]) -> Option<usize> {
        let row_end = diff.after.area.right();
        let is_blank = |x: &u16| diff.shown(Position { x: *x, ..start }).is_some_and(is_erased);
        let last_blank = (start.x..row_end).take_while(is_blank).last()?;
        let erased = rest.iter().take_while(|position| position.y == start.y && position.x <= last_blank);
        let (count, last) = erased.fold((0, start.x), |(count, _), position| (count + 1, position.x));
        let blanks = last + 1 - start.x;
        let sequence = if last_blank + 1 == row_end && blanks >= MIN_BLANKS_FOR_EL {
            "\x1b[K".to_owned()
        } else if blanks >= MIN_BLANKS_FOR_ECH {
            format!("\x1b[{blanks}X")
        } else {
            return None;
        };
        self.move_to(diff, start);
        self.reset();
        self.push(&sequence);
        Some(count)
    }

    fn print(&mut self, diff: FrameDiff<'_>, position: Position, cell: &Cell) {
        self.move_to(diff, position);
        if !self.sgr.renders(cell) {
            self.set_sgr(SgrState::of(cell));
        }
        self.set_link(link_of(cell));
        let symbol = cell.symbol();
        let is_sequence = symbol.chars().nth(1).is_some();
        if is_sequence && is_wide(cell) {
            // Some terminals give a sequence such as U+2328 U+FE0F one column, and leave
            // the second one as it was.
            self.push("  ");
            self.cursor = None;
            self.move_to(diff, position);
        }
        self.push(symbol);
        let next = position.x + 1;
        let has_known_width = symbol.len() == 1 || (!is_sequence && symbol.width() == 1);
        self.cursor =
            (has_known_width && next < diff.after.area.right()).then_some(Position { x: next, ..position });
    }

    /// Moves the cursor by the shortest sequence that all terminals interpret alike.
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
            (Some(text), _) => self.push(&text),
            (None, 1) => self.push("\x1b[C"),
            (None, _) => self.push(&format!("\x1b[{columns}C")),
        }
    }

    /// Returns the text on the screen from `from` on if printing it again is no
    /// longer than a move over it.
    fn reprinted(&self, diff: FrameDiff<'_>, from: Position, columns: u16) -> Option<String> {
        if columns > MOVE_LEN {
            return None;
        }
        let is_reprintable =
            |cell: &&Cell| cell.symbol().is_ascii() && self.sgr.renders(cell) && link_of(cell) == self.link;
        let gap = (from.x..from.x + columns).map(|x| diff.shown(Position { x, ..from }));
        gap.map(|cell| cell.filter(is_reprintable).map(Cell::symbol)).collect()
    }

    /// Resets the SGR state and ends a link.
    fn reset(&mut self) {
        self.set_link(0);
        self.set_sgr(SgrState::DEFAULT);
    }

    /// Ends a link and starts the next one. An address that is not among those of the frame is none.
    fn set_link(&mut self, link: u32) {
        if self.link == link || (self.link == 0 && self.links.is_empty()) {
            return;
        }
        let url = self.links.iter().find(|url| link != 0 && hyperlink::id(url) == link).cloned();
        let known = if url.is_some() { link } else { 0 };
        if mem::replace(&mut self.link, known) != known {
            self.push(&url.map_or_else(|| hyperlink::END.to_owned(), |url| hyperlink::start(&url)));
        }
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

/// Returns whether a cell looks as if it was erased.
fn is_erased(cell: &Cell) -> bool {
    cell.symbol() == " " && SgrState::DEFAULT.renders(cell)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Rect, Size};
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::tui::terminal::screen::line_scroll::Direction;
    use crate::tui::terminal::screen::tests::emulator::{EmojiWidth, Emulator};

    const SIZE: Size = Size::new(24, 4);

    /// A terminal, and the frame that it should show.
    struct Terminal {
        writer: AnsiWriter,
        emulators: [Emulator; 2],
        drawn: Buffer,
    }

    impl Terminal {
        fn new() -> Self {
            Self {
                writer: AnsiWriter::new(),
                emulators: [EmojiWidth::One, EmojiWidth::Two].map(|width| Emulator::new(SIZE, width)),
                drawn: Buffer::empty(Rect::from((Position::ORIGIN, SIZE))),
            }
        }

        /// Draws lines of text. Returns the bytes written.
        fn draw(&mut self, lines: &[(u16, u16, &str, Style)]) -> String {
            let mut next = Buffer::empty(self.drawn.area);
            for &(x, y, text, style) in lines {
                next.set_string(x, y, text, style);
            }
            self.show(next)
        }

        fn show(&mut self, next: Buffer) -> String {
            let diff = FrameDiff { before: Some(&self.drawn), after: &next, deferred: Rect::ZERO };
            self.writer.write_cells(diff, &diff.changed_positions());
            self.drawn = next;
            let bytes = self.writer.take_bytes();
            let bytes = String::from_utf8(bytes).unwrap();
            self.emulators.iter_mut().for_each(|emulator| emulator.process(&bytes));
            bytes
        }

        /// Returns the first cell that does not look as drawn.
        fn wrong_cell(&self) -> Option<(Position, String)> {
            self.emulators.iter().find_map(|emulator| emulator.wrong_cell(&self.drawn))
        }
    }

    const PLAIN: Style = Style::new();

    #[test]
    fn only_cells_that_look_different_are_sent() {
        let mut terminal = Terminal::new();
        assert_eq!(terminal.draw(&[(0, 0, "Gueret", PLAIN)]), "\x1b[1HGueret");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret  ", PLAIN.fg(Color::Red))]), "\x1b[1H\x1b[31mGueret\x1b[m");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret   ", PLAIN.fg(Color::Red))]), "");
        assert_eq!(terminal.draw(&[(0, 0, "Gueret", PLAIN.fg(Color::Red)), (0, 2, "a", PLAIN)]), "\x1b[3Ha");
    }

    #[test]
    fn short_gaps_are_printed_and_long_ones_skipped() {
        let mut terminal = Terminal::new();
        terminal.draw(&[(0, 0, "abcdefghijklmn", PLAIN)]);
        assert_eq!(terminal.draw(&[(0, 0, "AbcdEfghijklmN", PLAIN)]), "\x1b[1HAbcdE\x1b[8CN");
    }

    #[test]
    fn long_blanks_are_erased() {
        let mut terminal = Terminal::new();
        terminal.draw(&[(0, 0, "abcdefghijklmnopqrstuvwx", PLAIN), (0, 1, "abcdefgh", PLAIN)]);
        let erased = terminal.draw(&[(0, 0, "ab", PLAIN), (14, 0, "opqrstuvwx", PLAIN), (0, 1, "ab", PLAIN)]);
        assert_eq!(erased, "\x1b[1;3H\x1b[12X\n\x1b[K");
        assert_eq!(terminal.wrong_cell(), None);
    }

    #[test]
    fn a_line_feed_moves_to_the_next_line() {
        let mut terminal = Terminal::new();
        let lines = [(5, 0, "ab", PLAIN), (5, 1, "cd", PLAIN), (0, 2, "ef", PLAIN), (2, 3, "gh", PLAIN)];
        assert_eq!(terminal.draw(&lines), "\x1b[1;6Hab\n\x1b[6Gcd\n\ref\ngh");
        assert_eq!(terminal.wrong_cell(), None);
    }

    #[test]
    fn lines_scroll_in_the_default_state() {
        let mut terminal = Terminal::new();
        let red = PLAIN.bg(Color::Red);
        let mut shown = terminal.drawn.clone();
        shown.set_string(1, 1, "a", red);
        let diff = FrameDiff { before: None, after: &shown, deferred: Rect::ZERO };
        terminal.writer.write_cells(diff, &diff.changed_positions());
        let scroll = LineScroll { top: 0, bottom: 4, distance: 1, direction: Direction::Up };
        terminal.writer.scroll(scroll);
        scroll.apply(&mut shown);
        let mut next = shown.clone();
        next.set_string(2, 0, "a", red);
        let diff = FrameDiff { before: Some(&shown), after: &next, deferred: Rect::ZERO };
        terminal.writer.write_cells(diff, &diff.changed_positions());
        let bytes = String::from_utf8(terminal.writer.take_bytes()).unwrap();
        assert_eq!(bytes, "\x1b[2;2H\x1b[41ma\x1b[m\x1b[1H\x1b[M\x1b[4H\x1b[L\x1b[1;3H\x1b[41ma\x1b[m");
    }

    #[test]
    fn the_second_column_of_a_sequence_is_cleared_on_terminals_that_print_one() {
        let mut terminal = Terminal::new();
        terminal.draw(&[(0, 0, "abcd", PLAIN), (22, 1, "ab", PLAIN)]);
        let keyboard = "\u{2328}\u{fe0f}";
        let bytes = terminal.draw(&[(0, 0, &format!("{keyboard}cd"), PLAIN), (22, 1, keyboard, PLAIN)]);
        assert_eq!(bytes, format!("\x1b[1H  \x1b[1H{keyboard}\x1b[2;23H  \x1b[2;23H{keyboard}"));
        assert_eq!(terminal.wrong_cell(), None);
        let red = PLAIN.bg(Color::Red);
        terminal.draw(&[(0, 0, keyboard, red), (2, 0, "cd", PLAIN)]);
        assert_eq!(terminal.wrong_cell(), None);
    }

    #[test]
    fn pieces_of_an_address_are_one_link() {
        let url = "https://example.org/a/b";
        let mut terminal = Terminal::new();
        terminal.writer.set_links(Arc::from([url.to_owned()]));
        let link = |url| PLAIN.underline_color(Color::from_u32(hyperlink::id(url)));
        let (start, end) = (hyperlink::start(url), hyperlink::END);
        let lines =
            [(0, 0, "https://exam", link(url)), (12, 0, " a", PLAIN), (0, 1, "ple.org/a/b", link(url))];
        let drawn = format!("\x1b[1H{start}https://exam\x1b[C{end}a\n\r{start}ple.org/a/b{end}");
        assert_eq!(terminal.draw(&lines), drawn);
        // The same letters may lead elsewhere.
        let other = "https://example.org/other";
        terminal.writer.set_links(Arc::from([other.to_owned()]));
        let changed = terminal.draw(&[(0, 0, "https://exam", link(other)), (12, 0, " a", PLAIN)]);
        assert!(
            changed.starts_with(&format!("\x1b[1H{}https://exam", hyperlink::start(other))),
            "{changed:?}"
        );
        assert!(changed.contains(end), "{changed:?}");
        // An address that the frame does not have is text.
        terminal.writer.set_links(Arc::default());
        assert_eq!(terminal.draw(&[(0, 0, "other", link(url))]), "\x1b[1Hother\x1b[K");
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
}

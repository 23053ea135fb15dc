//! A terminal for tests, which compares what it shows with the frame drawn.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::tui::terminal::program::Cursor;

/// Requests the presentation as an emoji of two columns.
const VS16: &str = "\u{fe0f}";

/// The width that a terminal gives to a symbol of one column followed by [`VS16`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmojiWidth {
    One,
    Two,
}

/// A terminal, read by vt100.
pub struct Emulator {
    parser: vt100::Parser,
    emoji_width: EmojiWidth,
}

/// The visible look of a cell.
#[derive(Debug, PartialEq)]
struct Look {
    symbol: String,
    background: vt100::Color,
    is_underlined: bool,
    is_reversed: bool,
    /// The foreground, and whether it is bold, dim and italic. Default if the cell shows none.
    foreground: (vt100::Color, [bool; 3]),
}

impl Emulator {
    /// Creates a clear terminal with a hidden cursor.
    pub fn new(size: Size, emoji_width: EmojiWidth) -> Self {
        let (rows, columns) = nonzero(size);
        let mut parser = vt100::Parser::new(rows, columns, 0);
        parser.process(b"\x1b[?25l");
        Self { parser, emoji_width }
    }

    pub fn set_size(&mut self, size: Size) {
        let (rows, columns) = nonzero(size);
        self.parser.screen_mut().set_size(rows, columns);
    }

    pub fn process(&mut self, bytes: &str) {
        match self.emoji_width {
            EmojiWidth::One => self.parser.process(bytes.replace(VS16, "").as_bytes()),
            EmojiWidth::Two => self.parser.process(bytes.as_bytes()),
        }
    }

    /// Returns the cursor.
    pub fn cursor(&self) -> Cursor {
        let (y, x) = self.parser.screen().cursor_position();
        Cursor { position: Position { x, y }, is_visible: !self.parser.screen().hide_cursor() }
    }

    /// Returns the first cell that does not look as drawn, with both looks.
    pub fn wrong_cell(&self, drawn: &Buffer) -> Option<(Position, String)> {
        drawn.area.positions().find_map(|position| {
            let (expected, shown) = (self.expected(drawn, position), self.shown(position));
            (expected != shown).then(|| (position, format!("{expected:?}, shown {shown:?}")))
        })
    }

    /// Returns the first cell that does not look as on another terminal.
    pub fn difference(&self, other: &Self) -> Option<(Position, String)> {
        let (rows, columns) = self.parser.screen().size();
        let positions = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| Position { x, y }));
        positions.into_iter().find_map(|position| {
            let [one, two] = [self, other].map(|terminal| terminal.shown(position));
            (one != two).then(|| (position, format!("{one:?}, other {two:?}")))
        })
    }

    /// Returns the look of a cell, or `None` for the second half of a wide character.
    fn shown(&self, position: Position) -> Option<Look> {
        let cell = self.parser.screen().cell(position.y, position.x).unwrap();
        let symbol = if cell.has_contents() { cell.contents() } else { " " };
        let look = Look {
            symbol: symbol.to_owned(),
            background: cell.bgcolor(),
            is_underlined: cell.underline(),
            is_reversed: cell.inverse(),
            foreground: (cell.fgcolor(), [cell.bold(), cell.dim(), cell.italic()]),
        };
        (!cell.is_wide_continuation()).then(|| look.visible())
    }

    /// Returns the look of a cell that was drawn.
    fn expected(&self, drawn: &Buffer, position: Position) -> Option<Look> {
        let line = drawn.content.chunks(usize::from(drawn.area.width)).nth(position.y.into()).unwrap();
        let mut x = 0;
        loop {
            let cell = &line[x];
            let width = cell.symbol().width().max(1);
            let symbol = match self.emoji_width {
                EmojiWidth::One => cell.symbol().replace(VS16, ""),
                EmojiWidth::Two => cell.symbol().to_owned(),
            };
            if usize::from(position.x) == x {
                return Some(Look::of(cell, symbol));
            }
            if usize::from(position.x) < x + width {
                return (symbol.width() == 1).then(|| Look::of(cell, " ".to_owned()));
            }
            x += width;
        }
    }
}

impl Look {
    fn of(cell: &Cell, symbol: String) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        let look = Self {
            symbol,
            background: color(cell.bg),
            is_underlined: has(Modifier::UNDERLINED),
            is_reversed: has(Modifier::REVERSED),
            foreground: (color(cell.fg), [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC].map(has)),
        };
        look.visible()
    }

    /// Resets the invisible part of a look: a blank shows its foreground only if it is reversed
    /// or underlined.
    fn visible(self) -> Self {
        match self.symbol.as_str() {
            " " if !self.is_underlined && !self.is_reversed => {
                Self { foreground: Default::default(), ..self }
            }
            _ => self,
        }
    }
}

fn nonzero(size: Size) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(size.height).unwrap(), NonZeroU16::new(size.width).unwrap())
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        color => panic!("no test uses {color:?}"),
    }
}

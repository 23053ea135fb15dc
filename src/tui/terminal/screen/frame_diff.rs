//! The difference between the frame on the terminal and the next one, as cells.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use crate::tui::terminal::screen::sgr::{SgrState, link_of};

static BLANK: Cell = Cell::EMPTY;

/// The frame on the terminal and the next one. Directives of ratatui
/// (`CellDiffOption`) are not supported: nothing here sets them.
#[derive(Debug, Clone, Copy)]
pub(super) struct FrameDiff<'a> {
    /// The frame on the terminal, or `None` if the terminal is clear.
    pub(super) before: Option<&'a Buffer>,
    /// The next frame, of the same size.
    pub(super) after: &'a Buffer,
    /// The area whose cells are sent with a later chunk.
    pub(super) deferred: Rect,
}

impl<'a> FrameDiff<'a> {
    /// Returns the cell at `position` after this chunk. Deferred cells still
    /// show the previous frame.
    pub(super) fn shown(&self, position: Position) -> Option<&'a Cell> {
        match self.before {
            None if self.deferred.contains(position) => Some(&BLANK),
            Some(before) if self.deferred.contains(position) => before.cell(position),
            _ => self.after.cell(position),
        }
    }

    /// Returns the positions of the cells to print, row by row.
    pub(super) fn changed_positions(&self) -> Vec<Position> {
        let columns = usize::from(self.after.area.width).max(1);
        let lines_before = self.before.map_or(&[][..], |before| &before.content).chunks(columns);
        let lines_before = lines_before.map(Some).chain(std::iter::repeat(None));
        let lines = self.after.content.chunks(columns);
        let mut positions = Vec::with_capacity(lines.len());
        for ((y, line), line_before) in (0..).zip(lines).zip(lines_before) {
            let line_before = line_before.unwrap_or_default().iter().chain(std::iter::repeat(&BLANK));
            // The cell after a wide character is its second half, whatever its content.
            let (mut is_half, mut was_half) = (false, false);
            for ((x, cell), before) in (0..).zip(line).zip(line_before) {
                if !is_half && (was_half || !looks_equal(before, cell)) {
                    positions.push(Position { x, y });
                }
                is_half = !is_half && is_wide(cell);
                was_half = !was_half && is_wide(before);
            }
        }
        positions
    }
}

/// Returns whether a cell takes two columns. A single byte, as in most cells, takes one.
pub(super) fn is_wide(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() > 1 && symbol.width() > 1
}

fn looks_equal(one: &Cell, other: &Cell) -> bool {
    one.symbol() == other.symbol() && SgrState::of(one).renders(other) && link_of(one) == link_of(other)
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;

    fn buffer(text: &str, style: Style) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 2));
        buffer.set_string(0, 1, text, style);
        buffer
    }

    fn changed(before: Option<&Buffer>, after: &Buffer) -> Vec<u16> {
        let diff = FrameDiff { before, after, deferred: Rect::ZERO };
        diff.changed_positions().into_iter().map(|cell| cell.x).collect()
    }

    #[test]
    fn cells_that_look_equal_are_unchanged() {
        let plain = Style::new();
        let blank = buffer("", plain);
        for (before, after, columns) in [
            ("", "", vec![]),
            ("ab", "ac", vec![1]),
            ("ab", "a", vec![1]),
            ("漢字", "漢b", vec![2, 3]),
            ("漢字", "漢字", vec![]),
            ("漢", "ab", vec![0, 1]),
            ("漢", "a ", vec![0, 1]),
            ("ab", "漢", vec![0]),
            ("a漢", "漢", vec![0, 2]),
        ] {
            let [before, after] = [before, after].map(|text| buffer(text, plain));
            assert_eq!(changed(Some(&before), &after), columns, "{before:?} {after:?}");
            assert_eq!(changed(None, &before), changed(Some(&blank), &before));
        }
        let red = buffer("a b", plain.fg(Color::Red));
        assert_eq!(changed(Some(&buffer("a b", plain)), &red), [0, 2], "a blank shows no foreground");
    }

    #[test]
    fn deferred_cells_show_the_previous_frame() {
        let [before, after] = ["abc", "xyz"].map(|text| buffer(text, Style::new()));
        let deferred = Rect::new(1, 1, 1, 1);
        let shown = |before| {
            let diff = FrameDiff { before, after: &after, deferred };
            (0..3).map(|x| diff.shown(Position { x, y: 1 }).unwrap().symbol()).collect::<String>()
        };
        assert_eq!(shown(Some(&before)), "xbz");
        assert_eq!(shown(None), "x z");
        assert!(FrameDiff { before: None, after: &after, deferred }.shown(Position { x: 0, y: 2 }).is_none());
    }
}

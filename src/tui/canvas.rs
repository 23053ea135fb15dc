//! The way from changed cells to the bytes of a frame: in which order, and
//! whether lines move.

use std::mem;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::painter::Painter;
use super::scroll::Shift;

/// What a program tells of its screen, for less to be waited for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// The lines that move together, if any. Where they do, all that stands
    /// beside them moves with them until it is drawn.
    pub scrolls: Rect,
    /// The part whose changes are sent after all others, since they are many
    /// and follow from the others.
    pub drawn_last: Rect,
}

/// The painter, and the order in which it paints.
#[derive(Debug)]
pub(super) struct Canvas {
    painter: Painter,
    parts: Parts,
    /// The bytes of what is drawn before the part that is drawn last, if
    /// something is drawn there too.
    first: Vec<u8>,
}

impl Canvas {
    pub(super) fn new(painter: Painter) -> Self {
        Self { painter, parts: Parts::default(), first: Vec::new() }
    }

    /// The bytes of the next frame, with the cursor where it shows: of what is
    /// drawn first, if not all is, and of the others.
    pub(super) fn draw(&mut self, next: &Buffer, cursor: Option<Position>, parts: Parts) -> [Vec<u8>; 2] {
        self.parts = parts;
        let cells = self.painter.shown().diff(next);
        let shifted = self.shifted(next, &cells);
        self.paint(cells.into_iter());
        if let Some(shifted) = shifted
            && shifted.len() < self.len()
        {
            *self = shifted;
        }
        self.painter.show_cursor(cursor.is_some());
        if let Some(cursor) = cursor {
            self.painter.move_to(cursor);
        }
        [mem::take(&mut self.first), self.painter.take()]
    }

    fn paint<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
        let (last, first): (Vec<_>, Vec<_>) =
            cells.partition(|(x, y, _)| self.parts.drawn_last.contains(Position { x: *x, y: *y }));
        self.painter.paint(first);
        if !last.is_empty() {
            self.first = self.painter.take();
            self.painter.paint(last);
        }
    }

    /// The same with the cells painted after lines have moved, if any do.
    fn shifted(&self, next: &Buffer, cells: &[(u16, u16, &Cell)]) -> Option<Self> {
        // Where lines move, most of them change.
        let Parts { scrolls, .. } = self.parts;
        let mut changed: Vec<_> = cells
            .iter()
            .filter(|(x, y, _)| scrolls.contains(Position { x: *x, y: *y }))
            .map(|(_, y, _)| y)
            .collect();
        changed.dedup();
        if changed.len() <= usize::from(scrolls.height) / 2 || self.painter.is_blank() {
            return None;
        }
        let shift = Shift::between(self.painter.shown(), next, scrolls)?;
        let mut shifted = Self { painter: self.painter.clone(), parts: self.parts, first: Vec::new() };
        shifted.painter.shift(shift);
        shifted.paint(visible(next));
        Some(shifted)
    }

    /// How many bytes there are to be sent.
    fn len(&self) -> usize {
        self.first.len() + self.painter.len()
    }
}

/// The cells of a screen, without those that a wide character covers.
fn visible(screen: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let columns = usize::from(screen.area.width);
    let lines = (0..).zip(screen.content.chunks(columns.max(1)));
    lines.flat_map(|(y, line)| {
        let mut covered = 0;
        (0..).zip(line).filter_map(move |(x, cell)| {
            if x < covered {
                return None;
            }
            covered = x + u16::try_from(cell.symbol().width()).unwrap_or(1);
            Some((x, y, cell))
        })
    })
}

//! The way from changed cells to the bytes of a frame: in which order, and
//! whether lines move.

use std::{io, mem};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
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

/// The painter as ratatui wants it.
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

    /// Takes in the parts of the next frame.
    pub(super) fn divide(&mut self, parts: Parts) {
        self.parts = parts;
    }

    /// The bytes of the last frame: of what is drawn first, if not all is, and of the others.
    pub(super) fn take(&mut self) -> [Vec<u8>; 2] {
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
    fn shifted(&self, cells: &[(u16, u16, &Cell)]) -> Option<Self> {
        // Where lines move, most of them change.
        let Parts { scrolls, .. } = self.parts;
        let mut changed: Vec<_> = cells
            .iter()
            .filter(|(x, y, _)| scrolls.contains(Position { x: *x, y: *y }))
            .map(|(_, y, _)| y)
            .collect();
        changed.dedup();
        if changed.len() <= usize::from(scrolls.height) / 2 {
            return None;
        }
        let next = self.painter.shown_with(cells.iter().copied());
        let shift = Shift::between(self.painter.shown(), &next, scrolls)?;
        let mut shifted = Self { painter: self.painter.clone(), parts: self.parts, first: Vec::new() };
        shifted.painter.shift(shift);
        shifted.paint(visible(&next));
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

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<_> = cells.collect();
        let shifted = self.shifted(&cells);
        self.paint(cells.into_iter());
        if let Some(shifted) = shifted
            && shifted.len() < self.len()
        {
            *self = shifted;
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

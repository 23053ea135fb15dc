//! The way from changed cells to the bytes of a frame: in which order, and
//! whether lines move.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::terminal::screen::change::Change;
use crate::tui::terminal::screen::painter::Painter;
use crate::tui::terminal::screen::scroll::Shift;

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

/// What the terminal shows, and the painter.
#[derive(Debug)]
pub(super) struct Canvas {
    painter: Painter,
    /// `None` while that is nothing. It is the frame itself that was drawn
    /// last: the first one is there without a screen to compare it with.
    shown: Option<Buffer>,
}

impl Canvas {
    pub(super) fn new(painter: Painter) -> Self {
        Self { painter, shown: None }
    }

    /// The bytes of the next frame, with the cursor where it shows: of what is
    /// drawn first, if not all is, and of the others. The frame that was shown
    /// comes back.
    pub(super) fn draw(
        &mut self,
        next: Buffer,
        cursor: Option<Position>,
        parts: Parts,
    ) -> ([Vec<u8>; 2], Option<Buffer>) {
        let shown = self.shown.as_ref();
        let change = Change { before: shown, after: &next, later: parts.drawn_last };
        let cells = change.cells();
        let mut painting = Painting::new(self.painter.clone(), change, &cells);
        if let Some(shown) = shown
            && let Some(shifted) = self.shifted(shown, change, &cells, parts.scrolls)
            && shifted.len() < painting.len()
        {
            painting = shifted;
        }
        let Painting { first, mut painter } = painting;
        painter.show_cursor(cursor.is_some());
        if let Some(cursor) = cursor {
            painter.move_to(Change { later: Rect::ZERO, ..change }, cursor);
        }
        let last = painter.take();
        self.painter = painter;
        ([first, last], self.shown.replace(next))
    }

    /// The cells painted after lines have moved, if any do.
    fn shifted(
        &self,
        shown: &Buffer,
        change: Change<'_>,
        cells: &[Position],
        scrolls: Rect,
    ) -> Option<Painting> {
        // Where lines move, most of them change.
        let mut changed: Vec<_> =
            cells.iter().filter(|cell| scrolls.contains(**cell)).map(|cell| cell.y).collect();
        changed.dedup();
        if changed.len() <= usize::from(scrolls.height) / 2 {
            return None;
        }
        let shift = Shift::between(shown, change.after, scrolls)?;
        let (mut painter, mut shown) = (self.painter.clone(), shown.clone());
        painter.shift(shift);
        shift.apply(&mut shown);
        let change = Change { before: Some(&shown), ..change };
        Some(Painting::new(painter, change, &change.cells()))
    }
}

/// A change that is painted.
struct Painting {
    /// The bytes of what is drawn before the part that is drawn last, if
    /// something is drawn there too.
    first: Vec<u8>,
    /// Has the others.
    painter: Painter,
}

impl Painting {
    fn new(mut painter: Painter, change: Change<'_>, cells: &[Position]) -> Self {
        let (last, first): (Vec<_>, Vec<_>) = cells.iter().partition(|cell| change.later.contains(**cell));
        painter.paint(change, &first);
        if last.is_empty() {
            return Self { first: Vec::new(), painter };
        }
        let first = painter.take();
        painter.paint(Change { later: Rect::ZERO, ..change }, &last);
        Self { first, painter }
    }

    /// How many bytes there are to be sent.
    fn len(&self) -> usize {
        self.first.len() + self.painter.len()
    }
}

//! The way from changed cells to the bytes of a frame: in which order, and
//! whether lines move.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::terminal::screen::ansi_writer::AnsiWriter;
use crate::tui::terminal::screen::frame_diff::FrameDiff;
use crate::tui::terminal::screen::line_scroll::LineScroll;

/// What a program tells of its screen, for less to be waited for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DrawHints {
    /// The lines that move together, if any. Where they do, all that stands
    /// beside them moves with them until it is drawn.
    pub scroll_area: Rect,
    /// The part whose changes are sent after all others, since they are many
    /// and follow from the others.
    pub draw_last: Rect,
}

/// What the terminal shows, and the writer.
#[derive(Debug)]
pub(super) struct FrameEncoder {
    writer: AnsiWriter,
    /// `None` while that is nothing. It is the frame itself that was drawn
    /// last: the first one is there without a screen to compare it with.
    shown: Option<Buffer>,
}

impl FrameEncoder {
    pub(super) fn new(writer: AnsiWriter) -> Self {
        Self { writer, shown: None }
    }

    /// The bytes of the next frame, with the cursor where it shows: of what is
    /// drawn first, if not all is, and of the others. The frame that was shown
    /// comes back.
    pub(super) fn draw(
        &mut self,
        next: Buffer,
        cursor: Option<Position>,
        hints: DrawHints,
    ) -> ([Vec<u8>; 2], Option<Buffer>) {
        let shown = self.shown.as_ref();
        let diff = FrameDiff { before: shown, after: &next, deferred: hints.draw_last };
        let cells = diff.cells();
        let mut encoded = EncodedCells::new(self.writer.clone(), diff, &cells);
        if let Some(shown) = shown
            && let Some(scrolled) = self.scrolled(shown, diff, &cells, hints.scroll_area)
            && scrolled.len() < encoded.len()
        {
            encoded = scrolled;
        }
        let EncodedCells { first, mut writer } = encoded;
        writer.show_cursor(cursor.is_some());
        if let Some(cursor) = cursor {
            writer.move_to(FrameDiff { deferred: Rect::ZERO, ..diff }, cursor);
        }
        let last = writer.take();
        self.writer = writer;
        ([first, last], self.shown.replace(next))
    }

    /// The cells painted after lines have moved, if any do.
    fn scrolled(
        &self,
        shown: &Buffer,
        diff: FrameDiff<'_>,
        cells: &[Position],
        scroll_area: Rect,
    ) -> Option<EncodedCells> {
        // Where lines move, most of them change.
        let mut changed: Vec<_> =
            cells.iter().filter(|cell| scroll_area.contains(**cell)).map(|cell| cell.y).collect();
        changed.dedup();
        if changed.len() <= usize::from(scroll_area.height) / 2 {
            return None;
        }
        let scroll = LineScroll::between(shown, diff.after, scroll_area)?;
        let (mut writer, mut shown) = (self.writer.clone(), shown.clone());
        writer.scroll(scroll);
        scroll.apply(&mut shown);
        let diff = FrameDiff { before: Some(&shown), ..diff };
        Some(EncodedCells::new(writer, diff, &diff.cells()))
    }
}

/// A change that is painted.
struct EncodedCells {
    /// The bytes of what is drawn before the part that is drawn last, if
    /// something is drawn there too.
    first: Vec<u8>,
    /// Has the others.
    writer: AnsiWriter,
}

impl EncodedCells {
    fn new(mut writer: AnsiWriter, diff: FrameDiff<'_>, cells: &[Position]) -> Self {
        let (last, first): (Vec<_>, Vec<_>) = cells.iter().partition(|cell| diff.deferred.contains(**cell));
        writer.paint(diff, &first);
        if last.is_empty() {
            return Self { first: Vec::new(), writer };
        }
        let first = writer.take();
        writer.paint(FrameDiff { deferred: Rect::ZERO, ..diff }, &last);
        Self { first, writer }
    }

    /// How many bytes there are to be sent.
    fn len(&self) -> usize {
        self.first.len() + self.writer.len()
    }
}

//! Encodes frames: decides the order of the changed cells, and whether lines scroll.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::terminal::program::{Cursor, Echo};
use crate::tui::terminal::screen::ansi_writer::AnsiWriter;
use crate::tui::terminal::screen::frame_diff::FrameDiff;
use crate::tui::terminal::screen::line_scroll::LineScroll;

/// Hints of a program about its screen that make frames shorter or answers faster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawHints {
    /// The lines that may scroll together. Whatever is beside them on the
    /// screen scrolls too, and is drawn again.
    pub scroll_area: Rect,
    /// The area whose changes are sent after all others: it is large and
    /// follows from the others.
    pub draw_last: Rect,
    /// Whether [`draw_last`](Self::draw_last) keeps what it shows until a later frame.
    pub hold_last: bool,
    /// The addresses that cells may link to, if the terminal takes links.
    pub links: Arc<[String]>,
}

/// Encodes the difference between the frame on the terminal and the next one.
#[derive(Debug)]
pub(super) struct FrameEncoder {
    writer: AnsiWriter,
    /// The last frame, or `None` if the terminal is clear. The first frame is
    /// compared with no buffer.
    shown: Option<Buffer>,
    /// The area drawn last in that frame.
    shown_last: Rect,
}

/// A frame as bytes.
#[derive(Debug)]
pub(super) struct EncodedFrame {
    /// Everything outside [`DrawHints::draw_last`], then that area and the
    /// cursor. If the area is unchanged, everything is in the second chunk.
    pub(super) chunks: [Vec<u8>; 2],
    /// The frame that was on the terminal before, for reuse.
    pub(super) previous: Option<Buffer>,
}

impl FrameEncoder {
    pub(super) fn new(writer: AnsiWriter) -> Self {
        Self { writer, shown: None, shown_last: Rect::ZERO }
    }

    /// Encodes the next frame. Without a cursor, it is hidden and stays where it is.
    pub(super) fn encode(
        &mut self,
        mut next: Buffer,
        cursor: Option<Cursor>,
        hints: DrawHints,
    ) -> EncodedFrame {
        let shown = self.shown.as_ref();
        // Where the area was elsewhere, something else may stand in its place.
        let is_held = hints.hold_last && hints.draw_last == self.shown_last;
        match shown.filter(|_| is_held) {
            Some(shown) => copy_area(shown, &mut next, hints.draw_last),
            // The addresses of an area that is held are still those of the frame before.
            None => self.writer.set_links(hints.links),
        }
        self.shown_last = hints.draw_last;
        let diff = FrameDiff { before: shown, after: &next, deferred: hints.draw_last };
        let positions = diff.changed_positions();
        let mut cells = EncodedCells::new(self.writer.clone(), diff, &positions);
        if let Some(shown) = shown
            && let Some(scrolled) = self.scrolled(shown, diff, &positions, hints.scroll_area)
            && scrolled.len() < cells.len()
        {
            cells = scrolled;
        }
        let EncodedCells { first, mut writer } = cells;
        writer.set_cursor_visible(cursor.is_some_and(|cursor| cursor.is_visible));
        if let Some(cursor) = cursor {
            writer.move_to(FrameDiff { deferred: Rect::ZERO, ..diff }, cursor.position);
        }
        let last = writer.take_bytes();
        self.writer = writer;
        EncodedFrame { chunks: [first, last], previous: self.shown.replace(next) }
    }

    /// Encodes a character that is shown before the next frame. Returns nothing if no frame was drawn.
    pub(super) fn echo(&mut self, echo: &Echo) -> Vec<u8> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let mut next = shown.clone();
        let Position { x, y } = echo.position;
        for behind in 1..=echo.blank {
            if let Some(cell) = next.cell_mut((x.saturating_add(behind), y)) {
                cell.reset();
            }
        }
        if let Some(cell) = next.cell_mut((x, y)) {
            cell.reset();
            cell.set_char(echo.character).set_style(echo.style);
        }
        let diff = FrameDiff { before: Some(shown), after: &next, deferred: Rect::ZERO };
        let cells = EncodedCells::new(self.writer.clone(), diff, &diff.changed_positions());
        let EncodedCells { first, mut writer } = cells;
        writer.move_to(diff, Position { x: x.saturating_add(1), y });
        let bytes = [first, writer.take_bytes()].concat();
        self.writer = writer;
        self.shown = Some(next);
        bytes
    }

    /// Encodes the frame after a scroll, if lines of `scroll_area` have moved.
    fn scrolled(
        &self,
        shown: &Buffer,
        diff: FrameDiff<'_>,
        positions: &[Position],
        scroll_area: Rect,
    ) -> Option<EncodedCells> {
        // A scroll changes most of the lines.
        let mut changed: Vec<_> =
            positions.iter().filter(|cell| scroll_area.contains(**cell)).map(|cell| cell.y).collect();
        changed.dedup();
        if changed.len() <= usize::from(scroll_area.height) / 2 {
            return None;
        }
        let scroll = LineScroll::detect(shown, diff.after, scroll_area)?;
        let (mut writer, mut shown) = (self.writer.clone(), shown.clone());
        writer.scroll(scroll);
        scroll.apply(&mut shown);
        let diff = FrameDiff { before: Some(&shown), ..diff };
        Some(EncodedCells::new(writer, diff, &diff.changed_positions()))
    }
}

fn copy_area(from: &Buffer, to: &mut Buffer, area: Rect) {
    for position in area.intersection(to.area).positions() {
        if let (Some(from), Some(to)) = (from.cell(position), to.cell_mut(position)) {
            to.clone_from(from);
        }
    }
}

/// The changed cells of a frame as bytes.
struct EncodedCells {
    /// The cells outside the deferred area. Empty if that area is unchanged.
    first: Vec<u8>,
    /// Holds the bytes of the other cells.
    writer: AnsiWriter,
}

impl EncodedCells {
    fn new(mut writer: AnsiWriter, diff: FrameDiff<'_>, positions: &[Position]) -> Self {
        let (last, first): (Vec<_>, Vec<_>) =
            positions.iter().partition(|position| diff.deferred.contains(**position));
        writer.write_cells(diff, &first);
        if last.is_empty() {
            return Self { first: Vec::new(), writer };
        }
        let first = writer.take_bytes();
        writer.write_cells(FrameDiff { deferred: Rect::ZERO, ..diff }, &last);
        Self { first, writer }
    }

    /// Returns the number of bytes to send.
    fn len(&self) -> usize {
        self.first.len() + self.writer.len()
    }
}

//! A page of lines that may be longer than the screen, and lines in columns.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::state::Extent;
use crate::tui::theme::Theme;
use crate::tui::view::Frame;
use crate::tui::view::widgets::scrollbar;

/// The cells between two columns of lines.
const GAP: usize = 3;

/// A text, broken into lines, that scrolls in its area.
#[derive(Debug, Clone)]
pub struct Page {
    /// The area of the text, without its scrollbar.
    pub area: Rect,
    /// All lines of the text.
    pub lines: Vec<Line<'static>>,
}

impl Page {
    /// Returns the size of the text.
    pub fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.area.height.into() }
    }

    /// Draws the text from line `scroll` on, and its scrollbar in the column `x`.
    pub fn render(&self, frame: &mut Frame<'_>, x: u16, scroll: usize, theme: &Theme) {
        render_lines(frame, self.area, &self.lines, scroll);
        scrollbar::render(frame, self.area, x, self.lines.len(), scroll, theme);
    }
}

/// Draws the lines that fit in an area, from line `scroll` on.
pub fn render_lines(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], scroll: usize) {
    for (line, row) in lines.iter().skip(scroll).zip(area.rows()) {
        frame.render_widget(line, row);
    }
}

/// Returns the width of each of `count` columns that share `width` cells.
pub fn column_width(width: usize, count: usize) -> usize {
    let count = count.max(1);
    width.saturating_sub(GAP * (count - 1)) / count
}

/// Joins columns of lines side by side, each `width` cells wide.
pub fn beside(columns: Vec<Vec<Line<'static>>>, width: usize) -> Vec<Line<'static>> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    let rows = (0..height).map(|_| {
        let mut row = Line::default();
        for (index, column) in columns.iter_mut().enumerate() {
            let start = index * (width + GAP);
            row.push_span(Span::raw(" ".repeat(start.saturating_sub(row.width()))));
            let line = column.next().unwrap_or_default();
            row.spans.extend(line.spans.into_iter().map(|span| span.patch_style(line.style)));
        }
        row
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_any_height_are_joined_side_by_side() {
        let column = |texts: &[&'static str]| texts.iter().copied().map(Line::raw).collect();
        let rows = beside(vec![column(&["ab", "c"]), column(&["d"]), column(&["e", "f", "g"])], 4);
        let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows, ["ab     d      e", "c             f", "              g"]);
        assert_eq!(column_width(20, 3), 4);
        assert_eq!(column_width(20, 0), 20);
    }
}

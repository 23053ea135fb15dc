//! A page of lines that may be longer than the screen, and lines in columns.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;
use crate::tui::view::Frame;
use crate::tui::view::widgets::scrollbar;

/// Blank columns between two columns of lines.
const GAP: usize = 3;

/// Where the text of a page stands in `area`: a blank column at its left, and
/// at its right one and the thumb.
pub fn inside(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(3), ..area }
}

/// Draws a page from its line `scroll` on.
pub fn render(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], scroll: usize, theme: &Theme) {
    let inside = inside(area);
    render_lines(frame, inside, lines, scroll);
    scrollbar::render(frame, inside, area.right().saturating_sub(1), lines.len(), scroll, theme);
}

/// Draws the lines that fit in an area, from line `scroll` on.
pub fn render_lines(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], scroll: usize) {
    for (line, row) in lines.iter().skip(scroll).zip(area.rows()) {
        frame.render_widget(line, row);
    }
}

/// The width of each of `count` columns that share `width`.
pub fn column_width(width: usize, count: usize) -> usize {
    let count = count.max(1);
    width.saturating_sub(GAP * (count - 1)) / count
}

/// Puts columns of lines beside each other, each `width` columns wide.
pub fn beside(columns: Vec<Vec<Line<'static>>>, width: usize) -> Vec<Line<'static>> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    let rows = (0..height).map(|_| {
        let mut row = Line::default();
        for (place, column) in columns.iter_mut().enumerate() {
            let start = place * (width + GAP);
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
    fn columns_stand_side_by_side_whatever_their_heights() {
        let column = |texts: &[&'static str]| texts.iter().copied().map(Line::raw).collect();
        let rows = beside(vec![column(&["ab", "c"]), column(&["d"]), column(&["e", "f", "g"])], 4);
        let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows, ["ab     d      e", "c             f", "              g"]);
        assert_eq!(column_width(20, 3), 4);
        assert_eq!(column_width(20, 0), 20);
    }
}

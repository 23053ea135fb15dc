//! Styled text on several lines.

use ratatui::text::{Line, Span};

use crate::views::layout;

/// Breaks `spans` between words into lines of `width` cells. A word that is
/// wider is broken anywhere.
pub fn wrap(spans: &[Span<'static>], width: usize) -> Vec<Line<'static>> {
    layout::wrap(spans, width).into_iter().map(Line::from).collect()
}

/// Breaks `span` into lines of `width` cells, between any two characters.
pub fn anywhere(span: &Span<'static>, width: usize) -> Vec<Line<'static>> {
    layout::wrap_anywhere(span, width).into_iter().map(Line::from).collect()
}

/// Wraps `text` to `width` cells, indented by `indent` cells with `start` in the margin of the first line.
pub fn hanging(
    start: Vec<Span<'static>>,
    indent: usize,
    text: &[Span<'static>],
    width: usize,
) -> Vec<Line<'static>> {
    let lines = layout::wrap(text, width.saturating_sub(indent));
    layout::hang(start, indent, lines).into_iter().map(Line::from).collect()
}

/// Joins `parts` by blanks, starting a new line before each one that does not fit into `width` cells.
pub fn flow(parts: Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for part in parts {
        match lines.last_mut().filter(|line| line.width() + 1 + part.width() <= width) {
            Some(line) => {
                line.push_span(" ");
                line.spans.extend(part.spans);
            }
            None => lines.push(part),
        }
    }
    lines
}

//! Texts of the snapshot as styled spans.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::sanitize::sanitize;
use crate::views::layout::{self, Run};

/// Returns `text` in `style`, with `mark` laid over the letters in `found`:
/// ranges of bytes, in order. Control characters are shown as their codes.
pub fn marked(text: &str, found: &[Range<usize>], style: Style, mark: Style) -> Vec<Span<'static>> {
    let shown = sanitize(text);
    if shown != text {
        // The ranges are of the text as it is written.
        return vec![Span::styled(shown.into_owned(), style)];
    }
    let mut spans = Vec::with_capacity(found.len() * 2 + 1);
    let mut at = 0;
    for range in found {
        let Some(letters) = text.get(range.clone()).filter(|_| range.start >= at) else { continue };
        let before = text.get(at..range.start).unwrap_or_default();
        spans.push(Span::styled(before.to_owned(), style));
        spans.push(Span::styled(letters.to_owned(), style.patch(mark)));
        at = range.end;
    }
    spans.push(Span::styled(text.get(at..).unwrap_or_default().to_owned(), style));
    spans.retain(|span| !span.content.is_empty());
    spans
}

/// Returns `text` in `style`. Control characters are shown as their codes.
pub fn plain(text: &str, style: Style) -> Span<'static> {
    Span::styled(sanitize(text).into_owned(), style)
}

/// Returns the line, truncated to `width` cells with `ellipsis` at its end.
pub fn fitted(spans: Vec<Span<'static>>, width: usize, ellipsis: &str) -> Line<'static> {
    Line::from(layout::truncate(spans, width, ellipsis))
}

/// Returns the number of cells that `text` takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

impl Run for Span<'static> {
    fn text(&self) -> &str {
        &self.content
    }

    fn with_text(&self, text: &str) -> Self {
        Span::styled(text.to_owned(), self.style)
    }

    fn unstyled(text: String) -> Self {
        Span::raw(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(spans: &[Span<'_>]) -> Vec<String> {
        spans.iter().map(|span| span.content.to_string()).collect()
    }

    #[test]
    fn what_was_found_is_a_piece_of_its_own() {
        let mark = Style::new().bold();
        let spans = marked("Guéret", &[0..2, 4..6], Style::new(), mark);
        assert_eq!(texts(&spans), ["Gu", "é", "re", "t"]);
        assert_eq!(spans[2].style, mark);
        assert_eq!(texts(&marked("Guéret", &[0..3, 2..4, 5..99], Style::new(), mark)), ["Gu", "é", "ret"]);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_its_code() {
        let spans = marked("a\u{1b}[1mb", &[0..1, 5..6], Style::new(), Style::new());
        assert_eq!(texts(&spans), ["a<U+001B>[1mb"]);
    }
}

//! Texts of the snapshot as styled pieces of a line.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::snapshot::visible;

/// `text` in `style`, and the letters of `found` (ranges of bytes, in order)
/// in `mark` upon it. What a terminal would obey is shown as its code.
pub fn marked(text: &str, found: &[Range<usize>], style: Style, mark: Style) -> Vec<Span<'static>> {
    let shown = visible(text);
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

/// `text` in `style`. What a terminal would obey is shown as its code.
pub fn plain(text: &str, style: Style) -> Span<'static> {
    Span::styled(visible(text).into_owned(), style)
}

/// The line, cut to `width` columns with `ellipsis` at its end where it is wider.
pub fn fitted(spans: Vec<Span<'static>>, width: usize, ellipsis: &str) -> Line<'static> {
    let total: usize = spans.iter().map(|span| span.content.width()).sum();
    if total <= width {
        return Line::from(spans);
    }
    let mut room = width.saturating_sub(ellipsis.width());
    let mut line = Line::default();
    let mut style = Style::default();
    for span in spans {
        style = span.style;
        let start = start_of(&span.content, room);
        let is_whole = start.len() == span.content.len();
        room -= start.width();
        line.push_span(Span::styled(start.to_owned(), style));
        if !is_whole {
            break;
        }
    }
    if width >= ellipsis.width() {
        line.push_span(Span::styled(ellipsis.to_owned(), style));
    }
    line
}

/// Columns that `text` takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// As much of the start of `text` as `width` columns hold.
pub fn start_of(text: &str, width: usize) -> &str {
    let mut taken = 0;
    let end = text.grapheme_indices(true).find_map(|(at, letter)| {
        taken += letter.width();
        (taken > width).then_some(at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
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

    #[test]
    fn a_line_is_cut_between_characters() {
        let cut = |text: &str, width| fitted(vec![Span::raw(text.to_owned())], width, "…").to_string();
        assert_eq!(cut("Guéret", 6), "Guéret");
        assert_eq!(cut("Guéret", 5), "Guér…");
        assert_eq!(cut("Gue\u{301}ret", 4), "Gue\u{301}…");
        assert_eq!(cut("日本日本", 4), "日…");
        assert_eq!(cut("Guéret", 1), "…");
        assert_eq!(cut("Guéret", 0), "");
        let spans = vec![Span::raw("Gué"), Span::raw("ret")];
        assert_eq!(fitted(spans, 4, "…").to_string(), "Gué…");
    }
}

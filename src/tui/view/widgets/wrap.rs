//! Styled text on several lines.

use std::ops::Range;

use ratatui::text::{Line, Span};
use textwrap::WordSeparator;
use textwrap::core::break_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

use crate::tui::view::widgets::text::start_of;

/// Breaks `spans` between words into lines of `width` columns; a word that is
/// longer is broken anywhere.
pub fn wrap(spans: &[Span<'static>], width: usize) -> Vec<Line<'static>> {
    let width = width.max(1);
    let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
    // Most texts are short, and looking for the ends of their words takes longest.
    if text.width() <= width && !text.ends_with(' ') {
        return vec![Line::from_iter(spans.iter().cloned())];
    }
    let words = break_words(WordSeparator::UnicodeBreakProperties.find_words(&text), width);
    let mut end = 0;
    let lines = wrap_first_fit(&words, &[width as f64]).into_iter().map(|line| {
        let start = end;
        end += line.iter().map(|word| word.word.len() + word.whitespace.len()).sum::<usize>();
        let blank = line.last().map_or(0, |word| word.whitespace.len());
        slice(spans, start..end - blank)
    });
    lines.collect()
}

/// Breaks `span` into lines of `width` columns, wherever they end.
pub fn anywhere(span: &Span<'static>, width: usize) -> Vec<Line<'static>> {
    let mut rest = span.content.as_ref();
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let start = match start_of(rest, width) {
            // Not even one character has room.
            "" => rest,
            start => start,
        };
        lines.push(Line::styled(start.to_owned(), span.style));
        rest = rest.get(start.len()..).unwrap_or_default();
    }
    lines
}

/// Puts `parts` one behind the other, on a new line where one has no room.
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

/// The part of `spans` that stands at `range`, in bytes of their whole text.
fn slice(spans: &[Span<'static>], range: Range<usize>) -> Line<'static> {
    let mut line = Line::default();
    let mut start = 0;
    for span in spans {
        let end = start + span.content.len();
        let part = range.start.max(start)..range.end.min(end);
        if part.start < part.end
            && let Some(text) = span.content.get(part.start - start..part.end - start)
        {
            line.push_span(Span::styled(text.to_owned(), span.style));
        }
        start = end;
    }
    line
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn lines_break_between_words_and_keep_their_styles() {
        let bold = Style::new().bold();
        let spans =
            [Span::raw("Communauté d'"), Span::styled("agglomération du", bold), Span::raw(" Grand Guéret")];
        let lines = wrap(&spans, 20);
        let texts: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["Communauté", "d'agglomération du", "Grand Guéret"]);
        assert_eq!(lines[1].spans[1].style, bold);
        assert_eq!(lines[1].spans[1].content, "agglomération du");
    }

    #[test]
    fn a_long_word_is_broken_anywhere() {
        let texts: Vec<String> =
            wrap(&[Span::raw("https://exemple.fr")], 7).iter().map(ToString::to_string).collect();
        assert_eq!(texts.concat(), "https://exemple.fr");
        assert!(texts.iter().all(|text| text.len() <= 7), "{texts:?}");
        assert_eq!(wrap(&[], 7).len(), 1);
    }

    #[test]
    fn a_line_ends_with_its_last_word() {
        for width in [6, 7, 8, 9] {
            let texts: Vec<String> =
                wrap(&[Span::raw("Guéret  ")], width).iter().map(ToString::to_string).collect();
            assert_eq!(texts, ["Guéret"], "{width}");
        }
    }
}

//! Texts of the snapshot as styled spans.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::hyperlink;
use crate::sanitize::sanitize;
use crate::tui::theme::Theme;
use crate::tui::view::Frame;
use crate::views::layout::{self, Run};

/// The width up to which a cell has no room for a part of its text beside its sign.
const SIGN_ONLY_WIDTH: usize = 4;

/// Returns the style of a part of a link to an address, which the screen finds among the addresses of the frame.
///
/// The cells of ratatui have no link. So the number of the address takes the place of the colour of an underline,
/// which nothing else sets.
pub fn link(url: &str) -> Style {
    match hyperlink::is_web_address(url) {
        true => Style::new().underline_color(Color::from_u32(hyperlink::id(url))),
        false => Style::new(),
    }
}

/// Returns `text` in `style`, with `mark` patched over the byte ranges of the
/// matches, which are in order. Control characters are shown as their codes.
pub fn marked(text: &str, matches: &[Range<usize>], style: Style, mark: Style) -> Vec<Span<'static>> {
    let sanitized = sanitize(text);
    if sanitized != text {
        // The ranges do not apply to the sanitized text.
        return vec![Span::styled(sanitized.into_owned(), style)];
    }
    let mut spans = Vec::with_capacity(matches.len() * 2 + 1);
    let mut end = 0;
    for range in matches {
        let Some(matched) = text.get(range.clone()).filter(|_| range.start >= end) else { continue };
        let before = text.get(end..range.start).unwrap_or_default();
        spans.push(Span::styled(before.to_owned(), style));
        spans.push(Span::styled(matched.to_owned(), style.patch(mark)));
        end = range.end;
    }
    spans.push(Span::styled(text.get(end..).unwrap_or_default().to_owned(), style));
    spans.retain(|span| !span.content.is_empty());
    spans
}

/// Returns `text` in `style`. Control characters are shown as their codes.
pub fn plain(text: &str, style: Style) -> Span<'static> {
    Span::styled(sanitize(text).into_owned(), style)
}

/// Truncates a line to `width` cells, the last of which is then an ellipsis.
pub fn truncate(spans: Vec<Span<'static>>, width: usize, theme: &Theme) -> Line<'static> {
    Line::from(layout::truncate(spans, width, theme.glyphs.ellipsis))
}

/// Truncates the cell of a table to `width` cells. A sign that it begins with stays, rather than an ellipsis, where nothing
/// else fits.
pub fn truncate_cell(mut spans: Vec<Span<'static>>, width: usize, theme: &Theme) -> Line<'static> {
    let begins_with_sign = spans.len() > 1 && spans.first().is_some_and(|span| span.content.width() == 1);
    if begins_with_sign && (1..=SIGN_ONLY_WIDTH).contains(&width) && spans_width(&spans) > width {
        spans.truncate(1);
    }
    truncate(spans, width, theme)
}

/// Truncates a line to `width` cells, or pads it with blanks in `style`.
pub fn to_width(spans: Vec<Span<'static>>, width: usize, style: Style, theme: &Theme) -> Line<'static> {
    let mut line = truncate(spans, width, theme);
    let blank = width.saturating_sub(line.width());
    line.push_span(Span::styled(" ".repeat(blank), style));
    line
}

/// Draws a line, truncated to the width of its area.
pub fn render(frame: &mut Frame<'_>, area: Rect, spans: Vec<Span<'static>>, theme: &Theme) {
    frame.render_widget(truncate(spans, area.width.into(), theme), area);
}

/// Returns the width of some spans, in cells.
pub fn spans_width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(Span::width).sum()
}

/// Returns the width of `text`, in cells.
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
    fn each_match_is_a_span_of_its_own() {
        let mark = Style::new().bold();
        let spans = marked("Guéret", &[0..2, 4..6], Style::new(), mark);
        assert_eq!(texts(&spans), ["Gu", "é", "re", "t"]);
        assert_eq!(spans[2].style, mark);
        assert_eq!(texts(&marked("Guéret", &[0..3, 2..4, 5..99], Style::new(), mark)), ["Gu", "é", "ret"]);
    }

    #[test]
    fn the_sign_of_a_cell_stays_where_its_text_does_not_fit() {
        let cut = |width| {
            let cell = vec![Span::raw("●"), Span::raw(" "), Span::raw("Aldev")];
            truncate_cell(cell, width, &Theme::DARK).to_string()
        };
        assert_eq!([7, 6, 5, 4, 1].map(cut), ["● Aldev", "● Ald…", "● Al…", "●", "●"]);
    }

    #[test]
    fn control_characters_are_shown_as_their_codes() {
        let spans = marked("a\u{1b}[1mb", &[0..1, 5..6], Style::new(), Style::new());
        assert_eq!(texts(&spans), ["a<U+001B>[1mb"]);
    }
}

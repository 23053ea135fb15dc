//! Bars of whole columns.

use ratatui::text::Span;

use crate::tui::theme::Theme;

/// A bar of the parts of something, `width` columns wide where they sum to
/// `whole`. A part that is not nothing is seen. Parts have the theme's signs,
/// the surest first.
pub fn stacked(parts: &[usize], whole: usize, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let mut end = 0;
    let mut drawn = 0;
    let mut spans = Vec::new();
    for (level, part) in parts.iter().enumerate().filter(|(_, part)| **part > 0) {
        end += part;
        let columns = scaled(end, whole, width).saturating_sub(drawn).max(1);
        drawn += columns;
        spans.push(piece(level, columns, theme));
    }
    spans
}

/// `columns` of the sign of a part.
pub fn piece(level: usize, columns: usize, theme: &Theme) -> Span<'static> {
    let sign = theme.glyphs.bars.get(level).copied().unwrap_or_default();
    Span::styled(sign.repeat(columns), theme.bar_style(level))
}

/// Columns that `value` takes where `whole` takes `width`, rounded.
pub fn scaled(value: usize, whole: usize, width: usize) -> usize {
    let doubled = value.saturating_mul(width).saturating_mul(2).saturating_add(whole);
    doubled.checked_div(whole.saturating_mul(2)).unwrap_or(0).min(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(parts: &[usize], whole: usize, width: usize) -> String {
        stacked(parts, whole, width, &Theme::PLAIN.with_ascii_glyphs())
            .iter()
            .map(|span| span.content.as_ref())
            .collect()
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_and_hides_no_part() {
        assert_eq!(drawn(&[5, 0, 5], 20, 20), "#####-----");
        assert_eq!(drawn(&[84], 84, 10), "##########");
        assert_eq!(drawn(&[1, 1], 1000, 10), "#=");
        assert_eq!(drawn(&[], 0, 10), "");
        assert_eq!(scaled(1, 0, 10), 0);
    }
}

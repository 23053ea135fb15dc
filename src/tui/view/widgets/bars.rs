//! Bars of whole cells.

use ratatui::text::Span;

use crate::tui::theme::Theme;

/// Returns a bar with a segment for each part. It is `width` cells wide if the
/// parts sum to `whole`. A part above 0 has at least one cell. Segments have
/// the theme's signs in their order, the most certain first.
pub fn stacked(parts: &[usize], whole: usize, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let mut end = 0;
    let mut drawn = 0;
    let mut spans = Vec::new();
    for (level, part) in parts.iter().enumerate().filter(|(_, part)| **part > 0) {
        end += part;
        let columns = scaled(end, whole, width).saturating_sub(drawn).max(1);
        drawn += columns;
        spans.push(segment(level, columns, theme));
    }
    spans
}

/// Returns a segment of `columns` cells with the sign of a level, from 0 to
/// [`BAR_LEVELS`](crate::tui::theme::BAR_LEVELS) - 1.
pub fn segment(level: usize, columns: usize, theme: &Theme) -> Span<'static> {
    let sign = theme.glyphs.bars.get(level).copied().unwrap_or_default();
    Span::styled(sign.repeat(columns), theme.bar_style(level))
}

/// Scales `value` to cells, rounded, where `whole` has `width` cells.
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
    fn a_bar_has_the_length_of_its_share_and_hides_no_part() {
        assert_eq!(drawn(&[5, 0, 5], 20, 20), "#####-----");
        assert_eq!(drawn(&[84], 84, 10), "##########");
        assert_eq!(drawn(&[1, 1], 1000, 10), "#=");
        assert_eq!(drawn(&[], 0, 10), "");
        assert_eq!(scaled(1, 0, 10), 0);
    }
}

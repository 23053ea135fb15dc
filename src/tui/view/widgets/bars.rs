//! Bars of cells: of evidence, and of quantities.

use ratatui::text::Span;

use crate::tui::theme::{Role, Theme};

/// Returns a bar with a segment for each level of evidence, the surest first. It is `width` cells wide if the parts sum
/// to `whole`. A part above 0 has at least one cell.
pub fn evidence(parts: &[usize], whole: usize, width: usize, theme: &Theme) -> Vec<Span<'static>> {
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

/// Returns a segment of `columns` cells with the sign of a level of evidence.
pub fn segment(level: usize, columns: usize, theme: &Theme) -> Span<'static> {
    let sign = theme.glyphs.bars.get(level).copied().unwrap_or_default();
    Span::styled(sign.repeat(columns), theme.evidence_style(level))
}

/// Returns a bar of a quantity, exact to half a cell, where `whole` has `width` cells. A quantity above 0 has at least
/// half a cell. The rest up to `total` is drawn lightly.
pub fn quantity(value: usize, total: usize, whole: usize, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let [cell, half] = theme.glyphs.quantity;
    let halves = scaled(value, whole, width * 2).max(usize::from(value > 0));
    let drawn = format!("{}{}", cell.repeat(halves / 2), half.repeat(halves % 2));
    let cells = halves.div_ceil(2);
    let rest = scaled(total, whole, width).saturating_sub(cells);
    vec![
        Span::styled(drawn, theme.style(Role::Bar)),
        Span::styled(theme.glyphs.quantity_rest.repeat(rest), theme.style(Role::Line)),
    ]
}

/// Scales `value` to cells, rounded, where `whole` has `width` cells.
pub fn scaled(value: usize, whole: usize, width: usize) -> usize {
    let doubled = value.saturating_mul(width).saturating_mul(2).saturating_add(whole);
    doubled.checked_div(whole.saturating_mul(2)).unwrap_or(0).min(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(spans: &[Span<'static>]) -> String {
        spans.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_bar_has_the_length_of_its_share_and_hides_no_part() {
        let drawn = |parts: &[usize], whole, width| {
            text(&evidence(parts, whole, width, &Theme::PLAIN.with_ascii_glyphs()))
        };
        assert_eq!(drawn(&[5, 0, 5], 20, 20), "#####-----");
        assert_eq!(drawn(&[84], 84, 10), "##########");
        assert_eq!(drawn(&[1, 1], 1000, 10), "#=");
        assert_eq!(drawn(&[], 0, 10), "");
        assert_eq!(scaled(1, 0, 10), 0);
    }

    #[test]
    fn a_quantity_is_exact_to_half_a_cell() {
        let drawn = |value, total| text(&quantity(value, total, 20, 10, &Theme::PLAIN));
        assert_eq!(drawn(20, 20), "━━━━━━━━━━");
        assert_eq!(drawn(5, 5), "━━╸");
        assert_eq!(drawn(0, 0), "");
        assert_eq!(drawn(5, 12), "━━╸┄┄┄");
        assert_eq!(text(&quantity(1, 1, 1000, 10, &Theme::PLAIN)), "╸");
    }
}

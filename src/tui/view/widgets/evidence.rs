//! The signs of evidence: how surely something is known. The same everywhere, in one hue.

use ratatui::text::Span;

use crate::snapshot::Reliability;
use crate::tui::theme::Theme;

/// Returns the sign of a level; `None` if the value is not known.
pub fn sign(level: Option<Reliability>, theme: &Theme) -> Span<'static> {
    signs(level, 1, theme)
}

/// Returns `count` signs of a level.
pub fn signs(level: Option<Reliability>, count: usize, theme: &Theme) -> Span<'static> {
    let step = level.map_or(theme.glyphs.evidence.len() - 1, |level| level as usize);
    let sign = theme.glyphs.evidence.get(step).copied().unwrap_or_default();
    Span::styled(sign.repeat(count), theme.evidence_style(step))
}

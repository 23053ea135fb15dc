//! The lives of the Cités on an axis of years: label, launch, end of the experiment.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::{cite_table, panel, wrap, years};
use crate::tui::view::{Frame, ViewContext};
use crate::views::axis::Axis;
use crate::views::cites::{self, CiteColumn};
use crate::views::gantt::{self, Phase};

/// The column that is drawn as a chart: how long the experiment ran.
const LIFE: CiteColumn = CiteColumn::RanFor;

/// Draws the lives in the place of the ages.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let context = state.context();
    cite_table::render(
        frame,
        areas,
        state,
        cites::TIMELINE,
        |_| Vec::new(),
        |cell, text| match (cell.column, axis(cx, cell.width)) {
            (LIFE, Some(axis)) => life(&gantt::phases(cell.cite, &axis, context), cx),
            _ => text,
        },
    );
    draw_years(frame, areas, state);
    let lines = wrap::wrap(&legend(cx), areas.panel.width.saturating_sub(2).into());
    let has_edge = usize::from(areas.panel.height) > lines.len();
    let inside = if has_edge { panel::render(frame, areas.panel, &state.theme) } else { areas.panel };
    for (line, row) in lines.into_iter().zip(inside.rows()) {
        frame.render_widget(line, Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row });
    }
}

fn axis(cx: ViewContext<'_>, width: usize) -> Option<Axis> {
    gantt::axis(cx.snapshot, u16::try_from(width).unwrap_or(u16::MAX))
}

/// The years, in the place of the title of their column.
fn draw_years(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let is_life = |index: usize| cites::TIMELINE.get(index).is_some_and(|spec| spec.column == LIFE);
    let mut placed = cite_table::columns(areas, state, cites::TIMELINE).into_iter();
    let Some(column) = placed.find(|placed| is_life(placed.index)) else { return };
    let Some(axis) = axis(cx, column.width.into()) else { return };
    let area = Rect { x: column.x, width: column.width, ..areas.titles };
    frame.render_widget(years::titles(&axis, &state.theme), area);
}

/// A life: equal phases in one piece.
fn life(phases: &[Phase], cx: ViewContext<'_>) -> Vec<Span<'static>> {
    phases
        .chunk_by(|one, next| one == next)
        .filter_map(|run| Some(piece(*run.first()?, run.len(), cx.theme)))
        .collect()
}

/// The sign of a phase, over so many columns. What is uncertain is light.
fn piece(phase: Phase, columns: usize, theme: &Theme) -> Span<'static> {
    let glyphs = &theme.glyphs;
    let (sign, style) = match phase {
        Phase::Before | Phase::Over => (" ", theme.style(Role::Text)),
        Phase::PerhapsLabelled | Phase::PerhapsOver => (glyphs.bars[3], theme.bar_style(3)),
        Phase::Labelled => (glyphs.labelled[0], theme.bar_style(1)),
        Phase::LaunchUnknown => (glyphs.labelled[1], theme.style(Role::Detail)),
        Phase::PerhapsLaunched => (glyphs.bars[2], theme.bar_style(2)),
        Phase::Launched => (glyphs.bars[0], theme.bar_style(0)),
    };
    Span::styled(sign.repeat(columns), style)
}

/// What the signs of the lives that are listed mean.
fn legend(cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let phases =
        Phase::DRAWN.into_iter().filter(|phase| *phase != Phase::PerhapsOver || ends_uncertainly(cx));
    let entries = phases.flat_map(|phase| {
        let title = phase.title(cx.lang).replace(' ', "\u{a0}");
        [piece(phase, 1, cx.theme), Span::styled(format!("\u{a0}{title}  "), cx.style(Role::Detail))]
    });
    entries.collect()
}

fn ends_uncertainly(cx: ViewContext<'_>) -> bool {
    let end = cx.snapshot.meta.experiment.end;
    end.earliest() != end.latest()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_phase_of_a_life_has_a_sign_of_its_own() {
        for theme in [Theme::DARK, Theme::PLAIN.with_ascii_glyphs()] {
            let drawn: Vec<_> =
                Phase::DRAWN.into_iter().filter(|phase| *phase != Phase::PerhapsOver).collect();
            let signs: HashSet<_> = drawn.iter().map(|phase| piece(*phase, 1, &theme).content).collect();
            assert_eq!(signs.len(), drawn.len());
        }
    }
}

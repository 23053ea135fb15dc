//! The Cités on an axis of years: label, launch, end of the experiment.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::{cite_table, page, panel, wrap, years};
use crate::tui::view::{Frame, ViewContext};
use crate::views::axis::Axis;
use crate::views::cites::{self, CiteColumn};
use crate::views::gantt::{self, Phase};
use crate::views::layout::PlacedColumn;

/// The column that is drawn as a chart: the duration of the experiment.
const CHART: CiteColumn = CiteColumn::RanFor;

/// Draws the timeline instead of the ages.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let columns = cite_table::render(
        frame,
        areas,
        state,
        cites::TIMELINE,
        |_| Vec::new(),
        |cell, text| match (cell.column, axis(cx, cell.width)) {
            (CHART, Some(axis)) => chart(&gantt::phases(cell.cite, &axis, cx.views()), cx.theme),
            _ => text,
        },
    );
    draw_years(frame, areas.titles, cx, &columns);
    let lines = wrap::wrap(&legend(cx), areas.panel.width.saturating_sub(2).into());
    let has_edge = usize::from(areas.panel.height) > lines.len();
    let inside = if has_edge { panel::render(frame, areas.panel, cx.theme) } else { areas.panel };
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), ..inside };
    page::render_lines(frame, inside, &lines, 0);
}

fn axis(cx: ViewContext<'_>, width: usize) -> Option<Axis> {
    gantt::axis(cx.snapshot, u16::try_from(width).unwrap_or(u16::MAX))
}

/// Draws the years above their column, instead of its title.
fn draw_years(frame: &mut Frame<'_>, titles: Rect, cx: ViewContext<'_>, columns: &[PlacedColumn]) {
    let is_chart = |index: usize| cites::TIMELINE.get(index).is_some_and(|spec| spec.column == CHART);
    let Some(column) = columns.iter().find(|column| is_chart(column.index)) else { return };
    let Some(axis) = axis(cx, column.width.into()) else { return };
    let area = Rect { x: column.x, width: column.width, ..titles };
    frame.render_widget(years::titles(&axis, cx.theme), area);
}

/// Returns the chart of a Cité, with one span for each run of equal phases.
fn chart(phases: &[Phase], theme: &Theme) -> Vec<Span<'static>> {
    phases
        .chunk_by(|one, next| one == next)
        .filter_map(|run| Some(segment(*run.first()?, run.len(), theme)))
        .collect()
}

/// Returns a segment of `columns` cells with the sign of a phase. Uncertain
/// phases have light signs.
fn segment(phase: Phase, columns: usize, theme: &Theme) -> Span<'static> {
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

/// Returns the legend of the phases.
fn legend(cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let phases =
        Phase::DRAWN.into_iter().filter(|phase| *phase != Phase::PerhapsOver || ends_uncertainly(cx));
    let entries = phases.flat_map(|phase| {
        let title = phase.title(cx.lang).replace(' ', "\u{a0}");
        [segment(phase, 1, cx.theme), Span::styled(format!("\u{a0}{title}  "), cx.style(Role::Detail))]
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
    fn every_phase_has_a_sign_of_its_own() {
        for theme in [Theme::DARK, Theme::PLAIN.with_ascii_glyphs()] {
            let drawn: Vec<_> =
                Phase::DRAWN.into_iter().filter(|phase| *phase != Phase::PerhapsOver).collect();
            let signs: HashSet<_> = drawn.iter().map(|phase| segment(*phase, 1, &theme).content).collect();
            assert_eq!(signs.len(), drawn.len());
        }
    }
}

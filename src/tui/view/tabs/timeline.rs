//! The Cités on an axis of years: label, launch, end of the experiment, today.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::snapshot::{Cite, PartialDate, Precision};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, State};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{cite_table, page, panel, text, wrap, years};
use crate::tui::view::{Frame, ViewContext};
use crate::views;
use crate::views::axis::Axis;
use crate::views::cites::{self, CiteColumn};
use crate::views::gantt::{self, Phase};
use crate::views::layout::PlacedColumn;

/// The column that is drawn as a chart: the duration of the experiment.
const CHART: CiteColumn = CiteColumn::RanFor;

/// Draws the chart instead of the list.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let columns = cite_table::render(
        frame,
        areas,
        state,
        cites::TIMELINE,
        |item, columns| match item {
            Item::Wave(year) => wave(state, year, columns),
            _ => Row::Whole(heading(state, item)),
        },
        |cell, text| match (cell.column, axis(cx, cell.width)) {
            (CHART, Some(axis)) => chart(cell.cite, &axis, cx),
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

/// Returns `Date nationale de la vague (70)`.
fn heading(state: &State, item: Item) -> Vec<Span<'static>> {
    let text = match cite_table::heading(state, item) {
        Some(Heading::NationalDates(count)) => t!(state.lang, "tui-ages-national", count = count),
        Some(Heading::OwnDates(count)) => t!(state.lang, "tui-ages-own", count = count),
        _ => String::new(),
    };
    vec![text::plain(&text, state.theme.style(Role::Heading))]
}

/// Returns the row of the Cités of a wave, drawn as one of them: they have the same date.
fn wave(state: &State, year: i16, columns: &[(CiteColumn, usize)]) -> Row {
    let cx = ViewContext::of(state);
    let wave = state.list().listing().waves.iter().find(|wave| wave.year == year);
    let first = wave.and_then(|wave| Some((cx.snapshot.cites.get(wave.first)?, wave.count)));
    let Some((first, count)) = first else { return Row::Cells(Vec::new()) };
    let cell = |(column, width): &(CiteColumn, usize)| match (*column, axis(cx, *width)) {
        (CiteColumn::Label, _) => {
            let sign = if state.unfolded == Some(Item::Wave(year)) { "−" } else { "+" };
            let key = "tui-ages-wave";
            let name = t!(cx.lang, key, sign = sign, year = year.to_string(), count = count);
            vec![text::plain(&name, cx.style(Role::Heading))]
        }
        (CHART, Some(axis)) => chart(first, &axis, cx),
        (column, _) => {
            let text = cites::listed(column, CiteColumn::Label, first, cx.views());
            vec![text::plain(&text.unwrap_or_default(), cx.style(Role::Text))]
        }
    };
    Row::Cells(columns.iter().map(cell).collect())
}

fn axis(cx: ViewContext<'_>, width: usize) -> Option<Axis> {
    gantt::axis(cx.views(), u16::try_from(width).unwrap_or(u16::MAX))
}

/// Draws the years above their column, instead of its title.
fn draw_years(frame: &mut Frame<'_>, titles: Rect, cx: ViewContext<'_>, columns: &[PlacedColumn]) {
    let is_chart = |index: usize| cites::TIMELINE.get(index).is_some_and(|spec| spec.column == CHART);
    let Some(column) = columns.iter().find(|column| is_chart(column.index)) else { return };
    let Some(axis) = axis(cx, column.width.into()) else { return };
    let area = Rect { x: column.x, width: column.width, ..titles };
    frame.render_widget(years::titles(&axis, cx.theme), area);
}

/// Returns the chart of a Cité: its phases, and over them the days of its label and of its launch, the end of the
/// experiment and today.
fn chart(cite: &Cite, axis: &Axis, cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let phases = gantt::phases(cite, axis, cx.views());
    let mut cells: Vec<Span<'static>> = phases.into_iter().map(|phase| sign(phase, cx.theme)).collect();
    let [start, end, today] = day_signs(cx.theme);
    let launch = cite.launch_date.as_ref().map(|launch| launch.date);
    let starts = [Some(cite.label_date.date), launch].into_iter().flatten();
    let exact =
        starts.filter(|date| date.precision() == Precision::Day).map(|date| (date.earliest(), &start));
    let experiment = cx.snapshot.meta.experiment.end.latest();
    for (day, sign) in [(experiment, &end), (cx.views().today, &today)].into_iter().chain(exact) {
        if let Some(cell) = cells.get_mut(usize::from(axis.column(day))) {
            *cell = sign.clone();
        }
    }
    cells
}

/// Returns the signs of a start, of the end of the experiment and of today.
fn day_signs(theme: &Theme) -> [Span<'static>; 3] {
    let [start, end, today] = theme.glyphs.days;
    let role = |sign, role| Span::styled(sign, theme.style(role));
    [role(start, Role::Bar), role(end, Role::Line), role(today, Role::Line)]
}

/// Returns a cell with the sign of a phase. Uncertain phases have light signs.
fn sign(phase: Phase, theme: &Theme) -> Span<'static> {
    let glyphs = &theme.glyphs;
    let [perhaps_labelled, perhaps_launched, launched] = glyphs.phases;
    let (sign, role) = match phase {
        Phase::Before | Phase::Over => (" ", Role::Text),
        Phase::PerhapsLabelled | Phase::PerhapsOver => (perhaps_labelled, Role::Line),
        Phase::Labelled => (glyphs.labelled, Role::Line),
        Phase::PerhapsLaunched => (perhaps_launched, Role::Bar),
        Phase::Launched => (launched, Role::Bar),
    };
    Span::styled(sign, theme.style(role))
}

/// Returns the legend: the phases, and the days that are marked.
fn legend(cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let entry = |sign: Span<'static>, title: &str| {
        let title = title.replace(' ', "\u{a0}");
        [sign, Span::styled(format!("\u{a0}{title}  "), cx.style(Role::Detail))]
    };
    let end = cx.snapshot.meta.experiment.end;
    let perhaps_over = (end.precision() != Precision::Day).then_some(Phase::PerhapsOver);
    let phases = LEGEND.into_iter().chain(perhaps_over);
    let phases = phases.map(|phase| entry(sign(phase, cx.theme), &phase.title(cx.lang)));
    let [start, last, today] = day_signs(cx.theme);
    let date = |date| views::date(cx.lang, date);
    let days = [
        (start, t!(cx.lang, "tui-ages-start")),
        (last, t!(cx.lang, "tui-ages-end", day = date(end))),
        (today, t!(cx.lang, "tui-ages-today", day = date(PartialDate::day(cx.views().today)))),
    ];
    let days = days.into_iter().map(|(sign, title)| entry(sign, &title));
    phases.chain(days).flatten().collect()
}

/// The phases of the legend, besides that of an end that is not exact.
const LEGEND: [Phase; 4] = [Phase::PerhapsLabelled, Phase::Labelled, Phase::PerhapsLaunched, Phase::Launched];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everything_in_the_legend_has_a_sign_of_its_own() {
        for theme in [Theme::DARK, Theme::PLAIN.with_ascii_glyphs()] {
            let phases = LEGEND.map(|phase| sign(phase, &theme).content);
            let signs: HashSet<_> =
                phases.into_iter().chain(day_signs(&theme).map(|sign| sign.content)).collect();
            assert_eq!(signs.len(), LEGEND.len() + 3);
        }
    }
}

//! The points of a frame: a sign a Cité, and the name of the selected one.

use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::tui::state::{Focus, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::tabs::map::label;
use crate::tui::view::tabs::map::panes::{Pane, selected};
use crate::tui::view::widgets::text;
use crate::views::map::{self, Placed, Point};

/// Fewest columns of the blow-up on the mainland that leave room for its points.
const CROWDED_BELOW: f64 = 16.0;

/// Draws the points of a frame, what the search has found upon the rest.
pub fn render(frame: &mut Frame<'_>, pane: &Pane<'_>, state: &State) {
    let placed = placed(pane, state);
    for point in placed.iter().rev() {
        let sign = sign(state, point.cite);
        draw_over(frame, pane, (point.column, point.row), Line::from(sign));
    }
    draw_crowd(frame, pane, state);
    let selected = selected(state).and_then(|own| placed.iter().find(|point| point.cite == own.cite));
    if let Some(point) = selected {
        let cell = Rect::new(pane.inside.x + point.column, pane.inside.y + point.row, 1, 1);
        frame.buffer_mut().set_style(cell, selected_style(state));
        draw_label(frame, pane, state, &placed, point);
    }
}

/// The points of a frame in their cells: the selected one first, so that it
/// keeps its place, then what the search has found.
pub fn placed(pane: &Pane<'_>, state: &State) -> Vec<Placed> {
    let own = pane.sheet.frame;
    let is_crowded = is_crowded(pane, state);
    let selected = selected(state).map(|point| point.cite);
    let mut points: Vec<(u8, &Point)> = state
        .atlas()
        .points
        .iter()
        .map(|point| {
            let rank =
                if Some(point.cite) == selected { 0 } else { 1 + u8::from(!is_listed(state, point.cite)) };
            (rank, point)
        })
        .filter(|(_, point)| point.frame == own || !is_crowded)
        .collect();
    points.sort_by_key(|(rank, _)| *rank);
    let on_frame = points.into_iter().filter_map(|(_, point)| Some((point.cite, point.on(own)?)));
    map::place(on_frame, &pane.window)
}

/// Whether the mainland is too small for the points that its blow-up shows.
fn is_crowded(pane: &Pane<'_>, state: &State) -> bool {
    let blow_up = state.atlas().sheet(map::Frame::IleDeFrance);
    pane.sheet.frame == map::Frame::Metropole
        && blow_up.is_some_and(|sheet| sheet.bounds.size()[0] / pane.window.scale() < CROWDED_BELOW)
}

/// How many Cités the search has found in the blow-up, where the mainland has
/// no room for their points. It stands for all of them, the selected one too.
fn draw_crowd(frame: &mut Frame<'_>, pane: &Pane<'_>, state: &State) {
    let Some(blow_up) = state.atlas().sheet(map::Frame::IleDeFrance).filter(|_| is_crowded(pane, state))
    else {
        return;
    };
    let is_in_crowd = |point: &&Point| point.frame == map::Frame::IleDeFrance;
    let crowd = state.atlas().points.iter().filter(is_in_crowd);
    let count = crowd.filter(|point| is_listed(state, point.cite)).count();
    let style = match selected(state).filter(is_in_crowd) {
        Some(_) => selected_style(state),
        None => state.theme.style(Role::Heading),
    };
    let count = match count {
        0 => Line::styled(state.theme.glyphs.faded_mark, state.theme.style(Role::FadedMark)),
        _ => Line::styled(state.lang.number(count as u64), style),
    };
    let middle = map::Frame::Metropole.project(map::Frame::IleDeFrance.unproject(blow_up.bounds.centre()));
    if let Some((column, row)) = pane.window.cell(middle) {
        let half = u16::try_from(count.width() / 2).unwrap_or(0);
        draw_over(frame, pane, (column.saturating_sub(half), row), count);
    }
}

/// The name of the selected Cité beside its point, in the frame it belongs to.
fn draw_label(frame: &mut Frame<'_>, pane: &Pane<'_>, state: &State, placed: &[Placed], point: &Placed) {
    let is_home = selected(state).is_some_and(|selected| selected.frame == pane.sheet.frame);
    let Some(cite) = state.context().snapshot.cites.get(point.cite).filter(|_| is_home) else { return };
    let name = text::plain(&format!(" {} ", cite.label), selected_style(state));
    let line = text::fitted(vec![name], pane.inside.width.into(), state.theme.glyphs.ellipsis);
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let others = placed.iter().filter(|other| is_listed(state, other.cite));
    let taken: Vec<(u16, u16)> = others.map(|other| (other.column, other.row)).collect();
    if let Some(cell) = label::place((point.column, point.row), width, pane.window.size(), &taken) {
        draw_over(frame, pane, cell, line);
    }
}

/// Draws from a cell of the pane on, as far as the pane goes; nothing is left
/// of what was there.
fn draw_over(frame: &mut Frame<'_>, pane: &Pane<'_>, (column, row): (u16, u16), line: Line<'_>) {
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let start = (pane.inside.x + column, pane.inside.y + row);
    let area = Rect::from((Position::from(start), Size::new(width, 1))).intersection(pane.inside);
    frame.render_widget(Clear, area);
    frame.render_widget(line, area);
}

fn selected_style(state: &State) -> Style {
    let has_keys = state.focus == Focus::List && state.popups.is_empty();
    state.theme.style(if has_keys { Role::Selected } else { Role::SelectedUnfocused })
}

/// The sign of a Cité.
fn sign(state: &State, cite: usize) -> Span<'static> {
    match state.list().listing().map.groups.of_cite(cite) {
        Some(category) if is_listed(state, cite) => state.theme.mark(category),
        _ => Span::styled(state.theme.glyphs.faded_mark, state.theme.style(Role::FadedMark)),
    }
}

/// Whether the search has found a Cité.
pub fn is_listed(state: &State, cite: usize) -> bool {
    state.list().listing().map.is_listed.get(cite).copied().unwrap_or_default()
}

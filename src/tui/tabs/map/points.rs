//! The points of a frame: a sign a Cité, and the name of the selected one.

use ratatui::Frame;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Clear;

use super::label;
use super::panes::{Pane, selected};
use crate::tui::app::{App, Focus};
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use crate::views::map::{self, Placed, Point};

/// Fewest columns of the blow-up on the mainland that leave room for its points.
const CROWDED_BELOW: f64 = 16.0;

/// Draws the points of a frame, what the search has found upon the rest.
pub fn render(frame: &mut Frame<'_>, pane: &Pane<'_>, app: &App) {
    let theme = &app.theme;
    let placed = placed(pane, app);
    for point in placed.iter().rev() {
        let cell = on_screen(pane, point);
        let sign = sign(app, point.cite);
        frame.buffer_mut().set_span(cell.x, cell.y, &sign, 1);
    }
    draw_crowd(frame, pane, app);
    let selected = selected(app).and_then(|own| placed.iter().find(|point| point.cite == own.cite));
    if let Some(point) = selected {
        let has_keys = app.focus == Focus::List && app.popups.is_empty();
        let style = theme.style(if has_keys { Role::Selected } else { Role::SelectedElsewhere });
        let cell = Rect::from((on_screen(pane, point), Size::new(1, 1)));
        frame.buffer_mut().set_style(cell, style);
        draw_label(frame, pane, app, &placed, point, style);
    }
}

/// The points of a frame in their cells: the selected one first, so that it
/// keeps its place, then what the search has found.
pub fn placed(pane: &Pane<'_>, app: &App) -> Vec<Placed> {
    let own = pane.sheet.frame;
    let is_crowded = is_crowded(pane, app);
    let selected = selected(app).map(|point| point.cite);
    let mut points: Vec<(u8, &Point)> = app
        .atlas()
        .points
        .iter()
        .map(|point| {
            let rank =
                if Some(point.cite) == selected { 0 } else { 1 + u8::from(!is_listed(app, point.cite)) };
            (rank, point)
        })
        .filter(|(rank, point)| *rank == 0 || point.frame == own || !is_crowded)
        .collect();
    points.sort_by_key(|(rank, _)| *rank);
    let on_frame = points.into_iter().filter_map(|(_, point)| Some((point.cite, point.on(own)?)));
    map::place(on_frame, &pane.window)
}

/// Whether the mainland is too small for the points that its blow-up shows.
fn is_crowded(pane: &Pane<'_>, app: &App) -> bool {
    let blow_up = app.atlas().sheet(map::Frame::IleDeFrance);
    pane.sheet.frame == map::Frame::Metropole
        && blow_up.is_some_and(|sheet| sheet.bounds.size()[0] / pane.window.scale() < CROWDED_BELOW)
}

/// How many Cités the search has found in the blow-up, where the mainland has
/// no room for their points.
fn draw_crowd(frame: &mut Frame<'_>, pane: &Pane<'_>, app: &App) {
    let Some(blow_up) = app.atlas().sheet(map::Frame::IleDeFrance).filter(|_| is_crowded(pane, app)) else {
        return;
    };
    let crowd = app.atlas().points.iter().filter(|point| point.frame == map::Frame::IleDeFrance);
    let middle = map::Frame::Metropole.project(map::Frame::IleDeFrance.unproject(blow_up.bounds.centre()));
    if let Some((column, row)) = pane.window.cell(middle) {
        let crowd = crowd.filter(|point| is_listed(app, point.cite)).count();
        let count = app.lang.number(crowd as u64);
        let x = (pane.inside.x + column).saturating_sub(text::width(&count) / 2);
        frame.buffer_mut().set_string(x, pane.inside.y + row, count, app.theme.style(Role::Heading));
    }
}

/// The name of the selected Cité beside its point, in the frame it belongs to.
fn draw_label(
    frame: &mut Frame<'_>,
    pane: &Pane<'_>,
    app: &App,
    placed: &[Placed],
    point: &Placed,
    style: Style,
) {
    let is_home = selected(app).is_some_and(|selected| selected.frame == pane.sheet.frame);
    let Some(cite) = app.context().snapshot.cites.get(point.cite).filter(|_| is_home) else { return };
    let name = text::plain(&format!(" {} ", cite.label), style);
    let line = text::fitted(vec![name], pane.inside.width.into(), app.theme.glyphs.ellipsis);
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let taken: Vec<(u16, u16)> = placed
        .iter()
        .filter(|other| is_listed(app, other.cite))
        .map(|other| (other.column, other.row))
        .collect();
    if let Some((column, row)) = label::place((point.column, point.row), width, pane.window.size(), &taken) {
        let area = Rect { x: pane.inside.x + column, y: pane.inside.y + row, width, height: 1 };
        frame.render_widget(Clear, area);
        frame.render_widget(line, area);
    }
}

fn on_screen(pane: &Pane<'_>, point: &Placed) -> Position {
    Position::new(pane.inside.x + point.column, pane.inside.y + point.row)
}

/// The sign of a Cité.
fn sign(app: &App, cite: usize) -> Span<'static> {
    match app.list().listing().map.groups.of_cite(cite) {
        Some(category) if is_listed(app, cite) => app.theme.mark(category),
        _ => Span::styled(app.theme.glyphs.faded_mark, app.theme.style(Role::FadedMark)),
    }
}

fn is_listed(app: &App, cite: usize) -> bool {
    app.list().listing().map.is_listed.get(cite).copied().unwrap_or_default()
}

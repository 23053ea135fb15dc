//! The commands of the mouse. Its position is looked up in the layout that is drawn.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::tui::state::{Areas, Body, Focus, Item, Motion, State, ZoomStep};
use crate::tui::update::Command;
use crate::tui::view::Scene;
use crate::tui::view::popups::HitTarget;
use crate::tui::view::tabs::{self, map, preconisations};
use crate::tui::view::widgets::header;

/// Returns the command of a click or of the wheel.
pub fn command(state: &State, scene: &Scene, mouse: MouseEvent) -> Option<Command> {
    let areas = scene.areas(state)?;
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::ScrollUp => wheel(state, areas, at, Motion::WheelUp),
        MouseEventKind::ScrollDown => wheel(state, areas, at, Motion::WheelDown),
        MouseEventKind::Down(MouseButton::Left) if state.popups.is_empty() => click(state, areas, at),
        MouseEventKind::Down(MouseButton::Left) => click_on_popup(state, scene, at),
        _ => None,
    }
}

fn wheel(state: &State, areas: &Areas, at: Position, motion: Motion) -> Option<Command> {
    if let Some(popup) = state.popup() {
        let moves_choice = popup.cursor().is_some();
        return Some(if moves_choice { Command::Select(motion) } else { Command::Scroll(motion) });
    }
    if is_on_card(areas, at) {
        return Some(Command::Scroll(motion));
    }
    match state.tab.info().body {
        _ if !areas.body().contains(at) => None,
        Body::Map if motion.is_backward() => Some(Command::Zoom(ZoomStep::Closer)),
        Body::Map => Some(Command::Zoom(ZoomStep::Farther)),
        Body::Page => Some(Command::Scroll(motion)),
        _ => areas.rows.contains(at).then_some(Command::Select(motion)),
    }
}

fn click(state: &State, areas: &Areas, at: Position) -> Option<Command> {
    if areas.header.contains(at) {
        return header::tab_at(areas.header, at.x, state).map(Command::ShowTab);
    }
    if areas.search.contains(at) {
        return Some(Command::FocusSearch);
    }
    if is_on_card(areas, at) {
        return (state.focus != Focus::Card).then_some(Command::FocusCard);
    }
    match state.tab.info().body {
        Body::Map => click_on_map(state, areas, at),
        Body::Texts => select(state, preconisations::line_at(areas, state, at)?),
        Body::Page => (areas.body().contains(at) && state.focus != Focus::List).then_some(Command::FocusList),
        _ => click_on_table(state, areas, at),
    }
}

/// Returns the command of a click while a popup is open. A click beside the popup
/// closes it.
fn click_on_popup(state: &State, scene: &Scene, at: Position) -> Option<Command> {
    let popup = state.popup()?;
    match scene.popup(state).map_or(HitTarget::Outside, |layout| layout.hit(at, popup)) {
        HitTarget::Outside => Some(Command::Back),
        HitTarget::Line(index) => Some(Command::ChooseLine(index)),
        HitTarget::Facet(index) => Some(Command::OpenFacet(index)),
        HitTarget::Inside => None,
    }
}

/// Returns the command of a click on a table: the title of a column sorts by it; a row is selected.
fn click_on_table(state: &State, areas: &Areas, at: Position) -> Option<Command> {
    if areas.titles.contains(at) {
        let columns = tabs::placed_columns(areas, state);
        let column =
            columns.into_iter().find(|column| (column.x..column.x + column.width).contains(&at.x))?;
        return (column.index < state.tab.column_count()).then_some(Command::SortBy(column.index));
    }
    let line = areas.rows.contains(at).then(|| usize::from(at.y - areas.rows.y))?;
    select(state, state.list().offset() + line)
}

fn click_on_map(state: &State, areas: &Areas, at: Position) -> Option<Command> {
    let item = map::item_at(areas, state, at)?;
    select(state, state.list().listing().items.iter().position(|listed| *listed == item)?)
}

/// Selects an item of the list. If it is already selected, opens its card or the
/// Cité that it refers to.
fn select(state: &State, index: usize) -> Option<Command> {
    let item = state.list().listing().items.get(index)?;
    match index == state.list().selected_index() && state.focus == Focus::List {
        _ if !item.is_selectable() => None,
        true if Command::ShowCite.is_enabled(state) => Some(Command::ShowCite),
        true if matches!(item, Item::Area(..)) => Some(Command::ListArea),
        true => Some(Command::FocusCard),
        false => Some(Command::SelectLine(index)),
    }
}

fn is_on_card(areas: &Areas, at: Position) -> bool {
    areas.card.area().is_some_and(|area| area.contains(at))
}

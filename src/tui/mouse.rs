//! What the mouse does: the same layout that draws tells what it is on.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::tui::state::{Areas, Body, Focus, Item, Motion, State, ZoomStep};
use crate::tui::update::Command;
use crate::tui::view::Scene;
use crate::tui::view::popups::HitTarget;
use crate::tui::view::tabs::{self, map};
use crate::tui::view::widgets::header;

/// What a click or the wheel means where the mouse is.
pub fn command(state: &State, scene: &Scene, mouse: MouseEvent) -> Option<Command> {
    let areas = state.areas()?;
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::ScrollUp => wheel(state, &areas, at, Motion::WheelUp),
        MouseEventKind::ScrollDown => wheel(state, &areas, at, Motion::WheelDown),
        MouseEventKind::Down(MouseButton::Left) if state.popups.is_empty() => click(state, &areas, at),
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
        let tabs = header::tabs(areas.header, state);
        return tabs.into_iter().find(|(_, place)| place.contains(at)).map(|(tab, _)| Command::ShowTab(tab));
    }
    if areas.search.contains(at) {
        return Some(Command::FocusSearch);
    }
    if is_on_card(areas, at) {
        return (state.focus != Focus::Card).then_some(Command::FocusCard);
    }
    match state.tab.info().body {
        Body::Map => point(state, areas, at),
        Body::Page => (areas.body().contains(at) && state.focus != Focus::List).then_some(Command::FocusList),
        _ => table(state, areas, at),
    }
}

/// What a popup offers is taken; a click beside it closes it.
fn click_on_popup(state: &State, scene: &Scene, at: Position) -> Option<Command> {
    let popup = state.popup()?;
    match scene.popup(state).map_or(HitTarget::Outside, |layout| layout.hit(at, popup)) {
        HitTarget::Outside => Some(Command::Back),
        HitTarget::Line(place) => Some(Command::ChooseLine(place)),
        HitTarget::Facet(place) => Some(Command::OpenFacet(place)),
        HitTarget::Inside => None,
    }
}

/// The title of a column, or a line.
fn table(state: &State, areas: &Areas, at: Position) -> Option<Command> {
    if areas.titles.contains(at) {
        let columns = tabs::placed_columns(areas, state);
        let column =
            columns.into_iter().find(|column| (column.x..column.x + column.width).contains(&at.x))?;
        return (column.index < state.tab.column_count()).then_some(Command::SortBy(column.index));
    }
    let line = areas.rows.contains(at).then(|| usize::from(at.y - areas.rows.y))?;
    select(state, state.list().offset() + line)
}

/// A point of the map.
fn point(state: &State, areas: &Areas, at: Position) -> Option<Command> {
    let cite = map::cite_at(areas, state, at)?;
    select(state, state.list().listing().items.iter().position(|item| *item == Item::Cite(cite))?)
}

/// A click selects; a click on what is selected opens its card, or the Cité that it leads to.
fn select(state: &State, place: usize) -> Option<Command> {
    let item = state.list().listing().items.get(place)?;
    match place == state.list().selected_index() && state.focus == Focus::List {
        _ if !item.is_selectable() => None,
        true if Command::ShowCite.is_enabled(state) => Some(Command::ShowCite),
        true => Some(Command::FocusCard),
        false => Some(Command::SelectLine(place)),
    }
}

fn is_on_card(areas: &Areas, at: Position) -> bool {
    areas.card.area().is_some_and(|area| area.contains(at))
}

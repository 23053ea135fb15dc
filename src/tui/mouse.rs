//! What the mouse does: the same layout that draws tells what it is on.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::tui::state::action::{Action, Motion, ZoomStep};
use crate::tui::state::layout::Areas;
use crate::tui::state::{App, Focus, Item, Tab};
use crate::tui::view::popups;
use crate::tui::view::popups::Spot;
use crate::tui::view::tabs::{self, map};
use crate::tui::view::widgets::header;

/// What a click or the wheel means where the mouse is.
pub fn action(app: &App, mouse: MouseEvent) -> Option<Action> {
    let areas = app.areas()?;
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::ScrollUp => wheel(app, &areas, at, Motion::WheelUp),
        MouseEventKind::ScrollDown => wheel(app, &areas, at, Motion::WheelDown),
        MouseEventKind::Down(MouseButton::Left) if app.popups.is_empty() => click(app, &areas, at),
        MouseEventKind::Down(MouseButton::Left) => click_on_popup(app, at),
        _ => None,
    }
}

fn wheel(app: &App, areas: &Areas, at: Position, motion: Motion) -> Option<Action> {
    if let Some(popup) = app.popup() {
        let moves_choice = popup.choice().is_some();
        return Some(if moves_choice { Action::Select(motion) } else { Action::Scroll(motion) });
    }
    if is_on_card(areas, at) {
        return Some(Action::Scroll(motion));
    }
    match app.tab {
        _ if !areas.body().contains(at) => None,
        Tab::Map if motion.is_backward() => Some(Action::Zoom(ZoomStep::Closer)),
        Tab::Map => Some(Action::Zoom(ZoomStep::Farther)),
        Tab::Overview => Some(Action::Scroll(motion)),
        _ => areas.rows.contains(at).then_some(Action::Select(motion)),
    }
}

fn click(app: &App, areas: &Areas, at: Position) -> Option<Action> {
    if areas.header.contains(at) {
        let tabs = header::tabs(areas.header, app);
        return tabs.into_iter().find(|(_, place)| place.contains(at)).map(|(tab, _)| Action::ShowTab(tab));
    }
    if areas.search.contains(at) {
        return Some(Action::FocusSearch);
    }
    if is_on_card(areas, at) {
        return (app.focus != Focus::Card).then_some(Action::FocusCard);
    }
    match app.tab {
        Tab::Map => point(app, areas, at),
        Tab::Overview => (areas.body().contains(at) && app.focus != Focus::List).then_some(Action::FocusList),
        _ => table(app, areas, at),
    }
}

/// What a popup offers is taken; a click beside it closes it.
fn click_on_popup(app: &App, at: Position) -> Option<Action> {
    match popups::spot(app, app.popup()?, at) {
        Spot::Outside => Some(Action::Back),
        Spot::Line(place) => Some(Action::ChooseLine(place)),
        Spot::Facet(place) => Some(Action::OpenFacet(place)),
        Spot::Inside => None,
    }
}

/// The title of a column, or a line.
fn table(app: &App, areas: &Areas, at: Position) -> Option<Action> {
    if areas.titles.contains(at) {
        let columns = tabs::placed_columns(areas, app);
        let column =
            columns.into_iter().find(|column| (column.x..column.x + column.width).contains(&at.x))?;
        return (column.index < app.tab.columns()).then_some(Action::SortBy(column.index));
    }
    let line = areas.rows.contains(at).then(|| usize::from(at.y - areas.rows.y))?;
    select(app, app.list().offset() + line)
}

/// A point of the map.
fn point(app: &App, areas: &Areas, at: Position) -> Option<Action> {
    let cite = map::cite_at(areas, app, at)?;
    select(app, app.list().listing().items.iter().position(|item| *item == Item::Cite(cite))?)
}

/// A click selects; a click on what is selected opens its card, or the Cité that it leads to.
fn select(app: &App, place: usize) -> Option<Action> {
    let item = app.list().listing().items.get(place)?;
    match place == app.list().place() && app.focus == Focus::List {
        _ if !item.is_selectable() => None,
        true if app.can(&Action::ShowCite) => Some(Action::ShowCite),
        true => Some(Action::FocusCard),
        false => Some(Action::SelectLine(place)),
    }
}

fn is_on_card(areas: &Areas, at: Position) -> bool {
    areas.card.area().is_some_and(|area| area.contains(at))
}

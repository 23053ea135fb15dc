//! Tests of the mouse.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::tui::state::Focus;
use crate::tui::tests::*;

pub(super) fn mouse(app: &mut App, kind: MouseEventKind, column: usize, row: usize) {
    let event = MouseEvent {
        kind,
        column: column.try_into().expect("a column"),
        row: row.try_into().expect("a row"),
        modifiers: KeyModifiers::NONE,
    };
    input(app, Event::Mouse(event));
}

/// Clicks on the first letter of a text on the screen.
pub(super) fn click(app: &mut App, size: Size, text: &str) {
    let screen = drawn(app, size);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("the text");
    let before = line.split_once(text).expect("the text").0;
    // Lines are in quotes.
    mouse(app, MouseEventKind::Down(MouseButton::Left), before.chars().count() - 1, row);
}

#[test]
fn a_click_acts_on_the_part_below_it() {
    let mut app = app(WIDE);
    click(&mut app, WIDE, "Belfort");
    assert_eq!((app.focus, selected(&app)), (Focus::List, "Belfort"));
    click(&mut app, WIDE, "Belfort");
    assert_eq!(app.focus, Focus::Card);
    click(&mut app, WIDE, "commune, quartier");
    assert_eq!(app.focus, Focus::Search);
    click(&mut app, WIDE, "Dép.");
    click(&mut app, WIDE, "Dép.");
    assert_eq!((app.list().sort.column, app.list().sort.reverse), (Some(1), true));
    click(&mut app, WIDE, "3 Âges");
    assert_eq!(app.tab, Tab::Age);
    click(&mut app, WIDE, "18 Cités");
    assert_eq!(app.focus, Focus::Card);
}

#[test]
fn a_click_beside_everything_does_nothing() {
    let mut app = app(WIDE);
    write(&mut app, "aquitaine");
    let before = drawn(&app, WIDE);
    for (column, row) in [(30, 30), (119, 39), (119, 0), (0, 2), (500, 500)] {
        mouse(&mut app, MouseEventKind::Down(MouseButton::Left), column, row);
        assert_eq!(drawn(&app, WIDE), before, "{column} {row}");
    }
    execute(&mut app, Command::ShowKeys);
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), 0, 2);
    assert_eq!(drawn(&app, WIDE), before, "a click closes the popup");
}

#[test]
fn the_wheel_scrolls_the_part_below_it() {
    let mut app = app(USUAL);
    mouse(&mut app, MouseEventKind::ScrollDown, 10, 5);
    assert_eq!(selected(&app), "Dreux / Chartres / Vernouillet");
    mouse(&mut app, MouseEventKind::ScrollDown, 10, 20);
    assert_eq!(app.card_scroll, 3);
    mouse(&mut app, MouseEventKind::ScrollUp, 10, 20);
    mouse(&mut app, MouseEventKind::ScrollUp, 10, 5);
    assert_eq!((app.card_scroll, selected(&app)), (0, "CU Angers Loire Métropole"));
}

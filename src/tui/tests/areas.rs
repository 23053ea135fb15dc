//! Tests of the map of regions and departments.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::tui::state::{Focus, MapView, Motion, Variant};
use crate::tui::tests::drawn::assert_drawn;
use crate::tui::tests::mouse::mouse;
use crate::tui::tests::*;
use crate::tui::theme::{ColorDepth, Scheme};
use crate::tui::view::tabs::map;
use crate::views::map::{Colouring, Division, Measure};

const REGIONS: MapView = MapView::Areas(Division::Region);
const DEPARTMENTS: MapView = MapView::Areas(Division::Department);

/// Returns the map, with the focus on it.
fn on_map(view: MapView, query: &str, size: Size) -> App {
    let variant = Some(Variant::Map(view));
    let initial_view = InitialView { variant, in_list: true, ..InitialView::default() };
    started(Options { tab: Tab::Map, query: query.to_owned(), initial_view, ..options() }, size)
}

/// Returns the title of the card.
fn name(app: &App) -> String {
    app.card().expect("a card").title
}

#[test]
fn small_screens_and_fonts_without_outlines_show_tiles() {
    for (size, theme, view) in [
        (LARGE, Theme::DARK, MapView::Points),
        (WIDE, Theme::DARK, MapView::Points),
        (USUAL, Theme::DARK, REGIONS),
        (SMALL, Theme::DARK, REGIONS),
        (WIDE, Theme::DARK.in_ascii(), REGIONS),
        (WIDE, Theme::DARK.with_console_glyphs(), REGIONS),
    ] {
        let app = started(Options { tab: Tab::Map, theme, ..options() }, size);
        assert_eq!((app.map_view(), app.has_tiles()), (view, view == REGIONS), "{size}");
    }
}

#[test]
fn the_map_follows_the_size_until_a_view_is_chosen() {
    let mut app = started(Options { tab: Tab::Map, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    execute(&mut app, Command::Select(Motion::Last));
    let cite = app.selected().expect("a Cité");
    handle(&mut app, Change::Resized(SMALL));
    assert_eq!(app.selected(), app.counterpart(cite, REGIONS), "its region");
    press(&mut app, KeyCode::Char('v'));
    assert_eq!(app.map_view(), MapView::Points, "there is no room for departments");
    handle(&mut app, Change::Resized(LARGE));
    handle(&mut app, Change::Resized(USUAL));
    assert_eq!(app.map_view(), MapView::Points);
    press(&mut app, KeyCode::Char('v'));
    press(&mut app, KeyCode::Char('v'));
    assert_eq!(app.map_view(), DEPARTMENTS);
    handle(&mut app, Change::Resized(SMALL));
    assert_eq!(app.map_view(), REGIONS);
}

#[test]
fn the_selection_goes_along_from_view_to_view() {
    let mut app = on_map(MapView::Points, "gueret", WIDE);
    assert_eq!(name(&app), "CA du Grand Guéret");
    for expected in ["Nouvelle-Aquitaine", "Creuse (23)", "CA du Grand Guéret"] {
        press(&mut app, KeyCode::Char('v'));
        assert_eq!(name(&app), expected);
    }
}

#[test]
fn the_best_match_selects_its_area() {
    let mut app = on_map(REGIONS, "", WIDE);
    assert_eq!(name(&app), "Île-de-France", "the one with the most Cités");
    press(&mut app, KeyCode::Char('/'));
    write(&mut app, "rennes");
    assert_eq!(name(&app), "Bretagne");
}

#[test]
fn arrows_reach_every_area() {
    for (view, size) in [(REGIONS, WIDE), (DEPARTMENTS, WIDE), (REGIONS, SMALL)] {
        let app = on_map(view, "", size);
        let (mut seen, mut open) = (Vec::new(), vec![app]);
        while let Some(app) = open.pop() {
            let item = app.selected().expect("an area");
            if seen.contains(&item) {
                continue;
            }
            seen.push(item);
            for key in [KeyCode::Left, KeyCode::Right, KeyCode::Up, KeyCode::Down] {
                let mut next = app.clone();
                press(&mut next, key);
                open.push(next);
            }
        }
        let listed = on_map(view, "", size).list().listing().items.len();
        assert_eq!(seen.len(), listed, "{view:?} {size}");
    }
}

#[test]
fn enter_lists_the_cites_of_an_area() {
    for (view, query, found) in [(REGIONS, "region:Île-de-France", 21), (DEPARTMENTS, "dep:59", 7)] {
        let mut app = on_map(view, "", WIDE);
        press(&mut app, KeyCode::Enter);
        assert_eq!((app.tab, app.focus, app.query.text()), (Tab::Territories, Focus::List, query));
        assert_eq!(app.counts().found, found);
        execute(&mut app, Command::GoBack);
        assert_eq!((app.tab, app.query.text()), (Tab::Map, ""));
    }
}

/// Returns the Cité with an id.
fn on_cite(id: &str) -> Item {
    Item::named(id, &SNAPSHOT).expect("a Cité")
}

#[test]
fn an_area_replaces_the_one_in_the_query() {
    let mut app = on_map(REGIONS, "region:bretagne preuve:libelle", WIDE);
    assert_eq!(name(&app), "Bretagne");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.query.text(), "region:Bretagne preuve:libelle");
}

#[test]
fn an_area_without_listed_cites_lists_none() {
    let mut app = on_map(REGIONS, "rennes", WIDE);
    execute(&mut app, Command::Select(Motion::Last));
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, app.query.text()), (Tab::Map, "rennes"));
    assert_eq!(app.card().expect("a card").subtitle, "0 Cité");
}

#[test]
fn a_click_selects_an_area_and_a_second_one_lists_it() {
    for (view, size) in [(REGIONS, WIDE), (REGIONS, SMALL), (DEPARTMENTS, WIDE)] {
        let mut app = on_map(view, "", size);
        let areas = app.areas().expect("areas");
        let wanted = app.counterpart(on_cite("cde-041"), view).expect("an area");
        let mut cells = areas.body().positions();
        let at = cells.find(|at| map::item_at(&areas, &app, *at) == Some(wanted)).expect("a cell");
        mouse(&mut app, MouseEventKind::Down(MouseButton::Left), at.x.into(), at.y.into());
        assert_eq!(app.selected(), Some(wanted));
        mouse(&mut app, MouseEventKind::Down(MouseButton::Left), at.x.into(), at.y.into());
        assert_eq!(app.tab, Tab::Territories, "{view:?} {size}");
        assert!(app.list().listing().items.contains(&on_cite("cde-041")));
    }
}

#[test]
fn the_same_view_is_opened_again() {
    let mut app = on_map(DEPARTMENTS, "", WIDE);
    press(&mut app, KeyCode::Char('c'));
    assert_eq!(app.command_line(), "cites --tab map-departments --by known-carriers");
    let colouring = Some(Colouring::Areas(Measure::EmploymentRate));
    let initial_view = InitialView { colouring, ..InitialView::default() };
    let app = started(Options { tab: Tab::Map, initial_view, ..options() }, WIDE);
    assert_eq!(app.command_line(), "cites --tab map-regions --by employment-rate");
}

#[test]
fn what_is_saved_are_the_cites() {
    let mut app = on_map(REGIONS, "region:bretagne", WIDE);
    press(&mut app, KeyCode::Char('e'));
    assert!(drawn(&app, WIDE).contains("3 Cités"), "{}", drawn(&app, WIDE));
}

#[test]
fn regions_and_departments_at_each_size() {
    assert_drawn("map_regions", &mut on_map(REGIONS, "", WIDE), &[LARGE, WIDE, USUAL, LOW, SMALL]);
    assert_drawn("map_departments", &mut on_map(DEPARTMENTS, "", WIDE), &[LARGE, WIDE, USUAL]);
}

#[test]
fn measures_and_looks() {
    for measure in Measure::ALL {
        let initial_view =
            InitialView { colouring: Some(Colouring::Areas(measure)), ..InitialView::default() };
        let mut app = started(Options { tab: Tab::Map, lang: Lang::EN, initial_view, ..options() }, WIDE);
        assert_drawn(&format!("map_{}", measure.name()), &mut app, &[WIDE, USUAL]);
    }
    let theme = Theme::PLAIN.in_ascii();
    let mut app = started(Options { tab: Tab::Map, theme, ..options() }, WIDE);
    assert_drawn("tiles_ascii", &mut app, &[WIDE, USUAL]);
}

#[test]
fn shades_are_backgrounds_where_there_are_256_colours() {
    for (theme, expected) in [(Theme::new(Scheme::Dark, ColorDepth::Xterm256), true), (Theme::DARK, false)] {
        let app = started(Options { tab: Tab::Map, theme, ..options() }, USUAL);
        let (buffer, areas) = (buffer(&app, USUAL), app.areas().expect("areas"));
        let is_filled = |at: &Position| buffer[*at].bg == ratatui::style::Color::Indexed(237);
        assert_eq!(areas.body().positions().any(|at| is_filled(&at)), expected);
    }
}

#[test]
fn an_area_may_fill_a_very_large_screen() {
    let huge = Size::new(900, 300);
    let mut app = on_map(REGIONS, "bretagne", huge);
    for _ in 0..9 {
        press(&mut app, KeyCode::Char('+'));
        assert!(drawn(&app, huge).contains("Bretagne"));
    }
}

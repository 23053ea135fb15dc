//! Tests of the map, the timeline and the overview.

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::Position;

use crate::snapshot::Cite;
use crate::tui::state::{Areas, Focus, Item, MapView, Variant};
use crate::tui::tests::drawn::assert_drawn;
use crate::tui::tests::mouse::{click, mouse};
use crate::tui::tests::*;
use crate::tui::view::tabs::map;
use crate::views::ages::has_national_date_only;
use crate::views::map::{Projection, Zoom};

/// Returns the explorer on a tab, with the focus on it. The map has points at every size.
fn on(tab: Tab, query: &str, size: Size) -> App {
    let variant = (tab == Tab::Map).then_some(Variant::Map(MapView::Points));
    let initial_view = InitialView { variant, ..InitialView::default() };
    let mut app = started(Options { tab, query: query.to_owned(), initial_view, ..options() }, size);
    press(&mut app, KeyCode::Enter);
    app
}

/// Returns the Cité at a position of the map.
fn cite_at(areas: &Areas, app: &App, at: Position) -> Option<usize> {
    match map::item_at(areas, app, at)? {
        Item::Cite(cite) => Some(cite),
        _ => None,
    }
}

fn press_all(app: &mut App, keys: &str) {
    for key in keys.chars() {
        press(
            app,
            match key {
                '←' => KeyCode::Left,
                '→' => KeyCode::Right,
                '↑' => KeyCode::Up,
                '↓' => KeyCode::Down,
                letter => KeyCode::Char(letter),
            },
        );
    }
}

#[test]
fn arrows_walk_over_the_map_and_into_its_insets() {
    let mut app = on(Tab::Map, "", WIDE);
    assert_eq!(selected(&app), "CU Angers Loire Métropole");
    for (key, label) in [
        ("←", "Nantes"),
        ("↓", "La Rochelle"),
        ("l", "CA du Grand Angoulême"),
        ("j", "Bordeaux Rive Droite"),
        ("↓", "Pau"),
        ("↓", "CA CAP Excellence"),
        ("→", "Fort-de-France"),
        ("→", "Saint-Louis"),
        ("↑", "La Seyne-sur-Mer"),
    ] {
        press_all(&mut app, key);
        assert_eq!(selected(&app), label, "after {key}");
    }
}

#[test]
fn arrows_skip_cites_that_do_not_match() {
    let mut app = on(Tab::Map, "region:bretagne", WIDE);
    let mut seen = vec![selected(&app).to_owned()];
    for key in ["←", "↑", "→", "↓"] {
        press_all(&mut app, key);
        seen.push(selected(&app).to_owned());
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen, ["CA Saint-Brieuc Armor Agglomération", "Rennes Métropole", "Vannes"]);
}

#[test]
fn the_map_cycles_through_its_colourings() {
    let mut app = on(Tab::Map, "", WIDE);
    for title in ["Vague", "Type de porteur", "Fiabilité", "Depuis le label", "Vague"] {
        let screen = drawn(&app, WIDE);
        let legend = screen.lines().find(|line| line.starts_with(&format!("\" {title} ")));
        assert!(legend.is_some(), "no legend of {title}:\n{screen}");
        press_all(&mut app, "c");
    }
    assert_eq!(selected(&app), "CU Angers Loire Métropole", "the selection stays");
}

#[test]
fn the_map_zooms_in_and_out() {
    let mut app = on(Tab::Map, "villeurbanne", WIDE);
    let fit = drawn(&app, WIDE);
    press_all(&mut app, "+++");
    assert_ne!(drawn(&app, WIDE), fit);
    press_all(&mut app, "-");
    assert_eq!(app.map.zoom, Zoom::FIT.closer().closer());
    press_all(&mut app, "0");
    assert_eq!(drawn(&app, WIDE), fit);
}

#[test]
fn a_cell_of_the_map_belongs_to_a_cite() {
    for size in [WIDE, USUAL, LOW, SMALL] {
        let app = on(Tab::Map, "saint", size);
        let areas = app.areas().unwrap();
        let found: Vec<usize> = (0..size.width)
            .flat_map(|column| (0..size.height).map(move |row| (column, row)))
            .filter_map(|at| cite_at(&areas, &app, at.into()))
            .collect();
        let has = |frame| {
            let mut points = app.geometry().points.iter().filter(|point| point.projection == frame);
            points.any(|point| found.contains(&point.index))
        };
        assert!(has(Projection::Metropole) && has(Projection::Reunion), "{size}");
        assert_eq!(cite_at(&areas, &app, Position::ORIGIN), None, "the header is not part of the map");
    }
}

#[test]
fn every_cite_can_be_picked_on_a_large_map() {
    let size = Size::new(200, 60);
    let app = on(Tab::Map, "", size);
    let areas = app.areas().unwrap();
    let mut found: Vec<usize> = (0..size.width)
        .flat_map(|column| (0..size.height).map(move |row| (column, row)))
        .filter_map(|at| cite_at(&areas, &app, at.into()))
        .collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, (0..84).collect::<Vec<_>>());
}

#[test]
fn the_map_with_queries_and_keys() {
    let looks = [
        ("found", "vague:2020 region:ile", ""),
        ("carriers", "", "c"),
        ("overseas", "saint louis", "cc"),
        ("closer", "villeurbanne", "+++"),
    ];
    for (name, query, keys) in looks {
        let mut app = on(Tab::Map, query, WIDE);
        press_all(&mut app, keys);
        assert_drawn(&format!("map_{name}"), &mut app, &[WIDE, USUAL, SMALL]);
    }
}

#[test]
fn the_map_in_ascii_and_without_colour() {
    let theme = Theme::PLAIN.with_ascii_glyphs();
    let mut app = started(Options { theme, tab: Tab::Map, ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    press_all(&mut app, "c");
    assert_drawn("map_ascii", &mut app, &[WIDE, USUAL, SMALL]);
    let screen = drawn(&app, WIDE);
    assert!(!screen.contains(|sign| ('\u{2800}'..='\u{28ff}').contains(&sign)), "{screen}");
}

#[test]
fn zooming_into_the_blow_up_gives_it_the_room_and_its_points_names() {
    for (size, names) in [(WIDE, 4), (LARGE, 12), (USUAL, 1)] {
        let mut app = on(Tab::Map, "region:ile-de-france", size);
        press_all(&mut app, "+");
        let screen = drawn(&app, size);
        let labels = SNAPSHOT.cites.iter().map(|cite| cite.display_label());
        let shown = labels.filter(|label| screen.contains(&format!(" {label} "))).count();
        assert!(shown >= names, "{shown} names at {size}\n{screen}");
        press_all(&mut app, "0");
    }
    let mut app = on(Tab::Map, "cergy", WIDE);
    press_all(&mut app, "+");
    assert_drawn("map_ile_de_france", &mut app, &[LARGE, WIDE, USUAL, SMALL]);
}

#[test]
fn the_ages_as_a_timeline() {
    let mut app = on(Tab::Age, "", WIDE);
    assert_drawn("lives", &mut app, &[LARGE, WIDE, USUAL, SMALL]);
    handle(&mut app, Change::Resized(WIDE));
    assert_eq!(app.selected(), Some(Item::Wave(2020)));
    press(&mut app, KeyCode::Enter);
    press_all(&mut app, "j");
    assert_drawn("lives_unfolded", &mut app, &[WIDE]);
    press_all(&mut app, "k ");
    press_all(&mut app, "v");
    assert_eq!(app.list().listing().cites().count(), 84, "the list has all of them");

    let mut app =
        started(Options { theme: Theme::PLAIN.with_ascii_glyphs(), tab: Tab::Age, ..options() }, USUAL);
    assert_drawn("lives_ascii", &mut app, &[USUAL]);
}

#[test]
fn a_wave_with_several_dates_is_not_one_line() {
    let mut snapshot = Snapshot::clone(&SNAPSHOT);
    let is_of_wave = |cite: &&mut Cite| cite.wave.year == 2021 && has_national_date_only(cite);
    let cite = snapshot.cites.iter_mut().find(is_of_wave).expect("a Cité of the wave");
    cite.label_date.date = "2021-09".parse().expect("a date");
    let app = started(Options { snapshot: Arc::new(snapshot), tab: Tab::Age, ..options() }, WIDE);
    let waves: Vec<i16> = app.list().listing().waves.iter().map(|wave| wave.year).collect();
    assert_eq!(waves, [2020], "its Cités are listed singly");
    assert!(app.list().listing().items.len() > 45);
}

#[test]
fn the_timeline_has_the_order_of_the_tab() {
    let mut app = on(Tab::Age, "", WIDE);
    press_all(&mut app, "ssS");
    let order = |app: &App| app.list().listing().cites().collect::<Vec<_>>();
    let drawn_singly = order(&app);
    press_all(&mut app, "v");
    let listed = order(&app);
    let of_chart: Vec<usize> = listed.iter().copied().filter(|cite| drawn_singly.contains(cite)).collect();
    assert_eq!((listed.len(), of_chart), (84, drawn_singly));
    press_all(&mut app, "S");
    assert_ne!(order(&app), listed);
}

#[test]
fn the_overview_scrolls_and_follows_the_search() {
    let mut app = on(Tab::Overview, "vague:2020 region:ile", WIDE);
    assert_drawn("overview_found", &mut app, &[WIDE, USUAL, SMALL]);
    press(&mut app, KeyCode::End);
    assert_drawn("overview_end", &mut app, &[WIDE]);
    press(&mut app, KeyCode::Home);
    execute(&mut app, Command::ShowTab(Tab::Map));
    execute(&mut app, Command::ShowTab(Tab::Overview));
    press(&mut app, KeyCode::PageDown);
    let scroll = app.page_scroll;
    assert!(scroll > 0);
    execute(&mut app, Command::NextTab);
    execute(&mut app, Command::PreviousTab);
    assert_eq!(app.page_scroll, scroll, "it survives switching tabs");
}

#[test]
fn the_timeline_and_the_evaluation() {
    let mut app = on(Tab::Overview, "", Size::new(120, 140));
    assert_drawn("overview_whole", &mut app, &[Size::new(120, 140), Size::new(80, 200), Size::new(40, 320)]);
}

#[test]
fn map_and_overview_in_english() {
    for tab in [Tab::Map, Tab::Overview] {
        let mut app = started(Options { tab, lang: Lang::EN, query: "saint".to_owned(), ..options() }, WIDE);
        press(&mut app, KeyCode::Enter);
        assert_drawn(&format!("english_found_{tab:?}").to_lowercase(), &mut app, &[USUAL]);
    }
}

#[test]
fn a_click_on_the_map_selects_and_a_second_one_opens_the_card() {
    let mut app = on(Tab::Map, "louis | vannes | nevers", USUAL);
    let areas = app.areas().unwrap();
    let cell = |app: &App, label: &str| {
        let cite = SNAPSHOT.cites.iter().position(|cite| cite.label.contains(label));
        let cells = (0..USUAL.width).flat_map(|x| (0..USUAL.height).map(move |y| Position::new(x, y)));
        cells.into_iter().find(|at| cite_at(&areas, app, *at) == cite).expect("a cell")
    };
    for label in ["Nevers", "Vannes", "Saint-Louis"] {
        let at = cell(&app, label);
        mouse(&mut app, MouseEventKind::Down(MouseButton::Left), at.x.into(), at.y.into());
        assert!(selected(&app).contains(label), "{}", selected(&app));
        assert_eq!(app.focus, Focus::List);
    }
    let at = cell(&app, "Saint-Louis");
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), at.x.into(), at.y.into());
    assert_eq!(app.focus, Focus::Card);
}

#[test]
fn the_wheel_zooms_the_map_and_moves_the_overview() {
    let mut app = on(Tab::Map, "", USUAL);
    mouse(&mut app, MouseEventKind::ScrollUp, 30, 10);
    assert_eq!(app.map.zoom, Zoom::FIT.closer());
    mouse(&mut app, MouseEventKind::ScrollDown, 30, 10);
    assert_eq!(app.map.zoom, Zoom::FIT);
    click(&mut app, USUAL, "6 Synthèse");
    mouse(&mut app, MouseEventKind::ScrollDown, 30, 10);
    assert_eq!(app.page_scroll, 3);
    execute(&mut app, Command::FocusSearch);
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), 30, 10);
    assert_eq!(app.focus, Focus::List);
}

//! Tests of the nearest Cités.

use crate::tui::state::{Focus, Neighbours, Popup};
use crate::tui::tests::*;
use crate::views::near::nearby;

/// Returns the nearest Cités to the first one that a query finds.
fn near(query: &str, tab: Tab) -> App {
    let mut app = started(Options { query: query.to_owned(), tab, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    press(&mut app, KeyCode::Char('d'));
    app
}

fn neighbours(app: &App) -> &Neighbours {
    match app.popup() {
        Some(Popup::Neighbours(neighbours)) => neighbours,
        other => panic!("{other:?}"),
    }
}

#[test]
fn they_are_those_of_the_command_without_the_cite_itself() {
    for tab in [Tab::Territories, Tab::Map] {
        let app = near("gueret", tab);
        let center = SNAPSHOT.cite("cde-027").and_then(|cite| cite.center()).expect("a position");
        let expected: Vec<_> = nearby(&SNAPSHOT, center)
            .into_iter()
            .map(|near| near.cite.id)
            .filter(|id| id != "cde-027")
            .collect();
        let listed: Vec<_> =
            neighbours(&app).cites.iter().map(|near| SNAPSHOT.cites[near.cite].id.clone()).collect();
        assert_eq!(listed, expected);
        assert!(drawn(&app, WIDE).contains("\u{a0}km  Limoges Métropole · 87"));
    }
}

#[test]
fn another_place_can_be_written() {
    let mut app = near("gueret", Tab::Territories);
    write(&mut app, "mantes la jolie");
    let origin = neighbours(&app).origin.clone().expect("a place");
    assert_eq!(origin.name, "Mantes-la-Jolie (78361)");
    assert!(drawn(&app, WIDE).contains("Les plus proches de Mantes-la-Jolie (78361)"));
    write(&mut app, "xyz");
    assert_eq!((neighbours(&app).origin.clone(), neighbours(&app).cites.len()), (None, 0));
    assert!(drawn(&app, WIDE).contains("Aucun lieu de ce nom"));
    press(&mut app, KeyCode::Esc);
    assert_eq!(
        neighbours(&app).origin.clone().map(|origin| origin.name).as_deref(),
        Some("CA du Grand Guéret")
    );
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.popup(), None);
}

#[test]
fn enter_selects_one_even_if_the_query_does_not_find_it() {
    let mut app = near("gueret", Tab::Territories);
    press(&mut app, KeyCode::Enter);
    assert_eq!((selected(&app), app.query.text(), app.focus), ("Limoges Métropole", "", Focus::List));
    let mut on_map = near("", Tab::Map);
    press(&mut on_map, KeyCode::Down);
    press(&mut on_map, KeyCode::Enter);
    assert_eq!((on_map.tab, on_map.popup()), (Tab::Map, None));
}

#[test]
fn a_place_outside_has_neighbours_too() {
    let app = near("mantes", Tab::Territories);
    let first = neighbours(&app).cites.first().expect("a Cité");
    assert_eq!(SNAPSHOT.cites[first.cite].display_label(), "Les Mureaux");
}

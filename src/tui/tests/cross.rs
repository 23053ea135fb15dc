//! Tests of the cross table.

use crate::search::QueryField;
use crate::tui::state::{CrossChoice, CrossView, Popup, Turn};
use crate::tui::tests::*;
use crate::views::cross::{CrossOptions, Quantity, Share};
use crate::views::groups::Grouping;

/// Returns the open cross table of what a query finds.
fn cross_of(query: &str, size: Size) -> App {
    let mut app = started(Options { query: query.to_owned(), ..options() }, size);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('x'));
    app
}

fn cross(app: &App) -> &CrossView {
    match app.popup() {
        Some(Popup::Cross(cross)) => cross,
        other => panic!("{other:?}"),
    }
}

/// Chooses rows and columns by their keys.
fn choose(app: &mut App, by: Grouping, across: Grouping) {
    while cross(app).table.options.by != by {
        press(app, KeyCode::Char('r'));
    }
    while cross(app).table.options.across != across {
        press(app, KeyCode::Char('c'));
    }
}

#[test]
fn a_cell_lists_as_many_cites_as_it_says() {
    let fields: Vec<Grouping> = Grouping::all().filter(|grouping| grouping.field().is_some()).collect();
    for query in ["", "region:idf"] {
        let mut app = cross_of(query, WIDE);
        for (by, across) in fields.iter().zip(fields.iter().cycle().skip(1)) {
            choose(&mut app, *by, *across);
            let table = Arc::clone(&cross(&app).table);
            for (row, amounts) in table.rows.iter().enumerate() {
                for (column, amount) in
                    amounts.cells.iter().enumerate().filter(|(_, amount)| amount.value > Some(0))
                {
                    let mut chosen = app.clone();
                    (0..row).for_each(|_| drop(press(&mut chosen, KeyCode::Down)));
                    (0..column).for_each(|_| drop(press(&mut chosen, KeyCode::Right)));
                    press(&mut chosen, KeyCode::Enter);
                    let found = chosen.counts().found;
                    assert_eq!(
                        (found as u64, chosen.popup()),
                        (amount.value.unwrap(), None),
                        "{}",
                        chosen.query.text()
                    );
                }
            }
        }
    }
}

#[test]
fn totals_list_their_row_or_column_and_empty_cells_say_so() {
    let mut app = cross_of("", WIDE);
    press(&mut app, KeyCode::End);
    let mut in_total = app.clone();
    press(&mut in_total, KeyCode::Enter);
    assert_eq!(in_total.query.text(), "type:epci");
    press(&mut app, KeyCode::Up);
    press(&mut app, KeyCode::Char('l'));
    assert_eq!(cross(&app).chosen_row().cells[1].value, Some(0));
    press(&mut app, KeyCode::Enter);
    assert!(app.status.is_some() && app.popup().is_some());
    assert_eq!(app.query.text(), "");
}

#[test]
fn keys_choose_rows_columns_values_and_shares() {
    let mut app = cross_of("", WIDE);
    let options = |app: &App| cross(app).table.options;
    let first = options(&app);
    for (key, choice) in [
        ('r', CrossChoice::By(Turn::Next)),
        ('R', CrossChoice::By(Turn::Previous)),
        ('c', CrossChoice::Across(Turn::Next)),
        ('C', CrossChoice::Across(Turn::Previous)),
        ('v', CrossChoice::Of),
        ('%', CrossChoice::Share),
        ('t', CrossChoice::Swap),
    ] {
        let before = options(&app);
        press(&mut app, KeyCode::Char(key));
        assert_eq!(options(&app), choice.applied(before));
        assert_ne!(options(&app), before, "{key}");
    }
    assert_eq!(
        options(&app),
        CrossOptions { by: first.across, across: first.by, of: Quantity::Qpvs, share: Some(Share::Row) }
    );
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('x'));
    assert_eq!(options(&app).of, Quantity::Qpvs, "the choices are kept");
}

#[test]
fn the_chosen_cell_is_always_drawn() {
    for size in [SMALL, LOW, USUAL, WIDE, LARGE] {
        let mut app = cross_of("", size);
        choose(&mut app, Grouping::Field(QueryField::Department), Grouping::Field(QueryField::Region));
        for key in
            [KeyCode::Down, KeyCode::Right, KeyCode::PageDown, KeyCode::End, KeyCode::Up, KeyCode::Left]
        {
            for _ in 0..7 {
                press(&mut app, key);
            }
            let view = cross(&app);
            let name = view.chosen_row().group.as_ref().map_or("Total", |group| &group.name);
            let name: String = name.chars().take(6).collect();
            assert!(drawn(&app, size).contains(&name), "{size} {name}\n{}", drawn(&app, size));
        }
    }
}

#[test]
fn it_is_copied_and_saved_as_it_is_shown() {
    let mut app = cross_of("region:bretagne", WIDE);
    let effects = press(&mut app, KeyCode::Char('y'));
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.starts_with("Région") && text.contains("Bretagne") && text.contains("Total"), "{text}");
    press(&mut app, KeyCode::Char('e'));
    let effects = press(&mut app, KeyCode::Enter);
    let [Effect::Write(file)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(file.path.to_str(), Some("croisement.csv"));
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert_eq!(text, "\u{feff}Région;EPCI;porteur non documenté;Total\r\nBretagne;2;1;3\r\nTotal;2;1;3\r\n");
}

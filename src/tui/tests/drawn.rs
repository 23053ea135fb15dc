//! Tests of the drawn tabs.

use crate::tui::tests::*;

pub(super) const SIZES: [Size; 5] = [LARGE, WIDE, USUAL, LOW, SMALL];

pub(super) fn assert_drawn(name: &str, app: &mut App, sizes: &[Size]) {
    for size in sizes {
        handle(app, Change::Resized(*size));
        insta::assert_snapshot!(format!("{name}_{size}"), drawn(app, *size));
    }
}

#[test]
fn each_tab_at_each_size() {
    for tab in Tab::ALL {
        let mut app = started(Options { tab, ..options() }, WIDE);
        execute(&mut app, Command::FocusList);
        assert_drawn(&format!("{tab:?}").to_lowercase(), &mut app, &SIZES);
    }
}

#[test]
fn in_english() {
    for tab in Tab::ALL {
        let mut app = started(Options { tab, lang: Lang::EN, ..options() }, WIDE);
        assert_drawn(&format!("english_{tab:?}").to_lowercase(), &mut app, &[WIDE, USUAL]);
    }
}

#[test]
fn a_match_that_no_column_shows() {
    let mut app = app(WIDE);
    write(&mut app, "bobigny");
    assert_drawn("bobigny", &mut app, &[WIDE, SMALL]);
}

#[test]
fn a_match_that_the_query_names_is_not_repeated() {
    for (query, is_shown) in
        [("region:bretagne", false), ("bretagne", true), ("dep:creuse", false), ("creuse", true)]
    {
        let mut app = started(Options { tab: Tab::Carriers, query: query.to_owned(), ..options() }, WIDE);
        execute(&mut app, Command::FocusList);
        assert_eq!(drawn(&app, WIDE).contains("Trouvé dans"), is_shown, "{query}");
    }
}

#[test]
fn a_name_is_suggested_if_nothing_matches() {
    let mut app = app(USUAL);
    write(&mut app, "bordaeux");
    assert_drawn("bordaeux", &mut app, &[USUAL, SMALL]);
}

#[test]
fn a_wrong_value_is_reported_in_the_search_bar_or_the_footer() {
    let mut app = app(WIDE);
    write(&mut app, "type:foo saint");
    assert_drawn("wrong_value", &mut app, &[WIDE, SMALL]);
}

#[test]
fn a_filter_that_the_tab_ignores_is_reported() {
    let query = "dep:35 contrat".to_owned();
    let mut app = started(Options { tab: Tab::Preconisations, query, ..options() }, USUAL);
    assert_drawn("passed_over", &mut app, &[USUAL]);
}

#[test]
fn the_keys_of_a_context() {
    let mut app = app(USUAL);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('?'));
    assert_drawn("help", &mut app, &[LARGE, WIDE, USUAL, SMALL]);
}

#[test]
fn the_card_instead_of_the_list() {
    let mut app = app(SMALL);
    write(&mut app, "gueret");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    assert_drawn("card", &mut app, &[LOW, SMALL]);
}

#[test]
fn the_sorted_column_is_shown_even_if_not_all_fit() {
    let mut app = app(SMALL);
    press(&mut app, KeyCode::Enter);
    for title in ["Territoire", "Dép.", "Région", "Périmètre", "Vague", "Depuis le label", "QPV", "Porteur"]
    {
        press(&mut app, KeyCode::Char('s'));
        let screen = drawn(&app, SMALL);
        assert!(screen.contains(&format!("{title} ▲")), "{screen}");
    }
}

/// Returns the cells of the list that are cut, on the first screen of a tab.
fn cut_cells(tab: Tab, lang: Lang, size: Size) -> usize {
    let app = started(Options { tab, lang, ..options() }, size);
    let rows = app.areas().expect("areas").rows;
    let buffer = buffer(&app, size);
    rows.positions().filter(|position| buffer[*position].symbol() == "…").count()
}

#[test]
fn names_are_not_cut() {
    for tab in [Tab::Territories, Tab::Carriers, Tab::Age] {
        for lang in Lang::ALL {
            for size in [USUAL, WIDE, LARGE] {
                assert_eq!(cut_cells(tab, lang, size), 0, "{tab:?} {lang:?} {size}");
            }
        }
    }
}

#[test]
fn all_columns_fit_without_the_card() {
    let mut app = app(WIDE);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('w'));
    let screen = drawn(&app, WIDE);
    for title in ["Territoire", "Dép.", "Région", "QPV", "Porteur"] {
        assert!(screen.contains(title), "{title}:\n{screen}");
    }
    assert_drawn("list_alone", &mut app, &[USUAL, WIDE]);
    press(&mut app, KeyCode::Enter);
    assert!(drawn(&app, WIDE).contains("close le 31 décembre 2024"), "the card opens on Enter");
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('w'));
    assert!(drawn(&app, WIDE).contains("close le 31 décembre"));
}

#[test]
fn in_ascii() {
    let theme = Theme::PLAIN.with_ascii_glyphs();
    let mut app = started(Options { theme, tab: Tab::Carriers, ..options() }, USUAL);
    assert_drawn("ascii", &mut app, &[USUAL]);
}

#[test]
fn every_size_is_drawn_and_a_too_small_screen_says_so() {
    let mut app = app(WIDE);
    write(&mut app, "saint");
    for (width, height) in
        [(1, 1), (5, 1), (19, 5), (20, 4), (20, 5), (21, 9), (59, 14), (99, 20), (100, 5), (500, 200)]
    {
        for tab in Tab::ALL {
            let size = Size::new(width, height);
            handle(&mut app, Change::Resized(size));
            execute(&mut app, Command::ShowTab(tab));
            let screen = drawn(&app, size);
            let too_small = width < 20 || height < 5;
            assert_eq!(screen.contains('>'), !too_small, "{size}:\n{screen}");
        }
    }
    handle(&mut app, Change::Resized(Size::new(19, 5)));
    assert!(drawn(&app, Size::new(19, 5)).contains("20 × 5"));
}

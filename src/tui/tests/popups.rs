//! Tests of the popups.

use unicode_width::UnicodeWidthStr;

use crate::tui::state::{Focus, Popup};
use crate::tui::tests::drawn::{SIZES, assert_drawn};
use crate::tui::tests::mouse::click;
use crate::tui::tests::*;

/// Returns the explorer with the focus on the list.
fn in_list(query: &str, size: Size) -> App {
    let mut app = started(Options { query: query.to_owned(), ..options() }, size);
    press(&mut app, KeyCode::Enter);
    app
}

#[test]
fn f_and_letters_and_enter_narrow_the_query() {
    let mut app = in_list("saint", WIDE);
    press(&mut app, KeyCode::Char('f'));
    assert_drawn("facets", &mut app, &SIZES);
    write(&mut app, "ile");
    assert_drawn("facets_filtered", &mut app, &[USUAL]);
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.query.text(), app.popups.len()), ("region:Île-de-France saint", 0));
    assert_eq!(app.focus, Focus::List, "the focus returns to the list");
}

#[test]
fn several_values_of_a_facet_are_chosen_with_space_and_taken_away_with_delete() {
    let mut app = in_list("", USUAL);
    press(&mut app, KeyCode::Char('f'));
    press(&mut app, KeyCode::Char(' '));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Char(' '));
    assert_eq!(app.query.text(), "region:Auvergne-Rhône-Alpes,Bourgogne-Franche-Comté ");
    assert_drawn("facets_chosen", &mut app, &[USUAL]);
    press(&mut app, KeyCode::Tab);
    press(&mut app, KeyCode::Tab);
    press(&mut app, KeyCode::Char(' '));
    assert!(app.query.text().contains("vague:2020"), "{}", app.query.text());
    press(&mut app, KeyCode::Delete);
    assert_eq!(app.query.text(), "region:Auvergne-Rhône-Alpes,Bourgogne-Franche-Comté ");
    press(&mut app, KeyCode::BackTab);
    press(&mut app, KeyCode::BackTab);
    press(&mut app, KeyCode::Delete);
    assert_eq!((app.query.text(), app.counts().found), ("", 84));
}

#[test]
fn esc_in_the_facets_clears_their_filter_then_closes_them() {
    let mut app = in_list("", WIDE);
    press(&mut app, KeyCode::Char('f'));
    write(&mut app, "zzz");
    assert!(press(&mut app, KeyCode::Enter).is_empty(), "there is nothing to choose");
    assert_eq!(app.popups.len(), 1);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.popups.len(), 1);
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.popups.len(), app.query.text()), (0, ""));
}

#[test]
fn facets_are_chosen_with_the_mouse() {
    let mut app = in_list("", WIDE);
    press(&mut app, KeyCode::Char('f'));
    click(&mut app, WIDE, " Vague ");
    click(&mut app, WIDE, "[ ] 2021");
    assert_eq!(app.query.text(), "vague:2021 ");
    click(&mut app, WIDE, " 1 Territoires");
    assert!(app.popups.is_empty(), "a click beside them closes them");
}

#[test]
fn an_example_of_the_grammar_runs() {
    let mut app = app(WIDE);
    press(&mut app, KeyCode::F(1));
    assert_drawn("grammar", &mut app, &SIZES);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.query.text(), selected(&app)), ("bdx", "Bordeaux Rive Droite"));
    assert_eq!((app.focus, app.popups.len()), (Focus::Search, 0));
    press(&mut app, KeyCode::F(1));
    handle(&mut app, Change::Resized(WIDE));
    click(&mut app, WIDE, "dep:35");
    assert_eq!(app.query.text(), "dep:35");
}

#[test]
fn marked_cites_are_compared_side_by_side() {
    let mut app = in_list("quentin", WIDE);
    press(&mut app, KeyCode::Char('c'));
    assert!(app.popups.is_empty());
    assert!(drawn(&app, WIDE).contains("Marquez 2 à 5 Cités"));
    press(&mut app, KeyCode::Char(' '));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Char(' '));
    assert_drawn("marked", &mut app, &[USUAL]);
    press(&mut app, KeyCode::Char('c'));
    assert_drawn("comparison", &mut app, &SIZES);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char(' '));
    press(&mut app, KeyCode::Up);
    press(&mut app, KeyCode::Char(' '));
    assert!(drawn(&app, WIDE).contains("Plus aucune Cité marquée"));
}

#[test]
fn no_more_than_five_cites_are_marked_and_marks_survive_another_query() {
    let mut app = in_list("", WIDE);
    for _ in 0..6 {
        press(&mut app, KeyCode::Char(' '));
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::Char(' '));
    assert!(drawn(&app, WIDE).contains("5 Cités au plus"));
    press(&mut app, KeyCode::Char('/'));
    write(&mut app, "gueret");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('c'));
    assert!(matches!(app.popup(), Some(Popup::Comparison { cites, .. }) if cites.len() == 5));
    assert_drawn("comparison_of_five", &mut app, &[WIDE, USUAL]);
}

#[test]
fn z_makes_the_card_readable_from_the_back_of_the_room() {
    let mut app = in_list("gueret", WIDE);
    press(&mut app, KeyCode::Char('z'));
    assert_drawn("big_card", &mut app, &SIZES);
    press(&mut app, KeyCode::End);
    press(&mut app, KeyCode::Esc);
    assert!(app.popups.is_empty());
    let theme = Theme::PLAIN.with_ascii_glyphs();
    let mut app = started(Options { query: "gueret".to_owned(), theme, ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('z'));
    assert_drawn("big_card_ascii", &mut app, &[USUAL]);
}

#[test]
fn the_large_card_goes_from_cite_to_cite_and_starts_at_its_top() {
    let mut app = in_list("bobigny", USUAL);
    press(&mut app, KeyCode::Char('z'));
    press(&mut app, KeyCode::PageDown);
    let first = selected(&app).to_owned();
    press(&mut app, KeyCode::Right);
    assert_ne!(selected(&app), first);
    assert_eq!(app.popup(), Some(&Popup::BigCard { scroll: 0 }));
    press(&mut app, KeyCode::Left);
    assert_eq!(selected(&app), first);
}

#[test]
fn an_action_is_found_by_its_name_and_run() {
    let mut app = in_list("", USUAL);
    for (name, tab) in [("carte", Tab::Map), ("synth", Tab::Overview), ("données", Tab::Data)] {
        press(&mut app, KeyCode::Char(':'));
        write(&mut app, name);
        press(&mut app, KeyCode::Enter);
        assert_eq!((app.tab, app.popups.len()), (tab, 0), "{name}");
    }
    press(&mut app, KeyCode::Char('1'));
    press(&mut app, KeyCode::Char('?'));
    write(&mut app, "copier");
    press(&mut app, KeyCode::Down);
    let effects = press(&mut app, KeyCode::Enter);
    let row = app.row_text().expect("a line");
    assert_eq!(effects, [Effect::Copy(row)], "the second of them");
    // The keys of all tabs together are no action: the help closes.
    press(&mut app, KeyCode::Char('?'));
    let tabs = drawn(&app, USUAL).lines().position(|line| line.contains("1…7")).expect("the tabs");
    assert!(tabs > 0);
}

#[test]
fn the_help_lists_what_works_where_it_is_opened() {
    for (tab, works, does_nothing) in [
        (Tab::Territories, vec!["marquer", "comparer", "tri", "exporter"], vec!["zoomer"]),
        (Tab::Data, vec!["copier"], vec!["marquer", "comparer", "trier par", "exporter"]),
        (Tab::Overview, vec!["exporter", "défiler"], vec!["marquer", "comparer"]),
    ] {
        let mut app = started(Options { tab, ..options() }, LARGE);
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Char('?'));
        let screen = drawn(&app, LARGE);
        for name in works {
            assert!(screen.contains(name), "{tab:?} {name}\n{screen}");
        }
        for name in does_nothing {
            assert!(!screen.contains(name), "{tab:?} {name}\n{screen}");
        }
    }
}

#[test]
fn keys_are_found_by_their_descriptions() {
    let mut app = in_list("", USUAL);
    press(&mut app, KeyCode::Char('?'));
    write(&mut app, "compar");
    assert_drawn("help_filtered", &mut app, &[USUAL, SMALL]);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('?'));
    assert!(app.popups.is_empty());
}

#[test]
fn every_popup_closes_with_esc_and_leaves_everything_as_it_was() {
    for keys in ["f", "?", "z", "yy", "e", " z"] {
        let mut app = in_list("lyon", USUAL);
        write(&mut app, keys);
        assert_eq!(app.popups.len(), 1, "{keys}");
        press(&mut app, KeyCode::Esc);
        assert_eq!((app.popups.len(), app.query.text(), app.focus), (0, "lyon", Focus::List), "{keys}");
    }
}

#[test]
fn the_first_screen_has_a_line_of_instructions() {
    let mut app = app(USUAL);
    assert!(drawn(&app, USUAL).contains("Tapez pour chercher"));
    write(&mut app, "l");
    assert!(!drawn(&app, USUAL).contains("Tapez pour chercher"));
}

#[test]
fn popups_in_english() {
    for (name, keys) in [("facets", "f"), ("save", "e"), ("help", "?")] {
        let mut app = started(Options { lang: Lang::EN, ..options() }, USUAL);
        press(&mut app, KeyCode::Enter);
        write(&mut app, keys);
        assert_drawn(&format!("english_{name}"), &mut app, &[USUAL]);
    }
}

/// Returns the explorer with this label for every Cité.
fn with_label(label: &str, size: Size) -> App {
    let mut snapshot = (*options().snapshot).clone();
    for cite in &mut snapshot.cites {
        cite.label = label.to_owned();
    }
    let mut app = started(Options { snapshot: Arc::new(snapshot), ..options() }, size);
    execute(&mut app, Command::FocusList);
    app
}

#[test]
fn the_edges_of_popups_and_panes_are_whole_over_wide_characters() {
    let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
    for wide in ["漢", "\u{1f1eb}\u{1f1f7}", family, "\u{2328}\u{fe0f}"] {
        for size in [USUAL, SMALL] {
            for shift in 0..3 {
                let label = format!("{}{}", "a".repeat(shift), wide.repeat(60));
                for command in
                    [Command::OpenFacets, Command::ShowKeys, Command::OpenSaveDialog, Command::ShowGrammar]
                {
                    let mut app = with_label(&label, size);
                    execute(&mut app, command.clone());
                    let mut narrow = with_label("a", size);
                    execute(&mut narrow, command.clone());
                    let [drawn, expected] = [&app, &narrow].map(|app| buffer(app, size));
                    for (index, (cell, expected)) in drawn.content.iter().zip(&expected.content).enumerate() {
                        if "╭╮╰╯".contains(expected.symbol()) || expected.symbol() == "│" {
                            assert_eq!(cell.symbol(), expected.symbol(), "{wide} {shift} {command:?}");
                        }
                        let column = index % usize::from(size.width);
                        let next = drawn.content.get(index + 1).filter(|_| column + 1 < size.width.into());
                        let is_whole =
                            cell.symbol().width() < 2 || next.is_some_and(|next| next.symbol() == " ");
                        assert!(is_whole, "{wide} {shift} {command:?} at {column}: {cell:?} {next:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_card_has_large_letters_on_a_usual_screen() {
    for tab in [Tab::Territories, Tab::Preconisations] {
        let mut app = started(Options { tab, ..options() }, USUAL);
        execute(&mut app, Command::FocusList);
        press(&mut app, KeyCode::Char('z'));
        for _ in 0..app.counts().total {
            let screen = drawn(&app, USUAL);
            assert!(screen.contains('█'), "{screen}");
            press(&mut app, KeyCode::Char('n'));
        }
    }
}

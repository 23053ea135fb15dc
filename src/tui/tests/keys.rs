//! Tests of the keys.

use crate::tui::keymap;
use crate::tui::keymap::{bindings, contexts};
use crate::tui::state::{Effect, Focus, KeyContext, WriteOutcome};
use crate::tui::tests::*;

/// Returns an explorer for each context of keys.
fn apps_by_context() -> Vec<(KeyContext, App)> {
    let in_list = {
        let mut app = app(WIDE);
        write(&mut app, "a");
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Char('s'));
        for _ in 0..3 {
            press(&mut app, KeyCode::Down);
        }
        app
    };
    let in_search = {
        let mut app = app(WIDE);
        write(&mut app, "saint de la");
        execute(&mut app, Command::Edit(Edit::WordLeft));
        app
    };
    let mut in_card = app(USUAL);
    press(&mut in_card, KeyCode::Enter);
    press(&mut in_card, KeyCode::Down);
    press(&mut in_card, KeyCode::Enter);
    press(&mut in_card, KeyCode::Down);
    let mut in_help = app(SMALL);
    press(&mut in_help, KeyCode::Enter);
    press(&mut in_help, KeyCode::Char('?'));
    press(&mut in_help, KeyCode::Down);
    let typed = |text| {
        let mut app = app(SMALL);
        write(&mut app, text);
        app
    };
    let with_suggestion = typed("gueretois");
    let on_tab = |tab, key| {
        let mut app = started(Options { tab, query: "saint".to_owned(), ..options() }, WIDE);
        press(&mut app, KeyCode::Enter);
        press(&mut app, key);
        app
    };
    let in_cross = {
        let mut app = app(WIDE);
        for key in [KeyCode::Enter, KeyCode::Char('x'), KeyCode::Down, KeyCode::Down] {
            press(&mut app, key);
        }
        app
    };
    let in_neighbours = {
        let mut app = app(SMALL);
        for key in [KeyCode::Enter, KeyCode::Char('d'), KeyCode::Char('l'), KeyCode::Char('e'), KeyCode::Down]
        {
            press(&mut app, key);
        }
        app
    };
    let in_ages = on_tab(Tab::Age, KeyCode::Down);
    let on_field = {
        let options = Options { tab: Tab::Data, ..options() };
        let mut app = started(
            Options {
                initial_view: InitialView {
                    select: Item::named("carrier", &SNAPSHOT),
                    in_list: true,
                    ..InitialView::default()
                },
                ..options
            },
            WIDE,
        );
        press(&mut app, KeyCode::Left);
        app
    };
    let on_wave = {
        let mut app = started(Options { tab: Tab::Age, ..options() }, WIDE);
        press(&mut app, KeyCode::Enter);
        app
    };
    let on_map = on_tab(Tab::Map, KeyCode::Char('+'));
    let on_area = on_tab(Tab::Map, KeyCode::Char('v'));
    let on_page = on_tab(Tab::Overview, KeyCode::PageDown);
    let mut on_problem = started(options_with_problems(), WIDE);
    execute(&mut on_problem, Command::ShowTab(Tab::Data));
    press(&mut on_problem, KeyCode::Enter);
    press(&mut on_problem, KeyCode::Down);
    let on_popup = |keys: &[KeyCode]| {
        let mut app = on_tab(Tab::Territories, KeyCode::Down);
        for key in keys {
            press(&mut app, *key);
        }
        app
    };
    let letters = |text: &str| text.chars().map(KeyCode::Char).collect::<Vec<_>>();
    let in_facets =
        on_popup(&[letters("f"), vec![KeyCode::Enter], letters("fe"), vec![KeyCode::Down]].concat());
    let in_grammar = on_popup(&[KeyCode::F(1), KeyCode::Down]);
    let in_comparison = {
        let mut app = on_popup(&[KeyCode::Char(' '), KeyCode::Down, KeyCode::Char('c')]);
        handle(&mut app, Change::Resized(SMALL));
        press(&mut app, KeyCode::PageDown);
        app
    };
    let in_big_card = on_popup(&[KeyCode::Char('z'), KeyCode::Down]);
    let in_text = {
        let mut app = on_popup(&letters("yy"));
        handle(&mut app, Change::Resized(SMALL));
        press(&mut app, KeyCode::Down);
        app
    };
    let searching_outside = typed("mantes");
    let in_history = {
        let mut app = app(SMALL);
        handle(&mut app, Change::HistoryRead(vec!["reims".to_owned(), "sedan".to_owned()]));
        app
    };
    let searching_tab = typed("3");
    let on_outside = {
        let mut app = searching_outside.clone();
        press(&mut app, KeyCode::Down);
        app
    };
    let in_save = on_popup(&letters("e"));
    let in_columns = {
        let mut app = in_save.clone();
        press(&mut app, KeyCode::Down);
        press(&mut app, KeyCode::Down);
        app
    };
    let in_replace = {
        let mut app = in_save.clone();
        handle(&mut app, Change::Written(WriteOutcome::Exists));
        app
    };
    let apps = [
        in_search,
        with_suggestion,
        searching_outside,
        in_history,
        searching_tab,
        on_outside,
        in_list,
        in_card,
        in_help,
        in_ages,
        on_wave,
        on_field,
        on_map,
        on_area,
        on_page,
        in_facets,
        in_grammar,
        in_comparison,
        in_cross,
        in_neighbours,
        in_big_card,
        on_problem,
        in_text,
        in_save,
        in_columns,
        in_replace,
    ];
    apps.into_iter().map(|app| (app.key_context(), app)).collect()
}

#[test]
fn no_key_is_bound_twice_in_one_context() {
    for context in contexts() {
        let mut seen = std::collections::HashSet::new();
        for key in bindings(context).flat_map(|binding| binding.keys.iter()) {
            assert!(seen.insert(*key), "{context:?} {key:?}");
        }
    }
}

#[test]
fn the_help_has_each_key_once() {
    for context in contexts() {
        let mut seen = std::collections::HashSet::new();
        for key in keymap::active_bindings(context).into_iter().flat_map(|(_, keys)| keys) {
            assert!(seen.insert(key), "{context:?} {key:?}");
        }
    }
}

/// Returns everything that a key can change, as text.
pub(super) fn state(app: &App) -> String {
    let map = (
        app.map.view,
        app.map.colouring,
        app.map.measure,
        app.map.zoom,
        app.timeline,
        app.list_alone,
        app.page_scroll,
    );
    let card = (app.shows_sources, app.unfolded, app.field_level);
    let list = (app.selected(), app.list().sort, app.counts());
    format!(
        "{:?} {:?} {:?} {} {:?} {map:?} {card:?} {list:?} {:?}",
        app.tab, app.focus, app.query, app.card_scroll, app.popups, app.status
    )
}

#[test]
fn every_enabled_key_has_an_effect() {
    for (context, app) in apps_by_context() {
        for (binding, _) in keymap::active_bindings(context) {
            if !binding.command.is_enabled(&app) {
                continue;
            }
            let mut after = app.clone();
            let effects = execute(&mut after, binding.command.clone());
            let has_effect = state(&after) != state(&app) || !effects.is_empty();
            assert!(has_effect, "{context:?}: {:?}", binding.command);
        }
    }
}

#[test]
fn every_context_with_bindings_is_reached() {
    let reached: Vec<KeyContext> =
        apps_by_context().iter().flat_map(|(context, _)| context.chain().to_vec()).collect();
    let missing: Vec<_> = contexts().filter(|context| !reached.contains(context)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn typing_searches_at_once_and_selects_the_best_match() {
    let mut app = app(WIDE);
    write(&mut app, "gueret");
    assert_eq!(selected(&app), "CA du Grand Guéret");
    assert!(drawn(&app, WIDE).contains("CA du Grand Guéret"));
    assert_eq!(app.counts().total, 84);
}

#[test]
fn enter_leaves_the_search_and_slash_comes_back() {
    let mut app = app(WIDE);
    write(&mut app, "lim");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.focus, Focus::List);
    press(&mut app, KeyCode::Char('j'));
    assert_eq!(app.query.text(), "lim");
    press(&mut app, KeyCode::Char('/'));
    write(&mut app, "oges");
    assert_eq!((app.query.text(), selected(&app)), ("limoges", "Limoges Métropole"));
}

#[test]
fn esc_goes_one_step_back_and_never_quits() {
    let mut app = app(WIDE);
    write(&mut app, "lille");
    for code in [KeyCode::Enter, KeyCode::Enter, KeyCode::Char('?')] {
        press(&mut app, code);
    }
    let mut steps = Vec::new();
    for _ in 0..6 {
        assert!(press(&mut app, KeyCode::Esc).is_empty());
        steps.push((app.popups.len(), app.focus, app.query.text().to_owned()));
    }
    let lille = "lille".to_owned();
    assert_eq!(steps[0], (0, Focus::Card, lille.clone()));
    assert_eq!(steps[1], (0, Focus::List, lille));
    assert_eq!(steps[2], (0, Focus::List, String::new()));
    assert_eq!(steps[5], steps[2]);
}

#[test]
fn esc_clears_the_search_then_leaves_it() {
    let mut app = app(WIDE);
    write(&mut app, "lille");
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.focus, app.query.text()), (Focus::Search, ""));
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.focus, Focus::List);
}

#[test]
fn q_quits_from_the_list_and_ctrl_c_from_everywhere() {
    let mut app = app(WIDE);
    assert!(press(&mut app, KeyCode::Char('q')).is_empty());
    assert_eq!(app.query.text(), "q");
    press(&mut app, KeyCode::Enter);
    assert_eq!(press(&mut app, KeyCode::Char('q')), [Effect::Quit]);
    let ctrl_c = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    for (context, mut app) in apps_by_context() {
        assert_eq!(input(&mut app, ctrl_c.clone()).last(), Some(&Effect::Quit), "{context:?}");
    }
}

#[test]
fn a_cite_that_was_chosen_stays_selected_when_the_search_is_cleared_or_the_order_changes() {
    let mut app = app(WIDE);
    write(&mut app, "limoges");
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.counts().found, selected(&app)), (84, "Limoges Métropole"));
    press(&mut app, KeyCode::Enter);
    for key in ['s', 's', 'S', '<'] {
        press(&mut app, KeyCode::Char(key));
        assert_eq!(selected(&app), "Limoges Métropole", "{key}");
    }
    assert!(drawn(&app, WIDE).contains("▸ Limoges"));
}

#[test]
fn selection_query_and_order_survive_switching_tabs() {
    let mut app = app(WIDE);
    write(&mut app, "saint");
    press(&mut app, KeyCode::Enter);
    for code in [KeyCode::Char('s'), KeyCode::Char('S'), KeyCode::Down, KeyCode::Down] {
        press(&mut app, code);
    }
    let before = (selected(&app).to_owned(), app.list().sort, drawn(&app, WIDE));
    for _ in Tab::ALL {
        press(&mut app, KeyCode::Tab);
        assert_eq!(app.query.text(), "saint");
    }
    assert_eq!((selected(&app).to_owned(), app.list().sort, drawn(&app, WIDE)), before);
}

#[test]
fn tabs_are_chosen_by_their_numbers() {
    let mut app = app(WIDE);
    let alt = |c| Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
    input(&mut app, alt('3'));
    assert_eq!((app.tab, app.query.text()), (Tab::Age, ""));
    press(&mut app, KeyCode::Enter);
    for tab in Tab::ALL {
        press(&mut app, KeyCode::Char(char::from_digit(tab.number() as u32, 10).expect("a digit")));
        assert_eq!(app.tab, tab);
    }
}

#[test]
fn another_tab_replaces_a_card_that_fills_the_screen() {
    let mut app = app(USUAL);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('5'));
    assert_eq!((app.tab, app.focus), (Tab::Map, Focus::List));
    assert!(drawn(&app, USUAL).contains("IDF"));
}

#[test]
fn columns_sort_one_after_the_other_then_no_longer() {
    let mut app = app(WIDE);
    press(&mut app, KeyCode::Enter);
    let first = selected(&app).to_owned();
    for column in 0..app.tab.column_count() {
        press(&mut app, KeyCode::Char('s'));
        assert_eq!(app.list().sort.column, Some(column));
    }
    press(&mut app, KeyCode::Char('>'));
    assert_eq!((app.list().sort.column, selected(&app)), (None, first.as_str()));
}

#[test]
fn headings_are_not_selected() {
    let mut app = app(WIDE);
    execute(&mut app, Command::ShowTab(Tab::Preconisations));
    press(&mut app, KeyCode::Enter);
    assert_eq!(selected(&app), "R1");
    press(&mut app, KeyCode::Up);
    assert_eq!(selected(&app), "R1");
    for _ in 0..5 {
        press(&mut app, KeyCode::Down);
    }
    assert_eq!(selected(&app), "A1");
    press(&mut app, KeyCode::Up);
    assert_eq!(selected(&app), "R5");
    press(&mut app, KeyCode::End);
    assert_eq!(selected(&app), "A7");
}

#[test]
fn the_card_scrolls_to_its_end_and_starts_again_for_another_cite() {
    let mut app = app(USUAL);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::End);
    let end = app.card_scroll;
    assert!(end > 0);
    press(&mut app, KeyCode::Down);
    assert_eq!(app.card_scroll, end);
    press(&mut app, KeyCode::Char('n'));
    assert_eq!((app.card_scroll, selected(&app)), (0, "Asnières-sur-Seine"));
    handle(&mut app, Change::Resized(SMALL));
    assert!(drawn(&app, SMALL).contains("Asnières-sur-Seine"));
}

#[test]
fn nothing_selected_is_no_card_and_no_panic() {
    let mut app = app(WIDE);
    write(&mut app, "zzzzzz");
    assert_eq!((app.counts().found, selected(&app)), (0, ""));
    press(&mut app, KeyCode::Down);
    for code in [KeyCode::Down, KeyCode::Up, KeyCode::End, KeyCode::Enter, KeyCode::Right] {
        press(&mut app, code);
    }
    assert_eq!(app.focus, Focus::List);
    assert!(drawn(&app, WIDE).contains("zzzzzz"));
}

#[test]
fn enter_takes_the_suggestion() {
    let mut app = app(WIDE);
    write(&mut app, "gueretois");
    assert_eq!((app.counts().found, app.key_context()), (0, KeyContext::Suggestion));
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.query.text(), selected(&app)), ("Guéret", "CA du Grand Guéret"));
    assert_eq!(app.focus, Focus::Search);
}

#[test]
fn a_digit_alone_offers_its_tab() {
    let mut app = app(WIDE);
    write(&mut app, "5");
    assert_eq!((app.key_context(), app.tab), (KeyContext::SearchTab, Tab::Territories));
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, app.query.text()), (Tab::Map, ""));
    write(&mut app, "59");
    assert_eq!(app.key_context(), KeyContext::Search);
}

#[test]
fn alt_left_returns_to_the_views_before() {
    let mut app = app(WIDE);
    let back = |app: &mut App| execute(app, Command::GoBack);
    write(&mut app, "bretagne");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Down);
    let chosen = selected(&app).to_owned();
    press(&mut app, KeyCode::Char('3'));
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.query.text(), app.tab, app.counts().found), ("", Tab::Age, 84));
    back(&mut app);
    assert_eq!((app.query.text(), app.tab), ("bretagne", Tab::Age));
    back(&mut app);
    assert_eq!((app.query.text(), app.tab, selected(&app)), ("bretagne", Tab::Territories, chosen.as_str()));
    assert!(!Command::GoBack.is_enabled(&app));
}

#[test]
fn up_in_an_empty_search_bar_brings_back_earlier_queries() {
    let mut app = app(WIDE);
    write(&mut app, "reims");
    let effects = execute(&mut app, Command::FocusList);
    assert_eq!(effects, [Effect::Remember("reims".to_owned())]);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('/'));
    assert_eq!(execute(&mut app, Command::EarlierQuery), [Effect::ReadHistory]);
    handle(&mut app, Change::HistoryRead(vec!["sedan".to_owned(), "troyes".to_owned()]));
    assert_eq!((app.query.text(), app.key_context()), ("reims", KeyContext::SearchHistory));
    press(&mut app, KeyCode::Up);
    press(&mut app, KeyCode::Up);
    assert_eq!(app.query.text(), "sedan");
    assert!(!Command::EarlierQuery.is_enabled(&app));
    for expected in ["troyes", "reims", ""] {
        press(&mut app, KeyCode::Down);
        assert_eq!(app.query.text(), expected);
    }
    assert_eq!((app.key_context(), app.focus), (KeyContext::Search, Focus::Search));
    // A query that is being written is not replaced.
    write(&mut app, "lim");
    press(&mut app, KeyCode::Up);
    assert_eq!(app.query.text(), "lim");
}

#[test]
fn a_name_that_says_less_than_it_seems_has_a_remark() {
    for (query, remark) in [
        ("lyon", "n'a Lyon parmi ses communes"),
        ("clichy", "Clichy (92, Métropole du Grand Paris), plus grande"),
    ] {
        let mut app = app(WIDE);
        write(&mut app, query);
        assert!(drawn(&app, WIDE).contains(remark), "{}", drawn(&app, WIDE));
    }
}

#[test]
fn enter_shows_the_nearest_of_a_place_outside() {
    for keys in [vec![KeyCode::Enter], vec![KeyCode::Down, KeyCode::Enter]] {
        let mut app = app(WIDE);
        write(&mut app, "mantes");
        assert_eq!((app.counts().found, app.selected()), (0, Some(Item::Outside)));
        for key in keys {
            press(&mut app, key);
        }
        assert_eq!((app.query.text(), selected(&app)), ("Les Mureaux", "Les Mureaux"));
    }
}

#[test]
fn the_keys_of_the_digits_open_tabs_without_shift_on_azerty_keyboards() {
    for (tab, letters) in Tab::ALL.into_iter().zip(["&1", "é2", "\"3", "'4", "(5", "-6§", "è7"]) {
        for letter in letters.chars() {
            for (modifiers, in_list) in
                [(KeyModifiers::NONE, true), (KeyModifiers::ALT, true), (KeyModifiers::ALT, false)]
            {
                let before = if tab == Tab::Data { Tab::Age } else { Tab::Data };
                let mut app = started(Options { tab: before, ..options() }, WIDE);
                if in_list {
                    press(&mut app, KeyCode::Enter);
                }
                input(&mut app, Event::Key(KeyEvent::new(KeyCode::Char(letter), modifiers)));
                assert_eq!(app.tab, tab, "{letter} {modifiers:?}");
            }
        }
    }
    let mut on_map = started(Options { tab: Tab::Map, ..options() }, WIDE);
    for key in [KeyCode::Enter, KeyCode::Char('+'), KeyCode::Char('-')] {
        press(&mut on_map, key);
    }
    assert_eq!(on_map.tab, Tab::Map, "- zooms out");
}

#[test]
fn a_letter_is_shown_at_once_as_the_next_frame_shows_it() {
    for size in [SMALL, USUAL, WIDE] {
        for (before, letters) in [("", "bor 93é'"), ("region:x", "ab"), ("saint de la", "rue")] {
            let mut app = app(size);
            write(&mut app, before);
            for letter in letters.chars() {
                let key = Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
                let echo = app.echo(&key);
                let mut shown = buffer(&app, size);
                input(&mut app, key);
                let next = buffer(&app, size);
                let Some(echo) = echo else { continue };
                let Position { x, y } = echo.position;
                shown[(x, y)].reset();
                shown[(x, y)].set_char(echo.character).set_style(echo.style);
                (1..=echo.blank).for_each(|behind| shown[(x + behind, y)].reset());
                assert_eq!(shown[(x, y)], next[(x, y)], "{before:?} {letter:?} {size}");
                let behind = (x + 1..x + 1 + echo.blank).find(|x| shown[(*x, y)] != next[(*x, y)]);
                // A problem of the query may follow it.
                assert!(
                    behind.is_none() || before.contains(':') || letter == ' ',
                    "{before:?} {letter:?} {size} {behind:?}"
                );
            }
        }
    }
    let echoes = |app: &App, key: KeyEvent| app.echo(&Event::Key(key)).is_some();
    let letter = KeyEvent::new(KeyCode::Char('b'), KeyModifiers::NONE);
    assert!(echoes(&app(WIDE), letter));
    assert!(!echoes(&app(WIDE), KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
    assert!(!echoes(&app(WIDE), KeyEvent::new(KeyCode::Char('b'), KeyModifiers::CONTROL)));
    let mut inside = app(WIDE);
    write(&mut inside, "reims");
    execute(&mut inside, Command::Edit(Edit::Left));
    assert!(!echoes(&inside, letter), "the letter would push others");
    let mut in_list = app(WIDE);
    press(&mut in_list, KeyCode::Enter);
    assert!(!echoes(&in_list, letter), "letters are commands there");
}

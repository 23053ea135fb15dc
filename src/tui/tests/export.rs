//! Tests of copying and saving.

use crate::tui::state::{Popup, WriteOutcome};
use crate::tui::tests::drawn::assert_drawn;
use crate::tui::tests::*;

fn in_list(tab: Tab, query: &str, lang: Lang) -> App {
    let mut app = started(Options { tab, query: query.to_owned(), lang, ..options() }, USUAL);
    press(&mut app, KeyCode::Enter);
    app
}

fn copied(app: &mut App, key: char) -> String {
    match press(app, KeyCode::Char(key)).as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// Returns the name and the content of the written file, and whether it may
/// replace another one.
fn saved(app: &mut App, key: KeyCode) -> (String, String, bool) {
    match press(app, key).as_slice() {
        [Effect::Write(save)] => {
            let text = String::from_utf8(save.bytes.clone()).expect("UTF-8");
            (save.path.display().to_string(), text, save.replace)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_card_the_line_and_the_address_are_copied() {
    let mut app = in_list(Tab::Territories, "gueret", Lang::FR);
    let card = copied(&mut app, 'y');
    assert!(card.starts_with("CA du Grand Guéret\n") && card.contains("Communes ("), "{card}");
    assert!(drawn(&app, USUAL).contains("Fiche envoyée au presse-papiers"));
    let row = copied(&mut app, 'Y');
    assert!(row.starts_with("cde-") && row.contains("\tCA du Grand Guéret\t23\t"), "{row}");
    assert!(!row.contains('\n'));
    assert!(copied(&mut app, 'u').starts_with("http"));
}

#[test]
fn a_line_of_the_preconisations_is_copied_too() {
    let mut app = in_list(Tab::Preconisations, "", Lang::FR);
    assert!(copied(&mut app, 'Y').starts_with("R1\t"));
    assert!(copied(&mut app, 'y').contains("R1"));
}

#[test]
fn a_repeated_copy_shows_the_text_and_leaves_the_mouse_to_the_terminal() {
    let mut app = in_list(Tab::Territories, "gueret", Lang::FR);
    let card = copied(&mut app, 'y');
    assert_eq!(press(&mut app, KeyCode::Char('y')), [Effect::CaptureMouse(false)]);
    assert!(matches!(app.popup(), Some(Popup::Text { text, .. }) if *text == card));
    assert_drawn("text", &mut app, &[USUAL]);
    assert_eq!(press(&mut app, KeyCode::Esc), [Effect::CaptureMouse(true)]);
    execute(&mut app, Command::ShowTab(Tab::Carriers));
    copied(&mut app, 'y');
    press(&mut app, KeyCode::Char('s'));
    copied(&mut app, 'y');
    assert!(app.popups.is_empty(), "the text was copied again");
}

#[test]
fn what_the_terminal_needs_for_a_copy_is_said() {
    let by_setting = |said| ClipboardAccess::BySetting { said };
    for (clipboard, said, is_sent) in [
        (by_setting("tui-copied-xterm"), "allowWindowOps", true),
        (by_setting("tui-copied-iterm"), "Settings, General, Selection", true),
        (ClipboardAccess::Never { said: "tui-copied-never" }, "ne copie pas pour un programme", false),
    ] {
        let mut app = started(Options { clipboard, query: "gueret".to_owned(), ..options() }, USUAL);
        press(&mut app, KeyCode::Enter);
        let effects = press(&mut app, KeyCode::Char('y'));
        assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Copy(_))), is_sent);
        assert!(drawn(&app, USUAL).contains(said), "{}", drawn(&app, USUAL));
        press(&mut app, KeyCode::Char('y'));
        assert!(matches!(app.popup(), Some(Popup::Text { .. })));
    }
}

#[test]
fn the_list_is_saved_in_its_order() {
    let mut app = in_list(Tab::Territories, "region:bretagne", Lang::FR);
    for key in ['s', 'S', 'e'] {
        press(&mut app, KeyCode::Char(key));
    }
    assert_drawn("save", &mut app, &[USUAL, SMALL]);
    let (name, text, replace) = saved(&mut app, KeyCode::Enter);
    assert_eq!((name.as_str(), replace), ("cites-region-bretagne.csv", false));
    assert!(text.starts_with("\u{feff}N°;"), "{text}");
    let labels: Vec<&str> = text.lines().map(|line| line.split(';').nth(1).expect("a label")).collect();
    assert!(!text.contains("non documenté"), "what is not known is empty for a spreadsheet: {text}");
    assert_eq!(labels, ["Territoire", "Vannes", "Rennes Métropole", "CA Saint-Brieuc Armor Agglomération"]);
    handle(&mut app, Change::Written(WriteOutcome::Written));
    handle(&mut app, Change::Resized(USUAL));
    assert!(app.popups.is_empty());
    assert!(drawn(&app, USUAL).contains("3 lignes enregistrées dans cites-region-bretagne.csv"));
}

#[test]
fn the_extension_selects_the_format() {
    let mut app = in_list(Tab::Territories, "gueret", Lang::EN);
    press(&mut app, KeyCode::Char('e'));
    for mark in ["", "\u{feff}"] {
        let (name, text, _) = saved(&mut app, KeyCode::Enter);
        assert!(name == "cites-gueret.csv" && text.starts_with(&format!("{mark}Id,")), "{name} {text}");
        press(&mut app, KeyCode::Tab);
    }
    let (name, text, _) = saved(&mut app, KeyCode::Enter);
    assert_eq!(name, "cites-gueret.json");
    let saved_cites = crate::snapshot::load_str(&text, "saved").expect("a snapshot").cites;
    assert_eq!(saved_cites.iter().map(|cite| cite.label.as_str()).collect::<Vec<_>>(), [selected(&app)]);
    press(&mut app, KeyCode::Tab);
    let (name, text, _) = saved(&mut app, KeyCode::Enter);
    assert_eq!(name, "cites-gueret.md");
    assert!(text.starts_with("| Id |"), "{text}");
    press(&mut app, KeyCode::Tab);
    assert!(saved(&mut app, KeyCode::Enter).1.starts_with("Id,Territory,"));
    execute(&mut app, Command::Edit(Edit::DeleteLeft));
    assert!(press(&mut app, KeyCode::Enter).is_empty());
    assert!(drawn(&app, USUAL).contains(".csv .json .md"));
}

#[test]
fn an_existing_file_is_replaced_only_after_confirmation() {
    let mut app = in_list(Tab::Preconisations, "", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    assert!(!saved(&mut app, KeyCode::Enter).2);
    handle(&mut app, Change::Written(WriteOutcome::Exists));
    assert_drawn("save_exists", &mut app, &[USUAL]);
    press(&mut app, KeyCode::Esc);
    assert!(!saved(&mut app, KeyCode::Enter).2, "the question is repeated");
    handle(&mut app, Change::Written(WriteOutcome::Exists));
    assert!(saved(&mut app, KeyCode::Enter).2);
    handle(&mut app, Change::Written(WriteOutcome::Failed("le disque est plein".to_owned())));
    assert!(drawn(&app, USUAL).contains("le disque est plein"));
    press(&mut app, KeyCode::Esc);
    assert!(app.popups.is_empty());
}

#[test]
fn a_spreadsheet_gets_the_mark_of_utf_8_unless_it_is_taken_away() {
    let mut app = in_list(Tab::Territories, "gueret", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    for (said, mark) in [("marque UTF-8 (BOM) : Excel l'ouvre", "\u{feff}"), ("sans marque UTF-8", "")] {
        assert!(drawn(&app, USUAL).contains(said), "{said}");
        let (name, text, _) = saved(&mut app, KeyCode::Enter);
        assert!(name == "cites-gueret.csv" && text.starts_with(&format!("{mark}N°;")), "{name} {text}");
        press(&mut app, KeyCode::Tab);
    }
    for start in ["{", "| N° |"] {
        assert!(saved(&mut app, KeyCode::Enter).1.starts_with(start));
        press(&mut app, KeyCode::Tab);
    }
    assert!(saved(&mut app, KeyCode::Enter).1.starts_with("\u{feff}"), "the first choice comes again");
}

#[test]
fn a_text_that_many_terminals_do_not_take_is_said_to_be_one() {
    let mut snapshot = (*options().snapshot).clone();
    snapshot.cites[0].label = "é".repeat(40_000);
    let mut app = started(Options { snapshot: Arc::new(snapshot), ..options() }, USUAL);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Home);
    while app.selected() != Some(Item::Cite(0)) {
        press(&mut app, KeyCode::Down);
    }
    let card = copied(&mut app, 'y');
    assert!(card.len() > 75_000 && drawn(&app, USUAL).contains("plus que n'en prennent"), "{}", card.len());
}

#[test]
fn the_overview_saves_all_matching_cites() {
    let mut app = in_list(Tab::Overview, "region:bretagne", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    assert_eq!(saved(&mut app, KeyCode::Enter).1.lines().count(), 4);
}

#[test]
fn the_command_line_of_the_view_is_copied() {
    let mut app = started(Options { query: "st etienne".to_owned(), ..options() }, USUAL);
    let ctrl_o = Event::Key(KeyEvent::new(KeyCode::Char('o'), KeyModifiers::CONTROL));
    match input(&mut app, ctrl_o.clone()).as_slice() {
        [Effect::Copy(line)] => assert!(line.starts_with("cites "), "{line}"),
        other => panic!("{other:?}"),
    }
    assert!(drawn(&app, USUAL).contains("rouvre cette vue"));
    assert_eq!(input(&mut app, ctrl_o), [Effect::CaptureMouse(false)]);
    assert!(drawn(&app, USUAL).starts_with("\"cites "));
}

#[test]
fn no_control_characters_are_copied_from_a_hostile_snapshot() {
    let mut snapshot = (*SNAPSHOT).as_ref().clone();
    for source in &mut snapshot.sources {
        source.url = "https://a.fr/\nrm -rf ~\n\u{1b}[201~".to_owned();
        source.title = "titre\r\u{1b}]0;x\u{7}".to_owned();
    }
    let snapshot = Arc::new(snapshot);
    let mut app = started(Options { snapshot, query: "angers".to_owned(), ..options() }, USUAL);
    press(&mut app, KeyCode::Enter);
    for key in ['u', 'y', 'Y'] {
        let text = copied(&mut app, key);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\r']), "{text:?}");
        assert!(key == 'y' || !text.contains('\n'), "{text:?}");
    }
}

#[test]
fn a_comparison_is_copied_and_saved() {
    let mut app = in_list(Tab::Territories, "region:bretagne", Lang::FR);
    for key in [' ', 'j', ' ', 'j', ' ', 'c'] {
        press(&mut app, KeyCode::Char(key));
    }
    assert_drawn("comparison_of_three", &mut app, &[LARGE, WIDE, USUAL, SMALL]);
    handle(&mut app, Change::Resized(USUAL));
    let copy = copied(&mut app, 'y');
    let header = copy.lines().next().unwrap_or_default();
    assert!(header.starts_with("Fait") && header.contains("Vannes"), "{copy}");
    press(&mut app, KeyCode::Char('e'));
    let (name, text, _) = saved(&mut app, KeyCode::Enter);
    assert_eq!(name, "comparaison.csv");
    let mut csv = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(csv.headers().expect("titles").len(), 4);
    let rows: Vec<csv::StringRecord> = csv.records().collect::<Result<_, _>>().expect("rows");
    let row = |name: &str| rows.iter().find(|row| &row[0] == name).expect("the row");
    assert_eq!(row("QPV").iter().skip(1).collect::<Vec<_>>(), ["5", "4", "2"]);
    assert_eq!(row("Région").iter().skip(1).collect::<Vec<_>>(), ["Bretagne"; 3]);
    while !app_saves_as(&app, "json") {
        press(&mut app, KeyCode::Tab);
    }
    let (_, text, _) = saved(&mut app, KeyCode::Enter);
    assert_eq!(crate::snapshot::load_str(&text, "saved").expect("a snapshot").cites.len(), 3);
}

fn app_saves_as(app: &App, end: &str) -> bool {
    matches!(app.popup(), Some(Popup::Save(save)) if save.name.text().ends_with(end))
}

#[test]
fn the_columns_of_a_file_are_chosen() {
    let mut app = in_list(Tab::Territories, "region:bretagne", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    press(&mut app, KeyCode::Down);
    assert_drawn("save_columns", &mut app, &[USUAL, SMALL]);
    // Without the department, but with the last one, the themes.
    for key in [KeyCode::Down, KeyCode::Down, KeyCode::Char(' '), KeyCode::End, KeyCode::Char(' ')] {
        press(&mut app, key);
    }
    let (name, text, _) = saved(&mut app, KeyCode::Enter);
    assert_eq!(name, "cites-region-bretagne.csv");
    let titles = text.lines().next().expect("titles").trim_start_matches('\u{feff}').trim_end();
    assert_eq!(
        titles,
        "N°;Territoire;Région;Périmètre;Vague;Mois depuis le label (min);Mois depuis le label (max);QPV;\
         Porteur;Thèmes"
    );
    press(&mut app, KeyCode::Esc);
    assert!(app.popup().and_then(Popup::line).is_some(), "back to the name");
    press(&mut app, KeyCode::Esc);
    assert!(app.popups.is_empty());
}

#[test]
fn one_column_stays_and_json_has_no_choice() {
    let mut app = in_list(Tab::Preconisations, "", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    press(&mut app, KeyCode::Down);
    for _ in 0..20 {
        press(&mut app, KeyCode::Char(' '));
        press(&mut app, KeyCode::Down);
    }
    let (_, text, _) = saved(&mut app, KeyCode::Enter);
    assert!(!text.lines().next().expect("titles").trim().is_empty(), "{text}");

    let mut app = in_list(Tab::Territories, "", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    press(&mut app, KeyCode::Tab);
    press(&mut app, KeyCode::Tab);
    assert!(drawn(&app, USUAL).contains(".json"), "{}", drawn(&app, USUAL));
    assert!(!drawn(&app, USUAL).contains("pour choisir"));
    press(&mut app, KeyCode::Down);
    assert!(app.popup().and_then(Popup::line).is_some(), "there is nothing to choose");
}

#[test]
fn saved_ages_are_numbers_of_months() {
    let mut app = in_list(Tab::Age, "cu angers", Lang::FR);
    press(&mut app, KeyCode::Char('e'));
    let (_, text, _) = saved(&mut app, KeyCode::Enter);
    let row: Vec<&str> = text.lines().nth(1).expect("a row").split(';').collect();
    let titles: Vec<&str> = text.lines().next().expect("titles").split(';').collect();
    let months: Vec<u32> = titles
        .iter()
        .zip(&row)
        .filter(|(title, _)| title.starts_with("Mois"))
        .map(|(_, value)| value.parse().expect("a number"))
        .collect();
    // Labelled on some day of July 2020, until 22 November 2026 and 31 December 2024.
    assert_eq!(months, [75, 76, 53, 53], "{text}");
}

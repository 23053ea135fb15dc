//! Tests of the tab of the snapshot.

use crate::snapshot::{CiteField, EMBEDDED, Input, Reliability};
use crate::tui::state::{FieldLevel, Focus, Subject};
use crate::tui::tests::drawn::assert_drawn;
use crate::tui::tests::mouse::click;
use crate::tui::tests::*;

/// Returns the index of the carrier among the fields of a Cité.
pub(super) fn carrier_index() -> usize {
    CiteField::ALL.iter().position(|field| *field == CiteField::Carrier).expect("the carrier")
}

/// Returns the explorer on the tab of the snapshot, with the focus on its list.
fn data(query: &str, size: Size) -> App {
    let mut app =
        started(Options { tab: Tab::Data, query: query.to_owned(), ..options_with_problems() }, size);
    execute(&mut app, Command::FocusList);
    app
}

#[test]
fn a_problem_leads_to_its_cite() {
    let mut app = data("", WIDE);
    assert_eq!(app.selected(), Some(Item::Snapshot));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    assert!(drawn(&app, WIDE).contains("cites[67].wave.evidence"));
    press(&mut app, KeyCode::Enter);
    assert_eq!(
        (app.tab, app.focus, selected(&app)),
        (Tab::Territories, Focus::Card, "Grand Paris Grand Est")
    );
    press(&mut app, KeyCode::Char('7'));
    assert_eq!(app.selected(), Some(Item::Problem(1)), "the selection stays");
}

#[test]
fn a_click_on_a_selected_problem_leads_to_its_cite() {
    let mut app = data("", WIDE);
    click(&mut app, WIDE, "Nevers");
    assert_eq!((app.tab, app.selected()), (Tab::Data, Some(Item::Problem(2))));
    click(&mut app, WIDE, "avertissement  CA de Nevers");
    assert_eq!((app.tab, selected(&app)), (Tab::Territories, "CA de Nevers"));
}

#[test]
fn fields_and_sources_have_cards() {
    let mut app = data("", WIDE);
    for (item, texts) in [
        (Item::Field(carrier_index()), ["carrier", "29", "cde-003"]),
        (Item::Source(0), ["Citations 13", "Cités qui la citent", "cde-042 Bordeaux"]),
    ] {
        let index = app.list().listing().items.iter().position(|listed| *listed == item);
        execute(&mut app, Command::SelectLine(index.expect("the item")));
        let screen = drawn(&app, WIDE);
        assert!(texts.iter().all(|text| screen.contains(text)), "{item:?}:\n{screen}");
        execute(&mut app, Command::FocusCard);
        assert_eq!((app.tab, app.focus), (Tab::Data, Focus::Card));
        press(&mut app, KeyCode::Esc);
    }
}

#[test]
fn the_search_restricts_the_data() {
    let mut app = data("nevers", WIDE);
    assert_drawn("data_found", &mut app, &[WIDE, USUAL, SMALL]);
    // A source is found by its title, too.
    let mut app = data("gazette des communes", WIDE);
    handle(&mut app, Change::Resized(WIDE));
    assert!(drawn(&app, WIDE).contains("La Gazette des communes"));
}

#[test]
fn the_file_and_its_problems_are_named() {
    let text = EMBEDDED.replacen("\"department\": \"49\"", "\"department\": \"35\"", 1);
    let provenance =
        Provenance { input: Some(Input::from_arg("folder/mine.json")), text: Arc::new(text.into()) };
    let mut app = started(Options { tab: Tab::Data, provenance, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("▸ mine.json") && screen.contains("folder/mine.json"), "{screen}");
    press(&mut app, KeyCode::Down);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("folder/mine.json:") && screen.contains("cites[0].communes[0]"), "{screen}");
}

#[test]
fn every_cell_of_the_matrix_lists_as_many_cites_as_it_says() {
    let coverage = crate::snapshot::coverage(&SNAPSHOT);
    for lang in Lang::ALL {
        for field in &coverage.fields {
            let at = |of: Reliability| {
                SNAPSHOT.cites.iter().filter(|cite| field.field.reliability(cite) == Some(of)).count()
            };
            for level in FieldLevel::ALL {
                let query = level.query(field.field, lang);
                let app = started(Options { query: query.clone(), lang, ..options() }, WIDE);
                assert_eq!(app.outcome.notices(lang, Subject::Cites), Vec::<String>::new(), "{query}");
                let expected = match level {
                    FieldLevel::Known => field.filled,
                    FieldLevel::Unknown => coverage.cites - field.filled,
                    FieldLevel::At(level) => at(level),
                };
                assert_eq!(app.counts().found, expected, "{query}");
            }
        }
    }
}

#[test]
fn a_cell_of_the_matrix_becomes_a_list() {
    let mut app = started(Options { tab: Tab::Data, query: "bretagne".to_owned(), ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    while app.selected() != Item::named("carrier", &SNAPSHOT) {
        press(&mut app, KeyCode::Down);
    }
    assert!(drawn(&app, WIDE).contains("[1]"), "{}", drawn(&app, WIDE));
    press(&mut app, KeyCode::Left);
    assert!(drawn(&app, WIDE).contains("[2]"), "two of three are deduced from the label");
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, app.query.text()), (Tab::Territories, "bretagne deduit:porteur"));
    assert_eq!(app.counts().found, 2);
}

#[test]
fn complete_fields_are_one_line_until_it_is_unfolded() {
    let mut app = started(Options { tab: Tab::Data, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    let label = CiteField::ALL.iter().position(|field| field.name() == "label").expect("the label");
    let lists = |app: &App, item| app.list().listing().items.contains(&item);
    assert!(lists(&app, Item::CompleteFields) && !lists(&app, Item::Field(label)));
    let line = app.list().listing().items.iter().position(|item| *item == Item::CompleteFields);
    execute(&mut app, Command::SelectLine(line.expect("the line")));
    assert!(drawn(&app, WIDE).contains("+ Complets : Territoire, Périmètre"), "{}", drawn(&app, WIDE));
    press(&mut app, KeyCode::Enter);
    assert!(lists(&app, Item::Field(label)));
    assert_eq!(app.selected(), Some(Item::CompleteFields), "the selection stays");
    press(&mut app, KeyCode::Enter);
    assert!(!lists(&app, Item::Field(label)));

    let select = Item::named("label", &SNAPSHOT);
    let initial_view = InitialView { select, in_list: true, ..InitialView::default() };
    let app = started(Options { tab: Tab::Data, initial_view, ..options() }, WIDE);
    assert_eq!(app.selected(), Some(Item::Field(label)), "a field that is asked for is listed");
}

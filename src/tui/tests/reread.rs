//! A snapshot that changes on disk while it is explored.

use crate::snapshot::{EMBEDDED, Input, check, diff, load_str};
use crate::tui::state::{Counts, Focus, Reloaded};
use crate::tui::tests::*;

const FILE: &str = "mine.json";

/// What is read when the text of the file is this by now.
fn reading(text: &str) -> Reloaded {
    match load_str(text, FILE) {
        Ok(snapshot) => {
            let text = Arc::new(text.to_owned().into());
            let provenance = Provenance { input: Some(Input::from_arg(FILE)), text };
            let report = provenance.check().report;
            let changes = diff(&SNAPSHOT, &snapshot);
            Reloaded::Read { snapshot: Arc::new(snapshot), provenance, report, changes }
        }
        Err(error) => {
            let report = check(text.as_bytes().to_vec(), FILE, u64::MAX);
            Reloaded::Broken { error, report: Arc::new(report) }
        }
    }
}

/// The text of the snapshot after a change of it.
fn changed(change: impl FnOnce(&mut Snapshot)) -> String {
    let mut snapshot = Snapshot::clone(&SNAPSHOT);
    change(&mut snapshot);
    crate::snapshot::to_json(&snapshot).expect("a text")
}

/// What is read when only the first `count` Cités are left.
pub(in crate::tui) fn reloaded(count: usize) -> Reloaded {
    reading(&changed(|snapshot| snapshot.cites.truncate(count)))
}

fn footer(app: &App) -> String {
    drawn(app, WIDE).lines().last().expect("a line").to_owned()
}

/// The id of what is selected.
fn id(app: &App) -> String {
    app.selected().and_then(|item| item.id(app.context().snapshot)).unwrap_or_default()
}

#[test]
fn the_place_the_query_and_the_marks_stay_and_a_line_says_what_changed() {
    let mut app = started(Options { query: "saint".to_owned(), ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('s'));
    press(&mut app, KeyCode::Char(' '));
    for _ in 0..3 {
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::Enter);
    let before = (id(&app), app.list().sort, app.query.text().to_owned(), app.focus);
    let marked = |app: &App| {
        let cites = &app.context().snapshot.cites;
        let marked = cites.iter().enumerate().filter(|(place, _)| app.is_marked(*place));
        marked.map(|(_, cite)| cite.id.clone()).collect::<Vec<_>>()
    };
    let marks = marked(&app);

    let text = changed(|snapshot| {
        snapshot.cites.reverse();
        snapshot.cites[3].note = "Saint-Machin".to_owned();
    });
    handle(&mut app, Change::Reloaded(reading(&text)));
    assert_eq!((id(&app), app.list().sort, app.query.text().to_owned(), app.focus), before);
    assert_eq!((marked(&app), marks.len()), (marks.clone(), 1));
    assert!(footer(&app).contains("Fichier relu") && footer(&app).contains("1 Cité"), "{}", footer(&app));
    press(&mut app, KeyCode::Char('7'));
    assert!(drawn(&app, WIDE).contains("mine.json"));
}

#[test]
fn what_is_gone_leaves_the_selection_to_the_one_after_it() {
    let mut app = started(Options { tab: Tab::Carriers, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    press(&mut app, KeyCode::Down);
    let (gone, next) = {
        let mut after = app.clone();
        press(&mut after, KeyCode::Down);
        (id(&app), id(&after))
    };
    let text = changed(|snapshot| snapshot.cites.retain(|cite| cite.id != gone));
    handle(&mut app, Change::Reloaded(reading(&text)));
    assert_eq!((id(&app), app.counts()), (next, Counts { found: 83, total: 83 }));
}

#[test]
fn no_tab_and_no_popup_shows_what_is_not_there_any_more() {
    for tab in Tab::ALL {
        for keys in ["", "?", "z", "f", "  jc", "y"] {
            let mut app = started(Options { tab, ..options() }, WIDE);
            execute(&mut app, Command::FocusList);
            press(&mut app, KeyCode::End);
            keys.chars().for_each(|key| drop(press(&mut app, KeyCode::Char(key))));
            let few = changed(|snapshot| {
                snapshot.cites.truncate(2);
                snapshot.preconisations.truncate(1);
                snapshot.sources.truncate(3);
            });
            let few = load_str(&few, FILE).expect("a snapshot");
            let (text, report) = (Provenance::embedded().text, Provenance::embedded().check().report);
            let provenance = Provenance { input: Some(Input::from_arg(FILE)), text };
            let changes = diff(&SNAPSHOT, &few);
            handle(
                &mut app,
                Change::Reloaded(Reloaded::Read { snapshot: Arc::new(few), provenance, report, changes }),
            );
            drawn(&app, WIDE);
            assert!(app.counts().total <= 2, "{tab:?} {keys:?}");
        }
    }
}

#[test]
fn a_broken_file_leaves_what_was_read_last_and_is_explained_among_the_data() {
    let mut app = started(Options { query: "gueret".to_owned(), ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    let broken = EMBEDDED.replacen("\"year\": 2020", "\"year\": 20x0", 1);
    handle(&mut app, Change::Reloaded(reading(&broken)));
    assert_eq!((id(&app).as_str(), app.counts().found), ("cde-027", 1));
    assert!(footer(&app).contains("mine.json:"), "{}", footer(&app));

    press(&mut app, KeyCode::Char('7'));
    execute(&mut app, Command::FocusList);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("Le fichier ne se lit plus"), "{screen}");
    press(&mut app, KeyCode::Down);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("20x0") && screen.contains("mine.json:"), "{screen}");
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, app.focus), (Tab::Data, Focus::Card), "it leads to no Cité");

    handle(&mut app, Change::Reloaded(reading(EMBEDDED)));
    assert!(!drawn(&app, WIDE).contains("Le fichier ne se lit plus"));
    assert!(footer(&app).contains("Fichier relu"));
}

#[test]
fn a_report_of_the_text_before_does_not_replace_that_of_the_file_as_it_is() {
    let mut app = started(Options { tab: Tab::Data, ..options() }, WIDE);
    let late = app.file.provenance.check();
    handle(&mut app, Change::Reloaded(reloaded(2)));
    let newer = Arc::clone(app.file.report.as_ref().expect("a report"));
    handle(&mut app, Change::Checked(late));
    assert!(Arc::ptr_eq(app.file.report.as_ref().expect("a report"), &newer));
}

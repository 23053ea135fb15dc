//! Tests with a snapshot that changes on disk while it is explored.

use crate::snapshot::{EMBEDDED, Input, check, diff, load_str};
use crate::tui::state::{Counts, Focus, Reloaded};
use crate::tui::tests::*;

const FILE: &str = "mine.json";

/// Returns the result of reading `text` from the file.
fn reload(text: &str) -> Reloaded {
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

/// Returns the text of the changed snapshot.
fn changed(change: impl FnOnce(&mut Snapshot)) -> String {
    let mut snapshot = Snapshot::clone(&SNAPSHOT);
    change(&mut snapshot);
    crate::snapshot::to_json(&snapshot).expect("a text")
}

/// Returns the result of reading a snapshot of the first `count` Cités.
pub(in crate::tui) fn reloaded(count: usize) -> Reloaded {
    reload(&changed(|snapshot| snapshot.cites.truncate(count)))
}

fn footer(app: &App) -> String {
    drawn(app, WIDE).lines().last().expect("a line").to_owned()
}

/// Returns the id of the selected item.
fn id(app: &App) -> String {
    app.selected().and_then(|item| item.id(app.context().snapshot)).unwrap_or_default()
}

#[test]
fn the_selection_the_query_and_the_marks_stay_and_the_footer_sums_up_the_changes() {
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
        let marked = cites.iter().enumerate().filter(|(index, _)| app.is_marked(*index));
        marked.map(|(_, cite)| cite.id.clone()).collect::<Vec<_>>()
    };
    let marks = marked(&app);

    let text = changed(|snapshot| {
        snapshot.cites.reverse();
        snapshot.cites[3].note = "Saint-Machin".to_owned();
    });
    handle(&mut app, Change::Reloaded(reload(&text)));
    assert_eq!((id(&app), app.list().sort, app.query.text().to_owned(), app.focus), before);
    assert_eq!((marked(&app), marks.len()), (marks.clone(), 1));
    assert!(footer(&app).contains("Fichier relu") && footer(&app).contains("1 Cité"), "{}", footer(&app));
    press(&mut app, KeyCode::Char('7'));
    assert!(drawn(&app, WIDE).contains("mine.json"));
}

#[test]
fn the_selection_moves_from_a_removed_cite_to_the_next_one() {
    let mut app = started(Options { tab: Tab::Carriers, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    press(&mut app, KeyCode::Down);
    let (gone, next) = {
        let mut after = app.clone();
        press(&mut after, KeyCode::Down);
        (id(&app), id(&after))
    };
    let text = changed(|snapshot| snapshot.cites.retain(|cite| cite.id != gone));
    handle(&mut app, Change::Reloaded(reload(&text)));
    assert_eq!((id(&app), app.counts()), (next, Counts { found: 83, total: 83 }));
}

#[test]
fn no_tab_and_no_popup_shows_removed_items() {
    for tab in Tab::ALL {
        for keys in ["", "?", "z", "f", "x", "d", "  jc", "y"] {
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
fn a_broken_file_keeps_the_last_snapshot_and_is_reported() {
    let mut app = started(Options { query: "gueret".to_owned(), ..options() }, WIDE);
    press(&mut app, KeyCode::Enter);
    let broken = EMBEDDED.replacen("\"year\": 2020", "\"year\": 20x0", 1);
    handle(&mut app, Change::Reloaded(reload(&broken)));
    assert_eq!((id(&app).as_str(), app.counts().found), ("cde-027", 1));
    assert!(footer(&app).contains("mine.json:"), "{}", footer(&app));

    press(&mut app, KeyCode::Char('7'));
    execute(&mut app, Command::FocusList);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("Fichier illisible"), "{screen}");
    press(&mut app, KeyCode::Down);
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("20x0") && screen.contains("mine.json:"), "{screen}");
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, app.focus), (Tab::Data, Focus::Card), "it refers to no Cité");

    handle(&mut app, Change::Reloaded(reload(&EMBEDDED)));
    assert!(!drawn(&app, WIDE).contains("Fichier illisible"));
    assert!(footer(&app).contains("Fichier relu"));
}

#[test]
fn a_late_report_does_not_replace_a_newer_one() {
    let mut app = started(Options { tab: Tab::Data, ..options() }, WIDE);
    let late = app.file.provenance.check();
    handle(&mut app, Change::Reloaded(reloaded(2)));
    let newer = Arc::clone(app.file.report.as_ref().expect("a report"));
    handle(&mut app, Change::Checked(late));
    assert!(Arc::ptr_eq(app.file.report.as_ref().expect("a report"), &newer));
}

#[test]
fn what_changed_is_listed_and_leads_to_its_cite() {
    let mut app = started(Options { tab: Tab::Data, ..options() }, WIDE);
    execute(&mut app, Command::FocusList);
    assert!(!drawn(&app, WIDE).contains("Ce qui a changé"));
    let text = changed(|snapshot| {
        let cite = snapshot.cites.iter_mut().find(|cite| cite.id == "cde-027").expect("a Cité");
        cite.note = "à vérifier".to_owned();
        snapshot.sources[0].title = "Un autre titre".to_owned();
    });
    handle(&mut app, Change::Reloaded(reload(&text)));
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("Ce qui a changé à la dernière lecture"), "{screen}");
    let change = app.list().listing().items.iter().position(|item| *item == Item::Change(0));
    execute(&mut app, Command::SelectLine(change.expect("a change")));
    let screen = drawn(&app, WIDE);
    assert!(screen.contains("/cites/cde-027/note") && screen.contains("à vérifier"), "{screen}");
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.tab, id(&app).as_str(), app.focus), (Tab::Territories, "cde-027", Focus::Card));

    // Changes of other Cités do not answer a search.
    execute(&mut app, Command::ShowTab(Tab::Data));
    execute(&mut app, Command::FocusSearch);
    write(&mut app, "bordeaux");
    assert!(!drawn(&app, WIDE).contains("Ce qui a changé"));
}

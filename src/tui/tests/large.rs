//! More Cités than can be searched between two keys.

use std::sync::mpsc;

use crate::snapshot::sample_cites;
use crate::tui::state::{Counts, LARGE, Reloaded, SearchRequest, SearchResponse, Subject};
use crate::tui::tests::*;
use crate::tui::worker::{Worker, work};

/// So many that a search takes several steps.
const COUNT: usize = 5 * LARGE;

/// Made-up Cités with little in each.
static MANY: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let few: Vec<_> = sample_cites(&SNAPSHOT, 1).take(500).collect();
    let cites = (0..COUNT).filter_map(|place| {
        let mut cite = few.get(place % few.len())?.clone();
        cite.id = format!("cde-{place:06}");
        cite.communes.truncate(1);
        cite.qpvs.clear();
        Some(cite)
    });
    Arc::new(Snapshot { cites: cites.collect(), ..Snapshot::clone(&SNAPSHOT) })
});

fn large() -> App {
    started(Options { snapshot: Arc::clone(&MANY), ..options() }, WIDE)
}

fn wanted(app: &App) -> SearchRequest {
    app.search_request().expect("something is wanted")
}

fn answer(wanted: &SearchRequest) -> SearchResponse {
    wanted.respond_alone().expect("an answer")
}

const ALL: Counts = Counts { found: COUNT, total: COUNT };

/// Answers as the worker does.
fn answer_search(app: &mut App) {
    let response = answer(&wanted(app));
    handle(app, Change::Searched(Box::new(response)));
}

fn label(app: &App) -> &str {
    match app.selected() {
        Some(Item::Cite(place)) => &MANY.cites[place].label,
        item => panic!("{item:?} is selected"),
    }
}

fn search_bar(app: &App) -> String {
    drawn(app, WIDE).lines().nth(1).expect("a line").to_owned()
}

/// The parts of an answer, then all of it.
fn parts(wanted: &SearchRequest) -> Vec<SearchResponse> {
    let index = wanted.index();
    let mut parts = Vec::new();
    let whole = wanted.respond(|| &index, &Arc::default(), &mut |so_far| {
        parts.extend(so_far.response());
        true
    });
    parts.extend(whole);
    parts
}

#[test]
fn a_key_does_not_wait_for_what_it_finds() {
    let mut app = large();
    assert!(search_bar(&app).contains("recherche… 0/50\u{202f}000"), "{}", search_bar(&app));
    answer_search(&mut app);
    assert_eq!((app.counts(), app.search_request()), (ALL, None));
    let before = app.selected();

    write(&mut app, "choisy");
    assert_eq!((app.query.text(), app.selected(), app.counts().found), ("choisy", before, COUNT));
    assert!(search_bar(&app).contains("choisy") && search_bar(&app).contains("recherche…"));
    assert!(drawn(&app, SMALL).contains('…'));

    answer_search(&mut app);
    assert!(label(&app).contains("Choisy"), "{}", label(&app));
    assert!(app.counts().found < COUNT);
    assert!(!search_bar(&app).contains("recherche"), "{}", search_bar(&app));
}

#[test]
fn what_nobody_waits_for_any_more_is_not_shown() {
    let mut app = large();
    write(&mut app, "limoges");
    let old = answer(&wanted(&app));
    write(&mut app, " x");
    handle(&mut app, Change::Searched(Box::new(old.clone())));
    assert_eq!((app.counts().found, app.search_request().is_some()), (0, true));
    press(&mut app, KeyCode::Backspace);
    press(&mut app, KeyCode::Backspace);
    handle(&mut app, Change::Searched(Box::new(old.clone())));
    let found = app.counts().found;
    assert!(found > 0);
    execute(&mut app, Command::ShowTab(Tab::Age));
    handle(&mut app, Change::Searched(Box::new(old)));
    assert_eq!(app.list().listing().items, [], "the list of another tab");
    answer_search(&mut app);
    assert_eq!(app.list().listing().items.len(), found);
}

#[test]
fn nothing_is_said_to_be_missing_while_it_is_looked_for() {
    let mut app = large();
    write(&mut app, "zzzzzz");
    assert!(!drawn(&app, WIDE).contains("Rien ne correspond"));
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("Rien ne correspond"));
}

#[test]
fn what_is_found_is_shown_in_parts_the_best_of_each_first() {
    let mut app = large();
    write(&mut app, "saint");
    let parts = parts(&wanted(&app));
    let [first, second, .., whole] = parts.as_slice() else { panic!("{} parts", parts.len()) };
    let all: Vec<usize> = whole.outcome.cites().collect();
    for part in &parts {
        let mut rest = all.iter();
        assert!(part.outcome.cites().all(|cite| rest.any(|other| *other == cite)), "in the order of all");
    }
    handle(&mut app, Change::Searched(Box::new(first.clone())));
    assert_eq!(app.counts().found, first.outcome.cites().len());
    assert!(search_bar(&app).contains("recherche…"));
    // Who stays on the best follows it; who goes to another stays there.
    handle(&mut app, Change::Searched(Box::new(second.clone())));
    assert_eq!(app.selected(), second.outcome.best(Subject::Cites));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    let gone_to = app.selected();
    handle(&mut app, Change::Searched(Box::new(whole.clone())));
    assert_eq!((app.selected(), app.search_request()), (gone_to, None));
    assert_ne!(gone_to, whole.outcome.best(Subject::Cites));
}

#[test]
fn a_search_ends_when_it_is_told_to() {
    let mut app = large();
    write(&mut app, "e");
    let wanted = wanted(&app);
    let (index, mut steps) = (wanted.index(), 0);
    let answer = wanted.respond(|| &index, &Arc::default(), &mut |_| {
        steps += 1;
        false
    });
    assert!(answer.is_none());
    assert_eq!(steps, 1);
}

/// What is wanted after each letter of a query.
fn letter_by_letter(query: &str) -> Vec<SearchRequest> {
    let mut app = large();
    let wanted = query.chars().map(|letter| {
        press(&mut app, KeyCode::Char(letter));
        wanted(&app)
    });
    wanted.collect()
}

#[test]
fn the_worker_answers_only_the_newest_of_what_waits_for_it() {
    let wanted = letter_by_letter("lim");
    let (sender, asked) = mpsc::channel();
    wanted.iter().for_each(|wanted| sender.send(wanted.clone()).expect("a receiver"));
    drop(sender);
    let mut told = Vec::new();
    work(&asked, |answer| {
        told.push(answer.outcome.query().text().to_owned());
        true
    });
    assert_eq!(told.last().map(String::as_str), Some("lim"));
    assert!(!told.contains(&"l".to_owned()) && !told.contains(&"li".to_owned()), "{told:?}");
}

#[test]
fn what_grew_letter_by_letter_finds_the_same() {
    let wanted = letter_by_letter("haute saone");
    let (sender, answers) = mpsc::channel();
    let worker = Worker::start(move |answer: SearchResponse| sender.send(answer).is_ok()).expect("a thread");
    for wanted in &wanted {
        worker.send(wanted.clone());
        let whole = answers.iter().find(|answer| answer.outcome.is_complete).expect("an answer");
        let alone = answer(wanted);
        assert!(whole.outcome.cites().eq(alone.outcome.cites()), "{:?}", alone.outcome.query());
    }
}

#[test]
fn what_is_wrong_with_many_cites_is_told_once_it_is_known() {
    let mut app = large();
    assert!(app.check_request().is_none(), "nobody looks at it");
    execute(&mut app, Command::ShowTab(Tab::Data));
    execute(&mut app, Command::FocusList);
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("Vérification en cours…"));
    let response = app.check_request().expect("something is to be checked").check();
    handle(&mut app, Change::Checked(response));
    assert!(app.check_request().is_none());
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("3 problèmes trouvés"));
    // A card names no more of them than can be read.
    let place = app.list().listing().items.iter().position(|item| *item == Item::Field(5));
    execute(&mut app, Command::SelectLine(place.expect("the carriers")));
    let card = app.card().expect("a card");
    assert!(card.sections.iter().all(|section| section.entries.len() <= 201));
}

#[test]
fn what_is_to_be_selected_at_the_start_is_selected_once_it_is_listed() {
    let start = InitialView { select: Some(Item::Cite(40_000)), ..InitialView::default() };
    let mut app = started(Options { snapshot: Arc::clone(&MANY), initial_view: start, ..options() }, WIDE);
    answer_search(&mut app);
    assert_eq!(app.selected(), Some(Item::Cite(40_000)));
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Home);
    press(&mut app, KeyCode::Char('s'));
    answer_search(&mut app);
    assert_ne!(app.selected(), Some(Item::Cite(40_000)), "only at the start");
}

#[test]
fn many_cites_that_change_on_disk_are_listed_again_at_the_same_place() {
    let mut app = large();
    answer_search(&mut app);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::End);
    let id = |app: &App| app.selected().and_then(|item| item.id(app.context().snapshot));
    let last = id(&app);

    let mut reversed = Snapshot::clone(&MANY);
    reversed.cites.reverse();
    let provenance = Provenance::embedded();
    let report = provenance.check().report;
    let changes = crate::snapshot::diff(&SNAPSHOT, &SNAPSHOT);
    handle(
        &mut app,
        Change::Reloaded(Reloaded::Read { snapshot: Arc::new(reversed), provenance, report, changes }),
    );
    assert_eq!(id(&app), last, "while it is searched");
    answer_search(&mut app);
    assert_eq!((id(&app), app.counts(), app.search_request()), (last, ALL, None));
}

//! Tests with more Cités than can be searched between two keys.

use std::sync::mpsc;

use crate::snapshot::sample_cites;
use crate::tui::state::{Counts, LARGE, Reloaded, SearchRequest, SearchResponse, Subject};
use crate::tui::tests::*;
use crate::tui::worker::{Worker, work};

/// The number of Cités: a search takes several steps.
const COUNT: usize = 5 * LARGE;

/// A snapshot of small generated Cités.
static MANY: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let few: Vec<_> = sample_cites(&SNAPSHOT, 1).take(500).collect();
    let cites = (0..COUNT).filter_map(|index| {
        let mut cite = few.get(index % few.len())?.clone();
        cite.id = format!("cde-{index:06}");
        cite.communes.truncate(1);
        cite.qpvs.clear();
        Some(cite)
    });
    Arc::new(Snapshot { cites: cites.collect(), ..Snapshot::clone(&SNAPSHOT) })
});

fn large() -> App {
    started(Options { snapshot: Arc::clone(&MANY), ..options_with_problems() }, WIDE)
}

fn request(app: &App) -> SearchRequest {
    app.search_request().expect("a request")
}

fn respond(request: &SearchRequest) -> SearchResponse {
    request.respond_alone().expect("a response")
}

const ALL: Counts = Counts { found: COUNT, total: COUNT };

/// Responds to the request of the explorer, instead of the worker.
fn answer_search(app: &mut App) {
    let response = respond(&request(app));
    handle(app, Change::Searched(Box::new(response)));
}

fn label(app: &App) -> &str {
    match app.selected() {
        Some(Item::Cite(index)) => &MANY.cites[index].label,
        item => panic!("{item:?} is selected"),
    }
}

fn search_bar(app: &App) -> String {
    drawn(app, WIDE).lines().nth(1).expect("a line").to_owned()
}

/// Returns the partial responses to a request, then the complete one.
fn parts(request: &SearchRequest) -> Vec<SearchResponse> {
    let index = request.index();
    let mut parts = Vec::new();
    let whole = request.respond(|| &index, &Arc::default(), &mut |so_far| {
        parts.extend(so_far.response());
        true
    });
    parts.extend(whole);
    parts
}

#[test]
fn a_key_does_not_wait_for_the_search() {
    let mut app = large();
    assert!(search_bar(&app).contains("recherche… 0/50\u{202f}000"), "{}", search_bar(&app));
    answer_search(&mut app);
    assert_eq!((app.counts(), app.search_request()), (ALL, None));
    let before = app.selected();

    write(&mut app, "limoges");
    assert_eq!((app.query.text(), app.selected(), app.counts().found), ("limoges", before, COUNT));
    assert!(search_bar(&app).contains("limoges") && search_bar(&app).contains("recherche…"));
    assert!(!Command::OpenCrossTable.is_enabled(&app), "nothing is counted that is not known yet");
    let mut small = app.clone();
    handle(&mut small, Change::Resized(SMALL));
    assert!(drawn(&small, SMALL).contains('…'), "{}", drawn(&small, SMALL));

    answer_search(&mut app);
    assert!((1..COUNT).contains(&app.counts().found), "{}", label(&app));
    assert!(!search_bar(&app).contains("recherche"), "{}", search_bar(&app));
    assert!(Command::OpenCrossTable.is_enabled(&app));
}

#[test]
fn an_outdated_response_is_not_shown() {
    let mut app = large();
    write(&mut app, "limoges");
    let old = respond(&request(&app));
    write(&mut app, " x");
    handle(&mut app, Change::Searched(Box::new(old.clone())));
    assert_eq!((app.counts().found, app.search_request().is_some()), (0, true));
    press(&mut app, KeyCode::Backspace);
    press(&mut app, KeyCode::Backspace);
    handle(&mut app, Change::Searched(Box::new(old.clone())));
    let found = app.counts().found;
    assert!(found > 0);
    execute(&mut app, Command::ShowTab(Tab::Map));
    handle(&mut app, Change::Searched(Box::new(old)));
    assert_eq!(app.list().listing().items, [], "the list of another tab");
    answer_search(&mut app);
    assert_eq!(app.list().listing().items.len(), found);
}

#[test]
fn nothing_is_reported_missing_during_a_search() {
    let mut app = large();
    write(&mut app, "zzzzzz");
    assert!(!drawn(&app, WIDE).contains("Rien ne correspond"));
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("Rien ne correspond"));
}

#[test]
fn partial_results_are_shown_with_the_best_match_selected() {
    let mut app = large();
    write(&mut app, "metropole");
    let parts = parts(&request(&app));
    let [first, second, .., whole] = parts.as_slice() else { panic!("{} parts", parts.len()) };
    let all: Vec<usize> = whole.outcome.cites().collect();
    for part in &parts {
        let mut rest = all.iter();
        assert!(part.outcome.cites().all(|cite| rest.any(|other| *other == cite)), "in the order of all");
    }
    handle(&mut app, Change::Searched(Box::new(first.clone())));
    assert_eq!(app.counts().found, first.outcome.cites().len());
    assert!(search_bar(&app).contains("recherche…"));
    // The selection follows the best match until it is moved.
    handle(&mut app, Change::Searched(Box::new(second.clone())));
    assert_eq!(app.selected(), second.outcome.best(Subject::Cites));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    let moved_to = app.selected();
    handle(&mut app, Change::Searched(Box::new(whole.clone())));
    assert_eq!((app.selected(), app.search_request()), (moved_to, None));
    assert_ne!(moved_to, whole.outcome.best(Subject::Cites));
}

#[test]
fn a_search_can_be_cancelled() {
    let mut app = large();
    write(&mut app, "e");
    let request = request(&app);
    let (index, mut steps) = (request.index(), 0);
    let response = request.respond(|| &index, &Arc::default(), &mut |_| {
        steps += 1;
        false
    });
    assert!(response.is_none());
    assert_eq!(steps, 1);
}

/// Returns the request after each letter of a query.
fn requests_by_letter(query: &str) -> Vec<SearchRequest> {
    let mut app = large();
    let requests = query.chars().map(|letter| {
        press(&mut app, KeyCode::Char(letter));
        request(&app)
    });
    requests.collect()
}

#[test]
fn the_worker_responds_only_to_the_newest_request() {
    let requests = requests_by_letter("lim");
    let (sender, receiver) = mpsc::channel();
    requests.iter().for_each(|request| sender.send(request.clone()).expect("a receiver"));
    drop(sender);
    let mut queries = Vec::new();
    work(&receiver, |response| {
        queries.push(response.outcome.query().text().to_owned());
        true
    });
    assert_eq!(queries.last().map(String::as_str), Some("lim"));
    assert!(!queries.contains(&"l".to_owned()) && !queries.contains(&"li".to_owned()), "{queries:?}");
}

#[test]
fn a_query_typed_letter_by_letter_finds_the_same() {
    let requests = requests_by_letter("haute saone");
    let (sender, responses) = mpsc::channel();
    let worker =
        Worker::start(move |response: SearchResponse| sender.send(response).is_ok()).expect("a thread");
    for request in &requests {
        worker.send(request.clone());
        let whole = responses.iter().find(|response| response.outcome.is_complete).expect("a response");
        let alone = respond(request);
        assert!(whole.outcome.cites().eq(alone.outcome.cites()), "{:?}", alone.outcome.query());
    }
}

#[test]
fn the_problems_of_many_cites_are_listed_after_the_check() {
    let mut app = large();
    assert!(app.check_request().is_none(), "the tab is not open");
    execute(&mut app, Command::ShowTab(Tab::Data));
    execute(&mut app, Command::FocusList);
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("Vérification en cours…"));
    let response = app.check_request().expect("a request").check();
    handle(&mut app, Change::Checked(response));
    assert!(app.check_request().is_none());
    answer_search(&mut app);
    assert!(drawn(&app, WIDE).contains("3 problèmes trouvés"));
    // A card lists a limited number of Cités.
    let index =
        app.list().listing().items.iter().position(|item| *item == Item::Field(data::carrier_index()));
    execute(&mut app, Command::SelectLine(index.expect("the carriers")));
    let card = app.card().expect("a card");
    assert!(card.sections.iter().all(|section| section.entries.len() <= 201));
}

#[test]
fn the_initial_selection_is_made_after_the_first_search() {
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
fn the_selection_survives_a_reload_of_many_cites() {
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
    assert_eq!(id(&app), last, "during the search");
    answer_search(&mut app);
    assert_eq!((id(&app), app.counts(), app.search_request()), (last, ALL, None));
}

#[test]
fn the_index_of_a_few_cites_is_built_by_a_thread_or_by_the_first_letter() {
    assert!(large().index_to_build().is_none(), "the worker has its own");
    let mut app = app(WIDE);
    let build = app.index_to_build().expect("an index to build");
    build();
    assert!(app.index.get().is_some() && app.index_to_build().is_none());
    write(&mut app, "gueret");
    assert_eq!(selected(&app), "CA du Grand Guéret");
}

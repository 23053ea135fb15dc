//! A keystroke in the explorer, from the key to the bytes of the frame: fold,
//! filter, rank, list, draw, on 84 to a million Cités, and a move in the list.
//!
//! From 10 thousand Cités on, a worker searches and lists. Then the key itself
//! is `key_while_the_worker_searches`, what the person waits for is
//! `keystroke`, both with the drawing of the frame. The baseline is
//! fuzzy-matcher alone in `search.rs`.

use std::io;
use std::sync::{Arc, LazyLock, Mutex};

use cites_emploi::search::Index;
use cites_emploi::snapshot::Snapshot;
use cites_emploi::tui::App;
use cites_emploi::tui::state::{Event, SearchOutcome};
use cites_emploi::tui::terminal::{Cursor, DrawHints, Screen};
use crossterm::event::{Event as Input, KeyCode};
use divan::Bencher;
use ratatui::layout::Size;

use super::many::{self, Kept, TODAY, kept};

const SIZES: [usize; 4] = [84, 10_000, 100_000, 1_000_000];
const LARGE: [usize; 3] = [10_000, 100_000, 1_000_000];
/// The last letter of `reims`, which has few matches. `e` alone matches everything.
const SELECTIVE: char = 's';
const UNSELECTIVE: char = 'e';
const SIZE: Size = Size::new(120, 40);

static SNAPSHOTS: LazyLock<Kept<Arc<Snapshot>>> = LazyLock::new(Mutex::default);
static INDEXES: LazyLock<Kept<Index>> = LazyLock::new(Mutex::default);

/// The explorer with a query, and the screen that shows it.
struct Explorer {
    app: App,
    screen: Screen<io::Sink>,
    index: &'static Index,
    outcome: Arc<SearchOutcome>,
}

impl Explorer {
    fn new(cites: usize, query: &str) -> Self {
        let snapshot = kept(&SNAPSHOTS, cites, |rows| Arc::new(many::snapshot(rows)));
        let index = kept(&INDEXES, cites, |_| Index::new(snapshot, TODAY));
        let app = many::explorer(Arc::clone(snapshot), query);
        let screen = Screen::new(io::sink(), SIZE);
        let mut explorer = Self { app, screen, index, outcome: Arc::default() };
        let _ = explorer.app.handle(Event::Resized(SIZE));
        explorer.answer();
        // The index is made with the first letter.
        for key in [KeyCode::Char('x'), KeyCode::Backspace] {
            explorer.press(key);
            explorer.answer();
        }
        explorer.draw();
        explorer
    }

    fn press(&mut self, key: KeyCode) {
        let _ = self.app.input(Input::Key(key.into()));
    }

    /// Responds to the request of the explorer, instead of the worker.
    fn answer(&mut self) {
        if let Some(request) = self.app.search_request() {
            let response = request.respond(|| self.index, &self.outcome, &mut |_| true).expect("a response");
            self.outcome = Arc::clone(&response.outcome);
            let _ = self.app.handle(Event::Searched(Box::new(response)));
        }
    }

    fn draw(&mut self) {
        let Self { app, screen, .. } = self;
        screen.draw(DrawHints::default(), |buffer| app.render(buffer).map(Cursor::from)).expect("a frame");
    }
}

#[divan::bench(args = SIZES, consts = [SELECTIVE, UNSELECTIVE], sample_count = 20, sample_size = 1)]
fn keystroke<const LETTER: char>(bencher: Bencher, cites: usize) {
    let query = if LETTER == SELECTIVE { "reim" } else { "" };
    bencher.with_inputs(|| Explorer::new(cites, query)).bench_local_refs(|explorer| {
        explorer.press(KeyCode::Char(LETTER));
        explorer.answer();
        explorer.draw();
    });
}

#[divan::bench(args = LARGE, sample_count = 20, sample_size = 1)]
fn key_while_the_worker_searches(bencher: Bencher, cites: usize) {
    bencher.with_inputs(|| Explorer::new(cites, "")).bench_local_refs(|explorer| {
        explorer.press(KeyCode::Char('e'));
        explorer.draw();
    });
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn move_in_the_list(bencher: Bencher, cites: usize) {
    let started = || {
        let mut explorer = Explorer::new(cites, "");
        explorer.press(KeyCode::Enter);
        explorer.draw();
        explorer
    };
    bencher.with_inputs(started).bench_local_refs(|explorer| {
        explorer.press(KeyCode::Down);
        explorer.draw();
    });
}

//! Tests of the explorer on the embedded snapshot and a fixed day: its keys, its
//! mouse, and its screens in `snapshots/`.

mod areas;
mod charts;
mod cross;
mod data;
mod drawn;
mod export;
mod keys;
mod large;
mod looks;
mod mouse;
mod neighbours;
mod popups;
mod random_events;
mod reload;

pub(super) use reload::reloaded;

use std::sync::{Arc, LazyLock};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::locale::Lang;
use crate::snapshot::{Snapshot, embedded, embedded_with_problems};
use crate::tui::App;
use crate::tui::state::{
    ClipboardAccess, Edit, Effect, Event as Change, InitialView, Item, Options, Provenance, Tab,
};
use crate::tui::theme::Theme;
use crate::tui::update::Command;

const LARGE: Size = Size::new(200, 60);
const WIDE: Size = Size::new(120, 40);
const USUAL: Size = Size::new(80, 24);
const LOW: Size = Size::new(60, 15);
const SMALL: Size = Size::new(40, 12);

static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| Arc::new(embedded().expect("the snapshot")));

pub(super) fn options() -> Options {
    Options {
        snapshot: Arc::clone(&SNAPSHOT),
        provenance: Provenance::embedded(),
        lang: Lang::FR,
        today: jiff::civil::date(2026, 11, 22),
        theme: Theme::DARK,
        query: String::new(),
        tab: Tab::Territories,
        initial_view: InitialView::default(),
        mouse: true,
        history: false,
        clipboard: ClipboardAccess::Unknown,
        opens_addresses: false,
        folder: "/home/ane/dossiers".to_owned(),
    }
}

/// Returns options with a text that has three problems, one for each of three Cités.
pub(super) fn options_with_problems() -> Options {
    let text = Arc::new(embedded_with_problems().into());
    Options { provenance: Provenance { input: None, text }, ..options() }
}

fn started(options: Options, size: Size) -> App {
    let mut app = App::new(options);
    handle(&mut app, Change::Resized(size));
    app
}

fn app(size: Size) -> App {
    started(options(), size)
}

/// Carries out a command, then the check that it requests, if any.
fn execute(app: &mut App, command: Command) -> Vec<Effect> {
    let effects = app.execute(command);
    check(app);
    effects
}

/// Applies an event, then runs the check that it requests, if any.
fn handle(app: &mut App, event: Change) {
    assert_eq!(app.handle(event), []);
    check(app);
}

/// Applies a key, a paste or a mouse event, then runs the check that it requests,
/// if any.
fn input(app: &mut App, event: Event) -> Vec<Effect> {
    let effects = app.input(event);
    check(app);
    effects
}

/// Checks the snapshot at once, which the explorer does on a thread.
fn check(app: &mut App) {
    if let Some(provenance) = app.check_request().cloned().filter(|_| !app.is_large()) {
        assert_eq!(app.handle(Change::Checked(provenance.check())), []);
    }
}

fn press(app: &mut App, code: KeyCode) -> Vec<Effect> {
    input(app, Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn write(app: &mut App, text: &str) {
    for c in text.chars() {
        press(app, KeyCode::Char(c));
    }
}

/// Returns the label of the selected Cité, or the id of the selected préconisation.
fn selected(app: &App) -> &str {
    match app.selected() {
        Some(Item::Cite(index)) => &SNAPSHOT.cites[index].label,
        Some(Item::Preconisation(index)) => &SNAPSHOT.preconisations[index].id,
        _ => "",
    }
}

fn drawn(app: &App, size: Size) -> String {
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
    terminal.draw(|frame| *frame.buffer_mut() = buffer(app, size)).expect("a frame");
    terminal.backend().to_string()
}

fn buffer(app: &App, size: Size) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
    app.render(&mut buffer);
    buffer
}

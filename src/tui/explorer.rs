//! The explorer as a program of the event loop: it passes input and events to
//! the state, runs the effects, and owns the threads that work for the state.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{io, thread};

use crossterm::event::Event as Input;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::locale::Lang;
use crate::save;
use crate::tui::App;
use crate::tui::browser;
use crate::tui::history::HistoryFile;
use crate::tui::state::{
    CardArea, Effect, Event, Options, Provenance, SearchRequest, SnapshotText, WriteFile, WriteOutcome,
};
use crate::tui::terminal::{
    self, Cursor, DrawHints, Echo, Ending, EventSender, LoopRequest, Modes, Program, background,
};
use crate::tui::view::{FrameCursor, FrameEcho};
use crate::tui::watch::{self, FollowedFile, ReadRequests};
use crate::tui::worker::Worker;

/// Opens the explorer on the terminal and returns when it ends. If a file is
/// given, its changes are shown as its watcher notices them.
///
/// # Errors
/// The terminal cannot be taken over.
pub fn explore(options: Options, follow: Option<FollowedFile>) -> io::Result<Ending> {
    let mouse = options.mouse;
    let query_background = options.theme.follows_background() && background::takes_osc();
    let mut explorer = Explorer::new(options, follow);
    terminal::run(&mut explorer, Modes { mouse, query_background })
}

/// The state, and the threads that work for it.
pub(super) struct Explorer {
    app: App,
    /// Whether the explorer takes the mouse from the terminal.
    mouse: bool,
    /// Whether the terminal takes links.
    has_links: bool,
    /// The sender for events of the threads; set before the first frame.
    events: Option<EventSender<Event>>,
    /// The search thread, started when it is first needed.
    worker: Option<Worker>,
    /// The last request that the worker got.
    requested: Option<SearchRequest>,
    /// The text that a thread is checking, or has checked.
    checking: Option<Arc<SnapshotText>>,
    /// The file of the snapshot, until a thread follows it.
    follow: Option<FollowedFile>,
    /// Has that thread read the file again.
    read_requests: Option<ReadRequests>,
    /// The file of earlier queries, if there is one.
    history: Option<HistoryFile>,
}

impl Explorer {
    pub(super) fn new(options: Options, follow: Option<FollowedFile>) -> Self {
        let mouse = options.mouse;
        let history = if options.history { HistoryFile::of_user() } else { None };
        let app = App::new(options);
        Self {
            app,
            mouse,
            has_links: background::takes_osc(),
            events: None,
            worker: None,
            requested: None,
            checking: None,
            follow,
            read_requests: None,
            history,
        }
    }

    /// Applies a change to the state, runs its effects, and starts the work
    /// that the state now waits for. Returns what is left for the event loop,
    /// in order.
    #[must_use]
    fn dispatch(&mut self, change: impl FnOnce(&mut App) -> Vec<Effect>) -> Vec<LoopRequest> {
        let effects = change(&mut self.app);
        let mut requests = self.run(effects);
        requests.extend(self.request_search());
        requests.extend(self.request_check());
        requests
    }

    fn run(&mut self, effects: Vec<Effect>) -> Vec<LoopRequest> {
        let mut requests = Vec::new();
        for effect in effects {
            match effect {
                Effect::Quit => requests.push(LoopRequest::Quit),
                Effect::Repaint => requests.push(LoopRequest::Repaint),
                Effect::Suspend => requests.push(LoopRequest::Suspend),
                Effect::Copy(text) => requests.push(LoopRequest::Copy(text)),
                Effect::Open(url) => {
                    if !browser::open(&url) {
                        requests.push(LoopRequest::Copy(url));
                    }
                }
                Effect::CaptureMouse(on) => {
                    if self.mouse {
                        terminal::set_mouse_reporting(on);
                    }
                }
                Effect::ReadAgain => {
                    self.start_following();
                    if let Some(requests) = &mut self.read_requests {
                        requests.send();
                    }
                }
                Effect::ReadHistory => {
                    let queries = self.history.as_ref().map(HistoryFile::read).unwrap_or_default();
                    let effects = self.app.handle(Event::HistoryRead(queries));
                    requests.extend(self.run(effects));
                }
                Effect::Remember(query) => {
                    if let Some(history) = &self.history {
                        history.add(&query);
                    }
                }
                Effect::Write(file) => {
                    let outcome = write(&file, self.app.lang);
                    let effects = self.app.handle(Event::Written(outcome));
                    requests.extend(self.run(effects));
                }
            }
        }
        requests
    }

    /// Starts the thread that follows the file, unless it runs or there is no file.
    fn start_following(&mut self) {
        let Some(events) = self.events.clone() else { return };
        let Some(file) = self.follow.take() else { return };
        let sender = events.clone();
        match watch::follow(file, move |reloaded| sender.send(Event::Reloaded(reloaded))) {
            Ok(requests) => self.read_requests = Some(requests),
            Err(error) => drop(events.send(Event::NotWatched(error.to_string()))),
        }
    }

    /// Sends the worker a request about a large snapshot if it has changed.
    fn request_search(&mut self) -> Vec<LoopRequest> {
        let request = self.app.search_request().filter(|_| self.app.is_large());
        if request == self.requested {
            return Vec::new();
        }
        self.requested.clone_from(&request);
        let Some(request) = request else { return Vec::new() };
        if let (None, Some(events)) = (&self.worker, self.events.clone()) {
            self.worker =
                Worker::start(move |response| events.send(Event::Searched(Box::new(response)))).ok();
        }
        match &self.worker {
            Some(worker) => worker.send(request),
            // Without a thread, the key waits for the search.
            None => {
                if let Some(response) = request.respond_alone() {
                    let effects = self.app.handle(Event::Searched(Box::new(response)));
                    return self.run(effects);
                }
            }
        }
        Vec::new()
    }

    /// Checks the snapshot on a thread of its own if its problems are looked
    /// at and neither known nor being searched for.
    fn request_check(&mut self) -> Vec<LoopRequest> {
        let Some(provenance) = self.app.check_request().cloned() else { return Vec::new() };
        let is_checking = self.checking.as_ref().is_some_and(|text| Arc::ptr_eq(text, &provenance.text));
        let Some(events) = self.events.clone().filter(|_| !is_checking) else { return Vec::new() };
        self.checking = Some(Arc::clone(&provenance.text));
        match check_on_thread(provenance.clone(), events) {
            Ok(()) => Vec::new(),
            // Without a thread, the key waits for the check.
            Err(_) => {
                let effects = self.app.handle(Event::Checked(provenance.check()));
                self.run(effects)
            }
        }
    }
}

fn check_on_thread(provenance: Provenance, events: EventSender<Event>) -> io::Result<()> {
    let check = move || {
        events.send(Event::Checked(provenance.check()));
    };
    thread::Builder::new().name("check".to_owned()).spawn(check).map(drop)
}

impl From<FrameCursor> for Cursor {
    fn from(FrameCursor { position, is_visible }: FrameCursor) -> Self {
        Self { position, is_visible }
    }
}

impl From<FrameEcho> for Echo {
    fn from(FrameEcho { position, character, style, blank }: FrameEcho) -> Self {
        Self { position, character, style, blank }
    }
}

impl Program for Explorer {
    /// The events that the threads send.
    type Event = Event;

    fn connect(&mut self, events: EventSender<Event>) {
        self.events = Some(events);
        if self.follow.as_ref().is_some_and(|file| file.watcher.waits_for_changes()) {
            self.start_following();
        }
    }

    fn on_first_frame(&mut self) {
        let Some(build) = self.app.index_to_build() else { return };
        // Without the thread, the first key builds the index.
        let _ = thread::Builder::new().name("index".to_owned()).spawn(build);
    }

    fn on_event(&mut self, event: Event) -> Vec<LoopRequest> {
        self.dispatch(|app| app.handle(event))
    }

    fn on_background(&mut self, is_light: bool) -> Vec<LoopRequest> {
        self.dispatch(|app| app.handle(Event::LightBackground(is_light)))
    }

    fn on_input(&mut self, input: Input) -> Vec<LoopRequest> {
        self.dispatch(|app| app.input(input))
    }

    fn echo(&self, input: &Input) -> Option<Echo> {
        self.app.echo(input).map(Echo::from)
    }

    fn on_resize(&mut self, size: Size) -> Vec<LoopRequest> {
        self.dispatch(|app| app.handle(Event::Resized(size)))
    }

    fn render(&self, buffer: &mut Buffer) -> Option<Cursor> {
        self.app.render(buffer).map(Cursor::from)
    }

    fn draw_hints(&self) -> DrawHints {
        let links = if self.has_links { self.app.links() } else { Arc::default() };
        match self.app.areas() {
            Some(areas) if self.app.popups.is_empty() => DrawHints {
                scroll_area: areas.rows,
                // Over a slow link, the list shows a key's effect before the card arrives.
                draw_last: match areas.card {
                    CardArea::Beside(card) | CardArea::Below(card) => card,
                    CardArea::Closed | CardArea::Instead(_) => Rect::ZERO,
                },
                links,
                ..DrawHints::default()
            },
            _ => DrawHints { links, ..DrawHints::default() },
        }
    }
}

fn write(file: &WriteFile, lang: Lang) -> WriteOutcome {
    let path = expand_home(&file.path);
    let written = match file.replace {
        true => save::save(&path, &file.bytes),
        false => save::save_new(&path, &file.bytes),
    };
    match written {
        Ok(()) => WriteOutcome::Written,
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => WriteOutcome::Exists,
        Err(error) => WriteOutcome::Failed(error.describe(lang)),
    }
}

/// Replaces a leading `~` by the home folder, as shells do.
fn expand_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};

    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::tui::state::{Item, Reloaded, Tab};
    use crate::tui::terminal::Message;
    use crate::tui::tests::{options, options_with_problems, reloaded};

    /// Returns the explorer, and the receiver of the messages of its threads.
    fn explorer(tab: Tab) -> (Explorer, Receiver<Message<Event>>) {
        let (sender, messages) = mpsc::channel();
        let mut explorer = Explorer::new(Options { tab, ..options_with_problems() }, None);
        explorer.connect(EventSender::new(sender));
        assert_eq!(explorer.on_resize(Size::new(120, 40)), []);
        (explorer, messages)
    }

    fn press(explorer: &mut Explorer, code: KeyCode, modifiers: KeyModifiers) -> Vec<LoopRequest> {
        explorer.on_input(Input::Key(KeyEvent::new(code, modifiers)))
    }

    /// Waits for the next event, as the loop does.
    fn next(messages: &Receiver<Message<Event>>) -> Event {
        match messages.recv().expect("a message") {
            Message::Event(event) => event,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_key_that_opens_the_snapshot_does_not_wait_for_its_check() {
        let (mut explorer, messages) = explorer(Tab::Territories);
        press(&mut explorer, KeyCode::Char('7'), KeyModifiers::ALT);
        assert_eq!(explorer.app.tab, Tab::Data);
        assert!(explorer.app.file.report.is_none());
        let report = next(&messages);
        assert!(matches!(report, Event::Checked(_)), "{report:?}");
        assert_eq!(explorer.on_event(report), []);
        assert!(explorer.app.file.report.is_some());
        assert!(explorer.app.list().listing().items.contains(&Item::Problem(0)));
    }

    #[test]
    fn a_text_is_checked_once_and_each_new_one_again() {
        let (mut explorer, messages) = explorer(Tab::Data);
        // Other keys do not start another check.
        for key in ['x', 'y', 'z'] {
            press(&mut explorer, KeyCode::Char(key), KeyModifiers::NONE);
        }
        let late = next(&messages);
        assert!(matches!(late, Event::Checked(_)), "{late:?}");
        let Reloaded::Read { snapshot, provenance, report, changes } = reloaded(2) else {
            panic!("a snapshot")
        };
        let newer = Arc::clone(&report);
        let _ = explorer.on_event(Event::Reloaded(Reloaded::Read { snapshot, provenance, report, changes }));
        let _ = explorer.on_event(late);
        assert!(Arc::ptr_eq(explorer.app.file.report.as_ref().expect("a report"), &newer));
        drop(explorer);
        assert!(messages.recv().is_err(), "nothing else was started");
    }

    #[test]
    fn effects_are_run_in_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("cites.csv");
        let (mut explorer, _messages) = explorer(Tab::Territories);
        press(&mut explorer, KeyCode::Enter, KeyModifiers::NONE);
        assert!(matches!(
            press(&mut explorer, KeyCode::Char('y'), KeyModifiers::NONE).as_slice(),
            [LoopRequest::Copy(_)]
        ));
        press(&mut explorer, KeyCode::Char('e'), KeyModifiers::NONE);
        press(&mut explorer, KeyCode::Char('u'), KeyModifiers::CONTROL);
        let _ = explorer.on_input(Input::Paste(path.display().to_string()));
        for (replaces, expected) in [(false, true), (true, false)] {
            assert_eq!(press(&mut explorer, KeyCode::Enter, KeyModifiers::NONE), [], "{replaces}");
            assert_eq!(explorer.app.popups.is_empty(), expected);
            assert!(path.exists());
            if expected {
                press(&mut explorer, KeyCode::Char('e'), KeyModifiers::NONE);
                press(&mut explorer, KeyCode::Char('u'), KeyModifiers::CONTROL);
                let _ = explorer.on_input(Input::Paste(path.display().to_string()));
            }
        }
        assert_eq!(press(&mut explorer, KeyCode::Char('c'), KeyModifiers::CONTROL), [LoopRequest::Quit]);
    }

    #[test]
    fn without_a_loop_nothing_is_started() {
        let mut explorer = Explorer::new(Options { tab: Tab::Data, ..options() }, None);
        assert_eq!(explorer.on_resize(Size::new(80, 24)), []);
        assert!(explorer.checking.is_none());
    }
}

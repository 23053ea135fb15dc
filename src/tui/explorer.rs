//! The state and the screen as a program for the loop: events become actions.

use std::path::{Path, PathBuf};
use std::{io, thread};

use crossterm::event::{Event, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::locale::Lang;
use crate::save;
use crate::tui::keymap;
use crate::tui::mouse;
use crate::tui::state::action::Action;
use crate::tui::state::layout::Card;
use crate::tui::state::{App, Effect, Options, Save, Saved, Wanted};
use crate::tui::terminal::{self, DrawHints, Ending, EventSender, LoopRequest, Modes, Program, background};
use crate::tui::view::render;
use crate::tui::watch;
use crate::tui::watch::{Followed, Watch};
use crate::tui::worker::Worker;

/// Opens the explorer on the terminal, until it ends. What is in the file
/// that it follows, if any, is shown whenever that changes.
///
/// # Errors
/// The terminal cannot be taken over.
pub fn explore(options: Options, follow: Option<(Watch, Followed)>) -> io::Result<Ending> {
    let mouse = options.mouse;
    let query_background = options.theme.follows_background() && background::supports_query();
    let app = App::new(options);
    let mut explorer = Explorer { app, mouse, news: None, worker: None, asked: None, checks: false, follow };
    terminal::run(&mut explorer, Modes { mouse, query_background })
}

/// The state, and the threads that work for it.
struct Explorer {
    app: App,
    /// Whether the mouse is for the explorer at all.
    mouse: bool,
    news: Option<EventSender<Action>>,
    /// Started when it is first needed.
    worker: Option<Worker>,
    /// What the worker was asked for last.
    asked: Option<Wanted>,
    /// Whether a thread checks the snapshot.
    checks: bool,
    /// The file to follow, until a thread does.
    follow: Option<(Watch, Followed)>,
}

impl Explorer {
    /// Has something happen and does what follows from it, but for what is for
    /// the loop, which comes back in order; then asks the worker for what is
    /// wanted by now.
    #[must_use]
    fn let_happen(&mut self, happening: impl FnOnce(&mut App) -> Vec<Effect>) -> Vec<LoopRequest> {
        let effects = happening(&mut self.app);
        let requests = self.carry_out(effects);
        let wanted = self.app.wanted();
        if wanted != self.asked {
            self.asked.clone_from(&wanted);
            if let Some(wanted) = wanted {
                self.ask(wanted);
            }
        }
        if !self.checks
            && let (Some(unchecked), Some(news)) = (self.app.unchecked(), self.news.clone())
        {
            let check = move || {
                news.send(Action::Checked(unchecked.check()));
            };
            self.checks = thread::Builder::new().name("check".to_owned()).spawn(check).is_ok();
        }
        requests
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<LoopRequest> {
        let mut requests = Vec::new();
        for effect in effects {
            match effect {
                Effect::Loop(request) => requests.push(request),
                Effect::Mouse(on) if self.mouse => terminal::set_mouse_reporting(on),
                Effect::Mouse(_) => {}
                Effect::Save(save) => {
                    let saved = write_file(&save, self.app.lang);
                    let effects = self.app.update(Action::Saved(saved));
                    requests.extend(self.carry_out(effects));
                }
            }
        }
        requests
    }

    fn ask(&mut self, wanted: Wanted) {
        if let (None, Some(news)) = (&self.worker, self.news.clone()) {
            self.worker = Worker::start(move |answer| news.send(Action::Show(answer))).ok();
        }
        match &self.worker {
            Some(worker) => worker.ask(wanted),
            // There is no thread to be had: the key waits.
            None => {
                if let Some(answer) = wanted.answer_at_once() {
                    self.app.update(Action::Show(answer));
                }
            }
        }
    }
}

impl Program for Explorer {
    /// A thread has something happen to the state.
    type Event = Action;

    fn connect(&mut self, news: EventSender<Action>) {
        if let Some((watch, followed)) = self.follow.take() {
            let tell = news.clone();
            let tell = move |reading| tell.send(Action::Read(reading));
            if let Err(error) = watch::follow(watch, followed, tell) {
                self.app.say(error.to_string());
            }
        }
        self.news = Some(news);
    }

    fn on_event(&mut self, action: Action) -> Vec<LoopRequest> {
        self.let_happen(|app| app.update(action))
    }

    fn on_background(&mut self, is_light: bool) -> Vec<LoopRequest> {
        self.let_happen(|app| app.update(Action::Background(is_light)))
    }

    fn on_input(&mut self, event: Event) -> Vec<LoopRequest> {
        self.let_happen(|app| app.handle(event))
    }

    fn on_resize(&mut self, size: Size) -> Vec<LoopRequest> {
        self.let_happen(|app| app.update(Action::Resize(size)))
    }

    fn render(&self, buffer: &mut Buffer) -> Option<Position> {
        render(&self.app, buffer)
    }

    fn draw_hints(&self) -> DrawHints {
        match self.app.areas() {
            Some(areas) if self.app.popups.is_empty() => DrawHints {
                scroll_area: areas.rows,
                // Over a slow link, the list answers a key before the card has come.
                draw_last: match areas.card {
                    Card::Beside(card) | Card::Below(card) => card,
                    Card::Closed | Card::Instead(_) => Rect::ZERO,
                },
            },
            _ => DrawHints::default(),
        }
    }
}

/// Writes a file that was asked for.
fn write_file(file: &Save, lang: Lang) -> Saved {
    let path = with_home(&file.path);
    let written = match file.replace {
        true => save::save(&path, &file.bytes),
        false => save::save_new(&path, &file.bytes),
    };
    match written {
        Ok(()) => Saved::Done,
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Saved::Exists,
        Err(error) => Saved::Failed(error.describe(lang)),
    }
}

/// The path with the person's own folder for a `~` at its start, as shells have it.
fn with_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

impl App {
    /// Takes in a key, a paste or the mouse.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        action(self, event).map_or_else(Vec::new, |action| self.update(action))
    }
}

/// What an event means where the keys go now.
fn action(app: &App, event: Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            keymap::action(app.keys(), key.into()).filter(|action| app.can(action))
        }
        Event::Paste(text) => keymap::pasted(app.keys(), text),
        Event::Mouse(mouse) => mouse::action(app, mouse).filter(|action| app.can(action)),
        _ => None,
    }
}

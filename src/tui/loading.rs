//! The explorer while its snapshot is being loaded: it is on the screen at once, can be left, and keeps what is typed.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

use crossterm::event::{Event as Input, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::locale::Lang;
use crate::progress::Progress;
use crate::snapshot::{self, LoadError, Snapshot};
use crate::tui::explorer::Explorer;
use crate::tui::state::{Event, KeyContext, LineEditor, LoadingState, Options, Provenance};
use crate::tui::terminal::{
    self, Cursor, DrawHints, Echo, Ending, EventSender, LoopRequest, Modes, Program, background,
};
use crate::tui::theme::Theme;
use crate::tui::update::Command;
use crate::tui::watch::FollowedFile;
use crate::tui::{keymap, view};

/// The time between two frames that show the progress.
const FRAME_TIME: Duration = Duration::from_millis(100);

/// A snapshot with its origin, or the reason why there is none.
pub type Loaded = Result<(Snapshot, Provenance), LoadError>;

/// A snapshot that a thread is loading.
#[derive(Debug)]
pub struct Loading {
    file: String,
    progress: Arc<Progress>,
    loaded: Receiver<Loaded>,
}

impl Loading {
    /// Starts to load the snapshot of an input of at most `max_size` bytes, unpacked.
    ///
    /// # Errors
    /// The system has no thread for it.
    pub fn start(input: snapshot::Input, max_size: u64) -> io::Result<Self> {
        let (sender, loaded) = mpsc::channel();
        let (file, progress) = (input.name(), Arc::new(Progress::default()));
        let load = {
            let progress = Arc::clone(&progress);
            move || {
                let loaded = progress.track(|| snapshot::load_with_text(&input, max_size));
                let provenance =
                    |text: String| Provenance { input: Some(input), text: Arc::new(text.into()) };
                // The receiver is gone if the explorer was left meanwhile.
                let _ = sender.send(loaded.map(|(snapshot, text)| (snapshot, provenance(text))));
            }
        };
        thread::Builder::new().name("load".to_owned()).spawn(load)?;
        Ok(Self { file, progress, loaded })
    }

    /// Waits until the snapshot is loaded, at most for this time.
    ///
    /// # Errors
    /// It is not loaded yet.
    pub fn wait(self, time: Duration) -> Result<Loaded, Self> {
        self.loaded.recv_timeout(time).map_err(|_| self)
    }
}

/// The look of the explorer until the snapshot is loaded, and the query that it starts with.
#[derive(Debug, Clone)]
pub struct LoadingOptions {
    /// The first query.
    pub query: String,
    /// The language of the screen.
    pub lang: Lang,
    /// The colours and the glyphs.
    pub theme: Theme,
    /// Whether the explorer takes the mouse from the terminal.
    pub mouse: bool,
}

/// Opens the explorer on the terminal while its snapshot is being loaded, and returns when it ends. As soon as the
/// snapshot is loaded, `open` makes the options out of it and of the query as it was typed meanwhile; if it fails, the
/// explorer ends.
///
/// # Errors
/// The terminal cannot be taken over. The inner error is that of `open`.
pub fn explore_loading<E>(
    loading: Loading,
    options: LoadingOptions,
    open: impl FnOnce(Loaded, String) -> Result<(Options, Option<FollowedFile>), E>,
) -> io::Result<Result<Ending, E>> {
    let LoadingOptions { query, lang, theme, mouse } = options;
    let query_background = theme.follows_background() && background::takes_osc();
    let state = LoadingState {
        file: loading.file,
        progress: loading.progress,
        query: LineEditor::new(&query),
        lang,
        theme,
    };
    let mut program = LoadingExplorer {
        state,
        announcer: announce(loading.loaded)?,
        open: Some(open),
        events: None,
        size: Size::ZERO,
        is_light: None,
        outcome: None,
    };
    let ending = terminal::run(&mut program, Modes { mouse, query_background })?;
    Ok(match program.outcome {
        Some(Err(error)) => Err(error),
        _ => Ok(ending),
    })
}

/// The explorer, and what is there before it is.
struct LoadingExplorer<F, E> {
    state: LoadingState,
    /// Gets the sender of events as soon as there is one.
    announcer: Sender<EventSender<LoadingEvent>>,
    /// Makes the options, until the snapshot is loaded.
    open: Option<F>,
    events: Option<EventSender<LoadingEvent>>,
    size: Size,
    /// Whether the background is light, once the terminal has replied.
    is_light: Option<bool>,
    /// The explorer, or the reason why there is none, once the snapshot is loaded.
    outcome: Option<Result<Box<Explorer>, E>>,
}

/// Starts a thread that sends an event when the snapshot is loaded, and others until then. It gets the sender of the
/// events from the channel that is returned.
fn announce(loaded: Receiver<Loaded>) -> io::Result<Sender<EventSender<LoadingEvent>>> {
    let (sender, senders) = mpsc::channel::<EventSender<LoadingEvent>>();
    let announce = move || {
        let Ok(events) = senders.recv() else { return };
        loop {
            match loaded.recv_timeout(FRAME_TIME) {
                Ok(loaded) => {
                    events.send(LoadingEvent::Loaded(Box::new(loaded)));
                    return;
                }
                Err(RecvTimeoutError::Timeout) if events.send(LoadingEvent::Progressed) => {}
                Err(_) => return,
            }
        }
    };
    thread::Builder::new().name("loading".to_owned()).spawn(announce)?;
    Ok(sender)
}

/// An event from the threads.
enum LoadingEvent {
    /// More of the snapshot is loaded.
    Progressed,
    Loaded(Box<Loaded>),
    /// An event of the explorer.
    Explorer(Event),
}

impl<F, E> LoadingExplorer<F, E>
where
    F: FnOnce(Loaded, String) -> Result<(Options, Option<FollowedFile>), E>,
{
    fn explorer(&self) -> Option<&Explorer> {
        self.outcome.as_ref()?.as_ref().ok().map(|explorer| &**explorer)
    }

    fn explorer_mut(&mut self) -> Option<&mut Explorer> {
        self.outcome.as_mut()?.as_mut().ok().map(|explorer| &mut **explorer)
    }

    /// Opens the explorer on what was loaded.
    fn open(&mut self, loaded: Loaded) -> Vec<LoopRequest> {
        let Some(open) = self.open.take() else { return Vec::new() };
        let (options, follow) = match open(loaded, self.state.query.text().to_owned()) {
            Ok(opened) => opened,
            Err(error) => {
                self.outcome = Some(Err(error));
                return vec![LoopRequest::Quit];
            }
        };
        let mut explorer = Box::new(Explorer::new(options, follow));
        if let Some(events) = &self.events {
            explorer.connect(events.map(LoadingEvent::Explorer));
        }
        let mut requests = self.is_light.map_or_else(Vec::new, |is_light| explorer.on_background(is_light));
        requests.extend(explorer.on_resize(self.size));
        explorer.on_first_frame();
        self.outcome = Some(Ok(explorer));
        requests
    }

    /// Follows a key or a paste while the snapshot is being loaded.
    fn input(&mut self, input: Input) -> Vec<LoopRequest> {
        let context = KeyContext::Search;
        let command = match input {
            Input::Key(key) if key.kind != KeyEventKind::Release => keymap::command(context, key.into()),
            Input::Paste(text) => keymap::pasted(context, text),
            _ => None,
        };
        match command {
            Some(Command::Quit | Command::Back) => return vec![LoopRequest::Quit],
            Some(Command::Suspend) => return vec![LoopRequest::Suspend],
            Some(Command::Repaint) => return vec![LoopRequest::Repaint],
            Some(Command::Insert(text)) => self.state.query.insert(&text),
            Some(Command::Edit(edit)) => self.state.query.edit(edit),
            _ => {}
        }
        Vec::new()
    }
}

impl<F, E> Program for LoadingExplorer<F, E>
where
    F: FnOnce(Loaded, String) -> Result<(Options, Option<FollowedFile>), E>,
{
    type Event = LoadingEvent;

    fn connect(&mut self, events: EventSender<LoadingEvent>) {
        // The thread waits for it, so this does not fail.
        let _ = self.announcer.send(events.clone());
        self.events = Some(events);
    }

    fn on_event(&mut self, event: LoadingEvent) -> Vec<LoopRequest> {
        match event {
            LoadingEvent::Progressed => Vec::new(),
            LoadingEvent::Loaded(loaded) => self.open(*loaded),
            LoadingEvent::Explorer(event) => {
                self.explorer_mut().map_or_else(Vec::new, |explorer| explorer.on_event(event))
            }
        }
    }

    fn on_background(&mut self, is_light: bool) -> Vec<LoopRequest> {
        self.state.theme = self.state.theme.with_background(is_light);
        self.is_light = Some(is_light);
        self.explorer_mut().map_or_else(Vec::new, |explorer| explorer.on_background(is_light))
    }

    fn on_input(&mut self, input: Input) -> Vec<LoopRequest> {
        match self.explorer_mut() {
            Some(explorer) => explorer.on_input(input),
            None => self.input(input),
        }
    }

    fn echo(&self, input: &Input) -> Option<Echo> {
        self.explorer()?.echo(input)
    }

    fn on_resize(&mut self, size: Size) -> Vec<LoopRequest> {
        self.size = size;
        self.explorer_mut().map_or_else(Vec::new, |explorer| explorer.on_resize(size))
    }

    fn render(&self, buffer: &mut Buffer) -> Option<Cursor> {
        match self.explorer() {
            Some(explorer) => explorer.render(buffer),
            None => view::render_loading(&self.state, buffer).map(Cursor::from),
        }
    }

    fn draw_hints(&self) -> DrawHints {
        self.explorer().map_or_else(DrawHints::default, Explorer::draw_hints)
    }
}

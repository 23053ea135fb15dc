//! The state together with what is laid out of it.

use std::ops::Deref;
use std::sync::Arc;

use crossterm::event::{Event as Input, KeyEventKind};
use ratatui::buffer::Buffer;

use crate::tui::state::{Body, Effect, Event, Focus, Options, State};
use crate::tui::update::Command;
use crate::tui::view::{self, FrameCursor, FrameEcho, Scene};
use crate::tui::{keymap, mouse};

/// The state and its layout.
///
/// Every change goes through here, so that a text is laid out at most once
/// between two changes: the scroll position needs its size, and the frame
/// needs its lines.
#[derive(Debug, Clone)]
pub struct App {
    state: State,
    scene: Scene,
}

impl App {
    /// Returns the explorer at the start, before the size of the terminal is known.
    pub fn new(options: Options) -> Self {
        Self { state: State::new(options), scene: Scene::default() }
    }

    /// Follows a key, a paste or the mouse. Returns what is to be done
    /// outside, in order.
    #[must_use]
    pub fn input(&mut self, input: Input) -> Vec<Effect> {
        let context = self.state.key_context();
        let command = match input {
            Input::Key(key) if key.kind != KeyEventKind::Release => keymap::command(context, key.into()),
            Input::Paste(text) => keymap::pasted(context, text),
            Input::Mouse(event) => mouse::command(&self.state, &self.scene, event),
            _ => None,
        };
        let Some(command) = command else { return Vec::new() };
        self.measure_for(&command);
        if command.is_enabled(&self.state) { self.execute(command) } else { Vec::new() }
    }

    /// Returns a letter that is typed at the end of the query, as the next frame will show it.
    pub fn echo(&self, input: &Input) -> Option<FrameEcho> {
        let Input::Key(key) = input else { return None };
        let context = self.state.key_context();
        if key.kind == KeyEventKind::Release || !context.takes_letters() || !self.state.popups.is_empty() {
            return None;
        }
        match keymap::command(context, (*key).into())? {
            Command::Insert(text) => view::echo(&self.state, &self.scene, &text),
            _ => None,
        }
    }

    /// Carries out a command. Returns what is to be done outside, in order.
    #[must_use]
    pub fn execute(&mut self, command: Command) -> Vec<Effect> {
        let command = match command {
            Command::RunChosen => match keymap::chosen(&self.state) {
                Some(chosen) => Command::Run(Box::new(chosen)),
                None => Command::Back,
            },
            command => command,
        };
        self.measure_for(&command);
        let effects = self.state.execute(command);
        self.lay_out();
        effects
    }

    /// Follows a change outside of the explorer. Returns what is to be done
    /// outside, in order.
    #[must_use]
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.state.handle(event);
        self.lay_out();
        effects
    }

    /// Draws the state into an empty buffer. Returns the cursor.
    pub fn render(&self, buffer: &mut Buffer) -> Option<FrameCursor> {
        view::render(&self.state, &self.scene, buffer)
    }

    /// Returns the addresses that are drawn.
    pub fn links(&self) -> Arc<[String]> {
        self.scene.links(&self.state)
    }

    fn lay_out(&mut self) {
        self.scene = Scene::default();
        let is_scrollable = !self.state.popups.is_empty()
            || self.state.focus == Focus::Card
            || self.state.tab.info().body == Body::Page
            || self.state.card_scroll > 0;
        // A card at its top, beside a list that has the focus, needs no size before it is drawn.
        if is_scrollable {
            self.measure();
        }
    }

    fn measure_for(&mut self, command: &Command) {
        if matches!(command, Command::Scroll(_)) {
            self.measure();
        }
    }

    fn measure(&mut self) {
        let extent = self.scene.extent(&self.state);
        self.state.fit(extent);
    }
}

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

//! The state and the screen as a program for the loop: events become actions.

use std::io;

use crossterm::event::{Event, KeyEventKind};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};

use super::action::Action;
use super::app::{App, Options};
use super::events::{Ending, Notifier};
use super::keymap;
use super::layout::Card;
use super::mouse;
use super::render;
use super::run::{self, Command, Program};

/// Opens the explorer on the terminal, until it ends.
///
/// # Errors
/// The terminal cannot be taken over.
pub fn explore(options: Options) -> io::Result<Ending> {
    let mouse = options.mouse;
    run::run(&mut Explorer { app: App::new(options) }, mouse)
}

/// The state, and the threads that work for it.
struct Explorer {
    app: App,
}

impl Program for Explorer {
    /// A thread has something happen to the state.
    type News = Action;

    fn connect(&mut self, _news: Notifier<Action>) {}

    fn hear(&mut self, action: Action) -> Vec<Command> {
        self.app.update(action)
    }

    fn handle(&mut self, event: Event) -> Vec<Command> {
        self.app.handle(event)
    }

    fn resize(&mut self, size: Size) {
        self.app.update(Action::Resize(size));
    }

    fn render(&self, frame: &mut Frame<'_>) {
        render::render(&self.app, frame);
    }

    fn drawn_last(&self) -> Rect {
        // Over a slow link, the list answers a key before the card has come.
        match self.app.areas().map(|areas| areas.card) {
            Some(Card::Beside(card) | Card::Below(card)) if self.app.popups.is_empty() => card,
            _ => Rect::ZERO,
        }
    }
}

impl App {
    /// Takes in a key, a paste or the mouse.
    pub fn handle(&mut self, event: Event) -> Vec<Command> {
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

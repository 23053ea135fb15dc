//! Which key does what. Keys, footer and help all come from one table.

mod names;
mod table;

use std::borrow::Cow;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::state::KeyContext;
use crate::tui::update::Command;

pub use table::bindings;

impl KeyContext {
    /// The places whose keys work here, the nearest first: its meaning of a key wins.
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Suggestion => &[Self::Suggestion, Self::Search, Self::Line, Self::Tabs, Self::Program],
            Self::Search => &[Self::Search, Self::Line, Self::Tabs, Self::Program],
            Self::List => &[Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Ages => {
                &[Self::Ages, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Problem => {
                &[Self::Problem, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Map => &[Self::Map, Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Page => &[Self::Page, Self::Reading, Self::Commands, Self::Tabs, Self::Program],
            Self::Card => {
                &[Self::Card, Self::Reading, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Selected => &[Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Commands => &[Self::Commands, Self::Tabs, Self::Program],
            Self::Line => &[Self::Line, Self::Program],
            Self::Help => &[Self::Help, Self::Scroll, Self::Line, Self::Program],
            Self::Grammar => &[Self::Grammar, Self::Choices, Self::Program],
            Self::Facets => &[Self::Facets, Self::Choices, Self::Line, Self::Program],
            Self::Comparison => &[Self::Comparison, Self::Reading, Self::Program],
            Self::BigCard => &[Self::BigCard, Self::Reading, Self::Program],
            Self::Text => &[Self::Text, Self::Reading, Self::Program],
            Self::Save => &[Self::Save, Self::Line, Self::Program],
            Self::Replace => &[Self::Replace, Self::Save, Self::Line, Self::Program],
            Self::Choices => &[Self::Choices, Self::Program],
            Self::Scroll => &[Self::Scroll, Self::Program],
            Self::Reading => &[Self::Reading, Self::Program],
            Self::Tabs => &[Self::Tabs, Self::Program],
            Self::Program => &[Self::Program],
        }
    }
}

impl KeyContext {
    /// Whether letters are written here rather than obeyed.
    fn takes_letters(self) -> bool {
        self.chain().contains(&Self::Line)
    }
}

/// A key with what is held down with it. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    const fn new(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    const fn char(c: char) -> Self {
        Self::new(KeyCode::Char(c))
    }

    const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
    }

    const fn alt(c: char) -> Self {
        Self { code: KeyCode::Char(c), modifiers: KeyModifiers::ALT }
    }

    const fn with(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self { code, modifiers }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        // Terminals disagree on whether shift is told beside the capital it makes.
        let shift = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => KeyModifiers::SHIFT,
            _ => KeyModifiers::NONE,
        };
        let known = KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT;
        Self { code: event.code, modifiers: (event.modifiers & known) - shift }
    }
}

/// What some keys do in a place.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The place.
    pub context: KeyContext,
    /// The keys, the one to learn first.
    pub keys: &'static [Key],
    /// What they do.
    pub command: Command,
    /// Locale key of what they do, in a word or two.
    pub text: Cow<'static, str>,
    /// Whether the footer shows it.
    pub footer: Footer,
}

/// Whether the footer shows a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    /// Never.
    Never,
    /// Where there is room.
    Room,
    /// Before others have room.
    First,
}

/// What `key` does in `context`.
pub fn command(context: KeyContext, key: Key) -> Option<Command> {
    let bound = context.chain().iter().find_map(|place| {
        bindings().find(|binding| binding.context == *place && binding.keys.contains(&key))
    });
    match (bound, key.code) {
        (Some(binding), _) => Some(binding.command.clone()),
        (None, KeyCode::Char(c)) if key.modifiers.is_empty() && context.takes_letters() => {
            Some(Command::Insert(c.to_string()))
        }
        _ => None,
    }
}

/// The bindings that work in `context` with the keys that work for them,
/// those of the nearest place first. A nearer place may have taken some keys
/// of a binding, or all of them: then it is left out.
pub fn working(context: KeyContext) -> impl Iterator<Item = (&'static Binding, Vec<Key>)> {
    let of_place = |place: &'static KeyContext| bindings().filter(move |binding| binding.context == *place);
    let bindings = context.chain().iter().flat_map(of_place).map(move |binding| {
        let works = |key: &&Key| command(context, **key).as_ref() == Some(&binding.command);
        (binding, binding.keys.iter().filter(works).copied().collect::<Vec<_>>())
    });
    bindings.filter(|(_, keys)| !keys.is_empty())
}

/// What pasted text does in `context`: it is written, not obeyed.
pub fn pasted(context: KeyContext, text: String) -> Option<Command> {
    context.takes_letters().then_some(Command::Insert(text))
}

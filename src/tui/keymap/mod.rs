//! The bindings of keys to commands. Keys, footer and help share one table, in
//! `table.rs`.

mod names;
mod palette;
mod table;

use std::borrow::Cow;
use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::state::KeyContext;
use crate::tui::update::Command;

pub use palette::{Action, ActionGroup, actions, chosen};
pub use table::bindings;
#[cfg(test)]
pub use table::contexts;

impl KeyContext {
    /// Returns the contexts whose keys work here, the most specific one first. The
    /// first binding of a key wins.
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Suggestion => &[Self::Suggestion, Self::Search, Self::Line, Self::Tabs, Self::Program],
            Self::SearchHistory => {
                &[Self::SearchHistory, Self::Search, Self::Line, Self::Tabs, Self::Program]
            }
            Self::SearchTab => &[Self::SearchTab, Self::Search, Self::Line, Self::Tabs, Self::Program],
            Self::SearchOutside => {
                &[Self::SearchOutside, Self::Search, Self::Line, Self::Tabs, Self::Program]
            }
            Self::Search => &[Self::Search, Self::Line, Self::Tabs, Self::Program],
            Self::List => &[Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Ages => {
                &[Self::Ages, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Field => {
                &[Self::Field, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Fold => {
                &[Self::Fold, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Wave => &[
                Self::Fold,
                Self::Ages,
                Self::List,
                Self::Selected,
                Self::Commands,
                Self::Tabs,
                Self::Program,
            ],
            Self::Outside => {
                &[Self::Outside, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Problem => {
                &[Self::Problem, Self::List, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Map => &[Self::Map, Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Areas => {
                &[Self::Areas, Self::Map, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Page => &[Self::Page, Self::Reading, Self::Commands, Self::Tabs, Self::Program],
            Self::Card => {
                &[Self::Card, Self::Reading, Self::Selected, Self::Commands, Self::Tabs, Self::Program]
            }
            Self::Selected => &[Self::Selected, Self::Commands, Self::Tabs, Self::Program],
            Self::Commands => &[Self::Commands, Self::Tabs, Self::Program],
            Self::Line => &[Self::Line, Self::Program],
            Self::Help => &[Self::Help, Self::Choices, Self::Line, Self::Program],
            Self::Grammar => &[Self::Grammar, Self::Choices, Self::Program],
            Self::Facets => &[Self::Facets, Self::Choices, Self::Line, Self::Program],
            Self::Comparison => &[Self::Comparison, Self::Reading, Self::Program],
            Self::Cross => &[Self::Cross, Self::Program],
            Self::Neighbours => &[Self::Neighbours, Self::Choices, Self::Line, Self::Program],
            Self::BigCard => &[Self::BigCard, Self::Reading, Self::Program],
            Self::Text => &[Self::Text, Self::Reading, Self::Program],
            Self::Save => &[Self::Save, Self::Line, Self::Program],
            Self::SaveColumns => &[Self::SaveColumns, Self::Choices, Self::Program],
            Self::Replace => &[Self::Replace, Self::Save, Self::Line, Self::Program],
            Self::Choices => &[Self::Choices, Self::Program],
            Self::Reading => &[Self::Reading, Self::Program],
            Self::Tabs => &[Self::Tabs, Self::Program],
            Self::Program => &[Self::Program],
        }
    }

    /// Returns whether letters are input rather than commands.
    pub fn takes_letters(self) -> bool {
        self.chain().contains(&Self::Line)
    }
}

/// A key with its modifiers. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    const fn new(code: KeyCode) -> Self {
        Self::with(code, KeyModifiers::NONE)
    }

    const fn char(c: char) -> Self {
        Self::new(KeyCode::Char(c))
    }

    const fn ctrl(c: char) -> Self {
        Self::with(KeyCode::Char(c), KeyModifiers::CONTROL)
    }

    const fn alt(c: char) -> Self {
        Self::with(KeyCode::Char(c), KeyModifiers::ALT)
    }

    const fn with(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self { code, modifiers }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        // Some terminals report Shift with a capital, others do not.
        let shift = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => KeyModifiers::SHIFT,
            _ => KeyModifiers::NONE,
        };
        let supported = KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT;
        Self { code: event.code, modifiers: (event.modifiers & supported) - shift }
    }
}

/// The command of some keys in a context.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The keys. The footer shows the first one.
    pub keys: Cow<'static, [Key]>,
    /// Their command.
    pub command: Command,
    /// The key of its description in the locale files.
    pub text: Cow<'static, str>,
    /// Whether the footer shows it.
    pub footer: Footer,
}

impl Binding {
    /// Returns whether it shows a tab. Its first key is then a digit, and the others are what is on that key of other
    /// keyboards.
    pub const fn shows_tab(&self) -> bool {
        matches!(self.command, Command::ShowTab(_))
    }
}

/// Whether the footer shows a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    /// Never.
    Never,
    /// If it fits.
    Room,
    /// Before the others.
    First,
}

/// Returns the command of a key. Where letters are written, a letter without
/// a command is inserted.
pub fn command(context: KeyContext, key: Key) -> Option<Command> {
    let mut bindings = context.chain().iter().copied().flat_map(bindings);
    match (bindings.find(|binding| binding.keys.contains(&key)), key.code) {
        (Some(binding), _) => Some(binding.command.clone()),
        (None, KeyCode::Char(c)) if key.modifiers.is_empty() && context.takes_letters() => {
            Some(Command::Insert(c.to_string()))
        }
        _ => None,
    }
}

/// Returns the bindings that work in a context, the most specific ones first,
/// each with its keys that work. A more specific context may have taken some
/// keys of a binding; without any left, the binding is left out.
pub fn active_bindings(context: KeyContext) -> Vec<(&'static Binding, Vec<Key>)> {
    let mut taken: HashSet<Key> = HashSet::new();
    let bindings = context.chain().iter().copied().flat_map(bindings);
    let active = bindings.map(|binding| {
        let keys = binding.keys.iter().copied().filter(|key| taken.insert(*key));
        (binding, keys.collect::<Vec<_>>())
    });
    active.filter(|(_, keys)| !keys.is_empty()).collect()
}

/// Returns the command of pasted text, which is inserted where letters are
/// written and ignored elsewhere.
pub fn pasted(context: KeyContext, text: String) -> Option<Command> {
    context.takes_letters().then_some(Command::Insert(text))
}

//! The actions that work where the user is, in groups: for the help, in which each can be found by its name and run.

use crate::search::fold_text;
use crate::t;
use crate::tui::keymap::{Binding, Key, active_bindings};
use crate::tui::state::{KeyContext, Popup, State};
use crate::tui::update::Command;

/// A group of actions. The text of its heading has the key `tui-help-CODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionGroup {
    /// Move the selection, scroll, change the view.
    Move,
    /// Search, filter, sort.
    Find,
    /// Copy, save, compare, enlarge.
    Take,
    /// Edit a line.
    Edit,
    /// What concerns the program.
    Program,
}

impl ActionGroup {
    /// Returns the key of its heading in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Move => "tui-help-move",
            Self::Find => "tui-help-find",
            Self::Take => "tui-help-take",
            Self::Edit => "tui-help-edit",
            Self::Program => "tui-help-program",
        }
    }

    const fn of(command: &Command) -> Self {
        match command {
            Command::Edit(_) | Command::Insert(_) => Self::Edit,
            Command::FocusSearch
            | Command::TakeSuggestion
            | Command::TakeExample
            | Command::ShowGrammar
            | Command::OpenFacets
            | Command::EarlierQuery
            | Command::LaterQuery
            | Command::SortByNext
            | Command::SortByPrevious
            | Command::ReverseSort
            | Command::NextColouring
            | Command::NextMapView
            | Command::ToggleTimeline
            | Command::OpenCrossTable
            | Command::OpenNeighbours
            | Command::ShowNeighbour
            | Command::ChooseInCross(_)
            | Command::ListCrossCell => Self::Find,
            Command::ToggleMark
            | Command::Compare
            | Command::Enlarge
            | Command::CopyCard
            | Command::CopyRow
            | Command::CopyAddress
            | Command::CopyCommandLine
            | Command::OpenAddress
            | Command::ToggleSources
            | Command::OpenSaveDialog => Self::Take,
            Command::Quit
            | Command::Repaint
            | Command::Suspend
            | Command::ShowKeys
            | Command::ReadAgain
            | Command::ToggleMouse => Self::Program,
            _ => Self::Move,
        }
    }
}

/// An action, and the keys that do it.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its group.
    pub group: ActionGroup,
    /// The names of its keys.
    pub keys: String,
    /// What it does.
    pub text: String,
    /// Its command; `None` for the keys of all tabs together.
    pub command: Option<Command>,
}

/// Returns the actions that work in a context and match a filter, group by group.
pub fn actions(state: &State, context: KeyContext, filter: &str) -> Vec<Action> {
    let words = fold_text(filter);
    let is_match = |action: &Action| {
        let line = format!("{} {}", fold_text(&action.keys), fold_text(&action.text));
        words.split(' ').all(|word| line.contains(word)) || filter == action.keys
    };
    let works = |binding: &Binding| match binding.command {
        // What they do depends on the popup that is open.
        Command::Back | Command::Select(_) | Command::Scroll(_) => true,
        // The tab that is open is one of the range.
        Command::ShowTab(_) => true,
        _ => binding.command.is_enabled(state),
    };
    let bindings: Vec<(&Binding, Vec<Key>)> =
        active_bindings(context).into_iter().filter(|(binding, _)| works(binding)).collect();
    let (tabs, others): (Vec<_>, Vec<_>) =
        bindings.into_iter().partition(|(binding, _)| filter.is_empty() && binding.shows_tab());
    let name = |key: &Key| key.name(state.lang, !state.theme.is_unicode());
    let action = |(binding, keys): (&Binding, Vec<Key>)| {
        let shown = if binding.shows_tab() { 1 } else { keys.len() };
        let names: Vec<String> = keys.iter().take(shown).map(name).collect();
        Action {
            group: ActionGroup::of(&binding.command),
            keys: names.join("  "),
            text: t!(state.lang, &binding.text),
            command: Some(binding.command.clone()),
        }
    };
    let mut actions: Vec<Action> = others.into_iter().map(action).filter(is_match).collect();
    let ends = |tabs: &[(&Binding, Vec<Key>)], has_modifier: bool| {
        let mut names = tabs.iter().filter_map(|(_, keys)| keys.first().map(name));
        let is_alike = |name: &String| name.contains('-') == has_modifier;
        let first = names.find(is_alike)?;
        let last = names.rfind(is_alike)?;
        Some(format!("{first}{}{}", state.theme.glyphs.ellipsis, last.rsplit('-').next().unwrap_or(&last)))
    };
    let keys: Vec<String> = [false, true].into_iter().filter_map(|modifier| ends(&tabs, modifier)).collect();
    if !keys.is_empty() {
        let text = t!(state.lang, "tui-key-tabs");
        actions.push(Action { group: ActionGroup::Move, keys: keys.join("  "), text, command: None });
    }
    actions.sort_by_key(|action| action.group);
    actions
}

/// Returns the command of the action that is chosen in the help.
pub fn chosen(state: &State) -> Option<Command> {
    let Some(Popup::Keys { context, filter, cursor }) = state.popup() else { return None };
    actions(state, *context, filter.text()).into_iter().nth(cursor.index())?.command
}

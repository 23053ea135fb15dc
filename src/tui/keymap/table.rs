//! The table of keys, context by context. The footer shows them in this order.

use std::borrow::Cow;
use std::sync::LazyLock;

use crossterm::event::{KeyCode, KeyModifiers};

use crate::tui::keymap::{Binding, Footer, Key};
use crate::tui::state::{Edit, KeyContext, Motion, Tab, ZoomStep};
use crate::tui::update::Command;
use crate::views::map::Direction;

const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const ENTER: Key = Key::new(KeyCode::Enter);
const DOWN: Key = Key::new(KeyCode::Down);
const ESC: Key = Key::new(KeyCode::Esc);
const PAGE_UP: Key = Key::new(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::new(KeyCode::PageDown);
const LEFT: Key = Key::new(KeyCode::Left);
const RIGHT: Key = Key::new(KeyCode::Right);
const HOME: Key = Key::new(KeyCode::Home);
const END: Key = Key::new(KeyCode::End);
const BACKSPACE: Key = Key::new(KeyCode::Backspace);
const DELETE: Key = Key::new(KeyCode::Delete);
const UP: Key = Key::new(KeyCode::Up);
const TAB: Key = Key::new(KeyCode::Tab);
const BACK_TAB: Key = Key::new(KeyCode::BackTab);

const fn shown(context: KeyContext, keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { context, keys, command, text: Cow::Borrowed(text), footer: Footer::Room }
}

const fn first(context: KeyContext, keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { context, keys, command, text: Cow::Borrowed(text), footer: Footer::First }
}

const fn bound(context: KeyContext, keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { context, keys, command, text: Cow::Borrowed(text), footer: Footer::Never }
}

/// Returns every binding: those of the table, and a digit for each tab.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().chain(TAB_BINDINGS.iter())
}

/// The digit of each tab, alone where letters are commands and with Alt everywhere.
static TAB_BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    let bind = |context, keys: &'static [Key]| {
        Tab::ALL.into_iter().zip(keys).map(move |(tab, key)| Binding {
            context,
            keys: std::slice::from_ref(key),
            command: Command::ShowTab(tab),
            text: Cow::Owned(tab.title_key()),
            footer: Footer::Never,
        })
    };
    bind(KeyContext::Commands, DIGITS.as_slice())
        .chain(bind(KeyContext::Tabs, ALT_DIGITS.as_slice()))
        .collect()
});

static DIGITS: LazyLock<[Key; 9]> =
    LazyLock::new(|| ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(Key::char));
static ALT_DIGITS: LazyLock<[Key; 9]> =
    LazyLock::new(|| ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(Key::alt));

/// The keys that are bound to a command of their own.
static BINDINGS: &[Binding] = &[
    // The search bar
    shown(KeyContext::Suggestion, &[ENTER], Command::TakeSuggestion, "tui-key-suggestion"),
    shown(KeyContext::Search, &[ENTER, DOWN], Command::FocusList, "tui-key-list"),
    shown(KeyContext::Search, &[ESC], Command::Back, "tui-key-clear"),
    bound(KeyContext::Search, &[PAGE_UP], Command::Select(Motion::PageUp), "tui-key-page-up"),
    bound(KeyContext::Search, &[PAGE_DOWN], Command::Select(Motion::PageDown), "tui-key-page-down"),
    // A line of letters
    bound(KeyContext::Line, &[LEFT, Key::ctrl('b')], Command::Edit(Edit::Left), "tui-key-left"),
    bound(KeyContext::Line, &[RIGHT, Key::ctrl('f')], Command::Edit(Edit::Right), "tui-key-right"),
    bound(
        KeyContext::Line,
        &[Key::with(KeyCode::Left, CTRL), Key::with(KeyCode::Left, ALT), Key::alt('b')],
        Command::Edit(Edit::WordLeft),
        "tui-key-word-left",
    ),
    bound(
        KeyContext::Line,
        &[Key::with(KeyCode::Right, CTRL), Key::with(KeyCode::Right, ALT), Key::alt('f')],
        Command::Edit(Edit::WordRight),
        "tui-key-word-right",
    ),
    bound(KeyContext::Line, &[HOME, Key::ctrl('a')], Command::Edit(Edit::Start), "tui-key-start"),
    bound(KeyContext::Line, &[END, Key::ctrl('e')], Command::Edit(Edit::End), "tui-key-end"),
    bound(
        KeyContext::Line,
        &[BACKSPACE, Key::ctrl('h')],
        Command::Edit(Edit::DeleteLeft),
        "tui-key-delete-left",
    ),
    bound(
        KeyContext::Line,
        &[DELETE, Key::ctrl('d')],
        Command::Edit(Edit::DeleteRight),
        "tui-key-delete-right",
    ),
    bound(
        KeyContext::Line,
        &[Key::ctrl('w'), Key::with(KeyCode::Backspace, ALT), Key::with(KeyCode::Backspace, CTRL)],
        Command::Edit(Edit::DeleteWordLeft),
        "tui-key-delete-word-left",
    ),
    bound(
        KeyContext::Line,
        &[Key::alt('d'), Key::with(KeyCode::Delete, CTRL)],
        Command::Edit(Edit::DeleteWordRight),
        "tui-key-delete-word-right",
    ),
    bound(KeyContext::Line, &[Key::ctrl('u')], Command::Edit(Edit::DeleteToStart), "tui-key-delete-to-start"),
    bound(KeyContext::Line, &[Key::ctrl('k')], Command::Edit(Edit::DeleteToEnd), "tui-key-delete-to-end"),
    // The list
    first(KeyContext::List, &[ENTER, RIGHT, Key::char('l')], Command::FocusCard, "tui-key-card"),
    shown(KeyContext::List, &[Key::char(' ')], Command::ToggleMark, "tui-key-mark"),
    shown(KeyContext::List, &[Key::char('c'), Key::char('C')], Command::Compare, "tui-key-compare"),
    shown(KeyContext::List, &[Key::char('s'), Key::char('>')], Command::SortByNext, "tui-key-sort"),
    bound(KeyContext::List, &[Key::char('<')], Command::SortByPrevious, "tui-key-sort-previous"),
    shown(KeyContext::List, &[Key::char('S')], Command::ReverseSort, "tui-key-reverse"),
    shown(KeyContext::List, &[ESC], Command::Back, "tui-key-clear"),
    bound(KeyContext::List, &[UP, Key::char('k')], Command::Select(Motion::Up), "tui-key-up"),
    bound(KeyContext::List, &[DOWN, Key::char('j')], Command::Select(Motion::Down), "tui-key-down"),
    bound(KeyContext::List, &[PAGE_UP, Key::ctrl('b')], Command::Select(Motion::PageUp), "tui-key-page-up"),
    bound(
        KeyContext::List,
        &[PAGE_DOWN, Key::ctrl('f')],
        Command::Select(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(KeyContext::List, &[HOME, Key::char('g')], Command::Select(Motion::First), "tui-key-first"),
    bound(KeyContext::List, &[END, Key::char('G')], Command::Select(Motion::Last), "tui-key-last"),
    bound(KeyContext::List, &[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(KeyContext::List, &[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
    // The list of the ages
    shown(KeyContext::Ages, &[Key::char('v')], Command::ToggleTimeline, "tui-key-lives"),
    // The map
    shown(KeyContext::Map, &[ENTER], Command::FocusCard, "tui-key-card"),
    shown(
        KeyContext::Map,
        &[LEFT, Key::char('h')],
        Command::MoveToNeighbour(Direction::Left),
        "tui-key-walk",
    ),
    shown(KeyContext::Map, &[UP, Key::char('k')], Command::MoveToNeighbour(Direction::Up), "tui-key-walk"),
    shown(
        KeyContext::Map,
        &[DOWN, Key::char('j')],
        Command::MoveToNeighbour(Direction::Down),
        "tui-key-walk",
    ),
    shown(
        KeyContext::Map,
        &[RIGHT, Key::char('l')],
        Command::MoveToNeighbour(Direction::Right),
        "tui-key-walk",
    ),
    shown(KeyContext::Map, &[Key::char('c')], Command::NextColouring, "tui-key-colouring"),
    bound(KeyContext::Map, &[Key::char(' ')], Command::ToggleMark, "tui-key-mark"),
    bound(KeyContext::Map, &[Key::char('C')], Command::Compare, "tui-key-compare"),
    shown(
        KeyContext::Map,
        &[Key::char('+'), Key::char('=')],
        Command::Zoom(ZoomStep::Closer),
        "tui-key-closer",
    ),
    shown(KeyContext::Map, &[Key::char('-')], Command::Zoom(ZoomStep::Farther), "tui-key-farther"),
    shown(KeyContext::Map, &[Key::char('0')], Command::Zoom(ZoomStep::Fit), "tui-key-fit"),
    shown(KeyContext::Map, &[ESC], Command::Back, "tui-key-clear"),
    bound(KeyContext::Map, &[Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
    bound(KeyContext::Map, &[Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
    bound(KeyContext::Map, &[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(KeyContext::Map, &[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
    // A problem of the snapshot
    shown(KeyContext::Problem, &[ENTER], Command::ShowCite, "tui-key-show-cite"),
    // A page
    shown(KeyContext::Page, &[ESC], Command::Back, "tui-key-clear"),
    // The card
    first(KeyContext::Card, &[ESC, LEFT, Key::char('h'), ENTER], Command::Back, "tui-key-list"),
    bound(KeyContext::Card, &[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(KeyContext::Card, &[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
    shown(KeyContext::Card, &[Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
    bound(KeyContext::Card, &[Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
    // The list and the card
    first(KeyContext::Commands, &[Key::char('/')], Command::FocusSearch, "tui-key-search"),
    shown(KeyContext::Commands, &[Key::char('f')], Command::OpenFacets, "tui-key-facets"),
    shown(KeyContext::Selected, &[Key::char('y')], Command::CopyCard, "tui-key-copy"),
    shown(KeyContext::Commands, &[Key::char('e')], Command::OpenSaveDialog, "tui-key-save"),
    shown(KeyContext::Selected, &[Key::char('z')], Command::Enlarge, "tui-key-enlarge"),
    bound(KeyContext::Selected, &[Key::char('w')], Command::ToggleCard, "tui-key-list-alone"),
    bound(KeyContext::Selected, &[Key::char('Y')], Command::CopyRow, "tui-key-copy-row"),
    bound(KeyContext::Selected, &[Key::char('u')], Command::CopyAddress, "tui-key-copy-address"),
    first(KeyContext::Commands, &[Key::char('?')], Command::ShowKeys, "tui-key-help"),
    first(KeyContext::Commands, &[Key::char('q')], Command::Quit, "tui-key-quit"),
    // The popup of the keys
    shown(KeyContext::Help, &[ESC, Key::char('?')], Command::Back, "tui-key-close"),
    // The popup of what can be searched for
    shown(KeyContext::Grammar, &[ENTER], Command::TakeExample, "tui-key-example"),
    shown(
        KeyContext::Grammar,
        &[ESC, Key::char('q'), Key::new(KeyCode::F(1))],
        Command::Back,
        "tui-key-close",
    ),
    // The facets
    shown(KeyContext::Facets, &[Key::char(' ')], Command::ToggleFacetValue, "tui-key-choose"),
    shown(KeyContext::Facets, &[ENTER], Command::TakeFacetValue, "tui-key-choose-and-close"),
    shown(KeyContext::Facets, &[TAB, RIGHT], Command::NextFacet, "tui-key-next-facet"),
    bound(KeyContext::Facets, &[BACK_TAB, LEFT], Command::PreviousFacet, "tui-key-previous-facet"),
    shown(KeyContext::Facets, &[DELETE], Command::ClearFacet, "tui-key-clear-facet"),
    shown(KeyContext::Facets, &[ESC], Command::Back, "tui-key-close"),
    // Cités side by side
    shown(KeyContext::Comparison, &[ESC, Key::char('q'), Key::char('c')], Command::Back, "tui-key-close"),
    // The card in large letters
    shown(KeyContext::BigCard, &[ESC, Key::char('z'), Key::char('q')], Command::Back, "tui-key-close"),
    shown(KeyContext::BigCard, &[RIGHT, Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
    shown(KeyContext::BigCard, &[LEFT, Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
    // A text to be selected with the mouse
    shown(KeyContext::Text, &[ESC, Key::char('q')], Command::Back, "tui-key-close"),
    // The name of a file
    shown(KeyContext::Replace, &[ENTER], Command::ReplaceFile, "tui-key-replace"),
    shown(KeyContext::Replace, &[ESC], Command::Back, "tui-key-other-name"),
    shown(KeyContext::Save, &[ENTER], Command::WriteFile, "tui-key-write"),
    shown(KeyContext::Save, &[TAB], Command::NextFormat, "tui-key-format"),
    shown(KeyContext::Save, &[ESC], Command::Back, "tui-key-close"),
    // Lines of a popup, one of them chosen
    bound(KeyContext::Choices, &[UP], Command::Select(Motion::Up), "tui-key-up"),
    bound(KeyContext::Choices, &[DOWN], Command::Select(Motion::Down), "tui-key-down"),
    bound(KeyContext::Choices, &[PAGE_UP], Command::Select(Motion::PageUp), "tui-key-page-up"),
    bound(KeyContext::Choices, &[PAGE_DOWN], Command::Select(Motion::PageDown), "tui-key-page-down"),
    bound(KeyContext::Choices, &[HOME], Command::Select(Motion::First), "tui-key-first"),
    bound(KeyContext::Choices, &[END], Command::Select(Motion::Last), "tui-key-last"),
    // A text that moves, where letters are written
    shown(KeyContext::Scroll, &[DOWN], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
    shown(KeyContext::Scroll, &[UP], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
    bound(KeyContext::Scroll, &[PAGE_DOWN], Command::Scroll(Motion::PageDown), "tui-key-page-down"),
    bound(KeyContext::Scroll, &[PAGE_UP], Command::Scroll(Motion::PageUp), "tui-key-page-up"),
    // A text that moves
    shown(KeyContext::Reading, &[DOWN, Key::char('j')], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
    shown(KeyContext::Reading, &[UP, Key::char('k')], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
    bound(
        KeyContext::Reading,
        &[PAGE_DOWN, Key::char(' '), Key::ctrl('f')],
        Command::Scroll(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(
        KeyContext::Reading,
        &[PAGE_UP, Key::ctrl('b')],
        Command::Scroll(Motion::PageUp),
        "tui-key-page-up",
    ),
    bound(KeyContext::Reading, &[HOME, Key::char('g')], Command::Scroll(Motion::First), "tui-key-first"),
    bound(KeyContext::Reading, &[END, Key::char('G')], Command::Scroll(Motion::Last), "tui-key-last"),
    // Everywhere but in popups
    shown(KeyContext::Tabs, &[Key::new(KeyCode::F(1))], Command::ShowGrammar, "tui-key-grammar"),
    shown(KeyContext::Tabs, &[TAB], Command::NextTab, "tui-key-next-tab"),
    bound(KeyContext::Tabs, &[Key::ctrl('l')], Command::CopyCommandLine, "tui-key-command-line"),
    bound(KeyContext::Tabs, &[BACK_TAB], Command::PreviousTab, "tui-key-previous-tab"),
    // Everywhere
    shown(KeyContext::Program, &[Key::ctrl('c')], Command::Quit, "tui-key-quit"),
    bound(KeyContext::Program, &[Key::ctrl('z')], Command::Suspend, "tui-key-suspend"),
];

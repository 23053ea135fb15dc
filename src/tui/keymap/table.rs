//! The table of keys, place by place. In the footer they stand in this order.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::tui::keymap::{Binding, Context, Footer, Key};
use crate::tui::state::Tab;
use crate::tui::state::action::{Action, Edit, Motion, ZoomStep};
use crate::views::map::Direction;

const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;

const fn shown(context: Context, keys: &'static [Key], action: Action, text: &'static str) -> Binding {
    Binding { context, keys, action, text, footer: Footer::Room }
}

const fn first(context: Context, keys: &'static [Key], action: Action, text: &'static str) -> Binding {
    Binding { context, keys, action, text, footer: Footer::First }
}

const fn bound(context: Context, keys: &'static [Key], action: Action, text: &'static str) -> Binding {
    Binding { context, keys, action, text, footer: Footer::Never }
}

/// Every key that is bound.
pub static BINDINGS: &[Binding] = &[
    // The search bar
    shown(Context::Suggestion, &[Key::new(KeyCode::Enter)], Action::TakeSuggestion, "tui-key-suggestion"),
    shown(
        Context::Search,
        &[Key::new(KeyCode::Enter), Key::new(KeyCode::Down)],
        Action::FocusList,
        "tui-key-list",
    ),
    shown(Context::Search, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-clear"),
    bound(Context::Search, &[Key::new(KeyCode::PageUp)], Action::Select(Motion::PageUp), "tui-key-page-up"),
    bound(
        Context::Search,
        &[Key::new(KeyCode::PageDown)],
        Action::Select(Motion::PageDown),
        "tui-key-page-down",
    ),
    // A line of letters
    bound(
        Context::Line,
        &[Key::new(KeyCode::Left), Key::ctrl('b')],
        Action::Edit(Edit::Left),
        "tui-key-left",
    ),
    bound(
        Context::Line,
        &[Key::new(KeyCode::Right), Key::ctrl('f')],
        Action::Edit(Edit::Right),
        "tui-key-right",
    ),
    bound(
        Context::Line,
        &[Key::with(KeyCode::Left, CTRL), Key::with(KeyCode::Left, ALT), Key::alt('b')],
        Action::Edit(Edit::WordLeft),
        "tui-key-word-left",
    ),
    bound(
        Context::Line,
        &[Key::with(KeyCode::Right, CTRL), Key::with(KeyCode::Right, ALT), Key::alt('f')],
        Action::Edit(Edit::WordRight),
        "tui-key-word-right",
    ),
    bound(
        Context::Line,
        &[Key::new(KeyCode::Home), Key::ctrl('a')],
        Action::Edit(Edit::Start),
        "tui-key-start",
    ),
    bound(Context::Line, &[Key::new(KeyCode::End), Key::ctrl('e')], Action::Edit(Edit::End), "tui-key-end"),
    bound(
        Context::Line,
        &[Key::new(KeyCode::Backspace), Key::ctrl('h')],
        Action::Edit(Edit::DeleteLeft),
        "tui-key-delete-left",
    ),
    bound(
        Context::Line,
        &[Key::new(KeyCode::Delete), Key::ctrl('d')],
        Action::Edit(Edit::DeleteRight),
        "tui-key-delete-right",
    ),
    bound(
        Context::Line,
        &[Key::ctrl('w'), Key::with(KeyCode::Backspace, ALT), Key::with(KeyCode::Backspace, CTRL)],
        Action::Edit(Edit::DeleteWordLeft),
        "tui-key-delete-word-left",
    ),
    bound(
        Context::Line,
        &[Key::alt('d'), Key::with(KeyCode::Delete, CTRL)],
        Action::Edit(Edit::DeleteWordRight),
        "tui-key-delete-word-right",
    ),
    bound(Context::Line, &[Key::ctrl('u')], Action::Edit(Edit::DeleteToStart), "tui-key-delete-to-start"),
    bound(Context::Line, &[Key::ctrl('k')], Action::Edit(Edit::DeleteToEnd), "tui-key-delete-to-end"),
    // The list
    first(
        Context::List,
        &[Key::new(KeyCode::Enter), Key::new(KeyCode::Right), Key::char('l')],
        Action::FocusCard,
        "tui-key-card",
    ),
    shown(Context::List, &[Key::char(' ')], Action::Mark, "tui-key-mark"),
    shown(Context::List, &[Key::char('c'), Key::char('C')], Action::Compare, "tui-key-compare"),
    shown(Context::List, &[Key::char('s'), Key::char('>')], Action::SortByNext, "tui-key-sort"),
    bound(Context::List, &[Key::char('<')], Action::SortByPrevious, "tui-key-sort-previous"),
    shown(Context::List, &[Key::char('S')], Action::ReverseSort, "tui-key-reverse"),
    shown(Context::List, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-clear"),
    bound(Context::List, &[Key::new(KeyCode::Up), Key::char('k')], Action::Select(Motion::Up), "tui-key-up"),
    bound(
        Context::List,
        &[Key::new(KeyCode::Down), Key::char('j')],
        Action::Select(Motion::Down),
        "tui-key-down",
    ),
    bound(
        Context::List,
        &[Key::new(KeyCode::PageUp), Key::ctrl('b')],
        Action::Select(Motion::PageUp),
        "tui-key-page-up",
    ),
    bound(
        Context::List,
        &[Key::new(KeyCode::PageDown), Key::ctrl('f')],
        Action::Select(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(
        Context::List,
        &[Key::new(KeyCode::Home), Key::char('g')],
        Action::Select(Motion::First),
        "tui-key-first",
    ),
    bound(
        Context::List,
        &[Key::new(KeyCode::End), Key::char('G')],
        Action::Select(Motion::Last),
        "tui-key-last",
    ),
    bound(Context::List, &[Key::char('J')], Action::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(Context::List, &[Key::char('K')], Action::Scroll(Motion::Up), "tui-key-scroll-up"),
    // The list of the ages
    shown(Context::Ages, &[Key::char('v')], Action::ToggleLives, "tui-key-lives"),
    // The map
    shown(Context::Map, &[Key::new(KeyCode::Enter)], Action::FocusCard, "tui-key-card"),
    shown(
        Context::Map,
        &[Key::new(KeyCode::Left), Key::char('h')],
        Action::Walk(Direction::Left),
        "tui-key-walk",
    ),
    shown(
        Context::Map,
        &[Key::new(KeyCode::Up), Key::char('k')],
        Action::Walk(Direction::Up),
        "tui-key-walk",
    ),
    shown(
        Context::Map,
        &[Key::new(KeyCode::Down), Key::char('j')],
        Action::Walk(Direction::Down),
        "tui-key-walk",
    ),
    shown(
        Context::Map,
        &[Key::new(KeyCode::Right), Key::char('l')],
        Action::Walk(Direction::Right),
        "tui-key-walk",
    ),
    shown(Context::Map, &[Key::char('c')], Action::NextColouring, "tui-key-colouring"),
    bound(Context::Map, &[Key::char(' ')], Action::Mark, "tui-key-mark"),
    bound(Context::Map, &[Key::char('C')], Action::Compare, "tui-key-compare"),
    shown(Context::Map, &[Key::char('+'), Key::char('=')], Action::Zoom(ZoomStep::Closer), "tui-key-closer"),
    shown(Context::Map, &[Key::char('-')], Action::Zoom(ZoomStep::Farther), "tui-key-farther"),
    shown(Context::Map, &[Key::char('0')], Action::Zoom(ZoomStep::Fit), "tui-key-fit"),
    shown(Context::Map, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-clear"),
    bound(Context::Map, &[Key::char('n')], Action::Select(Motion::Down), "tui-key-next"),
    bound(Context::Map, &[Key::char('p')], Action::Select(Motion::Up), "tui-key-previous"),
    bound(Context::Map, &[Key::char('J')], Action::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(Context::Map, &[Key::char('K')], Action::Scroll(Motion::Up), "tui-key-scroll-up"),
    // A problem of the snapshot
    shown(Context::Problem, &[Key::new(KeyCode::Enter)], Action::ShowCite, "tui-key-show-cite"),
    // A page
    shown(Context::Page, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-clear"),
    // The card
    first(
        Context::Card,
        &[Key::new(KeyCode::Esc), Key::new(KeyCode::Left), Key::char('h'), Key::new(KeyCode::Enter)],
        Action::Back,
        "tui-key-list",
    ),
    bound(Context::Card, &[Key::char('J')], Action::Scroll(Motion::Down), "tui-key-scroll-down"),
    bound(Context::Card, &[Key::char('K')], Action::Scroll(Motion::Up), "tui-key-scroll-up"),
    shown(Context::Card, &[Key::char('n')], Action::Select(Motion::Down), "tui-key-next"),
    bound(Context::Card, &[Key::char('p')], Action::Select(Motion::Up), "tui-key-previous"),
    // The list and the card
    first(Context::Commands, &[Key::char('/')], Action::FocusSearch, "tui-key-search"),
    shown(Context::Commands, &[Key::char('f')], Action::Facets, "tui-key-facets"),
    shown(Context::Selected, &[Key::char('y')], Action::CopyCard, "tui-key-copy"),
    shown(Context::Commands, &[Key::char('e')], Action::Save, "tui-key-save"),
    shown(Context::Selected, &[Key::char('z')], Action::Enlarge, "tui-key-enlarge"),
    bound(Context::Selected, &[Key::char('w')], Action::ToggleCard, "tui-key-list-alone"),
    bound(Context::Selected, &[Key::char('Y')], Action::CopyRow, "tui-key-copy-row"),
    bound(Context::Selected, &[Key::char('u')], Action::CopyAddress, "tui-key-copy-address"),
    first(Context::Commands, &[Key::char('?')], Action::Help, "tui-key-help"),
    first(Context::Commands, &[Key::char('q')], Action::Quit, "tui-key-quit"),
    bound(Context::Commands, &[Key::char('1')], Action::ShowTab(Tab::Territories), "tui-tab-territories"),
    bound(Context::Commands, &[Key::char('2')], Action::ShowTab(Tab::Carriers), "tui-tab-carriers"),
    bound(Context::Commands, &[Key::char('3')], Action::ShowTab(Tab::Age), "tui-tab-age"),
    bound(
        Context::Commands,
        &[Key::char('4')],
        Action::ShowTab(Tab::Preconisations),
        "tui-tab-preconisations",
    ),
    bound(Context::Commands, &[Key::char('5')], Action::ShowTab(Tab::Map), "tui-tab-map"),
    bound(Context::Commands, &[Key::char('6')], Action::ShowTab(Tab::Overview), "tui-tab-overview"),
    bound(Context::Commands, &[Key::char('7')], Action::ShowTab(Tab::Data), "tui-tab-data"),
    // The popup of the keys
    shown(Context::Help, &[Key::new(KeyCode::Esc), Key::char('?')], Action::Back, "tui-key-close"),
    // The popup of what can be searched for
    shown(Context::Grammar, &[Key::new(KeyCode::Enter)], Action::TakeExample, "tui-key-example"),
    shown(
        Context::Grammar,
        &[Key::new(KeyCode::Esc), Key::char('q'), Key::new(KeyCode::F(1))],
        Action::Back,
        "tui-key-close",
    ),
    // The facets
    shown(Context::Facets, &[Key::char(' ')], Action::ToggleFacetValue, "tui-key-choose"),
    shown(Context::Facets, &[Key::new(KeyCode::Enter)], Action::TakeFacetValue, "tui-key-choose-and-close"),
    shown(
        Context::Facets,
        &[Key::new(KeyCode::Tab), Key::new(KeyCode::Right)],
        Action::NextFacet,
        "tui-key-next-facet",
    ),
    bound(
        Context::Facets,
        &[Key::new(KeyCode::BackTab), Key::new(KeyCode::Left)],
        Action::PreviousFacet,
        "tui-key-previous-facet",
    ),
    shown(Context::Facets, &[Key::new(KeyCode::Delete)], Action::ClearFacet, "tui-key-clear-facet"),
    shown(Context::Facets, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-close"),
    // Cités side by side
    shown(
        Context::Comparison,
        &[Key::new(KeyCode::Esc), Key::char('q'), Key::char('c')],
        Action::Back,
        "tui-key-close",
    ),
    // The card in large letters
    shown(
        Context::BigCard,
        &[Key::new(KeyCode::Esc), Key::char('z'), Key::char('q')],
        Action::Back,
        "tui-key-close",
    ),
    shown(
        Context::BigCard,
        &[Key::new(KeyCode::Right), Key::char('n')],
        Action::Select(Motion::Down),
        "tui-key-next",
    ),
    shown(
        Context::BigCard,
        &[Key::new(KeyCode::Left), Key::char('p')],
        Action::Select(Motion::Up),
        "tui-key-previous",
    ),
    // A text to be selected with the mouse
    shown(Context::Text, &[Key::new(KeyCode::Esc), Key::char('q')], Action::Back, "tui-key-close"),
    // The name of a file
    shown(Context::Replace, &[Key::new(KeyCode::Enter)], Action::ReplaceFile, "tui-key-replace"),
    shown(Context::Replace, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-other-name"),
    shown(Context::Save, &[Key::new(KeyCode::Enter)], Action::WriteFile, "tui-key-write"),
    shown(Context::Save, &[Key::new(KeyCode::Tab)], Action::NextFormat, "tui-key-format"),
    shown(Context::Save, &[Key::new(KeyCode::Esc)], Action::Back, "tui-key-close"),
    // Lines of a popup, one of them chosen
    bound(Context::Choices, &[Key::new(KeyCode::Up)], Action::Select(Motion::Up), "tui-key-up"),
    bound(Context::Choices, &[Key::new(KeyCode::Down)], Action::Select(Motion::Down), "tui-key-down"),
    bound(Context::Choices, &[Key::new(KeyCode::PageUp)], Action::Select(Motion::PageUp), "tui-key-page-up"),
    bound(
        Context::Choices,
        &[Key::new(KeyCode::PageDown)],
        Action::Select(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(Context::Choices, &[Key::new(KeyCode::Home)], Action::Select(Motion::First), "tui-key-first"),
    bound(Context::Choices, &[Key::new(KeyCode::End)], Action::Select(Motion::Last), "tui-key-last"),
    // A text that moves, where letters are written
    shown(Context::Scroll, &[Key::new(KeyCode::Down)], Action::Scroll(Motion::Down), "tui-key-scroll-down"),
    shown(Context::Scroll, &[Key::new(KeyCode::Up)], Action::Scroll(Motion::Up), "tui-key-scroll-up"),
    bound(
        Context::Scroll,
        &[Key::new(KeyCode::PageDown)],
        Action::Scroll(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(Context::Scroll, &[Key::new(KeyCode::PageUp)], Action::Scroll(Motion::PageUp), "tui-key-page-up"),
    // A text that moves
    shown(
        Context::Reading,
        &[Key::new(KeyCode::Down), Key::char('j')],
        Action::Scroll(Motion::Down),
        "tui-key-scroll-down",
    ),
    shown(
        Context::Reading,
        &[Key::new(KeyCode::Up), Key::char('k')],
        Action::Scroll(Motion::Up),
        "tui-key-scroll-up",
    ),
    bound(
        Context::Reading,
        &[Key::new(KeyCode::PageDown), Key::char(' '), Key::ctrl('f')],
        Action::Scroll(Motion::PageDown),
        "tui-key-page-down",
    ),
    bound(
        Context::Reading,
        &[Key::new(KeyCode::PageUp), Key::ctrl('b')],
        Action::Scroll(Motion::PageUp),
        "tui-key-page-up",
    ),
    bound(
        Context::Reading,
        &[Key::new(KeyCode::Home), Key::char('g')],
        Action::Scroll(Motion::First),
        "tui-key-first",
    ),
    bound(
        Context::Reading,
        &[Key::new(KeyCode::End), Key::char('G')],
        Action::Scroll(Motion::Last),
        "tui-key-last",
    ),
    // Everywhere but in popups
    shown(Context::Tabs, &[Key::new(KeyCode::F(1))], Action::Grammar, "tui-key-grammar"),
    shown(Context::Tabs, &[Key::new(KeyCode::Tab)], Action::NextTab, "tui-key-next-tab"),
    bound(Context::Tabs, &[Key::ctrl('l')], Action::CopyCommandLine, "tui-key-command-line"),
    bound(Context::Tabs, &[Key::new(KeyCode::BackTab)], Action::PreviousTab, "tui-key-previous-tab"),
    bound(Context::Tabs, &[Key::alt('1')], Action::ShowTab(Tab::Territories), "tui-tab-territories"),
    bound(Context::Tabs, &[Key::alt('2')], Action::ShowTab(Tab::Carriers), "tui-tab-carriers"),
    bound(Context::Tabs, &[Key::alt('3')], Action::ShowTab(Tab::Age), "tui-tab-age"),
    bound(Context::Tabs, &[Key::alt('4')], Action::ShowTab(Tab::Preconisations), "tui-tab-preconisations"),
    bound(Context::Tabs, &[Key::alt('5')], Action::ShowTab(Tab::Map), "tui-tab-map"),
    bound(Context::Tabs, &[Key::alt('6')], Action::ShowTab(Tab::Overview), "tui-tab-overview"),
    bound(Context::Tabs, &[Key::alt('7')], Action::ShowTab(Tab::Data), "tui-tab-data"),
    // Everywhere
    shown(Context::Program, &[Key::ctrl('c')], Action::Quit, "tui-key-quit"),
    bound(Context::Program, &[Key::ctrl('z')], Action::Suspend, "tui-key-suspend"),
];

//! The table of bindings by context. The footer shows them in this order.

use std::borrow::Cow;
use std::sync::LazyLock;

use crossterm::event::{KeyCode, KeyModifiers};

use crate::tui::keymap::{Binding, Footer, Key};
use crate::tui::state::{CrossChoice, Edit, KeyContext, Motion, Tab, Turn, ZoomStep};
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

const fn shown(keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { keys: Cow::Borrowed(keys), command, text: Cow::Borrowed(text), footer: Footer::Room }
}

const fn first(keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { keys: Cow::Borrowed(keys), command, text: Cow::Borrowed(text), footer: Footer::First }
}

const fn bound(keys: &'static [Key], command: Command, text: &'static str) -> Binding {
    Binding { keys: Cow::Borrowed(keys), command, text: Cow::Borrowed(text), footer: Footer::Never }
}

/// Returns the bindings of a context: those of the table, and the digits of the tabs.
pub fn bindings(context: KeyContext) -> impl Iterator<Item = &'static Binding> {
    let rows = BINDINGS.iter().filter(move |(of, _)| *of == context).flat_map(|(_, rows)| *rows);
    let tabs = match context {
        KeyContext::Commands => DIGITS.as_slice(),
        KeyContext::Tabs => ALT_DIGITS.as_slice(),
        _ => &[],
    };
    rows.chain(tabs)
}

/// Returns the contexts that have bindings.
#[cfg(test)]
pub fn contexts() -> impl Iterator<Item = KeyContext> {
    BINDINGS.iter().map(|(context, _)| *context)
}

/// The key of the digit of each tab, where letters are commands.
static DIGITS: LazyLock<Vec<Binding>> = LazyLock::new(|| digits(KeyModifiers::NONE, Footer::Never));
/// The key of the digit of each tab with Alt, which works everywhere.
static ALT_DIGITS: LazyLock<Vec<Binding>> = LazyLock::new(|| digits(ALT, Footer::Room));

fn digits(modifiers: KeyModifiers, footer: Footer) -> Vec<Binding> {
    let bind = |(tab, letters): (Tab, &str)| Binding {
        keys: letters.chars().map(|letter| Key::with(KeyCode::Char(letter), modifiers)).collect(),
        command: Command::ShowTab(tab),
        text: Cow::Owned(tab.title_key()),
        footer,
    };
    Tab::ALL.into_iter().zip(DIGIT_KEYS).map(bind).collect()
}

/// The characters on the key of each digit: on AZERTY keyboards, without Shift, a sign that depends on country and
/// system.
const DIGIT_KEYS: [&str; 9] = ["1&", "2é", "3\"", "4'", "5(", "6-§", "7è", "8!_", "9ç"];

/// The bindings of each context, without the digits of the tabs.
static BINDINGS: &[(KeyContext, &[Binding])] = &[
    (KeyContext::Suggestion, &[shown(&[ENTER], Command::TakeSuggestion, "tui-key-suggestion")]),
    (KeyContext::SearchHistory, &[shown(&[DOWN], Command::LaterQuery, "tui-key-later-query")]),
    (KeyContext::SearchTab, &[first(&[ENTER], Command::TakeOfferedTab, "tui-key-offered-tab")]),
    (KeyContext::SearchOutside, &[shown(&[ENTER], Command::TakeSuggestion, "tui-key-nearest")]),
    (
        KeyContext::Search,
        &[
            shown(&[ENTER, DOWN], Command::FocusList, "tui-key-list"),
            shown(&[ESC], Command::Back, "tui-key-clear"),
            bound(&[UP], Command::EarlierQuery, "tui-key-earlier-query"),
            bound(&[PAGE_UP], Command::Select(Motion::PageUp), "tui-key-page-up"),
            bound(&[PAGE_DOWN], Command::Select(Motion::PageDown), "tui-key-page-down"),
        ],
    ),
    (
        KeyContext::Line,
        &[
            bound(&[LEFT, Key::ctrl('b')], Command::Edit(Edit::Left), "tui-key-left"),
            bound(&[RIGHT, Key::ctrl('f')], Command::Edit(Edit::Right), "tui-key-right"),
            bound(
                &[Key::with(KeyCode::Left, CTRL), Key::with(KeyCode::Left, ALT), Key::alt('b')],
                Command::Edit(Edit::WordLeft),
                "tui-key-word-left",
            ),
            bound(
                &[Key::with(KeyCode::Right, CTRL), Key::with(KeyCode::Right, ALT), Key::alt('f')],
                Command::Edit(Edit::WordRight),
                "tui-key-word-right",
            ),
            bound(&[HOME, Key::ctrl('a')], Command::Edit(Edit::Start), "tui-key-start"),
            bound(&[END, Key::ctrl('e')], Command::Edit(Edit::End), "tui-key-end"),
            bound(&[BACKSPACE, Key::ctrl('h')], Command::Edit(Edit::DeleteLeft), "tui-key-delete-left"),
            bound(&[DELETE, Key::ctrl('d')], Command::Edit(Edit::DeleteRight), "tui-key-delete-right"),
            bound(
                &[Key::ctrl('w'), Key::with(KeyCode::Backspace, ALT), Key::with(KeyCode::Backspace, CTRL)],
                Command::Edit(Edit::DeleteWordLeft),
                "tui-key-delete-word-left",
            ),
            bound(
                &[Key::alt('d'), Key::with(KeyCode::Delete, CTRL)],
                Command::Edit(Edit::DeleteWordRight),
                "tui-key-delete-word-right",
            ),
            bound(&[Key::ctrl('u')], Command::Edit(Edit::DeleteToStart), "tui-key-delete-to-start"),
            bound(&[Key::ctrl('k')], Command::Edit(Edit::DeleteToEnd), "tui-key-delete-to-end"),
            bound(&[Key::ctrl('y')], Command::Edit(Edit::Yank), "tui-key-yank"),
        ],
    ),
    (
        KeyContext::List,
        &[
            first(&[ENTER, RIGHT, Key::char('l')], Command::FocusCard, "tui-key-card"),
            shown(&[Key::char(' ')], Command::ToggleMark, "tui-key-mark"),
            shown(&[Key::char('c'), Key::char('C')], Command::Compare, "tui-key-compare"),
            shown(&[Key::char('s'), Key::char('>')], Command::SortByNext, "tui-key-sort"),
            bound(&[Key::char('<')], Command::SortByPrevious, "tui-key-sort-previous"),
            shown(&[Key::char('S')], Command::ReverseSort, "tui-key-reverse"),
            shown(&[ESC], Command::Back, "tui-key-clear"),
            bound(&[UP, Key::char('k')], Command::Select(Motion::Up), "tui-key-up"),
            bound(&[DOWN, Key::char('j')], Command::Select(Motion::Down), "tui-key-down"),
            bound(&[PAGE_UP, Key::ctrl('b')], Command::Select(Motion::PageUp), "tui-key-page-up"),
            bound(&[PAGE_DOWN, Key::ctrl('f')], Command::Select(Motion::PageDown), "tui-key-page-down"),
            bound(&[HOME, Key::char('g')], Command::Select(Motion::First), "tui-key-first"),
            bound(&[END, Key::char('G')], Command::Select(Motion::Last), "tui-key-last"),
            bound(&[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-card-down"),
            bound(&[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-card-up"),
        ],
    ),
    (
        KeyContext::Fold,
        &[first(&[ENTER, RIGHT, Key::char(' '), Key::char('l')], Command::ToggleFold, "tui-key-unfold")],
    ),
    (
        KeyContext::Field,
        &[
            first(&[ENTER], Command::ListCell, "tui-key-list-cell"),
            shown(&[LEFT, Key::char('h')], Command::PreviousLevel, "tui-key-level"),
            shown(&[RIGHT, Key::char('l')], Command::NextLevel, "tui-key-level"),
        ],
    ),
    (KeyContext::Ages, &[shown(&[Key::char('v')], Command::ToggleTimeline, "tui-key-lives")]),
    (
        KeyContext::Map,
        &[
            shown(&[ENTER], Command::FocusCard, "tui-key-card"),
            shown(&[LEFT, Key::char('h')], Command::MoveToNeighbour(Direction::Left), "tui-key-walk"),
            shown(&[UP, Key::char('k')], Command::MoveToNeighbour(Direction::Up), "tui-key-walk"),
            shown(&[DOWN, Key::char('j')], Command::MoveToNeighbour(Direction::Down), "tui-key-walk"),
            shown(&[RIGHT, Key::char('l')], Command::MoveToNeighbour(Direction::Right), "tui-key-walk"),
            shown(&[Key::char('v')], Command::NextMapView, "tui-key-map-view"),
            shown(&[Key::char('c')], Command::NextColouring, "tui-key-colouring"),
            bound(&[Key::char(' ')], Command::ToggleMark, "tui-key-mark"),
            bound(&[Key::char('C')], Command::Compare, "tui-key-compare"),
            shown(&[Key::char('+'), Key::char('=')], Command::Zoom(ZoomStep::Closer), "tui-key-closer"),
            shown(&[Key::char('-')], Command::Zoom(ZoomStep::Farther), "tui-key-farther"),
            shown(&[Key::char('0')], Command::Zoom(ZoomStep::Fit), "tui-key-fit"),
            shown(&[ESC], Command::Back, "tui-key-clear"),
            bound(&[Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
            bound(&[Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
            bound(&[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-card-down"),
            bound(&[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-card-up"),
        ],
    ),
    (
        KeyContext::Areas,
        &[
            first(&[ENTER], Command::ListArea, "tui-key-list-area"),
            shown(&[LEFT, Key::char('h')], Command::MoveToNeighbour(Direction::Left), "tui-key-walk-areas"),
            shown(&[UP, Key::char('k')], Command::MoveToNeighbour(Direction::Up), "tui-key-walk-areas"),
            shown(&[DOWN, Key::char('j')], Command::MoveToNeighbour(Direction::Down), "tui-key-walk-areas"),
            shown(&[RIGHT, Key::char('l')], Command::MoveToNeighbour(Direction::Right), "tui-key-walk-areas"),
            shown(&[Key::char('v')], Command::NextMapView, "tui-key-map-view"),
            shown(&[Key::char('c')], Command::NextColouring, "tui-key-measure"),
        ],
    ),
    (KeyContext::Outside, &[first(&[ENTER], Command::TakeSuggestion, "tui-key-nearest")]),
    (KeyContext::Problem, &[shown(&[ENTER], Command::ShowCite, "tui-key-show-cite")]),
    (KeyContext::Page, &[shown(&[ESC], Command::Back, "tui-key-clear")]),
    (
        KeyContext::Card,
        &[
            first(&[ESC, LEFT, Key::char('h'), ENTER], Command::Back, "tui-key-list"),
            bound(&[Key::char('J')], Command::Scroll(Motion::Down), "tui-key-scroll-card-down"),
            bound(&[Key::char('K')], Command::Scroll(Motion::Up), "tui-key-scroll-card-up"),
            shown(&[Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
            bound(&[Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
        ],
    ),
    (
        KeyContext::Commands,
        &[
            first(&[Key::char('/')], Command::FocusSearch, "tui-key-search"),
            bound(&[Key::with(KeyCode::Left, ALT)], Command::GoBack, "tui-key-go-back"),
            shown(&[Key::char('f')], Command::OpenFacets, "tui-key-facets"),
            shown(&[Key::char('x')], Command::OpenCrossTable, "tui-key-cross"),
            shown(&[Key::char('e')], Command::OpenSaveDialog, "tui-key-save"),
            bound(&[Key::char('m')], Command::ToggleMouse, "tui-key-mouse"),
            first(&[Key::char('?'), Key::char(':')], Command::ShowKeys, "tui-key-help"),
            first(&[Key::char('q')], Command::Quit, "tui-key-quit"),
        ],
    ),
    (
        KeyContext::Selected,
        &[
            shown(&[Key::char('y')], Command::CopyCard, "tui-key-copy"),
            shown(&[Key::char('z')], Command::Enlarge, "tui-key-enlarge"),
            shown(&[Key::char('d')], Command::OpenNeighbours, "tui-key-neighbours"),
            bound(&[Key::char('w')], Command::ToggleCard, "tui-key-list-alone"),
            bound(&[Key::char('Y')], Command::CopyRow, "tui-key-copy-row"),
            shown(&[Key::char('i')], Command::ToggleSources, "tui-key-sources"),
            bound(&[Key::char('o')], Command::OpenAddress, "tui-key-open"),
            bound(&[Key::char('u')], Command::CopyAddress, "tui-key-copy-address"),
        ],
    ),
    (
        KeyContext::Help,
        &[
            shown(&[ENTER], Command::RunChosen, "tui-key-run"),
            shown(&[ESC, Key::char('?')], Command::Back, "tui-key-close"),
        ],
    ),
    (
        KeyContext::Grammar,
        &[
            shown(&[ENTER], Command::TakeExample, "tui-key-example"),
            shown(&[ESC, Key::char('q'), Key::new(KeyCode::F(1))], Command::Back, "tui-key-close"),
        ],
    ),
    (
        KeyContext::Facets,
        &[
            shown(&[Key::char(' ')], Command::ToggleFacetValue, "tui-key-choose"),
            shown(&[ENTER], Command::TakeFacetValue, "tui-key-choose-and-close"),
            shown(&[TAB, RIGHT], Command::NextFacet, "tui-key-next-facet"),
            bound(&[BACK_TAB, LEFT], Command::PreviousFacet, "tui-key-previous-facet"),
            shown(&[DELETE], Command::ClearFacet, "tui-key-clear-facet"),
            shown(&[ESC], Command::Back, "tui-key-close"),
        ],
    ),
    (
        KeyContext::Comparison,
        &[
            shown(&[ESC, Key::char('q'), Key::char('c')], Command::Back, "tui-key-close"),
            shown(&[Key::char('y')], Command::CopyCard, "tui-key-copy"),
            shown(&[Key::char('e')], Command::OpenSaveDialog, "tui-key-save"),
        ],
    ),
    (
        KeyContext::Cross,
        &[
            first(&[ENTER], Command::ListCrossCell, "tui-key-list-cross-cell"),
            shown(&[ESC, Key::char('q'), Key::char('x')], Command::Back, "tui-key-close"),
            shown(
                &[Key::char('r')],
                Command::ChooseInCross(CrossChoice::By(Turn::Next)),
                "tui-key-cross-rows",
            ),
            bound(
                &[Key::char('R')],
                Command::ChooseInCross(CrossChoice::By(Turn::Previous)),
                "tui-key-cross-rows-back",
            ),
            shown(
                &[Key::char('c')],
                Command::ChooseInCross(CrossChoice::Across(Turn::Next)),
                "tui-key-cross-columns",
            ),
            bound(
                &[Key::char('C')],
                Command::ChooseInCross(CrossChoice::Across(Turn::Previous)),
                "tui-key-cross-columns-back",
            ),
            shown(&[Key::char('v')], Command::ChooseInCross(CrossChoice::Of), "tui-key-cross-values"),
            shown(&[Key::char('%')], Command::ChooseInCross(CrossChoice::Share), "tui-key-cross-share"),
            shown(&[Key::char('t')], Command::ChooseInCross(CrossChoice::Swap), "tui-key-cross-swap"),
            shown(&[Key::char('e')], Command::OpenSaveDialog, "tui-key-save"),
            shown(&[Key::char('y')], Command::CopyCard, "tui-key-copy"),
            bound(&[LEFT, Key::char('h')], Command::MoveInCross(Direction::Left), "tui-key-cross-walk"),
            bound(&[DOWN, Key::char('j')], Command::MoveInCross(Direction::Down), "tui-key-cross-walk"),
            bound(&[UP, Key::char('k')], Command::MoveInCross(Direction::Up), "tui-key-cross-walk"),
            bound(&[RIGHT, Key::char('l')], Command::MoveInCross(Direction::Right), "tui-key-cross-walk"),
            bound(&[PAGE_UP], Command::MoveByRowsInCross(Motion::PageUp), "tui-key-page-up"),
            bound(&[PAGE_DOWN], Command::MoveByRowsInCross(Motion::PageDown), "tui-key-page-down"),
            bound(&[HOME, Key::char('g')], Command::MoveByRowsInCross(Motion::First), "tui-key-first"),
            bound(&[END, Key::char('G')], Command::MoveByRowsInCross(Motion::Last), "tui-key-last"),
        ],
    ),
    (
        KeyContext::Neighbours,
        &[
            first(&[ENTER], Command::ShowNeighbour, "tui-key-show-cite"),
            shown(&[ESC], Command::Back, "tui-key-close"),
        ],
    ),
    (
        KeyContext::BigCard,
        &[
            shown(&[ESC, Key::char('z'), Key::char('q')], Command::Back, "tui-key-close"),
            shown(&[RIGHT, Key::char('n')], Command::Select(Motion::Down), "tui-key-next"),
            shown(&[LEFT, Key::char('p')], Command::Select(Motion::Up), "tui-key-previous"),
        ],
    ),
    (KeyContext::Text, &[shown(&[ESC, Key::char('q')], Command::Back, "tui-key-close")]),
    (
        KeyContext::Replace,
        &[
            shown(&[ENTER], Command::ReplaceFile, "tui-key-replace"),
            shown(&[ESC], Command::Back, "tui-key-other-name"),
        ],
    ),
    (
        KeyContext::Save,
        &[
            shown(&[ENTER], Command::WriteFile, "tui-key-write"),
            shown(&[TAB], Command::NextFormat, "tui-key-format"),
            shown(&[DOWN], Command::ChooseColumns, "tui-key-columns"),
            shown(&[ESC], Command::Back, "tui-key-close"),
        ],
    ),
    (
        KeyContext::SaveColumns,
        &[
            shown(&[Key::char(' ')], Command::ToggleColumn, "tui-key-choose"),
            shown(&[ENTER], Command::WriteFile, "tui-key-write"),
            shown(&[ESC], Command::Back, "tui-key-file-name"),
        ],
    ),
    (
        KeyContext::Choices,
        &[
            bound(&[UP], Command::Select(Motion::Up), "tui-key-up"),
            bound(&[DOWN], Command::Select(Motion::Down), "tui-key-down"),
            bound(&[PAGE_UP], Command::Select(Motion::PageUp), "tui-key-page-up"),
            bound(&[PAGE_DOWN], Command::Select(Motion::PageDown), "tui-key-page-down"),
            bound(&[HOME], Command::Select(Motion::First), "tui-key-first"),
            bound(&[END], Command::Select(Motion::Last), "tui-key-last"),
        ],
    ),
    (
        KeyContext::Reading,
        &[
            shown(&[DOWN, Key::char('j')], Command::Scroll(Motion::Down), "tui-key-scroll-down"),
            shown(&[UP, Key::char('k')], Command::Scroll(Motion::Up), "tui-key-scroll-up"),
            bound(
                &[PAGE_DOWN, Key::char(' '), Key::ctrl('f')],
                Command::Scroll(Motion::PageDown),
                "tui-key-page-down",
            ),
            bound(&[PAGE_UP, Key::ctrl('b')], Command::Scroll(Motion::PageUp), "tui-key-page-up"),
            bound(&[HOME, Key::char('g')], Command::Scroll(Motion::First), "tui-key-first"),
            bound(&[END, Key::char('G')], Command::Scroll(Motion::Last), "tui-key-last"),
        ],
    ),
    (
        KeyContext::Tabs,
        &[
            shown(&[Key::new(KeyCode::F(1))], Command::ShowGrammar, "tui-key-grammar"),
            shown(&[TAB], Command::NextTab, "tui-key-next-tab"),
            bound(&[Key::new(KeyCode::F(5))], Command::ReadAgain, "tui-key-read-again"),
            bound(&[Key::ctrl('o')], Command::CopyCommandLine, "tui-key-command-line"),
            bound(&[BACK_TAB], Command::PreviousTab, "tui-key-previous-tab"),
        ],
    ),
    (
        KeyContext::Program,
        &[
            shown(&[Key::ctrl('c')], Command::Quit, "tui-key-quit"),
            bound(&[Key::ctrl('l')], Command::Repaint, "tui-key-repaint"),
            bound(&[Key::ctrl('z')], Command::Suspend, "tui-key-suspend"),
        ],
    ),
];

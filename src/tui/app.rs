//! The state of the explorer: plain data, and [`App::update`], which takes in
//! what happens. No input, no output, no clock.

mod can;
mod choice;
mod data;
mod facets;
mod going;
mod line_editor;
mod list;
mod listing;
mod marks;
mod pictures;
mod popup;
mod reread;
mod search;
mod searching;
mod start;
mod take_away;
mod wanted;

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::layout::Size;

use super::action::Action;
use super::keymap::Context as Keys;
use super::layout::{Areas, Shown};
use super::run::Command;
use super::tabs::Tab;
use super::theme::Theme;
use crate::locale::Lang;
use crate::search::Index;
use crate::snapshot::Snapshot;
use crate::t;
use crate::views::facets::FACETS;
use crate::views::map::Atlas;
use crate::views::{self, Context};

pub use choice::Choice;
pub use data::{Data, Provenance};
pub use facets::Facets;
pub use line_editor::LineEditor;
pub use list::{List, Outdated, Sorting};
pub use listing::{Heading, Item, Listing, MapListing};
pub use pictures::Pictures;
pub use popup::Popup;
pub use reread::Reading;
pub use search::{Found, Matches, field_key, text_of};
pub use start::{LIVES, Start};
pub use take_away::{Effect, Save, SaveAs, Saved};
pub use wanted::{Answer, LARGE, SoFar, Wanted};

/// How the explorer starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is explored.
    pub snapshot: Arc<Snapshot>,
    /// Where that comes from.
    pub provenance: Provenance,
    /// The language of the screen.
    pub lang: Lang,
    /// The day on which ages are told.
    pub today: Date,
    /// How it looks.
    pub theme: Theme,
    /// What is searched for at the start.
    pub query: String,
    /// The tab that is shown first.
    pub tab: Tab,
    /// What else is shown first.
    pub start: Start,
    /// Whether the mouse is for the explorer rather than for the terminal.
    pub mouse: bool,
}

/// What the keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The search bar: letters are written.
    Search,
    /// The list: letters are commands.
    List,
    /// The card.
    Card,
}

/// The state of the explorer.
#[derive(Debug, Clone)]
pub struct App {
    snapshot: Arc<Snapshot>,
    /// Made when something is first searched; where a worker searches, it has its own.
    index: OnceCell<Arc<Index>>,
    pub(super) lang: Lang,
    today: Date,
    pub(super) theme: Theme,
    size: Size,
    pub(super) tab: Tab,
    pub(super) focus: Focus,
    pub(super) query: LineEditor,
    pub(super) found: Arc<Found>,
    lists: [List; Tab::ALL.len()],
    pub(super) card_scroll: usize,
    pub(super) pictures: Pictures,
    pub(super) data: Data,
    pub(super) popups: Vec<Popup>,
    /// Places in the snapshot of the Cités that are marked, in the order in which they were.
    marks: Vec<usize>,
    /// What is said in the place of the footer until the next key.
    pub(super) said: Option<String>,
    /// What was copied by the last key.
    copied: Option<String>,
    start: Start,
    /// What is to be selected as soon as it is listed.
    select: Option<Item>,
}

impl App {
    /// The explorer as it starts, before the size of the terminal is known.
    pub fn new(options: Options) -> Self {
        let Options { snapshot, provenance, lang, today, theme, query, tab, start, mouse: _ } = options;
        // Who comes with a query, or asks for a view, knows how.
        let welcome = (query.is_empty() && !start.in_list).then(|| t!(lang, "tui-welcome"));
        let mut app = Self {
            index: OnceCell::new(),
            lang,
            today,
            theme,
            size: Size::ZERO,
            tab,
            focus: Focus::Search,
            query: LineEditor::new(&query),
            found: Arc::default(),
            lists: Default::default(),
            card_scroll: 0,
            pictures: Pictures::default(),
            data: Data::new(provenance),
            popups: Vec::new(),
            marks: Vec::new(),
            said: welcome,
            copied: None,
            select: start.select,
            start,
            snapshot,
        };
        app.begin();
        app.search();
        app.settle();
        app
    }

    fn begin(&mut self) {
        self.list_mut().sorting = self.start.sorting;
        self.pictures.lives = self.start.lives;
        self.pictures.colouring = self.start.colouring.unwrap_or(self.pictures.colouring);
        if self.start.in_list {
            self.focus = Focus::List;
        }
    }

    /// Takes in what happens; what is to be done outside comes back, in order.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let (selected, left_mouse) = (self.selected(), self.leaves_mouse());
        let mut effects = Vec::new();
        if !action.is_from_outside() {
            self.said = None;
        }
        if !action.copies() {
            self.copied = None;
        }
        match action {
            Action::Quit => effects.push(Effect::Loop(Command::Quit)),
            Action::Suspend => effects.push(Effect::Loop(Command::Suspend)),
            Action::Resize(size) => self.size = size,
            Action::Back => self.back(),
            Action::Help => self.popups.push(self.key_list()),
            Action::Grammar => self.popups.push(Popup::Grammar(Choice::default())),
            Action::TakeExample => self.take_example(),
            Action::Facets => self.open_facets(),
            Action::NextFacet => self.turn_facet(1),
            Action::PreviousFacet => self.turn_facet(FACETS.len() - 1),
            Action::OpenFacet(place) => self.open_facet(place),
            Action::ChooseLine(place) => self.choose_line(place),
            Action::ToggleFacetValue => self.toggle_facet_value(),
            Action::TakeFacetValue => {
                self.toggle_facet_value();
                self.popups.pop();
            }
            Action::ClearFacet => self.clear_facet(),
            Action::Mark => self.toggle_mark(),
            Action::Compare => self.compare(),
            Action::Enlarge => self.popups.push(Popup::BigCard(0)),
            Action::CopyCard => effects = self.copy(self.card_text(), "tui-copied-card"),
            Action::CopyRow => effects = self.copy(self.row_text(), "tui-copied-row"),
            Action::CopyAddress => effects = self.copy(self.first_address(), "tui-copied-address"),
            Action::CopyCommandLine => {
                effects = self.copy(Some(self.command_line()), "tui-copied-command-line");
            }
            Action::Save => self.ask_where_to_save(),
            Action::NextFormat => self.next_save_format(),
            Action::WriteFile => effects = self.save(false),
            Action::ReplaceFile => effects = self.save(true),
            Action::Saved(saved) => self.saved(saved),
            Action::FocusSearch => self.focus = Focus::Search,
            Action::FocusList => self.focus = Focus::List,
            Action::FocusCard => self.focus = Focus::Card,
            Action::Insert(text) => self.edit_line(|line| line.insert(&text)),
            Action::Edit(edit) => self.edit_line(|line| line.edit(edit)),
            Action::TakeSuggestion => self.take_suggestion(),
            Action::Select(motion) => self.go(motion),
            Action::SelectLine(place) => {
                self.list_mut().select(place);
                self.focus = Focus::List;
            }
            Action::Scroll(motion) => self.scroll_by(motion),
            Action::ShowTab(tab) => self.show_tab(tab),
            Action::NextTab => self.show_tab(self.tab.next()),
            Action::PreviousTab => self.show_tab(self.tab.previous()),
            Action::SortByNext => self.sort(|sorting, columns| sorting.next(columns)),
            Action::SortByPrevious => self.sort(|sorting, columns| sorting.previous(columns)),
            Action::SortBy(column) => self.sort(|sorting, _| sorting.by(column)),
            Action::ReverseSort => self.sort(|sorting, _| Sorting { reverse: !sorting.reverse, ..sorting }),
            Action::Walk(direction) => self.walk(direction),
            Action::NextColouring => {
                self.pictures.next_colouring();
                self.list_mut().outdate(Outdated::Changed);
            }
            Action::Show(answer) => self.show(answer),
            Action::Read(reading) => self.take_in(reading),
            Action::Background(light) => self.theme = self.theme.on(light),
            Action::Checked(report) => {
                self.data.report = Some(report);
                self.lists.iter_mut().for_each(|list| list.outdate(Outdated::Changed));
            }
            Action::Zoom(step) => self.pictures.zoom = step.from(self.pictures.zoom),
            Action::ShowCite => self.show_cite(),
            Action::ToggleCard => self.pictures.list_alone = !self.pictures.list_alone,
            Action::ToggleLives => self.pictures.lives = !self.pictures.lives,
        }
        self.settle();
        if self.selected() != selected {
            self.card_scroll = 0;
            if let Some(Popup::BigCard(scroll)) = self.popups.last_mut() {
                *scroll = 0;
            }
        }
        if self.leaves_mouse() != left_mouse {
            effects.push(Effect::Mouse(left_mouse));
        }
        effects
    }

    /// Where the keys go, the innermost place first.
    pub fn keys(&self) -> Keys {
        if let Some(popup) = self.popup() {
            return popup.keys();
        }
        match self.focus {
            Focus::Search if self.suggestion().is_some() => Keys::Suggestion,
            Focus::Search => Keys::Search,
            Focus::List => match self.tab {
                Tab::Age => Keys::Ages,
                Tab::Map => Keys::Map,
                Tab::Overview => Keys::Page,
                Tab::Data if self.cite_of_problem().is_some() => Keys::Problem,
                Tab::Territories | Tab::Carriers | Tab::Preconisations | Tab::Data => Keys::List,
            },
            Focus::Card => Keys::Card,
        }
    }

    /// The map of what is explored.
    pub fn atlas(&self) -> &Atlas {
        self.pictures.atlas(&self.snapshot)
    }

    /// What the views need.
    pub fn context(&self) -> Context<'_> {
        Context { snapshot: &self.snapshot, lang: self.lang, today: self.today }
    }

    /// The list of the tab that is shown.
    #[expect(clippy::indexing_slicing, reason = "there is a list for each tab")]
    pub fn list(&self) -> &List {
        &self.lists[self.tab.place()]
    }

    #[expect(clippy::indexing_slicing, reason = "there is a list for each tab")]
    fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.tab.place()]
    }

    /// The selected item of the tab that is shown.
    pub fn selected(&self) -> Option<Item> {
        self.list().selected()
    }

    /// How many items the tab that is shown lists, and how many there are.
    pub fn counts(&self) -> (usize, usize) {
        match self.tab {
            Tab::Territories | Tab::Carriers | Tab::Age | Tab::Map | Tab::Overview | Tab::Data => {
                (self.found.cites().len(), self.snapshot.cites.len())
            }
            Tab::Preconisations => (self.found.preconisations().len(), self.snapshot.preconisations.len()),
        }
    }

    /// The card of the selected item.
    pub fn card(&self) -> Option<views::card::Card> {
        let context = self.context();
        match self.selected()? {
            Item::Heading(_) => None,
            Item::Cite(place) => Some(views::card::cite(self.snapshot.cites.get(place)?, context)),
            Item::Preconisation(place) => {
                Some(views::card::preconisation(self.snapshot.preconisations.get(place)?, context))
            }
            Item::Snapshot | Item::Problem(_) | Item::Field(_) | Item::Source(_) => {
                data::card(&self.data, &self.found, self.list().listing(), self.selected()?, context)
            }
        }
    }

    /// Where everything stands; `None` where there is no room.
    pub fn areas(&self) -> Option<Areas> {
        let shown = Shown {
            tab: self.tab,
            lives: self.pictures.lives,
            list_alone: self.pictures.list_alone,
            card_has_focus: self.focus == Focus::Card,
        };
        Areas::of(self.size, shown)
    }

    /// The line that letters are written into: of the popup that has the keys,
    /// else the search bar.
    fn line(&self) -> &LineEditor {
        self.popup().and_then(Popup::line).unwrap_or(&self.query)
    }

    fn edit_line(&mut self, edit: impl FnOnce(&mut LineEditor)) {
        let Some(line) = self.popups.last_mut().and_then(Popup::line_mut) else {
            return self.edit_query(edit);
        };
        let before = line.text().to_owned();
        edit(line);
        if line.text() != before {
            self.popup_line_changed();
        }
    }

    /// The keys that work where they go now.
    fn key_list(&self) -> Popup {
        Popup::Keys { of: self.keys(), filter: LineEditor::default(), scroll: 0 }
    }

    fn back(&mut self) {
        if self.back_in_popup() {
            return;
        }
        match self.focus {
            Focus::Card => self.focus = Focus::List,
            _ if !self.query.text().is_empty() => self.edit_query(|query| *query = LineEditor::default()),
            Focus::Search | Focus::List => self.focus = Focus::List,
        }
    }

    /// Puts everything in its place after a change: the list up to date, the
    /// selection on the screen, the card not beyond its end.
    fn settle(&mut self) {
        self.refresh_list();
        let height = self.rows_height();
        self.list_mut().scroll_to_selection(height);
        if self.focus == Focus::Card && self.selected().is_none() {
            self.focus = Focus::List;
        }
        self.clamp_scroll();
        self.settle_popup();
    }
}

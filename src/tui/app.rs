//! The state of the explorer: plain data, and [`App::update`], which takes in
//! what happens. No input, no output, no clock.

mod choice;
mod data;
mod facets;
mod line_editor;
mod list;
mod listing;
mod marks;
mod pictures;
mod popup;
mod search;
mod start;
mod take_away;
mod wanted;

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::layout::Size;

use super::action::{Action, Motion};
use super::keymap::Context as Keys;
use super::layout::Areas;
use super::popups;
use super::run::Command;
use super::tabs::{Tab, overview};
use super::theme::Theme;
use super::widgets;
use crate::locale::Lang;
use crate::search::{Index, Query, Suggestion};
use crate::snapshot::Snapshot;
use crate::t;
use crate::views::facets::FACETS;
use crate::views::map::{Atlas, Direction};
use crate::views::{self, Context};

pub use choice::Choice;
pub use data::{Data, Provenance};
pub use facets::Facets;
pub use line_editor::LineEditor;
pub use list::{List, Outdated, Sorting};
use listing::Wish;
pub use listing::{Heading, Item, Listing, MapListing};
pub use pictures::Pictures;
pub use popup::Popup;
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
            Action::Checked(report) => {
                self.data.report = Some(report);
                self.lists.iter_mut().for_each(|list| list.outdate(Outdated::Changed));
            }
            Action::Zoom(step) => self.pictures.zoom = step.from(self.pictures.zoom),
            Action::ShowCite => self.show_cite(),
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

    /// Whether `action` would do something now. What it would not is not offered.
    pub fn can(&self, action: &Action) -> bool {
        match action {
            Action::Back => {
                !self.popups.is_empty() || self.focus != Focus::List || !self.query.text().is_empty()
            }
            Action::FocusSearch => self.focus != Focus::Search,
            Action::FocusList => self.focus != Focus::List,
            Action::FocusCard => self.selected().is_some(),
            Action::Edit(edit) => {
                let line = self.line();
                let mut edited = line.clone();
                edited.edit(*edit);
                edited != *line
            }
            Action::Select(motion) if !self.popups.is_empty() => {
                self.moved_choice(*motion)
                    .is_some_and(|moved| Some(moved) != self.popup().and_then(Popup::choice))
                    || (self.reads_card() && self.list().can_go(*motion, self.rows_height()))
            }
            Action::Select(motion) => self.list().can_go(*motion, self.rows_height()),
            Action::Facets => self.tab.lists_cites(),
            Action::ToggleFacetValue | Action::TakeFacetValue => {
                matches!(self.popup(), Some(Popup::Facets(facets)) if facets.shown().len() > 0)
            }
            Action::ClearFacet => self.without_facet().is_some_and(|text| text != self.query.text()),
            Action::Mark => matches!(self.selected(), Some(Item::Cite(_))),
            Action::Compare => self.tab.lists_cites() && self.list().listing().cites().next().is_some(),
            Action::CopyRow => matches!(self.selected(), Some(Item::Cite(_) | Item::Preconisation(_))),
            Action::Enlarge | Action::CopyCard | Action::CopyAddress => self.selected().is_some(),
            Action::Save => self.can_save(),
            Action::Scroll(motion) => {
                let (scroll, last, page) = self.scroll();
                motion.from(scroll, last, page) != scroll
            }
            Action::ShowTab(tab) => *tab != self.tab,
            Action::ShowCite => self.cite_of_problem().is_some(),
            Action::SortByNext | Action::SortByPrevious => self.tab.columns() > 0,
            Action::Walk(direction) => self.neighbour(*direction).is_some(),
            Action::ReverseSort => self.list().sorting.column.is_some(),
            Action::Zoom(step) => step.from(self.pictures.zoom) != self.pictures.zoom,
            _ => true,
        }
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

    /// The index, made when it is first needed.
    fn index(&self) -> &Index {
        self.index.get_or_init(|| Arc::new(Index::new(&self.snapshot, self.today)))
    }

    /// What is offered where nothing matches.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.found.suggestion.as_ref()
    }

    /// Where everything stands; `None` where there is no room.
    pub fn areas(&self) -> Option<Areas> {
        Areas::of(self.size, self.tab, self.pictures.lives, self.focus == Focus::Card)
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

    /// Whether the card of what is selected is read in a popup.
    fn reads_card(&self) -> bool {
        matches!(self.popup(), Some(Popup::BigCard(_)))
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

    /// Shows a tab, which a card in its place would hide.
    fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        if self.focus == Focus::Card {
            self.focus = Focus::List;
        }
    }

    fn edit_query(&mut self, edit: impl FnOnce(&mut LineEditor)) {
        let before = self.query.text().to_owned();
        edit(&mut self.query);
        if self.query.text() != before {
            self.search();
        }
    }

    fn search(&mut self) {
        if !self.is_large() {
            self.found = Arc::new(self.find());
        }
        // Without a query nothing is meant: one stays where one was.
        let asked = !self.query.text().trim().is_empty();
        let why = if asked { Outdated::Searched } else { Outdated::Changed };
        self.lists.iter_mut().for_each(|list| list.outdate(why));
    }

    fn find(&self) -> Found {
        let query = Query::parse(self.query.text());
        let context = self.context();
        if query.is_empty() {
            return Found::all(query, context);
        }
        Found::search(self.index(), &query, &self.found, context)
    }

    /// Whether there are so many Cités that a worker searches and lists them.
    fn is_large(&self) -> bool {
        self.snapshot.cites.len() >= LARGE
    }

    /// What is wanted of the worker: nothing where the list is up to date.
    pub fn wanted(&self) -> Option<Wanted> {
        self.list().outdated().filter(|_| self.is_large()).map(|_| Wanted {
            snapshot: Arc::clone(&self.snapshot),
            lang: self.lang,
            today: self.today,
            query: self.query.text().to_owned(),
            tab: self.tab,
            sorting: self.list().sorting,
            colouring: self.pictures.colouring,
            report: self.data.report.clone(),
        })
    }

    /// What is still to be checked, on a thread of its own: a large snapshot
    /// that is looked at.
    pub fn unchecked(&self) -> Option<Provenance> {
        let is_wanted = self.tab == Tab::Data && self.data.report.is_none() && self.is_large();
        is_wanted.then(|| self.data.provenance.clone())
    }

    /// Shows what the worker has found, unless something else is wanted by now.
    fn show(&mut self, answer: Answer) {
        let (Some(why), Some(wanted)) = (self.list().outdated(), self.wanted()) else { return };
        if wanted != *answer.wanted() {
            return;
        }
        let (found, listing) = answer.into_found();
        // Who has gone to another line since the first part was shown stays there.
        let went = self.found.is_partial
            && self.found.query() == found.query()
            && self.selected() != self.found.best(self.tab);
        let wanted = if why == Outdated::Changed || went { self.selected() } else { found.best(self.tab) };
        let wanted = self.to_select(&listing).or(wanted);
        self.found = found;
        self.list_mut().show(listing, wanted);
        if self.found.is_partial {
            self.list_mut().outdate(why);
        } else {
            self.select = None;
        }
    }

    fn take_suggestion(&mut self) {
        if let Some(suggestion) = self.suggestion() {
            let line = LineEditor::new(&suggestion.query);
            self.edit_query(|query| *query = line);
        }
    }

    fn sort(&mut self, change: impl FnOnce(Sorting, usize) -> Sorting) {
        let columns = self.tab.columns();
        let list = self.list_mut();
        list.sorting = change(list.sorting, columns);
        list.outdate(Outdated::Changed);
    }

    fn go(&mut self, motion: Motion) {
        if let Some(choice) = self.moved_choice(motion) {
            return self.choose(choice);
        }
        let height = self.rows_height();
        self.list_mut().go(motion, height);
    }

    fn scroll_by(&mut self, motion: Motion) {
        let (scroll, last, page) = self.scroll();
        let scrolled = motion.from(scroll, last, page);
        match self.popups.last_mut() {
            Some(popup) => popup.scroll_to(scrolled),
            None if self.tab == Tab::Overview => self.pictures.page_scroll = scrolled,
            None => self.card_scroll = scrolled,
        }
    }

    fn walk(&mut self, direction: Direction) {
        if let Some(cite) = self.neighbour(direction) {
            self.list_mut().select_item(Item::Cite(cite));
        }
    }

    /// The listed Cité that an arrow leads to from the selected one on the map.
    fn neighbour(&self, direction: Direction) -> Option<usize> {
        let Item::Cite(from) = self.selected()? else { return None };
        let listed: Vec<usize> = self.list().listing().cites().collect();
        self.atlas().neighbour(&listed, from, direction)
    }

    /// The Cité that the selected problem is in.
    fn cite_of_problem(&self) -> Option<usize> {
        let Item::Problem(problem) = self.selected()? else { return None };
        let cite = self.data.problem(problem)?.place.cite()?;
        (cite < self.snapshot.cites.len()).then_some(cite)
    }

    /// Shows the Cité of the selected problem where its card is.
    fn show_cite(&mut self) {
        let Some(cite) = self.cite_of_problem() else { return };
        self.tab = Tab::Territories;
        self.refresh_list();
        self.list_mut().select_item(Item::Cite(cite));
        self.card_scroll = 0;
        self.focus = Focus::Card;
    }

    fn rows_height(&self) -> usize {
        self.areas().map_or(0, |areas| areas.rows.height.into())
    }

    /// By how many lines what [`Action::Scroll`] moves is moved up, by how
    /// many it can be, and how many are on the screen.
    fn scroll(&self) -> (usize, usize, usize) {
        let (scroll, (total, height)) = match self.popups.last() {
            Some(popup) => (popup.scroll(), popups::heights(self, popup)),
            None if self.tab == Tab::Overview => (self.pictures.page_scroll, overview::heights(self)),
            None => (self.card_scroll, widgets::card::heights(self)),
        };
        (scroll, total.saturating_sub(height), height)
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

    /// A place that has grown shows no blank lines behind the end.
    fn clamp_scroll(&mut self) {
        if self.card_scroll == 0 || !self.popups.is_empty() {
            return;
        }
        let (scroll, last, _) = self.scroll();
        if scroll > last {
            self.scroll_by(Motion::Last);
        }
    }

    fn refresh_list(&mut self) {
        let Some(why) = self.list().outdated().filter(|_| !self.is_large()) else { return };
        let wanted = match why {
            Outdated::Changed => self.selected(),
            // What is said of the snapshot has no best match.
            Outdated::Searched if self.tab == Tab::Data => self.selected(),
            Outdated::Searched => self.found.best(self.tab),
        };
        if self.tab == Tab::Data {
            self.data.report.get_or_insert_with(|| self.data.provenance.check());
        }
        let wish = Wish {
            tab: self.tab,
            sorting: self.list().sorting,
            colouring: self.pictures.colouring,
            query: self.query.text(),
            report: self.data.report.as_deref(),
        };
        let listing = listing::listing(wish, &self.found, self.context());
        let wanted = self.to_select(&listing).or(wanted);
        self.select = None;
        self.list_mut().show(listing, wanted);
    }

    /// What was to be selected, if it is listed.
    fn to_select(&self, listing: &Listing) -> Option<Item> {
        self.select.filter(|item| listing.items.contains(item))
    }
}

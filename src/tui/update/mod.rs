//! Changes the state, on commands and events. Nothing else does.

mod command;
mod command_line;
mod cross;
mod export;
mod facets;
mod marks;
mod navigation;
mod neighbours;
mod popup;
mod reload;
mod search;

use std::sync::Arc;

use ratatui::layout::Size;

use crate::snapshot::coverage;
use crate::t;
use crate::tui::state::{
    Effect, Event, Extent, FIRST_CROSS, FieldLevel, FileStatus, Focus, History, Item, LineEditor, ListCursor,
    MapState, MapView, Options, Popup, SortOrder, StaleReason, State, Tab, Variant,
};
use crate::views::data::is_complete;
use crate::views::facets::FACETS;
use crate::views::map::{Colouring, Division};

pub use command::Command;

/// The most views that one can go back to.
const MAX_TRAIL: usize = 100;

impl State {
    /// Returns the state at the start, before the size of the terminal is known.
    pub fn new(options: Options) -> Self {
        let Options {
            snapshot,
            provenance,
            lang,
            today,
            theme,
            query,
            tab,
            initial_view,
            mouse,
            history: _,
            clipboard,
            opens_addresses,
            folder,
        } = options;
        // Users who start with a query or a view know the program.
        let welcome = (query.is_empty() && !initial_view.in_list).then(|| t!(lang, "tui-welcome"));
        let mut map = MapState::default();
        match initial_view.colouring {
            Some(Colouring::Points(grouping)) => {
                (map.view, map.colouring) = (Some(MapView::Points), grouping)
            }
            Some(Colouring::Areas(measure)) => {
                (map.view, map.measure) = (Some(MapView::Areas(Division::Region)), measure);
            }
            None => {}
        }
        if let Some(Variant::Map(view)) = initial_view.variant {
            map.view = Some(view);
        }
        // A field that is asked for is listed.
        let unfolded = match initial_view.select {
            Some(Item::Field(field)) if is_complete(&coverage(&snapshot), field) => {
                Some(Item::CompleteFields)
            }
            _ => None,
        };
        let mut state = Self {
            snapshot,
            index: Arc::default(),
            lang,
            today,
            theme,
            size: Size::ZERO,
            tab,
            focus: if initial_view.in_list { Focus::List } else { Focus::Search },
            query: LineEditor::new(&query),
            outcome: Arc::default(),
            lists: Default::default(),
            card_scroll: 0,
            page_scroll: 0,
            extent: Extent::default(),
            list_alone: false,
            map,
            cross: FIRST_CROSS,
            timeline: initial_view.variant != Some(Variant::AgeList),
            field_level: FieldLevel::default(),
            unfolded,
            reports_mouse: mouse,
            clipboard,
            opens_addresses,
            folder,
            opened: None,
            shows_sources: false,
            is_mouse_released: false,
            file: FileStatus::new(provenance),
            popups: Vec::new(),
            marks: Vec::new(),
            history: History::default(),
            trail: Vec::new(),
            status: welcome,
            copied: None,
            pending_selection: initial_view.select,
            initial_view,
        };
        state.list_mut().sort = state.initial_view.sort;
        // What is listed depends on the size.
        state.search();
        state
    }

    /// Carries out a command. Returns what is to be done outside, in order.
    #[must_use]
    pub(super) fn execute(&mut self, command: Command) -> Vec<Effect> {
        self.status = None;
        if !command.copies() {
            self.copied = None;
        }
        // Letters change the query step by step; only whole steps are worth going back to.
        let is_step = !matches!(
            command,
            Command::Insert(_)
                | Command::Edit(_)
                | Command::GoBack
                | Command::EarlierQuery
                | Command::LaterQuery
        );
        let (before, focus, quits) = (self.past_view(), self.focus, command == Command::Quit);
        let mut effects = self.change(|state| state.run(command));
        let is_left = is_step && (focus, &before.query) != (self.focus, &self.query.text().to_owned());
        if (is_left && focus == Focus::Search || quits) && self.history.add(&before.query) {
            effects.insert(0, Effect::Remember(before.query.clone()));
        }
        if is_step && !before.shows_the_same(&self.past_view()) {
            self.trail.push(before);
            let excess = self.trail.len().saturating_sub(MAX_TRAIL);
            self.trail.drain(..excess);
        }
        effects
    }

    /// Follows a change outside of the state. Returns what is to be done
    /// outside, in order.
    #[must_use]
    pub(super) fn handle(&mut self, event: Event) -> Vec<Effect> {
        self.change(|state| {
            state.follow(event);
            Vec::new()
        })
    }

    /// Applies a change and restores what must hold after any: the list is up
    /// to date, the selection is on the screen, a card starts at its top.
    fn change(&mut self, change: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let (selected, left_mouse) = (self.selected(), self.leaves_mouse());
        let mut effects = change(self);
        self.refresh();
        if self.selected() != selected {
            self.card_scroll = 0;
            if let Some(Popup::BigCard { scroll }) = self.popups.last_mut() {
                *scroll = 0;
            }
        }
        if self.leaves_mouse() != left_mouse {
            effects.push(Effect::CaptureMouse(left_mouse));
        }
        effects
    }

    fn run(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit => return vec![Effect::Quit],
            Command::Repaint => return vec![Effect::Repaint],
            Command::Suspend => return vec![Effect::Suspend],
            Command::ReadAgain => return vec![Effect::ReadAgain],
            Command::Back => self.back(),
            Command::ShowKeys => self.open_key_list(),
            // The keys are known outside, where it becomes the command to run.
            Command::RunChosen => {}
            Command::Run(command) => {
                self.popups.pop();
                return self.run(*command);
            }
            Command::ShowGrammar => self.popups.push(Popup::Grammar(ListCursor::default())),
            Command::TakeExample => self.take_example(),
            Command::OpenFacets => self.open_facets(),
            Command::NextFacet => self.turn_facet(1),
            Command::PreviousFacet => self.turn_facet(FACETS.len() - 1),
            Command::OpenFacet(index) => self.open_facet(index),
            Command::ChooseLine(index) => self.choose_line(index),
            Command::ToggleFacetValue => self.toggle_facet_value(),
            Command::TakeFacetValue => {
                self.toggle_facet_value();
                self.popups.pop();
            }
            Command::ClearFacet => self.clear_facet(),
            Command::ToggleMark => self.toggle_mark(),
            Command::Compare => self.compare(),
            Command::Enlarge => self.popups.push(Popup::BigCard { scroll: 0 }),
            Command::CopyCard => return self.copy(self.shown_text(), "tui-copied-card"),
            Command::CopyRow => return self.copy(self.row_text(), "tui-copied-row"),
            Command::OpenAddress => return self.open_address(),
            Command::ToggleSources => self.shows_sources = !self.shows_sources,
            Command::CopyAddress => return self.copy(self.first_address(), "tui-copied-address"),
            Command::CopyCommandLine => {
                return self.copy(Some(self.command_line()), "tui-copied-command-line");
            }
            Command::OpenSaveDialog => self.open_save_dialog(),
            Command::NextFormat => self.next_save_format(),
            Command::ChooseColumns => self.choose_columns(),
            Command::ToggleColumn => self.toggle_column(),
            Command::WriteFile => return self.write_file(false),
            Command::ReplaceFile => return self.write_file(true),
            Command::FocusSearch => self.focus = Focus::Search,
            Command::FocusList => self.focus = Focus::List,
            Command::FocusCard => self.focus = Focus::Card,
            Command::Insert(text) => self.edit_line(|line| line.insert(&text)),
            Command::Edit(edit) => self.edit_line(|line| line.edit(edit)),
            Command::TakeSuggestion => self.take_suggestion(),
            Command::TakeOfferedTab => self.take_offered_tab(),
            Command::GoBack => self.go_back(),
            Command::EarlierQuery => return self.earlier_query(),
            Command::LaterQuery => self.later_query(),
            Command::Select(motion) => self.move_selection(motion),
            Command::SelectLine(index) => {
                self.list_mut().select(index);
                self.focus = Focus::List;
            }
            Command::Scroll(motion) => self.scroll_by(motion),
            Command::ShowTab(tab) => self.show_tab(tab),
            Command::NextTab => self.show_tab(self.tab.next()),
            Command::PreviousTab => self.show_tab(self.tab.previous()),
            Command::SortByNext => self.sort(|sort, columns| sort.next(columns)),
            Command::SortByPrevious => self.sort(|sort, columns| sort.previous(columns)),
            Command::SortBy(column) => self.sort(|sort, _| sort.by(column)),
            Command::ReverseSort => self.sort(|sort, _| SortOrder { reverse: !sort.reverse, ..sort }),
            Command::MoveToNeighbour(direction) => self.move_to_neighbour(direction),
            Command::NextMapView => self.show_next_map_view(),
            Command::ListArea => self.list_area(),
            Command::NextColouring => {
                match self.map_view() {
                    MapView::Points => self.map.next_colouring(),
                    MapView::Areas(_) => self.map.next_measure(),
                }
                self.list_mut().invalidate(StaleReason::Changed);
            }
            Command::OpenCrossTable => self.open_cross_table(),
            Command::ChooseInCross(choice) => self.choose_in_cross(choice),
            Command::MoveInCross(direction) => self.move_in_cross(direction),
            Command::MoveByRowsInCross(motion) => self.move_by_rows_in_cross(motion),
            Command::ListCrossCell => self.list_cross_cell(),
            Command::OpenNeighbours => self.open_neighbours(),
            Command::ShowNeighbour => self.show_neighbour(),
            Command::Zoom(step) => self.map.zoom = step.from(self.map.zoom),
            Command::ShowCite => self.show_cite(),
            Command::ToggleMouse => self.toggle_mouse(),
            Command::ToggleCard => self.list_alone = !self.list_alone,
            Command::ToggleTimeline => {
                self.timeline = !self.timeline;
                self.list_mut().invalidate(StaleReason::Changed);
            }
            Command::ListCell => self.list_cell(),
            Command::NextLevel => self.field_level = self.field_level.next(false),
            Command::PreviousLevel => self.field_level = self.field_level.next(true),
            Command::ToggleFold => {
                let selected = self.selected();
                self.unfolded = selected.filter(|_| self.unfolded != selected);
                self.list_mut().invalidate(StaleReason::Changed);
            }
        }
        Vec::new()
    }

    fn follow(&mut self, event: Event) {
        match event {
            Event::Resized(size) => self.resize(size),
            Event::LightBackground(light) => self.theme = self.theme.with_background(light),
            Event::Searched(response) => self.receive(*response),
            Event::Checked(response) => {
                self.file.checked(response);
                self.invalidate_lists(StaleReason::Changed);
            }
            Event::Reloaded(reloaded) => self.reload(reloaded),
            Event::NotWatched(reason) => self.set_status(reason),
            Event::HistoryRead(queries) => self.history_read(queries),
            Event::Written(outcome) => self.written(outcome),
        }
    }

    fn resize(&mut self, size: Size) {
        let view = self.map_view();
        self.size = size;
        if self.map_view() != view {
            self.lists
                .get_mut(Tab::Map.index())
                .into_iter()
                .for_each(|list| list.invalidate(StaleReason::Changed));
        }
    }

    fn toggle_mouse(&mut self) {
        self.is_mouse_released = !self.is_mouse_released;
        let said = if self.is_mouse_released { "tui-mouse-released" } else { "tui-mouse-taken" };
        self.set_status(t!(self.lang, said));
    }

    /// Shows a message in the footer until the next command.
    fn set_status(&mut self, text: String) {
        self.status = Some(text);
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

    fn refresh(&mut self) {
        self.refresh_list();
        let height = self.rows_height();
        self.list_mut().scroll_to_selection(height);
        if self.focus == Focus::Card && self.selected().is_none() {
            self.focus = Focus::List;
        }
    }
}

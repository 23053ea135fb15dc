//! How commands and events change the state.

mod enabled;
mod export;
mod facets;
mod marks;
mod navigation;
mod popup;
mod reload;
mod search;
mod start;

use std::cell::OnceCell;
use std::sync::Arc;

use ratatui::layout::Size;

use crate::t;
use crate::tui::state::action::Action;
use crate::tui::state::{
    App, Choice, Data, Effect, Focus, LineEditor, Options, Outdated, Pictures, Popup, Sorting,
};
use crate::tui::terminal::LoopRequest;
use crate::views::facets::FACETS;

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
            Action::Quit => effects.push(Effect::Loop(LoopRequest::Quit)),
            Action::Suspend => effects.push(Effect::Loop(LoopRequest::Suspend)),
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

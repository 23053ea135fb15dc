//! The state as a whole, and what can be read off it.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use ratatui::layout::Size;

use crate::locale::Lang;
use crate::search::{Index, Suggestion};
use crate::snapshot::Snapshot;
use crate::tui::theme::Theme;
use crate::views::cross::CrossOptions;
use crate::views::map::MapGeometry;
use crate::views::{self, Context};

use crate::tui::state::{
    Body, ByAddress, ClipboardAccess, Extent, FieldLevel, FileStatus, Focus, History, InitialView, Item,
    KeyContext, LARGE, LineEditor, List, MapState, PastView, Popup, Provenance, SearchOutcome, SearchRequest,
    Subject, Tab, Variant,
};

/// The state of the explorer.
#[derive(Debug, Clone)]
pub struct State {
    pub(in crate::tui) snapshot: Arc<Snapshot>,
    /// Built behind the first frame, or when something is first searched. A worker has an index of its own.
    pub(in crate::tui) index: Arc<OnceLock<Index>>,
    pub(in crate::tui) lang: Lang,
    pub(in crate::tui) today: Date,
    pub(in crate::tui) theme: Theme,
    /// The size of the screen, in columns and rows.
    pub(in crate::tui) size: Size,
    pub(in crate::tui) tab: Tab,
    pub(in crate::tui) focus: Focus,
    pub(in crate::tui) query: LineEditor,
    pub(in crate::tui) outcome: Arc<SearchOutcome>,
    /// The list of each tab.
    pub(in crate::tui) lists: [List; Tab::ALL.len()],
    /// The lines of the card that have scrolled out at the top.
    pub(in crate::tui) card_scroll: usize,
    /// The lines of a page that have scrolled out at the top.
    pub(in crate::tui) page_scroll: usize,
    /// The size of the text that scrolls, as the view last measured it.
    pub(in crate::tui) extent: Extent,
    /// Whether the list has the space of the card while it has the focus.
    pub(in crate::tui) list_alone: bool,
    pub(in crate::tui) map: MapState,
    /// What the cross table was last made from.
    pub(in crate::tui) cross: CrossOptions,
    /// Whether ages are shown as a chart instead of a list.
    pub(in crate::tui) timeline: bool,
    /// The chosen level of the fields of the data.
    pub(in crate::tui) field_level: FieldLevel,
    /// The line below which what it stands for is listed.
    pub(in crate::tui) unfolded: Option<Item>,
    /// Whether the explorer can have the mouse reported.
    pub(in crate::tui) reports_mouse: bool,
    /// Whether addresses are opened in a browser; if not, they are copied.
    pub(in crate::tui) opens_addresses: bool,
    /// The item whose source was opened last, and the index of that source.
    pub(in crate::tui) opened: Option<(Item, usize)>,
    /// Whether the card shows its sources, not only their number.
    pub(in crate::tui) shows_sources: bool,
    /// The folder in which files without one are saved.
    pub(in crate::tui) folder: String,
    /// Whether the terminal lets the explorer copy.
    pub(in crate::tui) clipboard: ClipboardAccess,
    /// Whether the user has left the mouse to the terminal.
    pub(in crate::tui) is_mouse_released: bool,
    pub(in crate::tui) file: FileStatus,
    /// The open popups; the last one has the focus.
    pub(in crate::tui) popups: Vec<Popup>,
    /// The indices of the marked Cités, in the order they were marked.
    pub(in crate::tui) marks: Vec<usize>,
    /// The queries of this and earlier sessions.
    pub(in crate::tui) history: History,
    /// The views that were left, the last one last.
    pub(in crate::tui) trail: Vec<PastView>,
    /// A message that replaces the footer until the next command.
    pub(in crate::tui) status: Option<String>,
    /// The text that the last command copied.
    pub(in crate::tui) copied: Option<String>,
    pub(in crate::tui) initial_view: InitialView,
    /// The item to select as soon as it is listed.
    pub(in crate::tui) pending_selection: Option<Item>,
}

impl State {
    /// Returns the context of the keys that work now.
    pub fn key_context(&self) -> KeyContext {
        if let Some(popup) = self.popup() {
            return popup.key_context();
        }
        match self.focus {
            Focus::Search if self.history.is_shown(self.query.text()) => KeyContext::SearchHistory,
            Focus::Search if self.offered_tab().is_some() => KeyContext::SearchTab,
            Focus::Search if self.suggestion().is_some() => match self.outcome.answer.outside {
                Some(_) => KeyContext::SearchOutside,
                None => KeyContext::Suggestion,
            },
            Focus::Search => KeyContext::Search,
            Focus::List if self.cite_of_line().is_some() => KeyContext::Problem,
            Focus::List if self.selected() == Some(Item::Outside) && self.suggestion().is_some() => {
                KeyContext::Outside
            }
            Focus::List if matches!(self.selected(), Some(Item::Wave(_))) => KeyContext::Wave,
            Focus::List if self.selected() == Some(Item::CompleteFields) => KeyContext::Fold,
            Focus::List if matches!(self.selected(), Some(Item::Field(_))) => KeyContext::Field,
            Focus::List if matches!(self.selected(), Some(Item::Area(..))) => KeyContext::Areas,
            Focus::List => self.tab.info().keys,
            Focus::Card => KeyContext::Card,
        }
    }

    /// Returns whether the tab is shown as a timeline.
    pub fn shows_timeline(&self) -> bool {
        self.timeline && self.tab.info().variants.iter().any(|(_, variant)| *variant == Variant::AgeList)
    }

    /// Returns the way the tab is shown, if that is not the usual one.
    pub fn variant(&self) -> Option<Variant> {
        let shown = [(!self.timeline).then_some(Variant::AgeList), self.map.view.map(Variant::Map)];
        let variants = self.tab.info().variants;
        shown.into_iter().flatten().find(|shown| variants.iter().any(|(_, variant)| variant == shown))
    }

    /// Returns the geometry of the map.
    pub fn geometry(&self) -> &MapGeometry {
        self.map.geometry(&self.snapshot)
    }

    /// Returns what the views need.
    pub fn context(&self) -> Context<'_> {
        Context { snapshot: &self.snapshot, lang: self.lang, today: self.today }
    }

    /// Returns the list of the tab that is shown.
    #[expect(clippy::indexing_slicing, reason = "there is a list for each tab")]
    pub fn list(&self) -> &List {
        &self.lists[self.tab.index()]
    }

    #[expect(clippy::indexing_slicing, reason = "there is a list for each tab")]
    pub(in crate::tui) fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.tab.index()]
    }

    /// Returns the selected item of the tab that is shown.
    pub fn selected(&self) -> Option<Item> {
        self.list().selected()
    }

    /// Returns how many items the query finds for the tab that is shown, and
    /// how many there are.
    pub fn counts(&self) -> Counts {
        match self.tab.info().subject {
            Subject::Cites | Subject::Snapshot => {
                Counts { found: self.outcome.cites().len(), total: self.snapshot.cites.len() }
            }
            Subject::Preconisations => Counts {
                found: self.outcome.preconisations().len(),
                total: self.snapshot.preconisations.len(),
            },
        }
    }

    /// Returns the card of the selected item.
    pub fn card(&self) -> Option<views::card::Card> {
        let context = self.context();
        match self.selected()? {
            Item::Cite(index) => Some(views::card::cite(self.snapshot.cites.get(index)?, context)),
            Item::Preconisation(index) => {
                Some(views::card::preconisation(self.snapshot.preconisations.get(index)?, context))
            }
            Item::Wave(year) => {
                let cites = self.outcome.cites().filter_map(|index| self.snapshot.cites.get(index));
                Some(views::ages::wave_card(year, cites, context))
            }
            Item::Area(division, area) => {
                let cites = self.outcome.cites().filter_map(|index| self.snapshot.cites.get(index));
                views::map::area_card(division, area, &cites.collect::<Vec<_>>(), context)
            }
            Item::Outside => {
                let outside = self.outcome.answer.outside.as_ref()?;
                Some(views::outside::card(outside, &self.outcome.nearest, context))
            }
            other => self.file.card(other, self.list().listing(), &self.outcome, context),
        }
    }

    /// Returns the line that letters are written into: of the popup that has
    /// the focus, else the search bar.
    pub(in crate::tui) fn line(&self) -> &LineEditor {
        self.popup().and_then(Popup::line).unwrap_or(&self.query)
    }

    /// Returns the popup that has the focus.
    pub fn popup(&self) -> Option<&Popup> {
        self.popups.last()
    }

    /// Returns whether the popup that has the focus shows the card.
    pub(in crate::tui) fn shows_big_card(&self) -> bool {
        matches!(self.popup(), Some(Popup::BigCard { .. }))
    }

    /// Returns the Cité that the selected problem or change is in.
    pub(in crate::tui) fn cite_of_line(&self) -> Option<usize> {
        match self.selected()? {
            Item::Problem(problem) => {
                let cite = self.file.problem(problem)?.location.cite()?;
                (cite < self.snapshot.cites.len()).then_some(cite)
            }
            Item::Change(change) => {
                let id = self.file.change(change)?.cite()?;
                self.snapshot.cites.iter().position(|cite| cite.id == id)
            }
            _ => None,
        }
    }

    /// Returns the tab whose number is the whole query.
    pub(in crate::tui) fn offered_tab(&self) -> Option<Tab> {
        let text = self.query.text().trim();
        Tab::ALL.into_iter().find(|tab| tab.number().to_string() == text)
    }

    /// Returns what is offered if nothing matches the query.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.outcome.suggestion.as_ref()
    }

    /// Returns whether a worker searches and lists the Cités, since they are many.
    pub(in crate::tui) fn is_large(&self) -> bool {
        self.snapshot.cites.len() >= LARGE
    }

    /// Returns the request that brings the list up to date, or `None` if it is.
    pub fn search_request(&self) -> Option<SearchRequest> {
        self.list().stale().map(|_| SearchRequest {
            snapshot: ByAddress(Arc::clone(&self.snapshot)),
            lang: self.lang,
            today: self.today,
            query: self.query.text().to_owned(),
            tab: self.tab,
            sort: self.list().sort,
            map_view: self.map_view(),
            colouring: self.map.colouring,
            measure: self.map.measure,
            timeline: self.timeline,
            unfolded: self.unfolded,
            report: self.file.shown().cloned().map(ByAddress),
            changes: self.file.changes.clone().map(ByAddress),
            is_broken: self.file.broken.is_some(),
        })
    }

    /// Returns what is to be checked, since its problems are looked at.
    pub fn check_request(&self) -> Option<&Provenance> {
        let is_needed = self.tab.info().subject == Subject::Snapshot && self.file.report.is_none();
        is_needed.then_some(&self.file.provenance)
    }

    /// Returns the scroll position of the text that `Command::Scroll` moves.
    pub(in crate::tui) fn scroll(&self) -> usize {
        match self.popup() {
            Some(popup) => popup.scroll(),
            None if self.tab.info().body == Body::Page => self.page_scroll,
            None => self.card_scroll,
        }
    }

    /// Returns whether the mouse is left to the terminal, which selects text with it.
    pub(in crate::tui) fn leaves_mouse(&self) -> bool {
        self.is_mouse_released || matches!(self.popup(), Some(Popup::Text { .. }))
    }
}

/// The number of items found, and of all items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The number of items that the query finds.
    pub found: usize,
    /// The number of all items.
    pub total: usize,
}

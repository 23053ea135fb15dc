//! The state of the explorer: plain data, and [`App::update`], which takes in
//! what happens. No input, no output, no clock.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::layout::Size;

use crate::locale::Lang;
use crate::search::{Index, Suggestion};
use crate::snapshot::Snapshot;
use crate::tui::keymap::Context as Keys;
use crate::tui::state::layout::{Areas, Shown};
use crate::tui::state::{Data, Found, Item, LineEditor, List, Pictures, Popup, Provenance, Start, Tab, data};
use crate::tui::theme::Theme;
use crate::views::map::Atlas;
use crate::views::{self, Context};

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
    pub(in crate::tui) snapshot: Arc<Snapshot>,
    /// Made when something is first searched; where a worker searches, it has its own.
    pub(in crate::tui) index: OnceCell<Arc<Index>>,
    pub(in crate::tui) lang: Lang,
    pub(in crate::tui) today: Date,
    pub(in crate::tui) theme: Theme,
    pub(in crate::tui) size: Size,
    pub(in crate::tui) tab: Tab,
    pub(in crate::tui) focus: Focus,
    pub(in crate::tui) query: LineEditor,
    pub(in crate::tui) found: Arc<Found>,
    pub(in crate::tui) lists: [List; Tab::ALL.len()],
    pub(in crate::tui) card_scroll: usize,
    pub(in crate::tui) pictures: Pictures,
    pub(in crate::tui) data: Data,
    pub(in crate::tui) popups: Vec<Popup>,
    /// Places in the snapshot of the Cités that are marked, in the order in which they were.
    pub(in crate::tui) marks: Vec<usize>,
    /// What is said in the place of the footer until the next key.
    pub(in crate::tui) said: Option<String>,
    /// What was copied by the last key.
    pub(in crate::tui) copied: Option<String>,
    pub(in crate::tui) start: Start,
    /// What is to be selected as soon as it is listed.
    pub(in crate::tui) select: Option<Item>,
}

impl App {
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
    pub(in crate::tui) fn list_mut(&mut self) -> &mut List {
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
    pub(in crate::tui) fn line(&self) -> &LineEditor {
        self.popup().and_then(Popup::line).unwrap_or(&self.query)
    }

    /// The popup that has the keys.
    pub fn popup(&self) -> Option<&Popup> {
        self.popups.last()
    }

    /// The Cité that the selected problem is in.
    pub(in crate::tui) fn cite_of_problem(&self) -> Option<usize> {
        let Item::Problem(problem) = self.selected()? else { return None };
        let cite = self.data.problem(problem)?.place.cite()?;
        (cite < self.snapshot.cites.len()).then_some(cite)
    }

    /// What is offered where nothing matches.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.found.suggestion.as_ref()
    }
}

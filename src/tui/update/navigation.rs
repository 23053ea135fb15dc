//! Going through tabs, lists, texts and the map.

use crate::tui::state::action::Motion;
use crate::tui::state::{App, Focus, Item, Tab};
use crate::tui::view::tabs::overview;
use crate::tui::view::{popups, widgets};
use crate::views::map::Direction;

impl App {
    /// Shows a tab, which a card in its place would hide.
    pub(in crate::tui) fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        if self.focus == Focus::Card {
            self.focus = Focus::List;
        }
    }

    pub(in crate::tui) fn go(&mut self, motion: Motion) {
        if let Some(choice) = self.moved_choice(motion) {
            return self.choose(choice);
        }
        let height = self.rows_height();
        self.list_mut().go(motion, height);
    }

    pub(in crate::tui) fn walk(&mut self, direction: Direction) {
        if let Some(cite) = self.neighbour(direction) {
            self.list_mut().select_item(Item::Cite(cite));
        }
    }

    /// The listed Cité that an arrow leads to from the selected one on the map.
    pub(in crate::tui) fn neighbour(&self, direction: Direction) -> Option<usize> {
        let Item::Cite(from) = self.selected()? else { return None };
        let listed: Vec<usize> = self.list().listing().cites().collect();
        self.atlas().neighbour(&listed, from, direction)
    }

    /// Shows the Cité of the selected problem where its card is.
    pub(in crate::tui) fn show_cite(&mut self) {
        let Some(cite) = self.cite_of_problem() else { return };
        self.tab = Tab::Territories;
        self.refresh_list();
        self.list_mut().select_item(Item::Cite(cite));
        self.card_scroll = 0;
        self.focus = Focus::Card;
    }

    pub(in crate::tui) fn scroll_by(&mut self, motion: Motion) {
        let (scroll, last, page) = self.scroll();
        let scrolled = motion.from(scroll, last, page);
        match self.popups.last_mut() {
            Some(popup) => popup.scroll_to(scrolled),
            None if self.tab == Tab::Overview => self.pictures.page_scroll = scrolled,
            None => self.card_scroll = scrolled,
        }
    }

    /// By how many lines what [`Action::Scroll`] moves is moved up, by how
    /// many it can be, and how many are on the screen.
    pub(in crate::tui) fn scroll(&self) -> (usize, usize, usize) {
        let (scroll, (total, height)) = match self.popups.last() {
            Some(popup) => (popup.scroll(), popups::heights(self, popup)),
            None if self.tab == Tab::Overview => (self.pictures.page_scroll, overview::heights(self)),
            None => (self.card_scroll, widgets::card::heights(self)),
        };
        (scroll, total.saturating_sub(height), height)
    }

    pub(in crate::tui) fn rows_height(&self) -> usize {
        self.areas().map_or(0, |areas| areas.rows.height.into())
    }

    /// A place that has grown shows no blank lines behind the end.
    pub(in crate::tui) fn clamp_scroll(&mut self) {
        if self.card_scroll == 0 || !self.popups.is_empty() {
            return;
        }
        let (scroll, last, _) = self.scroll();
        if scroll > last {
            self.scroll_by(Motion::Last);
        }
    }
}

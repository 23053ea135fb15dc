//! The list of a tab: what it lists, which line is selected, which are on the screen.

use crate::tui::state::{Item, Listing, Motion, SortOrder};

/// The list of a tab.
#[derive(Debug, Clone, Default)]
pub struct List {
    listing: Listing,
    /// Place of the selected line; of no meaning where nothing can be selected.
    selected: usize,
    /// Place of the first line on the screen.
    offset: usize,
    /// The order that was asked for.
    pub sort: SortOrder,
    stale: Option<StaleReason>,
}

/// Why a list has to be made anew, and where its selection goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StaleReason {
    /// Another order or other data: the selection stays with its item.
    Changed,
    /// Another query: the selection goes to what the person means.
    Searched,
}

impl List {
    /// Has the list made anew when it is next shown.
    pub fn invalidate(&mut self, why: StaleReason) {
        self.stale = self.stale.max(Some(why));
    }

    /// Has the list made anew for this reason and no other.
    pub fn invalidate_only(&mut self, why: StaleReason) {
        self.stale = Some(why);
    }

    /// Calls each item what `name` gives for it, and leaves out those without;
    /// the selection stays with its item, or goes to the one after it.
    pub fn relabel(&mut self, name: impl Fn(Item) -> Option<Item>) {
        let items = std::mem::take(&mut self.listing.items);
        let named: Vec<Option<Item>> = items.into_iter().map(name).collect();
        let before = named.iter().take(self.selected).flatten().count();
        self.listing.items = named.into_iter().flatten().collect();
        self.select(before);
    }

    /// Why the list has to be made anew, if it has.
    pub const fn stale(&self) -> Option<StaleReason> {
        self.stale
    }

    /// Takes a listing that is up to date, and selects `wanted`, or the first item.
    pub fn show(&mut self, listing: Listing, wanted: Option<Item>) {
        let place = wanted.and_then(|wanted| listing.items.iter().position(|item| *item == wanted));
        self.listing = listing;
        self.stale = None;
        self.offset = if place.is_some() { self.offset } else { 0 };
        self.selected = self.nearest_item(place.unwrap_or(0), false);
    }

    /// What is listed.
    pub const fn listing(&self) -> &Listing {
        &self.listing
    }

    /// The selected item.
    pub fn selected(&self) -> Option<Item> {
        self.listing.items.get(self.selected).copied().filter(|item| item.is_selectable())
    }

    /// The lines on a screen of `height` lines, each with whether it is selected.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = (Item, bool)> {
        let items = self.listing.items.iter().enumerate().skip(self.offset).take(height);
        items.map(|(place, item)| (*item, place == self.selected))
    }

    /// Place of the first line on the screen.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Place of the selected line.
    pub const fn selected_index(&self) -> usize {
        self.selected
    }

    /// Selects the line of this place, or the one nearest to it.
    pub fn select(&mut self, place: usize) {
        self.selected = self.nearest_item(place.min(self.listing.items.len().saturating_sub(1)), false);
    }

    /// Moves the selection, on a screen of `height` lines.
    pub fn move_by(&mut self, motion: Motion, height: usize) {
        self.selected = self.target(motion, height);
    }

    /// Whether that would select another line.
    pub fn can_move(&self, motion: Motion, height: usize) -> bool {
        self.target(motion, height) != self.selected
    }

    fn target(&self, motion: Motion, height: usize) -> usize {
        let last = self.listing.items.len().saturating_sub(1);
        self.nearest_item(motion.from(self.selected, last, height), motion.is_backward())
    }

    /// Selects an item, if it is listed.
    pub fn select_item(&mut self, wanted: Item) {
        if let Some(place) = self.listing.items.iter().position(|item| *item == wanted) {
            self.selected = place;
        }
    }

    /// The line at `place`, or where that is a heading the next item after it
    /// or before it.
    fn nearest_item(&self, place: usize, backward: bool) -> usize {
        let is_item = |place: &usize| self.listing.items.get(*place).is_some_and(|item| item.is_selectable());
        let after = || (place..self.listing.items.len()).find(is_item);
        let before = || (0..=place).rev().find(is_item);
        let found = if backward { before().or_else(after) } else { after().or_else(before) };
        found.unwrap_or(0)
    }

    /// Moves the screen of `height` lines so that the selection is on it,
    /// with the heading above it, and that no line is left empty.
    pub fn scroll_to_selection(&mut self, height: usize) {
        let items = &self.listing.items;
        let above = self.selected.checked_sub(1);
        let has_heading = above.and_then(|above| items.get(above)).is_some_and(|item| !item.is_selectable());
        let top = self.selected - usize::from(has_heading && height > 1);
        let highest = (self.selected + 1).saturating_sub(height);
        self.offset = self.offset.clamp(highest.min(top), top).min(items.len().saturating_sub(height));
    }
}

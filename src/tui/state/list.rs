//! The list of a tab: what it lists, which line is selected, which are on the screen.

use crate::tui::state::{Item, Listing, Motion, SortOrder};

/// The list of a tab.
#[derive(Debug, Clone, Default)]
pub struct List {
    listing: Listing,
    /// The index of the selected line; meaningless if no line can be selected.
    selected: usize,
    /// The index of the first line on the screen.
    offset: usize,
    /// The requested order.
    pub sort: SortOrder,
    stale: Option<StaleReason>,
}

/// The reason why a list is stale, which decides about its selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StaleReason {
    /// The order or the data has changed: the selection stays with its item.
    Changed,
    /// The query has changed: the selection goes to the best match.
    Searched,
}

impl List {
    /// Marks the list as stale: it is listed again before it is next shown.
    pub fn invalidate(&mut self, why: StaleReason) {
        self.stale = self.stale.max(Some(why));
    }

    /// Marks the list as stale for this reason, whatever the reason before.
    pub fn invalidate_only(&mut self, why: StaleReason) {
        self.stale = Some(why);
    }

    /// Replaces each item by what `name` returns for it, and removes those without. The
    /// selection stays with its item, or goes to the next one.
    pub fn relabel(&mut self, name: impl Fn(Item) -> Option<Item>) {
        let items = std::mem::take(&mut self.listing.items);
        let named: Vec<Option<Item>> = items.into_iter().map(name).collect();
        let before = named.iter().take(self.selected).flatten().count();
        self.listing.items = named.into_iter().flatten().collect();
        self.select(before);
    }

    /// Returns why the list is stale, if it is.
    pub const fn stale(&self) -> Option<StaleReason> {
        self.stale
    }

    /// Shows a listing and selects `wanted`, or else its first item.
    pub fn show(&mut self, listing: Listing, wanted: Option<Item>) {
        let index = wanted.and_then(|wanted| listing.items.iter().position(|item| *item == wanted));
        self.listing = listing;
        self.stale = None;
        self.offset = if index.is_some() { self.offset } else { 0 };
        self.selected = self.nearest_item(index.unwrap_or(0), false);
    }

    /// Returns the listing.
    pub const fn listing(&self) -> &Listing {
        &self.listing
    }

    /// Returns the selected item.
    pub fn selected(&self) -> Option<Item> {
        self.listing.items.get(self.selected).copied().filter(|item| item.is_selectable())
    }

    /// Returns the items on a screen of `height` lines, each with whether it is selected.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = (Item, bool)> {
        let items = self.listing.items.iter().enumerate().skip(self.offset).take(height);
        items.map(|(index, item)| (*item, index == self.selected))
    }

    /// Returns the index of the first line on the screen.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Returns the index of the selected line.
    pub const fn selected_index(&self) -> usize {
        self.selected
    }

    /// Selects the line at an index, or the nearest one that can be selected.
    pub fn select(&mut self, index: usize) {
        self.selected = self.nearest_item(index.min(self.listing.items.len().saturating_sub(1)), false);
    }

    /// Moves the selection on a screen of `height` lines.
    pub fn move_by(&mut self, motion: Motion, height: usize) {
        self.selected = self.target(motion, height);
    }

    /// Returns whether the move would select another line.
    pub fn can_move(&self, motion: Motion, height: usize) -> bool {
        self.target(motion, height) != self.selected
    }

    fn target(&self, motion: Motion, height: usize) -> usize {
        let last = self.listing.items.len().saturating_sub(1);
        self.nearest_item(motion.from(self.selected, last, height), motion.is_backward())
    }

    /// Selects an item if it is listed.
    pub fn select_item(&mut self, wanted: Item) {
        if let Some(index) = self.listing.items.iter().position(|item| *item == wanted) {
            self.selected = index;
        }
    }

    /// Returns the index of the line at `index`; if that is a heading, of the next item
    /// after it or before it.
    fn nearest_item(&self, index: usize, backward: bool) -> usize {
        let is_item = |index: &usize| self.listing.items.get(*index).is_some_and(|item| item.is_selectable());
        let after = || (index..self.listing.items.len()).find(is_item);
        let before = || (0..=index).rev().find(is_item);
        let found = if backward { before().or_else(after) } else { after().or_else(before) };
        found.unwrap_or(0)
    }

    /// Scrolls a screen of `height` lines to the selection and the heading above it,
    /// without blank lines behind the end.
    pub fn scroll_to_selection(&mut self, height: usize) {
        let items = &self.listing.items;
        let above = self.selected.checked_sub(1);
        let has_heading = above.and_then(|above| items.get(above)).is_some_and(|item| !item.is_selectable());
        let top = self.selected - usize::from(has_heading && height > 1);
        let highest = (self.selected + 1).saturating_sub(height);
        self.offset = self.offset.clamp(highest.min(top), top).min(items.len().saturating_sub(height));
    }
}

//! Moves through tabs, lists, texts and the map.

use crate::search::Query;
use crate::snapshot::CiteField;
use crate::tui::state::{Body, Extent, Focus, Item, Motion, PastView, StaleReason, State, Tab};
use crate::views::map::{Direction, Division, Neighbours};

/// The items of the map, as the arrow keys lead from one to another.
pub struct ItemNeighbours {
    neighbours: Neighbours,
    /// What areas are divided into; `None` for Cités.
    division: Option<Division>,
}

impl ItemNeighbours {
    /// Returns the item that an arrow key leads to.
    pub fn towards(&self, direction: Direction) -> Option<Item> {
        let index = self.neighbours.towards(direction)?;
        Some(self.division.map_or(Item::Cite(index), |division| Item::Area(division, index)))
    }
}

impl State {
    /// Shows a tab. A card that replaces the list closes.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        if self.focus == Focus::Card {
            self.focus = Focus::List;
        }
    }

    /// Moves the cursor of the open popup, or the selection of the list.
    pub(super) fn move_selection(&mut self, motion: Motion) {
        if let Some(cursor) = self.moved_cursor(motion) {
            return self.set_cursor(cursor);
        }
        let height = self.rows_height();
        self.list_mut().move_by(motion, height);
    }

    /// Selects the nearest Cité in a direction on the map.
    pub(super) fn move_to_neighbour(&mut self, direction: Direction) {
        if let Some(item) = self.neighbours().and_then(|neighbours| neighbours.towards(direction)) {
            self.list_mut().select_item(item);
        }
    }

    /// Prepares the moves on the map from the selected item.
    pub(in crate::tui) fn neighbours(&self) -> Option<ItemNeighbours> {
        let (neighbours, division) = match self.selected()? {
            Item::Cite(from) => {
                let listed: Vec<usize> = self.list().listing().cites().collect();
                (self.geometry().neighbours(&listed, from), None)
            }
            Item::Area(division, from) if self.has_tiles() => {
                (Neighbours::of_tiles(&self.tiles(), from), Some(division))
            }
            Item::Area(division, from) => (self.geometry().area_neighbours(division, from), Some(division)),
            _ => return None,
        };
        Some(ItemNeighbours { neighbours, division })
    }

    /// Shows points on the map, then regions, then departments.
    pub(super) fn show_next_map_view(&mut self) {
        self.map.view = Some(self.next_map_view());
        self.list_mut().invalidate(StaleReason::Changed);
    }

    /// Returns the query for the Cités of the selected area, if there are any.
    pub(super) fn query_of_area(&self) -> Option<String> {
        let Some(Item::Area(division, area)) = self.selected() else { return None };
        let choropleth = self.list().listing().map.choropleth.as_ref()?;
        let areas = division.areas(&self.snapshot);
        let area =
            areas.get(area).filter(|_| choropleth.areas.get(area).is_some_and(|area| area.cites > 0))?;
        let value = match division {
            Division::Region => area.name,
            Division::Department => area.code,
        };
        let query = Query::parse(self.query.text()).with_facet(division.field(), &[value], self.lang);
        Some(query.trim().to_owned())
    }

    /// Lists the Cités of the selected area.
    pub(super) fn list_area(&mut self) {
        let Some(query) = self.query_of_area() else { return };
        self.replace_query(&query);
        self.show_tab(Tab::Territories);
        self.focus = Focus::List;
    }

    /// Opens the tab whose number is the query, and clears it.
    pub(super) fn take_offered_tab(&mut self) {
        if let Some(tab) = self.offered_tab() {
            self.replace_query("");
            self.show_tab(tab);
        }
    }

    /// Returns the view that the state shows.
    pub(super) fn past_view(&self) -> PastView {
        PastView { tab: self.tab, query: self.query.text().to_owned(), selected: self.selected() }
    }

    /// Returns to the view that was left last.
    pub(super) fn go_back(&mut self) {
        let Some(PastView { tab, query, selected }) = self.trail.pop() else { return };
        self.replace_query(&query);
        self.show_tab(tab);
        self.list_mut().invalidate(StaleReason::Searched);
        self.pending_selection = selected;
    }

    /// Lists the Cités of the chosen cell of the data: those of the query that are at a level in a field.
    pub(super) fn list_cell(&mut self) {
        let Some(Item::Field(index)) = self.selected() else { return };
        let Some(field) = CiteField::ALL.get(index) else { return };
        let cell = self.field_level.query(*field, self.lang);
        let query = format!("{} {cell}", self.query.text().trim());
        self.replace_query(query.trim());
        self.show_tab(Tab::Territories);
        self.focus = Focus::List;
    }

    /// Shows the Cité of the selected problem or change, with the focus on its card.
    pub(super) fn show_cite(&mut self) {
        let Some(cite) = self.cite_of_line() else { return };
        self.tab = Tab::Territories;
        self.refresh_list();
        self.list_mut().select_item(Item::Cite(cite));
        self.card_scroll = 0;
        self.focus = Focus::Card;
    }

    /// Scrolls the text of the popup, the page or the card.
    pub(super) fn scroll_by(&mut self, motion: Motion) {
        self.scroll_to(self.scrolled(motion));
    }

    /// Returns the scroll position after a move.
    pub(super) fn scrolled(&self, motion: Motion) -> usize {
        motion.from(self.scroll(), self.extent.max_scroll(), self.extent.height)
    }

    /// Takes the size of what scrolls, as it is laid out now, and keeps the
    /// scroll position within it: a text that became shorter, or got more
    /// space, leaves no blank lines behind its end.
    pub(in crate::tui) fn fit(&mut self, extent: Extent) {
        self.extent = extent;
        self.scroll_to(self.scroll().min(extent.max_scroll()));
        if let Some(cursor) = self.popup().and_then(|popup| popup.cursor()) {
            self.set_cursor(cursor.at(cursor.index(), extent));
        }
    }

    fn scroll_to(&mut self, line: usize) {
        match self.popups.last_mut() {
            Some(popup) => popup.scroll_to(line),
            None if self.tab.info().body == Body::Page => self.page_scroll = line,
            None => self.card_scroll = line,
        }
    }
}

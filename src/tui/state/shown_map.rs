//! What the map shows of a state, and what stands for its items.

use ratatui::layout::Size;

use crate::tui::state::{Item, MapView, State};
use crate::views::map::{Division, Point, Tile, tiles};

/// The size from which on regions have outlines rather than tiles, in columns and rows.
const OUTLINES: Size = Size::new(100, 30);
impl State {
    /// Returns what the map shows: what was chosen, as far as there is room, or else points where they can be told apart and
    /// regions elsewhere.
    pub fn map_view(&self) -> MapView {
        match self.map.view {
            Some(chosen) if chosen.is_possible(self.size) => chosen,
            None if self.has_outlines() => MapView::Points,
            _ => MapView::Areas(Division::Region),
        }
    }

    /// Returns what the map shows after this.
    pub fn next_map_view(&self) -> MapView {
        let shown = self.map_view();
        let possible = || MapView::ALL.into_iter().filter(|view| view.is_possible(self.size));
        let after = possible().skip_while(|view| *view != shown).skip(1);
        after.chain(possible()).next().unwrap_or(shown)
    }

    /// Returns whether regions are drawn as tiles: where their outlines would not have the room or the signs.
    pub fn has_tiles(&self) -> bool {
        self.map_view() == MapView::Areas(Division::Region) && !self.has_outlines()
    }

    /// Returns the tiles of the regions that are listed.
    pub fn tiles(&self) -> Vec<Tile<'_>> {
        let items = self.list().listing().items.iter();
        let regions = items.filter_map(|item| match item {
            Item::Area(Division::Region, region) => Some(*region),
            _ => None,
        });
        let mut regions: Vec<usize> = regions.collect();
        regions.sort_unstable();
        tiles(&regions, &self.snapshot)
    }

    fn has_outlines(&self) -> bool {
        self.size.width >= OUTLINES.width && self.size.height >= OUTLINES.height && self.theme.is_unicode()
    }

    /// Returns the place of the selected item on the map.
    pub fn selected_point(&self) -> Option<&Point> {
        match self.selected()? {
            Item::Cite(cite) => self.geometry().point(cite),
            Item::Area(division, area) => self.geometry().area_point(division, area),
            _ => None,
        }
    }

    /// Returns what stands for an item of the map in another view of it.
    pub fn counterpart(&self, item: Item, view: MapView) -> Option<Item> {
        let in_area = |division: Division, area: usize| {
            let code = division.areas(&self.snapshot).get(area)?.code;
            let mut cites = self.outcome.cites();
            cites.find(|cite| {
                self.snapshot.cites.get(*cite).is_some_and(|cite| division.codes_of(cite).contains(&code))
            })
        };
        let area_of = |division: Division, code: &str| {
            let areas = division.areas(&self.snapshot);
            areas.iter().position(|area| area.code == code).map(|area| Item::Area(division, area))
        };
        match (item, view) {
            (Item::Cite(cite), MapView::Areas(division)) => {
                area_of(division, division.codes_of(self.snapshot.cites.get(cite)?).first()?)
            }
            (Item::Area(division, area), MapView::Points) => in_area(division, area).map(Item::Cite),
            (Item::Area(Division::Department, area), MapView::Areas(Division::Region)) => {
                area_of(Division::Region, Division::Department.areas(&self.snapshot).get(area)?.region)
            }
            (Item::Area(Division::Region, area), MapView::Areas(Division::Department)) => {
                let cite = in_area(Division::Region, area)?;
                self.counterpart(Item::Cite(cite), view)
            }
            _ => Some(item),
        }
    }
}

//! The tabs: one row each in [`TABS`], from which digits, names, counts,
//! columns and layout are derived. What a tab draws is in its file below
//! `view/tabs/`.

use ratatui::layout::Size;

use crate::locale::{Lang, words_in_all};
use crate::snapshot::CarrierType;
use crate::t;
use crate::tui::state::KeyContext;
use crate::tui::state::listing::{self, ListingInput};
use crate::tui::state::{Body, Listing, MapView, Subject, file};
use crate::views::cites::{self, CiteColumn};
use crate::views::map::Division;
use crate::views::preconisations::{self, PreconisationColumn};
use crate::views::{Column, ColumnSpec};

/// The height from which on the groups of carriers are summed up above their list, in rows.
const CARRIER_SUMMARY_HEIGHT: u16 = 36;

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// The Cités with their card.
    Territories,
    /// The carriers by type.
    Carriers,
    /// The ages, as numbers or as a timeline.
    Age,
    /// The recommendations of the evaluation.
    Preconisations,
    /// The Cités on a map.
    Map,
    /// Charts and figures of the programme on one page.
    Overview,
    /// The snapshot itself: problems, coverage, sources.
    Data,
}

/// The properties of a tab.
#[derive(Debug)]
pub struct TabInfo {
    tab: Tab,
    /// The value of `--tab`, and the end of the keys of its titles in the
    /// locale files (`tui-tab-NAME`, `tui-tab-short-NAME`).
    pub name: &'static str,
    /// The content of the space below the search bar.
    pub body: Body,
    /// The subject that the search bar finds and counts.
    pub subject: Subject,
    /// The ways to show it that `--tab` can open, besides its usual one.
    pub variants: &'static [(&'static str, Variant)],
    /// The columns of its table; the list can be sorted by them.
    pub columns: Columns,
    /// The keys of its list.
    pub keys: KeyContext,
    /// Lists what was found.
    pub list: fn(ListingInput<'_>) -> Listing,
    /// The height of the panel below the list, in lines, on a screen of some
    /// size and with the timeline or without.
    pub panel_height: fn(Size, bool) -> u16,
    /// Whether the panel is above the list.
    pub panel_is_above: bool,
}

/// A tab as a value of `--tab` opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TabView {
    /// The value.
    pub name: &'static str,
    /// The tab.
    pub tab: Tab,
    /// The way it is shown, if that is not the usual one.
    pub variant: Option<Variant>,
}

/// A way to show a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// The ages as a list instead of a chart.
    AgeList,
    /// The map with points or areas, whatever the size of the screen.
    Map(MapView),
}

impl TabView {
    /// Lists other values that mean the same: its names in every language.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        words_in_all(&format!("tui-tab-names-{}", self.name))
    }
}

/// The columns of a tab's table.
#[derive(Debug, Clone, Copy)]
pub enum Columns {
    /// The tab has no table with columns.
    None,
    /// A line is a Cité.
    Cites(&'static [ColumnSpec<CiteColumn>]),
    /// A line is a préconisation.
    Preconisations(&'static [ColumnSpec<PreconisationColumn>]),
}

/// The tabs from left to right, in the order of [`Tab`].
static TABS: [TabInfo; Tab::ALL.len()] = [
    TabInfo {
        name: "territories",
        columns: Columns::Cites(cites::TERRITORIES.shown),
        list: |input| input.cites(cites::TERRITORIES.shown),
        ..table(Tab::Territories)
    },
    TabInfo {
        name: "carriers",
        columns: Columns::Cites(cites::CARRIERS.shown),
        list: |input| listing::by_carrier(input, cites::CARRIERS.shown),
        panel_height: |size, _| match size.height {
            CARRIER_SUMMARY_HEIGHT.. => CarrierType::ALL.len() as u16 + 3,
            _ if size.width < 60 => 2,
            _ => 1,
        },
        panel_is_above: true,
        ..table(Tab::Carriers)
    },
    TabInfo {
        name: "age",
        variants: &[("age-list", Variant::AgeList)],
        columns: Columns::Cites(cites::AGES.shown),
        keys: KeyContext::Ages,
        list: |input| listing::by_age(input, cites::AGES.shown),
        panel_height: |size, timeline| match timeline {
            true if size.width >= 60 => 3,
            _ => 0,
        },
        ..table(Tab::Age)
    },
    TabInfo {
        name: "preconisations",
        body: Body::Texts,
        subject: Subject::Preconisations,
        columns: Columns::Preconisations(preconisations::COLUMNS.shown),
        list: |input| listing::preconisations(input, preconisations::COLUMNS.shown),
        ..table(Tab::Preconisations)
    },
    TabInfo {
        name: "map",
        body: Body::Map,
        variants: &[
            ("map-points", Variant::Map(MapView::Points)),
            ("map-regions", Variant::Map(MapView::Areas(Division::Region))),
            ("map-departments", Variant::Map(MapView::Areas(Division::Department))),
        ],
        keys: KeyContext::Map,
        list: listing::map,
        ..table(Tab::Map)
    },
    TabInfo {
        name: "overview",
        body: Body::Page,
        keys: KeyContext::Page,
        list: listing::overview,
        ..table(Tab::Overview)
    },
    TabInfo { name: "data", subject: Subject::Snapshot, list: file::listing, ..table(Tab::Data) },
];

/// Returns the row of a tab with a table of Cités, to which each row adds its differences.
const fn table(tab: Tab) -> TabInfo {
    TabInfo {
        tab,
        name: "",
        body: Body::Table,
        subject: Subject::Cites,
        variants: &[],
        columns: Columns::None,
        keys: KeyContext::List,
        list: |_| Listing::default(),
        panel_height: |_, _| 0,
        panel_is_above: false,
    }
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Territories,
        Self::Carriers,
        Self::Age,
        Self::Preconisations,
        Self::Map,
        Self::Overview,
        Self::Data,
    ];

    /// Returns the row of the tab.
    #[expect(clippy::indexing_slicing, reason = "there is a row for each tab")]
    pub fn info(self) -> &'static TabInfo {
        &TABS[self.index()]
    }

    /// Returns everything that `--tab` can open: each tab, and the other ways to show it.
    pub fn views() -> impl Iterator<Item = TabView> {
        TABS.iter().flat_map(|info| {
            let usual = TabView { name: info.name, tab: info.tab, variant: None };
            let variants = info.variants.iter();
            let variants =
                variants.map(|(name, variant)| TabView { name, tab: info.tab, variant: Some(*variant) });
            std::iter::once(usual).chain(variants)
        })
    }

    /// Returns its position from the left, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Returns the digit that opens it, from 1.
    pub const fn number(self) -> usize {
        self.index() + 1
    }

    /// Returns the tab to the right; the first one after the last.
    pub fn next(self) -> Self {
        Self::wrapping(self.index() + 1)
    }

    /// Returns the tab to the left; the last one before the first.
    pub fn previous(self) -> Self {
        Self::wrapping(self.index() + Self::ALL.len() - 1)
    }

    fn wrapping(index: usize) -> Self {
        Self::ALL.get(index % Self::ALL.len()).copied().unwrap_or(Self::Territories)
    }

    /// Returns the key of its title in the locale files.
    pub fn title_key(self) -> String {
        format!("tui-tab-{}", self.name())
    }

    /// Returns its title.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &self.title_key())
    }

    /// Returns the title that is used where the titles of all tabs do not fit.
    pub fn short_title(self, lang: Lang) -> String {
        t!(lang, &format!("tui-tab-short-{}", self.name()))
    }

    /// Returns the value of `--tab` that opens it.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Returns the columns of its table, if a line of it is a Cité.
    pub fn cite_columns(self) -> Vec<CiteColumn> {
        match self.info().columns {
            Columns::Cites(specs) => specs.iter().map(|spec| spec.column).collect(),
            Columns::Preconisations(_) | Columns::None => Vec::new(),
        }
    }

    /// Returns the names of the columns it can be sorted by, in their order.
    pub fn column_names(self) -> Vec<&'static str> {
        match self.info().columns {
            Columns::Cites(specs) => specs.iter().map(|spec| spec.column.name()).collect(),
            Columns::Preconisations(specs) => specs.iter().map(|spec| spec.column.name()).collect(),
            Columns::None => Vec::new(),
        }
    }

    /// Returns the number of columns it can be sorted by.
    pub fn column_count(self) -> usize {
        match self.info().columns {
            Columns::Cites(specs) => specs.len(),
            Columns::Preconisations(specs) => specs.len(),
            Columns::None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_has_its_own_row() {
        for (index, tab) in Tab::ALL.into_iter().enumerate() {
            assert_eq!((tab.index(), tab.info().tab), (index, tab));
        }
    }
}

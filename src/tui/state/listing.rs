//! What each tab lists.

use crate::snapshot::{CarrierType, Cite, Report};
use crate::tui::state::list::Sorting;
use crate::tui::state::{Found, Tab, data};
use crate::views::ages::{WaveAges, by_wave};
use crate::views::carriers::{EvidenceCount, groups};
use crate::views::cites::{self, CiteColumn};
use crate::views::data::DataView;
use crate::views::groups::{Group, Grouping, Groups};
use crate::views::overview::Overview;
use crate::views::{Column, ColumnSpec, Context, Sort, preconisations};

/// A line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A heading, by its place among those of the listing.
    Heading(usize),
    /// A Cité, by its place in the snapshot.
    Cite(usize),
    /// A préconisation, by its place in the snapshot.
    Preconisation(usize),
    /// The snapshot as a whole.
    Snapshot,
    /// A problem of the snapshot, by its place in the report.
    Problem(usize),
    /// A field of the Cités, by its place among those whose coverage is told.
    Field(usize),
    /// A source, by its place in the snapshot.
    Source(usize),
}

impl Item {
    /// Whether it can be selected and has a card.
    pub const fn is_selectable(self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// A line above a group of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Above the Cités whose carriers are of a type, or that have no known carrier.
    Carriers(Option<CarrierType>, EvidenceCount),
    /// Above so many préconisations of the evaluation's summary.
    Core(usize),
    /// Above so many others.
    Others(usize),
    /// Above what is wrong with a file that can no longer be read.
    Broken,
    /// Where the problems will stand once the snapshot is checked.
    Unchecked,
    /// Above so many problems of the snapshot.
    Problems(usize),
    /// Above the fields of the Cités.
    Fields,
    /// Above so many sources.
    Sources(usize),
}

/// What a tab lists, and what it says of all of it.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The lines, in their order.
    pub items: Vec<Item>,
    /// The headings among them.
    pub headings: Vec<Heading>,
    /// The ages by wave, for the tab that shows them.
    pub waves: Vec<WaveAges>,
    /// What the map says of the Cités.
    pub map: MapListing,
    /// What the overview says of them.
    pub overview: Option<Overview>,
    /// What the snapshot is said to be.
    pub data: Option<DataView>,
}

/// What the map says of the Cités.
#[derive(Debug, Clone, Default)]
pub struct MapListing {
    /// What its points are told apart by.
    pub groups: Groups,
    /// The groups with their counts.
    pub legend: Vec<Group>,
    /// Whether a Cité is listed, by its place in the snapshot.
    pub is_listed: Vec<bool>,
}

impl Listing {
    /// Places in the snapshot of the Cités that are listed, in their order.
    pub fn cites(&self) -> impl Iterator<Item = usize> {
        self.items.iter().filter_map(|item| match item {
            Item::Cite(place) => Some(*place),
            _ => None,
        })
    }
}

/// What a list is made of, besides what was found.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The tab that shows it.
    pub tab: Tab,
    /// The order that was asked for.
    pub sorting: Sorting,
    /// What the points of the map are told apart by.
    pub colouring: Grouping,
    /// What is searched for.
    pub query: &'a str,
    /// What is wrong with the snapshot, once it is known.
    pub report: Option<&'a Report>,
    /// Whether that is why the file can no longer be read.
    pub is_broken: bool,
}

/// What a tab lists of what was found.
pub fn listing(wish: Wish<'_>, found: &Found, context: Context<'_>) -> Listing {
    let Wish { tab, sorting, colouring, query, report, is_broken } = wish;
    match tab {
        Tab::Territories => {
            let cites = sorted(cites::TERRITORIES.shown, sorting, found, context);
            Listing { items: items(&cites), ..Listing::default() }
        }
        Tab::Carriers => by_carrier(&sorted(cites::CARRIERS.shown, sorting, found, context)),
        Tab::Age => {
            let cites = sorted(cites::AGES.shown, sorting, found, context);
            let waves = by_wave(&cites.iter().map(|(_, cite)| *cite).collect::<Vec<_>>(), context);
            Listing { items: items(&cites), waves, ..Listing::default() }
        }
        Tab::Preconisations => recommended(sorting, found, context),
        Tab::Map => Listing {
            items: found.cites().map(Item::Cite).collect(),
            map: on_map(colouring, found, context),
            ..Listing::default()
        },
        Tab::Overview => {
            let listed: Vec<usize> = found.cites().collect();
            Listing { overview: Some(Overview::new(&listed, context)), ..Listing::default() }
        }
        Tab::Data => data::listing(query, report, is_broken, found, context),
    }
}

fn sorted<'a>(
    columns: &[ColumnSpec<CiteColumn>],
    sorting: Sorting,
    found: &Found,
    context: Context<'a>,
) -> Vec<(usize, &'a Cite)> {
    let all = &context.snapshot.cites;
    let mut cites: Vec<(usize, &Cite)> =
        found.cites().filter_map(|place| all.get(place).map(|cite| (place, cite))).collect();
    if let Some(sort) = sort(columns, sorting) {
        sort.apply(&mut cites, context, |(_, cite)| *cite);
    }
    cites
}

fn sort<C: Column>(columns: &[ColumnSpec<C>], sorting: Sorting) -> Option<Sort<C>> {
    let column = columns.get(sorting.column?)?.column;
    Some(Sort { column, reverse: sorting.reverse })
}

fn items(cites: &[(usize, &Cite)]) -> Vec<Item> {
    cites.iter().map(|(place, _)| Item::Cite(*place)).collect()
}

fn by_carrier(cites: &[(usize, &Cite)]) -> Listing {
    let mut listing = Listing::default();
    let rows: Vec<&Cite> = cites.iter().map(|(_, cite)| *cite).collect();
    for group in groups(&rows) {
        listing.items.push(Item::Heading(listing.headings.len()));
        listing.headings.push(Heading::Carriers(group.kind, group.evidence));
        let places = group.cites.iter().filter_map(|place| cites.get(*place));
        listing.items.extend(places.map(|(place, _)| Item::Cite(*place)));
    }
    listing
}

fn on_map(colouring: Grouping, found: &Found, context: Context<'_>) -> MapListing {
    let groups = Groups::new(colouring, context);
    let listed: Vec<usize> = found.cites().collect();
    let mut is_listed = vec![false; context.snapshot.cites.len()];
    for cite in &listed {
        if let Some(is_listed) = is_listed.get_mut(*cite) {
            *is_listed = true;
        }
    }
    MapListing { legend: groups.counts(&listed), groups, is_listed }
}

fn recommended(sorting: Sorting, found: &Found, context: Context<'_>) -> Listing {
    let all = &context.snapshot.preconisations;
    let mut items: Vec<_> =
        found.preconisations().filter_map(|place| all.get(place).map(|item| (place, item))).collect();
    if let Some(sort) = sort(preconisations::COLUMNS.shown, sorting) {
        sort.apply(&mut items, context, |(_, item)| *item);
    }
    let (core, others): (Vec<_>, Vec<_>) = items.into_iter().partition(|(_, item)| item.core);
    let mut listing = Listing::default();
    for (heading, group) in [(Heading::Core(core.len()), core), (Heading::Others(others.len()), others)] {
        if group.is_empty() {
            continue;
        }
        listing.items.push(Item::Heading(listing.headings.len()));
        listing.headings.push(heading);
        listing.items.extend(group.iter().map(|(place, _)| Item::Preconisation(*place)));
    }
    listing
}

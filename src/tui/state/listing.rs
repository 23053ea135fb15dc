//! The lists of the tabs.

use std::collections::{BTreeMap, HashSet};

use unicode_width::UnicodeWidthStr;

use crate::snapshot::{CarrierType, Cite, Diff, Report};
use crate::tui::state::{Item, MapView, SearchOutcome, SortOrder};
use crate::views::ages;
use crate::views::carriers::{EvidenceCount, groups};
use crate::views::cites::{self, CiteColumn};
use crate::views::data::DataView;
use crate::views::groups::{Group, Grouping, Groups};
use crate::views::map::{Choropleth, Measure};
use crate::views::overview::Overview;
use crate::views::preconisations::PreconisationColumn;
use crate::views::{Column, ColumnSpec, Context, Sort, labels};

/// The most Cités of a wave that are always listed singly.
const FEW_OF_WAVE: usize = 4;

/// The most rows that are measured. A longer text in a later row moves the other texts of that row.
const MAX_MEASURED: usize = 200;

/// The most Cités whose quartiers are counted.
const MAX_COUNTED: usize = 1000;

/// The cells of the sign of evidence before a carrier, and of the blank behind it.
const SIGN_WIDTH: usize = 2;

/// A line above a group of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The sentence about a place that no Cité covers, above Cités that bear its name.
    Outside,
    /// The nearest Cités to a place that no Cité covers.
    Nearest,
    /// Above a group of the answer to the query, by its index.
    Group(usize),
    /// Above the Cités with carriers of a type, or without a known carrier.
    Carriers(Option<CarrierType>, EvidenceCount),
    /// Above the Cités with the national date of their wave, with their number.
    NationalDates(usize),
    /// Above the Cités with a date of their own, of the label or of the launch, with their number.
    OwnDates(usize),
    /// Above the préconisations of the evaluation's summary, with their number.
    Core(usize),
    /// Above the other préconisations, with their number.
    Others(usize),
    /// Above the problems of a file that can no longer be read.
    Broken,
    /// Instead of the problems until the snapshot is checked.
    Unchecked,
    /// Above the problems of the snapshot, with their number.
    Problems(usize),
    /// Above the differences from the file as it was before, with their number.
    Changes(usize),
    /// Above the fields of the Cités.
    Fields,
    /// Above the sources, with their number.
    Sources(usize),
}

/// The list of a tab, and the summary that the tab shows of it.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The lines, in order.
    pub items: Vec<Item>,
    /// The headings among them.
    pub headings: Vec<Heading>,
    /// The widths of the texts in the first rows, column by column.
    pub text_widths: Vec<Vec<u16>>,
    /// The number of quartiers of the Cités that answer the query, each counted once; `None` if they are not counted.
    pub qpvs: Option<usize>,
    /// The waves that are one line each, for the chart of the ages.
    pub waves: Vec<WaveLine>,
    /// The legend of the map.
    pub map: MapListing,
    /// The content of the overview.
    pub overview: Option<Overview>,
    /// The problems, the coverage and the sources of the snapshot.
    pub data: Option<DataView>,
}

/// The Cités of a wave that only have its national date, as one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaveLine {
    /// The year of the wave.
    pub year: i16,
    /// The index of the first of them in the snapshot. All have the same date.
    pub first: usize,
    /// Their number.
    pub count: usize,
}

/// The data of the map about the Cités.
#[derive(Debug, Clone, Default)]
pub struct MapListing {
    /// The groups that colour the points.
    pub groups: Groups,
    /// The groups with their counts.
    pub legend: Vec<Group>,
    /// Whether each Cité is listed, by its index in the snapshot.
    pub is_listed: Vec<bool>,
    /// The areas, if the map shows them.
    pub choropleth: Option<Choropleth>,
}

impl Listing {
    /// Adds a heading and the items below it.
    pub fn push_group(&mut self, heading: Heading, items: impl IntoIterator<Item = Item>) {
        self.items.push(Item::Heading(self.headings.len()));
        self.headings.push(heading);
        self.items.extend(items);
    }

    /// Returns the indices of the listed Cités, in order.
    pub fn cites(&self) -> impl Iterator<Item = usize> {
        self.items.iter().filter_map(|item| match item {
            Item::Cite(place) => Some(*place),
            _ => None,
        })
    }
}

/// The input of a listing.
#[derive(Debug, Clone, Copy)]
pub struct ListingInput<'a> {
    /// The requested order.
    pub sort: SortOrder,
    /// What the map shows.
    pub map_view: MapView,
    /// The grouping that colours the points of the map.
    pub colouring: Grouping,
    /// The measure that its areas are filled by.
    pub measure: Measure,
    /// Whether the ages are listed for a chart.
    pub timeline: bool,
    /// The line below which what it stands for is listed.
    pub unfolded: Option<Item>,
    /// The text of the query.
    pub query: &'a str,
    /// The problems of the snapshot, once it is checked.
    pub report: Option<&'a Report>,
    /// The differences from the file as it was before it was last read.
    pub changes: Option<&'a Diff>,
    /// Whether the report is of a file that can no longer be read.
    pub is_broken: bool,
    /// The matches of the query.
    pub outcome: &'a SearchOutcome,
    /// The context of the views.
    pub context: Context<'a>,
}

impl<'a> ListingInput<'a> {
    /// Lists the Cités that were found, a line each, and those that merely bear the words of the query. The groups
    /// of the answer have headings, unless there is only one and its Cités show why they are there.
    pub fn cites(self, columns: &[ColumnSpec<CiteColumn>]) -> Listing {
        let answer = &self.outcome.answer;
        let mut listing = self.outside();
        let is_plain = match answer.groups.as_slice() {
            [group] => answer.corrected.is_none() && answer.outside.is_none() && !group.reading.is_guess(),
            groups => groups.is_empty(),
        };
        for (index, group) in answer.groups.iter().enumerate() {
            let rows = group.results.hits.iter().map(|hit| hit.row());
            let cites = items(&self.sorted_rows(rows, columns));
            match is_plain {
                true => listing.items.extend(cites),
                false => listing.push_group(Heading::Group(index), cites),
            }
        }
        self.measured(listing, columns)
    }

    /// Counts the quartiers of the Cités that answer the query, unless there are very many.
    fn qpvs(self) -> Option<usize> {
        let cites = self.outcome.cites();
        let is_small = cites.len() <= MAX_COUNTED;
        let cites = cites.filter_map(|index| self.context.snapshot.cites.get(index));
        is_small
            .then(|| cites.flat_map(Cite::qpvs).map(|qpv| qpv.code.as_str()).collect::<HashSet<_>>().len())
    }

    /// Measures the texts of a listing.
    fn measured(self, listing: Listing, columns: &[ColumnSpec<CiteColumn>]) -> Listing {
        let Some(first) = columns.first().map(|spec| spec.column) else { return listing };
        let measure = |column: CiteColumn, cite: &Cite| {
            let text = cites::listed(column, first, cite, self.context);
            let text = text.unwrap_or_else(|| labels::unknown(self.context.lang));
            let sign = if column == CiteColumn::Carrier { SIGN_WIDTH } else { 0 };
            u16::try_from(text.width() + sign).unwrap_or(u16::MAX)
        };
        let row = |index: usize| {
            let cite = self.context.snapshot.cites.get(index)?;
            let width = |(position, spec): (usize, &ColumnSpec<CiteColumn>)| {
                // A column that is shown only where it sorts needs no width elsewhere.
                let is_shown = spec.priority < u8::MAX || self.sort.column == Some(position);
                if is_shown { measure(spec.column, cite) } else { 0 }
            };
            Some(columns.iter().enumerate().map(width).collect())
        };
        let text_widths = listing.cites().take(MAX_MEASURED).filter_map(row).collect();
        Listing { text_widths, qpvs: self.qpvs(), ..listing }
    }

    /// Lists the place that the query names, if no Cité covers it.
    fn outside(self) -> Listing {
        let answer = &self.outcome.answer;
        let mut listing = Listing::default();
        match &answer.outside {
            Some(_) if answer.is_outside_only => {
                listing.items.push(Item::Outside);
                listing.push_group(Heading::Nearest, []);
            }
            Some(_) => listing.push_group(Heading::Outside, []),
            None => {}
        }
        listing
    }

    /// Returns the Cités that were found in the requested order, each with its
    /// index in the snapshot.
    fn sorted(self, columns: &[ColumnSpec<CiteColumn>]) -> Vec<(usize, &'a Cite)> {
        self.sorted_rows(self.outcome.cites(), columns)
    }

    /// Returns some Cités in the requested order.
    fn sorted_rows(
        self,
        rows: impl Iterator<Item = usize>,
        columns: &[ColumnSpec<CiteColumn>],
    ) -> Vec<(usize, &'a Cite)> {
        let cites = &self.context.snapshot.cites;
        let mut cites: Vec<(usize, &Cite)> =
            rows.filter_map(|index| Some((index, cites.get(index)?))).collect();
        if let Some(sort) = sort(columns, self.sort) {
            sort.apply(&mut cites, self.context, |(_, cite)| *cite);
        }
        cites
    }
}

fn sort<C: Column>(columns: &[ColumnSpec<C>], order: SortOrder) -> Option<Sort<C>> {
    let column = columns.get(order.column?)?.column;
    Some(Sort { column, reverse: order.reverse })
}

fn items(cites: &[(usize, &Cite)]) -> Vec<Item> {
    cites.iter().map(|(index, _)| Item::Cite(*index)).collect()
}

/// Lists the Cités below the types of their carriers.
pub fn by_carrier(input: ListingInput<'_>, columns: &[ColumnSpec<CiteColumn>]) -> Listing {
    let cites = input.sorted(columns);
    let rows: Vec<&Cite> = cites.iter().map(|(_, cite)| *cite).collect();
    let mut listing = input.outside();
    for group in groups(&rows) {
        let members = group.cites.iter().filter_map(|position| cites.get(*position));
        listing.push_group(
            Heading::Carriers(group.kind, group.evidence),
            members.map(|(index, _)| Item::Cite(*index)),
        );
    }
    input.measured(listing, columns)
}

/// Lists the Cités by their ages, for a list or for a chart.
pub fn by_age(input: ListingInput<'_>, columns: &[ColumnSpec<CiteColumn>]) -> Listing {
    let cites = input.sorted(columns);
    let mut listing = input.outside();
    match input.timeline {
        true => push_waves(&mut listing, &cites, input.unfolded),
        false => listing.items.extend(items(&cites)),
    }
    input.measured(listing, if input.timeline { cites::TIMELINE } else { columns })
}

/// Lists the Cités for a chart: those with the national date of their wave as one line a wave, unless they are few, their
/// dates differ or the wave is unfolded, and those with a date of their own.
fn push_waves(listing: &mut Listing, cites: &[(usize, &Cite)], unfolded: Option<Item>) {
    let (national, own): (Vec<_>, Vec<_>) =
        cites.iter().copied().partition(|(_, cite)| ages::has_national_date_only(cite));
    let mut waves: BTreeMap<i16, Vec<(usize, &Cite)>> = BTreeMap::new();
    for (index, cite) in &national {
        waves.entry(cite.wave.year).or_default().push((*index, cite));
    }
    let mut lines = Vec::new();
    for (year, cites) in waves {
        let count = cites.len();
        let has_one_date = cites
            .windows(2)
            .all(|pair| matches!(pair, [(_, one), (_, next)] if one.label_date.date == next.label_date.date));
        let is_one_line = count > FEW_OF_WAVE && has_one_date;
        if let Some((first, _)) = cites.first().filter(|_| is_one_line) {
            listing.waves.push(WaveLine { year, first: *first, count });
            lines.push(Item::Wave(year));
        }
        if !is_one_line || unfolded == Some(Item::Wave(year)) {
            lines.extend(items(&cites));
        }
    }
    for (heading, lines) in
        [(Heading::NationalDates(national.len()), lines), (Heading::OwnDates(own.len()), items(&own))]
    {
        if !lines.is_empty() {
            listing.push_group(heading, lines);
        }
    }
}

/// Lists the Cités of the map in the order of the search, or its areas, with its legend.
pub fn map(input: ListingInput<'_>) -> Listing {
    let ListingInput { map_view, colouring, measure, outcome, context, .. } = input;
    let listed: Vec<usize> = outcome.cites().collect();
    if let MapView::Areas(division) = map_view {
        let choropleth = Choropleth::new(division, measure, &listed, context);
        let items = choropleth.order().into_iter().map(|area| Item::Area(division, area));
        let items = if listed.is_empty() { Vec::new() } else { items.collect() };
        let map = MapListing { choropleth: Some(choropleth), ..MapListing::default() };
        return Listing { items, map, ..Listing::default() };
    }
    let groups = Groups::new(colouring, context);
    let mut is_listed = vec![false; context.snapshot.cites.len()];
    for cite in &listed {
        if let Some(is_listed) = is_listed.get_mut(*cite) {
            *is_listed = true;
        }
    }
    Listing {
        items: listed.iter().copied().map(Item::Cite).collect(),
        map: MapListing { legend: groups.counts(&listed), groups, is_listed, choropleth: None },
        ..Listing::default()
    }
}

/// Sums up the Cités that were found, without a line for any.
pub fn overview(input: ListingInput<'_>) -> Listing {
    let listed: Vec<usize> = input.outcome.cites().collect();
    Listing { overview: Some(Overview::new(&listed, input.context)), ..Listing::default() }
}

/// Lists the préconisations: those of the evaluation's summary, then the others.
pub fn preconisations(input: ListingInput<'_>, columns: &[ColumnSpec<PreconisationColumn>]) -> Listing {
    let all = &input.context.snapshot.preconisations;
    let mut items: Vec<_> =
        input.outcome.preconisations().filter_map(|index| Some((index, all.get(index)?))).collect();
    if let Some(sort) = sort(columns, input.sort) {
        sort.apply(&mut items, input.context, |(_, item)| *item);
    }
    let (core, others): (Vec<_>, Vec<_>) = items.into_iter().partition(|(_, item)| item.core);
    let mut listing = Listing::default();
    for (heading, group) in [(Heading::Core(core.len()), core), (Heading::Others(others.len()), others)] {
        if !group.is_empty() {
            listing.push_group(heading, group.iter().map(|(index, _)| Item::Preconisation(*index)));
        }
    }
    listing
}

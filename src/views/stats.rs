//! Counts of Cités, communes, QPVs and inhabitants by group.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{Card, Entry, Section};
use super::column::columns;
use super::groups::{Grouping, Groups, Members};
use super::{Cell, Context, SortKey, quartiers};
use crate::snapshot::{Cite, Polygon, QpvFigure, QpvSummaries, QpvSummary, Snapshot, commune_population};
use crate::t;

/// The width of the max_eighths bar, in cells.
const MAX_BAR_WIDTH: usize = 24;

/// What a group of Cités amounts to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stat {
    /// The value that its Cités share, as the snapshot writes it: the code of
    /// a region, `epci`, `explicit`, a year; for ages `5..6`, in years. Null
    /// where it is not known.
    pub group: Option<String>,
    /// Name of the group, in the language of the listing.
    pub name: String,
    /// Its Cités.
    pub cites: usize,
    /// Its part of all Cités counted, from 0 to 1.
    pub share: f64,
    /// Own communes of its Cités, each once.
    pub communes: usize,
    /// QPVs that its Cités cover, each once.
    pub qpvs: usize,
    /// Figures of these QPVs, each QPV once.
    #[schemars(with = "BTreeMap<String, Option<QpvSummary>>")]
    pub quartiers: QpvSummaries,
    /// Inhabitants, in 2020, of these communes, whole, each commune once.
    pub commune_population: u64,
    /// Its part of the largest group, from 0 to 1.
    #[serde(skip)]
    pub length: f64,
    /// Its outline, if it is an area that a map shows.
    #[serde(skip)]
    pub area: Vec<Polygon>,
}

impl Stat {
    /// Counts the entities of these Cités, which are a part of `all` Cités.
    pub fn of(name: &str, cites: &[&Cite], all: usize, snapshot: &Snapshot) -> Self {
        let communes =
            cites.iter().flat_map(|cite| cite.own_communes()).map(|commune| commune.insee.as_str());
        let quartiers = snapshot.quartiers_of(cites.iter().copied());
        Self {
            group: None,
            name: name.to_owned(),
            cites: cites.len(),
            share: part(cites.len(), all),
            communes: communes.collect::<BTreeSet<_>>().len(),
            qpvs: quartiers.len(),
            quartiers: quartiers.summaries(),
            commune_population: commune_population(cites.iter().copied()),
            length: 0.0,
            area: Vec::new(),
        }
    }
}

/// Counts the listed Cités, given by their indices in the snapshot, by group: the largest group
/// first, or in the order of the grouping if it has one; unknown values last.
///
/// A Cité in two regions, or with several themes, counts in each.
///
/// ```
/// use cites_emploi::locale::Lang;
/// use cites_emploi::search::QueryField;
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::{Context, groups::Grouping, stats::stats};
///
/// let snapshot = embedded()?;
/// let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
/// let all: Vec<usize> = (0..snapshot.cites.len()).collect();
/// let waves = stats(Grouping::Field(QueryField::Wave), &all, context);
/// assert_eq!(waves.iter().map(|wave| wave.cites).collect::<Vec<_>>(), [24, 60]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stats(grouping: Grouping, listed: &[usize], context: Context<'_>) -> Vec<Stat> {
    let groups = Groups::new(grouping, context);
    let stat = |group: Members<'_>| {
        let cites: Vec<&Cite> =
            group.cites.iter().filter_map(|cite| context.snapshot.cites.get(*cite)).collect();
        Stat {
            group: group.code.map(str::to_owned),
            ..Stat::of(group.name, &cites, listed.len(), context.snapshot)
        }
    };
    let mut stats: Vec<Stat> = groups.members(listed).into_iter().map(stat).collect();
    let largest = stats.iter().map(|stat| stat.cites).max().unwrap_or(0);
    for stat in &mut stats {
        stat.length = part(stat.cites, largest);
    }
    stats
}

#[expect(clippy::cast_precision_loss, reason = "counts of Cités are far below 2^52")]
fn part(some: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { some as f64 / all as f64 }
}

/// Returns the card of a group.
pub fn card(stat: &Stat, context: Context<'_>) -> Card {
    let facts = [
        StatColumn::Share,
        StatColumn::Qpvs,
        StatColumn::Population,
        StatColumn::Jobseekers,
        StatColumn::EmploymentRate,
        StatColumn::PovertyRate,
        StatColumn::Communes,
        StatColumn::CommunePopulation,
    ];
    let top = Section::top(facts.map(|column| Entry::of(column, stat, context)));
    Card::new(stat.name.clone(), t!(context.lang, "count-cites", count = stat.cites), [top])
}

columns! {
    /// A column of counts.
    pub enum StatColumn: Info of Stat {
        /// Name of the group.
        Group = Info::new("group", |stat, _| stat.name.as_str().into()).key(|stat, _| match &stat.group {
            Some(_) => SortKey::text(&stat.name),
            None => SortKey::Unknown,
        });
        /// Its code, as the snapshot writes it.
        Code = Info::new("code", |stat, _| stat.group.as_deref().into());
        /// The number of its Cités.
        Cites = Info::right("cites", |stat, _| stat.cites.into());
        /// The share of its Cités in all listed ones: in per cent for people, from 0 to 1
        /// for programs.
        Share = Info::right("share", |stat, context| Cell::Measure {
            number: stat.share,
            decimals: 3,
            text: t!(context.lang, "percent", number = context.lang.tenths(stat.share * 100.0)),
        });
        /// The number of its Cités as a bar.
        Bar = Info::new("bar", |stat, _| bar(stat.length).into())
            .key(|stat, _| (stat.cites as i64).into())
            .chart();
        /// The number of communes they cover.
        Communes = Info::right("communes", |stat, _| stat.communes.into());
        /// The number of QPVs they cover.
        Qpvs = Info::right("qpvs", |stat, _| stat.qpvs.into());
        /// Inhabitants of these QPVs.
        Population = Info::right("population", |stat, context| cell(QpvFigure::Population, stat, context));
        /// Job seekers in these QPVs.
        Jobseekers = Info::right("jobseekers", |stat, context| cell(QpvFigure::Jobseekers, stat, context));
        /// Employment rate in these QPVs.
        EmploymentRate = Info::right("employment-rate", |stat, context| {
            cell(QpvFigure::EmploymentRate, stat, context)
        });
        /// Poverty rate in these QPVs.
        PovertyRate = Info::right("poverty-rate", |stat, context| cell(QpvFigure::PovertyRate, stat, context));
        /// Inhabitants of their communes, whole.
        CommunePopulation = Info::right("commune-population", |stat, _| Cell::Count(stat.commune_population));
    }
}

impl StatColumn {
    /// Returns the columns that are printed by default: with bars on a terminal, without them
    /// elsewhere.
    pub fn defaults(on_terminal: bool) -> Vec<Self> {
        let shown =
            [Self::Group, Self::Cites, Self::Share, Self::Bar, Self::Communes, Self::Qpvs, Self::Population];
        shown.into_iter().filter(|column| on_terminal || *column != Self::Bar).collect()
    }
}

/// Returns the cell of a figure of the QPVs of a group.
fn cell(figure: QpvFigure, stat: &Stat, context: Context<'_>) -> Cell {
    quartiers::cell(context.lang, figure, stat.quartiers.get(figure))
}

/// Returns a bar of `length`, from 0 to 1, in eighths of a cell. The bar of a group with Cités is
/// at least an eighth of a cell.
fn bar(length: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let max_eighths = u32::try_from(MAX_BAR_WIDTH * 8).map_or(0.0, f64::from);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 192")]
    let eighths = ((length * max_eighths).round() as usize).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS.get(eighths % 8).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::search::QueryField;
    use crate::snapshot::{Snapshot, embedded};

    fn by(grouping: Grouping, snapshot: &Snapshot) -> Vec<Stat> {
        let context = Context { snapshot, lang: Lang::FR, today: "2026-11-22".parse().unwrap() };
        let all: Vec<usize> = (0..snapshot.cites.len()).collect();
        stats(grouping, &all, context)
    }

    #[test]
    fn a_commune_of_several_cites_counts_once() {
        let snapshot = embedded().unwrap();
        let all: Vec<&Cite> = snapshot.cites.iter().collect();
        let stat = Stat::of("", &all, all.len(), &snapshot);
        let own: usize = snapshot.cites.iter().map(|cite| cite.own_communes().count()).sum();
        let touched: usize = snapshot.cites.iter().map(|cite| cite.touched_communes().count()).sum();
        assert_eq!((stat.cites, own, touched, stat.qpvs), (84, 263, 43, 527));
        assert!(stat.communes < own);
        let twice: u64 = snapshot.cites.iter().map(Cite::commune_population).sum();
        assert!(stat.commune_population < twice);
        let Some(QpvSummary::Sum { sum, .. }) = stat.quartiers.get(QpvFigure::Population) else { panic!() };
        assert_eq!(sum, 2_701_047);
    }

    #[test]
    fn every_cite_is_counted_and_the_unknown_come_last() {
        let snapshot = embedded().unwrap();
        for grouping in Grouping::all() {
            let stats = by(grouping, &snapshot);
            assert!(stats.iter().map(|stat| stat.cites).sum::<usize>() >= 84, "{grouping:?}");
            assert!(stats.iter().all(|stat| stat.cites > 0), "{grouping:?}");
            assert!(stats.iter().any(|stat| (stat.length - 1.0).abs() < 1e-9), "{grouping:?}");
        }
        let kinds = by(Grouping::Field(QueryField::CarrierType), &snapshot);
        assert_eq!(
            kinds.last().map(|kind| (kind.name.as_str(), kind.cites)),
            Some(("porteur non documenté", 29))
        );
    }

    #[test]
    fn groups_have_the_codes_of_the_snapshot() {
        let snapshot = embedded().unwrap();
        let groups = |grouping, count: usize| -> Vec<Option<String>> {
            by(grouping, &snapshot).into_iter().take(count).map(|stat| stat.group).collect()
        };
        let codes = |codes: &[&str]| codes.iter().map(|code| Some((*code).to_owned())).collect::<Vec<_>>();
        assert_eq!(groups(Grouping::Field(QueryField::Region), 2), codes(&["11", "32"]));
        assert_eq!(groups(Grouping::Field(QueryField::Department), 2), codes(&["59", "93"]));
        assert_eq!(groups(Grouping::Field(QueryField::Wave), 9), codes(&["2020", "2021"]));
        assert_eq!(groups(Grouping::Field(QueryField::Scale), 2), codes(&["department", "epci"]));
        assert_eq!(groups(Grouping::Field(QueryField::Age), 9), codes(&["4..5", "5", "5..6", "6"]));
        assert_eq!(groups(Grouping::EpciType, 1), codes(&["CA"]));
        let evidence = groups(Grouping::Field(QueryField::Evidence), 9);
        assert_eq!(evidence, [codes(&["explicit", "probable", "label"]), vec![None]].concat());
        for grouping in [Grouping::Field(QueryField::CarrierType), Grouping::Field(QueryField::Theme)] {
            let groups = by(grouping, &snapshot);
            let unknown: Vec<bool> = groups.iter().map(|stat| stat.group.is_none()).collect();
            assert!(unknown.is_sorted() && unknown.ends_with(&[true]), "{grouping:?} {unknown:?}");
        }
    }

    #[test]
    fn bars_are_as_long_as_their_groups_are_large() {
        assert_eq!(bar(1.0), "█".repeat(24));
        assert_eq!(bar(0.5), "█".repeat(12));
        assert_eq!(bar(0.001), "▏");
    }
}

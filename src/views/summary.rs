//! Figures of quartiers summed up by group: the lowest, the median, the mean, the highest.

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{Card, Entry, Section};
use super::column::columns;
use super::groups::{Grouping, Groups};
use super::{Cell, Column, Context, SortKey, quartiers};
use crate::snapshot::{Cite, QpvFigure, QpvFigureKind, QpvSummary};
use crate::t;
use crate::table::table;

/// The width of the plot of a group, in cells.
const PLOT_WIDTH: usize = 24;

/// A figure of the quartiers of a group of Cités.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Summary {
    /// The value that its Cités share, as the snapshot writes it; null where it is not known.
    pub group: Option<String>,
    /// Name of the group, in the language of the listing.
    pub name: String,
    /// The figure, by its key in the snapshot.
    pub figure: &'static str,
    /// Quartiers of 2015 that its Cités cover, each once.
    pub quartiers: usize,
    /// Those of them that have a value.
    pub known: usize,
    /// The lowest value; null if no quartier has one.
    pub min: Option<f64>,
    /// The median of the values.
    pub median: Option<f64>,
    /// The mean of the values.
    pub mean: Option<f64>,
    /// The mean, weighted by the inhabitants of each quartier in 2018; null for a number of people.
    pub weighted_mean: Option<f64>,
    /// The highest value.
    pub max: Option<f64>,
    #[serde(skip)]
    of: QpvFigure,
    /// The lowest and the highest value of all groups.
    #[serde(skip)]
    range: [f64; 2],
}

/// Sums up a figure of the quartiers of the listed Cités, given by their indices in the snapshot, by group: the groups
/// of [`stats`](super::stats::stats), in their order.
pub fn summaries(
    grouping: Grouping,
    figure: QpvFigure,
    listed: &[usize],
    context: Context<'_>,
) -> Vec<Summary> {
    let groups = Groups::new(grouping, context);
    let members = groups.members(listed).into_iter();
    let mut summaries: Vec<Summary> = members
        .map(|group| Summary {
            group: group.code.map(str::to_owned),
            ..Summary::new(group.name, figure, &group.cites, context)
        })
        .collect();
    let values = || summaries.iter().flat_map(|summary| [summary.min, summary.max]).flatten();
    let range = [values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max)];
    summaries.iter_mut().for_each(|summary| summary.range = range);
    summaries
}

impl Summary {
    /// Sums up a figure of the quartiers of some Cités.
    pub fn new(name: &str, figure: QpvFigure, cites: &[usize], context: Context<'_>) -> Self {
        let cites = cites.iter().filter_map(|cite| context.snapshot.cites.get(*cite));
        let quartiers = context.snapshot.quartiers_of(cites.collect::<Vec<&Cite>>());
        let values = quartiers.values(figure);
        let weighted_mean = match quartiers.summary(figure) {
            Some(QpvSummary::Range { weighted_mean, .. }) => Some(weighted_mean),
            _ => None,
        };
        Self {
            group: None,
            name: name.to_owned(),
            figure: figure.key(),
            quartiers: quartiers.len(),
            known: values.len(),
            min: values.first().copied(),
            median: median(&values),
            mean: mean(&values),
            weighted_mean,
            max: values.last().copied(),
            of: figure,
            range: [0.0; 2],
        }
    }

    /// Returns a sentence for people: `Total : 519 sur 527 quartiers · min 12,3 % · …`.
    pub fn sentence(&self, context: Context<'_>) -> String {
        let mean = SummaryValue::Mean.column(self.of);
        let columns =
            [SummaryColumn::Known, SummaryColumn::Min, SummaryColumn::Median, mean, SummaryColumn::Max];
        let values = columns.map(|column| {
            format!("{} {}", column.title(context.lang).to_lowercase(), column.text(self, context))
        });
        t!(context.lang, "summary-total", name = self.name.as_str(), values = values.join(" · "))
    }

    fn cell(&self, value: Option<f64>, context: Context<'_>) -> Cell {
        value.map_or(Cell::Unknown, |value| quartiers::aligned(context.lang, self.of, value))
    }

    /// Returns a line from the lowest to the highest value, with the median on it, on the axis of all groups.
    fn plot(&self) -> String {
        let [Some(min), Some(median), Some(max)] = [self.min, self.median, self.max] else {
            return String::new();
        };
        let [lowest, highest] = self.range;
        let width = (highest - lowest).max(f64::MIN_POSITIVE);
        #[expect(clippy::cast_precision_loss, reason = "the width of a plot is small")]
        let last = (PLOT_WIDTH - 1) as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the width"
        )]
        let column = |value: f64| ((value - lowest) / width * last).round() as usize;
        let [min, median, max] = [min, median, max].map(column);
        let sign = |column: usize| match column {
            _ if column == median => '●',
            _ if column < min => ' ',
            _ => '─',
        };
        (0..=max).map(sign).collect()
    }
}

/// Returns the median of sorted values.
fn median(values: &[f64]) -> Option<f64> {
    let [below, above] = [values.len().checked_sub(1)? / 2, values.len() / 2];
    Some((values.get(below)? + values.get(above)?) / 2.0)
}

#[expect(clippy::cast_precision_loss, reason = "quartiers are few")]
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

table! {
    /// A value that sums up a figure, as `--summary` names it.
    pub enum SummaryValue: &'static str {
        /// The lowest value.
        Min = "min";
        /// The median.
        Median = "median";
        /// The mean: that of rates and amounts is weighted by the inhabitants.
        Mean = "mean";
        /// The highest value.
        Max = "max";
    }
}

impl SummaryValue {
    /// Returns its name in `--summary`.
    pub const fn name(self) -> &'static str {
        self.row()
    }

    /// Returns its column for a figure.
    pub fn column(self, figure: QpvFigure) -> SummaryColumn {
        match (self, figure.kind()) {
            (Self::Min, _) => SummaryColumn::Min,
            (Self::Median, _) => SummaryColumn::Median,
            (Self::Mean, QpvFigureKind::People) => SummaryColumn::Mean,
            (Self::Mean, QpvFigureKind::Rate | QpvFigureKind::Euros) => SummaryColumn::WeightedMean,
            (Self::Max, _) => SummaryColumn::Max,
        }
    }
}

columns! {
    /// A column of figures by group.
    pub enum SummaryColumn: Info of Summary {
        /// Name of the group.
        Group = Info::new("group", |summary, _| summary.name.as_str().into()).key(|summary, _| {
            match &summary.group {
                Some(_) => SortKey::text(&summary.name),
                None => SortKey::Unknown,
            }
        });
        /// The number of quartiers that have a value.
        Known = Info::right("known", |summary, context| {
            let (known, total) = (summary.known, summary.quartiers);
            Cell::Shown {
                text: t!(context.lang, "summary-known", known = known, total = total),
                value: known.to_string(),
            }
        })
        .key(|summary, _| (summary.known as i64).into());
        /// The lowest value.
        Min = Info::right("min", |summary, context| summary.cell(summary.min, context));
        /// The median.
        Median = Info::right("median", |summary, context| summary.cell(summary.median, context));
        /// The mean.
        Mean = Info::right("mean", |summary, context| summary.cell(summary.mean, context));
        /// The mean, weighted by the inhabitants.
        WeightedMean = Info::right("weighted-mean", |summary, context| {
            summary.cell(summary.weighted_mean, context)
        });
        /// The highest value.
        Max = Info::right("max", |summary, context| summary.cell(summary.max, context));
        /// The lowest value, the median and the highest value on an axis.
        Plot = Info::new("plot", |summary, _| summary.plot().into())
            .key(|summary, context| SummaryColumn::Median.key(summary, context))
            .chart();
    }
}

/// Returns the card of a group.
pub fn card(summary: &Summary, context: Context<'_>) -> Card {
    let facts = SummaryColumn::ALL.into_iter().filter(|column| {
        !matches!(column, SummaryColumn::Group | SummaryColumn::Plot)
            && (*column != SummaryColumn::WeightedMean || summary.weighted_mean.is_some())
    });
    let top = Section::top(facts.map(|column| Entry::of(column, summary, context)));
    Card::new(summary.name.clone(), quartiers::title(context.lang, summary.of), [top])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::search::QueryField;
    use crate::snapshot::{Snapshot, embedded};

    fn by_region(figure: QpvFigure, snapshot: &Snapshot) -> Vec<Summary> {
        let context = Context { snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        let all: Vec<usize> = (0..snapshot.cites.len()).collect();
        summaries(Grouping::Field(QueryField::Region), figure, &all, context)
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[1.0, 2.0, 9.0]), Some(2.0));
        assert_eq!(median(&[1.0, 2.0, 4.0, 9.0]), Some(3.0));
    }

    #[test]
    fn values_are_in_order_and_those_that_are_not_published_are_left_out() {
        let snapshot = embedded().unwrap();
        for figure in QpvFigure::ALL {
            let summaries = by_region(figure, &snapshot);
            assert!(summaries.len() > 10);
            for Summary { min, median, mean, max, known, quartiers, name, .. } in summaries {
                assert!(known <= quartiers, "{name}");
                assert_eq!(known == 0, min.is_none(), "{name}");
                let values: Vec<f64> = [min, median, max].into_iter().flatten().collect();
                assert!(values.is_sorted(), "{figure:?} {name} {values:?}");
                assert!(min <= mean && mean <= max, "{figure:?} {name}");
            }
        }
    }

    #[test]
    fn only_rates_and_amounts_are_weighted_by_inhabitants() {
        let snapshot = embedded().unwrap();
        let weighted =
            |figure| by_region(figure, &snapshot).iter().any(|summary| summary.weighted_mean.is_some());
        assert!(weighted(QpvFigure::EmploymentRate));
        assert!(!weighted(QpvFigure::Jobseekers));
        assert_eq!(SummaryValue::Mean.column(QpvFigure::Jobseekers), SummaryColumn::Mean);
        assert_eq!(SummaryValue::Mean.column(QpvFigure::EmploymentRate), SummaryColumn::WeightedMean);
    }

    #[test]
    fn plots_share_an_axis() {
        let snapshot = embedded().unwrap();
        let plots: Vec<String> =
            by_region(QpvFigure::EmploymentRate, &snapshot).iter().map(Summary::plot).collect();
        assert!(plots.iter().all(|plot| plot.chars().count() <= PLOT_WIDTH));
        assert!(plots.iter().any(|plot| plot.chars().count() == PLOT_WIDTH), "{plots:?}");
        assert!(plots.iter().any(|plot| !plot.starts_with(' ')), "{plots:?}");
    }
}

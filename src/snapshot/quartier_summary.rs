//! Sums and ranges of the figures of several quartiers.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::model::{Cite, QpvFigure, QpvFigureKind, QpvFigureScope, QpvStats, Snapshot};

/// A figure over several quartiers. Those without a value are left out, and counted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum QpvSummary {
    /// Of a number of people.
    Sum {
        /// The sum over the quartiers that have a value.
        sum: u64,
        /// How many quartiers have a value.
        #[serde(flatten)]
        completeness: Completeness,
    },
    /// Of a rate in per cent, or of an amount in euros.
    Range {
        /// The lowest value.
        min: f64,
        /// The highest value.
        max: f64,
        /// The mean, weighted by the inhabitants of each quartier in 2018.
        weighted_mean: f64,
        /// How many quartiers have a value.
        #[serde(flatten)]
        completeness: Completeness,
    },
}

/// How many of several quartiers have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Completeness {
    /// Quartiers with a value.
    pub known: usize,
    /// All quartiers.
    pub total: usize,
}

impl Completeness {
    /// Returns whether every quartier has a value.
    pub const fn is_complete(self) -> bool {
        self.known == self.total
    }
}

/// The quartiers of some Cités, each once, with their statistics.
#[derive(Debug, Clone)]
pub struct Quartiers<'a>(BTreeMap<&'a str, Option<&'a QpvStats>>);

impl Snapshot {
    /// Collects the quartiers of 2015 of these Cités. One that several of them share counts once.
    ///
    /// ```
    /// use cites_emploi::snapshot::{QpvFigure, QpvSummary, embedded};
    ///
    /// let snapshot = embedded()?;
    /// let all = snapshot.quartiers_of(&snapshot.cites);
    /// assert_eq!(all.len(), 527);
    /// let Some(QpvSummary::Sum { sum, .. }) = all.summary(QpvFigure::Population) else { panic!() };
    /// assert_eq!(sum, 2_701_047);
    /// # Ok::<(), cites_emploi::snapshot::LoadError>(())
    /// ```
    pub fn quartiers_of<'a>(&'a self, cites: impl IntoIterator<Item = &'a Cite>) -> Quartiers<'a> {
        let codes = cites.into_iter().flat_map(Cite::qpvs).map(|qpv| qpv.code.as_str());
        Quartiers(codes.map(|code| (code, self.stats_of(code))).collect())
    }

    /// Sums up some figures of the quartiers of one Cité, which has each of them once.
    pub(crate) fn summaries_of<const N: usize>(
        &self,
        cite: &Cite,
        figures: [QpvFigure; N],
    ) -> [Option<QpvSummary>; N] {
        let stats: Vec<Option<&QpvStats>> = cite.qpvs().iter().map(|qpv| self.stats_of(&qpv.code)).collect();
        figures.map(|figure| summary(stats.iter().copied(), figure))
    }
}

impl Quartiers<'_> {
    /// Returns the number of quartiers.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no quartiers.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps those of metropolitan France, which the codes of the others name: `QP97…`.
    pub fn metropolitan(mut self) -> Self {
        self.0.retain(|code, _| !code.starts_with("QP97"));
        self
    }

    /// Sums up a figure. `None` if no quartier has a value.
    ///
    /// A rate counts where the number of inhabitants is known too, since it is their weight in the mean.
    pub fn summary(&self, figure: QpvFigure) -> Option<QpvSummary> {
        summary(self.0.values().copied(), figure)
    }

    /// Returns the values of a figure that [`summary`](Self::summary) sums up, in order.
    pub fn values(&self, figure: QpvFigure) -> Vec<f64> {
        let mut values: Vec<f64> =
            weighted_values(self.0.values().copied(), figure).map(|(value, _)| value).collect();
        values.sort_unstable_by(f64::total_cmp);
        values
    }

    /// Sums up every figure that is shown outside of cards.
    pub fn summaries(&self) -> QpvSummaries {
        let shown = QpvFigure::ALL.into_iter().filter(|figure| figure.scope() == QpvFigureScope::Everywhere);
        QpvSummaries(shown.map(|figure| (figure, self.summary(figure))).collect())
    }
}

/// Returns the values of a figure, each with its weight in the mean.
fn weighted_values<'a>(
    quartiers: impl Iterator<Item = Option<&'a QpvStats>>,
    figure: QpvFigure,
) -> impl Iterator<Item = (f64, f64)> {
    quartiers.filter_map(move |stats| {
        let stats = stats?;
        let weight = match figure.kind() {
            QpvFigureKind::People => 1.0,
            QpvFigureKind::Rate | QpvFigureKind::Euros => {
                QpvFigure::Population.value(stats).filter(|people| *people > 0.0)?
            }
        };
        Some((figure.value(stats)?, weight))
    })
}

/// Sums up a figure over quartiers, as [`Quartiers::summary`] does.
fn summary<'a>(
    quartiers: impl ExactSizeIterator<Item = Option<&'a QpvStats>>,
    figure: QpvFigure,
) -> Option<QpvSummary> {
    let total = quartiers.len();
    let values = weighted_values(quartiers, figure);
    let mut completeness = Completeness { known: 0, total };
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut sum, mut weighted, mut weights) = (0.0, 0.0, 0.0);
    for (value, weight) in values {
        completeness.known += 1;
        (min, max) = (min.min(value), max.max(value));
        sum += value;
        (weighted, weights) = (weighted + value * weight, weights + weight);
    }
    let summary = match figure.kind() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole numbers of people"
        )]
        QpvFigureKind::People => QpvSummary::Sum { sum: sum as u64, completeness },
        QpvFigureKind::Rate | QpvFigureKind::Euros => {
            QpvSummary::Range { min, max, weighted_mean: weighted / weights, completeness }
        }
    };
    (completeness.known > 0).then_some(summary)
}

/// Figures over several quartiers, in the order of [`QpvFigure::ALL`]. As JSON, an object with the
/// keys of the figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QpvSummaries(Vec<(QpvFigure, Option<QpvSummary>)>);

impl QpvSummaries {
    /// Returns one of the figures. `None` if no quartier has a value.
    pub fn get(&self, figure: QpvFigure) -> Option<QpvSummary> {
        self.0.iter().find(|(own, _)| *own == figure).and_then(|(_, summary)| *summary)
    }
}

impl Serialize for QpvSummaries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(figure, summary)| (figure.key(), summary)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    fn snapshot() -> Snapshot {
        embedded().expect("the embedded snapshot")
    }

    #[test]
    fn a_shared_quartier_counts_once() {
        let snapshot = snapshot();
        let once = snapshot.quartiers_of(&snapshot.cites).summaries();
        let twice = snapshot.quartiers_of(snapshot.cites.iter().chain(&snapshot.cites)).summaries();
        assert_eq!(once, twice);
        let links: usize = snapshot.cites.iter().map(|cite| cite.qpvs().len()).sum();
        assert_eq!((links, snapshot.quartiers_of(&snapshot.cites).len()), (542, 527));
    }

    #[test]
    fn what_no_quartier_has_is_unknown_and_what_some_have_says_how_many() {
        let snapshot = snapshot();
        let guadeloupe = snapshot.cites.iter().find(|cite| cite.departments() == ["971"]);
        let guadeloupe = snapshot.quartiers_of(guadeloupe);
        assert_eq!(guadeloupe.summary(QpvFigure::Jobseekers), None);
        assert!(guadeloupe.summary(QpvFigure::Population).is_some());
        let all = snapshot.quartiers_of(&snapshot.cites).summary(QpvFigure::Jobseekers);
        let Some(QpvSummary::Sum { sum, completeness }) = all else { panic!("{all:?}") };
        assert_eq!((sum, completeness), (372_198, Completeness { known: 510, total: 527 }));
    }

    #[test]
    fn a_mean_is_weighted_by_inhabitants() {
        let stats = |code: &str, people, rate| QpvStats {
            code: code.into(),
            population_2018: people,
            employment_rate_15_64_2018: rate,
            ..snapshot().qpv_stats()[0].clone()
        };
        let (small, large, silent) = (
            stats("a", Some(1000), Some(50.0)),
            stats("b", Some(3000), Some(30.0)),
            stats("c", Some(9), None),
        );
        let quartiers = Quartiers([("a", Some(&small)), ("b", Some(&large)), ("c", Some(&silent))].into());
        let completeness = Completeness { known: 2, total: 3 };
        assert_eq!(
            quartiers.summary(QpvFigure::EmploymentRate),
            Some(QpvSummary::Range { min: 30.0, max: 50.0, weighted_mean: 35.0, completeness })
        );
    }

    #[test]
    fn a_quartier_without_statistics_has_no_value() {
        let quartiers = Quartiers([("a", None)].into());
        assert_eq!(quartiers.summary(QpvFigure::Population), None);
    }
}

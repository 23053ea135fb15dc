//! What a cross table counts.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::Lang;
use crate::snapshot::{Cite, QpvFigure, QpvSummary, Snapshot};
use crate::t;
use crate::table::table;

/// Counts something in some Cités. Returns the sum, and how much of it is known.
type Count = fn(&[&Cite], &Snapshot) -> Amount;

struct QuantityRow {
    name: &'static str,
    count: Count,
}

table! {
    /// What a cross table counts.
    #[derive(Default)]
    pub enum Quantity: QuantityRow {
        /// Cités.
        #[default]
        Cites = QuantityRow { name: "cites", count: |cites, _| Amount::known(cites.len()) };
        /// The QPVs that they cover, each once.
        Qpvs = QuantityRow {
            name: "qpvs",
            count: |cites, snapshot| Amount::known(snapshot.quartiers_of(cites.iter().copied()).len()),
        };
        /// Their own communes, each once.
        Communes = QuantityRow {
            name: "communes",
            count: |cites, _| {
                let communes = cites.iter().flat_map(|cite| cite.own_communes());
                Amount::known(communes.map(|commune| &commune.insee).collect::<BTreeSet<_>>().len())
            },
        };
        /// The inhabitants of their QPVs.
        Population = QuantityRow {
            name: "population",
            count: |cites, snapshot| Amount::of_figure(QpvFigure::Population, cites, snapshot),
        };
        /// The job seekers in their QPVs.
        Jobseekers = QuantityRow {
            name: "jobseekers",
            count: |cites, snapshot| Amount::of_figure(QpvFigure::Jobseekers, cites, snapshot),
        };
    }
}

impl Quantity {
    /// Returns its name in `--of`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns its name on the screen.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    /// Returns the quantity after this one, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let next = Self::ALL.into_iter().skip_while(|quantity| *quantity != self).nth(1);
        next.unwrap_or_default()
    }

    pub(super) fn count(self, cites: &[usize], snapshot: &Snapshot) -> Amount {
        let cites: Vec<&Cite> = cites.iter().filter_map(|cite| snapshot.cites.get(*cite)).collect();
        (self.row().count)(&cites, snapshot)
    }
}

/// A sum, and how many of its parts are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Amount {
    /// The sum over the parts that are known; null if none is.
    pub value: Option<u64>,
    /// The parts that are known.
    pub known: usize,
    /// All parts.
    pub parts: usize,
}

impl Amount {
    fn known(count: usize) -> Self {
        Self { value: Some(count as u64), known: count, parts: count }
    }

    fn of_figure(figure: QpvFigure, cites: &[&Cite], snapshot: &Snapshot) -> Self {
        let quartiers = snapshot.quartiers_of(cites.iter().copied());
        match quartiers.summary(figure) {
            Some(QpvSummary::Sum { sum, completeness }) => {
                Self { value: Some(sum), known: completeness.known, parts: completeness.total }
            }
            _ if quartiers.is_empty() => Self::known(0),
            _ => Self { value: None, known: 0, parts: quartiers.len() },
        }
    }

    /// Returns whether some of its parts are not known.
    pub const fn is_partial(self) -> bool {
        self.known < self.parts
    }
}

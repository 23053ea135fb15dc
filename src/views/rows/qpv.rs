//! Rows of quartiers of 2015, with their figures.

use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

use super::row::{CiteRow, cite_label};
use crate::snapshot::{Cite, Qpv, QpvFigure, QpvStats, Snapshot};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Cell, Context, quartiers};

/// A quartier of 2015 in a Cité.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QpvRow {
    /// Id of the Cité.
    pub cite: String,
    /// Name of the quartier.
    pub name: SmolStr,
    /// Its code and its figures.
    #[serde(flatten)]
    pub stats: QpvStats,
}

impl CiteRow for QpvRow {
    fn of_cite(cite: &Cite, snapshot: &Snapshot) -> Vec<Self> {
        let row = |qpv: &Qpv| {
            let unknown = || QpvStats { code: qpv.code.clone(), ..QpvStats::default() };
            let stats = snapshot.stats_of(&qpv.code).cloned().unwrap_or_else(unknown);
            Self { cite: cite.id.clone(), name: qpv.name.clone(), stats }
        };
        cite.qpvs().iter().map(row).collect()
    }
}

columns! {
    /// A column of the listing of quartiers of 2015.
    pub enum QpvColumn: Info of QpvRow {
        /// Id of the Cité.
        CiteId = Info::new("cite-id", |row, _| row.cite.as_str().into());
        /// Label of the Cité.
        Label = Info::new("label", |row, context| cite_label(&row.cite, context));
        /// Code of the quartier.
        Code = Info::new("code", |row, _| row.stats.code.as_str().into());
        /// Name of the quartier.
        Name = Info::new("name", |row, _| row.name.as_str().into());
        /// Inhabitants.
        Population = Info::right("population", |row, context| figure(QpvFigure::Population, row, context));
        /// Employment rate.
        EmploymentRate = Info::right("employment-rate", |row, context| {
            figure(QpvFigure::EmploymentRate, row, context)
        });
        /// Employment rate of women.
        EmploymentRateWomen = Info::right("employment-rate-women", |row, context| {
            figure(QpvFigure::EmploymentRateWomen, row, context)
        });
        /// Job seekers.
        Jobseekers = Info::right("jobseekers", |row, context| figure(QpvFigure::Jobseekers, row, context));
        /// Women among these.
        JobseekersWomen = Info::right("jobseekers-women", |row, context| {
            figure(QpvFigure::JobseekersWomen, row, context)
        });
        /// Those of them who are under 25.
        JobseekersUnder25 = Info::right("jobseekers-under-25", |row, context| {
            figure(QpvFigure::JobseekersUnder25, row, context)
        });
        /// Those of them who are 50 or older.
        Jobseekers50Plus = Info::right("jobseekers-50-plus", |row, context| {
            figure(QpvFigure::Jobseekers50Plus, row, context)
        });
        /// Those of them who have been so for a year or longer.
        Jobseekers1YearPlus = Info::right("jobseekers-1-year-plus", |row, context| {
            figure(QpvFigure::Jobseekers1YearPlus, row, context)
        });
        /// Poverty rate.
        PovertyRate = Info::right("poverty-rate", |row, context| figure(QpvFigure::PovertyRate, row, context));
        /// Median living standard.
        LivingStandard = Info::right("living-standard", |row, context| {
            figure(QpvFigure::MedianLivingStandard, row, context)
        });
    }
}

impl QpvColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[
        Self::Label,
        Self::Code,
        Self::Name,
        Self::Population,
        Self::EmploymentRate,
        Self::Jobseekers,
        Self::PovertyRate,
    ];
}

fn figure(figure: QpvFigure, row: &QpvRow, context: Context<'_>) -> Cell {
    quartiers::value(context.lang, figure, &row.stats)
}

/// Returns the card of a quartier.
pub fn card(row: &QpvRow, context: Context<'_>) -> Card {
    let columns = QpvColumn::ALL.into_iter();
    let columns = columns.filter(|column| !matches!(column, QpvColumn::Code | QpvColumn::Name));
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    Card::new(row.name.to_string(), row.stats.code.to_string(), [top])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::snapshot::embedded;
    use crate::views::Column;

    #[test]
    fn a_figure_that_is_not_published_is_unknown() {
        let snapshot = embedded().expect("the embedded snapshot");
        let cite = snapshot.cite("cde-079").expect("cde-079");
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        for row in QpvRow::of_cite(cite, &snapshot) {
            assert_eq!(QpvColumn::Jobseekers.cell(&row, context), Cell::Unknown, "{}", row.stats.code);
        }
    }
}

//! Texts for figures of quartiers: of one, and summed up over several.

use super::Cell;
use crate::locale::Lang;
use crate::snapshot::{Completeness, QpvFigure, QpvFigureKind, QpvStats, QpvSummary};
use crate::t;

/// Returns a figure of one quartier in a few words, without its vintage: `taux d'emploi 33,5 %`,
/// `taux d'emploi non publié`.
pub fn short(lang: Lang, figure: QpvFigure, stats: &QpvStats) -> String {
    let value = figure.value(stats).map(|value| with_unit(lang, figure, value));
    let value = value.unwrap_or_else(|| t!(lang, "qpv-not-published"));
    t!(lang, &format!("qpv-short-{}", figure.key().replace('_', "-")), value = value)
}

/// Returns the figures of one quartier that are of one year: `fin 2021 : demandeurs d'emploi A, B, C 987, …`.
pub fn of_vintage(lang: Lang, vintage: u16, stats: &QpvStats) -> String {
    let figures = QpvFigure::ALL.into_iter().filter(|figure| figure.vintage() == vintage);
    let figures: Vec<String> = figures.map(|figure| short(lang, figure, stats)).collect();
    t!(lang, &format!("qpv-vintage-{vintage}"), figures = figures.join(", "))
}

/// Returns the cell of a figure of one quartier.
pub fn value(lang: Lang, figure: QpvFigure, stats: &QpvStats) -> Cell {
    figure.value(stats).map_or(Cell::Unknown, |value| measure(figure, value, with_unit(lang, figure, value)))
}

/// Returns the cell of a value of a figure in a column: those of a rate have one decimal.
pub fn aligned(lang: Lang, figure: QpvFigure, value: f64) -> Cell {
    let text = match figure.kind() {
        QpvFigureKind::Rate => t!(lang, "percent", number = lang.tenths(value)),
        QpvFigureKind::People | QpvFigureKind::Euros => with_unit(lang, figure, value),
    };
    measure(figure, value, text)
}

/// Returns the name of a figure on the command line, if it has a column.
pub const fn name(figure: QpvFigure) -> Option<&'static str> {
    Some(match figure {
        QpvFigure::Population => "population",
        QpvFigure::EmploymentRate => "employment-rate",
        QpvFigure::EmploymentRateWomen => "employment-rate-women",
        QpvFigure::Jobseekers => "jobseekers",
        QpvFigure::JobseekersWomen => "jobseekers-women",
        QpvFigure::JobseekersUnder25 => "jobseekers-under-25",
        QpvFigure::Jobseekers50Plus => "jobseekers-50-plus",
        QpvFigure::Jobseekers1YearPlus => "jobseekers-1-year-plus",
        QpvFigure::PovertyRate => "poverty-rate",
        QpvFigure::MedianLivingStandard => "living-standard",
        _ => return None,
    })
}

/// Returns the figures that have a name on the command line.
pub fn named() -> impl Iterator<Item = (&'static str, QpvFigure)> {
    QpvFigure::ALL.into_iter().filter_map(|figure| Some((name(figure)?, figure)))
}

/// Returns the title of a figure, if it has a column.
pub fn title(lang: Lang, figure: QpvFigure) -> String {
    name(figure).map(|name| t!(lang, &format!("column-{name}"))).unwrap_or_default()
}

/// Returns the cell of a figure over several quartiers: the sum of people, or the weighted mean and
/// the range of a rate.
pub fn cell(lang: Lang, figure: QpvFigure, summary: Option<QpvSummary>) -> Cell {
    match summary {
        None => Cell::Unknown,
        Some(QpvSummary::Sum { sum, completeness }) => {
            measure(figure, count_to_number(sum), qualified(lang, lang.number(sum), completeness))
        }
        Some(QpvSummary::Range { min, max, weighted_mean, completeness }) => {
            let [low, high, mean] = [min, max, weighted_mean].map(|value| with_unit(lang, figure, value));
            let is_one = completeness.known == 1 || low == high;
            let text = if is_one { mean } else { t!(lang, "qpv-range", mean = mean, min = low, max = high) };
            measure(figure, weighted_mean, qualified(lang, text, completeness))
        }
    }
}

/// Returns the cell of a number, with the decimals of the figure. People read it as `text`.
fn measure(figure: QpvFigure, number: f64, text: String) -> Cell {
    Cell::Measure { number, decimals: if figure.kind() == QpvFigureKind::Rate { 1 } else { 0 }, text }
}

/// Adds how many quartiers have a value, if some do not: `12 345 (4 sur 5)`.
fn qualified(lang: Lang, text: String, completeness: Completeness) -> String {
    let Completeness { known, total } = completeness;
    match completeness.is_complete() {
        true => text,
        false => t!(lang, "qpv-partial", value = text, known = known, total = total),
    }
}

fn with_unit(lang: Lang, figure: QpvFigure, value: f64) -> String {
    match figure.kind() {
        QpvFigureKind::People => t!(lang, "qpv-number", number = value),
        QpvFigureKind::Rate => t!(lang, "percent", number = (value * 10.0).round() / 10.0),
        QpvFigureKind::Euros => t!(lang, "qpv-euros", number = value.round()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^52")]
const fn count_to_number(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{QpvFigureScope, embedded};
    use crate::views::rows::{CiteRow, QpvColumn, QpvRow};
    use crate::views::{Column, Context};

    fn text(id: &str, figure: QpvFigure) -> String {
        let snapshot = embedded().expect("the embedded snapshot");
        let summary = snapshot.quartiers_of(snapshot.cite(id)).summary(figure);
        cell(Lang::FR, figure, summary).text(Lang::FR).replace(['\u{202f}', '\u{a0}'], " ")
    }

    #[test]
    fn people_are_summed_and_rates_have_a_range() {
        assert_eq!(text("cde-003", QpvFigure::Population), "10 688");
        assert_eq!(text("cde-003", QpvFigure::EmploymentRate), "moy. pond. 42,6 % (34,6 % à 44,4 %)");
    }

    #[test]
    fn what_is_not_complete_says_so_and_what_nobody_has_is_unknown() {
        assert_eq!(text("cde-054", QpvFigure::Jobseekers), "3 237 (4 sur 5)");
        assert_eq!(text("cde-079", QpvFigure::Jobseekers), "non documenté");
    }

    #[test]
    fn the_figures_outside_of_cards_have_the_names_of_their_columns() {
        for figure in QpvFigure::ALL {
            let is_shown = figure.scope() == QpvFigureScope::Everywhere;
            assert_eq!(name(figure).is_some(), is_shown, "{figure:?}");
        }
        let snapshot = embedded().expect("the embedded snapshot");
        let cites: Vec<_> = snapshot.cites.iter().collect();
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        for (name, figure) in named() {
            let column = QpvColumn::from_name(name).unwrap_or_else(|| panic!("a column {name}"));
            for row in QpvRow::of_cites(&cites, &snapshot) {
                assert_eq!(column.cell(&row, context), value(Lang::FR, figure, &row.stats), "{name}");
            }
        }
    }
}

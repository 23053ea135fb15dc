//! The phases of a Cité on an axis of years: labelled, launched, over.

use jiff::civil::Date;

use super::Context;
use super::axis::Axis;
use crate::locale::Lang;
use crate::snapshot::{Cite, Experiment, PartialDate, Precision};
use crate::t;

/// The phase of a Cité on a day, as far as the dates determine it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It is not labelled yet.
    Before,
    /// Its label may have been given: the date is partial.
    PerhapsLabelled,
    /// It is labelled; a launch is later, or not known.
    Labelled,
    /// It may be launched: the date is partial.
    PerhapsLaunched,
    /// It is launched.
    Launched,
    /// The experiment may be over: the date is partial.
    PerhapsOver,
    /// The experiment is over.
    Over,
}

impl Phase {
    /// Returns the name of the phase; empty before the label and after the end.
    pub fn title(self, lang: Lang) -> String {
        match self {
            Self::Before | Self::Over => String::new(),
            Self::PerhapsLabelled => t!(lang, "gantt-perhaps-labelled"),
            Self::Labelled => t!(lang, "gantt-labelled"),
            Self::PerhapsLaunched => t!(lang, "gantt-perhaps-launched"),
            Self::Launched => t!(lang, "gantt-launched"),
            Self::PerhapsOver => t!(lang, "gantt-perhaps-over"),
        }
    }

    /// Returns the phase of a Cité on a day of the experiment.
    pub fn on(day: Date, cite: &Cite, experiment: &Experiment) -> Self {
        let label = cite.label_date.date;
        let launch = cite.launch_date.as_ref().map(|launch| launch.date);
        let is_past = |date: PartialDate| day >= date.latest();
        let may_be_past = |date: PartialDate| day >= date.earliest();
        match launch {
            // The experiment includes its last day.
            _ if day > experiment.end.latest() => Self::Over,
            _ if day > experiment.end.earliest() => Self::PerhapsOver,
            Some(launch) if is_past(launch) => Self::Launched,
            Some(launch) if may_be_past(launch) => Self::PerhapsLaunched,
            _ if is_past(label) => Self::Labelled,
            _ if may_be_past(label) => Self::PerhapsLabelled,
            _ => Self::Before,
        }
    }
}

/// Returns the axis of the years of the experiment, of all labels and launches and of today, `columns` cells wide.
pub fn axis(context: Context<'_>, columns: u16) -> Option<Axis> {
    let Context { snapshot, today, .. } = context;
    let experiment = &snapshot.meta.experiment;
    let lives = snapshot.cites.iter().flat_map(|cite| {
        let launch = cite.launch_date.as_ref().map(|launch| launch.date);
        [Some(cite.label_date.date), launch].into_iter().flatten()
    });
    let today = PartialDate::day(today);
    Axis::around([experiment.start, experiment.end, today].into_iter().chain(lives), columns)
}

/// Returns the phase of a Cité in each column of the axis: that on the day in its middle, or the
/// uncertain one if a partial date can lie in the column.
pub fn phases(cite: &Cite, axis: &Axis, context: Context<'_>) -> Vec<Phase> {
    let experiment = &context.snapshot.meta.experiment;
    let mut phases: Vec<Phase> =
        (0..axis.columns()).map(|column| Phase::on(axis.day(column), cite, experiment)).collect();
    let label = Some(cite.label_date.date);
    let launch = cite.launch_date.as_ref().map(|launch| launch.date);
    // Each date with its uncertain phase and the last phase that this replaces: later phases
    // are more certain.
    let dates = [
        (label, Phase::PerhapsLabelled, Phase::Labelled),
        (launch, Phase::PerhapsLaunched, Phase::Launched),
        (Some(experiment.end), Phase::PerhapsOver, Phase::Over),
    ];
    let partial = dates.into_iter().filter_map(|(date, uncertain, last)| {
        let date = date.filter(|date| date.precision() != Precision::Day)?;
        Some((axis.column(date.earliest())..=axis.column(date.latest()), uncertain, last))
    });
    for (columns, uncertain, last) in partial {
        let columns = phases.iter_mut().zip(0..).filter(|(_, column)| columns.contains(column));
        for (phase, _) in columns.filter(|(phase, _)| **phase <= last) {
            *phase = uncertain;
        }
    }
    phases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{LaunchDate, embedded};

    fn phases_of(label: &str, launch: Option<&str>, end: &str, days: &[&str]) -> Vec<Phase> {
        let mut snapshot = embedded().unwrap();
        snapshot.meta.experiment.end = end.parse().unwrap();
        let cite = &mut snapshot.cites[0];
        cite.label_date.date = label.parse().unwrap();
        cite.launch_date = launch.map(|date| LaunchDate { date: date.parse().unwrap(), sources: Vec::new() });
        let on = |day: &&str| Phase::on(day.parse().unwrap(), &snapshot.cites[0], &snapshot.meta.experiment);
        days.iter().map(on).collect()
    }

    #[test]
    fn partial_dates_are_not_drawn_as_certain() {
        use Phase::*;
        let days = ["2019-12-31", "2020-05-01", "2020-12-31", "2021-12-31", "2022-03-15", "2022-04-01"];
        assert_eq!(
            phases_of("2020", Some("2022-03"), "2024-12-31", &days),
            [Before, PerhapsLabelled, Labelled, Labelled, PerhapsLaunched, Launched]
        );
        assert_eq!(
            phases_of("2020", None, "2024-12-31", &days),
            [Before, PerhapsLabelled, Labelled, Labelled, Labelled, Labelled]
        );
        assert_eq!(
            phases_of("2020", Some("2020"), "2024-12-31", &days[..4]),
            [Before, PerhapsLaunched, Launched, Launched]
        );
    }

    #[test]
    fn a_partial_date_is_uncertain_in_every_column_it_can_lie_in() {
        use Phase::*;
        let mut snapshot = embedded().unwrap();
        let cite = &mut snapshot.cites[0];
        cite.label_date.date = "2020-08".parse().unwrap();
        let launch = "2021-02".parse().unwrap();
        cite.launch_date = Some(LaunchDate { date: launch, sources: Vec::new() });
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        // A column is a quarter of a year, so that the middle of a column never lies in a
        // partial date.
        let axis = axis(context, 28).unwrap();
        let mut lives = phases(&snapshot.cites[0], &axis, context);
        assert_eq!(lives[..6], [Before, Before, PerhapsLabelled, Labelled, PerhapsLaunched, Launched]);
        lives.dedup();
        assert_eq!(lives, [Before, PerhapsLabelled, Labelled, PerhapsLaunched, Launched, Over]);
    }

    #[test]
    fn the_experiment_lasts_through_its_last_day() {
        use Phase::*;
        let days = ["2024-12-31", "2025-01-01"];
        assert_eq!(phases_of("2021-07-10", None, "2024-12-31", &days), [Labelled, Over]);
        let days = ["2024-12-01", "2024-12-15", "2024-12-31", "2025-01-01"];
        assert_eq!(
            phases_of("2021-07-10", None, "2024-12", &days),
            [Labelled, PerhapsOver, PerhapsOver, Over]
        );
    }
}

//! The age of a Cité, as precise as its date.

use jiff::civil::Date;
use jiff::{Span, Unit};

use super::date::PartialDate;

/// The whole months from a partial date to a day: the interval of every age
/// that the date allows.
///
/// On 2026-11-22, a label of `2020` is between 70 and 82 months old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Age {
    /// Whole months since the latest day of the date.
    pub at_least: u32,
    /// Whole months since the earliest day of the date.
    pub at_most: u32,
}

impl Age {
    /// Computes the age on `day` of what began on `start`. It is `None` if even
    /// the earliest day of `start` is after `day`.
    pub fn on(day: Date, start: PartialDate) -> Option<Self> {
        let at_most = months_between(start.earliest(), day)?;
        let at_least = months_between(start.latest(), day).unwrap_or(0);
        Some(Self { at_least, at_most })
    }

    /// Returns whether the age is known to the month.
    pub const fn is_exact(self) -> bool {
        self.at_least == self.at_most
    }

    /// Returns the age in whole years.
    pub const fn years(self) -> Years {
        Years { at_least: self.at_least / 12, at_most: self.at_most / 12 }
    }
}

/// An age in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Years {
    /// The least that the date allows.
    pub at_least: u32,
    /// The most that the date allows.
    pub at_most: u32,
}

/// Counts the whole months from `start` to `end`; `None` if `end` is before `start`.
fn months_between(start: Date, end: Date) -> Option<u32> {
    let span: Span = start.until((Unit::Month, end)).ok()?;
    (start <= end).then(|| u32::try_from(span.get_months()).ok()).flatten()
}

/// Returns the day `years` whole years before `day`, or the first day of the
/// calendar if it is before that.
///
/// What began before the returned day is more than `years` old on `day`.
pub fn years_before(day: Date, years: i32) -> Date {
    let span = Span::new().try_years(years);
    span.and_then(|span| day.checked_sub(span)).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    fn age(day: &str, start: &str) -> Option<(u32, u32)> {
        let day = day.parse().expect("a day");
        Age::on(day, start.parse().expect("a partial date")).map(|age| (age.at_least, age.at_most))
    }

    #[test]
    fn an_age_is_as_precise_as_its_date() {
        assert_eq!(age("2026-11-22", "2020"), Some((70, 82)));
        assert_eq!(age("2026-11-22", "2020-07"), Some((75, 76)));
        assert_eq!(age("2026-11-22", "2021-07-10"), Some((64, 64)));
        assert_eq!(age("2024-12-31", "2021-07-10"), Some((41, 41)));
    }

    #[test]
    fn what_has_not_begun_has_no_age() {
        assert_eq!(age("2019-12-31", "2020"), None);
        assert_eq!(age("2020-06-01", "2020"), Some((0, 5)));
        assert_eq!(age("2021-07-10", "2021-07-10"), Some((0, 0)));
    }

    proptest! {
        #[test]
        fn a_later_day_is_never_a_lesser_age(days in 0i32..20_000, more in 0i32..400) {
            let start: PartialDate = "2020-02".parse().expect("a date");
            let first = jiff::civil::date(2020, 3, 1).checked_add(days.days()).expect("a day");
            let later = first.checked_add(more.days()).expect("a day");
            let (first, later) = (Age::on(first, start).expect("begun"), Age::on(later, start).expect("begun"));
            prop_assert!(first.at_least <= later.at_least && first.at_most <= later.at_most);
            prop_assert!(first.at_least <= first.at_most);
        }
    }
}

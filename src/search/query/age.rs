//! Conditions on the age of a Cité.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::comparison::Comparison;
use crate::snapshot::{PartialDate, years_before};

/// A condition on an age in years.
///
/// A comparison holds only if it holds for every day that a partial date can
/// be: an age of "5 to 6 years" is not `>5`. `5` and `4..5` compare whole
/// years, as the screen shows them; `>5` compares exact time, so that 5 years
/// and a month is more than 5.
pub type AgeTest = Comparison<u16>;

impl AgeTest {
    pub(super) const EXAMPLES: [&str; 5] = [">4", ">=4", "<5", "5", "4..5"];

    /// Parses `>4`, `>=4`, `<5`, `<=5`, `5` or `4..5`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let years =
            |digits: &str| digits.parse::<u16>().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()));
        Self::parse_with(text, years)
    }

    /// Returns the condition on a date if today is `day`.
    pub(crate) fn on(self, day: Date) -> DateTest {
        let ago = |years: u16| years_before(day, i32::from(years));
        let before = |date: Date| date.yesterday().unwrap_or(Date::MIN);
        let after = |date: Date| date.tomorrow().unwrap_or(Date::MAX);
        let mut test = DateTest { earliest: Date::MIN..=day, latest: Date::MIN..=Date::MAX };
        match self {
            Self::MoreThan(years) => test.latest = Date::MIN..=before(ago(years)),
            Self::AtLeast(years) => test.latest = Date::MIN..=ago(years),
            Self::LessThan(years) => test.earliest = after(ago(years))..=day,
            Self::AtMost(years) => test.earliest = ago(years)..=day,
            Self::Is(years) => {
                test.earliest = Date::MIN..=ago(years);
                test.latest = after(ago(years.saturating_add(1)))..=Date::MAX;
            }
            Self::Between(from, to) => {
                test.earliest = after(ago(to.saturating_add(1)))..=day;
                test.latest = Date::MIN..=ago(from);
            }
        }
        test
    }
}

/// An age test as a condition on the first and the last day that a date can be.
///
/// No test holds for a date that surely lies in the future: it has no age.
#[derive(Debug, Clone)]
pub(crate) struct DateTest {
    earliest: RangeInclusive<Date>,
    latest: RangeInclusive<Date>,
}

impl DateTest {
    /// Returns whether a date meets the condition.
    pub fn holds(&self, date: PartialDate) -> bool {
        self.earliest.contains(&date.earliest()) && self.latest.contains(&date.latest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Age;
    use jiff::ToSpan;
    use proptest::prelude::*;

    #[test]
    fn a_comparison_holds_only_when_it_is_certain() {
        let day = jiff::civil::date(2026, 11, 22);
        for (test, start, holds) in [
            (">5", "2021-07-10", true),
            (">5", "2020", true),
            // From 4 years and 10 months to 5 years and 10 months.
            (">5", "2021", false),
            ("<6", "2021", true),
            ("<5", "2021", false),
            ("5", "2021", true),
            ("4", "2021", true),
            ("6", "2021", false),
            ("4..5", "2021", true),
            ("5..6", "2021", false),
            ("5..6", "2020", true),
            (">5", "2021-11-22", false),
            (">=5", "2021-11-22", true),
            ("<=5", "2021-11-22", true),
            ("<5", "2021-11-22", false),
            (">=0", "2027", false),
            ("<9", "2027", false),
        ] {
            let parsed = AgeTest::parse(test).expect("a test");
            assert_eq!(parsed.on(day).holds(start.parse().expect("a date")), holds, "{test} of {start}");
            assert_eq!(parsed.to_string(), test);
        }
    }

    proptest! {
        #[test]
        fn the_years_on_screen_are_the_years_that_are_found(days in 0i32..4000, precision in 0usize..3, years in 0u16..12) {
            let day = jiff::civil::date(2026, 11, 22);
            let start = jiff::civil::date(2017, 1, 1).checked_add(days.days()).expect("a day").to_string();
            let start: PartialDate = start[..[4, 7, 10][precision]].parse().expect("a date");
            let shown = Age::on(day, start).map(Age::years);
            let can_be = shown.is_some_and(|shown| (shown.at_least..=shown.at_most).contains(&u32::from(years)));
            prop_assert_eq!(AgeTest::Is(years).on(day).holds(start), can_be);
            // A Cité that may not have begun has no certain age.
            let at_least = start.latest() <= day && shown.is_some_and(|shown| shown.at_least >= u32::from(years));
            prop_assert_eq!(AgeTest::AtLeast(years).on(day).holds(start), at_least);
        }
    }

    #[test]
    fn nothing_is_as_old_as_no_date_can_tell() {
        let day = jiff::civil::date(2026, 11, 22);
        for (test, holds) in [(">49995", false), ("<=65535", true), ("65535", false), ("0..65535", true)] {
            let parsed = AgeTest::parse(test).expect("a test");
            assert_eq!(parsed.on(day).holds("2021".parse().expect("a date")), holds, "{test}");
        }
    }

    #[test]
    fn invalid_numbers_of_years_are_refused() {
        for text in ["", ">", "x", ">x", "6..5", "-1", "+5", "5.5", "99999", "= 5"] {
            assert_eq!(AgeTest::parse(text), None, "{text:?}");
        }
    }
}

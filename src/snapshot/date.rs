//! Dates as precise as their source: a year, a quarter, a month or a day.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A year, a quarter, a month or a day: `2020`, `2022-Q1`, `2020-07` or
/// `2021-07-10`.
///
/// It stands for every day from [`earliest`](Self::earliest) to
/// [`latest`](Self::latest). Dates are ordered by their earliest day, the less
/// precise one first.
///
/// ```
/// use cites_emploi::snapshot::PartialDate;
///
/// let quarter: PartialDate = "2022-Q1".parse()?;
/// assert_eq!(quarter.earliest().to_string(), "2022-01-01");
/// assert_eq!(quarter.latest().to_string(), "2022-03-31");
/// assert!("2021-02-30".parse::<PartialDate>().is_err());
/// # Ok::<(), cites_emploi::snapshot::PartialDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    earliest: Date,
    precision: Precision,
}

/// The precision of a [`PartialDate`], the least precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Only the year is known.
    Year,
    /// The quarter is known.
    Quarter,
    /// The month is known.
    Month,
    /// The day is known.
    Day,
}

impl Precision {
    /// Every precision, the most precise first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Month, Self::Quarter, Self::Year];

    /// Returns its name in queries and locale keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// A text that is not a partial date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialDateError {
    text: String,
}

impl PartialDateError {
    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for PartialDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a date: write 2020, 2022-Q1, 2020-07 or 2021-07-10", self.text)
    }
}

impl std::error::Error for PartialDateError {}

impl PartialDate {
    /// A regular expression (ECMA 262) that every date matches, and so does the 31st of February.
    pub(crate) const PATTERN: &str = "^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    /// Creates a date with the precision of a day.
    pub const fn day(date: Date) -> Self {
        Self { earliest: date, precision: Precision::Day }
    }

    /// Returns the first day of the date.
    pub const fn earliest(self) -> Date {
        self.earliest
    }

    /// Returns the last day of the date.
    pub fn latest(self) -> Date {
        match self.precision {
            Precision::Year => self.earliest.last_of_year(),
            Precision::Quarter => {
                let last_month = self.earliest.month() + 2;
                self.earliest.with().month(last_month).build().unwrap_or(self.earliest).last_of_month()
            }
            Precision::Month => self.earliest.last_of_month(),
            Precision::Day => self.earliest,
        }
    }

    /// Returns the precision of the date.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// Returns the year, which every date has.
    pub fn year(self) -> i16 {
        self.earliest.year()
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = digits(parts.next()?, 4)?;
        let (month, day, precision) = match (parts.next(), parts.next()) {
            (None, _) => (1, 1, Precision::Year),
            (Some(part), None) => match part.strip_prefix('Q') {
                Some(quarter) => {
                    let quarter: i8 = digits(quarter, 1).filter(|q| (1..=4).contains(q))?;
                    (quarter * 3 - 2, 1, Precision::Quarter)
                }
                None => (digits(part, 2)?, 1, Precision::Month),
            },
            (Some(month), Some(day)) => (digits(month, 2)?, digits(day, 2)?, Precision::Day),
        };
        let earliest = Date::new(year, month, day).ok()?;
        Some(Self { earliest, precision })
    }
}

/// Parses a number of exactly `width` ASCII digits.
fn digits<T: FromStr>(text: &str, width: usize) -> Option<T> {
    let plain = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or_else(|| PartialDateError { text: text.to_owned() })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.earliest;
        let year = date.year();
        match self.precision {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Quarter => write!(f, "{year:04}-Q{}", (date.month() + 2) / 3),
            Precision::Month => write!(f, "{year:04}-{:02}", date.month()),
            Precision::Day => write!(f, "{year:04}-{:02}-{:02}", date.month(), date.day()),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.earliest, self.precision).cmp(&(other.earliest, other.precision))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date as exact as its source: a year, a quarter, a month or a day.",
            "pattern": Self::PATTERN,
            "examples": ["2020", "2022-Q1", "2020-07", "2021-07-10"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a partial date")
    }

    #[test]
    fn a_partial_date_spans_its_first_to_its_last_day() {
        for (text, earliest, latest, precision) in [
            ("2020", "2020-01-01", "2020-12-31", Precision::Year),
            ("2022-Q1", "2022-01-01", "2022-03-31", Precision::Quarter),
            ("2022-Q4", "2022-10-01", "2022-12-31", Precision::Quarter),
            ("2024-02", "2024-02-01", "2024-02-29", Precision::Month),
            ("2021-07-10", "2021-07-10", "2021-07-10", Precision::Day),
        ] {
            let partial = date(text);
            assert_eq!(partial.earliest().to_string(), earliest);
            assert_eq!(partial.latest().to_string(), latest);
            assert_eq!(partial.precision(), precision);
            assert_eq!(partial.to_string(), text);
        }
    }

    #[test]
    fn invalid_dates_are_refused() {
        for text in [
            "",
            "20",
            "02020",
            "2020-",
            "2020-7",
            "2020-13",
            "2020-00",
            "2021-02-29",
            "2021-07-10-01",
            "2022-Q0",
            "2022-Q5",
            "2022-q1",
            "+020",
            "2021-7-1",
            " 2020",
            "2020 ",
            "2021-07-1é",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text:?} was taken as a date");
        }
    }

    #[test]
    fn dates_are_ordered_by_their_first_day_then_by_exactness() {
        let mut dates = ["2021-07-10", "2021", "2020-07", "2021-01", "2021-Q1"].map(date);
        dates.sort();
        assert_eq!(dates.map(|d| d.to_string()), ["2020-07", "2021", "2021-Q1", "2021-01", "2021-07-10"]);
    }

    proptest! {
        #[test]
        fn any_text_either_fails_or_comes_back_letter_for_letter(text in "[0-9]{0,4}-?Q?[0-9]{0,2}-?[0-9]{0,2}") {
            if let Ok(partial) = text.parse::<PartialDate>() {
                prop_assert_eq!(partial.to_string(), text);
                prop_assert!(partial.earliest() <= partial.latest());
            }
        }
    }
}

//! Years on a line of terminal cells.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use crate::snapshot::PartialDate;

/// Whole years laid out over the columns of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    first: i16,
    last: i16,
    columns: u16,
}

/// A year on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearMark {
    /// The year.
    pub year: i16,
    /// The column whose start is nearest to its first day.
    pub column: u16,
}

impl Axis {
    /// Returns the axis of the years that contain all of `dates`, `columns` cells wide; `None`
    /// without dates or columns.
    pub fn around(dates: impl IntoIterator<Item = PartialDate>, columns: u16) -> Option<Self> {
        let years = dates.into_iter().fold(None, |years: Option<(i16, i16)>, date| {
            let (from, to) = (date.earliest().year(), date.latest().year());
            Some(years.map_or((from, to), |(first, last)| (first.min(from), last.max(to))))
        });
        let (first, last) = years.filter(|_| columns > 0)?;
        Some(Self { first, last, columns })
    }

    /// Returns the number of columns.
    pub const fn columns(&self) -> u16 {
        self.columns
    }

    /// Returns the day in the middle of a column.
    pub fn day(&self, column: u16) -> Date {
        let middle = (2 * i64::from(column) + 1) * self.days() / (2 * i64::from(self.columns));
        self.start().checked_add(middle.days()).unwrap_or(Date::MAX)
    }

    /// Returns the column of a day. Days before the first year are in the first column, days
    /// after the last year in the last one.
    pub fn column(&self, day: Date) -> u16 {
        let column = days_between(self.start(), day) * i64::from(self.columns) / self.days();
        u16::try_from(column.max(0)).unwrap_or(u16::MAX).min(self.columns.saturating_sub(1))
    }

    /// Returns every year with its column.
    pub fn years(&self) -> impl Iterator<Item = YearMark> {
        (self.first..=self.last).map(|year| {
            let days = days_between(self.start(), first_day(year));
            let column = (days * i64::from(self.columns) + self.days() / 2) / self.days();
            YearMark { year, column: u16::try_from(column).unwrap_or(self.columns) }
        })
    }

    fn start(&self) -> Date {
        first_day(self.first)
    }

    fn days(&self) -> i64 {
        days_between(self.start(), first_day(self.last.saturating_add(1))).max(1)
    }
}

fn first_day(year: i16) -> Date {
    Date::new(year, 1, 1).unwrap_or(Date::MAX)
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| span.get_days().into())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn axis(columns: u16) -> Axis {
        Axis::around(["2021-07-10", "2020", "2024-12-31"].map(|date| date.parse().unwrap()), columns).unwrap()
    }

    #[test]
    fn an_axis_holds_whole_years() {
        let years: Vec<_> = axis(60).years().map(|mark| (mark.year, mark.column)).collect();
        assert_eq!(years, [(2020, 0), (2021, 12), (2022, 24), (2023, 36), (2024, 48)]);
        assert!(Axis::around([], 60).is_none());
        assert!(Axis::around(["2020".parse().unwrap()], 0).is_none());
    }

    #[test]
    fn a_column_contains_the_day_in_its_middle() {
        let axis = axis(60);
        for column in 0..axis.columns() {
            assert_eq!(axis.column(axis.day(column)), column);
        }
        assert_eq!(axis.day(0), date(2020, 1, 16));
        assert_eq!(axis.column(date(1999, 1, 1)), 0);
        assert_eq!(axis.column(date(2124, 1, 1)), 59);
    }
}

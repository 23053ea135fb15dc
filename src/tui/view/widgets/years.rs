//! An axis of years, and dates on it, each in one line.

use ratatui::text::{Line, Span};

use crate::snapshot::PartialDate;
use crate::tui::theme::{Role, Theme};
use crate::views::axis::{Axis, YearMark};

/// The cells of a year and the blank after it.
const YEAR_WIDTH: u16 = 5;

/// Returns the years of an axis, each over its first day. If they do not all
/// fit, only every second, third … year is written.
pub fn titles(axis: &Axis, theme: &Theme) -> Line<'static> {
    let years: Vec<YearMark> = axis.years().collect();
    let chosen = |step: usize| years.iter().step_by(step).collect::<Vec<_>>();
    let fits = |step: &usize| {
        chosen(*step)
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if next.column - one.column >= YEAR_WIDTH))
    };
    let step = (1..=years.len()).find(fits).unwrap_or(1);
    let width = usize::from(axis.columns());
    let mut line = String::new();
    for YearMark { year, column } in chosen(step) {
        let title = format!("{line:at$}{year}", at = usize::from(*column));
        if title.len() <= width {
            line = title;
        }
    }
    Line::styled(format!("{line:width$}"), theme.style(Role::Detail))
}

/// Returns a date on an axis: its sign in the column of its day, or in the
/// columns of all possible days of a partial date.
pub fn date(date: PartialDate, sign: &Span<'static>, axis: &Axis) -> Vec<Span<'static>> {
    let from = axis.column(date.earliest());
    let to = axis.column(date.latest());
    let mark = sign.content.repeat(usize::from(to - from) + 1);
    let after = usize::from(axis.columns().saturating_sub(to + 1));
    vec![Span::raw(" ".repeat(from.into())), Span::styled(mark, sign.style), Span::raw(" ".repeat(after))]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(columns: u16) -> Axis {
        Axis::around(["2020", "2025"].map(|year| year.parse().unwrap()), columns).unwrap()
    }

    #[test]
    fn years_are_over_their_first_day_if_they_fit() {
        for (columns, expected) in [
            (36, "2020  2021  2022  2023  2024  2025  "),
            (30, "2020 2021 2022 2023 2024 2025 "),
            (25, "2020    2022     2024    "),
            (18, "2020  2022  2024  "),
            (5, "2020 "),
            (3, "   "),
        ] {
            assert_eq!(titles(&axis(columns), &Theme::PLAIN).to_string(), expected);
        }
    }

    #[test]
    fn a_partial_date_covers_every_possible_day() {
        let drawn = |text: &str, columns| {
            Line::from(date(text.parse().unwrap(), &Span::raw("o"), &axis(columns))).to_string()
        };
        assert_eq!(drawn("2021", 12), "  oo        ");
        assert_eq!(drawn("2021-07-10", 12), "   o        ");
        assert_eq!(drawn("2022-Q1", 36), "            oo                      ");
        assert_eq!(drawn("2025-12", 12), "           o");
    }
}

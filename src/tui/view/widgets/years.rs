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

/// Returns dates on an axis, over a line: the sign of each in the column of its day, or in the columns of all possible days
/// of a partial date. Where columns are shared, the shortest date is shown.
pub fn dates(dates: &[(PartialDate, Span<'static>)], axis: &Axis, theme: &Theme) -> Line<'static> {
    let line = Span::styled(theme.glyphs.horizontal, theme.style(Role::Line));
    let mut cells = vec![line; axis.columns().into()];
    let columns = |date: &PartialDate| {
        usize::from(axis.column(date.earliest()))..usize::from(axis.column(date.latest())) + 1
    };
    let mut dates: Vec<_> = dates.iter().map(|(date, sign)| (columns(date), sign)).collect();
    dates.sort_by_key(|(columns, _)| std::cmp::Reverse(columns.len()));
    for (columns, sign) in dates {
        cells.get_mut(columns).into_iter().flatten().for_each(|cell| *cell = sign.clone());
    }
    Line::from(cells)
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
    fn a_partial_date_covers_every_possible_day_and_a_day_is_never_hidden() {
        let drawn = |texts: &[(&str, &'static str)], columns| {
            let date = |(text, sign): &(&str, &'static str)| (text.parse().unwrap(), Span::raw(*sign));
            let theme = Theme::PLAIN.with_ascii_glyphs();
            dates(&texts.iter().map(date).collect::<Vec<_>>(), &axis(columns), &theme).to_string()
        };
        assert_eq!(drawn(&[("2021", "o")], 12), "--oo--------");
        assert_eq!(drawn(&[("2021-07-10", "o")], 12), "---o--------");
        assert_eq!(drawn(&[("2022-Q1", "o")], 36), "------------oo----------------------");
        assert_eq!(drawn(&[("2025-12", "o")], 12), "-----------o");
        assert_eq!(drawn(&[("2021-07-10", "o"), ("2021", "."), ("2025", "+")], 12), "--.o------++");
    }
}

//! Dates and ages in words.

use jiff::civil::Date;

use crate::locale::Lang;
use crate::snapshot::{Age, PartialDate, Precision, Years};
use crate::t;

/// Formats a date in words, as precise as it is: `10 juillet 2021`, `juillet 2020`, `1er trimestre
/// 2022`, `2020`.
pub fn date(lang: Lang, date: PartialDate) -> String {
    let first = date.earliest();
    // As text: a year has no thousands separator.
    let year = first.year().to_string();
    match date.precision() {
        Precision::Year => year,
        Precision::Quarter => t!(lang, "date-quarter", quarter = (first.month() + 2) / 3, year = year),
        Precision::Month => t!(lang, "date-month", month = month(lang, first), year = year),
        Precision::Day => t!(lang, "date-day", day = first.day(), month = month(lang, first), year = year),
    }
}

fn month(lang: Lang, date: Date) -> String {
    t!(lang, &format!("month-{}", date.month()))
}

/// Formats an age in words, as an interval if the date is partial: `5 ans 4 mois`, `entre 6 ans 3
/// mois et 6 ans 4 mois`, `entre 5 et 6 ans`. `None` is "not yet".
pub fn age(lang: Lang, age: Option<Age>) -> String {
    let Some(age) = age else { return t!(lang, "age-not-yet") };
    let Years { at_least: min, at_most: max } = age.years();
    let is_years = age.at_most - age.at_least >= MONTHS_OF_A_YEAR_SPAN;
    match () {
        () if age.is_exact() => duration(lang, age.at_least),
        // A date known by its year: from 4 years to 4 years 11 months is between 4 and 5 years.
        () if is_years => t!(lang, "age-years", from = min, to = max.max(min + 1)),
        () if age.at_most < 12 => t!(lang, "age-months", from = age.at_least, to = age.at_most),
        () => t!(lang, "age-between", from = duration(lang, age.at_least), to = duration(lang, age.at_most)),
    }
}

/// The months between the ends of an age from which on it is given in whole years: the date is then
/// known by its year only.
const MONTHS_OF_A_YEAR_SPAN: u32 = 6;

/// Formats a number of whole months in words: `3 ans 5 mois`, `4 ans`, `11 mois`.
pub fn duration(lang: Lang, months: u32) -> String {
    let (years, months) = (months / 12, months % 12);
    let in_months = t!(lang, "count-months", count = months);
    match (years, months) {
        (0, _) => in_months,
        (_, 0) => t!(lang, "count-years", count = years),
        _ => format!("{} {in_months}", t!(lang, "count-years", count = years)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partial(text: &str) -> PartialDate {
        text.parse().expect("a partial date")
    }

    #[test]
    fn a_date_is_formatted_as_precisely_as_it_is_known() {
        for (text, french, english) in [
            ("2020", "2020", "2020"),
            ("2022-Q1", "1er trimestre 2022", "Q1 2022"),
            ("2022-Q3", "3e trimestre 2022", "Q3 2022"),
            ("2020-08", "août 2020", "August 2020"),
            ("2021-07-10", "10 juillet 2021", "10 July 2021"),
            ("2021-02-01", "1er février 2021", "1 February 2021"),
        ] {
            assert_eq!(date(Lang::FR, partial(text)), french);
            assert_eq!(date(Lang::EN, partial(text)), english);
        }
    }

    #[test]
    fn every_month_has_its_name() {
        for month in 1..=12 {
            for lang in Lang::ALL {
                assert!(!date(lang, partial(&format!("2021-{month:02}"))).contains("month"));
            }
        }
    }

    #[test]
    fn an_age_is_formatted_as_precisely_as_its_date() {
        for (start, french, english) in [
            ("2021-07-10", "5 ans 4 mois", "5 years 4 months"),
            ("2020", "entre 5 et 6 ans", "between 5 and 6 years"),
            (
                "2020-07",
                "entre 6 ans 3 mois et 6 ans 4 mois",
                "between 6 years 3 months and 6 years 4 months",
            ),
            ("2022", "entre 3 et 4 ans", "between 3 and 4 years"),
            ("2025-10-23", "1 an", "1 year"),
            ("2026-10-01", "1 mois", "1 month"),
            ("2026-Q1", "entre 7 et 10 mois", "between 7 and 10 months"),
            ("2026-11-23", "pas encore labellisée", "not labelled yet"),
        ] {
            let day = if start == "2025-10-23" { "2026-10-23" } else { "2026-11-22" };
            let measured = Age::on(day.parse().expect("a day"), partial(start));
            assert_eq!(age(Lang::FR, measured), french, "{start}");
            assert_eq!(age(Lang::EN, measured), english, "{start}");
        }
    }
}

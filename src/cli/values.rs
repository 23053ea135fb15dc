//! The values of options that are neither words of a list nor plain numbers.

use std::collections::HashSet;
use std::fmt;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use crate::locale::Lang;
use crate::output::{Document, Format, ReportFormat};
use crate::snapshot::GrantField;
use crate::t;
use crate::tui::state::{Tab, TabView};
use crate::views::cross::{Quantity, Share};
use crate::views::groups::Grouping;
use crate::views::map::Colouring;
use crate::views::quartiers;
use crate::views::rows::RowKind;
use crate::views::summary::SummaryValue;

/// A value that an option does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueError {
    Day,
    Size,
    Separator,
    ColumnName,
}

impl ValueError {
    /// Describes the values that the option takes.
    pub(super) fn describe(self, lang: Lang) -> String {
        match self {
            Self::Day => t!(lang, "cli-bad-day"),
            Self::Size => t!(lang, "cli-bad-size"),
            Self::Separator => t!(lang, "cli-bad-separator"),
            Self::ColumnName => {
                let fields = GrantField::ALL.map(GrantField::name).join(", ");
                t!(lang, "cli-bad-column-name", fields = fields)
            }
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

impl std::error::Error for ValueError {}

/// Parses a day, such as `2026-11-22`.
pub(super) fn day(text: &str) -> Result<Date, ValueError> {
    text.parse().map_err(|_| ValueError::Day)
}

/// Parses a number of bytes. The suffixes `K`, `M` and `G` multiply it by a power of 1024.
pub(super) fn size(text: &str) -> Result<u64, ValueError> {
    let units = [('K', 10), ('M', 20), ('G', 30)];
    let (digits, bits) = units
        .into_iter()
        .find_map(|(unit, bits)| {
            text.strip_suffix([unit, unit.to_ascii_lowercase()]).map(|digits| (digits, bits))
        })
        .unwrap_or((text, 0));
    let number: u64 = digits.parse().map_err(|_| ValueError::Size)?;
    number.checked_mul(1 << bits).ok_or(ValueError::Size)
}

/// Parses an ASCII character that can separate cells, or the word `tab`.
pub(super) fn separator(text: &str) -> Result<u8, ValueError> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if matches!(byte, b'\t' | b' '..=b'~') && *byte != b'"' => Ok(*byte),
        _ => Err(ValueError::Separator),
    }
}

/// Parses a field of grants and the name of its column: `montant=Montant versé`.
pub(super) fn grant_column(text: &str) -> Result<(GrantField, String), ValueError> {
    let (field, name) = text.split_once('=').ok_or(ValueError::ColumnName)?;
    let field = GrantField::ALL.into_iter().find(|own| own.name() == field.trim());
    Ok((field.ok_or(ValueError::ColumnName)?, name.trim().to_owned()))
}

/// Parses what the rows of a listing stand for.
pub(super) fn row_kind() -> impl TypedValueParser<Value = RowKind> {
    one_of(RowKind::ALL, RowKind::name)
}

/// Parses the name of an output format.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    one_of(Format::ALL, Format::name)
}

/// Parses the name of one of these formats of reports.
pub(super) fn report_format(formats: &'static [ReportFormat]) -> impl TypedValueParser<Value = ReportFormat> {
    one_of(formats.iter().copied(), ReportFormat::name)
}

/// Parses the name of a grouping.
pub(super) fn grouping() -> impl TypedValueParser<Value = Grouping> {
    one_of(Grouping::all(), Grouping::name)
}

/// Parses the name of what a cross table counts or a summary is of.
pub(super) fn measured() -> impl TypedValueParser<Value = &'static str> {
    let figures = quartiers::named().map(|(name, _)| name);
    let mut names: Vec<&str> = Quantity::ALL.map(Quantity::name).into_iter().chain(figures).collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    one_of(names, |name| name)
}

/// Parses the name of the total that shares are of.
pub(super) fn share() -> impl TypedValueParser<Value = Share> {
    one_of(Share::ALL, Share::name)
}

/// Parses the name of a value that sums up a figure.
pub(super) fn summary() -> impl TypedValueParser<Value = SummaryValue> {
    one_of(SummaryValue::ALL, SummaryValue::name)
}

/// Parses the name of a kind of JSON document.
pub(super) fn document() -> impl TypedValueParser<Value = Document> {
    one_of(Document::ALL, Document::name)
}

/// Parses the name of what can colour the map.
pub(super) fn colouring() -> impl TypedValueParser<Value = Colouring> {
    one_of(Colouring::all(), Colouring::name)
}

/// Parses the name or the number of a tab, or the name of another way to show it.
pub(super) fn view() -> impl TypedValueParser<Value = TabView> {
    let value = |view: TabView| {
        let number = (view.name == view.tab.name()).then(|| view.tab.number().to_string());
        PossibleValue::new(view.name).aliases(view.aliases()).aliases(number)
    };
    // The parser before it lets no other name through.
    PossibleValuesParser::new(Tab::views().map(value)).try_map(|given| named_view(&given).ok_or(fmt::Error))
}

fn named_view(given: &str) -> Option<TabView> {
    let is_numbered = |view: &TabView| view.name == view.tab.name() && view.tab.number().to_string() == given;
    Tab::views()
        .find(|view| view.name == given || view.aliases().any(|alias| alias == given))
        .or_else(|| Tab::views().find(is_numbered))
}

/// Parses the name of a column that some tab can be sorted by.
pub(super) fn sorting_column() -> impl TypedValueParser<Value = String> {
    let mut names: Vec<&str> = Tab::ALL.into_iter().flat_map(Tab::column_names).collect();
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(*name));
    PossibleValuesParser::new(names)
}

fn one_of<T: Copy + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T, IntoIter: Clone + Send + Sync + 'static>,
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let values = values.into_iter();
    let names = values.clone().map(name);
    let find = move |given: String| values.clone().find(|value| name(*value) == given);
    // The first parser refuses all other names.
    PossibleValuesParser::new(names).try_map(move |given| find(given).ok_or(fmt::Error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("256M"), Ok(crate::snapshot::DEFAULT_MAX_SIZE), "what --max-size says in the help");
        for (text, bytes) in [("1", 1), ("2K", 2048), ("256M", 256 << 20), ("1g", 1 << 30)] {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for text in ["", "M", "-1", "1.5M", "1T", "1KK", "99999999999G"] {
            assert_eq!(size(text), Err(ValueError::Size), "{text}");
        }
    }

    #[test]
    fn a_separator_is_one_character() {
        for (text, byte) in [(",", b','), (";", b';'), ("tab", b'\t'), ("\t", b'\t'), ("|", b'|')] {
            assert_eq!(separator(text), Ok(byte), "{text:?}");
        }
        for text in ["", ";;", "\"", "\n", "é"] {
            assert_eq!(separator(text), Err(ValueError::Separator), "{text:?}");
        }
    }
}

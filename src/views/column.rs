//! Columns of listings: their cells, and how these are shown, exported and sorted.

use crate::locale::Lang;
use crate::search::TextField;
use crate::snapshot::{Age, PartialDate};
use crate::t;
use crate::views::{Context, SortKey, labels, time};

/// The side that the cells of a column are aligned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// The value of a row in a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A value that is not known.
    Unknown,
    /// A text, the same for people and for programs.
    Text(String),
    /// A text for people, and another one for programs.
    Shown {
        /// The text that people read.
        text: String,
        /// The text that programs read.
        value: String,
    },
    /// A number of things.
    Count(u64),
    /// A date: in words for people, in the format of the snapshot for programs.
    Date(PartialDate),
    /// An age; `None` if it has not begun.
    Age(Option<Age>),
    /// A measurement.
    Measure {
        /// The number.
        number: f64,
        /// The number of decimals that programs get.
        decimals: usize,
        /// The number with its unit, for people.
        text: String,
    },
}

impl Cell {
    /// Returns the text for people: `10 juillet 2021`, `12 345`.
    pub fn text(self, lang: Lang) -> String {
        match self {
            Self::Unknown => labels::unknown(lang),
            Self::Text(text) | Self::Measure { text, .. } | Self::Shown { text, .. } => text,
            Self::Count(count) => lang.number(count),
            Self::Date(date) => time::date(lang, date),
            Self::Age(age) => time::age(lang, age),
        }
    }

    /// Returns the text for people; `None` if the value is not known.
    pub fn known(self, lang: Lang) -> Option<String> {
        (self != Self::Unknown).then(|| self.text(lang))
    }

    /// Returns the text for programs and spreadsheets: `2021-07-10`, `12345`.
    pub fn value(self, lang: Lang) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Measure { number, decimals, .. } => format!("{number:.decimals$}"),
            Self::Shown { value, .. } => value,
            Self::Unknown | Self::Text(_) | Self::Age(_) => self.text(lang),
        }
    }

    pub(super) fn sort_key(self) -> SortKey {
        match self {
            Self::Unknown | Self::Age(None) => SortKey::Unknown,
            Self::Text(text) | Self::Shown { text, .. } => SortKey::text(&text),
            Self::Count(count) => SortKey::Number(i64::try_from(count).unwrap_or(i64::MAX)),
            Self::Date(date) => SortKey::date(date),
            Self::Age(Some(age)) => {
                SortKey::Several(vec![i64::from(age.at_least).into(), i64::from(age.at_most).into()])
            }
            // Measurements are far below 2^63 billionths.
            Self::Measure { number, .. } => SortKey::Number((number * 1e9) as i64),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<PartialDate> for Cell {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Unknown, Into::into)
    }
}

/// A column of a listing of `Row`s. Its title is the text of the key `column-NAME`.
pub trait Column: Copy + PartialEq + 'static {
    /// The type of the rows.
    type Row;

    /// Every column, in the order in which the command line lists them.
    const ALL: &'static [Self];

    /// Returns the name of the column in `--columns` and `--sort`.
    fn name(self) -> &'static str;

    /// Returns the value of a row in the column.
    fn cell(self, row: &Self::Row, context: Context<'_>) -> Cell;

    /// Returns the sort key of a row.
    fn key(self, row: &Self::Row, context: Context<'_>) -> SortKey;

    /// Returns the side that its cells are aligned to.
    fn align(self) -> Align;

    /// Returns the address that the cell of a row links to, if any.
    fn link(self, _row: &Self::Row) -> Option<&str> {
        None
    }

    /// Returns whether it draws what other columns say, for people only.
    fn is_chart(self) -> bool {
        false
    }

    /// Returns the search field whose texts the column shows unchanged, if any.
    fn field(self) -> Option<TextField> {
        None
    }

    /// Returns the title of the column.
    fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    /// Returns the text for people in the cell of a row.
    fn text(self, row: &Self::Row, context: Context<'_>) -> String {
        self.cell(row, context).text(context.lang)
    }

    /// Returns the column with this name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.name() == name)
    }
}

/// The properties of a column, except for its texts.
pub(super) struct ColumnInfo<R> {
    pub(super) name: &'static str,
    pub(super) cell: fn(&R, Context<'_>) -> Cell,
    pub(super) key: Option<fn(&R, Context<'_>) -> SortKey>,
    pub(super) align: Align,
    pub(super) link: fn(&R) -> Option<&str>,
    pub(super) field: Option<TextField>,
    pub(super) is_chart: bool,
}

impl<R> ColumnInfo<R> {
    /// Creates a column of texts, sorted by the values of its cells.
    pub(super) const fn new(name: &'static str, cell: fn(&R, Context<'_>) -> Cell) -> Self {
        Self { name, cell, key: None, align: Align::Left, link: |_| None, field: None, is_chart: false }
    }

    /// Creates a column of numbers.
    pub(super) const fn right(name: &'static str, cell: fn(&R, Context<'_>) -> Cell) -> Self {
        Self { align: Align::Right, ..Self::new(name, cell) }
    }

    /// Sets a sort key that differs from the value of the cell.
    pub(super) const fn key(self, key: fn(&R, Context<'_>) -> SortKey) -> Self {
        Self { key: Some(key), ..self }
    }

    pub(super) const fn link(self, link: fn(&R) -> Option<&str>) -> Self {
        Self { link, ..self }
    }

    /// Marks a column that draws what others say.
    pub(super) const fn chart(self) -> Self {
        Self { is_chart: true, ..self }
    }

    pub(super) const fn field(self, field: TextField) -> Self {
        Self { field: Some(field), ..self }
    }
}

/// Defines the columns of a listing: an enum with a row of [`ColumnInfo`] for each.
macro_rules! columns {
    ($(#[$meta:meta])* pub enum $columns:ident: $info:ident of $row:ident { $($rows:tt)* }) => {
        type $info = $crate::views::column::ColumnInfo<$row>;

        $crate::table::table! { $(#[$meta])* pub enum $columns: $info { $($rows)* } }

        impl $crate::views::Column for $columns {
            type Row = $row;

            const ALL: &'static [Self] = &Self::ALL;

            fn name(self) -> &'static str {
                self.row().name
            }

            fn cell(self, row: &$row, context: $crate::views::Context<'_>) -> $crate::views::Cell {
                (self.row().cell)(row, context)
            }

            fn key(self, row: &$row, context: $crate::views::Context<'_>) -> $crate::views::SortKey {
                let key = self.row().key;
                key.map_or_else(|| self.cell(row, context).sort_key(), |key| key(row, context))
            }

            fn align(self) -> $crate::views::Align {
                self.row().align
            }

            fn link(self, row: &$row) -> Option<&str> {
                (self.row().link)(row)
            }

            fn is_chart(self) -> bool {
                self.row().is_chart
            }

            fn field(self) -> Option<$crate::search::TextField> {
                self.row().field
            }
        }
    };
}

pub(super) use columns;

//! What a tab or a listing shows, as data: columns, groups and cards, before
//! anything is drawn or printed. The explorer and the commands share it, so
//! that both say the same.

pub mod ages;
pub mod axis;
pub mod card;
pub mod carriers;
pub mod cites;
pub mod comparison;
pub mod data;
pub mod facets;
pub mod gantt;
pub mod grammar;
pub mod groups;
pub mod layout;
pub mod map;
pub mod near;
pub mod overview;
pub mod preconisations;
pub mod sources;
pub mod stats;
mod time;
pub mod words;

use std::cmp::Ordering;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::locale::Lang;
use crate::snapshot::{PartialDate, Snapshot};

pub use time::{age, date, duration};

/// What every view needs besides the rows themselves.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The snapshot that the rows are from.
    pub snapshot: &'a Snapshot,
    /// The language of titles and words.
    pub lang: Lang,
    /// The day on which ages are told.
    pub today: Date,
}

/// Which side of a column its texts stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A column of a listing of `Row`s.
pub trait Column: Copy + PartialEq + 'static {
    /// What one line of the listing is about.
    type Row;

    /// Every column there is, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The name by which `--columns` and `--sort` know it.
    fn name(self) -> &'static str;

    /// The title above it.
    fn title(self, lang: Lang) -> String;

    /// What it shows of a row; what is not known is said in words.
    fn text(self, row: &Self::Row, context: Context<'_>) -> String;

    /// What programs and spreadsheets read of a row: a number without
    /// anything between its digits, a date as the snapshot writes it.
    fn value(self, row: &Self::Row, context: Context<'_>) -> String {
        self.text(row, context)
    }

    /// Where its texts lead, if they lead anywhere.
    fn link(self, _row: &Self::Row) -> Option<String> {
        None
    }

    /// What rows are ordered by.
    fn key(self, row: &Self::Row, context: Context<'_>) -> SortKey;

    /// Which side its texts stand on.
    fn align(self) -> Align {
        Align::Left
    }

    /// The column of that name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.name() == name)
    }
}

/// What a row is ordered by. What is not known comes last in both directions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number, also a date or a rank.
    Number(i64),
    /// A text without case and accents, then as it is.
    Text(String, String),
    /// Several keys, the first that differs decides.
    Several(Vec<SortKey>),
    /// Not known.
    Unknown,
}

impl SortKey {
    /// The key of a text for people: case and accents count last.
    pub fn text(text: &str) -> Self {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        Self::Text(plain, text.to_owned())
    }

    fn compare(&self, other: &Self, reverse: bool) -> Ordering {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => self.cmp(other),
            _ if reverse => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}

/// The key of a date: by its first day, the less exact one first.
fn date_key(date: PartialDate) -> SortKey {
    let day = date.earliest();
    let number = i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day());
    SortKey::Several(vec![SortKey::Number(number), SortKey::Number(date.precision() as i64)])
}

/// The order of a listing: a column, and whether it runs backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column whose keys decide.
    pub column: C,
    /// Whether the greatest key comes first. What is not known stays last.
    pub reverse: bool,
}

impl<C: Column> Sort<C> {
    /// Puts `items` in this order; `row` tells which row an item stands for.
    /// Items with equal keys keep their order.
    pub fn apply<'a, T>(self, items: &mut [T], context: Context<'_>, row: impl Fn(&T) -> &'a C::Row)
    where
        C::Row: 'a,
        T: Clone,
    {
        let mut keyed: Vec<(SortKey, T)> =
            items.iter().map(|item| (self.column.key(row(item), context), item.clone())).collect();
        keyed.sort_by(|(a, _), (b, _)| a.compare(b, self.reverse));
        for (place, (_, item)) in items.iter_mut().zip(keyed) {
            *place = item;
        }
    }
}

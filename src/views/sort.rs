//! Sorts listings.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Column, Context};
use crate::snapshot::PartialDate;

/// The sort key of a row. Unknown values come last in both directions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number or a rank.
    Number(i64),
    /// A folded text, then the text itself.
    Text(String, String),
    /// Several keys, compared in order.
    Several(Vec<SortKey>),
    /// A value that is not known.
    Unknown,
}

impl SortKey {
    /// Returns the key of a text for people: case and accents only break ties.
    pub fn text(text: &str) -> Self {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        Self::Text(plain, text.to_owned())
    }

    /// Returns the key of a date: its first day, then its precision, the least precise first.
    pub(super) fn date(date: PartialDate) -> Self {
        let day = date.earliest();
        let number = i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day());
        Self::Several(vec![number.into(), (date.precision() as i64).into()])
    }

    fn compare(&self, other: &Self, reverse: bool) -> Ordering {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => self.cmp(other),
            _ if reverse => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}

impl From<i64> for SortKey {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<i64>> for SortKey {
    fn from(known: Option<i64>) -> Self {
        known.map_or(Self::Unknown, Self::Number)
    }
}

/// The order of a listing: a column and a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column to sort by.
    pub column: C,
    /// Whether the greatest key comes first. Unknown values stay last.
    pub reverse: bool,
}

impl<C: Column> Sort<C> {
    /// Sorts `items`; `row` returns the row of an item. Items with equal keys keep their order.
    pub fn apply<'a, T>(self, items: &mut [T], context: Context<'_>, row: impl Fn(&T) -> &'a C::Row)
    where
        C::Row: 'a,
        T: Clone,
    {
        let keys: Vec<SortKey> = items.iter().map(|item| self.column.key(row(item), context)).collect();
        let order = order(&keys, self.reverse);
        let sorted: Vec<T> = order.into_iter().filter_map(|index| items.get(index).cloned()).collect();
        items.clone_from_slice(&sorted);
    }
}

/// Returns the indices of keys in their order. Not generic: the code of a sort is large, and there are many columns.
fn order(keys: &[SortKey], reverse: bool) -> Vec<usize> {
    let mut keyed: Vec<(&SortKey, usize)> = keys.iter().zip(0..).collect();
    keyed.sort_by(|(a, _), (b, _)| a.compare(b, reverse));
    keyed.into_iter().map(|(_, index)| index).collect()
}

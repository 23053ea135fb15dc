//! Other names of places, and words that stand for others.

use std::fmt;

use super::embedded::{aliases, list, record, text};
use super::layout::{AliasKind, AliasRecord, Entry};
use super::place::Place;

/// Another name, such as `PACA` or `9-3`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Alias {
    index: u16,
}

impl Alias {
    /// Returns `None` for anything but an alias.
    pub(super) fn new(entry: Entry) -> Option<Self> {
        match entry {
            Entry::Alias(index) => Some(Self { index }),
            _ => None,
        }
    }

    fn record(self) -> Option<&'static AliasRecord> {
        record(aliases(), self.index)
    }

    /// Returns the alias as people write it.
    pub fn name(self) -> &'static str {
        self.record().map_or("", |record| text(record.name))
    }

    /// Returns what it stands for.
    pub fn kind(self) -> AliasKind {
        let number = self.record().map(|record| usize::from(record.kind));
        number.and_then(|number| AliasKind::ALL.get(number)).copied().unwrap_or(AliasKind::Theme)
    }

    /// Returns the places that it stands for. None if it stands for words.
    pub fn places(self) -> impl Iterator<Item = Place> {
        let numbers = self.record().map(|record| list(record.targets)).unwrap_or_default();
        numbers.iter().filter_map(|number| Entry::from_number(number.get())).filter_map(Place::new)
    }

    /// Returns the words that it stands for. `None` if it stands for places.
    pub fn words(self) -> Option<&'static str> {
        Some(text(self.record()?.words)).filter(|words| !words.is_empty())
    }
}

impl fmt::Debug for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} alias)", self.name(), self.kind().code())
    }
}

//! Communes that became part of another one.

use jiff::civil::Date;

use super::embedded::{changes, code, text};
use super::layout::{ChangeRecord, Entry};
use super::place::Place;

/// A commune that became part of another one.
#[derive(Debug, Clone, Copy)]
pub struct CommuneChange {
    record: &'static ChangeRecord,
}

impl CommuneChange {
    /// Returns all changes, sorted by the old code.
    pub fn all() -> impl Iterator<Item = Self> {
        changes().iter().map(|record| Self { record })
    }

    /// Returns the INSEE code that the commune had.
    pub fn old_code(self) -> &'static str {
        code(&self.record.old_code)
    }

    /// Returns the name that the commune had.
    pub fn old_name(self) -> &'static str {
        text(self.record.old_name)
    }

    /// Returns the commune that it is part of now.
    pub fn new_commune(self) -> Option<Place> {
        Place::new(Entry::Commune(self.record.new.get()))
    }

    /// Returns the day of the change.
    pub fn date(self) -> Option<Date> {
        let year = i16::try_from(self.record.year.get()).ok()?;
        let (month, day) = (i8::try_from(self.record.month).ok()?, i8::try_from(self.record.day).ok()?);
        Date::new(year, month, day).ok()
    }
}

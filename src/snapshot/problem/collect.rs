//! Collects problems while a file is read.

use std::collections::BTreeMap;

use super::{Details, Fault, Problem, Violation};
use crate::snapshot::input::{DEFAULT_MAX_SIZE, decode};
use crate::snapshot::location::Location;
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rule::{Level, Rule};

/// A value that can say where it is in its file.
pub(crate) trait Locate {
    /// A handle to the location, cheaper than the location itself.
    type Handle;

    /// Returns its location.
    fn location(&self) -> Location;

    /// Returns the handle to its location.
    fn handle(&self) -> Self::Handle;

    /// Follows the handle of another value in the same file.
    fn resolve(&self, handle: &Self::Handle) -> Location;
}

impl Locate for Location {
    type Handle = Self;

    fn location(&self) -> Location {
        self.clone()
    }

    fn handle(&self) -> Self {
        self.clone()
    }

    fn resolve(&self, handle: &Self) -> Location {
        handle.clone()
    }
}

/// The number of problems of each level that are kept. Nobody reads more, and
/// millions of them in a malicious file would take all memory.
const MAX_KEPT: usize = 10_000;

/// Numbers of problems by level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LevelCounts(BTreeMap<Level, usize>);

impl LevelCounts {
    /// Returns how many are of a level.
    pub fn of(&self, level: Level) -> usize {
        self.0.get(&level).copied().unwrap_or(0)
    }

    /// Returns how many there are of all levels.
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    fn add(&mut self, level: Level) {
        *self.0.entry(level).or_default() += 1;
    }
}

/// The problems found so far.
#[derive(Debug)]
pub(crate) struct Problems {
    pub(crate) list: Vec<Problem>,
    /// The number of problems found beyond those in the list.
    pub(crate) omitted: LevelCounts,
    kept: LevelCounts,
    is_relevant: fn(&Fault) -> bool,
}

impl Default for Problems {
    fn default() -> Self {
        Self::only(|_| true)
    }
}

impl Problems {
    /// Makes an empty list that ignores every fault that is not relevant.
    pub(crate) fn only(is_relevant: fn(&Fault) -> bool) -> Self {
        let (omitted, kept) = Default::default();
        Self { list: Vec::new(), omitted, kept, is_relevant }
    }

    /// Adds a fault of `value`. The location is only looked up if the problem is kept.
    pub(crate) fn add(&mut self, at: &impl Locate, value: &str, fault: impl Into<Fault>) {
        let fault = fault.into();
        if !(self.is_relevant)(&fault) {
            return;
        }
        let level = fault.level();
        if self.kept.of(level) < MAX_KEPT {
            self.kept.add(level);
            self.list.push(Problem { location: at.location(), value: value.to_owned(), fault });
        } else {
            self.omitted.add(level);
        }
    }

    /// Adds a file that cannot be read.
    pub(crate) fn add_unreadable(&mut self, file: &str, error: ReadError) {
        let Problem { location, value, fault } = Problem::unreadable(file, error);
        self.add(&location, &value, fault);
    }

    /// Decodes the text of a file, or adds why it cannot be read.
    pub(crate) fn decode(&mut self, file: &str, bytes: Result<Vec<u8>, ReadError>) -> Option<String> {
        let text = bytes.and_then(|bytes| decode(bytes, DEFAULT_MAX_SIZE));
        text.map_err(|error| self.add_unreadable(file, error)).ok()
    }

    /// Returns what a test makes of `value`, or adds what it finds wrong.
    pub(crate) fn keep<T>(
        &mut self,
        at: &impl Locate,
        value: &str,
        result: Result<T, Violation>,
    ) -> Option<T> {
        result.map_err(|violation| self.add(at, value, violation)).ok()
    }

    /// Returns a reporter of one rule.
    pub(crate) const fn reporter(&mut self, rule: Rule) -> Reporter<'_> {
        Reporter { rule, problems: self }
    }
}

/// Reports the values that break one rule.
pub(crate) struct Reporter<'a> {
    rule: Rule,
    problems: &'a mut Problems,
}

impl Reporter<'_> {
    /// Reports a value, with the details of the message.
    pub(crate) fn add(&mut self, at: &impl Locate, value: &str, details: Details) {
        self.problems.add(at, value, Violation::new(self.rule).details(details));
    }
}

//! How problems are gathered while a file is gone through.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Entity, Fault, Level, Problem};
use crate::snapshot::place::Place;
use crate::snapshot::read_error::ReadError;

/// Something that stands in one place of a file.
pub(crate) trait Spot {
    /// What the place can be found by later, made without looking it up.
    type Trace;

    /// That place.
    fn place(&self) -> Place;

    /// The trace to this place.
    fn trace(&self) -> Self::Trace;

    /// The place that a trace in the same file leads to.
    fn follow(&self, trace: &Self::Trace) -> Place;
}

impl Spot for Place {
    type Trace = Self;

    fn place(&self) -> Place {
        self.clone()
    }

    fn trace(&self) -> Self {
        self.clone()
    }

    fn follow(&self, trace: &Self) -> Place {
        trace.clone()
    }
}

/// How many problems of a level are kept. Nobody reads more, and a file that
/// is made for it has millions, which would take all memory.
const MOST_KEPT: usize = 10_000;

/// How many problems were found beyond those that are kept, by level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Omitted {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Omitted {
    /// Those of a level.
    pub const fn of(self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.warnings,
            Level::Note => self.notes,
        }
    }

    /// All of them.
    pub const fn total(self) -> usize {
        self.errors + self.warnings + self.notes
    }

    const fn of_mut(&mut self, level: Level) -> &mut usize {
        match level {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
            Level::Note => &mut self.notes,
        }
    }
}

/// The problems found so far.
#[derive(Debug)]
pub(crate) struct Problems {
    pub(crate) list: Vec<Problem>,
    pub(crate) omitted: Omitted,
    /// How many of each level are in the list.
    kept: Omitted,
    /// Which ones are asked for.
    asked: fn(&Fault) -> bool,
}

impl Default for Problems {
    fn default() -> Self {
        Self::only(|_| true)
    }
}

impl Problems {
    /// None yet; of those that come, only these are counted.
    pub(crate) fn only(asked: fn(&Fault) -> bool) -> Self {
        Self { list: Vec::new(), omitted: Omitted::default(), kept: Omitted::default(), asked }
    }

    /// Notes that something is wrong with `value`.
    pub(crate) fn add(&mut self, spot: &impl Spot, value: &str, fault: Fault) {
        self.add_at(|| spot.place(), value, fault);
    }

    /// The same; the place is only looked up where the problem is kept.
    pub(crate) fn add_at(&mut self, place: impl FnOnce() -> Place, value: &str, fault: Fault) {
        if !(self.asked)(&fault) {
            return;
        }
        let level = fault.level();
        if self.kept.of(level) < MOST_KEPT {
            *self.kept.of_mut(level) += 1;
            self.list.push(Problem { place: place(), value: value.to_owned(), fault });
        } else {
            *self.omitted.of_mut(level) += 1;
        }
    }

    /// Notes that a file cannot be read.
    pub(crate) fn add_unreadable(&mut self, file: &str, error: ReadError) {
        let Problem { place, value, fault } = Problem::unreadable(file, error);
        self.add(&place, &value, fault);
    }

    /// What a rule makes of `value`; when it refuses, that is noted.
    pub(crate) fn keep<T>(&mut self, spot: &impl Spot, value: &str, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.add(spot, value, fault)).ok()
    }
}

/// The ids met so far, to find those that come twice.
#[derive(Debug)]
pub(crate) struct Seen<Trace = Place> {
    entity: Entity,
    first: HashMap<String, Trace>,
}

impl<Trace> Seen<Trace> {
    pub(crate) fn new(entity: Entity) -> Self {
        Self { entity, first: HashMap::new() }
    }

    /// Refuses an id that was there before.
    pub(crate) fn first(&mut self, id: &str, spot: &impl Spot<Trace = Trace>) -> Result<(), Fault> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(spot.trace());
                Ok(())
            }
            Entry::Occupied(entry) => {
                Err(Fault::Duplicate { entity: self.entity, first: Box::new(spot.follow(entry.get())) })
            }
        }
    }
}

/// Things met so far that are told of more than once, to find those that are
/// told of differently.
#[derive(Debug)]
pub(crate) struct Told<T, Trace = Place> {
    first: HashMap<String, (T, Trace)>,
}

impl<T: PartialEq, Trace> Told<T, Trace> {
    pub(crate) fn new() -> Self {
        Self { first: HashMap::new() }
    }

    /// Refuses what was told differently of the same id before.
    pub(crate) fn same(&mut self, id: &str, told: T, spot: &impl Spot<Trace = Trace>) -> Result<(), Fault> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert((told, spot.trace()));
                Ok(())
            }
            Entry::Occupied(entry) if entry.get().0 == told => Ok(()),
            Entry::Occupied(entry) => {
                Err(Fault::ToldDifferently { first: Box::new(spot.follow(&entry.get().1)) })
            }
        }
    }
}

//! Ids that come twice, and things that are described in two ways.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::entity::Entity;
use crate::snapshot::place::Place;
use crate::snapshot::problem::{Locate, Violation};
use crate::snapshot::rule::Rule;

const DUPLICATE: Rule = Rule::error("problem-duplicate");
const TOLD_DIFFERENTLY: Rule = Rule::error("problem-told-differently");

/// The ids so far, to find those that come twice.
#[derive(Debug)]
pub(crate) struct Seen<Trace = Place> {
    entity: Entity,
    first: HashMap<String, Trace>,
}

impl<Trace> Seen<Trace> {
    pub(crate) fn new(entity: Entity) -> Self {
        Self { entity, first: HashMap::new() }
    }

    /// Tests that nothing before has this id.
    pub(crate) fn first(&mut self, id: &str, at: &impl Locate<Trace = Trace>) -> Result<(), Violation> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(at.trace());
                Ok(())
            }
            Entry::Occupied(entry) => Err(Violation::new(DUPLICATE)
                .with("entity", self.entity.noun())
                .with("first", at.follow(entry.get()))),
        }
    }
}

/// Descriptions so far, to find things that are described in two ways.
#[derive(Debug)]
pub(crate) struct Consistency<T, Trace = Place> {
    first: HashMap<String, (T, Trace)>,
}

impl<T: PartialEq, Trace> Consistency<T, Trace> {
    pub(crate) fn new() -> Self {
        Self { first: HashMap::new() }
    }

    /// Tests that the first description of the same id was the same.
    pub(crate) fn check(
        &mut self,
        id: &str,
        description: T,
        at: &impl Locate<Trace = Trace>,
    ) -> Result<(), Violation> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert((description, at.trace()));
                Ok(())
            }
            Entry::Occupied(entry) if entry.get().0 == description => Ok(()),
            Entry::Occupied(entry) => {
                Err(Violation::new(TOLD_DIFFERENTLY).with("first", at.follow(&entry.get().1)))
            }
        }
    }
}

//! Rules for repeated ids, and for things that are described in two ways.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::entity::Entity;
use crate::snapshot::location::Location;
use crate::snapshot::problem::{Locate, Violation};
use crate::snapshot::rule::Rule;

const DUPLICATE: Rule = Rule::error("problem-duplicate");
const TOLD_DIFFERENTLY: Rule = Rule::error("problem-told-differently");

/// The ids so far, to find repeated ones.
#[derive(Debug)]
pub(crate) struct Seen<Handle = Location> {
    entity: Entity,
    first: HashMap<String, Handle>,
}

impl<Handle> Seen<Handle> {
    pub(crate) fn new(entity: Entity) -> Self {
        Self { entity, first: HashMap::new() }
    }

    /// Tests that nothing before has this id.
    pub(crate) fn first(&mut self, id: &str, at: &impl Locate<Handle = Handle>) -> Result<(), Violation> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(at.handle());
                Ok(())
            }
            Entry::Occupied(entry) => Err(Violation::new(DUPLICATE)
                .with("entity", self.entity.noun())
                .with("first", at.resolve(entry.get()))),
        }
    }
}

/// Descriptions so far, to find things that are described in two ways.
#[derive(Debug)]
pub(crate) struct Consistency<T, Handle = Location> {
    first: HashMap<String, (T, Handle)>,
}

impl<T: PartialEq, Handle> Consistency<T, Handle> {
    pub(crate) fn new() -> Self {
        Self { first: HashMap::new() }
    }

    /// Tests that the first description of the same id was the same.
    pub(crate) fn check(
        &mut self,
        id: &str,
        description: T,
        at: &impl Locate<Handle = Handle>,
    ) -> Result<(), Violation> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert((description, at.handle()));
                Ok(())
            }
            Entry::Occupied(entry) if entry.get().0 == description => Ok(()),
            Entry::Occupied(entry) => {
                Err(Violation::new(TOLD_DIFFERENTLY).with("first", at.resolve(&entry.get().1)))
            }
        }
    }
}

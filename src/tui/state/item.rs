//! A line of a list.

use crate::snapshot::{CiteField, Snapshot};
use crate::views::map::Division;

/// A line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// A heading, by its index in the listing.
    Heading(usize),
    /// The place that the query names and no Cité covers.
    Outside,
    /// A Cité, by its index in the snapshot.
    Cite(usize),
    /// The Cités of a wave that only have its national date, by the year of the wave.
    Wave(i16),
    /// A region or a department, by its index in the snapshot.
    Area(Division, usize),
    /// A préconisation, by its index in the snapshot.
    Preconisation(usize),
    /// The snapshot as a whole.
    Snapshot,
    /// A problem of the snapshot, by its index in the report.
    Problem(usize),
    /// A difference from the file as it was before, by its index among the changes.
    Change(usize),
    /// A field of the Cités, by its index in [`CiteField::ALL`].
    Field(usize),
    /// The fields that are known of every Cité from a source.
    CompleteFields,
    /// A source, by its index in the snapshot.
    Source(usize),
}

impl Item {
    /// Returns whether the item can be selected and has a card.
    pub const fn is_selectable(self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

impl Item {
    /// Returns the item with an id: a Cité, a préconisation, a source, or a field of the
    /// Cités.
    pub fn named(id: &str, snapshot: &Snapshot) -> Option<Self> {
        let field = || CiteField::ALL.iter().position(|field| field.name() == id).map(Self::Field);
        let cite = snapshot.cites.iter().position(|cite| cite.id == id).map(Self::Cite);
        let preconisation = || snapshot.preconisations.iter().position(|item| item.id == id);
        let source = || snapshot.sources.iter().position(|source| source.id == id);
        cite.or_else(|| preconisation().map(Self::Preconisation))
            .or_else(|| source().map(Self::Source))
            .or_else(field)
    }

    /// Returns the id of the item, if it has one.
    pub fn id(self, snapshot: &Snapshot) -> Option<String> {
        match self {
            Self::Cite(index) => snapshot.cites.get(index).map(|cite| cite.id.clone()),
            Self::Preconisation(index) => snapshot.preconisations.get(index).map(|item| item.id.clone()),
            Self::Source(index) => snapshot.sources.get(index).map(|source| source.id.clone()),
            Self::Field(index) => CiteField::ALL.get(index).map(|field| field.name().to_owned()),
            Self::Heading(_)
            | Self::Outside
            | Self::Wave(_)
            | Self::Area(..)
            | Self::Snapshot
            | Self::Problem(_)
            | Self::Change(_)
            | Self::CompleteFields => None,
        }
    }
}

//! What the explorer shows first.

use jiff::civil::Date;

use crate::locale::Lang;
use crate::snapshot::{CiteField, Snapshot};
use crate::tui::state::{Item, Sorting};
use crate::views::groups::Grouping;

/// What the explorer shows first, besides the tab and what the query finds.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The order of the tab.
    pub sorting: Sorting,
    /// What is selected, unless the query leaves it out.
    pub select: Option<Item>,
    /// Whether ages are shown as lives on an axis of years.
    pub lives: bool,
    /// What the points of the map are told apart by.
    pub colouring: Option<Grouping>,
    /// Whether the keys go to the list rather than to the search bar.
    pub in_list: bool,
    /// The day that was asked for, where one was.
    pub as_of: Option<Date>,
    /// The language that was asked for, where one was.
    pub lang: Option<Lang>,
}

/// What `--tab` calls the ages as lives on an axis.
pub const LIVES: &str = "lives";

impl Item {
    /// What has this id: a Cité, a préconisation, a source, or a field of the Cités.
    pub fn named(id: &str, snapshot: &Snapshot) -> Option<Self> {
        let field = || CiteField::ALL.iter().position(|field| field.name() == id).map(Self::Field);
        let cite = snapshot.cites.iter().position(|cite| cite.id == id).map(Self::Cite);
        let preconisation = || snapshot.preconisations.iter().position(|item| item.id == id);
        let source = || snapshot.sources.iter().position(|source| source.id == id);
        cite.or_else(|| preconisation().map(Self::Preconisation))
            .or_else(|| source().map(Self::Source))
            .or_else(field)
    }

    /// Its id, where it has one.
    pub fn id(self, snapshot: &Snapshot) -> Option<String> {
        match self {
            Self::Cite(place) => snapshot.cites.get(place).map(|cite| cite.id.clone()),
            Self::Preconisation(place) => snapshot.preconisations.get(place).map(|item| item.id.clone()),
            Self::Source(place) => snapshot.sources.get(place).map(|source| source.id.clone()),
            Self::Field(place) => CiteField::ALL.get(place).map(|field| field.name().to_owned()),
            Self::Heading(_) | Self::Snapshot | Self::Problem(_) => None,
        }
    }
}

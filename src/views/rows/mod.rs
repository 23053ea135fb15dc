//! Listings with one row for each Cité and one of its parts: a quartier or a commune. A part that
//! several Cités share has a row for each of them.

pub mod commune;
pub mod qpv;
pub mod qpv_2024;

pub use commune::{CommuneColumn, CommuneRow};
pub use qpv::{QpvColumn, QpvRow};
pub use qpv_2024::{Qpv2024Column, Qpv2024Row};

use super::{Cell, Context};
use crate::snapshot::{Cite, Snapshot};
use crate::table::table;

struct KindInfo {
    name: &'static str,
}

table! {
    /// What a row of the listing of Cités stands for.
    #[derive(Default)]
    pub enum RowKind: KindInfo {
        /// A Cité.
        #[default]
        Cite = KindInfo { name: "cite" };
        /// A quartier of 2015, in a Cité.
        Qpv = KindInfo { name: "qpv" };
        /// A commune, in a Cité.
        Commune = KindInfo { name: "commune" };
        /// A quartier of 2024 that stands where a Cité's quartiers stood.
        Qpv2024 = KindInfo { name: "qpv-2024" };
    }
}

impl RowKind {
    /// Returns its name in `--rows`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }
}

/// A row for a Cité and one of its parts.
pub trait CiteRow: Sized {
    /// Returns the rows of a Cité, in the order of its parts.
    fn of_cite(cite: &Cite, snapshot: &Snapshot) -> Vec<Self>;

    /// Returns the rows of several Cités, in their order.
    fn of_cites(cites: &[&Cite], snapshot: &Snapshot) -> Vec<Self> {
        cites.iter().flat_map(|cite| Self::of_cite(cite, snapshot)).collect()
    }
}

/// Returns the cell with the label of the Cité with this id: the correct form for people, that of the
/// ANCT for programs.
fn cite_label(id: &str, context: Context<'_>) -> Cell {
    context.snapshot.cite(id).map_or(Cell::Unknown, |cite| Cell::Shown {
        text: cite.display_label().to_owned(),
        value: cite.label.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    fn count<R: CiteRow>() -> usize {
        let snapshot = embedded().expect("the embedded snapshot");
        R::of_cites(&snapshot.cites.iter().collect::<Vec<_>>(), &snapshot).len()
    }

    #[test]
    fn a_part_has_a_row_for_each_of_its_cites() {
        assert_eq!(count::<QpvRow>(), 542);
        assert_eq!(count::<CommuneRow>(), 263 + 43);
        let snapshot = embedded().expect("the embedded snapshot");
        let links: usize = snapshot.cites.iter().map(|cite| cite.qpvs_2024().len()).sum();
        assert_eq!(count::<Qpv2024Row>(), links);
    }
}

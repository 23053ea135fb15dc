//! Listings with one row for each Cité and one of its parts, such as a quartier or a commune, and with one row for
//! each of what the snapshot holds beside the Cités. A part that several Cités share has a row for each of them.

pub mod commune;
pub mod event;
pub mod evidence;
pub mod figure;
pub mod finding;
pub mod qpv;
pub mod qpv_2024;
mod row;

pub use commune::{CommuneColumn, CommuneRow};
pub use event::{EventColumn, EventRow};
pub use evidence::{EvidenceColumn, EvidenceRow};
pub use figure::{FigureColumn, FigureRow};
pub use finding::{FindingColumn, FindingRow};
pub use qpv::{QpvColumn, QpvRow};
pub use qpv_2024::{Qpv2024Column, Qpv2024Row};
pub use row::{CiteRow, SnapshotRow};

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
        /// What a source says about a field of a Cité.
        Evidence = KindInfo { name: "evidence" };
        /// A source.
        Source = KindInfo { name: "source" };
        /// A figure of the programme.
        Figure = KindInfo { name: "figure" };
        /// An event of the programme.
        Event = KindInfo { name: "event" };
        /// A finding of the evaluation.
        Finding = KindInfo { name: "finding" };
    }
}

impl RowKind {
    /// Returns its name in `--rows`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::snapshot::embedded;
    use crate::views::Context;

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

    #[test]
    fn every_statement_has_a_row() {
        let snapshot = embedded().expect("the embedded snapshot");
        let statements: usize = snapshot.cites.iter().map(|cite| cite.statements().count()).sum();
        assert_eq!(count::<EvidenceRow>(), statements);
    }

    #[test]
    fn words_find_rows_by_their_beginnings() {
        let snapshot = embedded().expect("the embedded snapshot");
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        assert_eq!(FindingRow::matching("", context).len(), snapshot.findings().len());
        assert_eq!(FigureRow::matching("", context).len(), snapshot.figures().len());
        assert_eq!(EventRow::matching("", context).len(), snapshot.timeline().len());
        let ids = |words: &str| -> Vec<String> {
            FindingRow::matching(words, context).into_iter().map(|row| row.0.id).collect()
        };
        assert_eq!(ids("INGÉNIE coordin"), ["V5"]);
        assert_eq!(ids("v5"), ["V5"]);
        assert!(ids("ngénierie").is_empty());
    }
}

//! What the rows of every kind have in common.

use crate::fold::fold_text;
use crate::locale::Lang;
use crate::snapshot::{Cite, Snapshot};
use crate::views::{Cell, Context};

/// A row for a Cité and one of its parts.
pub trait CiteRow: Sized {
    /// Returns the rows of a Cité, in the order of its parts.
    fn of_cite(cite: &Cite, snapshot: &Snapshot) -> Vec<Self>;

    /// Returns the rows of several Cités, in their order.
    fn of_cites(cites: &[&Cite], snapshot: &Snapshot) -> Vec<Self> {
        cites.iter().flat_map(|cite| Self::of_cite(cite, snapshot)).collect()
    }
}

/// A row for something that the snapshot holds beside the Cités.
pub trait SnapshotRow: Sized {
    /// Returns the rows, in the order of the snapshot.
    fn all(snapshot: &Snapshot) -> Vec<Self>;

    /// Returns the text that words are looked for in.
    fn text(&self, lang: Lang) -> String;

    /// Returns the rows whose text has all the words, or their beginnings.
    fn matching(words: &str, context: Context<'_>) -> Vec<Self> {
        let words = fold_text(words);
        let mut rows = Self::all(context.snapshot);
        rows.retain(|row| {
            let text = format!(" {}", fold_text(&row.text(context.lang)));
            words.split_whitespace().all(|word| text.contains(&format!(" {word}")))
        });
        rows
    }
}

/// Returns the cell with the label of the Cité with this id: the correct form for people, that of the
/// ANCT for programs.
pub(super) fn cite_label(id: &str, context: Context<'_>) -> Cell {
    context.snapshot.cite(id).map_or(Cell::Unknown, |cite| Cell::Shown {
        text: cite.display_label().to_owned(),
        value: cite.label.clone(),
    })
}

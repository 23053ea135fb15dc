//! The order of rows that match equally well.

use rayon::prelude::*;

use super::corpus::Corpus;
use super::facts::Facts;
use super::text_field::TextField;
use crate::snapshot::QpvFigure;

/// Returns the rank of each row among all: rows with more inhabitants in their quartiers first, then by label, then as
/// in the snapshot. Those whose inhabitants are not known come after the others.
pub(super) fn ranks(corpus: &Corpus, facts: &[Facts]) -> Vec<u32> {
    let keys = (0_u32..).zip(facts).map(|(row, facts)| {
        let figure = facts.figure(QpvFigure::Population).map(|figure| figure.value);
        let label = label(corpus, row);
        // Most labels differ in their first letters, which are compared without a look at the texts.
        let mut start = [0; 8];
        start.iter_mut().zip(label.bytes()).for_each(|(to, byte)| *to = byte);
        (figure, u64::from_be_bytes(start), row)
    });
    let mut keys: Vec<_> = keys.collect();
    keys.par_sort_unstable_by(|(population, start, row), (other_population, other_start, other_row)| {
        (other_population.cmp(population))
            .then(start.cmp(other_start))
            .then_with(|| label(corpus, *row).cmp(label(corpus, *other_row)))
            .then(row.cmp(other_row))
    });
    let mut ranks = vec![0; keys.len()];
    for (rank, (.., row)) in (0..).zip(keys) {
        if let Some(slot) = ranks.get_mut(row as usize) {
            *slot = rank;
        }
    }
    ranks
}

/// Returns the folded label of a row.
fn label(corpus: &Corpus, row: u32) -> &str {
    let mut entries = corpus.row(row as usize).iter();
    let label = entries.find(|entry| entry.field() == Some(TextField::Label));
    label.and_then(|entry| corpus.text(entry.text())).unwrap_or_default()
}

//! The index of a snapshot: its texts and facts, made ready for searching.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use std::thread;

use jiff::civil::Date;

use super::corpus::{Corpus, CorpusBuilder};
use super::facts::Facts;
use super::highlight::Highlighter;
use super::preconisation_texts::PreconisationTexts;
use super::query::Query;
use super::ranks::ranks;
use super::text_field::TextField;
use super::texts::{cite_texts, quartier_parts};
use crate::locale::{Lang, Localized};
use crate::snapshot::{Cite, Snapshot};

/// The index of a snapshot. It does not hold the snapshot.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) cites: Arc<Corpus>,
    pub(super) facts: Vec<Facts>,
    /// The rank of each Cité among those that match equally well.
    pub(super) ranks: Vec<u32>,
    /// The préconisations in each language, once they are searched.
    preconisations: Localized<OnceLock<PreconisationTexts>>,
    /// The indices of the quartiers of 2024 by their folded names and codes, once one is asked for.
    pub(super) quartiers_2024: OnceLock<HashMap<Box<str>, usize>>,
    /// The day on which ages are counted.
    pub(super) day: Date,
}

impl Index {
    /// Indexes a snapshot. Ages are counted on `day`.
    pub fn new(snapshot: &Snapshot, day: Date) -> Self {
        parse_lists(snapshot);
        let mut builder = IndexBuilder::new(snapshot);
        snapshot.cites.iter().for_each(|cite| builder.push(cite));
        builder.finish(day)
    }

    /// Returns the texts of the préconisations in a language, which are indexed when they are first needed.
    pub(super) fn preconisations(&self, snapshot: &Snapshot, lang: Lang) -> &PreconisationTexts {
        self.preconisations.get(lang).get_or_init(|| PreconisationTexts::new(snapshot, lang))
    }

    /// Indexes the préconisations in a language before they are searched.
    pub(crate) fn prepare_preconisations(&self, snapshot: &Snapshot, lang: Lang) {
        self.preconisations(snapshot, lang);
    }

    /// Returns a highlighter of what some queries match.
    pub fn highlighter<'q>(&self, queries: impl IntoIterator<Item = &'q Query>) -> Highlighter {
        Highlighter::new(queries, &self.cites)
    }

    /// Returns the number of Cités.
    pub fn len(&self) -> usize {
        self.cites.row_count()
    }

    /// Returns whether it contains no Cité.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Indexes Cités one by one, so that they need not be in memory together.
#[derive(Debug)]
pub struct IndexBuilder<'s> {
    /// The source of the names of departments and regions, and of the figures of quartiers.
    snapshot: &'s Snapshot,
    corpus: CorpusBuilder,
    facts: Vec<Facts>,
}

impl<'s> IndexBuilder<'s> {
    /// Begins an index without Cités. The names of departments and regions are those of `snapshot`.
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, corpus: CorpusBuilder::default(), facts: Vec::new() }
    }

    /// Adds a Cité.
    pub fn push(&mut self, cite: &Cite) {
        let corpus = &mut self.corpus;
        cite_texts(cite, self.snapshot, &mut |field, _, text| corpus.push(field, text));
        quartier_parts(cite, self.snapshot, &mut |part| corpus.push(TextField::QpvPart, part));
        corpus.end_row();
        self.facts.push(Facts::of(cite, self.snapshot));
    }

    /// Returns the index. Ages are counted on `day`.
    pub fn finish(self, day: Date) -> Index {
        let (cites, facts) = (self.corpus.finish(), self.facts);
        Index {
            ranks: ranks(&cites, &facts),
            cites: Arc::new(cites),
            facts,
            preconisations: Localized::from_fn(|_| OnceLock::new()),
            quartiers_2024: OnceLock::new(),
            day,
        }
    }
}

/// Parses the lists that the index needs and that the embedded snapshot parses on first access, on two threads.
fn parse_lists(snapshot: &Snapshot) {
    let parse_quartiers = || (snapshot.qpv_stats().len(), snapshot.qpvs_2024().len());
    thread::scope(|scope| {
        // Without a thread, the lists are parsed when they are needed.
        let _ = thread::Builder::new().name("quartiers".to_owned()).spawn_scoped(scope, parse_quartiers);
        for cite in &snapshot.cites {
            let _ = (cite.communes(), cite.qpvs(), cite.qpvs_2024());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;
    use crate::snapshot::embedded;

    #[test]
    fn the_entries_of_a_row_are_the_texts_of_its_cite_in_order() {
        let snapshot = embedded().expect("the snapshot");
        let index = Index::new(&snapshot, jiff::civil::date(2026, 11, 22));
        for (row, cite) in snapshot.cites.iter().enumerate() {
            let mut texts = Vec::new();
            cite_texts(cite, &snapshot, &mut |field, _, text| texts.push((Some(field), fold_text(text))));
            let text = |number| index.cites.text(number).expect("a text").to_owned();
            let entries = index.cites.row(row).iter().map(|entry| (entry.field(), text(entry.text())));
            let searched: Vec<_> = entries.filter(|(field, _)| *field != Some(TextField::QpvPart)).collect();
            assert_eq!(searched, texts, "{}", cite.id);
        }
    }
}

//! The texts of the préconisations, made ready for searching.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::corpus::{Corpus, CorpusBuilder};
use super::texts::preconisation_texts;
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::snapshot::Snapshot;

/// The texts of the préconisations in a language.
#[derive(Debug, Clone)]
pub(super) struct PreconisationTexts {
    /// The texts, a row for each préconisation.
    pub(super) corpus: Arc<Corpus>,
    /// The words of the texts by their folded form.
    pub(super) vocabulary: BTreeMap<String, String>,
}

impl PreconisationTexts {
    /// Indexes the texts of a snapshot.
    pub(super) fn new(snapshot: &Snapshot, lang: Lang) -> Self {
        let mut corpus = CorpusBuilder::default();
        let mut vocabulary = BTreeMap::new();
        for preconisation in &snapshot.preconisations {
            preconisation_texts(preconisation, lang, &mut |field, _, text| {
                corpus.push(field, text);
                for word in text.unicode_words() {
                    vocabulary.entry(fold_text(word)).or_insert_with(|| word.to_lowercase());
                }
            });
            corpus.end_row();
        }
        Self { corpus: Arc::new(corpus.finish()), vocabulary }
    }
}

//! The same query asked of the préconisations.

use super::engine::{Results, Search};
use super::field::TextField;
use super::index::Index;
use super::plan::Plan;
use super::query::{Query, QueryField, Test};
use crate::locale::Lang;
use crate::snapshot::Preconisation;

impl Index {
    /// The préconisations that match, the best first, in the texts of a language.
    ///
    /// A préconisation has no place, carrier or age: of the fields only
    /// `theme:` speaks of it. The others are passed over here, neither
    /// keeping nor dropping anything; [`Query::cite_only_fields`] names them, so
    /// that a screen can say so.
    ///
    /// ```
    /// use cites_emploi::locale::Lang;
    /// use cites_emploi::search::{Index, Query};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let hits = index.search_preconisations(&Query::parse("steering"), Lang::EN).hits;
    /// assert_eq!(snapshot.preconisations[hits[0].row()].id, "R2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search_preconisations(&self, query: &Query, lang: Lang) -> Results {
        let corpus = self.preconisations.get(lang);
        let query = query.for_preconisations();
        Search::new(corpus, &[], Plan::new(&query, corpus, self.day, None), &query).finish()
    }
}

impl Query {
    /// The fields it names that only a Cité has.
    pub fn cite_only_fields(&self) -> Vec<QueryField> {
        let mut keys = Vec::new();
        for term in self.groups().iter().flatten() {
            if let Test::Filter(key, _) = term.test
                && key != QueryField::Theme
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    fn for_preconisations(&self) -> Self {
        self.keeping(|term| matches!(term.test, Test::Free(_) | Test::Filter(QueryField::Theme, _)))
    }
}

/// Gives every text of a préconisation that is searched, with its field and its number within the field.
pub(super) fn preconisation_texts<'s>(
    preconisation: &'s Preconisation,
    lang: Lang,
    emit: &mut impl FnMut(TextField, usize, &'s str),
) {
    emit(TextField::Id, 0, &preconisation.id);
    emit(TextField::Title, 0, lang.pick(&preconisation.title_fr, &preconisation.title_en));
    emit(TextField::Text, 0, lang.pick(&preconisation.text_fr, &preconisation.text_en));
    for (number, addressee) in preconisation.addressees.iter().enumerate() {
        emit(TextField::Addressee, number, addressee);
    }
    emit(TextField::Theme, 0, &preconisation.theme);
    for (number, part) in preconisation.sub_measures.iter().enumerate() {
        emit(TextField::SubMeasure, number, lang.pick(&part.title_fr, &part.title_en));
        emit(TextField::Theme, number + 1, &part.theme);
    }
}

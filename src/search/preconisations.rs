//! The same query asked of the préconisations.

use super::engine::{Results, Search};
use super::field::Field;
use super::index::Index;
use super::plan::Plan;
use super::query::{Key, Query, Test};
use crate::locale::Lang;
use crate::snapshot::Preconisation;

impl Index {
    /// The préconisations that match, the best first, in the texts of a language.
    ///
    /// A préconisation has no place, carrier or age: of the fields only
    /// `theme:` speaks of it. The others are passed over here, neither
    /// keeping nor dropping anything; [`Query::cite_keys`] names them, so
    /// that a screen can say so.
    ///
    /// ```
    /// use cites_emploi::locale::Lang;
    /// use cites_emploi::search::{Index, Query};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let hits = index.search_preconisations(&Query::parse("steering"), Lang::En).hits;
    /// assert_eq!(snapshot.preconisations[hits[0].row()].id, "R2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search_preconisations(&self, query: &Query, lang: Lang) -> Results {
        let [french, english] = &self.preconisations;
        let corpus = match lang {
            Lang::Fr => french,
            Lang::En => english,
        };
        let query = query.for_preconisations();
        Search::new(corpus, &[], Plan::new(&query, corpus, self.day, None), &query).finish()
    }
}

impl Query {
    /// The fields it names that only a Cité has.
    pub fn cite_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for term in self.groups().iter().flatten() {
            if let Test::Filter(key, _) = term.test
                && key != Key::Theme
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    fn for_preconisations(&self) -> Self {
        self.keeping(|term| matches!(term.test, Test::Free(_) | Test::Filter(Key::Theme, _)))
    }
}

/// Gives every text of a préconisation that is searched, with its field and its number within the field.
pub(super) fn preconisation_texts<'s>(
    preconisation: &'s Preconisation,
    lang: Lang,
    emit: &mut impl FnMut(Field, usize, &'s str),
) {
    emit(Field::Id, 0, &preconisation.id);
    emit(Field::Title, 0, lang.pick(&preconisation.title_fr, &preconisation.title_en));
    emit(Field::Text, 0, lang.pick(&preconisation.text_fr, &preconisation.text_en));
    for (number, addressee) in preconisation.addressees.iter().enumerate() {
        emit(Field::Addressee, number, addressee);
    }
    emit(Field::Theme, 0, &preconisation.theme);
    for (number, part) in preconisation.sub_measures.iter().enumerate() {
        emit(Field::SubMeasure, number, lang.pick(&part.title_fr, &part.title_en));
        emit(Field::Theme, number + 1, &part.theme);
    }
}

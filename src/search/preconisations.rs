//! Searches the préconisations with the same queries.

use super::engine::{Results, Search};
use super::index::Index;
use super::plan::Plan;
use super::query::{Query, QueryField, Test};
use super::resolve::{MIN_SCATTERED, Scope, strip};
use super::text_field::TextFieldSet;
use crate::locale::Lang;

impl Index {
    /// Finds the préconisations that match in the texts of a language, the best first.
    ///
    /// A préconisation has no territory, carrier or age. Fields that it does not
    /// have are ignored; [`Query::cite_only_fields`] lists them, so that a
    /// screen can report them.
    ///
    /// ```
    /// use cites_emploi::locale::Lang;
    /// use cites_emploi::search::{Index, Query, Scope};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let hits = index.search_preconisations(&Query::parse("governance"), Lang::EN, Scope::CERTAIN).hits;
    /// assert_eq!(snapshot.preconisations[hits[0].row()].id, "R2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search_preconisations(&self, query: &Query, lang: Lang, scope: Scope) -> Results {
        let corpus = self.preconisations.get(lang);
        let query = query.for_preconisations();
        let search = |query: &Query| {
            Search::new(corpus, &[], &[], Plan::new(query, corpus, self.day, &[]), query).finish()
        };
        let words = search(&query);
        if !words.hits.is_empty() {
            return words;
        }
        if let Some(stripped) = query.without_stop_words() {
            let stripped = search(&stripped);
            if !stripped.hits.is_empty() {
                return stripped;
            }
        }
        if scope.letters { search(&query.with_scattered_letters(MIN_SCATTERED)) } else { words }
    }
}

impl Query {
    /// Lists the fields in it that a préconisation does not have.
    pub fn cite_only_fields(&self) -> Vec<QueryField> {
        let mut fields = Vec::new();
        for term in self.groups().iter().flatten() {
            if let Test::Filter(field, _) = term.test
                && !is_of_preconisations(field)
                && !fields.contains(&field)
            {
                fields.push(field);
            }
        }
        fields
    }

    /// Returns the query without stop words; `None` if it has none, or nothing else.
    fn without_stop_words(&self) -> Option<Self> {
        let is_plain = self.groups().iter().flatten().all(|term| matches!(term.test, Test::Free(_)));
        strip(self.text()).last().filter(|_| is_plain).map(|stripped| Self::parse(stripped))
    }

    fn for_preconisations(&self) -> Self {
        self.keeping(|term| match term.test {
            Test::Free(_) | Test::Named(_) | Test::UnknownField(_) => true,
            Test::Filter(field, _) => is_of_preconisations(field),
        })
    }
}

/// Returns whether a préconisation has the field too.
const fn is_of_preconisations(field: QueryField) -> bool {
    field.texts().meets(TextFieldSet::PRECONISATION)
}

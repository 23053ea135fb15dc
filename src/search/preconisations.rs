//! Searches the préconisations with the same queries.

use std::collections::BTreeMap;

use super::engine::{Results, Search};
use super::index::Index;
use super::plan::Plan;
use super::preconisation_texts::PreconisationTexts;
use super::query::{Query, QueryField, Test};
use super::resolve::{MIN_SCATTERED, Scope, least_edits, max_edits, strip};
use super::text_field::TextFieldSet;
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::snapshot::Snapshot;

impl Index {
    /// Finds the préconisations that match in the texts of a language, the best first.
    ///
    /// `snapshot` is the one that was indexed. A préconisation has no territory,
    /// carrier or age. Fields that it does not have are ignored;
    /// [`Query::cite_only_fields`] lists them, so that a screen can report them.
    ///
    /// ```
    /// use cites_emploi::locale::Lang;
    /// use cites_emploi::search::{Index, Query, Scope};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let query = Query::parse("governence");
    /// let answer = index.search_preconisations(&snapshot, &query, Lang::EN, Scope::CERTAIN);
    /// assert_eq!(snapshot.preconisations[answer.results.hits[0].row()].id, "R2");
    /// assert_eq!(answer.corrected.as_deref(), Some("governance"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search_preconisations(
        &self,
        snapshot: &Snapshot,
        query: &Query,
        lang: Lang,
        scope: Scope,
    ) -> PreconisationAnswer {
        let PreconisationTexts { corpus, vocabulary } = self.preconisations(snapshot, lang);
        let query = query.for_preconisations();
        let search = |query: &Query| {
            Search::new(corpus, &[], &[], Plan::new(query, corpus, self.day, &[]), query).finish()
        };
        let words = search(&query);
        if !words.hits.is_empty() {
            return PreconisationAnswer { results: words, corrected: None };
        }
        let stripped = query.without_stop_words();
        if let Some(stripped) = &stripped {
            let results = search(stripped);
            if !results.hits.is_empty() {
                return PreconisationAnswer { results, corrected: None };
            }
        }
        let corrections = [stripped.as_ref(), Some(&query)].into_iter().flatten();
        for corrected in corrections.filter_map(|query| corrected(query, vocabulary)) {
            let results = search(&corrected);
            if !results.hits.is_empty() {
                return PreconisationAnswer { results, corrected: Some(corrected.text().to_owned()) };
            }
        }
        let results =
            if scope.letters { search(&query.with_scattered_letters(MIN_SCATTERED)) } else { words };
        PreconisationAnswer { results, corrected: None }
    }
}

/// Replaces each word of a query that no préconisation has by the one that is most similar to it. Returns `None` if
/// every word is known, or if another word is not similar to exactly one.
fn corrected(query: &Query, vocabulary: &BTreeMap<String, String>) -> Option<Query> {
    let mut text = query.text().to_owned();
    let is_known = |typed: &str| vocabulary.keys().any(|word| word.starts_with(typed));
    // From the last one on, so that the spans before it stay right.
    for term in query.groups().iter().rev().flat_map(|group| group.iter().rev()) {
        let Test::Free(_) = term.test else { continue };
        let typed = fold_text(query.text().get(term.span.clone())?);
        if typed.split(' ').all(is_known) {
            continue;
        }
        let max_edits = max_edits(&typed)?;
        let similar = vocabulary.iter().filter_map(|(folded, word)| {
            let edits = strsim::damerau_levenshtein(&typed, folded);
            (edits <= max_edits).then(|| (edits, word.clone()))
        });
        let [nearest] = least_edits(similar).try_into().ok()?;
        text.replace_range(term.span.clone(), &nearest);
    }
    (text != query.text()).then(|| Query::parse(&text))
}

/// The préconisations that a query finds.
#[derive(Debug, Clone, Default)]
pub struct PreconisationAnswer {
    /// Those that match, the best first.
    pub results: Results,
    /// The text of the query without its slips, if these are its results.
    pub corrected: Option<String>,
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

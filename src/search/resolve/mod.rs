//! Resolves a query: what it names, the Cités that this leads to, and how surely.
//!
//! | step | what is looked for | file |
//! | --- | --- | --- |
//! | 1 | the name or the code of a place, a label, a quartier; five digits | `names.rs` |
//! | 2 | the same without words such as `mairie de` | `stop_words.rs` |
//! | 3 | a part of a name of several words | the [`Index`] |
//! | 4 | several names and words | `phrase.rs` |
//! | 5 | of several words, a name with a slip | `slips.rs` |
//! | 6 | words, and the beginnings of words | the [`Index`] |
//! | 7 | of one word, a name with a slip | `slips.rs` |
//! | 8 | initials and shortened words | `../abbreviation.rs` |
//! | 9 | letters in the order of a word, if [`Scope::letters`] | `../matcher.rs` |
//!
//! The first step that finds something decides. A name that leads to no Cité is an answer too: the place that it
//! names is [outside](Answer::outside).

mod answer;
mod names;
mod phrase;
mod place;
mod slips;
mod stop_words;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use answer::{Answer, AnswerGroup, Outside, Reading};
pub use place::Location;

use super::engine::{Results, Search};
use super::index::Index;
use super::query::{Group, MatchKind, Named, Needle, Query, Term, Test};
use super::suggest::Suggestion;
use super::text_field::{TextField, TextFieldSet};
use crate::fold::fold_text;
use crate::snapshot::Snapshot;
use names::Names;
pub(super) use slips::{least_edits, max_edits};
pub(super) use stop_words::strip;

/// The fewest letters of a word whose letters are looked for in order.
pub(super) const MIN_SCATTERED: usize = 3;
/// The most letters of an abbreviation.
const MAX_ABBREVIATION: usize = 6;

/// The fields of names that are abbreviated.
const ABBREVIATED: TextFieldSet = TextFieldSet::of(&[TextField::Label, TextField::Epci, TextField::Commune]);
/// The fields whose whole words the name of a small place does not hide.
const NOT_HIDDEN: TextFieldSet =
    TextFieldSet::of(&[TextField::Label]).or(TextFieldSet::QPV).or(TextFieldSet::of(&[TextField::QpvPart]));

/// What is looked for if nothing has the name or the words of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Whether names that have the letters of the query in order are an answer.
    pub letters: bool,
}

impl Scope {
    /// Everything: for a list that someone looks at.
    pub const LIST: Self = Self { letters: true };
    /// Only what is certain enough for one card, and for programs.
    pub const CERTAIN: Self = Self { letters: false };
}

impl Index {
    /// Resolves a query. `snapshot` is the one that was indexed.
    ///
    /// ```
    /// use cites_emploi::search::{Index, Query, Scope};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let answer = |query: &str| index.resolve(&snapshot, &Query::parse(query), Scope::CERTAIN);
    ///
    /// let first = answer("saint quentin").rows().next().expect("a Cité");
    /// assert_eq!(snapshot.cites[first].label, "Saint-Quentin");
    /// assert_eq!(answer("grand est").groups[0].results.hits.len(), 8);
    /// // Mantes-la-Jolie is in no Cité, and nothing else bears its name.
    /// let mantes = answer("mantes");
    /// assert_eq!(mantes.outside.expect("a place").name(), "Mantes-la-Jolie");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn resolve(&self, snapshot: &Snapshot, query: &Query, scope: Scope) -> Answer {
        let mut search = |query: &Query, _| Ok(self.search(query));
        let mut resolver = Resolver { index: self, snapshot, scope, search: &mut search };
        // The search never stops.
        resolver.answer(query).unwrap_or_default()
    }

    /// Resolves a query as [`resolve`](Self::resolve), faster if it resembles that of `previous`.
    ///
    /// Calls `proceed` after each step of a search, with the search if what it has found so far is worth showing.
    /// Returns `None` as soon as that returns `false`.
    pub fn resolve_after(
        &self,
        snapshot: &Snapshot,
        query: &Query,
        scope: Scope,
        previous: &Answer,
        proceed: &mut dyn FnMut(Option<&Search<'_>>) -> bool,
    ) -> Option<Answer> {
        let previous: Vec<&Results> = previous.groups.iter().map(|group| &group.results).collect();
        let mut search = |query: &Query, is_shown: bool| {
            let mut search = self.start_after(query, &previous);
            while search.step() {
                if !proceed(is_shown.then_some(&search)) {
                    return Err(Stopped);
                }
            }
            Ok(search.finish())
        };
        Resolver { index: self, snapshot, scope, search: &mut search }.answer(query).ok()
    }
}

/// A search was stopped.
struct Stopped;

struct Resolver<'a> {
    index: &'a Index,
    snapshot: &'a Snapshot,
    scope: Scope,
    /// Searches. The flag says whether what is found so far is worth showing.
    search: &'a mut dyn FnMut(&Query, bool) -> Result<Results, Stopped>,
}

impl Resolver<'_> {
    fn find(&mut self, query: &Query) -> Result<Results, Stopped> {
        (self.search)(query, false)
    }

    fn answer(&mut self, query: &Query) -> Result<Answer, Stopped> {
        let (text, filters) = self.split(query);
        let Some(text) = text else {
            let results = (self.search)(&filters, true)?;
            let mut answer = Answer::of(Reading::All, results);
            self.offer(query, &mut answer);
            return Ok(answer);
        };
        if let Some(answer) = self.name(&text, query, &filters)? {
            return Ok(answer);
        }
        let stripped = stop_words::strip(&text);
        for stripped in &stripped {
            if let Some(answer) = self.name(stripped, query, &filters)? {
                return Ok(answer);
            }
        }
        let stripped = stripped.last().map(String::as_str);
        if let Some(answer) = self.run_of_words(&text, &filters)? {
            return Ok(answer);
        }
        if let Some(answer) = self.alternatives(&text, &filters)? {
            return Ok(answer);
        }
        if let Some(answer) = self.phrase(stripped.unwrap_or(&text), &filters)? {
            return Ok(answer);
        }
        // Several words that are nearly a name are that name, rather than words of several texts.
        let mut answer = match text.contains(' ') {
            true => self.slip(stripped.unwrap_or(&text), &filters)?,
            false => Answer::default(),
        };
        if !answer.is_empty() {
            return Ok(answer);
        }
        if let Some(answer) = self.words(query, stripped, &filters)? {
            return Ok(answer);
        }
        if !text.contains(' ') {
            answer = self.slip(stripped.unwrap_or(&text), &filters)?;
        }
        if answer.is_empty() && answer.offered.is_empty() {
            answer = self.abbreviation(&text, &filters)?;
        }
        if answer.is_empty() && self.scope.letters {
            let offered = std::mem::take(&mut answer.offered);
            answer = Answer { offered, ..self.letters(query)? };
        }
        self.offer(query, &mut answer);
        Ok(answer)
    }

    /// Separates the words of a query from its other conditions. Each word of alternatives that names something
    /// becomes that.
    fn split(&mut self, query: &Query) -> (Option<String>, Query) {
        let is_plain = |group: &Group| match group.as_slice() {
            [term] => term.is_word(),
            _ => false,
        };
        let (plain, others): (Vec<&Group>, Vec<&Group>) =
            query.groups().iter().partition(|group| is_plain(group));
        let words = plain.iter().flat_map(|group| group.iter());
        let words: Vec<&str> = words.filter_map(|term| query.text().get(term.span.clone())).collect();
        let mut filters = Query::default();
        for group in others {
            let named = group.iter().map(|term| self.named_word(term, query)).collect();
            filters = filters.and(named);
        }
        ((!words.is_empty()).then(|| words.join(" ")), filters)
    }

    /// Returns what a word among alternatives names, or the term itself.
    fn named_word(&self, term: &Term, query: &Query) -> Term {
        let text = query.text().get(term.span.clone()).filter(|_| term.is_word());
        let names = text.map(|text| self.names(text)).filter(|names| names.leads(self.index));
        match names {
            Some(names) => Term { test: Test::Named(names.texts), ..term.clone() },
            None => term.clone(),
        }
    }

    /// Resolves a text that is a name as a whole. The Cités that merely bear its words follow.
    fn name(&mut self, text: &str, query: &Query, filters: &Query) -> Result<Option<Answer>, Stopped> {
        let names = self.names(text);
        let named = names.query();
        let found = self.find(&named)?;
        if found.hits.is_empty() {
            return self.outside(text, &names, query, filters);
        }
        let results = if filters.is_empty() { found } else { self.find(&names.query_with(filters))? };
        let mut answer = Answer::of(names.reading(), results);
        answer.larger_outside = names.larger_outside(self.index);
        answer.places = names.leading;
        answer.postcode = names.postcode;
        answer.only_touched = names.only_touched;
        self.add_words(&mut answer, query)?;
        Ok(Some(answer))
    }

    /// Returns the answer about a name that leads to no Cité; `None` if it names nothing.
    fn outside(
        &mut self,
        text: &str,
        names: &Names,
        query: &Query,
        filters: &Query,
    ) -> Result<Option<Answer>, Stopped> {
        let outside = names.outside().or_else(|| self.quartier_outside(text));
        let Some(outside) = outside else { return Ok(None) };
        let mut answer =
            Answer { outside: Some(outside), postcode: names.postcode.clone(), ..Answer::default() };
        if !names.hides_words() {
            let query = filters.clone().and(text_in(&fold_text(text), MatchKind::Words, NOT_HIDDEN));
            answer.push(Reading::Words, self.find(&query)?);
        }
        answer.is_outside_only = answer.is_empty();
        self.add_words(&mut answer, query)?;
        Ok(Some(answer))
    }

    /// Finds the Cités with a name that has several words as they are, one after the other.
    fn run_of_words(&mut self, text: &str, filters: &Query) -> Result<Option<Answer>, Stopped> {
        let folded = fold_text(text);
        if !folded.contains(' ') {
            return Ok(None);
        }
        let names = TextFieldSet::NAMES.or(TextFieldSet::QPV);
        let run = text_in(&folded, MatchKind::WordPrefix, names);
        let results = self.find(&filters.clone().and(run))?;
        Ok((!results.hits.is_empty()).then(|| Answer::of(Reading::Words, results)))
    }

    /// Resolves `reims ou troyes`.
    fn alternatives(&mut self, text: &str, filters: &Query) -> Result<Option<Answer>, Stopped> {
        let Some(sides) = stop_words::alternatives(text) else { return Ok(None) };
        let term = |side: &String| {
            let names = self.names(side);
            let test = if names.leads(self.index) {
                Test::Named(names.texts)
            } else {
                Test::Free(Needle::of(&fold_text(side), MatchKind::WordPrefix))
            };
            Term { negated: false, test, span: 0..0 }
        };
        let query = filters.clone().and(sides.iter().map(term).collect());
        let results = self.find(&query)?;
        Ok((!results.hits.is_empty()).then(|| Answer::of(Reading::Names(sides), results)))
    }

    /// Finds the Cités that have all words of a query, or all but the stop words.
    fn words(
        &mut self,
        query: &Query,
        stripped: Option<&str>,
        filters: &Query,
    ) -> Result<Option<Answer>, Stopped> {
        let all = (self.search)(query, true)?;
        if !all.hits.is_empty() {
            return Ok(Some(Answer::of(Reading::Words, all)));
        }
        let Some(stripped) = stripped else { return Ok(None) };
        let words = Query::parse(stripped)
            .groups()
            .iter()
            .fold(filters.clone(), |query, words| query.and(words.clone()));
        let results = self.find(&words)?;
        Ok((!results.hits.is_empty()).then(|| Answer::of(Reading::Words, results)))
    }

    /// Adds the Cités that bear the words of a query but are not in the answer yet.
    fn add_words(&mut self, answer: &mut Answer, query: &Query) -> Result<(), Stopped> {
        let mut results = self.find(query)?;
        let known: HashSet<usize> = answer.rows().collect();
        results.hits.retain(|hit| !known.contains(&hit.row()));
        answer.push(Reading::Words, results);
        Ok(())
    }

    /// Finds the names that a text abbreviates.
    fn abbreviation(&mut self, text: &str, filters: &Query) -> Result<Answer, Stopped> {
        let folded = fold_text(text);
        if !(2..=MAX_ABBREVIATION).contains(&folded.len()) || folded.contains(' ') {
            return Ok(Answer::default());
        }
        let abbreviated = text_in(&folded, MatchKind::Abbreviation, ABBREVIATED);
        let results = self.find(&filters.clone().and(abbreviated))?;
        Ok(Answer::of(Reading::Abbreviation, results))
    }

    /// Finds the names that have the letters of the words in order.
    fn letters(&mut self, query: &Query) -> Result<Answer, Stopped> {
        let scattered = query.with_scattered_letters(MIN_SCATTERED);
        let results = self.find(&scattered)?;
        Ok(Answer::of(Reading::Letters, results))
    }

    /// Offers similar names if nothing is found.
    fn offer(&self, query: &Query, answer: &mut Answer) {
        if answer.is_empty() && answer.offered.is_empty() && answer.outside.is_none() {
            answer.offered = self.index.suggestions(self.snapshot, query);
        }
    }
}

/// Creates a group of one folded text in some fields.
fn text_in(folded: &str, kind: MatchKind, fields: TextFieldSet) -> Group {
    group(Test::Named(vec![Named { needle: Needle::of(folded, kind), fields, weight: None }]))
}

/// Creates a group of one condition.
fn group(test: Test) -> Group {
    vec![Term { negated: false, test, span: 0..0 }]
}

/// Creates suggestions that replace the whole query by a name.
fn suggestions(names: impl IntoIterator<Item = String>) -> Vec<Suggestion> {
    names.into_iter().map(|name| Suggestion { query: name.clone(), name }).collect()
}

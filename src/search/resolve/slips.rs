//! Names with a slip: a letter changed, missing or doubled, or two swapped.

use super::answer::Answer;
use super::{Resolver, Stopped, suggestions};
use crate::fold::fold_text;
use crate::gazetteer::{Gazetteer, Match, Place};
use crate::search::query::Query;

/// The fewest letters of a text that may have a slip, and those from which it may have two.
const MIN_LETTERS: usize = 5;
const MIN_LETTERS_FOR_TWO: usize = 8;
/// The most similar names that are looked at, and that are offered.
const MAX_SIMILAR: usize = 40;
const MAX_OFFERED: usize = 3;

impl Resolver<'_> {
    /// Resolves the name that a text is similar to. If several are equally similar, they are offered.
    pub(super) fn slip(&mut self, text: &str, filters: &Query) -> Result<Answer, Stopped> {
        let nearest = self.nearest(text);
        let [name] = nearest.as_slice() else {
            let offered = suggestions(nearest.into_iter().take(MAX_OFFERED));
            return Ok(Answer { offered, ..Answer::default() });
        };
        let corrected =
            Query::parse(name).groups().iter().fold(filters.clone(), |all, words| all.and(words.clone()));
        let found = match self.name(name, &corrected, filters)? {
            Some(answer) => Some(answer),
            None => self.words(&corrected, None, filters)?,
        };
        Ok(found.map_or_else(Answer::default, |answer| Answer { corrected: Some(name.clone()), ..answer }))
    }

    /// Returns the names that are most similar to a text: of those that lead to a Cité, or else of all of France.
    fn nearest(&self, text: &str) -> Vec<String> {
        let folded = fold_text(text);
        let Some(max_edits) = max_edits(&folded) else { return Vec::new() };
        let similar = Gazetteer::embedded().similar(text, MAX_SIMILAR);
        let similar: Vec<(usize, &str, Place)> = similar
            .into_iter()
            .filter(|similar| usize::from(similar.edits) <= max_edits)
            .filter_map(|similar| match similar.found {
                Match::Place(place) => Some((usize::from(similar.edits), place.name(), place)),
                Match::Alias(alias) => {
                    Some((usize::from(similar.edits), alias.name(), alias.places().next()?))
                }
            })
            .collect();
        let (inside, outside): (Vec<_>, Vec<_>) =
            similar.into_iter().partition(|(.., place)| self.leads(*place));
        let inside = inside.into_iter().map(|(edits, name, _)| (edits, name.to_owned()));
        let in_cites = self.index.similar_names(self.snapshot, &folded, max_edits);
        let nearest = least_edits(in_cites.into_iter().chain(inside));
        if nearest.is_empty() {
            return least_edits(outside.into_iter().map(|(edits, name, _)| (edits, name.to_owned())));
        }
        nearest
    }
}

/// Returns how many letters of a folded text may be wrong; `None` if it is too short or has digits.
pub(in crate::search) fn max_edits(folded: &str) -> Option<usize> {
    let letters = folded.chars().filter(|letter| *letter != ' ').count();
    let has_digits = folded.chars().any(|letter| letter.is_ascii_digit());
    (letters >= MIN_LETTERS && !has_digits).then_some(if letters < MIN_LETTERS_FOR_TWO { 1 } else { 2 })
}

/// Returns the names with the fewest edits, each once however it is written.
pub(in crate::search) fn least_edits(names: impl Iterator<Item = (usize, String)>) -> Vec<String> {
    let mut names: Vec<(usize, String)> = names.collect();
    names.sort_by_key(|(edits, _)| *edits);
    let least = names.first().map(|(edits, _)| *edits);
    let mut seen = Vec::new();
    names
        .into_iter()
        .take_while(|(edits, _)| Some(*edits) == least)
        .filter(|(_, name)| {
            let folded = fold_text(name);
            let is_new = !seen.contains(&folded);
            seen.push(folded);
            is_new
        })
        .map(|(_, name)| name)
        .collect()
}

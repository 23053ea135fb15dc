//! Lookups in the map of names: whole, from their start on, and misspelled.

use std::cmp::Reverse;
use std::sync::LazyLock;

use fst::map::Stream;
use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use rustc_hash::FxHashSet;
use zerocopy::little_endian::U16;

use super::alias::Alias;
use super::embedded::{NAMES, list_at};
use super::layout::{Entry, NameValue};
use super::place::Place;

/// The longest text in letters and spaces for which similar names are looked up. The longest name has 45.
const MAX_LEN: usize = 80;

/// The edits that are allowed in a text of at least so many letters, the longest texts first. An edit is a letter
/// that is missing, added or wrong, or two letters in the wrong order.
static EDITS: LazyLock<[(usize, LevenshteinAutomatonBuilder); 2]> = LazyLock::new(|| {
    [(8, LevenshteinAutomatonBuilder::new(2, true)), (4, LevenshteinAutomatonBuilder::new(1, true))]
});

/// What a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Match {
    /// A place of this name.
    Place(Place),
    /// An alias.
    Alias(Alias),
}

impl Match {
    fn from_number(number: u16) -> Option<Self> {
        let entry = Entry::from_number(number)?;
        Place::new(entry).map(Self::Place).or_else(|| Alias::new(entry).map(Self::Alias))
    }

    /// Returns the place, or those that the alias stands for.
    pub fn places(self) -> impl Iterator<Item = Place> {
        let (place, alias) = match self {
            Self::Place(place) => (Some(place), None),
            Self::Alias(alias) => (None, Some(alias)),
        };
        place.into_iter().chain(alias.into_iter().flat_map(Alias::places))
    }

    /// Returns the name of the place, or the alias.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place(place) => place.name(),
            Self::Alias(alias) => alias.name(),
        }
    }

    /// Returns the population of the place, or of the largest place that the alias stands for.
    fn population(self) -> Option<u32> {
        self.places().filter_map(Place::population_2023).max()
    }
}

/// A name that is spelled like a typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Similar {
    /// The edits between them: letters missing, added or wrong, or two letters in the wrong order.
    pub edits: u8,
    /// What the name leads to.
    pub found: Match,
}

/// The map from keys to what they name.
pub(super) struct Names {
    /// `None` if the bytes are damaged, which tests exclude.
    map: Option<Map<&'static [u8]>>,
}

impl Names {
    pub(super) fn embedded() -> Self {
        Self { map: Map::new(NAMES).ok() }
    }

    /// Returns what has this key, in the order of the build script.
    pub(super) fn get(&self, key: &str) -> impl Iterator<Item = Match> + use<> {
        let value = self.map.as_ref().and_then(|map| map.get(key)).and_then(NameValue::from_bits);
        value.into_iter().flat_map(matches)
    }

    /// Returns what has a key with one of these starts.
    pub(super) fn starting_with(&self, starts: Vec<String>) -> StartingWith<'_> {
        StartingWith {
            map: self.map.as_ref(),
            starts: starts.into_iter(),
            stream: None,
            pending: Vec::new(),
            seen: FxHashSet::default(),
        }
    }

    /// Returns what has a key like one of these, with its edits. The same match may be repeated.
    pub(super) fn similar(&self, keys: &[String]) -> Vec<Similar> {
        let mut similar = Vec::new();
        let Some(map) = &self.map else { return similar };
        for key in keys.iter().filter(|key| key.chars().count() <= MAX_LEN) {
            let letters = key.chars().filter(|letter| *letter != ' ').count();
            let Some((_, builder)) = EDITS.iter().find(|(least, _)| letters >= *least) else { continue };
            let automaton = builder.build_dfa(key);
            let mut stream = map.search(&automaton).into_stream();
            while let Some((name, value)) = stream.next() {
                let Distance::Exact(edits) = automaton.eval(name) else { continue };
                let found = NameValue::from_bits(value).into_iter().flat_map(matches);
                similar.extend(found.map(|found| Similar { edits, found }));
            }
        }
        similar
    }
}

/// Returns what a value of the map leads to.
fn matches(value: NameValue) -> impl Iterator<Item = Match> {
    let (one, list): (Option<u16>, &[U16]) = match value {
        NameValue::One(number) => (Some(number), &[]),
        NameValue::List(start) => (None, list_at(start)),
    };
    one.into_iter().chain(list.iter().map(|number| number.get())).filter_map(Match::from_number)
}

/// Returns the largest places, the largest first. Those of unknown population are last.
pub(super) fn largest(mut matches: Vec<Match>, limit: usize) -> Vec<Match> {
    matches.sort_by_cached_key(|found| Reverse(found.population()));
    matches.truncate(limit);
    matches
}

/// Returns the most similar names, each match once. Of equally similar ones, the largest place is first.
pub(super) fn most_similar(mut similar: Vec<Similar>, limit: usize) -> Vec<Similar> {
    similar.sort_by_cached_key(|similar| (similar.edits, Reverse(similar.found.population())));
    let mut seen = FxHashSet::default();
    similar.retain(|similar| seen.insert(similar.found));
    similar.truncate(limit);
    similar
}

/// The matches of a text that is still being typed, in the order of their keys, each once. They are read from the
/// map one by one.
pub struct StartingWith<'a> {
    map: Option<&'a Map<&'static [u8]>>,
    /// The starts that have not been looked up yet.
    starts: std::vec::IntoIter<String>,
    /// The keys from a start on.
    stream: Option<(String, Stream<'a>)>,
    /// The matches of the last key, the first one last.
    pending: Vec<Match>,
    seen: FxHashSet<Match>,
}

impl Iterator for StartingWith<'_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            while let Some(found) = self.pending.pop() {
                if self.seen.insert(found) {
                    return Some(found);
                }
            }
            if let Some((start, stream)) = &mut self.stream
                && let Some((_, value)) = stream.next().filter(|(key, _)| key.starts_with(start.as_bytes()))
            {
                self.pending.extend(NameValue::from_bits(value).into_iter().flat_map(matches));
                self.pending.reverse();
                continue;
            }
            let start = self.starts.next()?;
            let stream = self.map?.range().ge(&start).into_stream();
            self.stream = Some((start, stream));
        }
    }
}

//! The places of France: communes, arrondissements, former communes, EPCIs, departments and regions.
//!
//! The tables of `data/france` are in the program, in a form that is read in place. Names are found regardless of
//! case, accents and hyphens, without their article, and in the usual short forms; see `key.rs`.
//!
//! ```
//! use cites_emploi::gazetteer::Gazetteer;
//!
//! let gazetteer = Gazetteer::embedded();
//! let havre = gazetteer.find("havre (le)")[0].places().next().expect("a commune");
//! assert_eq!((havre.name(), havre.code()), ("Le Havre", "76351"));
//! assert_eq!(havre.department().expect("a department").name(), "Seine-Maritime");
//! // Unknown values are absent; nothing stands in for them.
//! assert_eq!(havre.ept(), None);
//! ```

mod alias;
mod change;
mod embedded;
mod key;
#[allow(dead_code, reason = "the build script writes what is read here")]
mod layout;
mod names;
mod place;
mod qualified;
mod readings;

use std::sync::LazyLock;

pub use alias::Alias;
pub use change::CommuneChange;
pub use layout::{AliasKind, EpciType, PlaceKind};
pub use names::{Match, Similar, StartingWith};
pub use place::{Place, Point};

use embedded::{communes, departments, epcis, list, postcodes, regions, text};
use layout::Entry;
use names::{Names, largest, most_similar};

/// The gazetteer in the program.
pub struct Gazetteer {
    names: Names,
}

impl Gazetteer {
    /// Returns the gazetteer. The first call reads the first and the last bytes of the map of names.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer { names: Names::embedded() });
        &EMBEDDED
    }

    /// Returns the commune, arrondissement or former commune with an INSEE code.
    pub fn commune(&self, insee: &str) -> Option<Place> {
        let found = communes().binary_search_by(|record| record.code.as_slice().cmp(insee.as_bytes()));
        place(Entry::Commune, found)
    }

    /// Returns the EPCI or EPT with a SIREN.
    pub fn epci(&self, siren: &str) -> Option<Place> {
        let found = epcis().binary_search_by(|record| record.code.as_slice().cmp(siren.as_bytes()));
        place(Entry::Epci, found)
    }

    /// Returns the department with a code, such as `2A`.
    pub fn department(&self, code: &str) -> Option<Place> {
        place(Entry::Department, departments().binary_search_by(|record| text(record.code).cmp(code)))
    }

    /// Returns the region with a code.
    pub fn region(&self, code: &str) -> Option<Place> {
        place(Entry::Region, regions().binary_search_by(|record| text(record.code).cmp(code)))
    }

    /// Returns all places with a code, written with small letters or blanks too: `2a004`, `200 054 781`. A department
    /// and a region may have the same one.
    pub fn with_code(&self, code: &str) -> impl Iterator<Item = Place> + use<> {
        let mut code = code.to_uppercase();
        code.retain(|character| !character.is_whitespace());
        let found = [self.commune(&code), self.epci(&code), self.department(&code), self.region(&code)];
        found.into_iter().flatten()
    }

    /// Returns the places with a postcode: first arrondissements, then communes of today, the largest first, then
    /// former communes.
    pub fn with_postcode(&self, postcode: &str) -> impl Iterator<Item = Place> + use<> {
        let found = postcodes().binary_search_by(|record| record.code.as_slice().cmp(postcode.as_bytes()));
        let record = found.ok().and_then(|index| postcodes().get(index));
        let indexes = record.map(|record| list(record.communes)).unwrap_or_default();
        indexes.iter().filter_map(|index| Place::new(Entry::Commune(index.get())))
    }

    /// Returns everything of a name: first what has exactly this name, then what is also called so. In both, communes
    /// are first, then EPCIs, departments, regions, former communes and aliases, and of one kind the largest is first.
    ///
    /// If there is nothing of this name, a part of the text may say where the place is: `Saint-Denis 93200`,
    /// `Saint-Denis (974)`, `Saint-Denis Réunion`.
    pub fn find(&self, name: &str) -> Vec<Match> {
        let readings = readings::readings(name);
        let named = readings.iter().map(|reading| self.names.get(reading).collect::<Vec<_>>());
        named.into_iter().find(|found| !found.is_empty()).unwrap_or_else(|| self.find_qualified(&readings))
    }

    /// Returns everything whose name starts with a text that is still being typed, in alphabetical order.
    ///
    /// ```
    /// use cites_emploi::gazetteer::Gazetteer;
    ///
    /// let mut found = Gazetteer::embedded().starting_with("st-étienne-du-r");
    /// assert_eq!(found.next().expect("a commune").name(), "Saint-Étienne-du-Rouvray");
    /// assert_eq!(found.next(), None);
    /// ```
    pub fn starting_with(&self, text: &str) -> StartingWith<'_> {
        self.names.starting_with(readings::readings_of_start(text))
    }

    /// Returns everything whose name starts with these words and goes on with others, in alphabetical order.
    ///
    /// ```
    /// use cites_emploi::gazetteer::Gazetteer;
    ///
    /// let mut found = Gazetteer::embedded().going_on_after("mantes la");
    /// assert_eq!(found.next().expect("a commune").name(), "Mantes-la-Jolie");
    /// assert_eq!(Gazetteer::embedded().going_on_after("mantes la jo").next(), None);
    /// ```
    pub fn going_on_after(&self, words: &str) -> StartingWith<'_> {
        let starts = readings::readings(words).into_iter().map(|reading| format!("{reading} "));
        self.names.starting_with(starts.collect())
    }

    /// Returns places whose name starts with a text that is still being typed: first those of exactly this name, as
    /// [`find`](Self::find) returns them, then the largest ones.
    pub fn complete(&self, text: &str, limit: usize) -> Vec<Match> {
        let readings = readings::readings(text);
        let mut matches: Vec<Match> = readings.iter().flat_map(|reading| self.names.get(reading)).collect();
        let longer = self.starting_with(text).filter(|found| !matches.contains(found)).collect();
        matches.extend(largest(longer, limit));
        matches.truncate(limit);
        matches
    }

    /// Returns what has a name like a misspelled one, the most similar first, and of equally similar ones the
    /// largest first.
    ///
    /// Names from four letters on may have one edit, those from eight on two.
    ///
    /// ```
    /// use cites_emploi::gazetteer::Gazetteer;
    ///
    /// let similar = Gazetteer::embedded().similar("bordaeux", 1);
    /// assert_eq!(similar[0].found.name(), "Bordeaux");
    /// assert_eq!(similar[0].edits, 1);
    /// ```
    pub fn similar(&self, name: &str, limit: usize) -> Vec<Similar> {
        most_similar(self.names.similar(&readings::readings(name)), limit)
    }

    /// Returns the communes that became part of another one.
    pub fn changes(&self) -> impl Iterator<Item = CommuneChange> + use<> {
        CommuneChange::all()
    }

    /// Returns what became of the commune that had an INSEE code.
    pub fn change(&self, old_code: &str) -> Option<CommuneChange> {
        self.changes().find(|change| change.old_code() == old_code)
    }
}

/// Returns the place of a search in a table.
fn place(entry: fn(u16) -> Entry, found: Result<usize, usize>) -> Option<Place> {
    let index = u16::try_from(found.ok()?).ok()?;
    Place::new(entry(index))
}

#[cfg(test)]
mod tests;

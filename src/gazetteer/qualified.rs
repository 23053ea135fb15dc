//! Names with a part that says where the place is: `Saint-Denis 93200`.

use super::Gazetteer;
use super::names::Match;
use super::place::Place;

/// The most words that say where a place is: `Provence-Alpes-Côte d'Azur`.
const MAX_WORDS: usize = 5;

/// Where a place is.
enum Qualifier<'a> {
    Postcode(&'a str),
    /// In one of these.
    Areas(Vec<Place>),
}

impl Qualifier<'_> {
    fn allows(&self, place: Place) -> bool {
        match self {
            Self::Postcode(postcode) => place.postcodes().any(|other| other == *postcode),
            Self::Areas(areas) => areas.iter().any(|area| place != *area && place.is_in(*area)),
        }
    }
}

impl Gazetteer {
    /// Returns the places whose name is the start or the end of a reading, if the rest says where they are.
    pub(super) fn find_qualified(&self, readings: &[String]) -> Vec<Match> {
        for reading in readings {
            let words: Vec<&str> = reading.split(' ').collect();
            for count in 1..words.len().min(MAX_WORDS + 1) {
                let (start, last) = words.split_at(words.len() - count);
                let (first, end) = words.split_at(count);
                for (name, place) in [(start, last), (end, first)] {
                    let found = self.find_in(&name.join(" "), &place.join(" "));
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
        }
        Vec::new()
    }

    fn find_in(&self, name: &str, place: &str) -> Vec<Match> {
        let qualifier = self.qualifier(place);
        let places = self.names.get(name).filter_map(|found| match found {
            Match::Place(place) => Some(place).filter(|place| qualifier.allows(*place)),
            Match::Alias(_) => None,
        });
        places.map(Match::Place).collect()
    }

    /// Returns where a place is, by the key of a postcode, of the code of a department, or of a name.
    fn qualifier<'a>(&self, key: &'a str) -> Qualifier<'a> {
        if self.with_postcode(key).next().is_some() {
            return Qualifier::Postcode(key);
        }
        match self.department(&key.to_uppercase()) {
            Some(department) => Qualifier::Areas(vec![department]),
            None => Qualifier::Areas(self.names.get(key).flat_map(Match::places).collect()),
        }
    }
}

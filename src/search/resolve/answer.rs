//! What a query was resolved to.

use crate::gazetteer::{Place, Point};
use crate::search::engine::Results;
use crate::search::query::Query;
use crate::search::suggest::Suggestion;
use crate::snapshot::Qpv2024;

/// One part in this many of the best score separates it from those that are nearly as good.
const RUNNER_UP_DISTANCE: u32 = 4;

/// What a query was resolved to: groups of Cités, or a place outside.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The Cités, what is surest first. No Cité is in two groups, and none of the groups is empty.
    pub groups: Vec<AnswerGroup>,
    /// What the query names, if no Cité covers it.
    pub outside: Option<Outside>,
    /// A larger place of the same name, if no Cité covers it although Cités bear its name.
    pub larger_outside: Option<Place>,
    /// The communes and EPCIs that the query names and Cités cover.
    pub places: Vec<Place>,
    /// The communes of the postcode that the query is.
    pub postcode: Vec<Place>,
    /// The name that the query was taken for, if it has a slip.
    pub corrected: Option<String>,
    /// Similar names, if nothing was found.
    pub offered: Vec<Suggestion>,
    /// The commune that the query names, if Cités only touch it by a shared quartier.
    pub only_touched: Option<Place>,
    /// Whether a place outside is the whole answer, and Cités in the groups merely bear its name.
    pub is_outside_only: bool,
}

/// Cités that were found in the same way.
#[derive(Debug, Clone)]
pub struct AnswerGroup {
    /// How the query was read.
    pub reading: Reading,
    /// The Cités, and the query that finds them.
    pub results: Results,
}

/// How a query was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// As conditions only.
    All,
    /// As the name of a region or a department.
    Territory(Place),
    /// As the name of anything else.
    Name(String),
    /// As several names and words.
    Names(Vec<String>),
    /// As words.
    Words,
    /// As initials or a shortened word.
    Abbreviation,
    /// As letters in the order of a word.
    Letters,
}

impl Reading {
    /// Returns its name in `answer` of a JSON document.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::All => "conditions",
            Self::Territory(_) => "territory",
            Self::Name(_) => "name",
            Self::Names(_) => "names",
            Self::Words => "words",
            Self::Abbreviation => "abbreviation",
            Self::Letters => "letters",
        }
    }

    /// Returns whether the Cités do not bear the query in full.
    pub const fn is_guess(&self) -> bool {
        matches!(self, Self::Abbreviation | Self::Letters)
    }

    /// Returns whether the Cités are surely those that are meant.
    pub const fn is_certain(&self) -> bool {
        matches!(self, Self::All | Self::Territory(_) | Self::Name(_) | Self::Names(_))
    }
}

/// Something that no Cité covers.
#[derive(Debug, Clone, PartialEq)]
pub enum Outside {
    /// A place of France.
    Place(Place),
    /// A quartier prioritaire of 2024.
    Quartier(Qpv2024),
}

impl Outside {
    /// Returns its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Place(place) => place.name(),
            Self::Quartier(quartier) => &quartier.name,
        }
    }

    /// Returns its code.
    pub fn code(&self) -> &str {
        match self {
            Self::Place(place) => place.code(),
            Self::Quartier(quartier) => &quartier.code,
        }
    }

    /// Returns whether it is a commune or a part of one.
    pub fn is_commune(&self) -> bool {
        matches!(self, Self::Place(place) if place.commune().is_some())
    }

    /// Returns the point that distances are measured from: of a larger place, the middle of its communes.
    pub fn point(&self) -> Option<Point> {
        let Self::Place(place) = self else { return None };
        place.point().or_else(|| middle(place.communes().filter_map(Place::point)))
    }
}

/// Returns the mean of some points.
fn middle(points: impl Iterator<Item = Point>) -> Option<Point> {
    let (count, lat, lon) = points
        .fold((0.0, 0.0, 0.0), |(count, lat, lon), point| (count + 1.0, lat + point.lat, lon + point.lon));
    (count > 0.0).then(|| Point { lat: lat / count, lon: lon / count })
}

impl Answer {
    /// Creates an answer of one group; without any if nothing was found.
    pub(super) fn of(reading: Reading, results: Results) -> Self {
        let mut answer = Self::default();
        answer.push(reading, results);
        answer
    }

    /// Creates the answer to a query without conditions.
    pub fn all(rows: usize, query: Query) -> Self {
        Self::of(Reading::All, Results::all(rows, query))
    }

    /// Creates an answer of what a search has found so far.
    pub fn partial(results: Results) -> Self {
        Self::of(Reading::Words, results)
    }

    pub(super) fn push(&mut self, reading: Reading, results: Results) {
        if !results.hits.is_empty() {
            self.groups.push(AnswerGroup { reading, results });
        }
    }

    /// Returns whether no Cité was found.
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns the group that answers the query. The others merely bear its words.
    pub fn answering(&self) -> Option<&AnswerGroup> {
        self.groups.first().filter(|_| !self.is_outside_only)
    }

    /// Returns the number of Cités that merely bear the words of the query.
    pub fn elsewhere(&self) -> usize {
        let others = self.groups.iter().skip(usize::from(!self.is_outside_only));
        others.map(|group| group.results.hits.len()).sum()
    }

    /// Returns the indices in the snapshot of the Cités that answer the query, the best first.
    pub fn answering_rows(&self) -> impl ExactSizeIterator<Item = usize> {
        self.answering().map_or(&[][..], |group| &group.results.hits).iter().map(|hit| hit.row())
    }

    /// Returns the indices in the snapshot of all Cités, those of the first group first.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| &group.results.hits).map(|hit| hit.row())
    }

    /// Returns the best Cité, and those of its group that are as good or nearly as good.
    pub fn best(&self) -> Option<(usize, Vec<usize>)> {
        let group = self.answering()?;
        let (best, others) = group.results.hits.split_first()?;
        let near =
            |score: u32| group.reading.is_certain() || score >= best.score - best.score / RUNNER_UP_DISTANCE;
        let others = others.iter().take_while(|hit| near(hit.score)).map(|hit| hit.row());
        Some((best.row(), others.collect()))
    }

    /// Returns the queries that find its groups.
    pub fn queries(&self) -> impl Iterator<Item = &Query> {
        self.groups.iter().map(|group| group.results.query())
    }
}

//! The Cités nearest to a place.

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{self, Card};
use super::cites::CiteColumn;
use super::{Align, Cell, Column, Context, SortKey};
use crate::gazetteer::Point;
use crate::locale::Lang;
use crate::search::{Location, Outside};
use crate::snapshot::{Cite, Snapshot};
use crate::t;

/// Mean radius of the Earth (IUGG), in kilometres.
const EARTH_RADIUS: f64 = 6371.0088;

/// A Cité and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Nearby {
    /// Kilometres along the great circle to the middle of its communes,
    /// weighted by their populations: see [`Cite::center`].
    pub distance_km: f64,
    /// The Cité.
    #[serde(flatten)]
    pub cite: Cite,
}

/// Lists every Cité whose position is known by its distance from `[longitude, latitude]` in WGS 84
/// degrees, the nearest first.
///
/// ```
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::near::nearby;
///
/// let snapshot = embedded()?;
/// let nearest = nearby(&snapshot, [-1.68, 48.11]);
/// assert_eq!(nearest[0].cite.label, "Rennes Métropole");
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
pub fn nearby(snapshot: &Snapshot, from: [f64; 2]) -> Vec<Nearby> {
    let distance = |cite: &Cite| {
        cite.center().map(|center| Nearby { distance_km: distance_km(from, center), cite: cite.clone() })
    };
    let mut nearby: Vec<Nearby> = snapshot.cites.iter().filter_map(distance).collect();
    nearby.sort_by(|a, b| a.distance_km.total_cmp(&b.distance_km));
    nearby
}

/// A place that distances are from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// Its name.
    pub name: String,
    /// Its position: `[longitude, latitude]`.
    pub point: [f64; 2],
    /// The index of the Cité that it is, which is not its own neighbour.
    pub cite: Option<usize>,
}

impl Origin {
    /// Returns the middle of a Cité, by its index, if its position is known.
    pub fn of_cite(cite: usize, context: Context<'_>) -> Option<Self> {
        let of = context.snapshot.cites.get(cite)?;
        Some(Self { name: of.display_label().to_owned(), point: of.center()?, cite: Some(cite) })
    }

    /// Returns a place that no Cité covers, if its position is known.
    pub fn of_outside(outside: &Outside) -> Option<Self> {
        let Point { lat, lon } = outside.point()?;
        Some(Self { name: format!("{} ({})", outside.name(), outside.code()), point: [lon, lat], cite: None })
    }

    /// Returns the place that a text was found to name, if its position is known.
    pub fn of(location: &Location<'_>, context: Context<'_>) -> Option<Self> {
        match location {
            Location::Point(point) => {
                let [lon, lat] = point;
                Some(Self { name: format!("{lat}, {lon}"), point: *point, cite: None })
            }
            Location::OutOfRange => None,
            Location::Outside(outside) => Self::of_outside(outside),
            Location::Cite(answer) => Self::of_cite(answer.best()?.0, context),
            Location::Commune { commune, .. } => Some(Self {
                name: format!("{} ({})", commune.name, commune.insee),
                point: [commune.lon, commune.lat],
                cite: None,
            }),
        }
    }
}

/// A Cité of a snapshot, by its index, and how far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// The index of the Cité in the snapshot.
    pub cite: usize,
    /// The distance to its middle, in kilometres.
    pub km: f64,
}

impl Distance {
    /// Returns the distance in words: `15 km`.
    pub fn text(self, lang: Lang) -> String {
        t!(lang, "kilometres", number = self.km)
    }
}

/// Returns the nearest Cités to `[longitude, latitude]` that are at most so far, the nearest first.
pub fn nearest(snapshot: &Snapshot, from: [f64; 2], limit: usize, max_km: f64) -> Vec<Distance> {
    let cites = snapshot.cites.iter().enumerate();
    let distances =
        cites.filter_map(|(cite, of)| Some(Distance { cite, km: distance_km(from, of.center()?) }));
    let mut nearest: Vec<Distance> = Vec::with_capacity(limit + 1);
    for distance in distances.filter(|distance| distance.km <= max_km) {
        let at = nearest.partition_point(|near| near.km <= distance.km);
        if at < limit {
            nearest.insert(at, distance);
            nearest.truncate(limit);
        }
    }
    nearest
}

/// Returns the great-circle distance in kilometres between two points, each `[longitude, latitude]`
/// in degrees, by the haversine formula.
pub fn distance_km([lon_a, lat_a]: [f64; 2], [lon_b, lat_b]: [f64; 2]) -> f64 {
    let half_chord = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half_chord(lon_a, lon_b);
    2.0 * EARTH_RADIUS * (half_chord(lat_a, lat_b) + across).sqrt().min(1.0).asin()
}

/// Returns the card of the Cité.
pub fn card(row: &Nearby, context: Context<'_>) -> Card {
    let card = card::cite(&row.cite, context);
    let distance = NearColumn::Distance.text(row, context);
    Card { subtitle: format!("{distance} · {}", card.subtitle), ..card }
}

/// A column of the listing of the nearest Cités.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NearColumn {
    /// The distance.
    Distance,
    /// A column of the Cité.
    Cite(CiteColumn),
}

impl NearColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[
        Self::Distance,
        Self::Cite(CiteColumn::Label),
        Self::Cite(CiteColumn::Department),
        Self::Cite(CiteColumn::Region),
        Self::Cite(CiteColumn::Carrier),
        Self::Cite(CiteColumn::Id),
    ];
}

impl Column for NearColumn {
    type Row = Nearby;

    const ALL: &'static [Self] = &[
        Self::Distance,
        Self::Cite(CiteColumn::Id),
        Self::Cite(CiteColumn::Label),
        Self::Cite(CiteColumn::Department),
        Self::Cite(CiteColumn::Region),
        Self::Cite(CiteColumn::Scale),
        Self::Cite(CiteColumn::Wave),
        Self::Cite(CiteColumn::Age),
        Self::Cite(CiteColumn::Carrier),
        Self::Cite(CiteColumn::CarrierType),
        Self::Cite(CiteColumn::Evidence),
        Self::Cite(CiteColumn::Population),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Distance => "distance",
            Self::Cite(column) => column.name(),
        }
    }

    fn cell(self, row: &Nearby, context: Context<'_>) -> Cell {
        match self {
            Self::Distance => Cell::Measure {
                number: row.distance_km,
                decimals: 1,
                text: t!(context.lang, "kilometres", number = row.distance_km),
            },
            Self::Cite(column) => column.cell(&row.cite, context),
        }
    }

    fn key(self, row: &Nearby, context: Context<'_>) -> SortKey {
        match self {
            Self::Distance => self.cell(row, context).sort_key(),
            Self::Cite(column) => column.key(&row.cite, context),
        }
    }

    fn align(self) -> Align {
        match self {
            Self::Distance => Align::Right,
            Self::Cite(column) => column.align(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_great_circle() {
        let paris = [2.3522, 48.8566];
        for (place, expected) in
            [([2.3522, 48.8566], 0.0), ([5.3698, 43.2965], 660.5), ([55.4504, -20.8789], 9364.7)]
        {
            let found = distance_km(paris, place);
            assert!((found - expected).abs() < 1.0, "{place:?}: {found}");
            assert!((found - distance_km(place, paris)).abs() < 1e-9);
        }
        let half = distance_km([0.0, 0.0], [180.0, 0.0]);
        assert!((half - EARTH_RADIUS * std::f64::consts::PI).abs() < 1e-6, "{half}");
    }
}

//! The geometry of the map: the positions of the Cités, and the moves by arrow key.

mod direction;
mod placed_point;
mod projection;
mod viewport;

use super::groups::Grouping;
use crate::search::QueryField;
use crate::snapshot::{Department, Region, Snapshot};

use direction::{Position, nearest_in_direction};

pub use direction::Direction;
pub use placed_point::{PlacedPoint, place_points, point_at};
pub use projection::Projection;
pub use viewport::{Bounds, CellDots, DotBounds, GridPosition, GridSize, Viewport, Zoom};

/// Units of a [`Position`] in a degree: each is about a tenth of a metre.
const UNITS_PER_DEGREE: f64 = 1e6;

/// The groupings that the points can be coloured by, in the order of the key that cycles through them.
pub const COLOURINGS: [Grouping; 4] = [
    Grouping::Field(QueryField::Wave),
    Grouping::Field(QueryField::CarrierType),
    Grouping::Field(QueryField::Evidence),
    Grouping::Field(QueryField::Age),
];

/// The positions of all Cités and the outlines around them.
#[derive(Debug, Clone, PartialEq)]
pub struct MapGeometry {
    /// The projections with something to show, in the order of [`Projection::ALL`].
    pub insets: Vec<Inset>,
    /// A point for each Cité on the map, in the order of the Cités.
    pub points: Vec<Point>,
    /// Indices in the snapshot of the Cités that are in no projection: those without
    /// communes, and those of territories without a projection.
    pub elsewhere: Vec<usize>,
}

/// The outlines in one projection.
#[derive(Debug, Clone, PartialEq)]
pub struct Inset {
    /// The projection.
    pub projection: Projection,
    /// The outlines of regions: closed rings of positions on its plane, in degrees of latitude.
    pub regions: Vec<Vec<[f64; 2]>>,
    /// Those of departments, which are worth showing in a detail only.
    pub departments: Vec<Vec<[f64; 2]>>,
    /// The rectangle around the outlines and the points.
    pub bounds: Bounds,
}

/// A Cité on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Its index in the snapshot.
    pub cite: usize,
    /// The projection it belongs to.
    pub projection: Projection,
    /// Its `[longitude, latitude]` in degrees.
    pub center: [f64; 2],
}

impl Point {
    /// Returns its position on the plane of `projection`, if that shows it. The
    /// mainland also shows what its blow-up shows.
    pub fn on(&self, projection: Projection) -> Option<[f64; 2]> {
        let shown = self.projection == projection
            || (self.projection == Projection::IleDeFrance && projection == Projection::Metropole);
        shown.then(|| projection.project(self.center))
    }
}

impl MapGeometry {
    /// Computes the geometry of a snapshot.
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut points = Vec::new();
        let mut elsewhere = Vec::new();
        for (index, cite) in snapshot.cites.iter().enumerate() {
            match (Projection::of(cite), cite.center().filter(|center| is_on_earth(*center))) {
                (Some(projection), Some(center)) => points.push(Point { cite: index, projection, center }),
                _ => elsewhere.push(index),
            }
        }
        let insets =
            Projection::ALL.into_iter().filter_map(|projection| Inset::new(projection, snapshot, &points));
        Self { insets: insets.collect(), points, elsewhere }
    }

    /// Returns the point of the Cité at this index of the snapshot.
    pub fn point(&self, cite: usize) -> Option<&Point> {
        let index = self.points.binary_search_by_key(&cite, |point| point.cite).ok()?;
        self.points.get(index)
    }

    /// Returns the inset of a projection, if it has something to show.
    pub fn inset(&self, projection: Projection) -> Option<&Inset> {
        self.insets.iter().find(|inset| inset.projection == projection)
    }

    /// Prepares the moves by arrow key from the Cité `from` to the Cités of `listed` that are on
    /// the map. Cités are indices in the snapshot.
    pub fn neighbours(&self, listed: &[usize], from: usize) -> Neighbours {
        let points: Vec<&Point> = listed.iter().filter_map(|cite| self.point(*cite)).collect();
        Neighbours {
            start: points.iter().position(|point| point.cite == from),
            positions: points.iter().map(|point| self.position(point)).collect(),
            cites: points.iter().map(|point| point.cite).collect(),
        }
    }

    /// Returns the position of a point for the arrow keys: on the mainland, with
    /// Île-de-France where it is, or in a row of the overseas insets to the south.
    fn position(&self, point: &Point) -> Position {
        let overseas = Projection::OVERSEAS.into_iter().position(|projection| projection == point.projection);
        let [x, y] = match (overseas, self.inset(Projection::Metropole), self.inset(point.projection)) {
            (Some(column), Some(mainland), Some(own)) => own.in_row(column, point, &mainland.bounds),
            (Some(_), ..) => point.projection.project(point.center),
            (None, ..) => Projection::Metropole.project(point.center),
        };
        Position { x: (x * UNITS_PER_DEGREE) as i32, y: (-y * UNITS_PER_DEGREE) as i32 }
    }
}

/// The listed Cités on the map, as the arrow keys lead from one to another.
#[derive(Debug)]
pub struct Neighbours {
    cites: Vec<usize>,
    positions: Vec<Position>,
    /// The index of the Cité that the arrow keys start from, if it is one of them.
    start: Option<usize>,
}

impl Neighbours {
    /// Returns the Cité that an arrow key leads to: the first one if none is the start.
    pub fn towards(&self, direction: Direction) -> Option<usize> {
        let index = match self.start {
            Some(start) => nearest_in_direction(&self.positions, start, direction)?,
            None => 0,
        };
        self.cites.get(index).copied()
    }
}

impl Inset {
    fn new(projection: Projection, snapshot: &Snapshot, points: &[Point]) -> Option<Self> {
        let regions = snapshot.regions.iter().filter(|region| projection.shows(&region.code));
        let regions = projected(projection, regions.flat_map(Region::outline));
        let departments =
            snapshot.departments.iter().filter(|department| projection.shows(&department.region));
        let departments = projected(projection, departments.flat_map(Department::outline));
        let positions = points.iter().filter_map(|point| point.on(projection));
        let outlines = regions.iter().chain(&departments).flatten().copied();
        let bounds = Bounds::around(outlines.chain(positions))?;
        Some(Self { projection, regions, departments, bounds })
    }

    /// Returns the outlines to show: those of departments in a detail, as far as they are known, and else
    /// those of regions.
    pub fn outlines(&self, is_detail: bool) -> &[Vec<[f64; 2]>] {
        if is_detail && !self.departments.is_empty() { &self.departments } else { &self.regions }
    }

    /// Returns the position of a point of this overseas inset, which is at `column` (from 0) of
    /// a row below the mainland.
    fn in_row(&self, column: usize, point: &Point, mainland: &Bounds) -> [f64; 2] {
        let [width, _] = mainland.size();
        let slot = width / Projection::OVERSEAS.len() as f64;
        let middle = [mainland.min()[0] + (column as f64 + 0.5) * slot, mainland.min()[1] - slot];
        let [x, y] = point.projection.project(point.center);
        let [from_x, from_y] = self.bounds.centre();
        // Nine tenths of the slot, so that insets stay apart.
        let [across, up] = self.bounds.size();
        let scale = 0.9 * slot / across.max(up).max(f64::MIN_POSITIVE);
        let shift = |offset: f64| if offset == 0.0 { 0.0 } else { offset * scale };
        [middle[0] + shift(x - from_x), middle[1] + shift(y - from_y)]
    }
}

/// Projects the rings that are on Earth.
fn projected<'a>(
    projection: Projection,
    rings: impl Iterator<Item = &'a Vec<[f64; 2]>>,
) -> Vec<Vec<[f64; 2]>> {
    let rings = rings.filter(|ring| ring.iter().copied().all(is_on_earth));
    rings.map(|ring| ring.iter().map(|point| projection.project(*point)).collect()).collect()
}

fn is_on_earth([lon, lat]: [f64; 2]) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}

#[cfg(test)]
mod tests;

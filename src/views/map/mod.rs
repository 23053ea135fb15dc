//! The geometry of the map: the positions of the Cités, and the moves by arrow key.

mod area_stats;
mod choropleth;
mod classes;
mod direction;
mod fill;
mod placed_point;
mod projection;
mod tiles;
mod viewport;

use super::groups::Grouping;
use crate::search::QueryField;
use crate::snapshot::Snapshot;

use direction::{Position, nearest_in_direction};

pub use area_stats::area_stats;
pub use choropleth::{AreaValue, Choropleth, Division, Measure, card as area_card};
pub use classes::{Class, SHADES};
pub use direction::Direction;
pub use fill::{CellRun, cell_count, fill, label_position};
pub use placed_point::{PlacedPoint, place_points, point_at};
pub use projection::Projection;
pub use tiles::{COLUMNS as TILE_COLUMNS, Tile, tiles};
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

/// What colours the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colouring {
    /// The points, by a grouping of the Cités.
    Points(Grouping),
    /// The areas, by a measure of their Cités.
    Areas(Measure),
}

impl Colouring {
    /// Lists everything that can colour the map.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        COLOURINGS.into_iter().map(Self::Points).chain(Measure::ALL.into_iter().map(Self::Areas))
    }

    /// Returns its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Points(grouping) => grouping.name(),
            Self::Areas(measure) => measure.name(),
        }
    }
}

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
    /// A point for each area on the map, in the order of [`Division::ALL`].
    area_points: [Vec<Point>; Division::ALL.len()],
}

/// The outlines in one projection.
#[derive(Debug, Clone, PartialEq)]
pub struct Inset {
    /// The projection.
    pub projection: Projection,
    /// The shapes of areas, in the order of [`Division::ALL`].
    shapes: [Vec<Shape>; Division::ALL.len()],
    /// The rectangle around the outlines and the points.
    pub bounds: Bounds,
}

/// The shape of a region or a department.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its index in the snapshot.
    pub area: usize,
    /// Its outline: closed rings of positions on the plane of its inset, in degrees of latitude.
    pub rings: Vec<Vec<[f64; 2]>>,
}

/// A Cité on the map, or the middle of an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Its index in the snapshot.
    pub index: usize,
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
                (Some(projection), Some(center)) => points.push(Point { index, projection, center }),
                _ => elsewhere.push(index),
            }
        }
        let insets =
            Projection::ALL.into_iter().filter_map(|projection| Inset::new(projection, snapshot, &points));
        let area_points = Division::ALL.map(|division| area_points(division, snapshot));
        Self { insets: insets.collect(), points, elsewhere, area_points }
    }

    /// Returns the middle of an area, by its index in the snapshot.
    pub fn area_point(&self, division: Division, area: usize) -> Option<&Point> {
        self.area_points(division).iter().find(|point| point.index == area)
    }

    fn area_points(&self, division: Division) -> &[Point] {
        self.area_points.get(division as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the point of the Cité at this index of the snapshot.
    pub fn point(&self, cite: usize) -> Option<&Point> {
        let index = self.points.binary_search_by_key(&cite, |point| point.index).ok()?;
        self.points.get(index)
    }

    /// Returns the inset of a projection, if it has something to show.
    pub fn inset(&self, projection: Projection) -> Option<&Inset> {
        self.insets.iter().find(|inset| inset.projection == projection)
    }

    /// Prepares the moves by arrow key from the Cité `from` to the Cités of `listed` that are on
    /// the map. Cités are indices in the snapshot.
    pub fn neighbours(&self, listed: &[usize], from: usize) -> Neighbours {
        let points = listed.iter().filter_map(|cite| self.point(*cite));
        Neighbours::new(points.map(|point| (point.index, self.position(point))), from)
    }

    /// Prepares the moves by arrow key from the area `from` to the others of its division. Areas are indices in the snapshot.
    pub fn area_neighbours(&self, division: Division, from: usize) -> Neighbours {
        let points = self.area_points(division).iter();
        Neighbours::new(points.map(|point| (point.index, self.position(point))), from)
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

/// What is on the map, Cités or areas, as the arrow keys lead from one to another.
#[derive(Debug)]
pub struct Neighbours {
    /// Indices in the snapshot.
    indices: Vec<usize>,
    positions: Vec<Position>,
    /// The position in the list of the one that the arrow keys start from, if it is one of them.
    start: Option<usize>,
}

impl Neighbours {
    fn new(places: impl IntoIterator<Item = (usize, Position)>, from: usize) -> Self {
        let (indices, positions): (Vec<usize>, Vec<Position>) = places.into_iter().unzip();
        Self { start: indices.iter().position(|index| *index == from), indices, positions }
    }

    /// Prepares the moves by arrow key from the tile of the region `from`.
    pub fn of_tiles(tiles: &[Tile<'_>], from: usize) -> Self {
        let position = |tile: &Tile<'_>| Position { x: tile.column.into(), y: tile.row.into() };
        Self::new(tiles.iter().map(|tile| (tile.region, position(tile))), from)
    }

    /// Returns the index of what an arrow key leads to: of the first one if none is the start.
    pub fn towards(&self, direction: Direction) -> Option<usize> {
        let index = match self.start {
            Some(start) => nearest_in_direction(&self.positions, start, direction)?,
            None => 0,
        };
        self.indices.get(index).copied()
    }
}

impl Inset {
    fn new(projection: Projection, snapshot: &Snapshot, points: &[Point]) -> Option<Self> {
        let shapes = Division::ALL.map(|division| shapes(division, projection, snapshot));
        let positions = points.iter().filter_map(|point| point.on(projection));
        let outlines = shapes.iter().flatten().flat_map(|shape| &shape.rings).flatten().copied();
        let bounds = Bounds::around(outlines.chain(positions))?;
        Some(Self { projection, shapes, bounds })
    }

    /// Returns the shapes of the areas of a division.
    pub fn shapes(&self, division: Division) -> &[Shape] {
        self.shapes.get(division as usize).map(Vec::as_slice).unwrap_or_default()
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

/// Projects the outlines of areas. Rings that are not on Earth are left out.
fn shapes(division: Division, projection: Projection, snapshot: &Snapshot) -> Vec<Shape> {
    let areas = division.areas(snapshot).into_iter().enumerate();
    let shapes = areas.filter(|(_, area)| projection.shows(area.region)).map(|(index, area)| {
        let rings = area.outline.iter().filter(|ring| ring.iter().copied().all(is_on_earth));
        let project = |ring: &Vec<[f64; 2]>| ring.iter().map(|point| projection.project(*point)).collect();
        Shape { area: index, rings: rings.map(project).collect() }
    });
    shapes.filter(|shape| !shape.rings.is_empty()).collect()
}

/// Returns the middles of the largest parts of areas.
fn area_points(division: Division, snapshot: &Snapshot) -> Vec<Point> {
    let areas = division.areas(snapshot).into_iter().enumerate();
    let points = areas.filter_map(|(index, area)| {
        let rings = area.outline.iter().filter(|ring| ring.iter().copied().all(is_on_earth));
        let bounds = rings.filter_map(|ring| Bounds::around(ring.iter().copied()));
        let extent = |bounds: &Bounds| bounds.size().into_iter().product::<f64>();
        let largest = bounds.max_by(|one, other| extent(one).total_cmp(&extent(other)))?;
        Some(Point { index, projection: Projection::of_region(area.region)?, center: largest.centre() })
    });
    points.collect()
}

fn is_on_earth([lon, lat]: [f64; 2]) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}

#[cfg(test)]
mod tests;

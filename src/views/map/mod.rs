//! The map: which Cité lies where, in which frame, and where the arrows lead. Positions are data here; nothing is drawn.

mod arrows;
mod frame;
mod placing;
mod window;

use super::groups::Grouping;
use crate::search::QueryField;
use crate::snapshot::Snapshot;

pub use arrows::{Direction, Place, nearest_in_direction};
pub use frame::Frame;
pub use placing::{Placed, at, place};
pub use window::{Bounds, Window, Zoom};

/// Steps of the sheet that arrows walk on, in one degree: about a tenth of a metre.
const STEPS: f64 = 1e6;

/// What the points can be told apart by, in the order in which one cycles through it.
pub const COLOURINGS: [Grouping; 4] = [
    Grouping::Field(QueryField::Wave),
    Grouping::Field(QueryField::CarrierType),
    Grouping::Field(QueryField::Evidence),
    Grouping::Field(QueryField::Age),
];

/// Every Cité in its place, and the outlines around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Atlas {
    /// The frames that have something to show, in the order of [`Frame::ALL`].
    pub sheets: Vec<Sheet>,
    /// A point a Cité, in the order of the Cités.
    pub points: Vec<Point>,
    /// Places in the snapshot of the Cités that are in no frame: those without
    /// communes, and those of territories without a frame.
    pub elsewhere: Vec<usize>,
}

/// What lies in one frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The frame.
    pub frame: Frame,
    /// Closed rings of places on the flat frame.
    pub outlines: Vec<Vec<[f64; 2]>>,
    /// The rectangle around all of it.
    pub bounds: Bounds,
}

/// A Cité on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Its place in the snapshot.
    pub cite: usize,
    /// The frame it belongs to.
    pub frame: Frame,
    /// Longitude and latitude.
    pub center: [f64; 2],
}

impl Point {
    /// Where it lies on the flat `frame`, if that frame shows it: the mainland
    /// shows what its blow-up shows.
    pub fn on(&self, frame: Frame) -> Option<[f64; 2]> {
        let shown = self.frame == frame || (self.frame == Frame::IleDeFrance && frame == Frame::Metropole);
        shown.then(|| frame.project(self.center))
    }
}

impl Atlas {
    /// The atlas of a snapshot.
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut points = Vec::new();
        let mut elsewhere = Vec::new();
        for (place, cite) in snapshot.cites.iter().enumerate() {
            match (Frame::of(cite), cite.center().filter(|center| is_on_earth(*center))) {
                (Some(frame), Some(center)) => points.push(Point { cite: place, frame, center }),
                _ => elsewhere.push(place),
            }
        }
        let sheets = Frame::ALL.into_iter().filter_map(|frame| Sheet::new(frame, snapshot, &points));
        Self { sheets: sheets.collect(), points, elsewhere }
    }

    /// The point of the Cité in this place of the snapshot.
    pub fn point(&self, cite: usize) -> Option<&Point> {
        let place = self.points.binary_search_by_key(&cite, |point| point.cite).ok()?;
        self.points.get(place)
    }

    /// What lies in a frame.
    pub fn sheet(&self, frame: Frame) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.frame == frame)
    }

    /// The Cité that an arrow leads to from the Cité `from`, among the Cités
    /// of `listed` that are on the map. Where `from` is not one of those, the
    /// first that is.
    pub fn neighbour(&self, listed: &[usize], from: usize, direction: Direction) -> Option<usize> {
        let points: Vec<&Point> = listed.iter().filter_map(|cite| self.point(*cite)).collect();
        let Some(start) = points.iter().position(|point| point.cite == from) else {
            return points.first().map(|point| point.cite);
        };
        let places: Vec<Place> = points.iter().map(|point| self.walk(point)).collect();
        let next = nearest_in_direction(&places, start, direction)?;
        points.get(next).map(|point| point.cite)
    }

    /// Where a point lies on the sheet that arrows walk on: the mainland with
    /// Île-de-France in its true place, and the overseas frames in a row to the south.
    fn walk(&self, point: &Point) -> Place {
        let overseas = Frame::OVERSEAS.into_iter().position(|frame| frame == point.frame);
        let [x, y] = match (overseas, self.sheet(Frame::Metropole), self.sheet(point.frame)) {
            (Some(column), Some(mainland), Some(own)) => own.in_row(column, point, &mainland.bounds),
            (Some(_), ..) => point.frame.project(point.center),
            (None, ..) => Frame::Metropole.project(point.center),
        };
        Place { x: (x * STEPS) as i32, y: (-y * STEPS) as i32 }
    }
}

impl Sheet {
    fn new(frame: Frame, snapshot: &Snapshot, points: &[Point]) -> Option<Self> {
        let rings =
            snapshot.regions.iter().filter(|region| frame.shows(region)).flat_map(|region| region.outline());
        let rings = rings.filter(|ring| ring.iter().copied().all(is_on_earth));
        let outlines: Vec<Vec<[f64; 2]>> =
            rings.map(|ring| ring.iter().map(|place| frame.project(*place)).collect()).collect();
        let places = points.iter().filter_map(|point| point.on(frame));
        let bounds = Bounds::around(outlines.iter().flatten().copied().chain(places))?;
        Some(Self { frame, outlines, bounds })
    }

    /// Where a point of this overseas frame lies on the sheet of the arrows,
    /// when the frame is the nth of a row under the mainland.
    fn in_row(&self, column: usize, point: &Point, mainland: &Bounds) -> [f64; 2] {
        let [width, _] = mainland.size();
        let slot = width / Frame::OVERSEAS.len() as f64;
        let middle = [mainland.min()[0] + (column as f64 + 0.5) * slot, mainland.min()[1] - slot];
        let [x, y] = point.frame.project(point.center);
        let [from_x, from_y] = self.bounds.centre();
        // Nine tenths of the slot, so that frames stay apart.
        let [across, up] = self.bounds.size();
        let scale = 0.9 * slot / across.max(up).max(f64::MIN_POSITIVE);
        let shift = |offset: f64| if offset == 0.0 { 0.0 } else { offset * scale };
        [middle[0] + shift(x - from_x), middle[1] + shift(y - from_y)]
    }
}

fn is_on_earth([lon, lat]: [f64; 2]) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}

#[cfg(test)]
mod tests;

//! The state of the map, besides the listed Cités.

use std::cell::OnceCell;

use crate::snapshot::Snapshot;
use crate::views::groups::Grouping;
use crate::views::map::{COLOURINGS, MapGeometry, Zoom};

/// The colours, the zoom and the geometry of the map.
#[derive(Debug, Clone)]
pub struct MapState {
    /// The grouping that colours the points.
    pub colouring: Grouping,
    /// The magnification of the map.
    pub zoom: Zoom,
    /// The geometry of the snapshot, computed when the map is first shown.
    geometry: OnceCell<MapGeometry>,
}

impl Default for MapState {
    fn default() -> Self {
        Self { colouring: COLOURINGS[0], zoom: Zoom::FIT, geometry: OnceCell::new() }
    }
}

impl MapState {
    /// Colours the points by the next grouping; by the first one after the last.
    pub fn next_colouring(&mut self) {
        let rest = COLOURINGS.iter().skip_while(|known| **known != self.colouring).skip(1);
        self.colouring = rest.chain(&COLOURINGS).next().copied().unwrap_or(self.colouring);
    }

    /// Drops the geometry, since another snapshot is explored.
    pub fn reset_geometry(&mut self) {
        self.geometry = OnceCell::new();
    }

    /// Returns the geometry of the snapshot.
    pub fn geometry(&self, snapshot: &Snapshot) -> &MapGeometry {
        self.geometry.get_or_init(|| MapGeometry::new(snapshot))
    }
}

/// A change of how close the map is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoomStep {
    /// In, around the selected Cité.
    Closer,
    /// Out.
    Farther,
    /// So that all points are visible.
    Fit,
}

impl ZoomStep {
    /// Returns the zoom after this step.
    pub fn from(self, zoom: Zoom) -> Zoom {
        match self {
            Self::Closer => zoom.closer(),
            Self::Farther => zoom.farther(),
            Self::Fit => Zoom::FIT,
        }
    }
}

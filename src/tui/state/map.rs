//! The state of the map, besides the listed Cités.

use std::cell::OnceCell;

use crate::snapshot::Snapshot;
use crate::tui::state::MapView;
use crate::views::groups::Grouping;
use crate::views::map::{COLOURINGS, MapGeometry, Measure, Zoom};

/// The colours, the zoom and the geometry of the map.
#[derive(Debug, Clone)]
pub struct MapState {
    /// What it shows, once that is chosen.
    pub view: Option<MapView>,
    /// The grouping that colours the points.
    pub colouring: Grouping,
    /// The measure that areas are filled by.
    pub measure: Measure,
    /// The magnification of the map.
    pub zoom: Zoom,
    /// The geometry of the snapshot, computed when the map is first shown.
    geometry: OnceCell<MapGeometry>,
}

impl Default for MapState {
    fn default() -> Self {
        Self {
            view: None,
            colouring: COLOURINGS[0],
            measure: Measure::ALL[0],
            zoom: Zoom::FIT,
            geometry: OnceCell::new(),
        }
    }
}

impl MapState {
    /// Colours the points by the next grouping; by the first one after the last.
    pub fn next_colouring(&mut self) {
        let rest = COLOURINGS.iter().skip_while(|known| **known != self.colouring).skip(1);
        self.colouring = rest.chain(&COLOURINGS).next().copied().unwrap_or(self.colouring);
    }

    /// Fills areas by the next measure; by the first one after the last.
    pub fn next_measure(&mut self) {
        let rest = Measure::ALL.iter().skip_while(|known| **known != self.measure).skip(1);
        self.measure = rest.chain(&Measure::ALL).next().copied().unwrap_or(self.measure);
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

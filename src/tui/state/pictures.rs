//! What the pictures remember: the map, the lives of the Cités, the overview.

use std::cell::OnceCell;

use crate::snapshot::Snapshot;
use crate::views::groups::Grouping;
use crate::views::map::{Atlas, COLOURINGS, Zoom};

/// What the pictures remember.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// What the points of the map are told apart by.
    pub colouring: Grouping,
    /// How close the map is looked at.
    pub zoom: Zoom,
    /// Whether ages are shown as lives on an axis of years.
    pub lives: bool,
    /// Whether the list has the place of the card as long as it has the keys.
    pub list_alone: bool,
    /// How many lines the overview is moved up.
    pub page_scroll: usize,
    /// The map of the snapshot, once it was shown.
    atlas: OnceCell<Atlas>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            colouring: COLOURINGS[0],
            zoom: Zoom::FIT,
            lives: false,
            list_alone: false,
            page_scroll: 0,
            atlas: OnceCell::new(),
        }
    }
}

impl Pictures {
    /// Tells the points apart by something else, after the last by the first again.
    pub fn next_colouring(&mut self) {
        let rest = COLOURINGS.iter().skip_while(|known| **known != self.colouring).skip(1);
        self.colouring = rest.chain(&COLOURINGS).next().copied().unwrap_or(self.colouring);
    }

    /// Forgets the map: there is another snapshot.
    pub fn forget_atlas(&mut self) {
        self.atlas = OnceCell::new();
    }

    /// The map of the snapshot.
    pub fn atlas(&self, snapshot: &Snapshot) -> &Atlas {
        self.atlas.get_or_init(|| Atlas::new(snapshot))
    }
}

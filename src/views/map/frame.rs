//! The parts of the country that are drawn by themselves, each flattened
//! along a parallel of its own.

use crate::snapshot::{Cite, Region};
use crate::t;
use crate::views::Context;

/// A part of the country with a projection of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frame {
    /// The mainland and Corsica.
    Metropole,
    /// Île-de-France blown up, since a quarter of the Cités crowd there.
    IleDeFrance,
    /// Guadeloupe.
    Guadeloupe,
    /// Martinique.
    Martinique,
    /// Guyane.
    Guyane,
    /// La Réunion.
    Reunion,
    /// Mayotte.
    Mayotte,
}

impl Frame {
    /// Every frame: the mainland, its blow-up, then the overseas regions from west to east.
    pub const ALL: [Self; 7] = [
        Self::Metropole,
        Self::IleDeFrance,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::Reunion,
        Self::Mayotte,
    ];

    /// The overseas regions, from west to east.
    pub const OVERSEAS: [Self; 5] =
        [Self::Guadeloupe, Self::Martinique, Self::Guyane, Self::Reunion, Self::Mayotte];

    /// The frame that shows a Cité: that of its first region which has one.
    /// `None` for a Cité without communes or in a territory without a frame.
    pub fn of(cite: &Cite) -> Option<Self> {
        cite.regions().into_iter().find_map(Self::of_region)
    }

    /// The frame that shows the region with this INSEE code. Codes of three
    /// digits are overseas collectivities, which no Cité was labelled in.
    fn of_region(code: &str) -> Option<Self> {
        let own = Self::ALL.into_iter().find(|frame| frame.region() == Some(code));
        own.or_else(|| (code.len() == 2 && code > "06").then_some(Self::Metropole))
    }

    /// INSEE code of the region it shows; the mainland has many.
    const fn region(self) -> Option<&'static str> {
        match self {
            Self::Metropole => None,
            Self::IleDeFrance => Some("11"),
            Self::Guadeloupe => Some("01"),
            Self::Martinique => Some("02"),
            Self::Guyane => Some("03"),
            Self::Reunion => Some("04"),
            Self::Mayotte => Some("06"),
        }
    }

    /// Whether the outline of this region is part of it. The mainland has
    /// that of Île-de-France too.
    pub(super) fn shows(self, region: &Region) -> bool {
        let home = Self::of_region(&region.code);
        home == Some(self) || (self == Self::Metropole && home == Some(Self::IleDeFrance))
    }

    /// The parallel along which proportions are true, in degrees.
    const fn parallel(self) -> f64 {
        match self {
            Self::Metropole => 46.5,
            Self::IleDeFrance => 48.7,
            Self::Guadeloupe => 16.2,
            Self::Martinique => 14.6,
            Self::Guyane => 4.0,
            Self::Reunion => -21.1,
            Self::Mayotte => -12.8,
        }
    }

    /// Longitude and latitude as a place on the flat frame: to the east and to
    /// the north, in degrees of latitude (equirectangular projection).
    pub fn project(self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [lon * self.parallel().to_radians().cos(), lat]
    }

    /// Longitude and latitude of a place on the flat frame.
    pub fn unproject(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x / self.parallel().to_radians().cos(), y]
    }

    /// Its name.
    pub fn title(self, context: Context<'_>) -> String {
        let region =
            self.region().map(|code| context.snapshot.region(code).map_or(code, |region| &region.name));
        region.map_or_else(|| t!(context.lang, "map-metropole"), str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_are_true_along_the_parallel_of_the_frame() {
        let [west, south] = Frame::Metropole.project([2.0, 46.0]);
        let [east, north] = Frame::Metropole.project([3.0, 47.0]);
        // A degree of longitude at 46.5° north is 76.6 km, one of latitude 111.2 km.
        assert!(((east - west) / (north - south) - 76.6 / 111.2).abs() < 0.001);
    }

    #[test]
    fn regions_have_the_frame_they_lie_in() {
        for (code, frame) in [
            ("11", Some(Frame::IleDeFrance)),
            ("94", Some(Frame::Metropole)),
            ("84", Some(Frame::Metropole)),
            ("04", Some(Frame::Reunion)),
            ("06", Some(Frame::Mayotte)),
            ("978", None),
            ("05", None),
            ("", None),
        ] {
            assert_eq!(Frame::of_region(code), frame, "{code}");
        }
    }
}

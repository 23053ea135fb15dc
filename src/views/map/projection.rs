//! The parts of the country with a projection of their own.

use crate::snapshot::Cite;
use crate::t;
use crate::table::table;
use crate::views::Context;

struct Row {
    /// INSEE code of the region that is shown; `None` for the mainland, which has many.
    region: Option<&'static str>,
    /// The parallel along which proportions are true, in degrees.
    parallel: f64,
}

table! {
    /// A part of the country with a projection of its own: the mainland, its
    /// blow-up, then the overseas regions from west to east.
    pub enum Projection: Row {
        /// The mainland and Corsica.
        Metropole = Row { region: None, parallel: 46.5 };
        /// Île-de-France blown up, since a quarter of the Cités are crowded there.
        IleDeFrance = Row { region: Some("11"), parallel: 48.7 };
        /// Guadeloupe.
        Guadeloupe = Row { region: Some("01"), parallel: 16.2 };
        /// Martinique.
        Martinique = Row { region: Some("02"), parallel: 14.6 };
        /// Guyane.
        Guyane = Row { region: Some("03"), parallel: 4.0 };
        /// La Réunion.
        Reunion = Row { region: Some("04"), parallel: -21.1 };
        /// Mayotte.
        Mayotte = Row { region: Some("06"), parallel: -12.8 };
    }
}

impl Projection {
    /// The overseas regions, from west to east.
    pub const OVERSEAS: [Self; 5] =
        [Self::Guadeloupe, Self::Martinique, Self::Guyane, Self::Reunion, Self::Mayotte];

    /// Returns the projection that shows a Cité: that of the first of its
    /// regions that has one. `None` for a Cité without communes or in a
    /// territory without a projection.
    pub fn of(cite: &Cite) -> Option<Self> {
        cite.regions().into_iter().find_map(Self::of_region)
    }

    /// Returns the projection that shows the region with this INSEE code. Codes
    /// of three digits are overseas collectivities, where no Cité was labelled.
    pub(super) fn of_region(code: &str) -> Option<Self> {
        let own = Self::ALL.into_iter().find(|projection| projection.row().region == Some(code));
        own.or_else(|| (code.len() == 2 && code > "06").then_some(Self::Metropole))
    }

    /// Returns whether it shows the outlines in the region with this code. The mainland also shows those
    /// of Île-de-France.
    pub(super) fn shows(self, region: &str) -> bool {
        let home = Self::of_region(region);
        home == Some(self) || (self == Self::Metropole && home == Some(Self::IleDeFrance))
    }

    /// Projects `[longitude, latitude]` in degrees to the plane: to the east and
    /// to the north, in degrees of latitude (equirectangular projection).
    pub fn project(self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [lon * self.row().parallel.to_radians().cos(), lat]
    }

    /// Returns `[longitude, latitude]` in degrees of a position on the plane.
    pub fn unproject(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x / self.row().parallel.to_radians().cos(), y]
    }

    /// Returns its name.
    pub fn title(self, context: Context<'_>) -> String {
        let region =
            self.row().region.map(|code| context.snapshot.region(code).map_or(code, |region| &region.name));
        region.map_or_else(|| t!(context.lang, "map-metropole"), str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_are_true_along_the_parallel_of_the_frame() {
        let [west, south] = Projection::Metropole.project([2.0, 46.0]);
        let [east, north] = Projection::Metropole.project([3.0, 47.0]);
        // A degree of longitude at 46.5° north is 76.6 km, one of latitude 111.2 km.
        assert!(((east - west) / (north - south) - 76.6 / 111.2).abs() < 0.001);
    }

    #[test]
    fn regions_have_the_frame_they_lie_in() {
        for (code, projection) in [
            ("11", Some(Projection::IleDeFrance)),
            ("94", Some(Projection::Metropole)),
            ("84", Some(Projection::Metropole)),
            ("04", Some(Projection::Reunion)),
            ("06", Some(Projection::Mayotte)),
            ("978", None),
            ("05", None),
            ("", None),
        ] {
            assert_eq!(Projection::of_region(code), projection, "{code}");
        }
    }
}

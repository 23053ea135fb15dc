//! What the name of a place means as the value of a field: `region:paca`, `dep:9-3`, `epci:mel`.

use super::needle::{MatchKind, Named, Needle};
use crate::fold::fold_text;
use crate::gazetteer::{Gazetteer, Match, Place, PlaceKind};
use crate::search::text_field::{TextField, TextFieldSet};

/// Finds the regions of a name or a number, and the departments of a former region.
pub(super) fn in_region(text: &str) -> Vec<Named> {
    let number = Gazetteer::embedded().region(text.trim());
    let places = number.map_or_else(|| named(text), |region| vec![region]);
    let territories = places.into_iter().filter_map(|place| match place.kind() {
        PlaceKind::Region => Some(exact(place.name(), TextField::Region)),
        PlaceKind::Department => Some(exact(place.code(), TextField::DepartmentCode)),
        _ => None,
    });
    territories.collect()
}

/// Finds the departments of a name.
pub(super) fn in_department(text: &str) -> Vec<Named> {
    let departments = named(text).into_iter().filter(|place| place.kind() == PlaceKind::Department);
    departments.map(|place| exact(place.code(), TextField::DepartmentCode)).collect()
}

/// Finds the EPCIs and EPTs of a name or a SIREN.
pub(super) fn in_epci(text: &str) -> Vec<Named> {
    let is_epci = |place: &Place| matches!(place.kind(), PlaceKind::Epci | PlaceKind::Ept);
    let epcis = named(text).into_iter().filter(is_epci);
    epcis.map(|place| exact(place.code(), TextField::EpciCode)).collect()
}

/// Returns the places of a name, in which underscores and hyphens are blanks.
fn named(text: &str) -> Vec<Place> {
    let found = Gazetteer::embedded().find(&text.replace('_', " "));
    found.into_iter().flat_map(Match::places).collect()
}

fn exact(text: &str, field: TextField) -> Named {
    let needle = Needle::of(&fold_text(text), MatchKind::Exact);
    Named { needle, fields: TextFieldSet::of(&[field]), weight: None }
}

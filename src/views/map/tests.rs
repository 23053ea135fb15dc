use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::snapshot::embedded;

fn place_of(snapshot: &Snapshot, label: &str) -> usize {
    snapshot.cites.iter().position(|cite| cite.label.contains(label)).unwrap()
}

/// Returns the Cités among `listed` that the arrow keys reach from `start`.
fn reached(geometry: &MapGeometry, listed: &[usize], start: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        if seen.insert(at) {
            let neighbours = geometry.neighbours(listed, at);
            open.extend(Direction::ALL.into_iter().filter_map(|way| neighbours.towards(way)));
        }
    }
    seen
}

#[test]
fn every_cite_has_its_frame() {
    let snapshot = embedded().unwrap();
    let geometry = MapGeometry::new(&snapshot);
    assert_eq!(geometry.elsewhere, Vec::<usize>::new());
    let counts = Projection::ALL
        .map(|projection| geometry.points.iter().filter(|point| point.projection == projection).count());
    assert_eq!(counts, [60, 21, 1, 1, 0, 1, 0]);
    assert_eq!(
        geometry.insets.len(),
        Projection::ALL.len(),
        "projections without a Cité are shown by their outline"
    );
}

#[test]
fn cites_outside_of_the_map_are_listed_and_no_arrow_leads_to_them() {
    let mut snapshot = embedded().unwrap();
    snapshot.cites[0].communes.clear();
    for commune in snapshot.cites[1].communes.iter_mut() {
        commune.lat = 1e300;
    }
    for commune in snapshot.cites[2].communes.iter_mut() {
        commune.region = "987".into();
    }
    let geometry = MapGeometry::new(&snapshot);
    assert_eq!(geometry.elsewhere, [0, 1, 2]);
    let listed: Vec<usize> = (0..84).collect();
    assert_eq!(
        geometry.neighbours(&listed, 0).towards(Direction::Up),
        Some(3),
        "from nowhere to the first on the map"
    );
    assert_eq!(reached(&geometry, &listed, 3).len(), 81);
}

#[test]
fn without_outlines_the_points_make_the_map() {
    let mut snapshot = embedded().unwrap();
    for region in &mut snapshot.regions {
        region.outline.clear();
    }
    for department in &mut snapshot.departments {
        department.outline.clear();
    }
    let geometry = MapGeometry::new(&snapshot);
    assert_eq!(geometry.points.len(), 84);
    assert!(geometry.inset(Projection::Mayotte).is_none(), "nothing is known of it");
    let listed: Vec<usize> = (0..84).collect();
    assert_eq!(reached(&geometry, &listed, 0).len(), 84);
}

#[test]
fn arrows_lead_from_frame_to_frame() {
    let snapshot = embedded().unwrap();
    let geometry = MapGeometry::new(&snapshot);
    let listed: Vec<usize> = (0..84).collect();
    for (from, direction, to) in [
        ("Dreux", Direction::Right, "Saint Quentin en Yvelines"),
        ("Saint Quentin en Yvelines", Direction::Left, "Dreux"),
        ("Fort-de-France", Direction::Left, "CAP Excellence"),
        ("CAP Excellence", Direction::Right, "Fort-de-France"),
        ("Fort-de-France", Direction::Right, "Saint-Louis"),
        ("Narbonne", Direction::Down, "Fort-de-France"),
        ("Saint-Louis", Direction::Up, "La Seyne"),
    ] {
        let next = geometry.neighbours(&listed, place_of(&snapshot, from)).towards(direction);
        let next = next.map(|cite| snapshot.cites[cite].label.as_str());
        assert!(next.is_some_and(|label| label.contains(to)), "{from} {direction:?}: {next:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_arrows_reach_every_listed_cite(listed in prop::collection::btree_set(0usize..84, 1..84)) {
        let snapshot = embedded().unwrap();
        let geometry = MapGeometry::new(&snapshot);
        let listed: Vec<usize> = listed.into_iter().collect();
        for start in listed.iter().take(5) {
            prop_assert_eq!(reached(&geometry, &listed, *start).len(), listed.len());
        }
    }
}

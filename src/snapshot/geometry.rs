//! Points and outlines on the globe, in WGS 84 degrees: `[longitude, latitude]`.

/// The length of a degree of latitude, in kilometres.
const KM_PER_DEGREE: f64 = 111.2;

/// Returns whether a point is inside of closed rings. A ring within another one is a hole.
pub(super) fn contains(rings: &[Vec<[f64; 2]>], [lon, lat]: [f64; 2]) -> bool {
    let crossings = edges(rings).filter(|&([lon_a, lat_a], [lon_b, lat_b])| {
        (lat_a > lat) != (lat_b > lat) && lon < lon_a + (lon_b - lon_a) * (lat - lat_a) / (lat_b - lat_a)
    });
    crossings.count() % 2 == 1
}

/// Returns the distance from a point to the nearest edge of closed rings in kilometres, on a plane
/// that touches the globe at the point. Infinite without edges.
pub(super) fn distance_km(rings: &[Vec<[f64; 2]>], [lon, lat]: [f64; 2]) -> f64 {
    let scale = lat.to_radians().cos();
    let flat = |[to_lon, to_lat]: [f64; 2]| [(to_lon - lon) * scale, to_lat - lat];
    let distances = edges(rings).map(|(a, b)| {
        let ([ax, ay], [bx, by]) = (flat(a), flat(b));
        let (dx, dy) = (bx - ax, by - ay);
        let length = dx * dx + dy * dy;
        let along = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
        (ax + along * dx).hypot(ay + along * dy)
    });
    distances.fold(f64::INFINITY, f64::min) * KM_PER_DEGREE
}

/// A ring with the holes in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    /// The outer ring, counterclockwise.
    outer: Ring,
    /// Rings within it, clockwise.
    holes: Vec<Ring>,
}

/// A closed ring of points.
type Ring = Vec<[f64; 2]>;

impl Polygon {
    /// Arranges closed rings as polygons: each ring is one, but a ring inside another one is a hole of that, and a ring
    /// inside a hole is again one. Rings that are not closed or not on Earth are left out.
    pub fn of_rings(rings: &[Ring]) -> Vec<Self> {
        let rings: Vec<&Ring> = rings.iter().filter(|ring| is_valid(ring)).collect();
        let around = |inner: &Ring| {
            let point = inner.first().copied().unwrap_or_default();
            let around = rings.iter().enumerate().filter(|(_, ring)| !std::ptr::eq(**ring, inner));
            around
                .filter(|(_, ring)| contains(std::slice::from_ref(**ring), point))
                .map(|(index, _)| index)
                .collect::<Vec<_>>()
        };
        let around: Vec<Vec<usize>> = rings.iter().map(|ring| around(ring)).collect();
        let depth = |index: usize| around.get(index).map_or(0, Vec::len);
        let polygon = |(index, ring): (usize, &&Ring)| {
            let holes = rings.iter().enumerate().filter(|(hole, _)| {
                depth(*hole) == depth(index) + 1
                    && around.get(*hole).is_some_and(|around| around.contains(&index))
            });
            Self { outer: turned(ring, true), holes: holes.map(|(_, hole)| turned(hole, false)).collect() }
        };
        rings.iter().enumerate().filter(|(index, _)| depth(*index) % 2 == 0).map(polygon).collect()
    }

    /// Returns its rings, the outer one first.
    pub fn rings(&self) -> Vec<&Ring> {
        std::iter::once(&self.outer).chain(&self.holes).collect()
    }
}

/// Returns whether a ring is closed, has an inside, and is on Earth.
fn is_valid(ring: &Ring) -> bool {
    let is_on_earth = |[lon, lat]: &[f64; 2]| lon.abs() <= 180.0 && lat.abs() <= 90.0;
    ring.len() >= 4 && ring.first() == ring.last() && ring.iter().all(is_on_earth)
}

/// Returns a ring that runs counterclockwise, or clockwise.
fn turned(ring: &Ring, counterclockwise: bool) -> Ring {
    let sides = ring.iter().zip(ring.iter().skip(1));
    let doubled_area: f64 = sides.map(|([ax, ay], [bx, by])| ax * by - bx * ay).sum();
    let mut ring = ring.clone();
    if (doubled_area > 0.0) != counterclockwise {
        ring.reverse();
    }
    ring
}

fn edges(rings: &[Vec<[f64; 2]>]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    rings.iter().flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().skip(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Vec<[f64; 2]>> {
        vec![
            vec![[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]],
            vec![[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0], [1.0, 1.0]],
        ]
    }

    #[test]
    fn a_hole_is_outside() {
        assert!(contains(&square(), [3.0, 3.0]));
        assert!(!contains(&square(), [1.5, 1.5]));
        assert!(!contains(&square(), [5.0, 3.0]));
        assert!(!contains(&[], [0.0, 0.0]));
    }

    #[test]
    fn a_ring_inside_another_one_is_a_hole_and_one_inside_that_an_island() {
        let square = |from: f64, to: f64| vec![[from, from], [from, to], [to, to], [to, from], [from, from]];
        let (island, lake, land, other) =
            (square(4.0, 5.0), square(3.0, 6.0), square(0.0, 9.0), square(20.0, 21.0));
        let rings = [island.clone(), land.clone(), lake.clone(), other, vec![[0.0, 0.0], [1.0, 1.0]]];
        let polygons = Polygon::of_rings(&rings);
        assert_eq!(polygons.iter().map(|polygon| polygon.holes.len()).collect::<Vec<_>>(), [0, 1, 0]);
        let reversed: Vec<_> = land.iter().rev().copied().collect();
        assert_eq!(polygons[1].rings(), [&reversed, &lake], "counterclockwise outside, clockwise inside");
        assert!(Polygon::of_rings(&[square(0.0, 300.0)]).is_empty());
    }

    #[test]
    fn the_distance_is_that_to_the_nearest_edge() {
        assert!((distance_km(&square(), [2.0, -1.0]) - KM_PER_DEGREE).abs() < 0.1);
        let east = distance_km(&square(), [5.0, 0.0]);
        assert!((east - KM_PER_DEGREE).abs() < 0.1, "{east}");
        assert!(distance_km(&square(), [4.0, 3.0]) < 1e-9);
        assert_eq!(distance_km(&[], [0.0, 0.0]), f64::INFINITY);
    }
}

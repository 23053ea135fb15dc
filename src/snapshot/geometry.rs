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
    fn the_distance_is_that_to_the_nearest_edge() {
        assert!((distance_km(&square(), [2.0, -1.0]) - KM_PER_DEGREE).abs() < 0.1);
        let east = distance_km(&square(), [5.0, 0.0]);
        assert!((east - KM_PER_DEGREE).abs() < 0.1, "{east}");
        assert!(distance_km(&square(), [4.0, 3.0]) < 1e-9);
        assert_eq!(distance_km(&[], [0.0, 0.0]), f64::INFINITY);
    }
}

//! Moves from point to point with the arrow keys.

/// A direction of the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To the north.
    Up,
    /// To the south.
    Down,
    /// To the west.
    Left,
    /// To the east.
    Right,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 4] = [Self::Up, Self::Down, Self::Left, Self::Right];
}

/// A position on the plane that the arrow keys move on, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The distance to the east.
    pub x: i32,
    /// The distance to the south.
    pub y: i32,
}

/// Returns the index of the point that an arrow key leads to: of the points in
/// the quarter of the plane that it points to, the one that is least far ahead.
///
/// Every other point lies in exactly one of the four quarters, and a path leads
/// from every point to every other: these are the edges of a directed
/// Θ4-graph, which is connected (Akitaya, Biniaz and Bose, "On the spanning and
/// routing ratio of the directed theta-four graph"). This holds for points in
/// general position, so the order of the points breaks ties of coordinates.
pub fn nearest_in_direction(points: &[Position], from: usize, direction: Direction) -> Option<usize> {
    let origin = Tilted::new(direction, *points.get(from)?, from);
    points
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != from)
        .map(|(index, position)| Tilted::new(direction, *position, index))
        .filter(|point| point.left > origin.left && point.right > origin.right)
        .min_by_key(|point| point.ahead)
        .map(|point| point.index)
}

/// A point relative to a direction. Each coordinate is a pair of millionths of a degree and an
/// infinitely small multiple of the index, so that no two points share one.
struct Tilted {
    index: usize,
    /// Distance ahead.
    ahead: (i64, i64),
    /// Distance beyond the left border of the quarter.
    left: (i64, i64),
    /// Distance beyond the right border of the quarter.
    right: (i64, i64),
}

impl Tilted {
    fn new(direction: Direction, position: Position, index: usize) -> Self {
        // The small shares differ, so that the moved points lie on no common border.
        let small = i64::try_from(index).unwrap_or(i64::MAX / 4);
        let east = (i64::from(position.x), 3 * small);
        let south = (i64::from(position.y), small);
        let minus = |(whole, small): (i64, i64)| (-whole, -small);
        let plus = |a: (i64, i64), b: (i64, i64)| (a.0 + b.0, a.1 + b.1);
        let (ahead, aside) = match direction {
            Direction::Right => (east, south),
            Direction::Left => (minus(east), minus(south)),
            Direction::Down => (south, minus(east)),
            Direction::Up => (minus(south), east),
        };
        Self { index, ahead, left: plus(ahead, aside), right: plus(ahead, minus(aside)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the number of points that the arrow keys reach from `start`.
    fn reached(points: &[Position], start: usize) -> usize {
        let mut seen = vec![false; points.len()];
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(
                    Direction::ALL.into_iter().filter_map(|way| nearest_in_direction(points, at, way)),
                );
            }
        }
        seen.into_iter().filter(|seen| *seen).count()
    }

    fn positions(points: &[(i32, i32)]) -> Vec<Position> {
        points.iter().map(|&(x, y)| Position { x, y }).collect()
    }

    #[test]
    fn an_arrow_leads_to_the_nearest_point_ahead() {
        let points = positions(&[(0, 0), (10, 1), (5, -4), (-3, 0), (1, 9), (4, 6)]);
        for (direction, expected) in
            [(Direction::Right, 2), (Direction::Left, 3), (Direction::Down, 5), (Direction::Up, 2)]
        {
            let expected = (direction != Direction::Up).then_some(expected);
            assert_eq!(nearest_in_direction(&points, 0, direction), expected, "{direction:?}");
        }
        assert_eq!(nearest_in_direction(&points, 9, Direction::Up), None, "no such point");
    }

    #[test]
    fn points_at_the_same_position_are_passed_one_by_one() {
        let points = positions(&[(4, 4), (4, 4), (4, 4)]);
        assert_eq!(nearest_in_direction(&points, 0, Direction::Right), Some(1));
        assert_eq!(nearest_in_direction(&points, 1, Direction::Right), Some(2));
        assert_eq!(nearest_in_direction(&points, 2, Direction::Left), Some(1));
    }

    proptest! {
        #[test]
        fn the_arrows_lead_from_every_point_to_every_other(
            points in prop::collection::vec((-9i32..9, -9i32..9), 1..25),
        ) {
            let points = positions(&points);
            for start in 0..points.len() {
                prop_assert_eq!(reached(&points, start), points.len());
            }
        }

        #[test]
        fn every_other_point_is_ahead_of_exactly_one_arrow(
            (ax, ay) in (-9i32..9, -9i32..9),
            (bx, by) in (-9i32..9, -9i32..9),
        ) {
            let points = positions(&[(ax, ay), (bx, by)]);
            let ways = Direction::ALL.into_iter().filter(|way| nearest_in_direction(&points, 0, *way).is_some());
            prop_assert_eq!(ways.count(), 1);
        }
    }
}

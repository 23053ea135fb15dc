//! The position of the label of a point.

use ratatui::layout::{Position, Rect, Size};

/// Returns the first cell of a label of `width` cells beside, below or above a
/// point, where it covers the fewest cells of `taken`. The positions are those
/// of a pane of some `size`, which the label never leaves. Returns `None` if it
/// is too wide.
pub fn position(point: Position, width: u16, size: Size, taken: &[Position]) -> Option<Position> {
    best(point, width, size, taken).map(|(start, _)| start)
}

/// Does the same, but returns `None` if the label would cover any of the cells.
pub fn free_position(point: Position, width: u16, size: Size, taken: &[Position]) -> Option<Position> {
    best(point, width, size, taken).filter(|(_, covered)| *covered == 0).map(|(start, _)| start)
}

/// Returns the best position, and how many cells of `taken` it covers.
fn best(point: Position, width: u16, size: Size, taken: &[Position]) -> Option<(Position, usize)> {
    let last = size.width.checked_sub(width)?;
    let right = point.x.checked_add(1).filter(|x| *x <= last);
    let left = point.x.checked_sub(width);
    let beside = [right, left].into_iter().flatten().map(|x| Position::new(x, point.y));
    let rows = [point.y.checked_add(1).filter(|y| *y < size.height), point.y.checked_sub(1)];
    // Below and above, the label touches the column of the point, centered if possible.
    let centered = point.x.saturating_sub(width / 2).min(last);
    let mut starts: Vec<u16> =
        (point.x.saturating_sub(width.saturating_sub(1))..=point.x.min(last)).collect();
    starts.sort_by_key(|x| x.abs_diff(centered));
    let below_and_above =
        rows.into_iter().flatten().flat_map(|y| starts.iter().map(move |x| Position::new(*x, y)));
    let covered = |start: &Position| {
        let label = Rect::from((*start, Size::new(width, 1)));
        taken.iter().filter(|cell| label.contains(**cell)).count()
    };
    let starts = beside.chain(below_and_above).map(|start| (start, covered(&start)));
    starts.min_by_key(|(_, covered)| *covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_covers_the_fewest_points() {
        let size = Size::new(20, 5);
        for (point, width, taken, expected) in [
            ((3, 2), 6, &[(3, 2)][..], Some((4, 2))),
            ((3, 2), 6, &[(3, 2), (5, 2)][..], Some((0, 3))),
            ((16, 2), 6, &[][..], Some((10, 2))),
            ((10, 4), 18, &[][..], Some((1, 3))),
            ((10, 0), 18, &[][..], Some((1, 1))),
            ((10, 2), 18, &[(5, 3)][..], Some((1, 1))),
            ((10, 2), 21, &[][..], None),
        ] {
            let taken: Vec<Position> = taken.iter().map(|cell| Position::from(*cell)).collect();
            let label = position(point.into(), width, size, &taken);
            assert_eq!(label, expected.map(Position::from), "{point:?} {width}");
            let free = free_position(point.into(), width, size, &taken);
            assert!(free.is_none_or(|free| Some(free) == label));
        }
    }

    #[test]
    fn a_label_never_leaves_the_pane_or_covers_its_own_point() {
        let size = Size::new(12, 4);
        for column in 0..12 {
            for row in 0..4 {
                for width in 1..=12 {
                    let Position { x, y } = position((column, row).into(), width, size, &[]).unwrap();
                    assert!(x + width <= 12 && y < 4);
                    assert!(y != row || !(x..x + width).contains(&column));
                }
            }
        }
    }
}

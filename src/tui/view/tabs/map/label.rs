//! Where the name of a point has room.

/// The cell in which a name of `width` columns starts that belongs to the
/// point in the cell `(column, row)`: beside it, or below or above it, where it
/// covers the fewest of the cells in `taken`. It never leaves the `columns`
/// and `rows`; `None` where it is too wide.
pub fn place(
    (column, row): (u16, u16),
    width: u16,
    (columns, rows): (u16, u16),
    taken: &[(u16, u16)],
) -> Option<(u16, u16)> {
    let last = columns.checked_sub(width)?;
    let right = column.checked_add(1).filter(|start| *start <= last);
    let left = column.checked_sub(width);
    let beside = [right, left].into_iter().flatten().map(|start| (start, row));
    let lines = [row.checked_add(1).filter(|row| *row < rows), row.checked_sub(1)];
    // Where it touches the column of the point, the middle of it first.
    let centred = column.saturating_sub(width / 2).min(last);
    let mut starts: Vec<u16> = (column.saturating_sub(width.saturating_sub(1))..=column.min(last)).collect();
    starts.sort_by_key(|start| start.abs_diff(centred));
    let above_and_below =
        lines.into_iter().flatten().flat_map(|row| starts.iter().map(move |start| (*start, row)));
    let covered = |(start, row): &(u16, u16)| {
        taken.iter().filter(|(x, y)| y == row && (*start..start + width).contains(x)).count()
    };
    beside.chain(above_and_below).min_by_key(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_it_covers_the_fewest_points() {
        let size = (20, 5);
        for (point, width, taken, expected) in [
            ((3, 2), 6, &[(3, 2)][..], Some((4, 2))),
            ((3, 2), 6, &[(3, 2), (5, 2)][..], Some((0, 3))),
            ((16, 2), 6, &[][..], Some((10, 2))),
            ((10, 4), 18, &[][..], Some((1, 3))),
            ((10, 0), 18, &[][..], Some((1, 1))),
            ((10, 2), 18, &[(5, 3)][..], Some((1, 1))),
            ((10, 2), 21, &[][..], None),
        ] {
            assert_eq!(place(point, width, size, taken), expected, "{point:?} {width}");
        }
    }

    #[test]
    fn a_name_never_leaves_the_frame_or_covers_its_own_point() {
        let size = (12, 4);
        for column in 0..12 {
            for row in 0..4 {
                for width in 1..=12 {
                    let (x, y) = place((column, row), width, size, &[]).unwrap();
                    assert!(x + width <= 12 && y < 4);
                    assert!(y != row || !(x..x + width).contains(&column));
                }
            }
        }
    }
}

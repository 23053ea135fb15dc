//! The cells inside of an area.

use super::viewport::{GridPosition, Viewport};

/// Neighbouring cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellRun {
    /// The first cell.
    pub start: GridPosition,
    /// The number of cells.
    pub length: u16,
}

/// Returns the cells whose centres are inside of an area, from top to bottom. The area is bounded by closed rings, which
/// may lie in one another: what an odd number of them surrounds is inside.
pub fn fill(rings: &[Vec<[f64; 2]>], viewport: &Viewport) -> Vec<CellRun> {
    (0..viewport.size().rows).flat_map(|row| fill_row(rings, viewport, row)).collect()
}

fn fill_row(rings: &[Vec<[f64; 2]>], viewport: &Viewport, row: u16) -> Vec<CellRun> {
    let [_, y] = viewport.centre_of(GridPosition { column: 0, row });
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1)));
    let mut crossings: Vec<f64> = edges
        .filter(|([_, from], [_, to])| (*from > y) != (*to > y))
        .map(|([from_x, from_y], [to_x, to_y])| from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x))
        .collect();
    crossings.sort_unstable_by(f64::total_cmp);
    let runs = crossings.chunks_exact(2).filter_map(|pair| match pair {
        [west, east] => {
            let columns = viewport.columns_between(*west, *east);
            let start = GridPosition { column: columns.start, row };
            (!columns.is_empty()).then(|| CellRun { start, length: columns.end - columns.start })
        }
        _ => None,
    });
    runs.collect()
}

/// Returns the number of cells in these runs.
pub fn cell_count(runs: &[CellRun]) -> usize {
    runs.iter().map(|run| usize::from(run.length)).sum()
}

/// Returns the first cell of a text of some width, in the middle of a wide part of the area near its centre. `None` if it
/// does not fit into the area.
pub fn label_position(runs: &[CellRun], width: u16) -> Option<GridPosition> {
    let [first, last] = [runs.first()?, runs.last()?].map(|run| run.start.row);
    // A row away from the middle counts as much as two cells less of width.
    let rank = |run: &&CellRun| i32::from(run.length) - i32::from((2 * run.start.row).abs_diff(first + last));
    let run = runs.iter().filter(|run| run.length >= width).max_by_key(rank)?;
    Some(GridPosition { column: run.start.column + (run.length - width) / 2, row: run.start.row })
}

#[cfg(test)]
mod tests {
    use super::super::viewport::{Bounds, GridSize};
    use super::*;

    fn rectangle([west, south]: [f64; 2], [east, north]: [f64; 2]) -> Vec<[f64; 2]> {
        vec![[west, south], [east, south], [east, north], [west, north], [west, south]]
    }

    /// Returns the cells of the square from 0 to 10 degrees, with `#` inside of the rings.
    fn drawn(rings: &[Vec<[f64; 2]>]) -> Vec<String> {
        let size = GridSize { columns: 20, rows: 10 };
        let viewport = Viewport::fit(&Bounds::around([[0.0, 0.0], [10.0, 10.0]]).unwrap(), size);
        let mut rows = vec![vec!['.'; 20]; 10];
        for CellRun { start, length } in fill(rings, &viewport) {
            rows[usize::from(start.row)][usize::from(start.column)..][..usize::from(length)].fill('#');
        }
        rows.into_iter().map(|row| row.into_iter().collect()).collect()
    }

    #[test]
    fn a_ring_inside_of_another_one_is_a_hole() {
        let rings = [rectangle([1.0, 1.0], [9.0, 9.0]), rectangle([4.0, 4.0], [6.0, 6.0])];
        assert_eq!(
            drawn(&rings),
            [
                "....................",
                "..################..",
                "..################..",
                "..################..",
                "..######....######..",
                "..######....######..",
                "..################..",
                "..################..",
                "..################..",
                "....................",
            ]
        );
    }

    #[test]
    fn two_areas_side_by_side_share_no_cell() {
        let west = fill_of(&[vec![[0.0, 0.0], [6.1, 0.0], [3.3, 10.0], [0.0, 10.0], [0.0, 0.0]]]);
        let east = fill_of(&[vec![[6.1, 0.0], [10.0, 0.0], [10.0, 10.0], [3.3, 10.0], [6.1, 0.0]]]);
        for (west, east) in west.iter().zip(&east) {
            assert_eq!(west.start.row, east.start.row);
            assert_eq!(west.start.column + west.length, east.start.column);
        }
        assert_eq!((west.len(), east.len()), (10, 10));
    }

    fn fill_of(rings: &[Vec<[f64; 2]>]) -> Vec<CellRun> {
        let size = GridSize { columns: 40, rows: 10 };
        fill(rings, &Viewport::fit(&Bounds::around([[0.0, 0.0], [10.0, 10.0]]).unwrap(), size))
    }

    #[test]
    fn what_lies_beyond_the_viewport_is_cut() {
        let whole = fill_of(&[rectangle([-100.0, -100.0], [100.0, 100.0])]);
        assert_eq!(whole.len(), 10);
        assert!(whole.iter().all(|run| (run.start.column, run.length) == (0, 40)));
        assert_eq!(fill_of(&[rectangle([50.0, 0.0], [60.0, 10.0])]), []);
        assert_eq!(fill_of(&[vec![[3.0, 3.0]], Vec::new()]), []);
    }

    #[test]
    fn a_label_is_in_the_middle_of_a_wide_part() {
        let run = |row, column, length| CellRun { start: GridPosition { column, row }, length };
        let runs = [run(0, 5, 2), run(1, 3, 8), run(2, 4, 8), run(3, 4, 3)];
        assert_eq!(label_position(&runs, 2), Some(GridPosition { column: 7, row: 2 }));
        assert_eq!(label_position(&runs, 8), Some(GridPosition { column: 4, row: 2 }));
        assert_eq!(label_position(&runs, 9), None);
        assert_eq!(label_position(&[], 1), None);
    }
}

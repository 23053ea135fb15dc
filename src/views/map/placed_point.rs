//! Places points in terminal cells, and finds the point of a cell.

use std::collections::HashSet;

use super::viewport::{GridPosition, GridSize, Viewport};

/// A Cité in the cell that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedPoint {
    /// Index of the Cité in the snapshot.
    pub cite: usize,
    /// The cell of the viewport.
    pub cell: GridPosition,
}

/// Places points in the cells of a viewport, in their order. A point whose cell is taken moves to
/// the nearest free cell around it, so that each one is visible. If all of these are taken, it
/// shares its own.
///
/// `points` are the indices of Cités with their positions on the plane.
pub fn place_points(
    points: impl IntoIterator<Item = (usize, [f64; 2])>,
    viewport: &Viewport,
) -> Vec<PlacedPoint> {
    let mut taken = HashSet::new();
    let mut placed = Vec::new();
    for (cite, at) in points {
        let Some(own) = viewport.cell(at) else { continue };
        let free = around(own, viewport.size()).find(|cell| taken.insert(*cell));
        placed.push(PlacedPoint { cite, cell: free.unwrap_or(own) });
    }
    placed
}

/// Offsets in cells to a cell and its neighbours, the nearest first: a cell is
/// half as wide as it is tall.
const STEPS: [(i32, i32); 15] = [
    (0, 0),
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (2, 0),
    (-2, 0),
    (1, 1),
    (-1, -1),
    (1, -1),
    (-1, 1),
    (2, 1),
    (-2, -1),
    (2, -1),
    (-2, 1),
];

fn around(cell: GridPosition, size: GridSize) -> impl Iterator<Item = GridPosition> {
    STEPS.into_iter().filter_map(move |(right, down)| {
        let step = |from: u16, by: i32, length: u16| {
            u16::try_from(i32::from(from) + by).ok().filter(|moved| *moved < length)
        };
        Some(GridPosition {
            column: step(cell.column, right, size.columns)?,
            row: step(cell.row, down, size.rows)?,
        })
    })
}

/// Returns the Cité that a click on a cell selects: the one in the cell, or the
/// nearest at most two columns and one row away.
pub fn point_at(placed: &[PlacedPoint], cell: GridPosition) -> Option<usize> {
    let distance = |point: &PlacedPoint| {
        let (aside, above) = (point.cell.column.abs_diff(cell.column), point.cell.row.abs_diff(cell.row));
        (aside <= 2 && above <= 1).then_some(aside + 2 * above)
    };
    placed
        .iter()
        .filter_map(|point| Some((distance(point)?, point)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, point)| point.cite)
}

#[cfg(test)]
mod tests {
    use super::super::viewport::Bounds;
    use super::*;

    fn viewport() -> Viewport {
        Viewport::fit(
            &Bounds::around([[0.0, 0.0], [10.0, 10.0]]).unwrap(),
            GridSize { columns: 20, rows: 10 },
        )
    }

    #[test]
    fn points_at_the_same_position_are_placed_side_by_side() {
        let placed = place_points((0..5).map(|cite| (cite, [5.0, 5.0])), &viewport());
        let mut cells: Vec<_> = placed.iter().map(|point| (point.cell.column, point.cell.row)).collect();
        assert_eq!(cells.first(), Some(&(10, 5)), "the first one keeps its cell");
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), 5);
        assert!(cells.iter().all(|(column, row)| column.abs_diff(10) <= 2 && row.abs_diff(5) <= 1));
    }

    #[test]
    fn more_points_than_cells_share_one() {
        let one_cell =
            Viewport::fit(&Bounds::around([[0.0, 0.0]]).unwrap(), GridSize { columns: 1, rows: 1 });
        let placed = place_points((0..3).map(|cite| (cite, [0.0, 0.0])), &one_cell);
        assert_eq!(placed.len(), 3);
        assert!(placed.iter().all(|point| (point.cell.column, point.cell.row) == (0, 0)));
        assert_eq!(point_at(&placed, GridPosition { column: 0, row: 0 }), Some(0));
    }

    #[test]
    fn a_click_finds_the_point_in_its_cell_or_the_nearest_beside_it() {
        let placed = place_points([(7, [5.0, 5.0]), (8, [6.2, 5.0])], &viewport());
        let cells: Vec<_> = placed.iter().map(|point| (point.cell.column, point.cell.row)).collect();
        assert_eq!(cells, [(10, 5), (12, 5)]);
        for (column, row, cite) in [
            (10, 5, Some(7)),
            (12, 5, Some(8)),
            (13, 5, Some(8)),
            (9, 4, Some(7)),
            (10, 7, None),
            (0, 0, None),
        ] {
            assert_eq!(point_at(&placed, GridPosition { column, row }), cite, "{column},{row}");
        }
    }
}

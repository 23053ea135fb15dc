//! Points in terminal cells, and back from a cell to its point.

use std::collections::HashSet;

use super::window::Window;

/// A point in the cell that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The Cité's place in the snapshot.
    pub cite: usize,
    /// Column from the left of the window.
    pub column: u16,
    /// Row from the top of the window.
    pub row: u16,
}

/// Puts points into the cells of a window, the first ones first. A point whose
/// cell is taken stands in the nearest free cell beside it, so that each one
/// is seen; where all around are taken too, it shares its own.
///
/// `points` are places on the flat frame with the Cité they stand for.
pub fn place(points: impl IntoIterator<Item = (usize, [f64; 2])>, window: &Window) -> Vec<Placed> {
    let mut taken = HashSet::new();
    let mut placed = Vec::new();
    for (cite, at) in points {
        let Some(own) = window.cell(at) else { continue };
        let free = around(own, window.size()).find(|cell| taken.insert(*cell));
        let (column, row) = free.unwrap_or(own);
        placed.push(Placed { cite, column, row });
    }
    placed
}

/// Steps to a cell and its neighbours, the nearest first: a cell is half as wide as tall.
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

fn around((column, row): (u16, u16), (columns, rows): (u16, u16)) -> impl Iterator<Item = (u16, u16)> {
    STEPS.into_iter().filter_map(move |(right, down)| {
        let step = |from: u16, by: i32, length: u16| {
            u16::try_from(i32::from(from) + by).ok().filter(|place| *place < length)
        };
        Some((step(column, right, columns)?, step(row, down, rows)?))
    })
}

/// The Cité that a click on a cell means: the one in this cell, or the nearest
/// within a step.
pub fn at(placed: &[Placed], column: u16, row: u16) -> Option<usize> {
    let distance = |point: &Placed| {
        let (aside, above) = (point.column.abs_diff(column), point.row.abs_diff(row));
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
    use super::super::window::Bounds;
    use super::*;

    fn window() -> Window {
        Window::fit(&Bounds::around([[0.0, 0.0], [10.0, 10.0]]).unwrap(), 20, 10)
    }

    #[test]
    fn points_in_one_place_stand_side_by_side() {
        let placed = place((0..5).map(|cite| (cite, [5.0, 5.0])), &window());
        let mut cells: Vec<_> = placed.iter().map(|point| (point.column, point.row)).collect();
        assert_eq!(cells.first(), Some(&(10, 5)), "the first one keeps its cell");
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), 5);
        assert!(cells.iter().all(|(column, row)| column.abs_diff(10) <= 2 && row.abs_diff(5) <= 1));
    }

    #[test]
    fn more_points_than_cells_share_one() {
        let one_cell = Window::fit(&Bounds::around([[0.0, 0.0]]).unwrap(), 1, 1);
        let placed = place((0..3).map(|cite| (cite, [0.0, 0.0])), &one_cell);
        assert_eq!(placed.len(), 3);
        assert!(placed.iter().all(|point| (point.column, point.row) == (0, 0)));
        assert_eq!(at(&placed, 0, 0), Some(0));
    }

    #[test]
    fn a_click_finds_the_point_in_its_cell_or_the_nearest_beside_it() {
        let placed = place([(7, [5.0, 5.0]), (8, [6.2, 5.0])], &window());
        let cells: Vec<_> = placed.iter().map(|point| (point.column, point.row)).collect();
        assert_eq!(cells, [(10, 5), (12, 5)]);
        for (column, row, cite) in [
            (10, 5, Some(7)),
            (12, 5, Some(8)),
            (13, 5, Some(8)),
            (9, 4, Some(7)),
            (10, 7, None),
            (0, 0, None),
        ] {
            assert_eq!(at(&placed, column, row), cite, "{column},{row}");
        }
    }
}

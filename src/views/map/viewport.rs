//! The part of a plane that a grid of terminal cells shows. Positions are
//! `[east, north]` in degrees of latitude.

use std::ops::Range;

/// Height of a terminal cell divided by its width, nearly the same in every font.
const CELL_ASPECT: f64 = 2.0;

/// A rectangle around positions of a plane, in degrees of latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    min: [f64; 2],
    max: [f64; 2],
}

impl Bounds {
    /// The margin on each side, as a share of the size, from 0 to 1.
    const MARGIN: f64 = 0.03;
    /// The minimum width and height, in degrees of latitude, so that the map has an extent
    /// around a single point.
    const MIN_SIZE: f64 = 0.2;

    /// Returns the rectangle around these positions; `None` without any.
    pub fn around(positions: impl IntoIterator<Item = [f64; 2]>) -> Option<Self> {
        let mut positions = positions.into_iter();
        let first = positions.next()?;
        Some(positions.fold(Self { min: first, max: first }, |bounds, [x, y]| Self {
            min: [bounds.min[0].min(x), bounds.min[1].min(y)],
            max: [bounds.max[0].max(x), bounds.max[1].max(y)],
        }))
    }

    /// Returns the position of its centre.
    pub fn centre(&self) -> [f64; 2] {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }

    /// Returns its width and height.
    pub fn size(&self) -> [f64; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }

    /// Returns its south-west corner.
    pub const fn min(&self) -> [f64; 2] {
        self.min
    }
}

/// The magnification of the map: 0 to 8 steps, each by a factor of 1.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Zoom(u8);

impl Zoom {
    /// The whole map.
    pub const FIT: Self = Self(0);
    const MAX: u8 = 8;
    const STEP: f64 = 1.5;

    /// Returns the next step in, up to the last one.
    pub fn closer(self) -> Self {
        Self(self.0.saturating_add(1).min(Self::MAX))
    }

    /// Returns the next step out, down to [`FIT`](Self::FIT).
    pub const fn farther(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    fn factor(self) -> f64 {
        Self::STEP.powi(self.0.into())
    }
}

/// A part of a plane on a grid of terminal cells, in its true proportions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The west edge, in degrees of latitude.
    left: f64,
    /// The north edge, in degrees of latitude.
    top: f64,
    /// Width of a cell, in degrees of latitude.
    column: f64,
    size: GridSize,
}

/// A size in terminal cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridSize {
    /// The width in cells.
    pub columns: u16,
    /// The height in cells.
    pub rows: u16,
}

/// A terminal cell of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GridPosition {
    /// The column from the left, from 0.
    pub column: u16,
    /// The row from the top, from 0.
    pub row: u16,
}

/// The numbers of dots in a terminal cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellDots {
    /// The number of dots in its width.
    pub across: u16,
    /// The number of dots in its height.
    pub down: u16,
}

/// The centres of the outermost dots of a grid, in degrees of latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DotBounds {
    /// Those of the westernmost and the easternmost dot.
    pub x: [f64; 2],
    /// Those of the southernmost and the northernmost dot.
    pub y: [f64; 2],
}

impl Viewport {
    /// Returns the viewport that shows all of `bounds`, as large as the cells allow.
    pub fn fit(bounds: &Bounds, size: GridSize) -> Self {
        let GridSize { columns, rows } = size;
        let [width, height] =
            bounds.size().map(|size| size.max(Bounds::MIN_SIZE) * (1.0 + 2.0 * Bounds::MARGIN));
        let column = (width / f64::from(columns.max(1))).max(height / CELL_ASPECT / f64::from(rows.max(1)));
        Self { left: 0.0, top: 0.0, column, size }.centred_on(bounds.centre())
    }

    /// Returns the same cells, magnified by `zoom` around `centre`.
    pub fn zoomed(self, zoom: Zoom, centre: [f64; 2]) -> Self {
        if zoom == Zoom::FIT {
            return self;
        }
        Self { column: self.column / zoom.factor(), ..self }.centred_on(centre)
    }

    fn centred_on(self, [x, y]: [f64; 2]) -> Self {
        let half_width = self.column * f64::from(self.size.columns) / 2.0;
        let half_height = self.row() * f64::from(self.size.rows) / 2.0;
        Self { left: x - half_width, top: y + half_height, ..self }
    }

    /// Returns the height of a cell, in degrees of latitude.
    fn row(&self) -> f64 {
        self.column * CELL_ASPECT
    }

    /// Returns the width of a cell, in degrees of latitude.
    pub const fn scale(&self) -> f64 {
        self.column
    }

    /// Returns its size in cells.
    pub const fn size(&self) -> GridSize {
        self.size
    }

    /// Returns the cell that shows a position, if it is in the viewport.
    pub fn cell(&self, [x, y]: [f64; 2]) -> Option<GridPosition> {
        let column = index((x - self.left) / self.column, self.size.columns)?;
        let row = index((self.top - y) / self.row(), self.size.rows)?;
        Some(GridPosition { column, row })
    }

    /// Returns the centre of a cell.
    pub fn centre_of(&self, cell: GridPosition) -> [f64; 2] {
        let x = self.left + (f64::from(cell.column) + 0.5) * self.column;
        [x, self.top - (f64::from(cell.row) + 0.5) * self.row()]
    }

    /// Returns the columns of the cells whose centres are between two positions.
    pub fn columns_between(&self, west: f64, east: f64) -> Range<u16> {
        let column = |x: f64| {
            let column = ((x - self.left) / self.column - 0.5).ceil();
            // The value is whole and within the width, so the conversion is exact.
            column.clamp(0.0, f64::from(self.size.columns)) as u16
        };
        column(west)..column(east)
    }

    /// Returns the centres of its outermost dots.
    pub fn dots(&self, dots: CellDots) -> DotBounds {
        let half_dot = [
            self.column / f64::from(dots.across.max(1)) / 2.0,
            self.row() / f64::from(dots.down.max(1)) / 2.0,
        ];
        let right = self.left + self.column * f64::from(self.size.columns);
        let bottom = self.top - self.row() * f64::from(self.size.rows);
        DotBounds {
            x: [self.left + half_dot[0], right - half_dot[0]],
            y: [bottom + half_dot[1], self.top - half_dot[1]],
        }
    }
}

fn index(offset: f64, length: u16) -> Option<u16> {
    let inside = (0.0..f64::from(length)).contains(&offset);
    // The value is whole and within the length, so the conversion is exact.
    inside.then_some(offset as u16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bounds(min: [f64; 2], max: [f64; 2]) -> Bounds {
        Bounds::around([min, max]).unwrap()
    }

    #[test]
    fn a_square_takes_twice_as_many_columns_as_rows() {
        let viewport = Viewport::fit(&bounds([0.0, 0.0], [10.0, 10.0]), GridSize { columns: 100, rows: 20 });
        let left = viewport.cell([0.0, 5.0]).unwrap().column;
        let right = viewport.cell([9.99, 5.0]).unwrap().column;
        let top = viewport.cell([5.0, 9.99]).unwrap().row;
        let bottom = viewport.cell([5.0, 0.01]).unwrap().row;
        assert!((right - left).abs_diff(2 * (bottom - top)) <= 1);
        assert_eq!((top, bottom), (0, 19));
    }

    #[test]
    fn zooming_keeps_the_centre_and_ends() {
        let fit = Viewport::fit(&bounds([0.0, 0.0], [10.0, 10.0]), GridSize { columns: 40, rows: 20 });
        assert_eq!(fit.zoomed(Zoom::FIT, [2.0, 2.0]), fit);
        let closer = fit.zoomed(Zoom::FIT.closer(), [2.0, 2.0]);
        assert_eq!(closer.cell([2.0, 2.0]), Some(GridPosition { column: 20, row: 10 }));
        assert!(closer.scale() < fit.scale());
        let closest = (0..100).fold(Zoom::FIT, |zoom, _| zoom.closer());
        assert_eq!(closest.closer(), closest);
        assert_eq!((0..100).fold(closest, |zoom, _| zoom.farther()), Zoom::FIT);
    }

    #[test]
    fn a_single_place_is_in_the_middle() {
        let viewport =
            Viewport::fit(&bounds([55.4, -21.2], [55.4, -21.2]), GridSize { columns: 11, rows: 5 });
        assert_eq!(viewport.cell([55.4, -21.2]), Some(GridPosition { column: 5, row: 2 }));
    }

    proptest! {
        #[test]
        fn everything_fits_whatever_the_size(
            places in prop::collection::vec([-180.0f64..180.0, -90.0f64..90.0], 1..20),
            columns in 1u16..300,
            rows in 1u16..100,
        ) {
            let around = Bounds::around(places.iter().copied()).unwrap();
            let viewport = Viewport::fit(&around, GridSize { columns, rows });
            for place in places {
                prop_assert!(viewport.cell(place).is_some());
            }
        }
    }
}

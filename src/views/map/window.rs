//! Which piece of a flat frame a grid of terminal cells shows.

/// How many times taller than wide a terminal cell is, near enough for every font.
const CELL_ASPECT: f64 = 2.0;

/// The rectangle around places of a flat frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    min: [f64; 2],
    max: [f64; 2],
}

impl Bounds {
    /// Room left around what is shown, as a share of its size.
    const MARGIN: f64 = 0.03;
    /// The least size, in degrees, so that a single place has a map around it.
    const LEAST: f64 = 0.2;

    /// The rectangle around these places; `None` without any.
    pub fn around(places: impl IntoIterator<Item = [f64; 2]>) -> Option<Self> {
        let mut places = places.into_iter();
        let first = places.next()?;
        Some(places.fold(Self { min: first, max: first }, |bounds, [x, y]| Self {
            min: [bounds.min[0].min(x), bounds.min[1].min(y)],
            max: [bounds.max[0].max(x), bounds.max[1].max(y)],
        }))
    }

    /// The place in its middle.
    pub fn centre(&self) -> [f64; 2] {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }

    /// Width and height.
    pub fn size(&self) -> [f64; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }

    /// South-west corner.
    pub const fn min(&self) -> [f64; 2] {
        self.min
    }
}

/// How much larger than fitting the frame is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Zoom(u8);

impl Zoom {
    /// The whole frame.
    pub const FIT: Self = Self(0);
    const MAX: u8 = 8;
    const STEP: f64 = 1.5;

    /// One step closer, as far as it goes.
    pub fn closer(self) -> Self {
        Self(self.0.saturating_add(1).min(Self::MAX))
    }

    /// One step back, until all is shown.
    pub const fn farther(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    fn factor(self) -> f64 {
        Self::STEP.powi(self.0.into())
    }
}

/// A piece of a flat frame on a grid of terminal cells, in its true proportions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    left: f64,
    top: f64,
    /// Width of a cell, in degrees of latitude.
    column: f64,
    columns: u16,
    rows: u16,
}

impl Window {
    /// The window that shows all of `bounds`, as large as the cells allow.
    pub fn fit(bounds: &Bounds, columns: u16, rows: u16) -> Self {
        let [width, height] =
            bounds.size().map(|size| size.max(Bounds::LEAST) * (1.0 + 2.0 * Bounds::MARGIN));
        let column = (width / f64::from(columns.max(1))).max(height / CELL_ASPECT / f64::from(rows.max(1)));
        Self { left: 0.0, top: 0.0, column, columns, rows }.centred_on(bounds.centre())
    }

    /// The same cells, closer by `zoom` around `centre`; at [`Zoom::FIT`] it stays as it is.
    pub fn zoomed(self, zoom: Zoom, centre: [f64; 2]) -> Self {
        if zoom == Zoom::FIT {
            return self;
        }
        Self { column: self.column / zoom.factor(), ..self }.centred_on(centre)
    }

    fn centred_on(self, [x, y]: [f64; 2]) -> Self {
        let half_width = self.column * f64::from(self.columns) / 2.0;
        let half_height = self.row() * f64::from(self.rows) / 2.0;
        Self { left: x - half_width, top: y + half_height, ..self }
    }

    /// Height of a cell, in degrees.
    fn row(&self) -> f64 {
        self.column * CELL_ASPECT
    }

    /// Width of a cell, in degrees: the smaller, the closer the window looks.
    pub const fn scale(&self) -> f64 {
        self.column
    }

    /// Columns and rows.
    pub const fn size(&self) -> (u16, u16) {
        (self.columns, self.rows)
    }

    /// The cell that shows a place, as column and row from the top left.
    pub fn cell(&self, [x, y]: [f64; 2]) -> Option<(u16, u16)> {
        let column = index((x - self.left) / self.column, self.columns)?;
        let row = index((self.top - y) / self.row(), self.rows)?;
        Some((column, row))
    }

    /// From where to where its dots lie, west to east and south to north, when
    /// each cell has `across` times `down` dots: the middles of the outermost ones.
    pub fn dots(&self, across: u16, down: u16) -> ([f64; 2], [f64; 2]) {
        let half_dot =
            [self.column / f64::from(across.max(1)) / 2.0, self.row() / f64::from(down.max(1)) / 2.0];
        let right = self.left + self.column * f64::from(self.columns);
        let bottom = self.top - self.row() * f64::from(self.rows);
        ([self.left + half_dot[0], right - half_dot[0]], [bottom + half_dot[1], self.top - half_dot[1]])
    }
}

fn index(place: f64, length: u16) -> Option<u16> {
    let inside = (0.0..f64::from(length)).contains(&place);
    // Whole and within the length, so nothing is lost.
    inside.then_some(place as u16)
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
        let window = Window::fit(&bounds([0.0, 0.0], [10.0, 10.0]), 100, 20);
        let (left, _) = window.cell([0.0, 5.0]).unwrap();
        let (right, _) = window.cell([9.99, 5.0]).unwrap();
        let (_, top) = window.cell([5.0, 9.99]).unwrap();
        let (_, bottom) = window.cell([5.0, 0.01]).unwrap();
        assert!((right - left).abs_diff(2 * (bottom - top)) <= 1);
        assert_eq!((top, bottom), (0, 19));
    }

    #[test]
    fn zooming_keeps_the_centre_and_ends() {
        let fit = Window::fit(&bounds([0.0, 0.0], [10.0, 10.0]), 40, 20);
        assert_eq!(fit.zoomed(Zoom::FIT, [2.0, 2.0]), fit);
        let closer = fit.zoomed(Zoom::FIT.closer(), [2.0, 2.0]);
        assert_eq!(closer.cell([2.0, 2.0]), Some((20, 10)));
        assert!(closer.scale() < fit.scale());
        let closest = (0..100).fold(Zoom::FIT, |zoom, _| zoom.closer());
        assert_eq!(closest.closer(), closest);
        assert_eq!((0..100).fold(closest, |zoom, _| zoom.farther()), Zoom::FIT);
    }

    #[test]
    fn a_single_place_is_in_the_middle() {
        let window = Window::fit(&bounds([55.4, -21.2], [55.4, -21.2]), 11, 5);
        assert_eq!(window.cell([55.4, -21.2]), Some((5, 2)));
    }

    proptest! {
        #[test]
        fn everything_fits_whatever_the_size(
            places in prop::collection::vec([-180.0f64..180.0, -90.0f64..90.0], 1..20),
            columns in 1u16..300,
            rows in 1u16..100,
        ) {
            let around = Bounds::around(places.iter().copied()).unwrap();
            let window = Window::fit(&around, columns, rows);
            for place in places {
                prop_assert!(window.cell(place).is_some());
            }
        }
    }
}

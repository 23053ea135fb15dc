//! Chooses the columns of a table that fit on the screen, and their positions.

/// The cells between two columns of a table.
const GAP: u16 = 2;

/// A column of a table and the widths it may have, in cells.
///
/// A shown column has at least `min` cells and, if there is space, `preferred` cells. If no other
/// column fits in the cells that are left, these widen all columns evenly, each up to `max`, and
/// then the last one.
#[derive(Debug, Clone, Copy)]
pub struct ColumnSpec<C> {
    /// The column.
    pub column: C,
    /// The width below which the column is left out.
    pub min: u16,
    /// The width that it gets before columns of lower priority are shown.
    pub preferred: u16,
    /// The width that shows nearly all of its texts in full.
    pub max: u16,
    /// The priority, from 0 for the highest. Columns of priority 0 are never left out.
    pub priority: u8,
}

impl<C> ColumnSpec<C> {
    /// Replaces the column, keeping the widths.
    pub fn map<D>(self, column: impl FnOnce(C) -> D) -> ColumnSpec<D> {
        let Self { column: known, min, preferred, max, priority } = self;
        ColumnSpec { column: column(known), min, preferred, max, priority }
    }
}

/// A column that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedColumn {
    /// Its index in the columns of the table.
    pub index: usize,
    /// The cells between the left edge of the table and the column.
    pub x: u16,
    /// Its width in cells.
    pub width: u16,
}

/// Chooses the columns that fit into `available` cells, by priority.
pub fn fit<C>(specs: &[ColumnSpec<C>], available: u16) -> Vec<PlacedColumn> {
    let mut by_priority: Vec<(usize, &ColumnSpec<C>)> = specs.iter().enumerate().collect();
    by_priority.sort_by_key(|(_, spec)| spec.priority);
    let mut room = available;
    let mut widths = vec![0; specs.len()];
    for (rank, (index, spec)) in by_priority.iter().enumerate() {
        let gap = if rank == 0 { 0 } else { GAP };
        let Some(most) = room.checked_sub(gap) else { continue };
        if most < spec.min && spec.priority > 0 {
            continue;
        }
        let to_come = by_priority.iter().skip(rank + 1).filter(|(_, spec)| spec.priority == 0);
        let reserved: u16 = to_come.map(|(_, spec)| spec.min + GAP).sum();
        let taken = spec.preferred.min(most.saturating_sub(reserved).max(spec.min).min(most));
        room = most - taken;
        if let Some(width) = widths.get_mut(*index) {
            *width = taken;
        }
    }
    widen(specs, &mut widths, room);
    let mut x = 0;
    let shown = widths.iter().enumerate().filter(|(_, width)| **width > 0);
    shown
        .map(|(index, width)| {
            let placed = PlacedColumn { index, x, width: *width };
            x += width + GAP;
            placed
        })
        .collect()
}

/// Distributes `room` cells over the shown columns, one cell to each in turn up to their maximum,
/// and the rest to the last one.
fn widen<C>(specs: &[ColumnSpec<C>], widths: &mut [u16], mut room: u16) {
    while room > 0 {
        let mut widened = false;
        for (spec, width) in specs.iter().zip(widths.iter_mut()) {
            if room > 0 && *width > 0 && *width < spec.max {
                *width += 1;
                room -= 1;
                widened = true;
            }
        }
        if !widened {
            break;
        }
    }
    if let Some(last) = widths.iter_mut().rfind(|width| **width > 0) {
        *last += room;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPECS: &[ColumnSpec<char>] = &[
        ColumnSpec { column: 'a', min: 10, preferred: 10, max: 20, priority: 0 },
        ColumnSpec { column: 'b', min: 4, preferred: 4, max: 4, priority: 2 },
        ColumnSpec { column: 'c', min: 8, preferred: 8, max: 12, priority: 1 },
    ];

    fn widths(width: u16) -> Vec<(char, u16, u16)> {
        fit(SPECS, width).iter().map(|placed| (SPECS[placed.index].column, placed.x, placed.width)).collect()
    }

    #[test]
    fn columns_go_and_come_by_priority_and_fill_the_width() {
        assert_eq!(widths(5), [('a', 0, 5)]);
        assert_eq!(widths(15), [('a', 0, 15)]);
        assert_eq!(widths(19), [('a', 0, 13), ('b', 15, 4)]);
        assert_eq!(widths(20), [('a', 0, 10), ('c', 12, 8)]);
        assert_eq!(widths(26), [('a', 0, 10), ('b', 12, 4), ('c', 18, 8)]);
        assert_eq!(widths(60), [('a', 0, 20), ('b', 22, 4), ('c', 28, 32)]);
        let wishful = [ColumnSpec { preferred: 14, ..SPECS[0] }, SPECS[1]];
        let widths_of = |width| fit(&wishful, width).iter().map(|placed| placed.width).collect::<Vec<_>>();
        assert_eq!((widths_of(17), widths_of(20)), (vec![17], vec![14, 4]));
        for width in 0..100 {
            let end = widths(width).last().map_or(0, |(_, x, width)| x + width);
            assert!(end <= width, "{end} {width}");
        }
    }
}

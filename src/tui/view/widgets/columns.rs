//! Which columns of a table have room, and where they stand.

/// Blank columns between two columns of a table.
const GAP: u16 = 2;

/// A column that a table would like to show.
#[derive(Debug, Clone, Copy)]
pub struct Spec<C> {
    /// The column.
    pub column: C,
    /// The width below which it is not shown.
    pub least: u16,
    /// The width that it gets before columns of less importance are shown.
    pub good: u16,
    /// The width at which nearly everything is read.
    pub enough: u16,
    /// What is shown first where there is no room for all; 0 always has some.
    pub priority: u8,
}

impl<C> Spec<C> {
    /// The same for another kind of column.
    pub fn map<D>(self, column: impl FnOnce(C) -> D) -> Spec<D> {
        let Self { column: known, least, good, enough, priority } = self;
        Spec { column: column(known), least, good, enough, priority }
    }
}

/// A column that has room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Its place among those that the table would like to show.
    pub place: usize,
    /// Distance from the left of the table.
    pub x: u16,
    /// Its width.
    pub width: u16,
}

/// Chooses the columns that fit into `available` columns of the screen by
/// their priority. What is left goes to those that have less than enough, then
/// to the last one.
pub fn fit<C>(specs: &[Spec<C>], available: u16) -> Vec<Placed> {
    let mut by_priority: Vec<(usize, &Spec<C>)> = specs.iter().enumerate().collect();
    by_priority.sort_by_key(|(_, spec)| spec.priority);
    let mut room = available;
    let mut widths = vec![0; specs.len()];
    for (rank, (place, spec)) in by_priority.iter().enumerate() {
        let gap = if rank == 0 { 0 } else { GAP };
        let Some(most) = room.checked_sub(gap) else { continue };
        if most < spec.least && spec.priority > 0 {
            continue;
        }
        let to_come = by_priority.iter().skip(rank + 1).filter(|(_, spec)| spec.priority == 0);
        let kept: u16 = to_come.map(|(_, spec)| spec.least + GAP).sum();
        let taken = spec.good.min(most.saturating_sub(kept).max(spec.least).min(most));
        room = most - taken;
        if let Some(width) = widths.get_mut(*place) {
            *width = taken;
        }
    }
    widen(specs, &mut widths, room);
    let mut x = 0;
    let shown = widths.iter().enumerate().filter(|(_, width)| **width > 0);
    shown
        .map(|(place, width)| {
            let placed = Placed { place, x, width: *width };
            x += width + GAP;
            placed
        })
        .collect()
}

/// Gives `room` to the shown columns, in equal parts as far as they need it.
fn widen<C>(specs: &[Spec<C>], widths: &mut [u16], mut room: u16) {
    while room > 0 {
        let mut widened = false;
        for (spec, width) in specs.iter().zip(widths.iter_mut()) {
            if room > 0 && *width > 0 && *width < spec.enough {
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

    const SPECS: &[Spec<char>] = &[
        Spec { column: 'a', least: 10, good: 10, enough: 20, priority: 0 },
        Spec { column: 'b', least: 4, good: 4, enough: 4, priority: 2 },
        Spec { column: 'c', least: 8, good: 8, enough: 12, priority: 1 },
    ];

    fn widths(width: u16) -> Vec<(char, u16, u16)> {
        fit(SPECS, width).iter().map(|placed| (SPECS[placed.place].column, placed.x, placed.width)).collect()
    }

    #[test]
    fn columns_go_and_come_by_priority_and_fill_the_width() {
        assert_eq!(widths(5), [('a', 0, 5)]);
        assert_eq!(widths(15), [('a', 0, 15)]);
        assert_eq!(widths(19), [('a', 0, 13), ('b', 15, 4)]);
        assert_eq!(widths(20), [('a', 0, 10), ('c', 12, 8)]);
        assert_eq!(widths(26), [('a', 0, 10), ('b', 12, 4), ('c', 18, 8)]);
        assert_eq!(widths(60), [('a', 0, 20), ('b', 22, 4), ('c', 28, 32)]);
        let wishful = [Spec { good: 14, ..SPECS[0] }, SPECS[1]];
        let widths_of = |width| fit(&wishful, width).iter().map(|placed| placed.width).collect::<Vec<_>>();
        assert_eq!((widths_of(17), widths_of(20)), (vec![17], vec![14, 4]));
        for width in 0..100 {
            let end = widths(width).last().map_or(0, |(_, x, width)| x + width);
            assert!(end <= width, "{end} {width}");
        }
    }
}

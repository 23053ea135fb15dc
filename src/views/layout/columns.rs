//! Chooses the columns of a table that fit on the screen, and their positions.
//!
//! A column is as wide as the texts of the rows that are listed. If a row needs more than its columns have, the cells
//! of that row move ([`place_row`](super::place_row)), so that no name is cut while there is room beside it.

/// The cells between two columns of a table.
pub(super) const GAP: u16 = 2;

/// The most cells of a text that count: as many as the widest screen has.
pub(super) const MAX_WIDTH: u16 = 1000;

/// The share of the rows that may lack a cell of a column: one of this number.
const MAX_CROWDED: usize = 20;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct ColumnSpec<C> {
    /// The column.
    pub column: C,
    /// Its width.
    pub width: ColumnWidth,
    /// The priority, from 0 for the highest. Columns of priority 0 are never left out, those of priority [`u8::MAX`] always:
    /// they are shown only where the list is sorted by them.
    pub priority: u8,
}

/// The width of a column, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnWidth {
    /// That of its widest text, or the column is left out.
    Text,
    /// That of its widest text if all columns have room; if not, the names share what is left so that the fewest rows
    /// have to move cells.
    Name,
    /// At least `min`; before columns of lower priority are shown, `preferred`; of the rest, up to `max`.
    Cells {
        /// The width below which the column is left out.
        min: u16,
        /// The width that it gets before columns of lower priority are shown.
        preferred: u16,
        /// The width beyond which it gains nothing.
        max: u16,
    },
}

impl<C> ColumnSpec<C> {
    /// A column of names.
    pub const fn name(column: C, priority: u8) -> Self {
        Self { column, width: ColumnWidth::Name, priority }
    }

    /// A column as wide as its texts.
    pub const fn text(column: C, priority: u8) -> Self {
        Self { column, width: ColumnWidth::Text, priority }
    }

    /// A column with limits.
    pub const fn cells(column: C, [min, preferred, max]: [u16; 3], priority: u8) -> Self {
        Self { column, width: ColumnWidth::Cells { min, preferred, max }, priority }
    }

    /// Replaces the column, keeping the widths.
    pub fn map<D>(self, column: impl FnOnce(C) -> D) -> ColumnSpec<D> {
        let Self { column: known, width, priority } = self;
        ColumnSpec { column: column(known), width, priority }
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

/// The widths of the texts of a table, in cells and in the order of its columns.
#[derive(Debug, Clone, Copy)]
pub struct TextWidths<'a> {
    /// Of the titles.
    pub titles: &'a [u16],
    /// Of the texts of each row.
    pub rows: &'a [Vec<u16>],
}

impl TextWidths<'_> {
    fn title(&self, column: usize) -> u16 {
        self.titles.get(column).copied().unwrap_or(0).min(MAX_WIDTH)
    }

    /// Returns the width of a row's text in a column.
    fn of(row: &[u16], column: usize) -> u16 {
        row.get(column).copied().unwrap_or(0).min(MAX_WIDTH)
    }

    fn widest(&self, column: usize) -> u16 {
        let texts = self.rows.iter().map(|row| Self::of(row, column));
        texts.max().unwrap_or(0).max(self.title(column))
    }
}

/// Chooses the columns that fit into `available` cells, by priority. A column is added only where nothing is cut by it.
pub fn fit<C>(specs: &[ColumnSpec<C>], texts: TextWidths<'_>, available: u16) -> Vec<PlacedColumn> {
    let widest: Vec<u16> = (0..specs.len()).map(|column| texts.widest(column)).collect();
    let fitting = Fitting { specs, texts, widest: &widest, available };
    let mut shown: Vec<usize> = (0..specs.len()).filter(|index| fitting.priority(*index) == 0).collect();
    let mut others: Vec<usize> =
        (0..specs.len()).filter(|index| (1..u8::MAX).contains(&fitting.priority(*index))).collect();
    others.sort_by_key(|index| fitting.priority(*index));
    let crowded = fitting.crowded_rows(&shown);
    for column in others {
        let mut with = shown.clone();
        with.push(column);
        with.sort_unstable();
        let is_roomy = fitting.crowded_rows(&with) <= crowded + texts.rows.len() / MAX_CROWDED;
        if is_roomy && fitting.needs(&with) <= available {
            shown = with;
        }
    }
    let mut x = 0;
    let widths = fitting.widths(&shown);
    shown
        .into_iter()
        .zip(widths)
        .map(|(index, width)| {
            let placed = PlacedColumn { index, x, width };
            x += width + GAP;
            placed
        })
        .collect()
}

struct Fitting<'a, C> {
    specs: &'a [ColumnSpec<C>],
    texts: TextWidths<'a>,
    widest: &'a [u16],
    available: u16,
}

impl<C> Fitting<'_, C> {
    fn priority(&self, column: usize) -> u8 {
        self.specs.get(column).map_or(0, |spec| spec.priority)
    }

    fn width(&self, column: usize) -> ColumnWidth {
        self.specs.get(column).map_or(ColumnWidth::Text, |spec| spec.width)
    }

    fn widest(&self, column: usize) -> u16 {
        self.widest.get(column).copied().unwrap_or(0)
    }

    /// Returns the width that a column gets at least, if it is shown.
    fn need(&self, column: usize) -> u16 {
        match self.width(column) {
            ColumnWidth::Text => self.widest(column),
            ColumnWidth::Name => self.texts.title(column),
            ColumnWidth::Cells { preferred, .. } if self.priority(column) == 0 => preferred,
            ColumnWidth::Cells { min, .. } => min,
        }
    }

    /// Returns the cells that these columns need at least.
    fn needs(&self, shown: &[usize]) -> u16 {
        shown.iter().map(|column| self.need(*column)).sum::<u16>() + gaps(shown.len())
    }

    /// Returns the number of rows whose texts do not fit beside one another.
    fn crowded_rows(&self, shown: &[usize]) -> usize {
        let width = |row: &[u16], column: usize| match self.width(column) {
            ColumnWidth::Cells { .. } => self.need(column),
            _ => TextWidths::of(row, column),
        };
        let needs = |row: &[u16]| shown.iter().map(|column| width(row, *column)).sum::<u16>();
        let available = self.available.saturating_sub(gaps(shown.len()));
        self.texts.rows.iter().filter(|row| needs(row) > available).count()
    }

    /// Returns the widths of these columns.
    fn widths(&self, shown: &[usize]) -> Vec<u16> {
        let available = self.available.saturating_sub(gaps(shown.len()));
        let is_name = |column: &usize| self.width(*column) == ColumnWidth::Name;
        let mut widths: Vec<u16> = shown
            .iter()
            .map(|column| match self.width(*column) {
                ColumnWidth::Cells { preferred, .. } => preferred,
                _ => self.widest(*column),
            })
            .collect();
        let missing = |widths: &[u16]| widths.iter().sum::<u16>().saturating_sub(available);
        for (column, width) in shown.iter().zip(0..) {
            let missing = missing(&widths);
            if let (ColumnWidth::Cells { min, .. }, Some(width)) =
                (self.width(*column), widths.get_mut(width))
            {
                *width = width.saturating_sub(missing).max(min.min(*width));
            }
        }
        let too_many = missing(&widths);
        let names: Vec<usize> =
            shown.iter().zip(0..).filter(|(column, _)| is_name(column)).map(|(_, at)| at).collect();
        match names.as_slice() {
            [first, .., last] if too_many > 0 => self.share(shown, &mut widths, *first, *last, too_many),
            [.., last] if too_many > 0 => {
                if let Some(width) = widths.get_mut(*last) {
                    *width = width.saturating_sub(too_many);
                }
            }
            _ => {}
        }
        // Without names, or on a very small screen.
        let too_many = missing(&widths);
        if let Some(last) = widths.last_mut() {
            *last = last.saturating_sub(too_many);
        }
        self.widen(shown, &mut widths, available);
        widths
    }

    /// Takes `too_many` cells from two columns of names, so that the fewest rows have to move cells.
    fn share(&self, shown: &[usize], widths: &mut [u16], first: usize, last: usize, too_many: u16) {
        let (Some(widest), Some(rest)) = (widths.get(first).copied(), widths.get(last).copied()) else {
            return;
        };
        let (Some(one), Some(other)) = (shown.get(first).copied(), shown.get(last).copied()) else { return };
        let width = TextWidths::of;
        let moved = |taken: u16| {
            let rows = self.texts.rows.iter();
            let (most, most_other) = (widest - taken, (rest + taken).saturating_sub(too_many));
            rows.filter(|row| width(row, one) > most || width(row, other) > most_other).count()
        };
        let least = too_many.saturating_sub(rest.saturating_sub(self.texts.title(other)));
        let most = too_many.min(widest.saturating_sub(self.texts.title(one))).max(least.min(widest));
        let taken = (least.min(most)..=most).min_by_key(|taken| moved(*taken)).unwrap_or(0);
        if let Some(width) = widths.get_mut(first) {
            *width = widest - taken;
        }
        if let Some(width) = widths.get_mut(last) {
            *width = (rest + taken).saturating_sub(too_many);
        }
    }

    /// Distributes the cells that are left: to the columns with limits up to their maximum, in turn, then to the last.
    fn widen(&self, shown: &[usize], widths: &mut [u16], available: u16) {
        let mut room = available.saturating_sub(widths.iter().sum());
        for (column, width) in shown.iter().zip(widths.iter_mut()) {
            if let ColumnWidth::Cells { max, .. } = self.width(*column) {
                let more = max.saturating_sub(*width).min(room);
                *width += more;
                room -= more;
            }
        }
        if let Some(last) = widths.last_mut() {
            *last += room;
        }
    }
}

fn gaps(columns: usize) -> u16 {
    u16::try_from(columns.saturating_sub(1)).unwrap_or(0).saturating_mul(GAP)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::row::{MIN_GAP, RowText, place_row};
    use super::*;

    const SPECS: &[ColumnSpec<char>] = &[
        ColumnSpec::name('a', 0),
        ColumnSpec::text('b', 1),
        ColumnSpec::name('c', 0),
        ColumnSpec::text('d', 2),
    ];

    fn columns(rows: &[[u16; 4]], available: u16) -> Vec<(char, u16, u16)> {
        let rows: Vec<Vec<u16>> = rows.iter().map(|row| row.to_vec()).collect();
        let placed = fit(SPECS, TextWidths { titles: &[4, 2, 4, 3], rows: &rows }, available);
        placed.iter().map(|placed| (SPECS[placed.index].column, placed.x, placed.width)).collect()
    }

    #[test]
    fn columns_are_as_wide_as_their_texts_and_come_by_priority() {
        let rows = [[20, 2, 10, 8], [12, 5, 15, 6]];
        assert_eq!(columns(&rows, 60), [('a', 0, 20), ('b', 22, 5), ('c', 29, 15), ('d', 46, 14)]);
        assert_eq!(columns(&rows, 54), [('a', 0, 20), ('b', 22, 5), ('c', 29, 15), ('d', 46, 8)]);
        assert_eq!(columns(&rows, 43), [('a', 0, 20), ('b', 22, 5), ('c', 29, 14)], "one row moves");
        assert_eq!(columns(&rows, 37), [('a', 0, 13), ('b', 15, 5), ('c', 22, 15)], "the other one moves");
        assert_eq!(columns(&rows, 35), [('a', 0, 20), ('c', 22, 13)]);
        assert_eq!(columns(&rows, 12), [('a', 0, 6), ('c', 8, 4)]);
    }

    #[test]
    fn a_column_is_not_added_where_names_would_be_cut() {
        let rows = [[30, 2, 30, 2]; 10];
        assert_eq!(columns(&rows, 65), [('a', 0, 30), ('c', 32, 33)]);
        // One row of thirty may lack it.
        let rows = [vec![[30, 2, 30, 2]], vec![[10, 2, 10, 2]; 29]].concat();
        assert_eq!(columns(&rows, 65)[1].0, 'b');
    }

    #[test]
    fn limits_are_kept() {
        let specs = [ColumnSpec::name('a', 0), ColumnSpec::cells('b', [10, 20, 40], 0)];
        let rows = [vec![12, 0]];
        let widths = |available| {
            let placed = fit(&specs, TextWidths { titles: &[5, 5], rows: &rows }, available);
            placed.iter().map(|placed| placed.width).collect::<Vec<_>>()
        };
        assert_eq!(widths(80), [12, 66]);
        assert_eq!(widths(40), [12, 26]);
        assert_eq!(widths(30), [12, 16]);
        assert_eq!(widths(20), [8, 10]);
    }

    proptest! {
        #[test]
        fn columns_and_texts_stay_apart_and_inside(
            rows in prop::collection::vec(
                prop::collection::vec(prop_oneof![9 => 0..50_u16, 1 => any::<u16>()], 4),
                0..30,
            ),
            available in 0..120_u16,
        ) {
            let placed = fit(SPECS, TextWidths { titles: &[4, 2, 4, 3], rows: &rows }, available);
            let mut end = 0;
            for column in &placed {
                prop_assert!(column.x >= end);
                end = column.x + column.width;
            }
            prop_assert!(end <= available.max(gaps(placed.len())));
            for row in &rows {
                let texts: Vec<RowText> = placed.iter().map(|column| RowText {
                    column: *column,
                    width: row[column.index],
                    is_right_aligned: column.index == 1,
                    is_optional: column.index % 2 == 1,
                }).collect();
                let mut end = 0;
                let sum: usize = texts.iter().map(|text| usize::from(text.width) + usize::from(MIN_GAP)).sum();
                for (text, place) in texts.iter().zip(place_row(&texts, available)) {
                    let Some((x, width)) = place else { continue };
                    prop_assert!(x >= end);
                    end = x + width;
                    prop_assert!(width == 0 || end <= available);
                    let is_crowded = sum > usize::from(available + MIN_GAP);
                    prop_assert!(is_crowded || width == text.width, "cut without need");
                }
            }
        }
    }
}

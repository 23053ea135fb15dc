//! Places the texts of a row of a table.

use super::columns::{GAP, MAX_WIDTH, PlacedColumn};

/// The cells between two texts of a row whose cells had to move.
pub(super) const MIN_GAP: u16 = 1;

/// A text of a row to place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowText {
    /// The column that it stands in.
    pub column: PlacedColumn,
    /// Its width in cells.
    pub width: u16,
    /// Whether it ends where its column ends, as numbers do.
    pub is_right_aligned: bool,
    /// Whether it may be left out where a name has no room.
    pub is_optional: bool,
}

impl RowText {
    fn capped(self) -> Self {
        Self { width: self.width.min(MAX_WIDTH), ..self }
    }
}

/// Places the texts of a row, which ends at `end`. Returns the position and the width of each; none for a text that is
/// left out.
///
/// A text wider than its column moves the others: first those to its right, then those to its left, closer to one
/// another if need be. If that does not suffice, optional texts are left out from the right, and what is still too long is cut at its end.
pub fn place_row(texts: &[RowText], end: u16) -> Vec<Option<(u16, u16)>> {
    let mut is_shown: Vec<bool> = texts.iter().map(|_| true).collect();
    loop {
        let shown: Vec<RowText> =
            texts.iter().zip(&is_shown).filter(|(_, shown)| **shown).map(|(text, _)| text.capped()).collect();
        let (roomy, is_roomy) = place(&shown, end, GAP);
        let (placed, is_whole) = if is_roomy { (roomy, true) } else { place(&shown, end, MIN_GAP) };
        let optional =
            texts.iter().zip(&is_shown).rposition(|(text, is_shown)| *is_shown && text.is_optional);
        match optional {
            Some(optional) if !is_whole => {
                is_shown.iter_mut().skip(optional).take(1).for_each(|it| *it = false)
            }
            _ => {
                let mut placed = placed.into_iter();
                return is_shown.into_iter().map(|shown| if shown { placed.next() } else { None }).collect();
            }
        }
    }
}

/// Places texts beside one another. Returns whether all are whole.
fn place(texts: &[RowText], end: u16, gap: u16) -> (Vec<(u16, u16)>, bool) {
    let mut next = 0;
    let mut placed: Vec<(u16, u16)> = texts
        .iter()
        .map(|text| {
            let own = match text.is_right_aligned {
                true => (text.column.x + text.column.width).saturating_sub(text.width),
                false => text.column.x,
            };
            let x = own.max(next);
            next = x + text.width + gap;
            (x, text.width)
        })
        .collect();
    let mut limit = end;
    for (x, width) in placed.iter_mut().rev() {
        *x = (*x).min(limit.saturating_sub(*width));
        limit = x.saturating_sub(gap);
    }
    let start = texts.first().map_or(0, |text| text.column.x);
    let mut is_whole = true;
    let mut next = start;
    for (x, width) in &mut placed {
        *x = (*x).max(next);
        let room = end.saturating_sub(*x);
        is_whole &= *width <= room;
        *width = (*width).min(room);
        next = *x + *width + gap;
    }
    (placed, is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(x: u16, width: u16, text: u16) -> RowText {
        let column = PlacedColumn { index: 0, x, width };
        RowText { column, width: text, is_right_aligned: false, is_optional: false }
    }

    #[test]
    fn texts_that_are_too_wide_move_the_others() {
        let optional = RowText { is_optional: true, is_right_aligned: true, ..text(12, 4, 2) };
        let row = |first, last| place_row(&[text(0, 10, first), optional, text(18, 12, last)], 30);
        assert_eq!(row(8, 5), [Some((0, 8)), Some((14, 2)), Some((18, 5))]);
        assert_eq!(row(15, 5), [Some((0, 15)), Some((17, 2)), Some((21, 5))], "to the right");
        assert_eq!(row(8, 15), [Some((0, 8)), Some((11, 2)), Some((15, 15))], "to the left");
        assert_eq!(row(8, 18), [Some((0, 8)), Some((9, 2)), Some((12, 18))], "closer");
        assert_eq!(row(15, 14), [Some((0, 15)), None, Some((16, 14))], "without the number");
        assert_eq!(row(15, 20), [Some((0, 15)), None, Some((16, 14))], "cut at the end");
        assert_eq!(row(40, 5), [Some((0, 30)), None, Some((31, 0))]);
    }
}

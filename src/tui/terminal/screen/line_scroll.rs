//! Scrolling of lines by the terminal itself, which takes fewer bytes than printing them again.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::zip;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::terminal::screen::sgr::SgrState;

/// A move of adjacent lines, over the whole width of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineScroll {
    /// The first of the lines.
    pub(super) top: u16,
    /// The line below the last one.
    pub(super) bottom: u16,
    /// The distance in lines, less than `bottom - top`.
    pub(super) distance: u16,
    pub(super) direction: Direction,
}

/// The direction that lines move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl LineScroll {
    /// Returns the scroll of the lines of `area` after which the most of them
    /// look as in `next`, or `None` if no scroll is better than none.
    pub(super) fn detect(shown: &Buffer, next: &Buffer, area: Rect) -> Option<Self> {
        let area = area.intersection(shown.area);
        let (from, to) = (line_hashes(shown, area), line_hashes(next, area));
        let matches = |from: &[u64], to: &[u64]| zip(from, to).filter(|(from, to)| from == to).count();
        let (best, distance, direction) = (1..area.height)
            .flat_map(|distance| {
                let [from_below, to_below] =
                    [&from, &to].map(|lines| lines.get(usize::from(distance)..).unwrap_or_default());
                [
                    (matches(from_below, &to), distance, Direction::Up),
                    (matches(&from, to_below), distance, Direction::Down),
                ]
            })
            // `max_by_key` returns the last maximum: the shortest distance.
            .rev()
            .max_by_key(|(matches, ..)| *matches)?;
        let scroll = Self { top: area.top(), bottom: area.bottom(), distance, direction };
        (best > matches(&from, &to)).then_some(scroll)
    }

    /// Returns the sequences for it: DL at one end, IL at the other. No margins
    /// (DECSTBM) are set, since a cut connection would leave them behind.
    pub(super) fn sequences(self) -> String {
        let Self { top, bottom, distance, direction } = self;
        let first = top + 1;
        let last = bottom - distance + 1;
        let count = if distance == 1 { String::new() } else { distance.to_string() };
        match direction {
            Direction::Up => format!("\x1b[{first}H\x1b[{count}M\x1b[{last}H\x1b[{count}L"),
            Direction::Down => format!("\x1b[{last}H\x1b[{count}M\x1b[{first}H\x1b[{count}L"),
        }
    }

    /// Scrolls the lines of a buffer in the same way. The uncovered lines become blank.
    pub(super) fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let cells = usize::from(self.top) * width..usize::from(self.bottom) * width;
        let Some(cells) = shown.content.get_mut(cells) else { return };
        let moved = usize::from(self.distance) * width;
        let uncovered = match self.direction {
            Direction::Up => {
                cells.rotate_left(moved);
                cells.len() - moved..cells.len()
            }
            Direction::Down => {
                cells.rotate_right(moved);
                0..moved
            }
        };
        cells.get_mut(uncovered).into_iter().flatten().for_each(|cell| cell.reset());
    }
}

/// Hashes what each line of an area looks like. Most of the compared lines
/// differ, and the number of comparisons is quadratic in the number of lines.
fn line_hashes(screen: &Buffer, area: Rect) -> Vec<u64> {
    area.rows()
        .map(|line| {
            let mut hasher = DefaultHasher::new();
            for cell in line.positions().filter_map(|position| screen.cell(position)) {
                (cell.symbol(), SgrState::visible(cell)).hash(&mut hasher);
            }
            hasher.finish()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize;
    use ratatui::text::Line;

    use super::*;

    const AREA: Rect = Rect::new(0, 1, 6, 6);

    /// Returns a screen with a title, lines and a footer. One line is selected.
    fn screen(lines: [&str; 6], selected: usize) -> Buffer {
        let list = lines.into_iter().enumerate();
        let list =
            list.map(|(index, line)| if index == selected { line.reversed().into() } else { line.into() });
        let lines = [Line::from("title")].into_iter().chain(list).chain([Line::from("footer")]);
        Buffer::with_lines(lines)
    }

    fn detect(shown: &Buffer, next: &Buffer) -> Option<(Direction, u16)> {
        LineScroll::detect(shown, next, AREA).map(|scroll| (scroll.direction, scroll.distance))
    }

    #[test]
    fn lines_that_reappear_elsewhere_have_moved() {
        let from = screen(["a", "b", "c", "d", "e", "f"], 5);
        for (lines, selected, scroll) in [
            (["b", "c", "d", "e", "f", "g"], 5, Some((Direction::Up, 1))),
            (["Z", "a", "b", "c", "d", "e"], 0, Some((Direction::Down, 1))),
            (["c", "d", "e", "f", "g", "h"], 0, Some((Direction::Up, 2))),
            (["c", "d", "e", "f", "g", "h"], 5, Some((Direction::Up, 2))),
            (["Y", "Z", "a", "b", "c", "d"], 5, Some((Direction::Down, 2))),
            (["a", "b", "c", "d", "e", "f"], 4, None),
            (["x", "y", "z", "a", "b", "c"], 5, Some((Direction::Down, 3))),
            (["a", "b", "x", "a", "y", "z"], 9, None),
            (["u", "v", "w", "x", "y", "z"], 5, None),
        ] {
            let found = detect(&from, &screen(lines, selected));
            assert_eq!(found, scroll, "{lines:?}, {selected} selected");
        }
    }

    #[test]
    fn lines_that_stay_where_they_are_have_not_moved() {
        let same = screen(["a", "a", "a", "a", "a", "b"], 5);
        assert_eq!(detect(&same, &screen(["a", "a", "a", "a", "a", "a"], 5)), None);
        let blank = screen([""; 6], 9);
        assert_eq!(detect(&blank, &screen(["", "", "", "", "", "a"], 9)), None);
        assert_eq!(LineScroll::detect(&same, &blank, Rect::ZERO), None);
        assert_eq!(LineScroll::detect(&same, &blank, Rect::new(0, 6, 6, 9)), None, "not on the screen");
    }

    #[test]
    fn only_the_lines_of_the_area_move() {
        let from = screen(["a", "b", "c", "d", "e", "f"], 9);
        for (direction, distance, lines, sequences) in [
            (Direction::Up, 1, ["b", "c", "d", "e", "f", ""], "\x1b[2H\x1b[M\x1b[7H\x1b[L"),
            (Direction::Up, 3, ["d", "e", "f", "", "", ""], "\x1b[2H\x1b[3M\x1b[5H\x1b[3L"),
            (Direction::Down, 1, ["", "a", "b", "c", "d", "e"], "\x1b[7H\x1b[M\x1b[2H\x1b[L"),
            (Direction::Down, 3, ["", "", "", "a", "b", "c"], "\x1b[5H\x1b[3M\x1b[2H\x1b[3L"),
        ] {
            let scroll = LineScroll { top: AREA.top(), bottom: AREA.bottom(), distance, direction };
            let mut shown = from.clone();
            scroll.apply(&mut shown);
            assert_eq!(shown, screen(lines, 9));
            assert_eq!(scroll.sequences(), sequences);
        }
    }
}

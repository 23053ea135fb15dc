//! Lines that stand again a few lines higher or lower: the terminal moves them
//! itself, for fewer bytes than it takes to print them anew.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::zip;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::terminal::screen::sgr::SgrState;

/// Whole lines of the screen that move together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineScroll {
    /// The first of them.
    pub(super) top: u16,
    /// The first line below them.
    pub(super) bottom: u16,
    /// How far they move; less than there are lines.
    pub(super) by: u16,
    pub(super) direction: Direction,
}

/// Where lines move to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl LineScroll {
    /// The shift of the lines of `area` after which the most of them are as they
    /// will be, if those are more than without it.
    pub(super) fn between(shown: &Buffer, next: &Buffer, area: Rect) -> Option<Self> {
        let area = area.intersection(shown.area);
        let (from, to) = (line_hashes(shown, area), line_hashes(next, area));
        let found = |from: &[u64], to: &[u64]| zip(from, to).filter(|(from, to)| from == to).count();
        let (best, by, direction) = (1..area.height)
            .flat_map(|by| {
                let [from_below, to_below] =
                    [&from, &to].map(|lines| lines.get(usize::from(by)..).unwrap_or_default());
                [(found(from_below, &to), by, Direction::Up), (found(&from, to_below), by, Direction::Down)]
            })
            // The nearest of those that are as good.
            .rev()
            .max_by_key(|(found, ..)| *found)?;
        let scroll = Self { top: area.top(), bottom: area.bottom(), by, direction };
        (best > found(&from, &to)).then_some(scroll)
    }

    /// The sequences for it. No margins are set, which a cut connection could
    /// leave behind: what is below the lines is moved as far, and back.
    pub(super) fn sequences(self) -> String {
        let Self { top, bottom, by, direction } = self;
        let first = top + 1;
        let last = bottom - by + 1;
        let count = if by == 1 { String::new() } else { by.to_string() };
        match direction {
            Direction::Up => format!("\x1b[{first}H\x1b[{count}M\x1b[{last}H\x1b[{count}L"),
            Direction::Down => format!("\x1b[{last}H\x1b[{count}M\x1b[{first}H\x1b[{count}L"),
        }
    }

    /// Does the same to what is shown.
    pub(super) fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let cells = usize::from(self.top) * width..usize::from(self.bottom) * width;
        let Some(cells) = shown.content.get_mut(cells) else { return };
        let moved = usize::from(self.by) * width;
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

/// What each line of an area looks like, as a number: most of the lines that
/// are compared differ, and there are as many pairs as lines times lines.
fn line_hashes(screen: &Buffer, area: Rect) -> Vec<u64> {
    area.rows()
        .map(|line| {
            let mut hasher = DefaultHasher::new();
            for cell in line.positions().filter_map(|position| screen.cell(position)) {
                (cell.symbol(), SgrState::seen(cell)).hash(&mut hasher);
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

    /// A screen with a title, lines, and a footer, of which one line is selected.
    fn screen(lines: [&str; 6], selected: usize) -> Buffer {
        let list = lines.into_iter().enumerate();
        let list =
            list.map(|(place, line)| if place == selected { line.reversed().into() } else { line.into() });
        let lines = [Line::from("title")].into_iter().chain(list).chain([Line::from("footer")]);
        Buffer::with_lines(lines)
    }

    fn between(shown: &Buffer, next: &Buffer) -> Option<(Direction, u16)> {
        LineScroll::between(shown, next, AREA).map(|scroll| (scroll.direction, scroll.by))
    }

    #[test]
    fn lines_that_stand_elsewhere_have_moved() {
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
            let found = between(&from, &screen(lines, selected));
            assert_eq!(found, scroll, "{lines:?}, {selected} selected");
        }
    }

    #[test]
    fn lines_that_stay_where_they_are_have_not_moved() {
        let same = screen(["a", "a", "a", "a", "a", "b"], 5);
        assert_eq!(between(&same, &screen(["a", "a", "a", "a", "a", "a"], 5)), None);
        let blank = screen([""; 6], 9);
        assert_eq!(between(&blank, &screen(["", "", "", "", "", "a"], 9)), None);
        assert_eq!(LineScroll::between(&same, &blank, Rect::ZERO), None);
        assert_eq!(LineScroll::between(&same, &blank, Rect::new(0, 6, 6, 9)), None, "not on the screen");
    }

    #[test]
    fn only_the_lines_between_move() {
        let from = screen(["a", "b", "c", "d", "e", "f"], 9);
        for (direction, by, lines, sequences) in [
            (Direction::Up, 1, ["b", "c", "d", "e", "f", ""], "\x1b[2H\x1b[M\x1b[7H\x1b[L"),
            (Direction::Up, 3, ["d", "e", "f", "", "", ""], "\x1b[2H\x1b[3M\x1b[5H\x1b[3L"),
            (Direction::Down, 1, ["", "a", "b", "c", "d", "e"], "\x1b[7H\x1b[M\x1b[2H\x1b[L"),
            (Direction::Down, 3, ["", "", "", "a", "b", "c"], "\x1b[5H\x1b[3M\x1b[2H\x1b[3L"),
        ] {
            let scroll = LineScroll { top: AREA.top(), bottom: AREA.bottom(), by, direction };
            let mut shown = from.clone();
            scroll.apply(&mut shown);
            assert_eq!(shown, screen(lines, 9));
            assert_eq!(scroll.sequences(), sequences);
        }
    }
}

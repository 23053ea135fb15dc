//! A cursor in a list of lines.

use crate::tui::state::{Extent, Motion};

/// The chosen line of a list, and the lines that are on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListCursor {
    index: usize,
    offset: usize,
}

impl ListCursor {
    /// Returns the index of the chosen line; meaningless if the list is empty.
    pub const fn index(self) -> usize {
        self.index
    }

    /// Returns the index of the first line on the screen.
    pub const fn offset(self) -> usize {
        self.offset
    }

    /// Returns the cursor after a move.
    pub fn after(self, motion: Motion, extent: Extent) -> Self {
        self.at(motion.from(self.index, extent.lines.saturating_sub(1), extent.height), extent)
    }

    /// Returns the cursor at a line, or at the last one if there are fewer.
    pub fn at(self, index: usize, extent: Extent) -> Self {
        let index = index.min(extent.lines.saturating_sub(1));
        let min_offset = (index + 1).saturating_sub(extent.height);
        Self { index, offset: self.offset.clamp(min_offset.min(index), index).min(extent.max_scroll()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Extent = Extent { lines: 10, height: 3 };

    #[test]
    fn the_chosen_line_is_on_the_screen_and_no_line_is_left_empty() {
        let mut cursor = ListCursor::default();
        for (motion, index, offset) in [
            (Motion::Last, 9, 7),
            (Motion::Up, 8, 7),
            (Motion::PageUp, 5, 5),
            (Motion::Down, 6, 5),
            (Motion::First, 0, 0),
        ] {
            cursor = cursor.after(motion, TEN);
            assert_eq!((cursor.index(), cursor.offset()), (index, offset), "{motion:?}");
        }
        assert_eq!(cursor.at(99, Extent { lines: 2, height: 3 }), ListCursor { index: 1, offset: 0 });
        assert_eq!(cursor.at(5, Extent { lines: 0, height: 3 }), ListCursor::default());
    }
}

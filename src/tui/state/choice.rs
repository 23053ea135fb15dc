//! A line chosen among some.

use crate::tui::state::action::Motion;

/// Which of some lines is chosen, and which of them are on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    place: usize,
    offset: usize,
}

impl Choice {
    /// Place of the chosen line; of no meaning where there is none.
    pub const fn place(self) -> usize {
        self.place
    }

    /// Place of the first line on the screen.
    pub const fn offset(self) -> usize {
        self.offset
    }

    /// The choice after a move among `total` lines, `height` of them on the screen.
    pub fn after(self, motion: Motion, total: usize, height: usize) -> Self {
        self.at(motion.from(self.place, total.saturating_sub(1), height), total, height)
    }

    /// The choice of a place, or of the last one there is.
    pub fn at(self, place: usize, total: usize, height: usize) -> Self {
        let place = place.min(total.saturating_sub(1));
        let highest = (place + 1).saturating_sub(height);
        Self { place, offset: self.offset.clamp(highest.min(place), place).min(total.saturating_sub(height)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_line_is_on_the_screen_and_no_line_is_left_empty() {
        let mut choice = Choice::default();
        for (motion, place, offset) in [
            (Motion::Last, 9, 7),
            (Motion::Up, 8, 7),
            (Motion::PageUp, 5, 5),
            (Motion::Down, 6, 5),
            (Motion::First, 0, 0),
        ] {
            choice = choice.after(motion, 10, 3);
            assert_eq!((choice.place(), choice.offset()), (place, offset), "{motion:?}");
        }
        assert_eq!(choice.at(99, 2, 3), Choice { place: 1, offset: 0 });
        assert_eq!(choice.at(5, 0, 3), Choice::default());
    }
}

//! Moves through a list or a text.

/// The lines that a notch of the mouse wheel moves.
const WHEEL_LINES: usize = 3;

/// A move through a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// The lines of a notch of the mouse wheel up.
    WheelUp,
    /// The lines of a notch of the mouse wheel down.
    WheelDown,
    /// To the start.
    First,
    /// To the end.
    Last,
}

impl Motion {
    /// Returns the position after a move from `position`. Positions range from 0 to
    /// `last`; `page` of them are on the screen.
    pub fn from(self, position: usize, last: usize, page: usize) -> usize {
        match self {
            Self::Up => position.saturating_sub(1),
            Self::Down => position.saturating_add(1).min(last),
            Self::WheelUp => position.saturating_sub(WHEEL_LINES),
            Self::WheelDown => position.saturating_add(WHEEL_LINES).min(last),
            Self::PageUp => position.saturating_sub(page.max(1)),
            Self::PageDown => position.saturating_add(page.max(1)).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// Returns whether the move goes towards the start.
    pub const fn is_backward(self) -> bool {
        matches!(self, Self::Up | Self::PageUp | Self::WheelUp | Self::First)
    }
}

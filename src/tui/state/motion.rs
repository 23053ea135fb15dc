//! Moves through a list or a text.

/// Lines that a notch of the mouse wheel moves.
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
    /// Some lines up.
    WheelUp,
    /// Some lines down.
    WheelDown,
    /// To the start.
    First,
    /// To the end.
    Last,
}

impl Motion {
    /// Where one gets from `place`, on a way of the places 0 to `last` with
    /// `page` of them on the screen.
    pub fn from(self, place: usize, last: usize, page: usize) -> usize {
        match self {
            Self::Up => place.saturating_sub(1),
            Self::Down => place.saturating_add(1).min(last),
            Self::WheelUp => place.saturating_sub(WHEEL_LINES),
            Self::WheelDown => place.saturating_add(WHEEL_LINES).min(last),
            Self::PageUp => place.saturating_sub(page.max(1)),
            Self::PageDown => place.saturating_add(page.max(1)).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// Whether it goes towards the start.
    pub const fn is_backward(self) -> bool {
        matches!(self, Self::Up | Self::PageUp | Self::WheelUp | Self::First)
    }
}

//! The size of a text that scrolls.

/// The size of a text that scrolls, in lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// All lines of the text.
    pub lines: usize,
    /// The lines that are on the screen at once.
    pub height: usize,
}

impl Extent {
    /// Returns the scroll position that shows the end.
    pub const fn max_scroll(self) -> usize {
        self.lines.saturating_sub(self.height)
    }
}

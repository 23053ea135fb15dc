//! What the map shows.

use ratatui::layout::Size;

use crate::views::map::Division;

/// The size from which on departments can be told apart.
const DEPARTMENTS: Size = Size::new(66, 20);

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapView {
    /// A point for each Cité.
    Points,
    /// Areas, filled by a measure of their Cités.
    Areas(Division),
}

impl MapView {
    /// Everything that the map can show, in the order of the key that cycles through them.
    pub const ALL: [Self; 3] =
        [Self::Points, Self::Areas(Division::Region), Self::Areas(Division::Department)];

    /// Returns whether there is room for it on a screen of some size.
    pub fn is_possible(self, size: Size) -> bool {
        let has_room = size.width >= DEPARTMENTS.width && size.height >= DEPARTMENTS.height;
        has_room || self != Self::Areas(Division::Department)
    }
}

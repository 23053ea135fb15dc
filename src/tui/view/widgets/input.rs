//! The part of a line of input that fits its field.

use crate::tui::state::LineEditor;
use crate::tui::view::widgets::text::width;
use crate::views::layout;

/// The part of a line of input that is on the screen. The cursor is in it.
#[derive(Debug, Clone, Copy)]
pub struct VisibleInput<'a> {
    /// The text on the screen.
    pub text: &'a str,
    /// The cells between the start of the field and the cursor.
    pub cursor: u16,
}

impl<'a> VisibleInput<'a> {
    /// Scrolls a line in a field of `columns` cells as far as its cursor needs.
    pub fn new(line: &'a LineEditor, columns: u16) -> Self {
        let cursor = width(line.before_cursor());
        let hidden = cursor.saturating_sub(columns.saturating_sub(1));
        let start = layout::prefix(line.text(), hidden.into()).len();
        let text = line.text().get(start..).unwrap_or_default();
        Self { text: layout::prefix(text, columns.into()), cursor: cursor - hidden }
    }
}

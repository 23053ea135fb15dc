//! The popup that asks for the name of a file.

use crate::output::Format;
use crate::tui::state::LineEditor;

/// The name of a file that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDialog {
    /// The name.
    pub name: LineEditor,
    /// The number of lines to write.
    pub count: usize,
    /// Whether there is a file of that name, which the next Enter replaces.
    pub exists: bool,
    /// The problem of the name, or of the last attempt to write.
    pub problem: Option<String>,
}

impl SaveDialog {
    /// Clears the messages about the name before it was edited.
    pub(in crate::tui) fn edited(&mut self) {
        self.exists = false;
        self.problem = None;
    }

    /// Returns the format that the extension of the name stands for.
    pub fn format(&self) -> Option<Format> {
        let (_, end) = self.name.text().trim().rsplit_once('.')?;
        Format::saved().find(|(known, _)| end.eq_ignore_ascii_case(known)).map(|(_, format)| format)
    }

    /// Replaces the extension of the name by that of the next format.
    pub(in crate::tui) fn next_format(&mut self) {
        let current = self.format();
        let next = Format::saved().skip_while(|(_, format)| Some(*format) != current).nth(1);
        let Some((end, _)) = next.or_else(|| Format::saved().next()) else { return };
        let name = self.name.text().trim();
        let stem = match current {
            Some(_) => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
            None => name.trim_end_matches('.'),
        };
        self.name = LineEditor::new(&format!("{stem}.{end}"));
        self.edited();
    }
}

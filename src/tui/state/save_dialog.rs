//! The popup that asks for the name of a file.

use crate::locale::Lang;
use crate::output::Format;
use crate::tui::state::{LineEditor, ListCursor};
use crate::views::Column;

/// The name of a file that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveDialog {
    /// The name.
    pub name: LineEditor,
    /// The folder of a name that has none.
    pub folder: String,
    /// The number of lines to write.
    pub count: usize,
    /// The columns to choose from; empty if there is no choice.
    pub columns: Vec<SaveColumn>,
    /// The cursor in the columns while they are chosen.
    pub choosing: Option<ListCursor>,
    /// The separator of the cells of CSV.
    pub separator: u8,
    /// Whether formats that take it begin with the mark of UTF-8, the byte order mark.
    pub bom: bool,
    /// Whether there is a file of that name, which the next Enter replaces.
    pub exists: bool,
    /// The problem of the name, or of the last attempt to write.
    pub problem: Option<String>,
}

/// A column that can be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveColumn {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// Whether it is saved.
    pub is_chosen: bool,
}

impl SaveColumn {
    /// Lists the columns of a listing: those that are chosen at first, then the others.
    pub(in crate::tui) fn list<C: Column>(chosen: &[C], lang: Lang) -> Vec<Self> {
        let others = C::ALL.iter().filter(|column| !chosen.contains(column));
        let columns = chosen.iter().map(|column| (column, true)).chain(others.map(|column| (column, false)));
        let column = |(column, is_chosen): (&C, bool)| Self {
            name: column.name(),
            title: column.title(lang),
            is_chosen,
        };
        columns.map(column).collect()
    }
}

impl SaveDialog {
    /// Asks where to save `count` lines, with a name as the proposal. CSV for spreadsheets, which `;` separates,
    /// begins with the mark of UTF-8: without it Excel shows wrong letters.
    pub(in crate::tui) fn new(
        name: LineEditor,
        folder: String,
        count: usize,
        columns: Vec<SaveColumn>,
        separator: u8,
    ) -> Self {
        let bom = separator == b';';
        Self { name, folder, count, columns, choosing: None, separator, bom, exists: false, problem: None }
    }

    /// Returns whether the file has columns that can be chosen.
    pub fn has_columns(&self) -> bool {
        !self.columns.is_empty() && self.format().is_some_and(|format| format != Format::Json)
    }

    /// Returns the chosen columns of a listing.
    pub(in crate::tui) fn chosen<C: Column>(&self) -> Vec<C> {
        let chosen = self.columns.iter().filter(|column| column.is_chosen);
        chosen.filter_map(|column| C::from_name(column.name)).collect()
    }

    /// Adds the column at the cursor to the chosen ones, or removes it. One of them stays.
    pub(in crate::tui) fn toggle_column(&mut self) {
        let Some(cursor) = self.choosing else { return };
        let count = self.columns.iter().filter(|column| column.is_chosen).count();
        if let Some(column) = self.columns.get_mut(cursor.index())
            && !(column.is_chosen && count == 1)
        {
            column.is_chosen = !column.is_chosen;
        }
    }

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

    /// Returns the formats to choose from, each with whether it begins with the mark of UTF-8: those that take it
    /// come with it and without.
    pub fn choices(&self) -> impl Iterator<Item = (&'static str, Format, bool)> {
        let first = self.separator == b';';
        Format::saved().flat_map(move |(end, format)| {
            let marks: &[bool] = match (format.takes_bom(), first) {
                (true, true) => &[true, false],
                (true, false) => &[false, true],
                (false, _) => &[false],
            };
            marks.iter().map(move |bom| (end, format, *bom))
        })
    }

    /// Returns whether a choice is the one that the name and the mark stand for.
    pub fn is_chosen(&self, format: Format, bom: bool) -> bool {
        self.format() == Some(format) && (!format.takes_bom() || self.bom == bom)
    }

    /// Replaces the extension of the name by that of the next choice.
    pub(in crate::tui) fn next_format(&mut self) {
        let current = self.format();
        let next = self.choices().skip_while(|(_, format, bom)| !self.is_chosen(*format, *bom)).nth(1);
        let Some((end, format, bom)) = next.or_else(|| self.choices().next()) else { return };
        if format.takes_bom() {
            self.bom = bom;
        }
        let name = self.name.text().trim();
        let stem = match current {
            Some(_) => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
            None => name.trim_end_matches('.'),
        };
        self.name = LineEditor::new(&format!("{stem}.{end}"));
        self.edited();
    }
}

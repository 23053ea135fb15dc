//! Reads CSV tables and checks each cell by the rules of its column.

mod column;
mod schema;

use std::path::Path;
use std::str::FromStr;

use csv::{ByteRecord, ReaderBuilder};

pub(super) use column::{Column, Kind};

use crate::snapshot::date::PartialDate;
use crate::snapshot::input::{DEFAULT_MAX_SIZE, Input};
use crate::snapshot::location::{Location, Target};
use crate::snapshot::problem::{Problems, Violation};
use crate::snapshot::rules::entity::{Entity, Ids, Known};
use crate::snapshot::rules::format::{
    DUPLICATE_COLUMN, MISSING_COLUMN, NOT_UTF8, RAGGED_ROW, UNKNOWN_COLUMN,
};
use crate::snapshot::rules::parse::{EMPTY, OUTER_SPACE, check_text};
use crate::snapshot::rules::unique::Seen;
use crate::snapshot::spelling::closest_match;

/// The name and the columns of a table.
#[derive(Debug)]
pub(super) struct Format {
    /// The name of its file in the folder of source tables.
    pub(super) file: &'static str,
    /// What a row is.
    pub(super) entity: Entity,
    /// The required columns, in any order.
    pub(super) columns: &'static [Column],
    /// The columns whose values no two rows share, all of them together.
    pub(super) key: &'static [&'static str],
    /// Whether other columns and white space around values are errors.
    pub(super) is_strict: bool,
}

impl Format {
    /// Creates the format of a table that the project maintains itself.
    pub(super) const fn source_table(
        file: &'static str,
        entity: Entity,
        key: &'static [&'static str],
        columns: &'static [Column],
    ) -> Self {
        Self { file, entity, columns, key, is_strict: true }
    }

    /// Creates the format of a table that others publish. Its rows may be repeated.
    pub(super) const fn published(file: &'static str, entity: Entity, columns: &'static [Column]) -> Self {
        Self { file, entity, columns, key: &[], is_strict: false }
    }

    /// Returns the column with the ids of its rows, if they have ids.
    pub(super) const fn id(&self) -> Option<&'static str> {
        match self.key {
            [column] => Some(column),
            _ => None,
        }
    }

    /// Returns the names of the columns.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.name)
    }
}

/// A table in memory.
pub(super) struct Table {
    name: String,
    format: &'static Format,
    /// The index of each of `columns` in a row; `None` for a missing one.
    positions: Vec<Option<usize>>,
    /// Line numbers, from 1, and cells.
    rows: Vec<(usize, Vec<String>)>,
    /// Whether the file could be read and has all columns.
    is_complete: bool,
}

impl Table {
    /// Reads a source table. Reports what is wrong with its bytes, its header
    /// and the text of its cells, and keeps what can be read.
    pub(super) fn read(dir: &Path, format: &'static Format, problems: &mut Problems) -> Self {
        let name = format.file;
        match Input::File(dir.join(name)).read(DEFAULT_MAX_SIZE) {
            Ok(bytes) => Self::parse(name, &bytes, b',', format, problems),
            Err(error) => {
                problems.add_unreadable(name, error);
                Self { is_complete: false, ..Self::new(name, format) }
            }
        }
    }

    /// Parses a table that problems call `name`.
    pub(super) fn parse(
        name: &str,
        bytes: &[u8],
        separator: u8,
        format: &'static Format,
        problems: &mut Problems,
    ) -> Self {
        let mut table = Self::new(name, format);
        let mut reader =
            ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(bytes);
        // Reading bytes in memory, in rows of any length, cannot fail.
        let mut records = reader.byte_records().map_while(Result::ok);
        let header = records.next().unwrap_or_default();
        table.read_header(&header, format.is_strict, problems);
        for record in records {
            table.read_row(&record, header.len(), format.is_strict, problems);
        }
        table
    }

    fn new(name: &str, format: &'static Format) -> Self {
        let name = name.to_owned();
        Self { name, format, positions: Vec::new(), rows: Vec::new(), is_complete: true }
    }

    fn location(&self, line: usize, target: Target) -> Location {
        Location { file: self.name.clone(), line: Some(line), character: None, target }
    }

    fn read_header(&mut self, header: &ByteRecord, is_strict: bool, problems: &mut Problems) {
        let names: Vec<String> =
            header.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        let columns = || self.format.columns.iter().map(|column| column.name);
        self.positions = columns().map(|column| names.iter().position(|name| name == column)).collect();
        let is_known = |name: &str| columns().any(|column| column == name);
        for (index, name) in names.iter().enumerate() {
            let earlier = names.get(..index).unwrap_or_default();
            let violation = match (is_known(name), earlier.contains(name)) {
                (false, _) if is_strict => {
                    let missing = columns().filter(|column| !names.iter().any(|name| name == column));
                    Violation::new(UNKNOWN_COLUMN).suggest(closest_match(name, missing))
                }
                (true, true) => Violation::new(DUPLICATE_COLUMN),
                _ => continue,
            };
            problems.add(&self.location(1, Target::Row), name, violation);
        }
        for column in columns().filter(|column| !names.iter().any(|name| name == column)) {
            let unknown = names.iter().map(String::as_str).filter(|name| !is_known(name));
            let violation = Violation::new(MISSING_COLUMN).suggest_misspelt(closest_match(column, unknown));
            problems.add(&self.location(1, Target::Row), column, violation);
            self.is_complete = false;
        }
    }

    fn read_row(&mut self, record: &ByteRecord, width: usize, is_strict: bool, problems: &mut Problems) {
        let line = record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or_default();
        if record.len() != width {
            let violation = Violation::new(RAGGED_ROW).with("expected", width).with("found", record.len());
            problems.add(&self.location(line, Target::Row), "", violation);
        }
        let cells: Vec<String> =
            record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        for (column, position) in self.format.columns.iter().zip(&self.positions) {
            let bytes = position.and_then(|position| record.get(position)).unwrap_or_default();
            let location = self.location(line, Target::Column(column.name.to_owned()));
            match str::from_utf8(bytes) {
                Ok(text) => check_text(text)
                    .filter(|violation| is_strict || !violation.breaks(OUTER_SPACE))
                    .for_each(|violation| problems.add(&location, text, violation)),
                Err(_) => {
                    problems.add(&location, &String::from_utf8_lossy(bytes), Violation::new(NOT_UTF8));
                }
            }
        }
        self.rows.push((line, cells));
    }

    /// Calls `make` for every row, and keeps what it makes. It reports the rows that it drops.
    pub(super) fn rows<T>(
        &self,
        known: &Known,
        problems: &mut Problems,
        mut make: impl FnMut(&mut Row<'_>) -> Option<T>,
    ) -> Vec<T> {
        let rows = self.rows.iter();
        rows.filter_map(|(line, cells)| make(&mut Row { table: self, line: *line, cells, known, problems }))
            .collect()
    }

    /// Calls `make` for every row like [`rows`](Self::rows), and reports rows with the same key.
    pub(super) fn unique_rows<T>(
        &self,
        known: &Known,
        problems: &mut Problems,
        mut make: impl FnMut(&mut Row<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut seen = Seen::new(self.format.entity);
        self.rows(known, problems, |row| {
            let unique = row.unique(self.format.key, &mut seen);
            make(row).filter(|_| unique.is_some())
        })
    }

    /// Collects the ids in a column.
    pub(super) fn ids(&self, entity: Entity, column: &'static str) -> Ids {
        let ids = self.rows.iter().filter_map(|(_, cells)| self.cell(cells, column)).map(str::to_owned);
        Ids::new(entity, ids, self.is_complete)
    }

    fn cell<'a>(&self, cells: &'a [String], column: &str) -> Option<&'a str> {
        let index = self.format.columns.iter().position(|own| own.name == column)?;
        let position = self.positions.get(index).copied().flatten()?;
        cells.get(position).map(String::as_str)
    }
}

/// A row of a table. Its methods report what is wrong with the values they read.
pub(super) struct Row<'a> {
    table: &'a Table,
    line: usize,
    cells: &'a [String],
    known: &'a Known,
    problems: &'a mut Problems,
}

impl Row<'_> {
    /// Returns the location of a cell.
    pub(super) fn location(&self, column: &str) -> Location {
        self.table.location(self.line, Target::Column(column.to_owned()))
    }

    /// Reads a cell that may be empty, as it is in a missing column.
    pub(super) fn text(&self, column: &str) -> String {
        self.table.cell(self.cells, column).unwrap_or_default().to_owned()
    }

    /// Parses a cell that must not be empty, by a rule that its column does not have.
    pub(super) fn value<T>(
        &mut self,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, Violation>,
    ) -> Option<T> {
        let text = self.table.cell(self.cells, column)?;
        let result = if text.is_empty() { Err(Violation::new(EMPTY)) } else { parse(text) };
        self.problems.keep(&self.location(column), text, result)
    }

    /// Reads a cell that keeps the rules of its column. `None` if it breaks one, which is reported.
    pub(super) fn read(&mut self, column: &str) -> Option<String> {
        let text = self.table.cell(self.cells, column)?;
        let rules = self.table.format.columns.iter().find(|own| own.name == column)?;
        self.problems.keep(&self.location(column), text, rules.check(text, self.known))?;
        Some(text.to_owned())
    }

    /// Reads a cell as [`read`](Self::read) does. `Some(None)` if it is empty, and may be.
    pub(super) fn read_optional(&mut self, column: &str) -> Option<Option<String>> {
        self.read(column).map(|text| Some(text).filter(|text| !text.is_empty()))
    }

    /// Reads one of the words of an enumeration.
    pub(super) fn word<T: Copy>(
        &mut self,
        column: &str,
        all: &[T],
        code: fn(T) -> &'static str,
    ) -> Option<T> {
        let word = self.read(column)?;
        all.iter().copied().find(|value| code(*value) == word)
    }

    /// Reads a partial date. `Some(None)` if the cell is empty, and may be.
    pub(super) fn date(&mut self, column: &str) -> Option<Option<PartialDate>> {
        self.parse(column)
    }

    /// Reads a number. `Some(None)` if the cell is empty, and may be.
    pub(super) fn number<T: FromStr>(&mut self, column: &str) -> Option<Option<T>> {
        self.parse(column)
    }

    /// Reads the values of a cell that holds several.
    pub(super) fn list(&mut self, column: &str) -> Option<Vec<String>> {
        self.read(column).map(|text| column::items(&text).map(str::to_owned).collect())
    }

    /// Parses a cell whose column allows only what parses.
    fn parse<T: FromStr>(&mut self, column: &str) -> Option<Option<T>> {
        self.read_optional(column)?.map_or(Some(None), |text| text.parse().ok().map(Some))
    }

    /// Tests that no earlier row has the same values in these columns. Empty values are never the same.
    fn unique(&mut self, columns: &[&str], seen: &mut Seen) -> Option<()> {
        let values: Vec<_> = columns.iter().map(|column| self.text(column)).collect();
        if values.iter().all(String::is_empty) {
            return Some(());
        }
        let values = values.join(", ");
        let location = match columns {
            [column] => self.location(column),
            _ => self.table.location(self.line, Target::Row),
        };
        self.problems.keep(&location, &values, seen.first(&values, &location))
    }

    /// Reports what is wrong with a cell.
    pub(super) fn report(&mut self, column: &str, violation: Violation) {
        let value = self.text(column);
        self.problems.add(&self.location(column), &value, violation);
    }
}

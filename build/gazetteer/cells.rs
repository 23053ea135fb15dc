//! Reads cells of CSV tables and reports faults with their location.

use std::fmt;

use csv::StringRecord;

/// Something in a table that must be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path of the table.
    pub table: &'static str,
    /// Line in the file, from 1. `None` if the fault is that of the whole table.
    pub line: Option<u64>,
    pub column: Option<&'static str>,
    /// What is wrong, with the value, and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.table)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What the values of a column must be.
pub struct Rule<T> {
    /// Returns `None` for a value that breaks the rule.
    pub parse: fn(&str) -> Option<T>,
    /// Completes the sentence "write …".
    pub expected: &'static str,
}

/// A table whose rows have the columns that are read.
pub struct Table {
    path: &'static str,
    columns: &'static [&'static str],
    /// Position of each of the columns in the file.
    positions: Vec<usize>,
    rows: Vec<StringRecord>,
}

impl Table {
    /// Reads a CSV text with a header. Columns beyond `columns` are not read.
    pub fn read(
        path: &'static str,
        text: &str,
        columns: &'static [&'static str],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut table = Self { path, columns, positions: Vec::new(), rows: Vec::new() };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        for column in columns {
            match header.iter().position(|name| name == *column) {
                Some(position) => table.positions.push(position),
                None => faults.push(Fault {
                    table: path,
                    line: Some(1),
                    column: Some(column),
                    message: "the column is missing: add it to the header and to every row".to_owned(),
                }),
            }
        }
        if table.positions.len() < columns.len() {
            return table;
        }
        for row in reader.records() {
            match row {
                Ok(row) => table.rows.push(row),
                Err(error) => faults.push(Fault {
                    table: path,
                    line: error.position().map(csv::Position::line),
                    column: None,
                    message: match error.kind() {
                        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!(
                            "the row has {len} cells: write {expected_len}, and put quotes around texts with commas"
                        ),
                        _ => format!("the row cannot be read: {error}"),
                    },
                }),
            }
        }
        if table.rows.is_empty() && faults.iter().all(|fault| fault.table != path) {
            faults.push(Fault {
                table: path,
                line: None,
                column: None,
                message: "there are no rows: restore the table".to_owned(),
            });
        }
        table
    }

    /// Returns the path of the table in the project.
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { table: self, record })
    }
}

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// Returns the value of a column, which is one of those that the table was read with.
    pub fn text(self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|name| *name == column);
        let position = index.and_then(|index| self.table.positions.get(index));
        position.and_then(|position| self.record.get(*position)).unwrap_or_default()
    }

    /// Returns a fault of the value in a column.
    pub fn fault(self, column: &'static str, message: impl Into<String>) -> Fault {
        Fault {
            table: self.table.path,
            line: self.record.position().map(csv::Position::line),
            column: Some(column),
            message: message.into(),
        }
    }

    /// Parses the value of a column. Returns `None` after a fault.
    pub fn parse<T>(self, column: &'static str, rule: &Rule<T>, faults: &mut Vec<Fault>) -> Option<T> {
        self.parse_text(column, self.text(column), rule, faults)
    }

    /// Parses a part of the value of a column. Returns `None` after a fault.
    pub fn parse_text<T>(
        self,
        column: &'static str,
        text: &str,
        rule: &Rule<T>,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let parsed = (rule.parse)(text);
        if parsed.is_none() {
            faults.push(self.fault(column, format!("{text:?} is not allowed: write {}", rule.expected)));
        }
        parsed
    }

    /// Parses the value of a column that may be empty. Returns `None` for an empty one, and after a fault.
    pub fn parse_optional<T>(
        self,
        column: &'static str,
        rule: &Rule<T>,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        if self.text(column).is_empty() { None } else { self.parse(column, rule, faults) }
    }
}

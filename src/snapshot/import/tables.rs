//! Source tables in memory while an import changes them.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::snapshot::build::tables::{CITE_COMMUNES, CITE_QPVS, CITES, COMMUNES, QPVS};
use crate::snapshot::problem::Problems;
use crate::snapshot::rules::entity::Known;
use crate::snapshot::table::{Format, Table};

/// A table that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedTable {
    /// The path of its file.
    pub path: PathBuf,
    /// The new contents of the file.
    pub bytes: Vec<u8>,
}

/// The tables that an import reads or changes.
pub(super) struct Tables {
    pub(super) cites: Rows,
    /// Never changed, since the ANCT does not publish the EPCI and the coordinates of a commune.
    pub(super) communes: Rows,
    pub(super) qpvs: Rows,
    pub(super) cite_communes: Rows,
    pub(super) cite_qpvs: Rows,
}

impl Tables {
    /// Reads the tables of a folder and reports what is wrong in them.
    pub(super) fn read(dir: &Path, problems: &mut Problems) -> Self {
        let mut read = |format| Rows::read(dir, format, problems);
        Self {
            cites: read(&CITES),
            communes: read(&COMMUNES),
            qpvs: read(&QPVS),
            cite_communes: read(&CITE_COMMUNES),
            cite_qpvs: read(&CITE_QPVS),
        }
    }

    pub(super) const fn all(&self) -> [&Rows; 5] {
        [&self.cites, &self.communes, &self.qpvs, &self.cite_communes, &self.cite_qpvs]
    }
}

/// The rows of a table by key.
pub(super) struct Rows {
    format: &'static Format,
    rows: BTreeMap<Vec<String>, Vec<String>>,
    /// The keys in the order of the file, unless that is the order of the keys. New rows come after them.
    order: Vec<Vec<String>>,
    changed: bool,
}

impl Rows {
    /// Reads a table of a folder, and reports what is wrong in it.
    pub(super) fn read(dir: &Path, format: &'static Format, problems: &mut Problems) -> Self {
        let is_optional =
            |column: &str| format.columns.iter().any(|own| own.name == column && !own.is_required());
        let rows = Table::read(dir, format, problems).unique_rows(&Known::default(), problems, |row| {
            let mut key = format.key.iter();
            let key = key.try_fold(Vec::new(), |mut key, column| {
                key.push(match is_optional(column) {
                    true => row.text(column),
                    false => row.value(column, |text| Ok(text.to_owned()))?,
                });
                Some(key)
            });
            Some((key?, format.names().map(|column| row.text(column)).collect()))
        });
        let keys = || rows.iter().map(|(key, _): &(Vec<String>, Vec<String>)| key);
        let order = if keys().is_sorted() { Vec::new() } else { keys().cloned().collect() };
        Self { format, rows: rows.into_iter().collect(), order, changed: false }
    }

    pub(super) const fn file(&self) -> &'static str {
        self.format.file
    }

    pub(super) const fn is_changed(&self) -> bool {
        self.changed
    }

    /// Lists the keys of all rows.
    pub(super) fn keys(&self) -> impl Iterator<Item = &[String]> {
        self.rows.keys().map(Vec::as_slice)
    }

    pub(super) fn contains(&self, key: &[&str]) -> bool {
        self.rows.contains_key(&owned(key))
    }

    /// Returns the value in a column of a row. `None` if there is no such row.
    pub(super) fn cell(&self, key: &[&str], column: &str) -> Option<&str> {
        let position = self.position(column)?;
        self.rows.get(&owned(key))?.get(position).map(String::as_str)
    }

    /// Returns the value in a column of the row with this id, or nothing if there is no such row.
    pub(super) fn text(&self, id: &str, column: &str) -> String {
        self.cell(&[id], column).unwrap_or_default().to_owned()
    }

    /// Sets the value in a column of a row. A missing row is added with empty
    /// cells, for people to fill.
    pub(super) fn set(&mut self, key: &[&str], column: &str, value: &str) {
        let Some(position) = self.position(column) else { return };
        self.add(key);
        if let Some(cell) = self.rows.get_mut(&owned(key)).and_then(|row| row.get_mut(position)) {
            value.clone_into(cell);
            self.changed = true;
        }
    }

    /// Adds a row, unless it is there, with empty cells except for its key.
    pub(super) fn add(&mut self, key: &[&str]) {
        let format = self.format;
        self.rows.entry(owned(key)).or_insert_with_key(|key| {
            self.changed = true;
            let cell = |column| {
                let index = format.key.iter().position(|own| *own == column);
                index.and_then(|index| key.get(index)).cloned().unwrap_or_default()
            };
            format.names().map(cell).collect()
        });
    }

    pub(super) fn remove(&mut self, key: &[&str]) {
        self.changed |= self.rows.remove(&owned(key)).is_some();
    }

    /// Writes the table as CSV.
    pub(super) fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let ordered: HashSet<&Vec<String>> = self.order.iter().collect();
        let in_order = self.order.iter().filter_map(|key| self.rows.get(key));
        let others = self.rows.iter().filter(|(key, _)| !ordered.contains(key)).map(|(_, row)| row);
        let records = in_order.chain(others).map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
        for record in std::iter::once(self.format.names().collect::<Vec<_>>()).chain(records) {
            // Writing rows of the same width to memory cannot fail.
            let _ = writer.write_record(record);
        }
        writer.into_inner().unwrap_or_default()
    }

    fn position(&self, column: &str) -> Option<usize> {
        self.format.names().position(|name| name == column)
    }
}

fn owned(key: &[&str]) -> Vec<String> {
    key.iter().map(|part| (*part).to_owned()).collect()
}

//! Reads files of grants as a person downloads them: CSV or JSON, in the encodings and with the
//! names of columns that are in use.

use std::borrow::Cow;

use csv::ReaderBuilder;
use encoding_rs::WINDOWS_1252;
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

use super::field::GrantField;
use super::plan::GrantFiles;
use crate::fold::fold_text;
use crate::snapshot::input::{DEFAULT_MAX_SIZE, Input, decode};
use crate::snapshot::location::{Location, Target};
use crate::snapshot::problem::{Detail, Problems, Violation};
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rule::Rule;
use crate::snapshot::rules::format::RAGGED_ROW;

const MISSING_GRANT_COLUMN: Rule = Rule::error("problem-missing-grant-column");
const NO_SUCH_COLUMN: Rule = Rule::error("problem-no-such-column");
const NOT_ROWS: Rule = Rule::error("problem-not-rows");
const NOT_AN_AMOUNT: Rule = Rule::error("problem-not-an-amount");
const NOT_A_YEAR: Rule = Rule::error("problem-not-a-year");

/// A grant for a Cité de l'emploi, as a row of a file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grant {
    /// The location of the row.
    pub(super) location: Location,
    pub(super) action: String,
    pub(super) beneficiary: String,
    /// SIREN of the beneficiary, nine digits, if the row has one or a SIRET.
    pub(super) siren: Option<String>,
    /// The amount in cents, which may be negative where the State took money back.
    pub(super) cents: i64,
    pub(super) year: u16,
    /// Code of the contrat de ville. May be empty, as all below.
    pub(super) contract: String,
    /// Code of the department, with its leading zero.
    pub(super) department: String,
    /// Code of the region.
    pub(super) region: String,
}

/// Reads the grants for Cités de l'emploi in these files. Reports what is wrong in them.
pub(super) fn read_grants(files: &GrantFiles, problems: &mut Problems) -> Vec<Grant> {
    let mut grants = Vec::new();
    for input in &files.inputs {
        let Some(rows) = read_rows(input, problems) else { continue };
        let Some(columns) = Columns::find(&rows, files, problems) else { continue };
        let cells = rows.cells.iter().filter(|row| columns.is_of_a_cite(row));
        grants.extend(cells.filter_map(|row| columns.grant(&rows, row, problems)));
    }
    grants
}

/// The rows of a file as texts.
struct Rows {
    /// The name of the file.
    file: String,
    header: Vec<String>,
    cells: Vec<Cells>,
}

/// The cells of a row, in the order of the header.
struct Cells {
    place: Place,
    texts: Vec<String>,
}

/// Where a row is.
enum Place {
    /// The line of a table, from 1.
    Line(usize),
    /// The path of an object in JSON: `results[3]`.
    Path(String),
}

impl Rows {
    fn location(&self, row: &Cells, column: Option<&str>) -> Location {
        let (line, target) = match (&row.place, column) {
            (Place::Line(line), None) => (Some(*line), Target::Row),
            (Place::Line(line), Some(column)) => (Some(*line), Target::Column(column.to_owned())),
            (Place::Path(path), None) => (None, Target::Path(path.clone())),
            (Place::Path(path), Some(column)) => (None, Target::Path(format!("{path}.{column}"))),
        };
        Location { file: self.file.clone(), line, character: None, target }
    }
}

fn read_rows(input: &Input, problems: &mut Problems) -> Option<Rows> {
    let file = input.name();
    let text = input.read(DEFAULT_MAX_SIZE).and_then(decode_any);
    let text = text.map_err(|error| problems.add_unreadable(&file, error)).ok()?;
    let text: String = text.nfc().collect();
    match text.trim_start().starts_with(['[', '{']) {
        true => json_rows(file, &text, problems),
        false => Some(csv_rows(file, &text, problems)),
    }
}

/// Decodes UTF-8, or else Windows-1252, in which spreadsheets still save CSV.
fn decode_any(bytes: Vec<u8>) -> Result<String, ReadError> {
    match decode(bytes.clone(), DEFAULT_MAX_SIZE) {
        Err(ReadError::NotUtf8 { .. }) if !bytes.starts_with(b"\x1f\x8b") => {
            Ok(WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned())
        }
        decoded => decoded,
    }
}

fn csv_rows(file: String, text: &str, problems: &mut Problems) -> Rows {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    let separator = if count(';') >= count(',') && count(';') > 0 { b';' } else { b',' };
    let separator = if count('\t') > count(char::from(separator)) { b'\t' } else { separator };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let texts = |record: &csv::StringRecord| record.iter().map(|cell| cell.trim().to_owned()).collect();
    let header: Vec<String> = records.next().map(|record| texts(&record)).unwrap_or_default();
    let mut rows = Rows { file, header, cells: Vec::new() };
    for record in records.filter(|record| record.iter().any(|cell| !cell.trim().is_empty())) {
        let line = record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or_default();
        let row = Cells { place: Place::Line(line), texts: texts(&record) };
        if record.len() != rows.header.len() {
            let violation =
                Violation::new(RAGGED_ROW).with("expected", rows.header.len()).with("found", record.len());
            problems.add(&rows.location(&row, None), "", violation);
        }
        rows.cells.push(row);
    }
    rows
}

/// Takes a list of objects, or the list in an object. The values of an object may be in a member
/// `fields`.
fn json_rows(file: String, text: &str, problems: &mut Problems) -> Option<Rows> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            problems.add_unreadable(&file, ReadError::syntax(text, &error));
            return None;
        }
    };
    let (path, list) = match value {
        Value::Array(list) => (String::new(), list),
        Value::Object(members) => members
            .into_iter()
            .find_map(|(key, value)| match value {
                Value::Array(list) if list.iter().any(Value::is_object) => Some((key, list)),
                _ => None,
            })
            .unwrap_or_default(),
        _ => Default::default(),
    };
    let objects: Vec<(usize, Map<String, Value>)> = list
        .into_iter()
        .enumerate()
        .filter_map(|(index, value)| match value {
            Value::Object(mut members) => match members.remove("fields") {
                Some(Value::Object(fields)) => Some((index, fields)),
                Some(other) => {
                    members.insert("fields".to_owned(), other);
                    Some((index, members))
                }
                None => Some((index, members)),
            },
            _ => None,
        })
        .collect();
    if objects.is_empty() {
        problems.add(&Location::file(&file), "", Violation::new(NOT_ROWS));
        return None;
    }
    let mut header: Vec<String> = Vec::new();
    for key in objects.iter().flat_map(|(_, members)| members.keys()) {
        if !header.contains(key) {
            header.push(key.clone());
        }
    }
    let cells = objects.iter().map(|(index, members)| Cells {
        place: Place::Path(format!("{path}[{index}]")),
        texts: header.iter().map(|key| members.get(key).map(json_text).unwrap_or_default()).collect(),
    });
    let cells = cells.collect();
    Some(Rows { file, header, cells })
}

fn json_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        // Three decimals would read as thousands.
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().unwrap_or_default();
            if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.2}") }
        }
        other => other.to_string(),
    }
}

/// The index of the column of each field.
struct Columns([Option<usize>; GrantField::ALL.len()]);

impl Columns {
    /// Finds the columns by their names, or by those of `files`. Reports those that are missing.
    fn find(rows: &Rows, files: &GrantFiles, problems: &mut Problems) -> Option<Self> {
        let mut is_complete = true;
        let mut location = Location::file(&rows.file);
        if matches!(rows.cells.first(), None | Some(Cells { place: Place::Line(_), .. })) {
            location = Location { line: Some(1), target: Target::Row, ..location };
        }
        let columns = || Detail::List(rows.header.clone());
        let positions = GrantField::ALL.map(|field| {
            let given = files.columns.iter().find(|(own, _)| *own == field);
            if let Some((_, name)) = given {
                let position = rows.header.iter().position(|column| column == name);
                if position.is_none() {
                    let violation = Violation::new(NO_SUCH_COLUMN).with("columns", columns());
                    problems.add(&location, name, violation);
                    is_complete = false;
                }
                return position;
            }
            let position = field.position(&rows.header);
            if position.is_none() && GrantField::REQUIRED.contains(&field) {
                let violation = Violation::new(MISSING_GRANT_COLUMN).with("columns", columns());
                problems.add(&location, field.name(), violation);
                is_complete = false;
            }
            position
        });
        is_complete.then_some(Self(positions))
    }

    fn text<'a>(&self, row: &'a Cells, field: GrantField) -> &'a str {
        let position = self.0.get(field as usize).copied().flatten();
        position.and_then(|position| row.texts.get(position)).map_or("", String::as_str)
    }

    /// Returns whether the sub-theme, the theme or the title of a row names the Cités de l'emploi.
    fn is_of_a_cite(&self, row: &Cells) -> bool {
        let fields = [GrantField::SubTheme, GrantField::Theme, GrantField::Action];
        fields.into_iter().any(|field| names_a_cite(self.text(row, field)))
    }

    fn grant(&self, rows: &Rows, row: &Cells, problems: &mut Problems) -> Option<Grant> {
        let text = |field| self.text(row, field);
        let location = |field: GrantField| {
            let column = self.0.get(field as usize).copied().flatten().and_then(|at| rows.header.get(at));
            rows.location(row, column.map(String::as_str))
        };
        let mut read = |field, problem| problems.add(&location(field), text(field), Violation::new(problem));
        let cents = parse_amount(text(GrantField::Amount));
        let year = text(GrantField::Year).trim_end_matches(".0").parse().ok();
        let year = year.filter(|year| (2015..=2100).contains(year));
        if cents.is_none() {
            read(GrantField::Amount, NOT_AN_AMOUNT);
        }
        if year.is_none() {
            read(GrantField::Year, NOT_A_YEAR);
        }
        Some(Grant {
            location: rows.location(row, None),
            action: text(GrantField::Action).to_owned(),
            beneficiary: text(GrantField::Beneficiary).to_owned(),
            siren: siren(text(GrantField::Siren)),
            cents: cents?,
            year: year?,
            contract: text(GrantField::Contract).to_owned(),
            department: padded(text(GrantField::Department)).into_owned(),
            region: padded(text(GrantField::Region)).into_owned(),
        })
    }
}

/// Returns whether a text names a Cité de l'emploi, or several.
fn names_a_cite(text: &str) -> bool {
    let folded = format!(" {} ", fold_text(text));
    [" cite de l emploi ", " cites de l emploi ", " cite emploi ", " cites emploi "]
        .iter()
        .any(|name| folded.contains(name))
}

/// Restores the leading zero of a code that a spreadsheet took for a number: `1` becomes `01`.
fn padded(code: &str) -> Cow<'_, str> {
    match code.as_bytes() {
        [digit] if digit.is_ascii_digit() => Cow::Owned(format!("0{code}")),
        _ => Cow::Borrowed(code),
    }
}

/// Returns the SIREN in a SIREN or SIRET, which may be written in groups.
fn siren(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let siren = digits.get(..9).filter(|_| is_number && matches!(digits.len(), 9 | 14))?;
    Some(siren.to_owned())
}

/// Parses an amount in euros into cents: `12 000`, `12000.5`, `12.000,50 €`.
fn parse_amount(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (sign, digits) = text.strip_prefix(['-', '−']).map_or((1, text.as_str()), |rest| (-1, rest));
    // The last separator is the decimal one, unless three digits follow it and it groups thousands.
    let (whole, decimals) = match digits.rfind([',', '.']) {
        Some(at) => {
            let (before, after) = (digits.get(..at)?, digits.get(at + 1..)?);
            let separator = digits.get(at..=at)?;
            let groups =
                before.contains(separator) || (after.len() == 3 && separator == "." && before != "0");
            if groups { (digits, "") } else { (before, after) }
        }
        None => (digits, ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(&whole) || !all_digits(decimals) {
        return None;
    }
    let cents: String = decimals.chars().chain("00".chars()).take(2).collect();
    let euros: i64 = whole.parse().ok().filter(|euros| *euros < 1_000_000_000_000)?;
    Some(sign * (euros * 100 + cents.parse::<i64>().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_in_the_notations_of_spreadsheets() {
        for (text, cents) in [
            ("12000", 1_200_000),
            ("12 000", 1_200_000),
            ("12\u{202f}000 €", 1_200_000),
            ("12000,5", 1_200_050),
            ("12000.50", 1_200_050),
            ("12.000,50", 1_200_050),
            ("12,000.50", 1_200_050),
            ("1.234.567", 123_456_700),
            ("12.000", 1_200_000),
            ("0.125", 12),
            ("-300", -30_000),
        ] {
            assert_eq!(parse_amount(text), Some(cents), "{text}");
        }
        for text in ["", "€", "n.c.", "12k", "1e9", ",", "99999999999999"] {
            assert_eq!(parse_amount(text), None, "{text}");
        }
    }

    #[test]
    fn a_siret_has_its_siren() {
        assert_eq!(siren("248 400 251 00023").as_deref(), Some("248400251"));
        assert_eq!(siren("248400251").as_deref(), Some("248400251"));
        for text in ["", "12345", "24840025A", "é4840025100023"] {
            assert_eq!(siren(text), None, "{text}");
        }
    }

    #[test]
    fn other_cites_are_not_meant() {
        for text in ["5.2 - Cités de l'emploi", "CITE DE L'EMPLOI d'Angers", "Cité de l’emploi"] {
            assert!(names_a_cite(text), "{text}");
        }
        for text in ["Cité des métiers", "Cité éducative et emploi", "5.1 - Emploi"] {
            assert!(!names_a_cite(text), "{text}");
        }
    }
}

//! Reads the ANCT's files, as published or as saved by a spreadsheet.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use unicode_normalization::UnicodeNormalization;

use crate::snapshot::location::Location;
use crate::snapshot::problem::{Problem, Problems, Violation};
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rules::commune::DISAGREES;
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::parse::EMPTY;
use crate::snapshot::rules::unique::Seen;
use crate::snapshot::rules::value::{CITE, COMMUNE, QPV, ValueRule};
use crate::snapshot::table::{Column, Format, Kind, Row, Table};

/// One of the files that the ANCT publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// The Cités: `liste-cde-YYYYMMDD.csv`.
    List,
    /// The Cités in the newer form, one row a commune, without labels.
    ListByCommune,
    /// The communes of each: `liste-cde-comYYYY-YYYYMMDD.csv`.
    Communes,
    /// The quartiers prioritaires of each: `liste-cde-qpYYYY-YYYYMMDD.csv`.
    Qpvs,
}

/// A row of a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    /// The location of its code.
    pub location: Location,
    /// Id of a Cité, INSEE code of a commune with its leading zero, or code of a quartier.
    pub code: String,
    /// Label or name. Empty for a commune that has none in the file.
    pub name: String,
    /// Ids of the Cités that cover a commune or a quartier; empty in the list of Cités.
    pub cites: Vec<String>,
}

static LIST: Format = Format::published("liste-cde.csv", Entity::Cite, &[text("id_cde"), text("lib_cde")]);

static LIST_BY_COMMUNE: Format =
    Format::published("liste-cde.csv", Entity::Link, &[text("insee_com"), text("id_cde")]);

static COMMUNES: Format = Format::published(
    "liste-cde-com.csv",
    Entity::Link,
    &[text("insee_com"), text("lib_com"), text("id_cde")],
);

static QPVS: Format =
    Format::published("liste-cde-qp.csv", Entity::Link, &[text("id_qp"), text("lib_qp"), text("id_cde")]);

impl Published {
    const fn format(self) -> &'static Format {
        match self {
            Self::List => &LIST,
            Self::ListByCommune => &LIST_BY_COMMUNE,
            Self::Communes => &COMMUNES,
            Self::Qpvs => &QPVS,
        }
    }

    /// Returns the rule for the codes in the first column.
    const fn rule(self) -> &'static ValueRule {
        match self {
            Self::List => &CITE,
            Self::Communes | Self::ListByCommune => &COMMUNE,
            Self::Qpvs => &QPV,
        }
    }
}

/// Returns a column of a published file, whose cells are parsed below.
const fn text(name: &'static str) -> Column {
    Column::optional(name, Kind::Text)
}

/// Reads a published file from its bytes; problems name it `origin`.
///
/// Cells are separated by commas or semicolons. Any line ending is accepted; a
/// byte order mark, other columns, blank rows and white space around a text are
/// ignored. Accents are composed (NFC). An INSEE code of four digits gets back
/// the leading zero that a spreadsheet removed, and several ids in one cell are
/// separated by semicolons.
///
/// ```
/// use cites_emploi::snapshot::{Published, read_published};
///
/// let file = "insee_com;lib_com;id_cde;lib_cde\r\n1004;Ambérieu-en-Bugey;\"cde-085 ; cde-086\";\r\n";
/// let rows = read_published(Published::Communes, file.into(), "communes.csv").unwrap_or_default();
/// assert_eq!(rows[0].code, "01004");
/// assert_eq!(rows[0].cites, ["cde-085", "cde-086"]);
/// ```
///
/// # Errors
///
/// Everything that is wrong: bytes that are not UTF-8, missing columns, rows
/// of another width, invalid codes, an empty label, a Cité listed twice.
pub fn read_published(
    kind: Published,
    bytes: Vec<u8>,
    origin: &str,
) -> Result<Vec<PublishedRow>, Vec<Problem>> {
    let mut problems = Problems::default();
    let (_, rows) = read_rows(kind, Ok(bytes), origin, &mut problems);
    if problems.list.is_empty() { Ok(rows) } else { Err(problems.list) }
}

/// Reads the rows that can be parsed, and reports what is wrong. Returns the kind of file too, since a
/// list may have either form.
pub(super) fn read_rows(
    kind: Published,
    bytes: Result<Vec<u8>, ReadError>,
    origin: &str,
    problems: &mut Problems,
) -> (Published, Vec<PublishedRow>) {
    let Some(text) = problems.decode(origin, bytes) else { return (kind, Vec::new()) };
    let text: String = text.nfc().collect();
    let is_by_commune = kind == Published::List
        && [b';', b',']
            .iter()
            .any(|separator| header(&text, *separator).iter().any(|name| name == "insee_com"));
    let kind = if is_by_commune { Published::ListByCommune } else { kind };
    let format = kind.format();
    let table = Table::parse(origin, text.as_bytes(), separator(&text, format), format, problems);
    let mut earlier = Earlier { listed: Seen::new(Entity::Cite), qpvs: BTreeMap::new() };
    let rows = table.rows(&Known::default(), problems, |row| {
        let is_blank = match kind {
            // The file may have a row for every commune of France.
            Published::ListByCommune => row.text("id_cde").trim().is_empty(),
            _ => format.names().all(|column| row.text(column).trim().is_empty()),
        };
        if is_blank { None } else { published_row(kind, row, &mut earlier) }
    });
    (kind, rows)
}

fn header(text: &str, separator: u8) -> StringRecord {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
    reader.records().next().and_then(Result::ok).unwrap_or_default()
}

/// Returns the separator that finds more of the columns in the header.
fn separator(text: &str, format: &'static Format) -> u8 {
    let found = |separator: &u8| {
        let header = header(text, *separator);
        format.names().filter(|column| header.iter().any(|name| name == *column)).count()
    };
    // If both find the same number, the last one is taken.
    [b';', b','].into_iter().max_by_key(found).unwrap_or(b',')
}

/// The content of earlier rows.
struct Earlier {
    listed: Seen,
    /// Names of quartiers by code.
    qpvs: BTreeMap<String, String>,
}

fn published_row(kind: Published, row: &mut Row<'_>, earlier: &mut Earlier) -> Option<PublishedRow> {
    let [Column { name: code_column, .. }, Column { name: name_column, .. }, ..] = kind.format().columns
    else {
        return None;
    };
    let location = row.location(code_column);
    let code = row.value(code_column, |text| {
        let code = match kind {
            Published::Communes | Published::ListByCommune => with_leading_zero(filled(text)?),
            Published::List | Published::Qpvs => filled(text)?.to_owned(),
        };
        kind.rule().check(&code)?;
        if kind == Published::List {
            earlier.listed.first(&code, &location)?;
        }
        Ok(code)
    });
    let name = match kind {
        // Communes keep the names in the tables.
        Published::Communes => Some(row.text(name_column).trim().to_owned()),
        Published::ListByCommune => Some(String::new()),
        Published::List => row.value(name_column, |text| filled(text).map(str::to_owned)),
        Published::Qpvs => row.value(name_column, |text| earlier.same_name(code.as_deref(), filled(text)?)),
    };
    let cites = match kind {
        Published::List => Vec::new(),
        Published::ListByCommune | Published::Communes | Published::Qpvs => ids(&row.text("id_cde")),
    };
    Some(PublishedRow { location, code: code?, name: name?, cites })
}

impl Earlier {
    /// Tests that all rows of a quartier have the same name.
    fn same_name(&mut self, code: Option<&str>, name: &str) -> Result<String, Violation> {
        let Some(code) = code else { return Ok(name.to_owned()) };
        let first = self.qpvs.entry(code.to_owned()).or_insert_with(|| name.to_owned());
        if first == name {
            return Ok(name.to_owned());
        }
        Err(Violation::new(DISAGREES).with("with", code).with("expected", first.as_str()))
    }
}

/// Trims a text, and tests that something is left.
fn filled(text: &str) -> Result<&str, Violation> {
    let text = text.trim();
    if text.is_empty() { Err(Violation::new(EMPTY)) } else { Ok(text) }
}

/// Restores the leading zero of a code that a spreadsheet took for a number: `1004` becomes `01004`.
fn with_leading_zero(code: &str) -> String {
    let is_short_number = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_short_number { format!("0{code}") } else { code.to_owned() }
}

/// Splits the ids in a cell such as `cde-012 ; cde-034`.
fn ids(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

//! The ANCT's files, as it publishes them or as a spreadsheet saved them.

use std::collections::BTreeMap;

use csv::ReaderBuilder;
use unicode_normalization::UnicodeNormalization;

use crate::snapshot::input::{DEFAULT_MAX_SIZE, decode};
use crate::snapshot::place::Place;
use crate::snapshot::problem::{Problem, Problems, Violation};
use crate::snapshot::rules::commune::DISAGREES;
use crate::snapshot::rules::entity::Entity;
use crate::snapshot::rules::parse::EMPTY;
use crate::snapshot::rules::unique::Seen;
use crate::snapshot::rules::value::{CITE, COMMUNE, QPV, ValueRule};
use crate::snapshot::table::{Format, Row, Table};

/// One of the files that the ANCT publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// The Cités: `liste-cde-YYYYMMDD.csv`.
    List,
    /// The communes of each: `liste-cde-comYYYY-YYYYMMDD.csv`.
    Communes,
    /// The quartiers prioritaires of each: `liste-cde-qpYYYY-YYYYMMDD.csv`.
    Qpvs,
}

/// A row of a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    /// Where its code stands.
    pub place: Place,
    /// Id of a Cité, INSEE code of a commune with its leading zero, or code of a quartier.
    pub code: String,
    /// Label or name. Empty for a commune that has none in the file.
    pub name: String,
    /// Ids of the Cités that cover a commune or a quartier; empty in the list of Cités.
    pub cites: Vec<String>,
}

impl Published {
    const fn format(self) -> &'static Format {
        match self {
            Self::List => &Format { file: "liste-cde.csv", columns: &["id_cde", "lib_cde"], ours: false },
            Self::Communes => &Format {
                file: "liste-cde-com.csv",
                columns: &["insee_com", "lib_com", "id_cde"],
                ours: false,
            },
            Self::Qpvs => {
                &Format { file: "liste-cde-qp.csv", columns: &["id_qp", "lib_qp", "id_cde"], ours: false }
            }
        }
    }

    /// Returns the rule for the codes in the first column.
    const fn rule(self) -> &'static ValueRule {
        match self {
            Self::List => &CITE,
            Self::Communes => &COMMUNE,
            Self::Qpvs => &QPV,
        }
    }
}

/// Reads a published file from its bytes; problems name it `origin`.
///
/// Cells are parted by commas or semicolons, lines end as they like, a byte
/// order mark is passed over, and so are other columns, rows without a text
/// and white space around one. Accents become composed ones (NFC). An INSEE
/// code of four digits gets back the zero that a spreadsheet took from it, and
/// several ids in one cell are parted by semicolons.
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
/// of another width, codes that are none, an empty label, a Cité listed twice.
pub fn read_published(
    kind: Published,
    bytes: Vec<u8>,
    origin: &str,
) -> Result<Vec<PublishedRow>, Vec<Problem>> {
    let mut problems = Problems::default();
    let rows = read_rows(kind, bytes, origin, &mut problems);
    if problems.list.is_empty() { Ok(rows) } else { Err(problems.list) }
}

/// The rows as far as they can be read; what is wrong is noted.
pub(super) fn read_rows(
    kind: Published,
    bytes: Vec<u8>,
    origin: &str,
    problems: &mut Problems,
) -> Vec<PublishedRow> {
    let text: String = match decode(bytes, DEFAULT_MAX_SIZE) {
        Ok(text) => text.nfc().collect(),
        Err(error) => {
            problems.add_unreadable(origin, error);
            return Vec::new();
        }
    };
    let format = kind.format();
    let table = Table::parse(origin, text.as_bytes(), separator(&text, format), format, problems);
    let mut before = Before { listed: Seen::new(Entity::Cite), qpvs: BTreeMap::new() };
    table.rows(problems, |row| {
        let is_blank = format.columns.iter().all(|column| row.text(column).trim().is_empty());
        if is_blank { None } else { published_row(kind, row, &mut before) }
    })
}

/// The separator that finds more of the columns in the header.
fn separator(text: &str, format: &Format) -> u8 {
    let found = |separator: &u8| {
        let mut reader =
            ReaderBuilder::new().delimiter(*separator).has_headers(false).from_reader(text.as_bytes());
        let header = reader.records().next().and_then(Result::ok).unwrap_or_default();
        format.columns.iter().filter(|column| header.iter().any(|name| name == **column)).count()
    };
    // Of two that are as good, the last is taken.
    [b';', b','].into_iter().max_by_key(found).unwrap_or(b',')
}

/// What the rows before said.
struct Before {
    listed: Seen,
    /// Names of quartiers by code.
    qpvs: BTreeMap<String, String>,
}

fn published_row(kind: Published, row: &mut Row<'_>, before: &mut Before) -> Option<PublishedRow> {
    let [code_column, name_column, ..] = kind.format().columns else { return None };
    let place = row.place(code_column);
    let code = row.value(code_column, |text| {
        let code = match kind {
            Published::Communes => with_leading_zero(filled(text)?),
            Published::List | Published::Qpvs => filled(text)?.to_owned(),
        };
        kind.rule().check(&code)?;
        if kind == Published::List {
            before.listed.first(&code, &place)?;
        }
        Ok(code)
    });
    let name = match kind {
        // The tables have names of their own for communes.
        Published::Communes => Some(row.text(name_column).trim().to_owned()),
        Published::List => row.value(name_column, |text| filled(text).map(str::to_owned)),
        Published::Qpvs => row.value(name_column, |text| before.same_name(code.as_deref(), filled(text)?)),
    };
    let cites = match kind {
        Published::List => Vec::new(),
        Published::Communes | Published::Qpvs => ids(&row.text("id_cde")),
    };
    Some(PublishedRow { place, code: code?, name: name?, cites })
}

impl Before {
    /// The name of a quartier, which several rows may have, if they agree.
    fn same_name(&mut self, code: Option<&str>, name: &str) -> Result<String, Violation> {
        let Some(code) = code else { return Ok(name.to_owned()) };
        let first = self.qpvs.entry(code.to_owned()).or_insert_with(|| name.to_owned());
        if first == name {
            return Ok(name.to_owned());
        }
        Err(Violation::new(DISAGREES).with("with", code).with("expected", first.as_str()))
    }
}

/// A text without white space around it.
fn filled(text: &str) -> Result<&str, Violation> {
    let text = text.trim();
    if text.is_empty() { Err(Violation::new(EMPTY)) } else { Ok(text) }
}

/// `1004` is `01004` that a spreadsheet took for a number.
fn with_leading_zero(code: &str) -> String {
    let is_short_number = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_short_number { format!("0{code}") } else { code.to_owned() }
}

/// The ids in a cell such as `cde-012 ; cde-034`.
fn ids(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

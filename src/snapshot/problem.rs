//! What is wrong in a table or a snapshot, and where.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use super::load::LoadError;
use super::text::{Hidden, visible};
use crate::locale::Lang;
use crate::t;

/// One thing that is wrong, in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// The value it is about, as it is written; often empty for a file.
    pub value: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name of the file as it was given.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Character in the line, from 1; only in JSON.
    pub character: Option<usize>,
    /// Which value of that line.
    pub field: Field,
}

/// Which value a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The file as a whole.
    File,
    /// A row of a table.
    Row,
    /// A column of a table.
    Column(String),
    /// A value of a JSON document: `cites[3].carrier.type`.
    Path(String),
}

/// What is wrong with a value. Its words are in [`Problem::describe`].
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The file cannot be read at all.
    Unreadable(Box<LoadError>),
    /// A column is not there; the value is its name.
    MissingColumn {
        /// A column that may be a slip of it.
        nearest: Option<String>,
    },
    /// Nobody reads this column; the value is its name.
    UnknownColumn {
        /// The column it may be a slip of.
        nearest: Option<String>,
    },
    /// Two columns have this name.
    DuplicateColumn,
    /// The row has more or fewer cells than the header.
    RaggedRow {
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The bytes are not UTF-8 text.
    NotUtf8,
    /// A field is not there; the value is its name.
    MissingField {
        /// A field that the format does not have and that may be a slip of it.
        nearest: Option<String>,
    },
    /// The format has no such field; the value is its name.
    UnknownField {
        /// The field it may be a slip of.
        nearest: Option<String>,
    },
    /// A key that comes twice in one object; the value is the key.
    DuplicateKey,
    /// Another kind of JSON value than the format has here.
    WrongType {
        /// What the format has.
        expected: Kind,
        /// What stands there.
        found: Kind,
    },
    /// A list of a length that the format does not have here.
    WrongLength {
        /// The length it has.
        expected: u64,
        /// The length that was found.
        found: usize,
    },
    /// A string whose escapes stand for no character.
    BrokenString,
    /// Nothing where there must be something.
    Empty,
    /// Not a code of this kind.
    NotACode(Code),
    /// None of the values that the format has here.
    NotOneOf {
        /// The values it has.
        allowed: Vec<String>,
        /// The one it may be a slip of.
        nearest: Option<String>,
    },
    /// Not a partial date.
    NotADate,
    /// Not a number, or not a whole one where one is needed.
    NotANumber,
    /// A number outside its bounds.
    OutOfRange {
        /// The least it can be.
        least: f64,
        /// The most it can be.
        most: f64,
    },
    /// Not an `http` or `https` address.
    NotAUrl,
    /// Text that is not in composed form (Unicode NFC).
    NotNfc,
    /// A character that does something unseen.
    HiddenCharacter {
        /// The character.
        character: char,
        /// What it does.
        kind: Hidden,
    },
    /// An id that nothing has.
    UnknownId {
        /// What should have it.
        entity: Entity,
        /// The id it may be a slip of.
        nearest: Option<String>,
    },
    /// An id or a row that was there before.
    Duplicate {
        /// What has it.
        entity: Entity,
        /// Where it was first.
        first: Box<Place>,
    },
    /// A statement about a field that has no value.
    StatementOfNothing,
    /// It does not go with another value.
    Disagrees {
        /// The other value.
        with: String,
        /// What it would have to be.
        expected: String,
    },
    /// A ring of an outline that does not end where it started, or has fewer than four points.
    OpenRing,
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// A kind of public code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// INSEE code of a commune.
    Commune,
    /// INSEE code of a department.
    Department,
    /// INSEE code of a region.
    Region,
    /// Code of a quartier prioritaire.
    Qpv,
    /// SIREN number of a body.
    Siren,
}

/// What an id is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A Cité.
    Cite,
    /// The carrier of a Cité.
    Carrier,
    /// A commune.
    Commune,
    /// A quartier prioritaire.
    Qpv,
    /// A department.
    Department,
    /// A region.
    Region,
    /// The outline of a region.
    Outline,
    /// A source.
    Source,
    /// What a source says.
    Statement,
    /// What a Cité covers.
    Link,
    /// A recommendation.
    Preconisation,
    /// A finding.
    Finding,
    /// A figure.
    Figure,
}

/// Something that stands in one place of a file.
pub(crate) trait Spot {
    /// That place.
    fn place(&self) -> Place;
}

impl Spot for Place {
    fn place(&self) -> Place {
        self.clone()
    }
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    pub(crate) list: Vec<Problem>,
}

impl Problems {
    /// Notes that something is wrong with `value`.
    pub(crate) fn add(&mut self, spot: &impl Spot, value: &str, fault: Fault) {
        self.list.push(Problem { place: spot.place(), value: value.to_owned(), fault });
    }

    /// What a rule makes of `value`; when it refuses, that is noted.
    pub(crate) fn keep<T>(&mut self, spot: &impl Spot, value: &str, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.add(spot, value, fault)).ok()
    }
}

/// The ids met so far, to find those that come twice.
#[derive(Debug)]
pub(crate) struct Seen {
    entity: Entity,
    first: HashMap<String, Place>,
}

impl Seen {
    pub(crate) fn new(entity: Entity) -> Self {
        Self { entity, first: HashMap::new() }
    }

    /// Refuses an id that was there before.
    pub(crate) fn first(&mut self, id: &str, spot: &impl Spot) -> Result<(), Fault> {
        match self.first.entry(id.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(spot.place());
                Ok(())
            }
            Entry::Occupied(entry) => {
                Err(Fault::Duplicate { entity: self.entity, first: Box::new(entry.get().clone()) })
            }
        }
    }
}

impl Problem {
    /// What is wrong, where, and what to do: one line.
    pub fn describe(&self, lang: Lang) -> String {
        let text = format!("{}{}", self.fault.describe(lang, &self.value), self.fault.did_you_mean(lang));
        t!(lang, "problem", place = self.place.describe(lang), text = text)
    }
}

impl Place {
    /// A file as a whole.
    pub(crate) fn file(name: &str) -> Self {
        Self { file: name.to_owned(), line: None, character: None, field: Field::File }
    }

    /// The place as editors know it, `file:line:character`, and the field.
    pub fn describe(&self, lang: Lang) -> String {
        let mut text = visible(&self.file).into_owned();
        for number in [self.line, self.character].into_iter().flatten() {
            text.push(':');
            text.push_str(&number.to_string());
        }
        match &self.field {
            Field::File | Field::Row => text,
            Field::Column(name) => {
                t!(lang, "problem-place-column", file = text, column = visible(name).into_owned())
            }
            Field::Path(path) if path.is_empty() => text,
            Field::Path(path) => {
                t!(lang, "problem-place-path", file = text, path = visible(path).into_owned())
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}

impl Fault {
    /// What is wrong with `value`.
    fn describe(&self, lang: Lang, value: &str) -> String {
        let value = shortened(value);
        match self {
            Self::Unreadable(error) => error.reason(lang),
            Self::MissingColumn { .. } => t!(lang, "problem-missing-column", value = value),
            Self::UnknownColumn { .. } => t!(lang, "problem-unknown-column", value = value),
            Self::DuplicateColumn => t!(lang, "problem-duplicate-column", value = value),
            Self::RaggedRow { expected, found } => {
                t!(lang, "problem-ragged-row", expected = *expected, found = *found)
            }
            Self::NotUtf8 => t!(lang, "problem-not-utf8", value = value),
            Self::MissingField { .. } => t!(lang, "problem-missing-field", value = value),
            Self::UnknownField { .. } => t!(lang, "problem-unknown-field", value = value),
            Self::DuplicateKey => t!(lang, "problem-duplicate-key", value = value),
            Self::WrongType { expected, found } => {
                t!(
                    lang,
                    "problem-wrong-type",
                    expected = expected.describe(lang),
                    found = found.describe(lang)
                )
            }
            Self::WrongLength { expected, found } => {
                t!(lang, "problem-wrong-length", expected = *expected, found = *found)
            }
            Self::BrokenString => t!(lang, "problem-broken-string", value = value),
            Self::Empty => t!(lang, "problem-empty"),
            Self::NotACode(code) => {
                t!(lang, "problem-not-a-code", value = value, code = code.describe(lang))
            }
            Self::NotOneOf { allowed, .. } => {
                t!(lang, "problem-not-one-of", value = value, allowed = allowed.join(", "))
            }
            Self::NotADate => t!(lang, "problem-not-a-date", value = value),
            Self::NotANumber => t!(lang, "problem-not-a-number", value = value),
            Self::OutOfRange { least, most } => {
                t!(lang, "problem-out-of-range", value = value, least = *least, most = *most)
            }
            Self::NotAUrl => t!(lang, "problem-not-a-url", value = value),
            Self::NotNfc => t!(lang, "problem-not-nfc", value = value),
            Self::HiddenCharacter { character, kind } => {
                let code = format!("U+{:04X}", u32::from(*character));
                match kind {
                    Hidden::Control => t!(lang, "problem-control-character", value = value, code = code),
                    Hidden::Bidi => t!(lang, "problem-bidi-character", value = value, code = code),
                    Hidden::ZeroWidth => t!(lang, "problem-zero-width-character", value = value, code = code),
                }
            }
            Self::UnknownId { entity, .. } => {
                t!(lang, "problem-unknown-id", value = value, entity = entity.describe(lang))
            }
            Self::Duplicate { entity, first } => {
                let (entity, first) = (entity.describe(lang), first.describe(lang));
                t!(lang, "problem-duplicate", value = value, entity = entity, first = first)
            }
            Self::StatementOfNothing => t!(lang, "problem-statement-of-nothing", value = value),
            Self::Disagrees { with, expected } => {
                let (with, expected) = (shortened(with), shortened(expected));
                t!(lang, "problem-disagrees", value = value, with = with, expected = expected)
            }
            Self::OpenRing => t!(lang, "problem-open-ring"),
        }
    }

    /// Whether a document with it cannot be read as a snapshot at all.
    pub(crate) const fn stops_loading(&self) -> bool {
        matches!(
            self,
            Self::MissingField { .. }
                | Self::DuplicateKey
                | Self::WrongType { .. }
                | Self::WrongLength { .. }
                | Self::BrokenString
                | Self::NotOneOf { .. }
                | Self::NotADate
                | Self::NotANumber
        )
    }

    /// The value that was probably meant, where one is close.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::MissingColumn { nearest }
            | Self::UnknownColumn { nearest }
            | Self::MissingField { nearest }
            | Self::UnknownField { nearest }
            | Self::NotOneOf { nearest, .. }
            | Self::UnknownId { nearest, .. } => nearest.as_deref(),
            _ => None,
        }
    }

    fn did_you_mean(&self, lang: Lang) -> String {
        match (self, self.nearest()) {
            (_, None) => String::new(),
            (Self::MissingColumn { .. } | Self::MissingField { .. }, Some(nearest)) => {
                t!(lang, "problem-is-it-this-name", nearest = shortened(nearest))
            }
            (_, Some(nearest)) => t!(lang, "problem-did-you-mean", nearest = shortened(nearest)),
        }
    }
}

impl Kind {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Null => t!(lang, "problem-kind-null"),
            Self::Boolean => t!(lang, "problem-kind-boolean"),
            Self::Number => t!(lang, "problem-kind-number"),
            Self::Text => t!(lang, "problem-kind-text"),
            Self::List => t!(lang, "problem-kind-list"),
            Self::Object => t!(lang, "problem-kind-object"),
        }
    }
}

impl Code {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Commune => t!(lang, "problem-code-commune"),
            Self::Department => t!(lang, "problem-code-department"),
            Self::Region => t!(lang, "problem-code-region"),
            Self::Qpv => t!(lang, "problem-code-qpv"),
            Self::Siren => t!(lang, "problem-code-siren"),
        }
    }
}

impl Entity {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Cite => t!(lang, "problem-entity-cite"),
            Self::Carrier => t!(lang, "problem-entity-carrier"),
            Self::Commune => t!(lang, "problem-entity-commune"),
            Self::Qpv => t!(lang, "problem-entity-qpv"),
            Self::Department => t!(lang, "problem-entity-department"),
            Self::Region => t!(lang, "problem-entity-region"),
            Self::Outline => t!(lang, "problem-entity-outline"),
            Self::Source => t!(lang, "problem-entity-source"),
            Self::Link => t!(lang, "problem-entity-link"),
            Self::Statement => t!(lang, "problem-entity-statement"),
            Self::Preconisation => t!(lang, "problem-entity-preconisation"),
            Self::Finding => t!(lang, "problem-entity-finding"),
            Self::Figure => t!(lang, "problem-entity-figure"),
        }
    }
}

/// A value as it goes into a message: nothing hidden, not longer than a line.
fn shortened(value: &str) -> String {
    const MOST: usize = 60;
    match value.char_indices().nth(MOST) {
        None => visible(value).into_owned(),
        Some((end, _)) => format!("{}…", visible(value.get(..end).unwrap_or_default())),
    }
}

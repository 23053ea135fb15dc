//! What can be wrong, and how bad that is.

use schemars::JsonSchema;
use serde::Serialize;

use crate::sanitize::HiddenKind;
use crate::snapshot::PartialDate;
use crate::snapshot::place::Place;
use crate::snapshot::read_error::ReadError;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Worth knowing, probably right.
    Note,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Level {
    /// Every level, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];
}

/// What is wrong with a value. Its words are in [`Problem::describe`](super::Problem::describe).
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The file cannot be read at all.
    Unreadable(Box<ReadError>),
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
        kind: HiddenKind,
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
    /// Something that is described otherwise elsewhere.
    ToldDifferently {
        /// Where it was described first.
        first: Box<Place>,
    },
    /// Text that begins or ends with white space.
    OuterSpace,
    /// A date before the programme started.
    BeforeProgramme {
        /// When it started.
        start: PartialDate,
    },
    /// A date after the experiment ended.
    AfterExperiment {
        /// When it ended.
        end: PartialDate,
    },
    /// A label date that is not of the Cité's wave.
    OutsideWave {
        /// The year of the wave.
        wave: i16,
    },
    /// A launch before the label was given.
    BeforeLabel {
        /// When it was given.
        label: PartialDate,
    },
    /// A place that is not within the outline of its region; the value is `longitude, latitude`.
    OutsideRegion {
        /// Name of the region.
        region: String,
    },
    /// A quartier whose code is of a department that the Cité has no commune in.
    OutsideCite {
        /// The departments it has.
        departments: Vec<String>,
    },
    /// A name that is another one but for accents, case or hyphens.
    SameName {
        /// The other name.
        other: String,
        /// Where it stands.
        first: Box<Place>,
    },
    /// A source that nothing refers to.
    NeverUsed,
    /// Evidence that needs a source and has none; the value is the evidence.
    NoStatement,
    /// A Cité that covers no commune.
    NoCommune,
    /// A figure of how many there are that is not how many there are.
    CountDiffers {
        /// How many there are.
        counted: usize,
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
    /// Id of a Cité at the ANCT.
    Cite,
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

impl Fault {
    /// The rule that is broken, as a word that never changes.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(..) => "unreadable",
            Self::MissingColumn { .. } => "missing-column",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::DuplicateColumn => "duplicate-column",
            Self::RaggedRow { .. } => "ragged-row",
            Self::NotUtf8 => "not-utf8",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::DuplicateKey => "duplicate-key",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongLength { .. } => "wrong-length",
            Self::BrokenString => "broken-string",
            Self::Empty => "empty",
            Self::NotACode(..) => "not-a-code",
            Self::NotOneOf { .. } => "not-one-of",
            Self::NotADate => "not-a-date",
            Self::NotANumber => "not-a-number",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotAUrl => "not-a-url",
            Self::NotNfc => "not-nfc",
            Self::UnknownId { .. } => "unknown-id",
            Self::Duplicate { .. } => "duplicate",
            Self::StatementOfNothing => "statement-of-nothing",
            Self::Disagrees { .. } => "disagrees",
            Self::ToldDifferently { .. } => "told-differently",
            Self::OuterSpace => "outer-space",
            Self::BeforeProgramme { .. } => "before-programme",
            Self::AfterExperiment { .. } => "after-experiment",
            Self::OutsideWave { .. } => "outside-wave",
            Self::BeforeLabel { .. } => "before-label",
            Self::OutsideRegion { .. } => "outside-region",
            Self::OutsideCite { .. } => "outside-cite",
            Self::SameName { .. } => "same-name",
            Self::NeverUsed => "never-used",
            Self::NoStatement => "no-statement",
            Self::NoCommune => "no-commune",
            Self::CountDiffers { .. } => "count-differs",
            Self::OpenRing => "open-ring",
            Self::HiddenCharacter { kind: HiddenKind::Control, .. } => "control-character",
            Self::HiddenCharacter { kind: HiddenKind::Bidi, .. } => "bidi-character",
            Self::HiddenCharacter { kind: HiddenKind::ZeroWidth, .. } => "zero-width-character",
        }
    }

    /// How bad it is in a snapshot. A table with any of them is refused.
    pub const fn level(&self) -> Level {
        match self {
            // A newer minor version may have it.
            Self::UnknownField { nearest: None } => Level::Note,
            Self::UnknownField { nearest: Some(_) }
            | Self::AfterExperiment { .. }
            | Self::BeforeLabel { .. }
            | Self::OutsideRegion { .. }
            | Self::OutsideCite { .. }
            | Self::SameName { .. }
            | Self::NeverUsed
            | Self::NoStatement
            | Self::NoCommune
            | Self::CountDiffers { .. } => Level::Warning,
            _ => Level::Error,
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
}

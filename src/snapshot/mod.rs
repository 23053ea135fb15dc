//! What a snapshot is, and how one is made, read and compared.

mod age;
mod at;
mod build;
mod check;
mod date;
mod diff;
mod document;
mod embedded;
mod import;
mod input;
mod later;
mod load;
mod lookup;
mod model;
mod nearest;
mod part;
mod problem;
mod records;
mod rules;
mod sample;
mod schema;
mod structure;
mod table;
mod text;
mod tree;
mod write;

pub use age::{Age, years_before};
pub use build::build;
pub use check::{
    COVERED_FIELDS, Coverage, FieldCoverage, Report, ReportDocument, check, check_input, check_str, coverage,
    is_filled,
};
pub use date::{PartialDate, PartialDateError, Precision};
pub use diff::{ApplyError, Change, ChangeKind, ChangePath, ChangeRow, CiteCounts, Diff, diff};
pub use document::Excerpt;
pub use embedded::{EMBEDDED, EMBEDDED_ORIGIN, embedded};
pub use import::{
    ChangedTable, Covered, CoveredPlace, ImportChange, ImportPlan, Published, PublishedFiles, PublishedRow,
    TO_FILL, UnlistedCite, Unplaced, UnplacedReason, plan_import, read_published,
};
pub use input::{DEFAULT_MAX_SIZE, Input};
pub use later::Later;
pub use load::{LoadError, LoadErrorKind, load, load_bytes, load_bytes_with_text, load_str, load_with_text};
pub use lookup::population;
pub use model::*;
pub use nearest::nearest;
pub(crate) use problem::shortened;
pub use problem::{Code, Entity, Fault, Field, Kind, Level, Omitted, Place, Problem, ProblemRow};
pub use sample::{SampleCites, sample, sample_cites, write_sample};
pub use schema::schema;
pub(crate) use text::characters;
pub use text::{Hidden, hidden, visible};
pub use write::to_json;

//! Snapshots: the model, and how one is built, loaded, checked, compared and written.

mod age;
mod build;
mod check;
mod cite_field;
mod coded_list;
mod date;
mod diff;
mod embedded;
mod excerpt;
mod file_kind;
mod geometry;
mod import;
mod input;
mod json;
mod lazy_list;
mod load;
mod localized;
mod location;
mod lookup;
mod model;
mod problem;
mod quartier_summary;
mod read_error;
mod reliability;
mod rule;
mod rules;
mod sample;
mod schema;
mod shared;
mod shrunk;
mod spelling;
mod structure;
mod subset;
mod table;
mod write;

pub use age::{Age, Years, years_before};
pub use build::build;
pub use build::tables::table_schemas;
pub use check::{Coverage, FieldCoverage, Report, ReportDocument, check, check_input, check_str, coverage};
pub use cite_field::CiteField;
pub use date::{PartialDate, PartialDateError, Precision};
pub use diff::{ApplyError, Change, ChangeKind, ChangePath, ChangeRow, CiteCounts, Diff, diff};
#[cfg(test)]
pub(crate) use embedded::embedded_with_problems;
pub use embedded::{EMBEDDED, EMBEDDED_ORIGIN, embedded};
pub use excerpt::Excerpt;
pub use file_kind::FileKind;
pub use geometry::Polygon;
pub use import::{
    ChangedTable, GrantChange, GrantFact, GrantField, GrantFiles, GrantPlan, ImportChange, ImportEntity,
    ImportPlan, NotPlaced, Published, PublishedFiles, PublishedRow, TO_FILL, UnlistedCite, Unplaced,
    UnplacedGrant, UnplacedReason, plan_grants, plan_import, read_published,
};
pub use input::{DEFAULT_MAX_SIZE, Input};
pub use load::{LoadError, load, load_bytes, load_bytes_with_text, load_str, load_with_text};
pub use location::{Location, Target};
pub use lookup::commune_population;
pub use model::*;
pub(crate) use problem::truncate;
pub use problem::{Fault, LevelCounts, Problem, ProblemRow, Violation};
pub use quartier_summary::{Completeness, QpvSummaries, QpvSummary, Quartiers};
pub use read_error::ReadError;
pub use reliability::Reliability;
pub use rule::{Level, Rule};
pub use sample::{SampleCites, sample, sample_cites, write_sample};
pub use schema::schema;
pub use spelling::closest_match;
pub use write::to_json;

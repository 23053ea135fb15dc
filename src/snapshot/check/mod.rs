//! Checks a snapshot against the format and against every rule.
//!
//! There are four passes, each over what the one before could parse: JSON of a
//! known version; the fields and types of the model, and the rules for single
//! values; the rules for Cités and other records; the rules for the whole. A
//! record with a wrong field is still checked in its other parts. The last pass
//! needs the whole and is skipped if any field is wrong.

mod cites;
mod coverage;

use schemars::JsonSchema;
use serde::Serialize;

use super::input::{Input, decode};
use super::json::JsonText;
use super::json::Node;
use super::json::{Cursor, Members};
use super::load::{LoadError, check_version};
use super::model::{Department, Meta, Region, Snapshot};
use super::problem::{LevelCounts, Problem, ProblemRow, Problems};
use super::read_error::ReadError;
use super::rule::Level;
use super::rules::commune::Territories;
use super::rules::entity::{Entity, Ids, Known};
use super::rules::record::{check_figures, check_outline};
use super::rules::whole;
use super::structure;
use crate::locale::Lang;
use crate::progress::Progress;
use cites::CheckContext;

pub use coverage::{Coverage, FieldCoverage, coverage};

/// The problems of a snapshot, and how much it knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Name of the file.
    pub origin: String,
    /// What is wrong, in the order of the file: of each level the first 10,000
    /// that were found.
    pub problems: Vec<Problem>,
    /// How many more there are of each level.
    pub omitted: LevelCounts,
    /// How much is known of the Cités. `None` if the snapshot cannot be loaded.
    pub coverage: Option<Coverage>,
}

/// A report as other programs read it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReportDocument<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many notes.
    pub notes: usize,
    /// Everything that is wrong, in the order of the file; of each level the
    /// first 10,000 that were found.
    pub problems: Vec<ProblemRow<'a>>,
    /// How many more there are.
    pub omitted: usize,
    /// How much is known of the Cités; null where the snapshot cannot be read.
    pub coverage: Option<&'a Coverage>,
}

impl Report {
    /// Converts the report for other programs, with messages in this language.
    pub fn document(&self, lang: Lang) -> ReportDocument<'_> {
        ReportDocument {
            file: &self.origin,
            errors: self.count(Level::Error),
            warnings: self.count(Level::Warning),
            notes: self.count(Level::Note),
            problems: self.problems.iter().map(|problem| problem.row(lang)).collect(),
            omitted: self.omitted.total(),
            coverage: self.coverage.as_ref(),
        }
    }

    /// Returns the report of an input that could not be read at all.
    pub fn unreadable(error: LoadError) -> Self {
        let (origin, problems) = (error.problem.location.file.clone(), vec![*error.problem]);
        Self { origin, problems, omitted: LevelCounts::default(), coverage: None }
    }

    /// Counts the problems of a level, those beyond the first 10,000 included.
    pub fn count(&self, level: Level) -> usize {
        let kept = self.problems.iter().filter(|problem| problem.fault.level() == level).count();
        kept + self.omitted.of(level)
    }

    /// Returns whether there is no error and, if `strict`, no warning either.
    pub fn passes(&self, strict: bool) -> bool {
        let refused = if strict { Level::Warning } else { Level::Error };
        self.problems.iter().all(|problem| problem.fault.level() < refused)
    }
}

/// Checks the bytes of a snapshot, plain or gzip. Problems call the file `origin`.
///
/// A file that cannot be read at all is one problem, [`Fault::Unreadable`](super::Fault::Unreadable).
///
/// ```
/// use cites_emploi::snapshot::{DEFAULT_MAX_SIZE, EMBEDDED, Level, check};
///
/// let report = check(EMBEDDED.as_bytes().to_vec(), "snapshot.json", DEFAULT_MAX_SIZE);
/// assert_eq!(report.count(Level::Error), 0);
/// ```
pub fn check(bytes: Vec<u8>, origin: &str, max_size: u64) -> Report {
    match decode(bytes, max_size) {
        Ok(text) => check_str(&text, origin),
        Err(error) => unreadable(origin, error),
    }
}

/// Checks an input of at most `max_size` bytes, unpacked. An input that cannot
/// be read is one problem, too.
pub fn check_input(input: &Input, max_size: u64) -> Report {
    // The text is gone through twice, besides being read.
    Progress::current().expect(2 * input.len());
    match input.read(max_size) {
        Ok(bytes) => check(bytes, &input.name(), max_size),
        Err(error) => unreadable(&input.name(), error),
    }
}

/// Checks the text of a snapshot. Problems call the file `origin`.
pub fn check_str(text: &str, origin: &str) -> Report {
    let document = JsonText::new(origin, text);
    let node = match Node::root(text).map_err(|error| ReadError::syntax(text, &error)) {
        Ok(node) => node,
        Err(error) => return unreadable(origin, error),
    };
    if let Err(error) = check_version(text) {
        return unreadable(origin, error);
    }
    let mut problems = Problems::default();
    let root = Cursor::Root(&document, node);
    let fields = root.fields();
    let known = Known::from(LINKED.map(|(entity, list, key)| Ids::of(entity, &fields.key(list), key)));
    structure::check::<Snapshot>(&root, &known, &mut problems);
    // With so many errors, checking every record would not help and would take many times the
    // memory of the file.
    if problems.omitted.of(Level::Error) == 0 {
        check_records(&fields, &known, &mut problems);
    }
    let snapshot: Option<Snapshot> = root.read();
    if let Some(snapshot) = &snapshot {
        for row in &whole::RULES {
            (row.test)(&fields, snapshot, &mut problems.reporter(row.rule));
        }
    }
    let Problems { list: mut problems, omitted, .. } = problems;
    problems.sort_by_key(|problem| (problem.location.line, problem.location.character));
    Report { origin: origin.to_owned(), problems, omitted, coverage: snapshot.as_ref().map(coverage) }
}

/// The lists of a snapshot that links refer to, and the keys of their ids.
const LINKED: [(Entity, &str, &str); 7] = [
    (Entity::Cite, "cites", "id"),
    (Entity::Source, "sources", "id"),
    (Entity::Department, "departments", "code"),
    (Entity::Region, "regions", "code"),
    (Entity::Preconisation, "preconisations", "id"),
    (Entity::Qpv2024, "qpvs_2024", "code"),
    (Entity::Contract, "contracts", "code"),
];

fn unreadable(origin: &str, error: ReadError) -> Report {
    Report::unreadable(LoadError::unreadable(origin, error))
}

/// Checks the records that are tested against other records.
fn check_records(fields: &Members<'_>, known: &Known, problems: &mut Problems) {
    let regions = fields.key("regions");
    let regions = regions.read_items::<Region>();
    for (at, region) in &regions {
        check_outline(&at.key("outline"), &region.outline, problems);
    }
    let departments = fields.key("departments");
    let departments = departments.read_items::<Department>();
    for (at, department) in &departments {
        check_outline(&at.key("outline"), &department.outline, problems);
    }
    let by_code = |(_, department): (_, Department)| (department.code.clone(), department);
    let territories = Territories {
        departments: departments.into_iter().map(by_code).collect(),
        regions: regions.into_iter().map(|(_, region)| (region.code.clone(), region)).collect(),
    };
    let experiment = fields.read::<Meta>("meta").map(|meta| meta.experiment);
    cites::check(&fields.key("cites"), &CheckContext { known, territories, experiment }, problems);
    check_figures(&fields.key("figures").read_items(), problems);
}

#[cfg(test)]
mod tests;

//! Everything that can be said against a snapshot.
//!
//! Four passes, each over what the one before left readable: is it JSON of a
//! known version, does it have the fields and types of the model, does each
//! record keep the rules, and does the whole agree with itself. A record with
//! a wrong field is still checked in its other parts; the last pass needs the
//! whole and is left out where any field is wrong.

mod cites;
mod coverage;
mod places;
mod whole;

use schemars::JsonSchema;
use serde::Serialize;

use super::at::At;
use super::document::Document;
use super::input::{Input, decode};
use super::load::{LoadError, check_version};
use super::model::Snapshot;
use super::problem::{Entity, Level, Omitted, Problem, ProblemRow, Problems};
use super::read_error::ReadError;
use super::records;
use super::rules::{Ids, Known};
use super::structure;
use super::tree::Node;
use crate::locale::Lang;

pub use coverage::{Coverage, FieldCoverage, coverage};

/// What was found in a snapshot.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Name of the file.
    pub origin: String,
    /// Everything that is wrong, in the order of the file; of each level the
    /// first 10,000 that were found.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub omitted: Omitted,
    /// How much is known of the Cités; `None` where the snapshot cannot be read.
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
    /// The report as other programs read it, its messages in this language.
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
        let (origin, problems) = (error.problem.place.file.clone(), vec![*error.problem]);
        Self { origin, problems, omitted: Omitted::default(), coverage: None }
    }

    /// How many problems are of this level.
    pub fn count(&self, level: Level) -> usize {
        let kept = self.problems.iter().filter(|problem| problem.fault.level() == level).count();
        kept + self.omitted.of(level)
    }

    /// Whether there is no error and, when `strict`, no warning either.
    pub fn passes(&self, strict: bool) -> bool {
        let refused = if strict { Level::Warning } else { Level::Error };
        self.problems.iter().all(|problem| problem.fault.level() < refused)
    }
}

/// Checks the bytes of a snapshot, plain or gzip; problems call the file `origin`.
///
/// What cannot be read at all is one problem, [`Fault::Unreadable`](super::Fault::Unreadable).
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

/// Checks an input of at most `max_size` bytes, unpacked. One that the system
/// does not let be read is one problem, too.
pub fn check_input(input: &Input, max_size: u64) -> Report {
    match input.read(max_size) {
        Ok(bytes) => check(bytes, &input.name(), max_size),
        Err(error) => unreadable(&input.name(), error),
    }
}

/// Checks the text of a snapshot; problems call the file `origin`.
pub fn check_str(text: &str, origin: &str) -> Report {
    let document = Document::new(origin, text);
    let node = match Node::root(text).map_err(|error| ReadError::syntax(text, &error)) {
        Ok(node) => node,
        Err(error) => return unreadable(origin, error),
    };
    if let Err(error) = check_version(text) {
        return unreadable(origin, error);
    }
    let mut problems = Problems::default();
    structure::faults::<Snapshot>(&document, node, &mut problems);
    let root = At::Root(&document, node);
    // Where so much is wrong, going through every record is of no use to
    // anybody, and takes many times the memory of the file.
    if problems.omitted.errors == 0 {
        check_records(&root, &mut problems);
    }
    let snapshot: Option<Snapshot> = root.read();
    if let Some(snapshot) = &snapshot {
        whole::check(&root, snapshot, &mut problems);
    }
    let Problems { list: mut problems, omitted, .. } = problems;
    problems.sort_by_key(|problem| (problem.place.line, problem.place.character));
    Report { origin: origin.to_owned(), problems, omitted, coverage: snapshot.as_ref().map(coverage) }
}

fn unreadable(origin: &str, error: ReadError) -> Report {
    Report::unreadable(LoadError::unreadable(origin, error))
}

/// Checks every record of every list.
fn check_records(root: &At<'_>, problems: &mut Problems) {
    let fields = root.fields();
    let lists = ["cites", "sources", "departments", "regions"].map(|key| fields.key(key));
    let [cites, sources, departments, regions] = &lists;
    let known = Known {
        cites: ids(Entity::Cite, cites, "id"),
        sources: ids(Entity::Source, sources, "id"),
        departments: ids(Entity::Department, departments, "code"),
        regions: ids(Entity::Region, regions, "code"),
    };
    let meta = fields.key("meta");
    let meta = meta.read().map(|value| (meta, value));
    if let Some(meta) = &meta {
        records::check_meta(meta, &known, problems);
    }
    let regions = places::check_regions(regions, problems);
    let departments = places::check_departments(departments, &known, problems);
    places::check_sources(sources, problems);
    let experiment = meta.map(|(_, meta)| meta.experiment);
    cites::check(cites, &cites::Around { known: &known, departments, regions, experiment }, problems);
    let list = fields.key("preconisations");
    records::check_preconisations(&list.read_items(), &known, problems);
    let list = fields.key("findings");
    records::check_findings(&list.read_items(), &known, problems);
    let list = fields.key("figures");
    records::check_figures(&list.read_items(), &known, problems);
    let list = fields.key("timeline");
    records::check_timeline(&list.read_items(), &known, problems);
}

/// The ids of a list, also of records that are not right otherwise.
fn ids(entity: Entity, list: &At<'_>, key: &'static str) -> Ids {
    let items = list.items();
    let ids: Vec<Option<String>> = items.iter().map(|item| item.key(key).read()).collect();
    let complete = !items.is_empty() && ids.iter().all(Option::is_some);
    Ids::new(entity, ids.into_iter().flatten(), complete)
}

#[cfg(test)]
mod tests;

//! Problems: what is wrong in a table or a snapshot, and where.

mod collect;
mod fault;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::excerpt::Excerpt;
use super::location::{Location, Target};
use super::read_error::ReadError;
use super::rule::Level;
use crate::locale::Lang;
use crate::t;

pub use collect::LevelCounts;
pub(crate) use collect::{Locate, Problems, Reporter};
pub(crate) use fault::{Detail, Details, truncate};
pub use fault::{Fault, Violation};

/// Something that is wrong with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The location of the value.
    pub location: Location,
    /// The value as it is written; often empty for a whole file.
    pub value: String,
    /// The fault of the value.
    pub fault: Fault,
}

impl Problem {
    /// Creates the problem of a file that cannot be read at all.
    pub(crate) fn unreadable(file: &str, error: ReadError) -> Self {
        let location = error.location(file);
        Self { location, value: String::new(), fault: Fault::Unreadable(Box::new(error)) }
    }

    /// Describes in one line where it is, what is wrong, and what to do.
    pub fn describe(&self, lang: Lang) -> String {
        t!(lang, "problem", place = self.location.describe(lang), text = self.message(lang))
    }

    /// Describes what is wrong and what to do, without the location.
    pub fn message(&self, lang: Lang) -> String {
        self.fault.describe(lang, &self.value)
    }

    /// Returns the line that is not JSON, if that is the problem.
    pub fn excerpt(&self) -> Option<&Excerpt> {
        match &self.fault {
            Fault::Unreadable(error) => error.excerpt(),
            _ => None,
        }
    }

    /// Converts the problem for other programs.
    pub fn row(&self, lang: Lang) -> ProblemRow<'_> {
        let (column, path) = match &self.location.target {
            Target::Column(name) => (Some(name.as_str()), None),
            Target::Path(path) => (None, Some(path.as_str())),
            Target::File | Target::Row => (None, None),
        };
        ProblemRow {
            level: self.fault.level(),
            code: self.fault.code(),
            file: &self.location.file,
            line: self.location.line,
            character: self.location.character,
            column,
            path,
            value: &self.value,
            message: self.message(lang),
            suggestion: self.fault.nearest(),
        }
    }
}

/// A problem with all its parts by name, for JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProblemRow<'a> {
    /// How bad it is.
    pub level: Level,
    /// The rule that is broken, a word that never changes.
    pub code: &'static str,
    /// Name of the file.
    pub file: &'a str,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Character in the line, from 1.
    pub character: Option<usize>,
    /// Column of a table.
    pub column: Option<&'a str>,
    /// Path in a JSON document.
    pub path: Option<&'a str>,
    /// The value it is about.
    pub value: &'a str,
    /// What is wrong, for people.
    pub message: String,
    /// The value that was probably meant.
    pub suggestion: Option<&'a str>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

//! What is wrong in a table or a snapshot, and where.

mod collect;
mod fault;
mod words;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::document::Excerpt;
use super::text::visible;
use crate::locale::Lang;
use crate::t;

pub use collect::Omitted;
pub(crate) use collect::{Problems, Seen, Spot, Told};
pub use fault::{Code, Entity, Fault, Kind, Level};
pub(crate) use words::shortened;

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

impl Problem {
    /// What is wrong, where, and what to do: one line.
    pub fn describe(&self, lang: Lang) -> String {
        t!(lang, "problem", place = self.place.describe(lang), text = self.message(lang))
    }

    /// What is wrong and what to do, without the place.
    pub fn message(&self, lang: Lang) -> String {
        format!("{}{}", self.fault.describe(lang, &self.value), self.fault.did_you_mean(lang))
    }

    /// The line that is not JSON, where that is the problem.
    pub fn excerpt(&self) -> Option<&Excerpt> {
        match &self.fault {
            Fault::Unreadable(error) => error.excerpt(),
            _ => None,
        }
    }

    /// The problem as other programs read it.
    pub fn row(&self, lang: Lang) -> ProblemRow<'_> {
        let (column, path) = match &self.place.field {
            Field::Column(name) => (Some(name.as_str()), None),
            Field::Path(path) => (None, Some(path.as_str())),
            Field::File | Field::Row => (None, None),
        };
        ProblemRow {
            level: self.fault.level(),
            code: self.fault.code(),
            file: &self.place.file,
            line: self.place.line,
            character: self.place.character,
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

impl Place {
    /// A file as a whole.
    pub(crate) fn file(name: &str) -> Self {
        Self { file: name.to_owned(), line: None, character: None, field: Field::File }
    }

    /// Which Cité of a snapshot it is in, by its number in the list.
    pub fn cite(&self) -> Option<usize> {
        let Field::Path(path) = &self.field else { return None };
        let (number, _) = path.strip_prefix("cites[")?.split_once(']')?;
        number.parse().ok()
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

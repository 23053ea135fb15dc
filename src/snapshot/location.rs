//! A location in a table or a JSON document, as problems report it.

use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::t;

/// A location in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Name of the file as it was given.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Character in the line, from 1; only in JSON.
    pub character: Option<usize>,
    /// The value in that line.
    pub target: Target,
}

/// The value that a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The file as a whole.
    File,
    /// A row of a table.
    Row,
    /// A column of a table.
    Column(String),
    /// A value of a JSON document: `cites[3].carrier.type`.
    Path(String),
}

impl Location {
    /// Creates the location of a file as a whole.
    pub(crate) fn file(name: &str) -> Self {
        Self { file: name.to_owned(), line: None, character: None, target: Target::File }
    }

    /// Returns the index of the Cité of a snapshot that it is in.
    pub fn cite(&self) -> Option<usize> {
        let Target::Path(path) = &self.target else { return None };
        let (index, _) = path.strip_prefix("cites[")?.split_once(']')?;
        index.parse().ok()
    }

    /// Formats the location in the notation of editors, `file:line:character`, and the field.
    pub fn describe(&self, lang: Lang) -> String {
        let mut text = sanitize(&self.file).into_owned();
        for number in [self.line, self.character].into_iter().flatten() {
            text.push(':');
            text.push_str(&number.to_string());
        }
        match &self.target {
            Target::File | Target::Row => text,
            Target::Column(name) => {
                t!(lang, "problem-place-column", file = text, column = sanitize(name).into_owned())
            }
            Target::Path(path) if path.is_empty() => text,
            Target::Path(path) => {
                t!(lang, "problem-place-path", file = text, path = sanitize(path).into_owned())
            }
        }
    }
}

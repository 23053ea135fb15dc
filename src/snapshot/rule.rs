//! The name and the level of a rule.

use schemars::JsonSchema;
use serde::Serialize;

/// The level of a problem.
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

/// The name and the level of a rule, the head of its row in
/// `snapshot/rules`.
///
/// The name is the key of the message in the locale files, `problem-` and the
/// code. A new rule has to state its level by the constructor that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    key: &'static str,
    level: Level,
    stops_loading: bool,
}

impl Rule {
    /// Makes a rule without which a document cannot be parsed as a snapshot.
    pub(crate) const fn fatal(key: &'static str) -> Self {
        Self { key, level: Level::Error, stops_loading: true }
    }

    /// Makes a rule for something that is wrong.
    pub(crate) const fn error(key: &'static str) -> Self {
        Self { key, level: Level::Error, stops_loading: false }
    }

    /// Makes a rule for something that is probably wrong.
    pub(crate) const fn warning(key: &'static str) -> Self {
        Self { key, level: Level::Warning, stops_loading: false }
    }

    /// Makes a rule for something that is worth knowing and probably right.
    pub(crate) const fn note(key: &'static str) -> Self {
        Self { key, level: Level::Note, stops_loading: false }
    }

    /// Returns the word for the rule in reports, which never changes: `not-a-date`.
    pub fn code(self) -> &'static str {
        self.key.strip_prefix("problem-").unwrap_or(self.key)
    }

    /// Returns how bad it is to break the rule in a snapshot. A table that breaks any rule is refused.
    pub const fn level(self) -> Level {
        self.level
    }

    /// Returns the key of the message in the locale files.
    pub(super) const fn key(self) -> &'static str {
        self.key
    }

    /// Returns whether a document that breaks the rule cannot be parsed as a snapshot.
    pub(super) const fn stops_loading(self) -> bool {
        self.stops_loading
    }
}

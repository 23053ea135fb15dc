//! The faults of values, and their messages.

use fluent_bundle::FluentArgs;

use crate::locale::{Lang, text};
use crate::sanitize::sanitize;
use crate::snapshot::location::Location;
use crate::snapshot::read_error::ReadError;
use crate::snapshot::rule::{Level, Rule};
use crate::t;

/// A fault of a file or of a value in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The file cannot be read at all.
    Unreadable(Box<ReadError>),
    /// A rule is broken.
    Broken(Violation),
}

/// A broken rule and the details of its message besides the value.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    rule: Rule,
    details: Details,
    suggestion: Option<Suggestion>,
}

/// The arguments of a message besides the value, by name.
pub(crate) type Details = Vec<(&'static str, Detail)>;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Detail {
    /// A text of the file.
    Text(String),
    /// A list that is never truncated.
    List(Vec<String>),
    Count(usize),
    Number(f64),
    Location(Box<Location>),
    /// A text of the locale files, by its key.
    Key(&'static str),
}

/// A value that was probably meant.
#[derive(Debug, Clone, PartialEq)]
struct Suggestion {
    value: String,
    /// The key of the text that offers it.
    key: &'static str,
}

impl Violation {
    /// Reports a broken rule whose message needs only the value.
    pub(crate) const fn new(rule: Rule) -> Self {
        Self { rule, details: Vec::new(), suggestion: None }
    }

    /// Adds an argument of the message.
    pub(crate) fn with(mut self, name: &'static str, detail: impl Into<Detail>) -> Self {
        self.details.push((name, detail.into()));
        self
    }

    /// Sets the arguments of the message.
    pub(crate) fn details(self, details: Details) -> Self {
        Self { details, ..self }
    }

    /// Offers the value that was probably meant, if there is one.
    pub(crate) fn suggest(self, value: Option<&str>) -> Self {
        self.suggest_as("problem-did-you-mean", value)
    }

    /// Offers an unknown name of which the missing one, the value, may be a typo.
    pub(crate) fn suggest_misspelt(self, name: Option<&str>) -> Self {
        self.suggest_as("problem-is-it-this-name", name)
    }

    fn suggest_as(mut self, key: &'static str, value: Option<&str>) -> Self {
        self.suggestion = value.map(|value| Suggestion { value: value.to_owned(), key });
        self
    }

    /// Returns whether it is this rule that is broken.
    pub(crate) fn breaks(&self, rule: Rule) -> bool {
        self.rule == rule
    }

    fn describe(&self, lang: Lang, value: &str) -> String {
        let mut args = FluentArgs::new();
        args.set("value", truncate(value));
        for (name, detail) in &self.details {
            match detail {
                Detail::Text(text) => args.set(*name, truncate(text)),
                Detail::List(items) => args.set(*name, items.join(", ")),
                Detail::Count(count) => args.set(*name, *count),
                Detail::Number(number) => args.set(*name, *number),
                Detail::Location(location) => args.set(*name, location.describe(lang)),
                Detail::Key(key) => args.set(*name, t!(lang, key)),
            }
        }
        let message = text(lang, self.rule.key(), Some(&args));
        match &self.suggestion {
            Some(Suggestion { value, key }) => message + &t!(lang, key, nearest = truncate(value)),
            None => message,
        }
    }
}

impl Fault {
    /// Returns the word for the broken rule, which never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Broken(violation) => violation.rule.code(),
        }
    }

    /// Returns how bad it is in a snapshot. A table with any fault is refused.
    pub const fn level(&self) -> Level {
        match self {
            Self::Unreadable(_) => Level::Error,
            Self::Broken(violation) => violation.rule.level(),
        }
    }

    /// Returns whether a document with it cannot be parsed as a snapshot.
    pub(crate) const fn stops_loading(&self) -> bool {
        match self {
            Self::Unreadable(_) => true,
            Self::Broken(violation) => violation.rule.stops_loading(),
        }
    }

    /// Returns the value that was probably meant, if one is close.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::Unreadable(_) => None,
            Self::Broken(violation) => {
                violation.suggestion.as_ref().map(|suggestion| suggestion.value.as_str())
            }
        }
    }

    /// Writes the message about `value`, with the value that was probably meant.
    pub(super) fn describe(&self, lang: Lang, value: &str) -> String {
        match self {
            Self::Unreadable(error) => error.reason(lang),
            Self::Broken(violation) => violation.describe(lang, value),
        }
    }
}

impl From<Violation> for Fault {
    fn from(violation: Violation) -> Self {
        Self::Broken(violation)
    }
}

/// Makes details from the types of what they hold.
macro_rules! from {
    ($($type:ty => $detail:expr;)+) => {$(
        impl From<$type> for Detail {
            fn from(value: $type) -> Self {
                $detail(value)
            }
        }
    )+};
}

from! {
    String => Self::Text;
    &str => |text: &str| Self::Text(text.to_owned());
    usize => Self::Count;
    f64 => Self::Number;
    Location => |location| Self::Location(Box::new(location));
}

/// Returns the first 60 characters of a value, those that a terminal would obey escaped.
pub(crate) fn truncate(value: &str) -> String {
    const MAX: usize = 60;
    match value.char_indices().nth(MAX) {
        None => sanitize(value).into_owned(),
        Some((end, _)) => format!("{}…", sanitize(value.get(..end).unwrap_or_default())),
    }
}

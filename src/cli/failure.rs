//! The ways in which a command ends.

use std::io;

use crate::locale::Lang;
use crate::output::TextRole;
use crate::save::SaveError;
use crate::snapshot::LoadError;
use crate::t;
use crate::tui::Ending;

use super::streams::print_message;

/// The way in which a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Success,
    /// Nothing was found, or an input has problems.
    Negative,
    /// The arguments are wrong, or an input cannot be read.
    Error,
    /// The explorer was opened and has ended.
    Explored(Ending),
}

impl Status {
    pub(super) fn exit_code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Negative => 1,
            Self::Error => 2,
            Self::Explored(ending) => ending.exit_code(),
        }
    }
}

/// The reason why a command failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments are wrong. The text says why, in the language of the session.
    Usage(String),
    /// An input cannot be read.
    Input(LoadError),
    /// A file cannot be written.
    Save(SaveError),
    /// Standard output cannot be written.
    Output(io::Error),
    /// The explorer cannot use the terminal.
    Terminal(io::Error),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Input(error)
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Prints on standard error what went wrong, and returns the status. A
    /// reader that has closed the pipe (`cites list | head -1`) is no failure.
    pub(super) fn report(self, lang: Lang) -> Status {
        let text = match self {
            Self::Output(error) | Self::Save(SaveError { error, .. })
                if error.kind() == io::ErrorKind::BrokenPipe =>
            {
                return Status::Success;
            }
            Self::Output(error) if error.kind() == io::ErrorKind::StorageFull => t!(lang, "cli-output-full"),
            Self::Output(error) => t!(lang, "cli-cannot-write", error = error.to_string()),
            Self::Terminal(error) => t!(lang, "cli-no-explorer", error = error.to_string()),
            Self::Usage(text) => text,
            Self::Save(error) => error.describe(lang),
            Self::Input(error) => error.describe(lang),
        };
        print_message(TextRole::Error, &t!(lang, "cli-error"), &text);
        Status::Error
    }
}

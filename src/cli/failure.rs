//! How a command ends.

use std::io;

use crate::locale::Lang;
use crate::output::Role;
use crate::save::SaveError;
use crate::snapshot::LoadError;
use crate::t;
use crate::tui::Ending;

use super::session;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// All is well.
    Fine,
    /// Something was found wrong, or nothing was found.
    Found,
    /// The program was used in a wrong way, or an input cannot be read.
    Misused,
    /// The explorer was open and has ended.
    Explored(Ending),
}

impl Status {
    pub(super) fn exit_code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Found => 1,
            Self::Misused => 2,
            Self::Explored(ending) => ending.exit_code(),
        }
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// It was asked in a wrong way, in words for the person who asked.
    Misuse(String),
    /// An input cannot be read.
    Input(LoadError),
    /// A file cannot be written.
    Save(SaveError),
    /// Standard output does not take it.
    Output(io::Error),
    /// The terminal cannot be taken over.
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
    /// Says on standard error what went wrong. That nobody reads any further
    /// (`cites list | head -1`) is no failure.
    pub(super) fn report(self, lang: Lang) -> Status {
        let text = match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Status::Fine,
            Self::Output(error) if error.kind() == io::ErrorKind::StorageFull => t!(lang, "cli-output-full"),
            Self::Output(error) => t!(lang, "cli-cannot-write", error = error.to_string()),
            Self::Terminal(error) => t!(lang, "cli-no-explorer", error = error.to_string()),
            Self::Misuse(text) => text,
            Self::Save(error) => error.describe(lang),
            Self::Input(error) => error.describe(lang),
        };
        session::complain(Role::Error, &t!(lang, "cli-error"), &text);
        Status::Misused
    }
}

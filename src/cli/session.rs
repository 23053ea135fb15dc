//! What every command works with: the language, the day, the snapshot, the streams.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::failure::{Failure, Status};
use super::globals::Globals;
use crate::locale::Lang;
use crate::output::{Paper, Role};
use crate::snapshot::{self, Fault, Input, Problem, Snapshot, visible};
use crate::t;
use crate::tui::Provenance;
use crate::views::Context;

pub(super) struct Session<'a> {
    pub(super) lang: Lang,
    pub(super) today: Date,
    pub(super) paper: Paper,
    pub(super) globals: &'a Globals,
    pub(super) out: BufWriter<StdoutLock<'static>>,
}

impl<'a> Session<'a> {
    pub(super) fn new(globals: &'a Globals, lang: Lang) -> Self {
        Self {
            lang,
            today: globals.as_of.unwrap_or_else(today),
            paper: paper(),
            globals,
            out: BufWriter::new(io::stdout().lock()),
        }
    }

    /// The snapshot that was asked for: `--data`, or the one inside the program.
    pub(super) fn snapshot(&self) -> Result<Snapshot, Failure> {
        match self.globals.data() {
            Some(file) => self.load(&file),
            None => Ok(snapshot::embedded()?),
        }
    }

    /// The same for the explorer, which tells where it comes from.
    pub(super) fn opened(&self) -> Result<(Snapshot, Provenance), Failure> {
        let Some(file) = self.globals.data() else {
            return Ok((snapshot::embedded()?, Provenance::embedded()));
        };
        let input = Input::from_arg(file);
        let (snapshot, text) = snapshot::load_with_text(&input, self.globals.max_size)?;
        Ok((snapshot, Provenance { input: Some(input), text: Arc::new(Cow::Owned(text)) }))
    }

    /// The snapshot of a file, or of standard input for `-`.
    pub(super) fn load(&self, file: &Path) -> Result<Snapshot, Failure> {
        Ok(snapshot::load(&Input::from_arg(file), self.globals.max_size)?)
    }

    pub(super) fn context<'s>(&self, snapshot: &'s Snapshot) -> Context<'s> {
        Context { snapshot, lang: self.lang, today: self.today }
    }

    /// Refuses a folder that is not there.
    pub(super) fn must_be_folder(&self, dir: &Path) -> Result<(), Failure> {
        let name = || visible(&dir.to_string_lossy()).into_owned();
        match dir.is_dir() {
            true => Ok(()),
            false => Err(Failure::Misuse(t!(self.lang, "cli-no-folder", dir = name()))),
        }
    }

    /// Refuses to read standard input for more than one of these.
    pub(super) fn must_read_stdin_once<'i>(
        &self,
        inputs: impl IntoIterator<Item = &'i Input>,
    ) -> Result<(), Failure> {
        match inputs.into_iter().filter(|input| **input == Input::Stdin).count() {
            0 | 1 => Ok(()),
            _ => Err(Failure::Misuse(t!(self.lang, "cli-stdin-twice"))),
        }
    }

    /// Refuses a name without letters, which everything would match.
    pub(super) fn must_be_named(&self, words: &[String]) -> Result<(), Failure> {
        match words.iter().any(|word| !word.trim().is_empty()) {
            true => Ok(()),
            false => Err(Failure::Misuse(t!(self.lang, "cli-no-name"))),
        }
    }

    /// Says everything that is wrong in tables, and that nothing is written for it.
    pub(super) fn refuse(&self, problems: &[Problem]) -> Status {
        for problem in problems {
            complain(Role::Error, &t!(self.lang, "cli-error"), &problem.describe(self.lang));
        }
        self.note(&t!(self.lang, "cli-refused", count = problems.len()));
        let unreadable = |problem: &Problem| matches!(problem.fault, Fault::Unreadable(_));
        if problems.iter().any(unreadable) { Status::Misused } else { Status::Found }
    }

    /// Says something that is not part of the answer.
    pub(super) fn note(&self, text: &str) {
        complain(Role::Note, &t!(self.lang, "cli-note"), text);
    }

    /// Says that something may be wrong with the question.
    pub(super) fn warn(&self, text: &str) {
        complain(Role::Warning, &t!(self.lang, "cli-warning"), text);
    }

    /// Hands what is still held back to standard output.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

/// Writes `word: text` on standard error, in colour where it takes them.
///
/// A text may quote anything, such as an argument, but no more than the ends
/// of its lines is left of that for the terminal to obey.
pub(super) fn complain(role: Role, word: &str, text: &str) {
    let word = Paper { color: takes_color(&io::stderr()), ..Paper::PLAIN }.paint(role, word);
    let lines: Vec<_> = text.split('\n').map(visible).collect();
    // Nobody is left to be told that standard error is closed.
    let _ = writeln!(io::stderr(), "{word} {}", lines.join("\n"));
}

/// Today, where the person is.
fn today() -> Date {
    time_zone().to_datetime(Timestamp::now()).date()
}

/// The time zone of the system. jiff would also look for its name, and for
/// that read every folder of the system's time zones.
fn time_zone() -> TimeZone {
    let is_named = env::var_os("TZ").is_some_and(|name| !name.is_empty());
    let rules = if is_named { None } else { fs::read("/etc/localtime").ok() };
    rules.and_then(|rules| TimeZone::tzif("local", &rules).ok()).unwrap_or_else(TimeZone::system)
}

/// Whether a stream gets colours: what `--color` asks for, else the variables
/// `NO_COLOR` and `CLICOLOR_FORCE`, else whether it is a terminal.
pub(super) fn takes_color<S: RawStream>(stream: &S) -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    // `CLICOLOR_FORCE=0` asks for nothing, but anstream takes any value for a wish.
    let not_forced = set("CLICOLOR_FORCE").is_some_and(|value| value == "0") && set("NO_COLOR").is_none();
    if ColorChoice::global() == ColorChoice::Auto && not_forced {
        return stream.is_terminal() && set("TERM").is_some_and(|term| term != "dumb");
    }
    AutoStream::choice(stream) != ColorChoice::Never
}

/// What standard output is: `COLUMNS` where it is set, else the terminal's width.
fn paper() -> Paper {
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let asked =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|width| *width > 0);
    let width = asked.or_else(|| {
        terminal
            .then(crossterm::terminal::size)
            .and_then(Result::ok)
            .map(|(width, _)| width)
            .filter(|width| *width > 0)
    });
    Paper {
        width,
        color: takes_color(&stdout),
        links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        terminal,
    }
}

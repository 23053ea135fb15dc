//! The environment of every command: the language, the day, the snapshot, the streams.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use clap::Command;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::failure::{Failure, Status};
use super::globals::Globals;
use super::progress_line::{AfterProgress, ProgressLine};
use super::streams::{Stdout, print_message, stdout, stdout_style};
use crate::locale::Lang;
use crate::output::{OutputStyle, TextRole};
use crate::sanitize::sanitize;
use crate::snapshot::{self, Fault, Input, Problem, Snapshot};
use crate::t;
use crate::tui::Provenance;
use crate::views::Context;

/// One run of the program.
pub(super) struct Session<'a> {
    pub(super) lang: Lang,
    pub(super) today: Date,
    pub(super) style: OutputStyle,
    pub(super) globals: &'a Globals,
    /// The commands and their arguments, without texts.
    pub(super) command: fn() -> Command,
    pub(super) progress: ProgressLine,
    pub(super) out: BufWriter<AfterProgress<Stdout>>,
}

impl<'a> Session<'a> {
    pub(super) fn new(globals: &'a Globals, lang: Lang, command: fn() -> Command) -> Self {
        let (style, progress) = (stdout_style(), ProgressLine::new(lang));
        let line = style.terminal.then(|| progress.clone());
        Self {
            lang,
            today: globals.as_of.unwrap_or_else(today),
            style,
            globals,
            command,
            progress,
            out: BufWriter::new(AfterProgress::new(stdout(), line)),
        }
    }

    /// Loads the snapshot named by `--data`, or the embedded one.
    pub(super) fn snapshot(&self) -> Result<Snapshot, Failure> {
        match self.globals.data() {
            Some(file) => self.load(&file),
            None => Ok(snapshot::embedded()?),
        }
    }

    /// Loads the same snapshot with its origin, which the explorer shows.
    pub(super) fn snapshot_with_provenance(&self) -> Result<(Snapshot, Provenance), Failure> {
        let Some(file) = self.globals.data() else {
            return Ok((snapshot::embedded()?, Provenance::embedded()));
        };
        let input = Input::from_arg(file);
        let (snapshot, text) =
            self.read(&input, || snapshot::load_with_text(&input, self.globals.max_size))?;
        Ok((snapshot, Provenance { input: Some(input), text: Arc::new(text.into()) }))
    }

    /// Loads the snapshot in a file, or from standard input for `-`.
    pub(super) fn load(&self, file: &Path) -> Result<Snapshot, Failure> {
        let input = Input::from_arg(file);
        Ok(self.read(&input, || snapshot::load(&input, self.globals.max_size))?)
    }

    /// Reads an input, and shows how much of it is read. What follows is computed, as long as nothing else is said.
    fn read<T>(&self, input: &Input, read: impl FnOnce() -> T) -> T {
        let file = input.name();
        let result = self.work(&t!(self.lang, "progress-loading", file = file), read);
        self.progress.start(t!(self.lang, "progress-computing"));
        result
    }

    /// Does something that may take long, and shows how much of it is done.
    pub(super) fn work<T>(&self, stage: &str, work: impl FnOnce() -> T) -> T {
        self.progress.start(stage.to_owned()).track(work)
    }

    pub(super) fn context<'s>(&self, snapshot: &'s Snapshot) -> Context<'s> {
        Context { snapshot, lang: self.lang, today: self.today }
    }

    /// Fails unless `dir` is a folder.
    pub(super) fn require_folder(&self, dir: &Path) -> Result<(), Failure> {
        let name = || sanitize(&dir.to_string_lossy()).into_owned();
        match dir.is_dir() {
            true => Ok(()),
            false => Err(Failure::Usage(t!(self.lang, "cli-no-folder", dir = name()))),
        }
    }

    /// Fails if more than one of the inputs is standard input.
    pub(super) fn require_one_stdin<'i>(
        &self,
        inputs: impl IntoIterator<Item = &'i Input>,
    ) -> Result<(), Failure> {
        match inputs.into_iter().filter(|input| **input == Input::Stdin).count() {
            0 | 1 => Ok(()),
            _ => Err(Failure::Usage(t!(self.lang, "cli-stdin-twice"))),
        }
    }

    /// Fails if all words are blank, since a blank name matches everything.
    pub(super) fn require_name(&self, words: &[String]) -> Result<(), Failure> {
        match words.iter().any(|word| !word.trim().is_empty()) {
            true => Ok(()),
            false => Err(Failure::Usage(t!(self.lang, "cli-no-name"))),
        }
    }

    /// Prints the problems for which nothing was written, and returns the status they lead to.
    pub(super) fn refuse(&self, problems: &[Problem]) -> Status {
        for problem in problems {
            self.print(TextRole::Error, "cli-error", &problem.describe(self.lang));
        }
        self.note(&t!(self.lang, "cli-refused", count = problems.len()));
        status_of(problems)
    }

    /// Prints a remark beside the answer.
    pub(super) fn note(&self, text: &str) {
        self.print(TextRole::Note, "cli-note", text);
    }

    /// Prints what may be wrong with the arguments.
    pub(super) fn warn(&self, text: &str) {
        self.print(TextRole::Warning, "cli-warning", text);
    }

    /// Prints a message where the progress may be shown.
    fn print(&self, role: TextRole, label: &str, text: &str) {
        let _room = self.progress.make_room();
        print_message(role, &t!(self.lang, label), text);
    }

    /// Flushes standard output.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        self.progress.end();
    }
}

/// Returns how a command ends that found these problems in its input.
pub(super) fn status_of(problems: &[Problem]) -> Status {
    let is_unreadable = |problem: &Problem| matches!(problem.fault, Fault::Unreadable(_));
    if problems.iter().any(is_unreadable) { Status::Error } else { Status::Negative }
}

/// Returns the day in the time zone of the system.
pub(super) fn today() -> Date {
    time_zone().to_datetime(Timestamp::now()).date()
}

/// Returns the time zone of the system. Where jiff would also look for its
/// name, in every folder of the system's time zones, this reads one file.
fn time_zone() -> TimeZone {
    let is_named = env::var_os("TZ").is_some_and(|name| !name.is_empty());
    let rules = if is_named { None } else { fs::read("/etc/localtime").ok() };
    rules.and_then(|rules| TimeZone::tzif("local", &rules).ok()).unwrap_or_else(TimeZone::system)
}

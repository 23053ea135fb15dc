//! What may complete a word of the command line: Cités, query fields, commands.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::builder::StyledStr;
use clap_complete::engine::CompletionCandidate;

use super::globals;
use super::session;
use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::search::{Index, Query, QueryField, Scope, fold_text};
use crate::snapshot::{self, Cite, Input, Snapshot};

/// The largest file that is read to complete a word, in bytes. A larger one takes longer than one waits for a shell.
const MAX_FILE_SIZE: u64 = 16 << 20;

/// The most names that are offered.
const MAX_NAMES: usize = 50;

/// The letters from which names are offered where a command may stand, so that they do not hide the commands.
const MIN_LETTERS: usize = 3;

/// The snapshot that a line is about, and its language.
#[derive(Debug)]
pub(super) struct Candidates {
    lang: Lang,
    /// The file to read instead of the snapshot inside.
    file: Option<PathBuf>,
    snapshot: OnceLock<Option<Snapshot>>,
    index: OnceLock<Index>,
}

impl Candidates {
    /// Returns the candidates for a line of words, the first of which is the program.
    pub(super) fn new(line: &[OsString], lang: Lang) -> Self {
        let file = globals::requested_data(line);
        Self { lang, file, snapshot: OnceLock::new(), index: OnceLock::new() }
    }

    pub(super) const fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the ids, labels and communes of the Cités that begin with the typed text.
    pub(super) fn cites(&self, typed: &OsStr) -> Vec<CompletionCandidate> {
        let Some((typed, snapshot)) = self.typed(typed) else { return Vec::new() };
        let ids = snapshot.cites.iter().filter(|cite| cite.id.starts_with(typed) && is_word(&cite.id));
        let ids = ids.map(|cite| candidate(&cite.id, Some(cite)));
        if typed.is_empty() { ids.collect() } else { ids.chain(self.names(typed, snapshot)).collect() }
    }

    /// Returns the fields with their values that begin with the typed text, such as `region:bretagne`, and the names.
    pub(super) fn query(&self, typed: &OsStr) -> Vec<CompletionCandidate> {
        let Some((typed, snapshot)) = self.typed(typed) else { return Vec::new() };
        let fields = QueryField::ALL.into_iter().flat_map(|field| field.completions(snapshot, self.lang));
        let fields = fields.filter(|word| word.starts_with(typed) && is_word(word));
        let fields = fields.map(|word| candidate(&word, None));
        if typed.is_empty() || typed.contains(':') {
            return fields.collect();
        }
        fields.chain(self.names(typed, snapshot)).collect()
    }

    /// Returns the names that begin with the typed text, if that has enough letters.
    pub(super) fn names_from_three_letters(&self, typed: &OsStr) -> Vec<CompletionCandidate> {
        match self.typed(typed) {
            Some((typed, snapshot)) if typed.chars().count() >= MIN_LETTERS => self.names(typed, snapshot),
            _ => Vec::new(),
        }
    }

    /// Returns the names of the commands, each with what it does.
    pub(super) fn commands(commands: &[(String, Option<StyledStr>)]) -> Vec<CompletionCandidate> {
        commands.iter().map(|(name, about)| CompletionCandidate::new(name).help(about.clone())).collect()
    }

    fn typed<'t>(&self, typed: &'t OsStr) -> Option<(&'t str, &Snapshot)> {
        Some((typed.to_str()?, self.snapshot.get_or_init(|| read(self.file.as_deref())).as_ref()?))
    }

    /// Returns the labels and communes that begin with the typed text, each with the Cité that it leads to.
    fn names(&self, typed: &str, snapshot: &Snapshot) -> Vec<CompletionCandidate> {
        if typed.starts_with('-') {
            // An option.
            return Vec::new();
        }
        let beginning = one_word(typed);
        let all = snapshot.cites.iter().flat_map(|cite| {
            let communes = cite.own_communes().map(|commune| commune.name.as_str());
            communes.chain([cite.display_label()])
        });
        let mut names = BTreeMap::new();
        for name in all.map(one_word) {
            // Shells offer only what begins with the typed text, as it was typed.
            let Some(rest) = name.strip_prefix(&beginning) else { continue };
            let word = format!("{typed}{rest}");
            if names.len() < MAX_NAMES && is_word(rest) && !names.contains_key(&word) {
                names.insert(word.clone(), self.led_to(&word, snapshot));
            }
        }
        names.into_iter().filter_map(|(word, cite)| Some(candidate(&word, Some(cite?)))).collect()
    }

    /// Returns the Cité that `cites show` prints for a name.
    fn led_to<'s>(&self, name: &str, snapshot: &'s Snapshot) -> Option<&'s Cite> {
        let index = self.index.get_or_init(|| Index::new(snapshot, session::today()));
        let (best, _) = index.resolve(snapshot, &Query::parse(name), Scope::CERTAIN).best()?;
        snapshot.cites.get(best)
    }
}

/// Reads the snapshot in a file, or the one inside; `None` if the file cannot be read, or is large or no file.
fn read(file: Option<&Path>) -> Option<Snapshot> {
    let Some(file) = file else { return snapshot::embedded().ok() };
    let is_small = fs::metadata(file).is_ok_and(|file| file.is_file() && file.len() <= MAX_FILE_SIZE);
    is_small.then(|| snapshot::load(&Input::File(file.to_owned()), MAX_FILE_SIZE).ok()).flatten()
}

fn candidate(word: &str, cite: Option<&Cite>) -> CompletionCandidate {
    let help = cite.map(|cite| sanitize(cite.display_label()).into_owned());
    CompletionCandidate::new(word).help(help.map(StyledStr::from))
}

fn one_word(text: impl AsRef<str>) -> String {
    fold_text(text.as_ref()).replace(' ', "-")
}

/// Returns whether no character means something to a shell: bash inserts the word as it is.
fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
}

//! `cites completions`: prints the script with which a shell asks the program what may complete a word.
//!
//! The script is the same for every language and every snapshot: whenever a word is completed, it runs the program
//! with the variable [`VARIABLE`], and [`answer`] prints what may stand there. So the words are those of the snapshot
//! and in the language of the line that is being typed, and no shell ever runs a word of a snapshot.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::{self, ArgValueCandidates, ArgValueCompleter};
use clap_complete::env::{Bash, CompleteEnv, Elvish, EnvCompleter, Fish, Powershell, Shells, Zsh};

pub use clap_complete::Shell;

use super::candidates::Candidates;
use super::failure::{Failure, Status};
use super::globals;
use super::session::Session;
use super::texts::{localized, visible_commands};

/// Names the shell that asks.
const VARIABLE: &str = "CITES_COMPLETE";

/// The program, as the scripts call it.
const PROGRAM: &str = "cites";

/// Makes bash take `region:bretagne` for one word. By default, a word ends at a colon.
const NO_BREAK_AT_COLONS: &str = "# region:bretagne is one word.\nCOMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n";

/// Completes at once where zsh has loaded the script as the function `_cites`, which it calls only once.
const COMPLETE_AT_ONCE: &str = "\
[[ ${funcstack[1]} == _cites ]] && _clap_dynamic_completer_cites \"$@\"\n";

const SHELLS: Shells<'_> = Shells(&[&BashWords, &Elvish, &Fish, &Powershell, &Zsh]);

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.out.write_all(&script(args.shell)?)?;
    Ok(Status::Success)
}

/// Returns the script for a shell.
pub(super) fn script(shell: Shell) -> io::Result<Vec<u8>> {
    let mut script = Vec::new();
    let unsupported = || io::Error::from(io::ErrorKind::Unsupported);
    let completer = SHELLS.completer(&shell.to_string()).ok_or_else(unsupported)?;
    completer.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    if shell == Shell::Zsh {
        script.write_all(COMPLETE_AT_ONCE.as_bytes())?;
    }
    Ok(script)
}

/// Bash, which splits `--format=json` into three words.
struct BashWords;

impl EnvCompleter for BashWords {
    fn name(&self) -> &'static str {
        Bash.name()
    }

    fn is(&self, name: &str) -> bool {
        Bash.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        program: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        Bash.write_registration(variable, name, program, completer, out)?;
        out.write_all(NO_BREAK_AT_COLONS.as_bytes())
    }

    fn write_complete(
        &self,
        command: &mut Command,
        line: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let variable = |name| env::var(name).ok();
        let index = variable("_CLAP_COMPLETE_INDEX").and_then(|index| index.parse().ok()).unwrap_or_default();
        let (line, index) = without_equals(line, index);
        let candidates = engine::complete(command, line, index, folder)?;
        let words: Vec<_> =
            candidates.iter().map(|candidate| candidate.get_value().to_string_lossy()).collect();
        out.write_all(words.join(&variable("_CLAP_IFS").unwrap_or_else(|| "\n".to_owned())).as_bytes())
    }
}

/// Returns a line without the words `=` between an option and its value, and where its word at `index` is then.
fn without_equals(line: Vec<OsString>, index: usize) -> (Vec<OsString>, usize) {
    let mut words: Vec<OsString> = Vec::with_capacity(line.len());
    let mut removed = 0;
    for (position, word) in line.into_iter().enumerate() {
        let is_after_option = words.last().is_some_and(|last| last.to_string_lossy().starts_with("--"));
        if word == "=" && is_after_option && position != index {
            removed += usize::from(position < index);
        } else {
            words.push(word);
        }
    }
    (words, index.saturating_sub(removed))
}

/// Returns a file that a package installs for a shell. It loads the script from the program, so that both are always
/// of one version.
pub(super) fn loader(shell: Shell) -> String {
    let load = format!("{PROGRAM} completions {shell}");
    match shell {
        Shell::Fish => format!("{load} | source\n"),
        Shell::Zsh => {
            format!("#compdef {PROGRAM}\nsource <({load})\n_clap_dynamic_completer_{PROGRAM} \"$@\"\n")
        }
        _ => format!("source <({load})\n"),
    }
}

/// Answers a shell that asks for the completions of a word; `None` if none asks.
///
/// The word and those before it are the arguments behind `--`. Whatever is wrong with them, nothing is printed that
/// the shell would take for a completion.
pub(super) fn answer(command: fn() -> Command, args: &[OsString]) -> Option<ExitCode> {
    env::var_os(VARIABLE)?;
    let line: Vec<OsString> = args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    let (line, _) = without_equals(line, usize::MAX);
    let candidates = Arc::new(Candidates::new(&line, globals::requested_language(&line)));
    let completion = CompleteEnv::with_factory(|| completable(&command(), &candidates))
        .var(VARIABLE)
        .bin(PROGRAM)
        .completer(PROGRAM)
        .shells(SHELLS)
        .try_complete(args, env::current_dir().ok().as_deref());
    match completion {
        Ok(true) => Some(ExitCode::SUCCESS),
        Ok(false) => None,
        Err(_) => Some(ExitCode::FAILURE),
    }
}

/// Returns the command line without hidden commands, with its texts, and with what completes its arguments.
fn completable(command: &Command, candidates: &Arc<Candidates>) -> Command {
    let visible = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(command.get_arguments())
        .subcommands(visible_commands(command));
    let localized = localized(visible, candidates.lang());
    let names: Vec<_> = visible_commands(&localized)
        .map(|command| (command.get_name().to_owned(), command.get_about().cloned()))
        .collect();
    let commands: Arc<[_]> = names.into();
    // A command may stand where a query does.
    let top = localized.mut_args(|arg| match arg.get_id().as_str() {
        "query" => {
            let candidates = Arc::clone(candidates);
            arg.add(ArgValueCompleter::new(move |typed: &_| candidates.names_from_three_letters(typed)))
        }
        _ => arg,
    });
    top.mut_subcommands(|command| command.mut_args(|arg| completed(arg, candidates, &commands)))
}

type Names = Arc<[(String, Option<clap::builder::StyledStr>)]>;

/// Adds to an argument of a command what completes it, unless the parser knows its values.
fn completed(arg: Arg, candidates: &Arc<Candidates>, commands: &Names) -> Arg {
    let candidates = Arc::clone(candidates);
    match arg.get_id().as_str() {
        "cites" | "place" if arg.is_positional() => {
            arg.add(ArgValueCompleter::new(move |typed: &_| candidates.cites(typed)))
        }
        "query" => arg.add(ArgValueCompleter::new(move |typed: &_| candidates.query(typed))),
        "command" => {
            let commands = Arc::clone(commands);
            arg.add(ArgValueCandidates::new(move || Candidates::commands(&commands)))
        }
        _ => arg,
    }
}

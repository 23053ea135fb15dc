//! `cites completions`: what a shell needs to complete commands, options and values.

use std::io::{self, Write};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};
use clap_complete::generate;

pub use clap_complete::Shell;

use super::command_line;
use super::failure::{Failure, Status};
use super::session::Session;
use crate::locale::Lang;
use crate::search::QueryField;
use crate::snapshot::{Snapshot, visible};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Without it, bash completes what follows a colon as a word of its own.
const NO_BREAK_AT_COLONS: &str = "\n# region:bretagne is one word.\nCOMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n";

/// The locale of messages in bash and zsh: the first variable that is not empty.
const POSIX_CASE: &str = "case \"${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}\" in\n";
/// The same in fish.
const FISH_SWITCH: &str =
    "set -l locale (string match -v -- '' $LC_ALL $LC_MESSAGES $LANG)\nswitch \"$locale[1]\"\n";

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.out.write_all(&completions(args.shell, &session.snapshot()?, session.lang)?)?;
    Ok(Status::Fine)
}

/// Writes the script by which a shell completes commands, options and values, with
/// the ids, regions and departments of a snapshot. Help and fields are in `lang`.
///
/// ```
/// use cites_emploi::cli::{Shell, completions};
/// use cites_emploi::{locale::Lang, snapshot::embedded};
///
/// let script = completions(Shell::Fish, &embedded()?, Lang::EN)?;
/// assert!(String::from_utf8(script)?.contains("region:bretagne"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// None but those of writing to memory.
pub fn completions(shell: Shell, snapshot: &Snapshot, lang: Lang) -> io::Result<Vec<u8>> {
    let command = command_line(lang);
    let names: Vec<String> = shown_commands(&command).map(|command| command.get_name().to_owned()).collect();
    let mut script = Vec::new();
    generate(shell, &mut with_values(offered(&command), snapshot, &names, lang), "cites", &mut script);
    match shell {
        Shell::Bash => script.write_all(NO_BREAK_AT_COLONS.as_bytes())?,
        Shell::Fish => write_fish_values(snapshot, &names, lang, &mut script)?,
        _ => {}
    }
    Ok(script)
}

/// Writes one script out of those for every language. The shell that loads it
/// takes the one for the locale, by the rule of [`Lang::from_env`].
///
/// # Errors
///
/// None but those of writing to memory.
pub(super) fn completions_by_locale(shell: Shell, snapshot: &Snapshot) -> io::Result<Vec<u8>> {
    let is_fish = shell == Shell::Fish;
    let mut script = Vec::new();
    if shell == Shell::Zsh {
        // zsh reads off the first line which command the script completes.
        writeln!(script, "#compdef cites")?;
    }
    script.write_all(if is_fish { FISH_SWITCH } else { POSIX_CASE }.as_bytes())?;
    let [fallback, others @ ..] = Lang::ALL;
    for lang in others.into_iter().chain([fallback]) {
        let code = lang.code();
        match (is_fish, lang == fallback) {
            (true, true) => writeln!(script, "case '*'")?,
            (true, false) => writeln!(script, "case {code} '{code}_*' '{code}.*' '{code}@*' '{code}-*'")?,
            (false, true) => writeln!(script, "*)")?,
            (false, false) => writeln!(script, "{code}|{code}_*|{code}.*|{code}@*|{code}-*)")?,
        }
        script.write_all(&completions(shell, snapshot, lang)?)?;
        script.write_all(if is_fish { "" } else { ";;\n" }.as_bytes())?;
    }
    script.write_all(if is_fish { "end\n" } else { "esac\n" }.as_bytes())?;
    Ok(script)
}

/// The command line as a shell has to know it: without hidden commands, and
/// without the query that may stand where a command does. The script for zsh
/// would take the command for the query and complete nothing behind it, and
/// the fields of the search would crowd out the commands.
fn offered(command: &Command) -> Command {
    Command::new("cites")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(command.get_arguments().filter(|arg| !arg.is_positional()))
        .subcommands(shown_commands(command))
}

fn shown_commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set())
}

/// The values of arguments without a name, which the generated script of fish leaves out.
fn write_fish_values(
    snapshot: &Snapshot,
    names: &[String],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let ids = named_ids(snapshot).map(|(id, label)| format!("{id}\\t'{}'", label.replace('\'', " ")));
    let ids: Vec<String> = ids.collect();
    let names = names.to_vec();
    for (commands, values) in
        [("show near", ids), ("list carriers ages stats", fields(snapshot, lang)), ("help", names)]
    {
        let condition = format!("__fish_seen_subcommand_from {commands}");
        writeln!(out, "complete -c cites -n '{condition}' -f -a \"{}\"", values.join(" "))?;
    }
    Ok(())
}

/// The command whose arguments offer the ids of the snapshot, the fields of
/// the search with their values, and the names of the commands.
fn with_values(command: Command, snapshot: &Snapshot, names: &[String], lang: Lang) -> Command {
    let offer = |arg: Arg| match arg.get_id().as_str() {
        "cites" | "place" if arg.is_positional() => {
            arg.value_parser(PossibleValuesParser::new(ids(snapshot)))
        }
        "query" => arg.value_parser(PossibleValuesParser::new(fields(snapshot, lang))),
        "command" => arg.value_parser(PossibleValuesParser::new(names)),
        _ => arg,
    };
    command.mut_args(offer).mut_subcommands(|command| with_values(command, snapshot, names, lang))
}

fn ids(snapshot: &Snapshot) -> Vec<PossibleValue> {
    named_ids(snapshot).map(|(id, label)| PossibleValue::new(id).help(label)).collect()
}

/// The ids of the Cités with their labels, as far as a shell may read them.
///
/// A snapshot is untrusted, and a script is run: an id that is no plain word
/// is left out, and of a label only what no shell gives a meaning.
fn named_ids(snapshot: &Snapshot) -> impl Iterator<Item = (String, String)> {
    let plain = |c: char| if c.is_alphanumeric() || "-–.,()/&'’".contains(c) { c } else { ' ' };
    let ids = snapshot.cites.iter().filter(|cite| is_word(&cite.id));
    ids.map(move |cite| (cite.id.clone(), visible(&cite.label).chars().map(plain).collect()))
}

/// Whether no shell gives any of its letters a meaning.
fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
}

/// `region:bretagne`, `type:epci`, …: one word each, so that no shell has to quote it.
fn fields(snapshot: &Snapshot, lang: Lang) -> Vec<String> {
    let words = QueryField::ALL.into_iter().flat_map(|field| field.completions(snapshot, lang));
    words.filter(|word| is_word(word)).collect()
}

//! `cites completions`: prints the script with which a shell completes commands, options and values.

use std::io::{self, Write};

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};
use clap_complete::generate;

pub use clap_complete::Shell;

use super::failure::{Failure, Status};
use super::session::Session;
use super::texts::{localized, visible_commands};
use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::search::QueryField;
use crate::snapshot::Snapshot;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Makes bash take `region:bretagne` for one word. By default, a word ends at a colon.
const NO_BREAK_AT_COLONS: &str = "\n# region:bretagne is one word.\nCOMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n";

/// The locale of messages in bash and zsh: the first variable that is not empty.
const POSIX_CASE: &str = "case \"${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}\" in\n";
/// The same in fish.
const FISH_SWITCH: &str =
    "set -l locale (string match -v -- '' $LC_ALL $LC_MESSAGES $LANG)\nswitch \"$locale[1]\"\n";

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let script = script((session.command)(), args.shell, &session.snapshot()?, session.lang)?;
    session.out.write_all(&script)?;
    Ok(Status::Success)
}

/// Returns the script for a language. `command` has no texts yet.
pub(super) fn script(command: Command, shell: Shell, snapshot: &Snapshot, lang: Lang) -> io::Result<Vec<u8>> {
    let command = localized(command, lang);
    let names: Vec<String> =
        visible_commands(&command).map(|command| command.get_name().to_owned()).collect();
    let mut script = Vec::new();
    generate(shell, &mut with_values(offered(&command), snapshot, &names, lang), "cites", &mut script);
    match shell {
        Shell::Bash => script.write_all(NO_BREAK_AT_COLONS.as_bytes())?,
        Shell::Fish => write_fish_values(snapshot, &names, lang, &mut script)?,
        _ => {}
    }
    Ok(script)
}

/// Returns one script with those for every language. The shell that loads it
/// takes the one for its locale, by the rule of [`Lang::from_env`].
pub(super) fn script_by_locale(command: &Command, shell: Shell, snapshot: &Snapshot) -> io::Result<Vec<u8>> {
    let is_fish = shell == Shell::Fish;
    let mut all = Vec::new();
    if shell == Shell::Zsh {
        // zsh reads off the first line which command the script completes.
        writeln!(all, "#compdef cites")?;
    }
    all.write_all(if is_fish { FISH_SWITCH } else { POSIX_CASE }.as_bytes())?;
    let [fallback, others @ ..] = Lang::ALL;
    for lang in others.into_iter().chain([fallback]) {
        let code = lang.code();
        match (is_fish, lang == fallback) {
            (true, true) => writeln!(all, "case '*'")?,
            (true, false) => writeln!(all, "case {code} '{code}_*' '{code}.*' '{code}@*' '{code}-*'")?,
            (false, true) => writeln!(all, "*)")?,
            (false, false) => writeln!(all, "{code}|{code}_*|{code}.*|{code}@*|{code}-*)")?,
        }
        all.write_all(&script(command.clone(), shell, snapshot, lang)?)?;
        all.write_all(if is_fish { "" } else { ";;\n" }.as_bytes())?;
    }
    all.write_all(if is_fish { "end\n" } else { "esac\n" }.as_bytes())?;
    Ok(all)
}

/// Returns the command line without hidden commands, and without the query that
/// may stand where a command does: the script for zsh would take the command
/// for the query, and the fields of the search would crowd out the commands.
fn offered(command: &Command) -> Command {
    Command::new("cites")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(command.get_arguments().filter(|arg| !arg.is_positional()))
        .subcommands(visible_commands(command))
}

/// Writes the values of positional arguments, which the generated script for fish lacks.
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

/// Adds to the arguments the values to complete: the ids of the snapshot, the
/// query fields with their values, and the names of the commands.
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

/// Returns the ids of the Cités with their labels, without characters that mean something to a shell.
///
/// A snapshot is untrusted, and the shell runs the script. An id with such a
/// character is left out; in a label they become spaces.
fn named_ids(snapshot: &Snapshot) -> impl Iterator<Item = (String, String)> {
    let plain = |c: char| if c.is_alphanumeric() || "-–.,()/&'’".contains(c) { c } else { ' ' };
    let ids = snapshot.cites.iter().filter(|cite| is_word(&cite.id));
    ids.map(move |cite| (cite.id.clone(), sanitize(cite.display_label()).chars().map(plain).collect()))
}

/// Returns whether no character means something to a shell.
fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
}

/// Returns the query fields with their values, such as `region:bretagne`, as far as they need no quotes.
fn fields(snapshot: &Snapshot, lang: Lang) -> Vec<String> {
    let words = QueryField::ALL.into_iter().flat_map(|field| field.completions(snapshot, lang));
    words.filter(|word| is_word(word)).collect()
}

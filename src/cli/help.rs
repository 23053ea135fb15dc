//! The texts of the help, in the language of the person who asks.

use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::failure::{Failure, Status};
use super::session::{Session, takes_color};
use crate::locale::{Lang, has_text};
use crate::snapshot::{nearest, shortened};
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// `cites help`: the help of the program or of a command.
pub(super) fn run(args: &Args, mut command: Command, session: &mut Session<'_>) -> Result<Status, Failure> {
    // Options of all commands reach the commands only now.
    command.build();
    let Some(name) = &args.command else { return print(&command.render_help()) };
    let near = nearest_command(name, &command);
    let Some(command) = command.find_subcommand_mut(name) else {
        let mut text = t!(session.lang, "cli-unknown-command", name = shortened(name));
        if let Some(nearest) = near {
            text.push_str(&format!("\n  {}", t!(session.lang, "cli-did-you-mean", nearest = nearest)));
        }
        return Err(Failure::Misuse(text));
    };
    print(&command.render_help())
}

/// The command that `word` may be a slip of.
pub(super) fn nearest_command(word: &str, command: &Command) -> Option<String> {
    let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
    nearest(word, shown.map(Command::get_name)).map(str::to_owned)
}

/// Prints a help, in colour where standard output takes it.
pub(super) fn print(help: &StyledStr) -> Result<Status, Failure> {
    let stdout = io::stdout();
    let text = if takes_color(&stdout) { help.ansi().to_string() } else { help.to_string() };
    let mut stdout = stdout.lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(Status::Fine)
}

/// The command with its texts and those of everything below it, from the
/// locale file: `cli-show` says what `cites show` does, `cli-show-example`
/// shows how, `cli-show-cites` what its argument is. An option that several
/// commands share has one text, `cli-option-format`.
pub(super) fn localised(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let template = format!(
        "{example} {{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}",
        example = t!(lang, "cli-heading-example"),
        usage = t!(lang, "cli-heading-usage"),
    );
    let after = format!("cli-{name}-after");
    let command = if has_text(lang, &after) { command.after_help(t!(lang, &after)) } else { command };
    command
        .about(t!(lang, &format!("cli-{name}")))
        .before_help(t!(lang, &format!("cli-{name}-example")))
        .help_template(template)
        .max_term_width(100)
        .subcommand_help_heading(t!(lang, "cli-heading-commands"))
        .subcommand_value_name(t!(lang, "cli-value-command"))
        .mut_args(|arg| localised_arg(arg, &name, lang))
        .mut_subcommands(|command| localised(command, lang))
}

/// The key of the text of an argument: its own for this command, or the
/// shared one.
pub(super) fn key(arg: &str, command: &str) -> String {
    let arg = arg.replace('_', "-");
    let own = format!("cli-{command}-{arg}");
    if has_text(Lang::FALLBACK, &own) { own } else { format!("cli-option-{arg}") }
}

fn localised_arg(arg: Arg, command: &str, lang: Lang) -> Arg {
    let help = t!(lang, &key(arg.get_id().as_str(), command));
    let heading = match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "cli-heading-arguments",
        (false, false) => "cli-heading-options",
        (false, true) => "cli-heading-everywhere",
    };
    let arg = arg.help_heading(t!(lang, heading));
    if arg.get_action().takes_values() { with_values(arg, help, lang) } else { arg.help(help) }
}

/// The argument with its text and with what can stand for its value, which
/// the parser would tell in English.
fn with_values(arg: Arg, mut help: String, lang: Lang) -> Arg {
    let possible = arg.get_possible_values();
    let possible: Vec<&str> = possible.iter().map(|value| value.get_name()).collect();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    for (key, values) in
        [("cli-possible-values", possible.join(", ")), ("cli-default-value", defaults.join(", "))]
    {
        if !values.is_empty() {
            help.push_str(&format!(" [{}]", t!(lang, key, values = values)));
        }
    }
    let names: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(name, lang)).collect();
    arg.help(help).value_names(names).hide_possible_values(true).hide_default_value(true)
}

/// `FILE` in the language: `FICHIER`.
fn value_name(name: &str, lang: Lang) -> String {
    t!(lang, &format!("cli-value-{}", name.to_lowercase()))
}

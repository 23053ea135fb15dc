//! The texts of the command line, from the locale files.
//!
//! `cli-show` says what `cites show` does, `cli-show-example` shows how, and
//! `cli-show-cites` describes its argument. An option that several commands
//! have may share one text, such as `cli-option-format`.

use clap::{Arg, Command};

use crate::locale::{Lang, has_text};
use crate::snapshot::closest_match;
use crate::t;

/// Returns the commands that are not hidden.
pub(super) fn visible_commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set())
}

/// Returns the command whose name is `word`, or close to it.
pub(super) fn nearest_command(word: &str, command: &Command) -> Option<String> {
    closest_match(word, visible_commands(command).map(Command::get_name)).map(str::to_owned)
}

/// Adds the texts of a command and of everything below it.
pub(super) fn localized(command: Command, lang: Lang) -> Command {
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
        .mut_args(|arg| localized_arg(arg, &name, lang))
        .mut_subcommands(|command| localized(command, lang))
}

/// Returns the key of an argument's text: its own for this command, if there is one, or the shared one.
pub(super) fn key(arg: &str, command: &str) -> String {
    let arg = arg.replace('_', "-");
    let own = format!("cli-{command}-{arg}");
    if has_text(Lang::FALLBACK, &own) { own } else { format!("cli-option-{arg}") }
}

fn localized_arg(arg: Arg, command: &str, lang: Lang) -> Arg {
    let help = t!(lang, &key(arg.get_id().as_str(), command));
    let heading = match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "cli-heading-arguments",
        (false, false) => "cli-heading-options",
        (false, true) => "cli-heading-everywhere",
    };
    let arg = arg.help_heading(t!(lang, heading));
    if arg.get_action().takes_values() { with_values(arg, help, lang) } else { arg.help(help) }
}

/// Adds to an argument its text, its possible values and its default value,
/// which the parser would print in English.
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

/// Translates the name of a value: `FILE` is `FICHIER` in French.
fn value_name(name: &str, lang: Lang) -> String {
    t!(lang, &format!("cli-value-{}", name.to_lowercase().replace('=', "-")))
}

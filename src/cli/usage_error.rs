//! Describes errors in the arguments, in the requested language.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::failure::{Failure, Status};
use super::help;
use super::texts::visible_commands;
use super::values::ValueError;
use crate::locale::Lang;
use crate::snapshot::{closest_match, truncate};
use crate::t;

/// Prints the help or the version if `error` stands for them, and else returns it as a failure.
pub(super) fn handle(error: &Error, command: &Command, lang: Lang) -> Result<Status, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => help::print(&error.render()),
        _ => Err(Failure::Usage(describe(error, command, lang))),
    }
}

fn describe(error: &Error, command: &Command, lang: Lang) -> String {
    let mut text = reason(error, lang);
    text.extend(hint(error, command, lang).map(|hint| format!("\n  {hint}")));
    let allowed = words(error, ContextKind::ValidValue);
    if !allowed.is_empty() {
        text.push_str(&format!("\n  {}", t!(lang, "cli-allowed-values", values = allowed.join(", "))));
    }
    // The parser adds the usage of the command that it takes for the right one.
    let is_right = suggestion(error).is_none_or(|likely| text.contains(&likely));
    if let Some(usage) = error.get(ContextKind::Usage).filter(|_| is_right) {
        // The parser writes the heading of the line in English.
        let usage = usage.to_string();
        let usage = usage.trim().strip_prefix("Usage:").unwrap_or(&usage).trim().to_owned();
        text.push_str(&format!("\n\n{} {usage}", t!(lang, "cli-heading-usage")));
    }
    format!("{text}\n{}", t!(lang, "cli-see-help"))
}

/// Returns what may help: a similar name, or the commands that take the option.
fn hint(error: &Error, command: &Command, lang: Lang) -> Option<String> {
    if error.kind() != ErrorKind::UnknownArgument {
        return suggestion(error).map(|nearest| t!(lang, "cli-did-you-mean", nearest = nearest));
    }
    let arg = unknown_argument(error);
    // The option of another command is more likely than a similar name of this one.
    if let Some(commands) = commands_that_take(&arg, command) {
        return Some(t!(lang, "cli-option-of", commands = commands));
    }
    let likely = suggestion(error);
    let is_typo = likely.as_deref().is_some_and(|likely| closest_match(&arg, [likely]).is_some());
    let elsewhere = nearest_option(&arg, command).filter(|_| !is_typo);
    let Some(nearest) = elsewhere else {
        if let Some(likely) = likely {
            return Some(t!(lang, "cli-did-you-mean", nearest = likely));
        }
        return arg.starts_with('-').then(|| t!(lang, "cli-after-dashes"));
    };
    let commands = commands_that_take(&nearest, command).unwrap_or_default();
    let suggestion = t!(lang, "cli-did-you-mean", nearest = nearest);
    Some(format!("{suggestion}\n  {}", t!(lang, "cli-option-of", commands = commands)))
}

fn unknown_argument(error: &Error) -> String {
    words(error, ContextKind::InvalidArg).join(" ")
}

/// Returns the commands that take an option, as a list with commas.
fn commands_that_take(option: &str, command: &Command) -> Option<String> {
    let takes = |command: &&Command| long_options(command).any(|name| name == option);
    let names =
        visible_commands(command).filter(takes).map(|command| format!("cites {}", command.get_name()));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Returns the option of some command that is close to this one.
fn nearest_option(option: &str, command: &Command) -> Option<String> {
    let mut options: Vec<String> = visible_commands(command).flat_map(long_options).collect();
    options.sort_unstable();
    options.dedup();
    closest_match(option, options.iter().map(String::as_str)).map(str::to_owned)
}

fn long_options(command: &Command) -> impl Iterator<Item = String> {
    command.get_arguments().filter_map(|arg| arg.get_long()).map(|name| format!("--{name}"))
}

/// Describes what is wrong, without a hint.
fn reason(error: &Error, lang: Lang) -> String {
    let arg = || words(error, ContextKind::InvalidArg).join(" ");
    let value = || words(error, ContextKind::InvalidValue).join(" ");
    match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => t!(lang, "cli-missing-value", arg = arg()),
        ErrorKind::InvalidValue => t!(lang, "cli-invalid-value", arg = arg(), value = value()),
        ErrorKind::ValueValidation => {
            let reason = match error.source() {
                Some(source) => source
                    .downcast_ref::<ValueError>()
                    .map_or_else(|| t!(lang, "cli-bad-number"), |error| error.describe(lang)),
                None => String::new(),
            };
            t!(lang, "cli-refused-value", arg = arg(), value = value(), reason = reason)
        }
        ErrorKind::UnknownArgument if arg().starts_with('-') => {
            t!(lang, "cli-unknown-argument", arg = arg())
        }
        ErrorKind::UnknownArgument => t!(lang, "cli-one-too-many", arg = arg()),
        ErrorKind::InvalidSubcommand => {
            t!(lang, "cli-unknown-command", name = words(error, ContextKind::InvalidSubcommand).join(" "))
        }
        ErrorKind::MissingRequiredArgument => {
            t!(lang, "cli-missing-argument", arg = all_words(error, ContextKind::InvalidArg).join(" "))
        }
        ErrorKind::ArgumentConflict => {
            let other = words(error, ContextKind::PriorArg).join(" ");
            if other == arg() {
                return t!(lang, "cli-repeated", arg = other);
            }
            t!(lang, "cli-conflict", arg = arg(), other = other)
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            t!(lang, "cli-missing-value", arg = arg())
        }
        ErrorKind::TooManyValues => t!(lang, "cli-unexpected-value", arg = arg(), value = value()),
        ErrorKind::InvalidUtf8 => t!(lang, "cli-not-utf8"),
        _ => t!(lang, "cli-wrong-arguments"),
    }
}

fn suggestion(error: &Error) -> Option<String> {
    [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .find_map(|kind| words(error, kind).into_iter().next())
}

/// Returns the words of one kind that come with an error, truncated, since they may be of any length.
fn words(error: &Error, kind: ContextKind) -> Vec<String> {
    all_words(error, kind).into_iter().map(truncate).collect()
}

/// Returns the words of one kind that come with an error, as they are.
fn all_words(error: &Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.as_str()],
        Some(ContextValue::Strings(words)) => words.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

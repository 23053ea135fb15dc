//! What is wrong with the arguments, in the language of the person who gave them.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{Failure, Status};
use super::help;
use super::values::BadValue;
use crate::locale::Lang;
use crate::snapshot::visible;
use crate::t;

/// Prints the help or the version where they were asked for; everything else
/// that the parser stops at is a failure.
pub(super) fn answer(error: &Error, lang: Lang) -> Result<Status, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => help::print(&error.render()),
        _ => Err(Failure::Misuse(describe(error, lang))),
    }
}

fn describe(error: &Error, lang: Lang) -> String {
    let mut text = what(error, lang);
    let hint = match suggestion(error) {
        Some(nearest) => Some(t!(lang, "cli-did-you-mean", nearest = nearest)),
        None if error.kind() == ErrorKind::UnknownArgument => Some(t!(lang, "cli-after-dashes")),
        None => None,
    };
    text.extend(hint.map(|hint| format!("\n  {hint}")));
    let allowed = words(error, ContextKind::ValidValue);
    if !allowed.is_empty() {
        text.push_str(&format!("\n  {}", t!(lang, "cli-allowed-values", values = allowed.join(", "))));
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        // The parser writes the heading of the line in English.
        let usage = usage.to_string();
        let usage = usage.trim().strip_prefix("Usage:").unwrap_or(&usage).trim().to_owned();
        text.push_str(&format!("\n\n{} {usage}", t!(lang, "cli-heading-usage")));
    }
    format!("{text}\n{}", t!(lang, "cli-see-help"))
}

/// What is wrong, without what to do.
fn what(error: &Error, lang: Lang) -> String {
    let arg = || words(error, ContextKind::InvalidArg).join(" ");
    let value = || words(error, ContextKind::InvalidValue).join(" ");
    match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => t!(lang, "cli-missing-value", arg = arg()),
        ErrorKind::InvalidValue => t!(lang, "cli-invalid-value", arg = arg(), value = value()),
        ErrorKind::ValueValidation => {
            let reason = match error.source() {
                Some(source) => source
                    .downcast_ref::<BadValue>()
                    .map_or_else(|| t!(lang, "cli-bad-number"), |bad| bad.describe(lang)),
                None => String::new(),
            };
            t!(lang, "cli-refused-value", arg = arg(), value = value(), reason = reason)
        }
        ErrorKind::UnknownArgument => t!(lang, "cli-unknown-argument", arg = arg()),
        ErrorKind::InvalidSubcommand => {
            t!(lang, "cli-unknown-command", name = words(error, ContextKind::InvalidSubcommand).join(" "))
        }
        ErrorKind::MissingRequiredArgument => t!(lang, "cli-missing-argument", arg = arg()),
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

/// The words that the parser hands over, which may be those of a stranger.
fn words(error: &Error, kind: ContextKind) -> Vec<String> {
    let words = match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.as_str()],
        Some(ContextValue::Strings(words)) => words.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    words.into_iter().map(|word| visible(word).into_owned()).collect()
}

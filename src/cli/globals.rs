//! The options that every command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use anstream::ColorChoice;
use clap::ValueEnum;
use jiff::civil::Date;

use super::values;
use crate::locale::Lang;
use crate::snapshot::DEFAULT_MAX_SIZE;

#[derive(Debug, PartialEq, Eq, clap::Args)]
pub(super) struct Globals {
    #[arg(long, global = true, value_name = "FILE")]
    data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = values::size, default_value = "256M")]
    pub(super) max_size: u64,
    // Read by `requested_language`; here it is validated and documented.
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub(super) as_of: Option<Date>,
    // Likewise, by `requested_color`.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

impl Default for Globals {
    /// Returns the values without arguments.
    fn default() -> Self {
        Self {
            data: None,
            max_size: DEFAULT_MAX_SIZE,
            lang: None,
            as_of: None,
            color: Color::Auto,
            help: None,
        }
    }
}

impl Globals {
    /// Returns the file to read instead of the embedded snapshot, by `--data`
    /// or the variable `CITES_DATA`.
    pub(super) fn data(&self) -> Option<PathBuf> {
        let variable = || std::env::var_os("CITES_DATA").filter(|file| !file.is_empty());
        self.data.clone().or_else(|| variable().map(PathBuf::from))
    }
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Applies the choice to standard output and standard error.
    pub(super) fn write_global(self) {
        let choice = match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        };
        choice.write_global();
    }
}

/// Returns the language by `--lang`, else by the locale.
///
/// It is needed before the arguments are parsed, for the help and for errors in the arguments.
pub(super) fn requested_language(args: &[OsString]) -> Lang {
    last_value(args, "--lang").unwrap_or_else(Lang::from_env)
}

/// Returns when to use colours, by `--color`. This too is needed before the arguments are parsed.
pub(super) fn requested_color(args: &[OsString]) -> Color {
    last_value(args, "--color").unwrap_or(Color::Auto)
}

/// Returns the file to read instead of the embedded snapshot, of a line that is still being typed: by `--data` or the
/// variable `CITES_DATA`. Its words have the quotes of the shell.
pub(super) fn requested_data(line: &[OsString]) -> Option<PathBuf> {
    let typed = values_of(line, "--data").pop().filter(|file| !file.is_empty());
    let unquoted = typed.map(|file| shlex::split(&file).and_then(|mut words| words.pop()).unwrap_or(file));
    let globals = Globals { data: unquoted.map(PathBuf::from), ..Globals::default() };
    globals.data()
}

/// Returns the last valid value of an option.
fn last_value<T: ValueEnum>(args: &[OsString], option: &str) -> Option<T> {
    values_of(args, option).into_iter().rev().find_map(|value| T::from_str(&value, false).ok())
}

/// Returns the values of an option, in order.
fn values_of(args: &[OsString], option: &str) -> Vec<String> {
    let words = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    let mut values = Vec::new();
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        match word.strip_prefix(option).map(|rest| rest.strip_prefix('=')) {
            Some(Some(value)) => values.push(value.to_owned()),
            Some(None) if word == option => {
                values.push(words.peek().map(ToString::to_string).unwrap_or_default());
            }
            _ => {}
        }
    }
    values
}

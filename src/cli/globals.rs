//! The options that every command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use anstream::ColorChoice;
use clap::ValueEnum;
use jiff::civil::Date;

use super::values;
use crate::locale::Lang;
use crate::snapshot::DEFAULT_MAX_SIZE;

#[derive(Debug, clap::Args)]
pub(super) struct Globals {
    #[arg(long, global = true, value_name = "FILE")]
    data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = values::size, default_value = "256M")]
    pub(super) max_size: u64,
    // Already known from `asked_language`; it is here to be checked and documented.
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub(super) as_of: Option<Date>,
    // The same, from `asked_color`.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

impl Default for Globals {
    /// What is taken where no argument says otherwise.
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
    /// The file that was asked for instead of the snapshot inside the
    /// program, by `--data` or by the variable `CITES_DATA`.
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
    /// Has standard output and standard error follow.
    pub(super) fn write_global(self) {
        let choice = match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        };
        choice.write_global();
    }
}

/// The language that `--lang` or the locale asks for.
///
/// It is found before the arguments are parsed, since the help and what is
/// wrong with the arguments are told in it.
pub(super) fn asked_language(args: &[OsString]) -> Lang {
    asked(args, "--lang").unwrap_or_else(Lang::from_env)
}

/// When `--color` asks for colours; for the help and for what is wrong with
/// the arguments, as above.
pub(super) fn asked_color(args: &[OsString]) -> Color {
    asked(args, "--color").unwrap_or(Color::Auto)
}

/// The last value of an option that is one of its words.
fn asked<T: ValueEnum>(args: &[OsString], option: &str) -> Option<T> {
    let words = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    let mut asked = None;
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        let value = match word.strip_prefix(option).map(|rest| rest.strip_prefix('=')) {
            Some(Some(value)) => value.to_owned(),
            Some(None) if word == option => words.peek().map(ToString::to_string).unwrap_or_default(),
            _ => continue,
        };
        asked = T::from_str(&value, false).ok().or(asked);
    }
    asked
}

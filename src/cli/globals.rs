//! The options that every command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use super::values;
use crate::locale::Lang;

#[derive(Debug, clap::Args)]
pub(super) struct Globals {
    #[arg(long, global = true, value_name = "FILE")]
    data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = values::size, default_value = "256M")]
    pub(super) max_size: u64,
    // Already known from `asked_language`; it is here to be checked and documented.
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub(super) as_of: Option<Date>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
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

/// The language that `--lang` or the locale asks for.
///
/// It is found before the arguments are parsed, since the help and what is
/// wrong with the arguments are told in it.
pub(super) fn asked_language(args: &[OsString]) -> Lang {
    let options = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    let mut asked = None;
    let mut options = options.peekable();
    while let Some(option) = options.next() {
        let value = match option.strip_prefix("--lang=") {
            Some(value) => value.to_owned(),
            None if option == "--lang" => options.peek().map(ToString::to_string).unwrap_or_default(),
            None => continue,
        };
        asked = Lang::from_str(&value, false).ok().or(asked);
    }
    asked.unwrap_or_else(Lang::from_env)
}

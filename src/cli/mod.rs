//! The command line: what each command takes, and which part of the library does it.
//!
//! One file a command. A command parses nothing but its own arguments, asks
//! the library, and hands the answer to [`output`](crate::output). The words
//! of the help are in the locale files and are put in by `help`, so argument
//! structs carry no text of their own.

mod build;
mod explore;
mod failure;
mod globals;
mod help;
mod list;
mod listing;
mod misuse;
mod session;
mod show;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{FromArgMatches, Parser, Subcommand};

use failure::{Failure, Status};
use globals::Globals;
use session::Session;

#[derive(Debug, Parser)]
#[command(name = "cites", version, disable_version_flag = true, disable_help_flag = true)]
#[command(disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Show(show::Args),
    List(list::Args),
    Build(build::Args),
}

/// Runs the program with these arguments, the name of the program first, on
/// the standard streams.
///
/// The exit code is 0 when all went well, 1 when something was found wrong or
/// nothing was found, 2 when the program was used in a wrong way or an input
/// cannot be read; the explorer has those of its [endings](crate::tui::Ending).
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = globals::asked_language(&args);
    let command = help::localised(<Cli as clap::CommandFactory>::command(), lang);
    let parsed = command.try_get_matches_from(&args).and_then(|matches| Cli::from_arg_matches(&matches));
    let outcome = match parsed {
        Ok(cli) => run(&cli, &mut Session::new(&cli.globals, lang)),
        Err(error) => misuse::answer(&error, lang),
    };
    let status = outcome.unwrap_or_else(|failure| failure.report(lang));
    ExitCode::from(status.exit_code())
}

fn run(cli: &Cli, session: &mut Session<'_>) -> Result<Status, Failure> {
    let status = match &cli.command {
        None => explore::run(session),
        Some(Command::Show(args)) => show::run(args, session),
        Some(Command::List(args)) => list::run(args, session),
        Some(Command::Build(args)) => build::run(args, session),
    }?;
    session.finish()?;
    Ok(status)
}

#[cfg(test)]
mod tests;

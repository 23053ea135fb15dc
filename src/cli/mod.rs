//! The command line: what each command takes, and which part of the library does it.
//!
//! One file a command. A command parses nothing but its own arguments, asks
//! the library, and hands the answer to [`output`](crate::output). The words
//! of the help are in the locale files and are put in by `help`, so argument
//! structs carry no text of their own.

mod ages;
mod build;
mod carriers;
mod check;
mod completions;
mod diff;
mod explore;
mod failure;
mod globals;
mod help;
mod import;
mod list;
mod listing;
mod man;
mod misuse;
mod near;
mod package;
mod preconisations;
mod query;
mod sample;
mod schema;
mod session;
mod show;
mod sources;
mod stats;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use signal_hook::consts::SIGXFSZ;
use signal_hook::flag;

use crate::locale::Lang;
use failure::{Failure, Status};
use globals::Globals;
use listing::CiteListing;
use session::Session;

pub use completions::{Shell, completions};
pub use man::{ManPage, man_pages};

#[derive(Debug, Default, Parser)]
#[command(name = "cites", version, disable_version_flag = true, disable_help_flag = true)]
#[command(disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(flatten)]
    explore: explore::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Show(show::Args),
    List(CiteListing),
    Carriers(CiteListing),
    Ages(CiteListing),
    Preconisations(preconisations::Args),
    Sources(sources::Args),
    Stats(stats::Args),
    Near(near::Args),
    Build(build::Args),
    Check(check::Args),
    Diff(diff::Args),
    Schema(schema::Args),
    Import(import::Args),
    Sample(sample::Args),
    Completions(completions::Args),
    Man(man::Args),
    Package(package::Args),
    Help(help::Args),
}

/// Runs the program with these arguments, the name of the program first, on
/// the standard streams.
///
/// The exit code is 0 when all went well, 1 when something was found wrong or
/// nothing was found, 2 when the program was used in a wrong way or an input
/// cannot be read; the explorer has those of its [endings](crate::tui::Ending).
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().map(point_as_value).collect();
    // A file that grows beyond what is allowed is an error of the write, which
    // is told, and not the end of the program in the middle of it.
    let _ = flag::register(SIGXFSZ, Arc::default());
    let lang = globals::asked_language(&args);
    globals::asked_color(&args).write_global();
    let outcome = match parse(&args, lang) {
        Ok(cli) => {
            let mut session = Session::new(&cli.globals, lang);
            run(&cli, &mut session).and_then(|status| session.finish().map(|()| status))
        }
        Err(error) => misuse::answer(&error, &command_line(lang), lang),
    };
    let status = outcome.unwrap_or_else(|failure| failure.report(lang));
    ExitCode::from(status.exit_code())
}

/// What the arguments ask for. None ask for the explorer as it is, soonest
/// without a parser; the texts of the help are looked up only where there is
/// something to say.
fn parse(args: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
    if args.len() <= 1 {
        return Ok(Cli::default());
    }
    Cli::command()
        .try_get_matches_from(args)
        .or_else(|_| command_line(lang).try_get_matches_from(args))
        .and_then(|matches| Cli::from_arg_matches(&matches))
}

/// A point in the south, `-20.9,55.5`, so that it is not taken for options:
/// with a space before it, which no argument minds.
fn point_as_value(arg: OsString) -> OsString {
    let text = arg.to_str().unwrap_or_default();
    let is_point = text.starts_with('-')
        && text.contains([',', ';', ' '])
        && text.chars().all(|c| c.is_ascii_digit() || "+-.,; ".contains(c));
    if is_point { format!(" {text}").into() } else { arg }
}

fn run(cli: &Cli, session: &mut Session<'_>) -> Result<Status, Failure> {
    let Some(command) = &cli.command else {
        return explore::run(&cli.explore, session);
    };
    match command {
        Command::Show(args) => show::run(args, session),
        Command::List(args) => list::run(args, session),
        Command::Carriers(args) => carriers::run(args, session),
        Command::Ages(args) => ages::run(args, session),
        Command::Preconisations(args) => preconisations::run(args, session),
        Command::Sources(args) => sources::run(args, session),
        Command::Stats(args) => stats::run(args, session),
        Command::Near(args) => near::run(args, session),
        Command::Build(args) => build::run(args, session),
        Command::Check(args) => check::run(args, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Import(args) => import::run(args, session),
        Command::Schema(args) => schema::run(args, session),
        Command::Sample(args) => sample::run(args, session),
        Command::Completions(args) => completions::run(args, session),
        Command::Man(args) => man::run(args, session),
        Command::Package(args) => package::run(args),
        Command::Help(args) => help::run(args, command_line(session.lang), session),
    }
}

/// All that the program takes, with its texts.
fn command_line(lang: Lang) -> clap::Command {
    help::localised(Cli::command(), lang)
}

#[cfg(test)]
mod tests;

//! The command line.
//!
//! Each command has a file: it defines the arguments, calls the library and
//! hands the answer to [`output`](crate::output). The help texts are in the
//! locale files, so the arguments carry none.

mod ages;
mod answers;
mod build;
mod candidates;
mod carriers;
mod charset;
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
mod near;
mod package;
mod preconisations;
mod progress_line;
mod query;
mod sample;
mod schema;
mod session;
mod show;
mod sources;
mod stats;
mod streams;
mod texts;
mod theme;
mod usage_error;
mod values;

use std::ffi::OsString;
use std::io;
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

pub use completions::Shell;
pub use man::ManPage;

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

/// Defines [`Command`] and what runs each command, from one row for each: its
/// name, its arguments and its function. The help lists them in this order.
macro_rules! commands {
    ($($name:ident($args:ty) => $run:path,)+) => {
        #[derive(Debug, Subcommand)]
        enum Command { $($name($args)),+ }

        impl Command {
            fn run(&self, session: &mut Session<'_>) -> Result<Status, Failure> {
                match self { $(Self::$name(args) => $run(args, session)),+ }
            }
        }
    };
}

commands! {
    Show(show::Args) => show::run,
    List(list::Args) => list::run,
    Carriers(CiteListing) => carriers::run,
    Ages(CiteListing) => ages::run,
    Preconisations(preconisations::Args) => preconisations::run,
    Sources(sources::Args) => sources::run,
    Stats(stats::Args) => stats::run,
    Near(near::Args) => near::run,
    Build(build::Args) => build::run,
    Check(check::Args) => check::run,
    Diff(diff::Args) => diff::run,
    Schema(schema::Args) => schema::run,
    Import(import::Args) => import::run,
    Sample(sample::Args) => sample::run,
    Completions(completions::Args) => completions::run,
    Man(man::Args) => man::run,
    Package(package::Args) => package::run,
    Help(help::Args) => help::run,
}

/// Runs the program with these arguments, the name of the program first, on
/// the standard streams.
///
/// The exit code is 0 on success, 1 if nothing is found or an input has
/// problems, 2 if the arguments are wrong or an input cannot be read. The
/// explorer has those of its [endings](crate::tui::Ending).
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(code) = completions::answer(Cli::command, &args) {
        return code;
    }
    let args: Vec<OsString> = args.into_iter().map(escape_point).collect();
    // Without this, a file that reaches the size limit would end the program in
    // the middle of a write. So the write fails, and that is reported.
    let _ = flag::register(SIGXFSZ, Arc::default());
    let lang = globals::requested_language(&args);
    globals::requested_color(&args).write_global();
    let outcome = match parse(&args, lang) {
        Ok(cli) => {
            let mut session = Session::new(&cli.globals, lang, Cli::command);
            run(&cli, &mut session).and_then(|status| session.finish().map(|()| status))
        }
        Err(error) => usage_error::handle(&error, &command_line(lang), lang),
    };
    let status = outcome.unwrap_or_else(|failure| failure.report(lang));
    ExitCode::from(status.exit_code())
}

/// Parses the arguments. Without any, the parser is not called, which takes
/// 0.15 ms; the texts of the help are looked up only to print help or an error.
fn parse(args: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
    if args.len() <= 1 {
        return Ok(Cli::default());
    }
    Cli::command()
        .try_get_matches_from(args)
        .or_else(|_| command_line(lang).try_get_matches_from(args))
        .and_then(|matches| Cli::from_arg_matches(&matches))
}

/// Puts a space before a point with a negative latitude, such as `-20.9,55.5`,
/// so that it is not parsed as an option. No argument minds the space.
fn escape_point(arg: OsString) -> OsString {
    let text = arg.to_str().unwrap_or_default();
    let is_point = text.starts_with('-')
        && text.contains([',', ';', ' '])
        && text.chars().all(|c| c.is_ascii_digit() || "+-.,; ".contains(c));
    if is_point { format!(" {text}").into() } else { arg }
}

fn run(cli: &Cli, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &cli.command {
        None => explore::run(&cli.explore, session),
        Some(command) => command.run(session),
    }
}

/// Returns the commands and arguments with their texts.
fn command_line(lang: Lang) -> clap::Command {
    texts::localized(Cli::command(), lang)
}

/// Returns the script with which a shell asks the program what may complete a word:
/// commands, options, values, Cités, query fields.
///
/// ```
/// use cites_emploi::cli::{Shell, completions};
///
/// let script = completions(Shell::Fish)?;
/// assert!(String::from_utf8(script)?.starts_with("complete "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Only those of writing to memory.
pub fn completions(shell: Shell) -> io::Result<Vec<u8>> {
    completions::script(shell)
}

/// Returns the pages of the manual in a language: first that of the program,
/// then one for each command.
///
/// ```
/// use cites_emploi::{cli::man_pages, locale::Lang};
///
/// let pages = man_pages(Lang::EN)?;
/// assert_eq!(pages[0].file, "cites.1");
/// assert!(pages.iter().any(|page| page.file == "cites-show.1"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Only those of writing to memory.
pub fn man_pages(lang: Lang) -> io::Result<Vec<ManPage>> {
    man::pages(Cli::command(), lang)
}

#[cfg(test)]
mod tests;

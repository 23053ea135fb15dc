//! `cites help`: prints the help of the program or of a command.

use std::io::{self, Write};

use clap::builder::StyledStr;

use super::failure::{Failure, Status};
use super::session::Session;
use super::streams::{stdout, takes_color};
use super::texts::{localized, nearest_command};
use crate::snapshot::truncate;
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let mut command = localized((session.command)(), session.lang);
    // Only now do the commands get the options of all commands.
    command.build();
    let Some(name) = &args.command else { return print(&command.render_help()) };
    let near = nearest_command(name, &command);
    let Some(command) = command.find_subcommand_mut(name) else {
        let mut text = t!(session.lang, "cli-unknown-command", name = truncate(name));
        if let Some(nearest) = near {
            text.push_str(&format!("\n  {}", t!(session.lang, "cli-did-you-mean", nearest = nearest)));
        }
        return Err(Failure::Usage(text));
    };
    print(&command.render_help())
}

/// Prints a help text, in colour if standard output takes it.
pub(super) fn print(help: &StyledStr) -> Result<Status, Failure> {
    let text = if takes_color(&io::stdout()) { help.ansi().to_string() } else { help.to_string() };
    let mut stdout = stdout();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(Status::Success)
}

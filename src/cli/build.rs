//! `cites build`: builds a snapshot from the source tables.

use std::io::Write;
use std::path::PathBuf;

use super::failure::{Failure, Status};
use super::session::Session;
use crate::save::{is_stdout, save};
use crate::snapshot::{build, to_json};
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.require_folder(&args.dir)?;
    session.progress.start(t!(session.lang, "progress-loading", file = args.dir.display().to_string()));
    let snapshot = match build(&args.dir) {
        Ok(snapshot) => snapshot,
        Err(problems) => return Ok(session.refuse(&problems)),
    };
    let json = to_json(&snapshot).map_err(std::io::Error::from)?;
    match &args.output {
        Some(file) if !is_stdout(file) => save(file, json.as_bytes())?,
        _ => session.out.write_all(json.as_bytes())?,
    }
    Ok(Status::Success)
}

//! `cites build`: a snapshot from the source tables.

use std::io::Write;
use std::path::PathBuf;

use super::failure::{Failure, Status};
use super::session::Session;
use crate::save::save;
use crate::snapshot::{build, to_json, visible};
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    if !args.dir.is_dir() {
        let dir = visible(&args.dir.to_string_lossy()).into_owned();
        return Err(Failure::Misuse(t!(session.lang, "cli-build-no-folder", dir = dir)));
    }
    let snapshot = match build(&args.dir) {
        Ok(snapshot) => snapshot,
        Err(problems) => {
            for problem in &problems {
                session.error(&problem.describe(session.lang));
            }
            session.note(&t!(session.lang, "cli-build-refused", count = problems.len()));
            return Ok(Status::Found);
        }
    };
    let json = to_json(&snapshot).map_err(std::io::Error::from)?;
    match &args.output {
        None => session.out.write_all(json.as_bytes())?,
        Some(file) => save(file, json.as_bytes())?,
    }
    Ok(Status::Fine)
}

//! `cites sample`: writes a snapshot of made-up Cités, to try tools on much data.

use super::failure::{Failure, Status};
use super::session::Session;
use crate::snapshot::write_sample;
use crate::t;

#[derive(Debug, clap::Args)]
#[command(hide = true)]
pub(super) struct Args {
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    cites: usize,
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    session.progress.start(t!(session.lang, "progress-writing"));
    write_sample(&snapshot, args.cites, args.seed, &mut session.out)?;
    Ok(Status::Success)
}

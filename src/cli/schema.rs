//! `cites schema`: prints the JSON Schema of a snapshot, or of the JSON that a command writes.

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{Document, write_json};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DOCUMENT", value_parser = values::document(), default_value = "snapshot")]
    document: Document,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    write_json(&args.document.schema(), &mut session.out)?;
    Ok(Status::Success)
}

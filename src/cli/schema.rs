//! `cites schema`: the JSON Schema of a snapshot.

use super::failure::{Failure, Status};
use super::session::Session;
use crate::output::write_json;
use crate::snapshot::schema;

pub(super) fn run(session: &mut Session<'_>) -> Result<Status, Failure> {
    write_json(&schema(), &mut session.out)?;
    Ok(Status::Fine)
}

//! `cites sources`: lists the sources of the data.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::session::Session;
use crate::views::sources::{SourceColumn, uses};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    listing: ListingArgs<SourceColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let sources = uses(&snapshot);
    args.listing.write(sources.iter().collect(), SourceColumn::DEFAULT, session.context(&snapshot), session)
}

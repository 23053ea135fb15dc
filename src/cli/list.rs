//! `cites list`: the Cités, as the tab of the territories shows them.

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::session::Session;
use crate::views::cites::CiteColumn;

#[derive(Debug, Default, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    listing: ListingArgs<CiteColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let cites = snapshot.cites.iter().collect();
    args.listing.write(cites, CiteColumn::TERRITORIES, session.context(&snapshot), session)
}

//! `cites show`: the cards of Cités.

use super::failure::{Failure, Status};
use super::listing::FormatArgs;
use super::session::Session;
use crate::output::{Format, write_listing};
use crate::t;
use crate::views::cites::CiteColumn;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CITE", required = true)]
    cites: Vec<String>,
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let mut status = Status::Fine;
    let mut meant = Vec::new();
    for asked in &args.cites {
        match snapshot.cite(asked) {
            Some(cite) => meant.push(cite),
            None => {
                session.error(&t!(session.lang, "cli-show-none", asked = asked.as_str()));
                status = Status::Found;
            }
        }
    }
    let layout = args.format.layout(Format::Card, session);
    let context = session.context(&snapshot);
    if !meant.is_empty() {
        write_listing(CiteColumn::TERRITORIES, &meant, context, layout, &mut session.out)?;
    }
    Ok(status)
}

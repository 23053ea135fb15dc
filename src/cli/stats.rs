//! `cites stats`: counts Cités, communes, QPVs and inhabitants by group.

use std::io::Write;

use super::failure::{Failure, Status};
use super::listing::ListingArgs;
use super::query::{Found, Searcher};
use super::session::Session;
use super::values;
use crate::search::Scope;
use crate::t;
use crate::views::Column;
use crate::views::groups::Grouping;
use crate::views::stats::{Stat, StatColumn, stats};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "GROUPING", value_parser = values::grouping(), default_value = "region")]
    by: Grouping,
    #[command(flatten)]
    listing: ListingArgs<StatColumn>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let searcher = Searcher::new(context);
    let Found { cites, positions, .. } = searcher.find(&args.query, Scope::CERTAIN, session);
    let rows = stats(args.by, &positions, context);
    let columns = StatColumn::defaults(session.style.terminal);
    let status = args.listing.write(rows.iter().collect(), &columns, context, session)?;
    if status == Status::Success && args.listing.is_for_people() {
        let lang = session.lang;
        let all = Stat::of("", &cites, cites.len(), &snapshot);
        let total = t!(
            lang,
            "cli-stats-total",
            cites = t!(lang, "count-cites", count = all.cites),
            communes = t!(lang, "count-communes", count = all.communes),
            qpvs = all.qpvs,
            inhabitants = StatColumn::Population.text(&all, context)
        );
        writeln!(session.out, "\n{total}")?;
    }
    Ok(status)
}

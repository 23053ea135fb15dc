//! `cites show`: shows the cards of Cités.

use super::failure::{Failure, Status};
use super::listing::FormatArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use crate::output::Format;
use crate::snapshot::Cite;
use crate::views::cites;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CITE", required = true)]
    cites: Vec<String>,
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.require_name(&args.cites)?;
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let searcher = Searcher::new(context);
    let phrase = ParsedQuery::phrase(&args.cites);
    let found: Vec<Option<&Cite>> = if args.cites.len() > 1 && !searcher.positions(&phrase).is_empty() {
        // Several words without quotes are one name, if there is such a name.
        vec![searcher.best_match(&phrase, session)]
    } else {
        let one = |word: &String| match snapshot.cite_by_id(word) {
            Some(cite) => Some(cite),
            None => searcher.best_match(&ParsedQuery::new(std::slice::from_ref(word), session), session),
        };
        args.cites.iter().map(one).collect()
    };
    let status = if found.contains(&None) { Status::Negative } else { Status::Success };
    let found: Vec<&Cite> = found.into_iter().flatten().collect();
    if !found.is_empty() {
        args.format.write(Format::Card, cites::TERRITORIES.printed, &found, context, session)?;
    }
    Ok(status)
}

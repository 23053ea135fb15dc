//! `cites show`: the cards of Cités.

use super::failure::{Failure, Status};
use super::listing::FormatArgs;
use super::query::ParsedQuery;
use super::session::Session;
use crate::output::Format;
use crate::snapshot::Cite;
use crate::views::cites::CiteColumn;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CITE", required = true)]
    cites: Vec<String>,
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.must_be_named(&args.cites)?;
    let snapshot = session.snapshot()?;
    let phrase = ParsedQuery::phrase(&args.cites, &snapshot, session);
    let found: Vec<Option<&Cite>> = if args.cites.len() > 1 && !phrase.places().is_empty() {
        // Words without quotes belong together where they make one name.
        vec![phrase.best_match(session)]
    } else {
        let one = |word: &String| match snapshot.cite_by_id(word) {
            Some(cite) => Some(cite),
            None => ParsedQuery::new(std::slice::from_ref(word), &snapshot, session).best_match(session),
        };
        args.cites.iter().map(one).collect()
    };
    let status = if found.contains(&None) { Status::Found } else { Status::Fine };
    let found: Vec<&Cite> = found.into_iter().flatten().collect();
    let context = session.context(&snapshot);
    if !found.is_empty() {
        args.format.write(Format::Card, CiteColumn::TERRITORIES, &found, context, session)?;
    }
    Ok(status)
}

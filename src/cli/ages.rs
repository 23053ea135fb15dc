//! `cites ages`: lists the Cités by age, the oldest first, and how exactly it is known.

use std::io::Write;

use super::failure::{Failure, Status};
use super::listing::CiteListing;
use super::query::Searcher;
use super::session::Session;
use crate::search::Scope;
use crate::t;
use crate::views::ages::by_wave;
use crate::views::cites::{self, CiteColumn};
use crate::views::{Sort, age};

pub(super) fn run(args: &CiteListing, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let mut cites = Searcher::new(context).find(&args.query, Scope::CERTAIN, session).cites;
    Sort { column: CiteColumn::Age, reverse: true }.apply(&mut cites, context, |cite| *cite);
    let waves = by_wave(&cites, context);
    let status = args.listing.write(cites, cites::AGES.printed, context, session)?;
    if status == Status::Success && args.listing.is_for_people() {
        writeln!(session.out)?;
        for wave in waves {
            let line = t!(
                session.lang,
                "cli-ages-wave",
                wave = wave.year.to_string(),
                cites = t!(session.lang, "count-cites", count = wave.total()),
                age = age(session.lang, wave.ages)
            );
            writeln!(session.out, "{line}")?;
        }
    }
    Ok(status)
}

//! `cites`: the explorer, or its list as text where no terminal is there for it.

use std::env;
use std::sync::Arc;

use clap::CommandFactory;

use super::failure::{Failure, Status};
use super::listing::{CiteListing, ListingArgs};
use super::query::Asked;
use super::session::Session;
use super::{Cli, help, list};
use crate::snapshot::Snapshot;
use crate::t;
use crate::tui::tabs::Tab;
use crate::tui::theme::Theme;
use crate::tui::{self, terminal};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    if !terminal::is_usable() {
        return list(args, session);
    }
    let (snapshot, provenance) = session.opened()?;
    if let Some(command) = slip(args, &snapshot, session)
        && Asked::new(&args.query, &snapshot, session).cites(session).is_empty()
    {
        session.note(&command);
        return Ok(Status::Found);
    }
    let options = tui::Options {
        snapshot: Arc::new(snapshot),
        provenance,
        lang: session.lang,
        today: session.today,
        theme: theme(session),
        query: args.query.join(" "),
        tab: Tab::Territories,
        mouse: true,
    };
    let ending = tui::explore(options).map_err(Failure::Terminal)?;
    Ok(Status::Explored(ending))
}

/// The list that the explorer would open with.
fn list(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let listing = CiteListing { query: args.query.clone(), listing: ListingArgs::default() };
    let status = list::write(&listing, &snapshot, session)?;
    if let Some(command) = slip(args, &snapshot, session) {
        session.note(&command);
    }
    Ok(status)
}

/// Which command was perhaps meant: the first word of a query is a command or
/// like one, and stands in no Cité as it is.
fn slip(args: &Args, snapshot: &Snapshot, session: &Session<'_>) -> Option<String> {
    let word = args.query.first()?;
    let command = help::nearest_command(word, &Cli::command())?;
    let places = Asked::phrase(std::slice::from_ref(word), snapshot, session).places();
    places.is_empty().then(|| t!(session.lang, "cli-is-a-command", command = command))
}

fn theme(session: &Session<'_>) -> Theme {
    let theme = if session.paper.color { Theme::DARK } else { Theme::PLAIN };
    if has_letters_only() { theme.in_ascii() } else { theme }
}

/// Whether the locale names a character set that has no lines and blocks.
/// Without a locale, a terminal of today is assumed.
fn has_letters_only() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|locale| !locale.is_empty());
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    })
}

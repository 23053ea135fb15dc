//! `cites`: the explorer, or without a terminal its list as text.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::failure::{Failure, Status};
use super::list;
use super::listing::ListingArgs;
use super::query::{ParsedQuery, Searcher};
use super::session::Session;
use super::texts::nearest_command;
use super::theme::{ThemeName, theme};
use super::values;
use crate::sanitize::sanitize;
use crate::search::Scope;
use crate::snapshot::{self, Input, Snapshot, closest_match};
use crate::t;
use crate::tui;
use crate::tui::browser;
use crate::tui::state::{ClipboardAccess, Item, SortOrder, Tab, TabView};
use crate::tui::terminal;
use crate::tui::watch::{FileWatcher, FollowedFile};
use crate::tui::{Ending, InitialView, Loaded, Loading, LoadingOptions, Options, Provenance};
use crate::views::Column;
use crate::views::cites::CiteColumn;
use crate::views::map::Colouring;

#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "QUERY")]
    filter: Vec<String>,
    #[arg(long, value_name = "TAB", value_parser = values::view())]
    tab: Option<TabView>,
    #[arg(long, value_name = "ID")]
    select: Option<String>,
    #[arg(long, value_name = "COLUMN", value_parser = values::sorting_column())]
    sort: Option<String>,
    #[arg(long)]
    reverse: bool,
    #[arg(long, value_name = "GROUPING", value_parser = values::colouring())]
    by: Option<Colouring>,
    #[arg(long, value_name = "LOOK", default_value = "auto")]
    theme: ThemeName,
    #[arg(long)]
    ascii: bool,
    #[arg(long)]
    watch: bool,
    #[arg(long)]
    no_mouse: bool,
    #[arg(long)]
    no_history: bool,
}

impl Args {
    /// Returns the words of the query, those of `--filter` last.
    fn words(&self) -> Vec<String> {
        [self.query.as_slice(), self.filter.as_slice()].concat()
    }
}

/// The time that a snapshot may take to be loaded before the explorer shows that it is being loaded.
const MAX_BLANK_TIME: Duration = Duration::from_millis(60);

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    // Before the file is read, so that no later change is missed.
    let watched = watched_file(args, session)?;
    if !terminal::is_usable() {
        if args.ascii {
            session.progress.set_ascii();
        }
        let (snapshot, provenance) = session.snapshot_with_provenance()?;
        let options = options(args, snapshot, provenance, session)?;
        return list(args, &options, session);
    }
    match explore(args, watched, session) {
        Ok(ending) => Ok(Status::Explored(ending)),
        Err(NotExplored::Failed(failure)) => Err(failure),
        Err(NotExplored::Mistyped(command)) => {
            session.note(&command);
            Ok(Status::Negative)
        }
    }
}

/// The reason why the explorer was not opened, or not for long.
enum NotExplored {
    Failed(Failure),
    /// The query is rather a command, which this remark names.
    Mistyped(String),
}

impl<F: Into<Failure>> From<F> for NotExplored {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// A file that is followed, if there is one.
type Watched = Option<(FileWatcher, PathBuf)>;

/// Opens the explorer: on its snapshot if that is loaded soon, else while it is being loaded.
fn explore(args: &Args, watched: Watched, session: &Session<'_>) -> Result<Ending, NotExplored> {
    let query = args.words().join(" ");
    let Some(file) = session.globals.data() else {
        let (snapshot, provenance) = (snapshot::embedded()?, Provenance::embedded());
        let (options, follow) = open(args, query, snapshot, provenance, watched, session)?;
        return Ok(tui::explore(options, follow).map_err(Failure::Terminal)?);
    };
    let open = |loaded: Loaded, query| {
        let (snapshot, provenance) = loaded?;
        open(args, query, snapshot, provenance, watched, session)
    };
    let loading =
        Loading::start(Input::from_arg(file), session.globals.max_size).map_err(Failure::Terminal)?;
    match loading.wait(MAX_BLANK_TIME) {
        Ok(loaded) => {
            let (options, follow) = open(loaded, query)?;
            Ok(tui::explore(options, follow).map_err(Failure::Terminal)?)
        }
        Err(loading) => {
            let theme = theme(args.theme, args.ascii, session);
            let options = LoadingOptions { query, lang: session.lang, theme, mouse: !args.no_mouse };
            tui::explore_loading(loading, options, open).map_err(Failure::Terminal)?
        }
    }
}

/// Returns what the explorer starts with, and the file that it follows.
fn open(
    args: &Args,
    query: String,
    snapshot: Snapshot,
    provenance: Provenance,
    watched: Watched,
    session: &Session<'_>,
) -> Result<(Options, Option<FollowedFile>), NotExplored> {
    let searcher = Searcher::new(session.context(&snapshot));
    if let Some(command) = mistyped_command(args, &searcher, session)
        && searcher.resolve(&ParsedQuery::silent(&args.query), Scope::LIST).answering_rows().next().is_none()
    {
        return Err(NotExplored::Mistyped(command));
    }
    drop(searcher);
    let options = Options { query, ..options(args, snapshot, provenance, session)? };
    let follow = watched.map(|(watcher, path)| {
        let (snapshot, text) = (Arc::clone(&options.snapshot), Arc::clone(&options.provenance.text));
        FollowedFile { watcher, path, max_size: session.globals.max_size, snapshot, text }
    });
    Ok((options, follow))
}

/// Returns the file of `--data`, if that is one, and what watches it.
fn watched_file(args: &Args, session: &Session<'_>) -> Result<Watched, Failure> {
    match session.globals.data().map(Input::from_arg) {
        Some(Input::File(path)) if args.watch => Ok(Some((FileWatcher::new(&path), path))),
        Some(Input::File(path)) => Ok(Some((FileWatcher::on_request(&path), path))),
        _ if args.watch => Err(Failure::Usage(t!(session.lang, "cli-watch-needs-file"))),
        _ => Ok(None),
    }
}

/// Returns what the explorer starts with.
pub(super) fn options(
    args: &Args,
    snapshot: Snapshot,
    provenance: Provenance,
    session: &Session<'_>,
) -> Result<Options, Failure> {
    let tab = args.tab.map_or_else(|| default_tab(args, &snapshot), |view| view.tab);
    let select = args.select.as_ref().map(|id| item(id, &snapshot, session)).transpose()?;
    let initial_view = InitialView {
        sort: sorting(args, tab, session)?,
        select,
        variant: args.tab.and_then(|view| view.variant),
        colouring: args.by,
        in_list: args.tab.is_some() || select.is_some() || args.sort.is_some() || args.by.is_some(),
        as_of: session.globals.as_of,
        lang: session.globals.lang,
    };
    Ok(Options {
        snapshot: Arc::new(snapshot),
        provenance,
        lang: session.lang,
        today: session.today,
        theme: theme(args.theme, args.ascii, session),
        query: args.words().join(" "),
        tab,
        initial_view,
        mouse: !args.no_mouse,
        history: !args.no_history,
        opens_addresses: browser::is_here(),
        folder: std::env::current_dir().map(|folder| folder.display().to_string()).unwrap_or_default(),
        clipboard: ClipboardAccess::from_variables(|name| std::env::var(name).ok()),
    })
}

/// Returns the tab for the arguments without `--tab`: the one that shows what `--select` or `--by` names.
fn default_tab(args: &Args, snapshot: &Snapshot) -> Tab {
    let selected = args.select.as_ref().and_then(|id| Item::named(id, snapshot));
    match selected {
        _ if args.by.is_some() => Tab::Map,
        Some(Item::Preconisation(_)) => Tab::Preconisations,
        Some(Item::Source(_) | Item::Field(_)) => Tab::Data,
        _ => Tab::Territories,
    }
}

/// Returns the item with an id. If there is none, the failure names the closest id.
fn item(id: &str, snapshot: &Snapshot, session: &Session<'_>) -> Result<Item, Failure> {
    Item::named(id, snapshot).ok_or_else(|| {
        let lang = session.lang;
        let mut text = t!(lang, "cli-no-such-id", id = sanitize(id).into_owned());
        let cites = snapshot.cites.iter().map(|cite| cite.id.as_str());
        let others = snapshot.preconisations.iter().map(|item| item.id.as_str());
        if let Some(nearest) = closest_match(id, cites.chain(others)) {
            text.push_str(&format!("\n  {}", t!(lang, "cli-did-you-mean", nearest = nearest)));
        }
        Failure::Usage(text)
    })
}

/// Returns the sorting by `--sort` and `--reverse`, if the tab has that column.
fn sorting(args: &Args, tab: Tab, session: &Session<'_>) -> Result<SortOrder, Failure> {
    let Some(column) = &args.sort else {
        return match args.reverse {
            true => Err(Failure::Usage(t!(session.lang, "cli-missing-argument", arg = "--sort"))),
            false => Ok(SortOrder::default()),
        };
    };
    let names = tab.column_names();
    if let Some(index) = names.iter().position(|name| name == column) {
        return Ok(SortOrder { column: Some(index), reverse: args.reverse });
    }
    let lang = session.lang;
    let text = t!(lang, "cli-no-such-order", column = column.as_str(), tab = tab.title(lang));
    Err(Failure::Usage(match names.is_empty() {
        true => text,
        false => format!("{text}\n  {}", t!(lang, "cli-allowed-values", values = names.join(", "))),
    }))
}

/// Prints the list that the explorer would open with.
fn list(args: &Args, options: &Options, session: &mut Session<'_>) -> Result<Status, Failure> {
    let searcher = Searcher::new(session.context(&options.snapshot));
    let sort = args.sort.as_deref().and_then(CiteColumn::from_name);
    let listing = ListingArgs::sorted(sort, args.reverse);
    let status = list::write(&args.words(), &listing, &searcher, session)?;
    if let Some(command) = mistyped_command(args, &searcher, session) {
        session.note(&command);
    }
    Ok(status)
}

/// Returns a remark that names a command, if the first word of the query is its
/// name or close to it, and is found in no Cité.
fn mistyped_command(args: &Args, searcher: &Searcher<'_>, session: &Session<'_>) -> Option<String> {
    let word = args.query.first()?;
    let command = nearest_command(word, &(session.command)())?;
    let answer = searcher.resolve(&ParsedQuery::silent(std::slice::from_ref(word)), Scope::CERTAIN);
    let names_something =
        answer.outside.is_some() || answer.answering().is_some_and(|group| group.reading.is_certain());
    (!names_something).then(|| t!(session.lang, "cli-is-a-command", command = command))
}

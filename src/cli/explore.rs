//! `cites`: the explorer, or its list as text where no terminal is there for it.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{CommandFactory, ValueEnum};

use super::failure::{Failure, Status};
use super::globals::Color;
use super::listing::{CiteListing, ListingArgs};
use super::query::ParsedQuery;
use super::session::Session;
use super::values::{self, View};
use super::{Cli, help, list};
use crate::snapshot::{Input, Snapshot, nearest, visible};
use crate::t;
use crate::tui;
use crate::tui::state::{Item, Sorting, Tab};
use crate::tui::terminal::{self, background};
use crate::tui::theme::{Colors, Scheme, Theme};
use crate::tui::watch::{Followed, Watch};
use crate::tui::{Options, Provenance, Start};
use crate::views::Column;
use crate::views::cites::CiteColumn;
use crate::views::groups::Grouping;

#[derive(Debug, Default, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "QUERY")]
    filter: Vec<String>,
    #[arg(long, value_name = "TAB", value_parser = values::view())]
    tab: Option<View>,
    #[arg(long, value_name = "ID")]
    select: Option<String>,
    #[arg(long, value_name = "COLUMN", value_parser = values::sorting_column())]
    sort: Option<String>,
    #[arg(long)]
    reverse: bool,
    #[arg(long, value_name = "GROUPING", value_parser = values::colouring())]
    by: Option<Grouping>,
    #[arg(long, value_name = "LOOK", default_value = "auto")]
    theme: Look,
    #[arg(long)]
    ascii: bool,
    #[arg(long)]
    watch: bool,
    #[arg(long)]
    no_mouse: bool,
}

/// What colours are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Look {
    #[default]
    Auto,
    #[value(alias = "sombre")]
    Dark,
    #[value(alias = "clair")]
    Light,
    #[value(alias = "contraste")]
    Contrast,
    #[value(alias = "sans")]
    Plain,
}

impl Args {
    /// What is searched for at the start, in words.
    fn words(&self) -> Vec<String> {
        [self.query.as_slice(), self.filter.as_slice()].concat()
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    // Before the file is read, so that no change of it is missed.
    let watch = args.watch.then(|| watched(session)).transpose()?;
    let (snapshot, provenance) = session.opened()?;
    if !terminal::is_usable() {
        let options = options(args, snapshot, provenance, session)?;
        return list(args, &options, session);
    }
    if let Some(command) = slip(args, &snapshot, session)
        && ParsedQuery::new(&args.query, &snapshot, session).cites(session).is_empty()
    {
        session.note(&command);
        return Ok(Status::Found);
    }
    let options = options(args, snapshot, provenance, session)?;
    let follow = watch.map(|(watch, path)| {
        let (snapshot, text) = (Arc::clone(&options.snapshot), Arc::clone(&options.provenance.text));
        (watch, Followed { path, max_size: session.globals.max_size, snapshot, text })
    });
    let ending = tui::explore(options, follow).map_err(Failure::Terminal)?;
    Ok(Status::Explored(ending))
}

/// The watch over the file that was asked for.
fn watched(session: &Session<'_>) -> Result<(Watch, PathBuf), Failure> {
    let input = session.globals.data().map(Input::from_arg);
    let Some(Input::File(path)) = input else {
        return Err(Failure::Misuse(t!(session.lang, "cli-watch-needs-file")));
    };
    match Watch::new(&path) {
        Ok(watch) => Ok((watch, path)),
        Err(error) => {
            // Most often there is no such file, which is said as always.
            session.load(&path)?;
            let file = visible(&path.to_string_lossy()).into_owned();
            let error = error.to_string();
            Err(Failure::Misuse(t!(session.lang, "cli-cannot-watch", file = file, error = error)))
        }
    }
}

/// How the explorer starts.
pub(super) fn options(
    args: &Args,
    snapshot: Snapshot,
    provenance: Provenance,
    session: &Session<'_>,
) -> Result<Options, Failure> {
    let View { tab, lives } = args.tab.unwrap_or_else(|| usual_view(args, &snapshot));
    let select = args.select.as_ref().map(|id| named(id, &snapshot, session)).transpose()?;
    let start = Start {
        sorting: sorting(args, tab, session)?,
        select,
        lives,
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
        theme: theme(args, session),
        query: args.words().join(" "),
        tab,
        start,
        mouse: !args.no_mouse,
    })
}

/// The view that shows what was asked for where none was named.
fn usual_view(args: &Args, snapshot: &Snapshot) -> View {
    let selected = args.select.as_ref().and_then(|id| Item::named(id, snapshot));
    let tab = match selected {
        _ if args.by.is_some() => Tab::Map,
        Some(Item::Preconisation(_)) => Tab::Preconisations,
        Some(Item::Source(_) | Item::Field(_)) => Tab::Data,
        _ => Tab::Territories,
    };
    View { tab, lives: false }
}

/// What has an id, or what may have been meant.
fn named(id: &str, snapshot: &Snapshot, session: &Session<'_>) -> Result<Item, Failure> {
    Item::named(id, snapshot).ok_or_else(|| {
        let lang = session.lang;
        let mut text = t!(lang, "cli-no-such-id", id = visible(id).into_owned());
        let cites = snapshot.cites.iter().map(|cite| cite.id.as_str());
        let others = snapshot.preconisations.iter().map(|item| item.id.as_str());
        if let Some(nearest) = nearest(id, cites.chain(others)) {
            text.push_str(&format!("\n  {}", t!(lang, "cli-did-you-mean", nearest = nearest)));
        }
        Failure::Misuse(text)
    })
}

/// The order that was asked for, if the tab can have it.
fn sorting(args: &Args, tab: Tab, session: &Session<'_>) -> Result<Sorting, Failure> {
    let Some(wanted) = &args.sort else {
        return match args.reverse {
            true => Err(Failure::Misuse(t!(session.lang, "cli-missing-argument", arg = "--sort"))),
            false => Ok(Sorting::default()),
        };
    };
    let names = tab.column_names();
    if let Some(column) = names.iter().position(|name| name == wanted) {
        return Ok(Sorting { column: Some(column), reverse: args.reverse });
    }
    let lang = session.lang;
    let text = t!(lang, "cli-no-such-order", column = wanted.as_str(), tab = tab.title(lang));
    Err(Failure::Misuse(match names.is_empty() {
        true => text,
        false => format!("{text}\n  {}", t!(lang, "cli-allowed-values", values = names.join(", "))),
    }))
}

/// The list that the explorer would open with.
fn list(args: &Args, options: &Options, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = &*options.snapshot;
    let sort = args.sort.as_deref().and_then(CiteColumn::from_name);
    let listing = CiteListing { query: args.words(), listing: ListingArgs::sorted(sort, args.reverse) };
    let status = list::write(&listing, snapshot, session)?;
    if let Some(command) = slip(args, snapshot, session) {
        session.note(&command);
    }
    Ok(status)
}

/// Which command was perhaps meant: the first word of a query is a command or
/// like one, and stands in no Cité as it is.
fn slip(args: &Args, snapshot: &Snapshot, session: &Session<'_>) -> Option<String> {
    let word = args.query.first()?;
    let command = help::nearest_command(word, &Cli::command())?;
    let places = ParsedQuery::phrase(std::slice::from_ref(word), snapshot, session).places();
    places.is_empty().then(|| t!(session.lang, "cli-is-a-command", command = command))
}

/// The look that was asked for. Without colours, for whatever reason, it is
/// the plain one, unless a look was named.
fn theme(args: &Args, session: &Session<'_>) -> Theme {
    let colors = colors(|name| env::var(name).unwrap_or_default());
    let colored = session.paper.color || (args.theme != Look::Auto && session.globals.color != Color::Never);
    let theme = match args.theme {
        _ if !colored => Theme::PLAIN,
        Look::Auto => match background::from_environment() {
            Some(light) => Theme::AUTO.on(light).settled(),
            None => Theme::AUTO,
        },
        Look::Dark => Theme::new(Scheme::Dark, colors),
        Look::Light => Theme::new(Scheme::Light, colors),
        Look::Contrast => Theme::new(Scheme::Contrast, colors),
        Look::Plain => Theme::PLAIN,
    };
    if args.ascii || has_letters_only() { theme.in_ascii() } else { theme }
}

/// How many colours the terminal has, as its variables tell it.
fn colors(variable: impl Fn(&str) -> String) -> Colors {
    let (term, colorterm) = (variable("TERM"), variable("COLORTERM"));
    let many = ["256color", "direct", "kitty", "alacritty", "foot", "wezterm", "ghostty"];
    let known = many.iter().any(|part| term.contains(part));
    if known || matches!(colorterm.as_str(), "truecolor" | "24bit") { Colors::Many } else { Colors::Sixteen }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_tells_its_colours_in_its_variables() {
        for (term, colorterm, told) in [
            ("xterm-256color", "", Colors::Many),
            ("xterm", "truecolor", Colors::Many),
            ("screen", "24bit", Colors::Many),
            ("xterm-kitty", "", Colors::Many),
            ("tmux-direct", "", Colors::Many),
            ("xterm", "", Colors::Sixteen),
            ("linux", "", Colors::Sixteen),
            ("vt100", "no", Colors::Sixteen),
        ] {
            let variable = |name: &str| if name == "TERM" { term } else { colorterm }.to_owned();
            assert_eq!(colors(variable), told, "{term} {colorterm}");
        }
    }
}

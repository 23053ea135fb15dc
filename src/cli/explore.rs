//! `cites`: the explorer, or its list as text where no terminal is there for it.

use std::env;
use std::sync::Arc;

use super::failure::{Failure, Status};
use super::list;
use super::session::Session;
use crate::tui::tabs::Tab;
use crate::tui::theme::Theme;
use crate::tui::{self, terminal};

pub(super) fn run(session: &mut Session<'_>) -> Result<Status, Failure> {
    if !terminal::is_usable() {
        return list::run(&list::Args::default(), session);
    }
    let options = tui::Options {
        snapshot: Arc::new(session.snapshot()?),
        lang: session.lang,
        today: session.today,
        theme: theme(session),
        query: String::new(),
        tab: Tab::Territories,
    };
    let ending = tui::explore(options).map_err(Failure::Terminal)?;
    Ok(Status::Explored(ending))
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

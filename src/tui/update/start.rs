//! What the explorer shows first, and the command line that shows it again.

use crate::snapshot::Input;
use crate::tui::state::{App, Item, LIVES, Sorting, Tab};
use crate::views::map::COLOURINGS;

impl App {
    /// The command line that opens the explorer on the same view, quoted for a shell.
    pub fn command_line(&self) -> String {
        let mut words = vec!["cites".to_owned()];
        let mut option = |name: &str, value: String| words.extend([format!("--{name}"), value]);
        match &self.data.provenance.input {
            Some(Input::File(path)) => option("data", path.to_string_lossy().into_owned()),
            Some(Input::Stdin) => option("data", "-".to_owned()),
            None => {}
        }
        if let Some(day) = self.start.as_of {
            option("as-of", day.to_string());
        }
        if let Some(lang) = self.start.lang {
            option("lang", lang.code().to_owned());
        }
        match self.tab {
            Tab::Territories => {}
            Tab::Age if self.pictures.lives => option("tab", LIVES.to_owned()),
            tab => option("tab", tab.name().to_owned()),
        }
        if self.tab == Tab::Map && self.pictures.colouring != COLOURINGS[0] {
            option("by", self.pictures.colouring.name().to_owned());
        }
        let Sorting { column, reverse } = self.list().sorting;
        if let Some(column) = column.and_then(|column| self.tab.column_names().get(column).copied()) {
            option("sort", column.to_owned());
        }
        if column.is_some() && reverse {
            words.push("--reverse".to_owned());
        }
        let mut option = |name: &str, value: String| words.extend([format!("--{name}"), value]);
        let selected = self.selected().filter(|item| Some(*item) != self.selected_at_first());
        if let Some(id) = selected.and_then(|item| item.id(&self.snapshot)) {
            option("select", id);
        }
        let query = self.query.text().trim();
        if query.starts_with('-') {
            words.push(format!("--filter={query}"));
        } else if !query.is_empty() {
            words.extend(["--filter".to_owned(), query.to_owned()]);
        }
        words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
    }

    /// What is selected when the view is opened and nothing else is asked for.
    fn selected_at_first(&self) -> Option<Item> {
        let best = self.found.best(self.tab).filter(|_| !self.query.text().trim().is_empty());
        let items = &self.list().listing().items;
        best.or_else(|| items.iter().copied().find(|item| item.is_selectable()))
    }
}

/// A word as a POSIX shell takes it for one, letter for letter. A shell has no
/// way to write NUL.
fn quoted(word: &str) -> String {
    let word = word.replace('\0', "");
    shlex::try_quote(&word).map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
}

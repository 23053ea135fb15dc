//! The command line that opens the explorer on the same view.

use crate::snapshot::Input;
use crate::tui::state::{Body, Item, MapView, SortOrder, State, Tab, Variant};
use crate::views::map::{COLOURINGS, Colouring, Measure};

impl State {
    /// Returns the command line that opens the explorer on the same view, quoted for a
    /// POSIX shell.
    pub fn command_line(&self) -> String {
        let mut words = vec!["cites".to_owned()];
        let mut option = |name: &str, value: String| words.extend([format!("--{name}"), value]);
        match &self.file.provenance.input {
            Some(Input::File(path)) => option("data", path.to_string_lossy().into_owned()),
            Some(Input::Stdin) => option("data", "-".to_owned()),
            None => {}
        }
        if let Some(day) = self.initial_view.as_of {
            option("as-of", day.to_string());
        }
        if let Some(lang) = self.initial_view.lang {
            option("lang", lang.code().to_owned());
        }
        let colouring = match self.map_view() {
            MapView::Points => Colouring::Points(self.map.colouring),
            MapView::Areas(_) => Colouring::Areas(self.map.measure),
        };
        let is_usual =
            [Colouring::Points(COLOURINGS[0]), Colouring::Areas(Measure::ALL[0])].contains(&colouring);
        let is_colored = self.tab.info().body == Body::Map && !is_usual;
        // What colours the map also decides what it shows.
        let shown = if is_colored { Some(Variant::Map(self.map_view())) } else { self.variant() };
        let variant = self.tab.info().variants.iter().find(|(_, variant)| shown == Some(*variant));
        if self.tab != Tab::Territories {
            option("tab", variant.map_or(self.tab.name(), |(name, _)| name).to_owned());
        }
        if is_colored {
            option("by", colouring.name().to_owned());
        }
        let SortOrder { column, reverse } = self.list().sort;
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

    /// Returns the item that the same view selects by default.
    fn selected_at_first(&self) -> Option<Item> {
        let best =
            self.outcome.best(self.tab.info().subject).filter(|_| !self.query.text().trim().is_empty());
        let items = &self.list().listing().items;
        best.or_else(|| items.iter().copied().find(|item| item.is_selectable()))
    }
}

/// Quotes a word for a POSIX shell. Drops NUL, which no shell can write.
fn quoted(word: &str) -> String {
    let word = word.replace('\0', "");
    shlex::try_quote(&word).map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
}

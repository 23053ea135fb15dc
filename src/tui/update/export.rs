//! Exports: to the clipboard, or to a file.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::output::{
    DEFAULT_SEPARATOR, Format, Grid, GridCell, Heading, ListingOptions, OutputStyle, write_card, write_cross,
    write_grid, write_listing,
};
use crate::sanitize::sanitize;
use crate::search::fold_text;
use crate::snapshot::{Cite, Preconisation};
use crate::t;
use crate::tui::state::{
    Body, ClipboardAccess, Columns, Effect, Item, LineEditor, Popup, SaveColumn, SaveDialog, State, Subject,
    WriteFile, WriteOutcome,
};
use crate::views::cites::{self, CiteColumn};
use crate::views::comparison::{ComparisonRow, comparison};
use crate::views::preconisations::PreconisationColumn;
use crate::views::{Align, labels};

/// The most bytes that are copied without a remark. Many terminals take a sequence of at most 100,000 bytes, in which
/// base64 and the frame of OSC 52 leave room for this many.
const MAX_CLIPBOARD_LENGTH: usize = 74_994;

/// The longest part of a proposed file name that is taken from the query, in bytes.
const MAX_QUERY_LENGTH: usize = 40;

impl State {
    /// Returns the card of the selected item as text.
    pub fn card_text(&self) -> Option<String> {
        let mut bytes = Vec::new();
        write_card(&self.card()?, self.lang, OutputStyle::PLAIN, &mut bytes).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Returns what is shown as text: the table that is open, or else the card.
    pub(super) fn shown_text(&self) -> Option<String> {
        match self.of_open_table(ListingOptions::plain(Format::Table)) {
            Some(bytes) => String::from_utf8(bytes).ok(),
            None => self.card_text(),
        }
    }

    /// Returns the indices of the Cités of the open comparison.
    fn open_comparison(&self) -> Option<&[usize]> {
        self.popups.iter().find_map(|popup| match popup {
            Popup::Comparison { cites, .. } => Some(cites.as_slice()),
            _ => None,
        })
    }

    fn comparison_grid(&self, cites: &[usize]) -> Grid {
        let cites: Vec<&Cite> = cites.iter().filter_map(|index| self.snapshot.cites.get(*index)).collect();
        let comparison = comparison(&cites, self.context());
        let heading = |title: &String| Heading { title: title.clone(), align: Align::Left };
        let first = t!(self.lang, "comparison-fact");
        let cell = |value: &Option<String>| match value {
            Some(text) => GridCell::plain(text.clone()),
            None => GridCell { unknown: true, ..GridCell::plain(labels::unknown(self.lang)) },
        };
        let row = |row: &ComparisonRow| {
            let name = GridCell::plain(row.name.clone());
            [vec![name], row.values.iter().map(cell).collect()].concat()
        };
        Grid {
            headings: std::iter::once(&first).chain(&comparison.labels).map(heading).collect(),
            rows: comparison.rows.iter().map(row).collect(),
        }
    }

    /// Returns the cells of the selected line, separated by tabs.
    pub fn row_text(&self) -> Option<String> {
        let line = ListingOptions::plain(Format::Tsv);
        let with_titles = match self.selected()? {
            Item::Cite(place) => {
                self.of_cites(&self.cite_columns(), &[self.snapshot.cites.get(place)?], line)
            }
            Item::Preconisation(place) => {
                let Columns::Preconisations(specs) = self.tab.info().columns else { return None };
                let columns: Vec<PreconisationColumn> = specs.iter().map(|spec| spec.column).collect();
                self.of_preconisations(&columns, &[self.snapshot.preconisations.get(place)?], line)
            }
            _ => None,
        };
        let text = String::from_utf8(with_titles?).ok()?;
        text.split_once('\n').map(|(_, row)| row.trim_end_matches('\n').to_owned())
    }

    /// Returns the URL of the first source of the selected item.
    pub fn first_address(&self) -> Option<String> {
        let card = self.card()?;
        let url = card.urls().next()?;
        // A URL with a line end would run as a command where it is pasted.
        Some(sanitize(url).into_owned())
    }

    /// Opens the address of the next source of the card, or copies it where there is no browser.
    pub(super) fn open_address(&mut self) -> Vec<Effect> {
        let (Some(item), Some(card)) = (self.selected(), self.card()) else { return Vec::new() };
        let urls: Vec<String> = card.urls().map(|url| sanitize(url).into_owned()).collect();
        let next = match self.opened {
            Some((of, last)) if of == item => last + 1,
            _ => 0,
        };
        let index = if next < urls.len() { next } else { 0 };
        let Some(url) = urls.into_iter().nth(index) else {
            self.set_status(t!(self.lang, "tui-no-address"));
            return Vec::new();
        };
        self.opened = Some((item, index));
        let key = if self.opens_addresses { "tui-opened" } else { "tui-opened-copied" };
        self.set_status(t!(self.lang, key, number = index + 1, url = url.as_str()));
        vec![if self.opens_addresses { Effect::Open(url) } else { Effect::Copy(url) }]
    }

    /// Copies a text. The second copy in a row shows it, for terminals without a
    /// clipboard; `said` is the key of what is said of the first one.
    pub(super) fn copy(&mut self, text: Option<String>, said: &str) -> Vec<Effect> {
        let Some(text) = text else {
            self.set_status(t!(self.lang, "tui-no-address"));
            return Vec::new();
        };
        if self.copied.as_deref() == Some(&text) {
            self.copied = None;
            self.popups.push(Popup::Text { text, scroll: 0 });
            return Vec::new();
        }
        self.copied = Some(text.clone());
        let said = match self.clipboard {
            ClipboardAccess::Unknown => said,
            ClipboardAccess::BySetting { said } => said,
            ClipboardAccess::Never { said } => {
                self.set_status(t!(self.lang, said));
                return Vec::new();
            }
        };
        self.set_status(match text.len() {
            ..=MAX_CLIPBOARD_LENGTH => t!(self.lang, said),
            size => t!(self.lang, "tui-copied-much", size = size.div_ceil(1000)),
        });
        vec![Effect::Copy(text)]
    }

    /// Returns whether something is listed that a file can contain.
    pub(super) fn can_save(&self) -> bool {
        if self.open_comparison().is_some() || self.open_cross().is_some() {
            return true;
        }
        let lists_answer = |item: &Item| match item {
            Item::Cite(_) => self.outcome.cites().len() > 0,
            item => matches!(item, Item::Preconisation(_)),
        };
        self.exports_found() || self.list().listing().items.iter().any(lists_answer)
    }

    /// Returns whether the tab shows all Cités that are found without listing them.
    fn exports_found(&self) -> bool {
        let lists_others = match self.tab.info().body {
            Body::Page | Body::Map => true,
            Body::Table | Body::Texts => self.shows_timeline(),
        };
        lists_others && self.outcome.cites().len() > 0
    }

    /// Opens the popup that asks for the name of a file.
    pub(super) fn open_save_dialog(&mut self) {
        let separator = t!(self.lang, "csv-separator").bytes().next().unwrap_or(DEFAULT_SEPARATOR);
        let table = match (self.open_cross(), self.open_comparison()) {
            (Some(cross), _) => Some(("cross-file", cross.table.rows.len() + 1)),
            (None, Some(cites)) => Some(("comparison-file", self.comparison_grid(cites).rows.len())),
            (None, None) => None,
        };
        if let Some((file, count)) = table {
            let name = LineEditor::new(&format!("{}.csv", t!(self.lang, file)));
            let dialog = SaveDialog::new(name, self.folder.clone(), count, Vec::new(), separator);
            return self.popups.push(Popup::Save(dialog));
        }
        let mut name = match self.tab.info().subject {
            Subject::Preconisations => "preconisations".to_owned(),
            _ => "cites".to_owned(),
        };
        let query = fold_text(self.query.text());
        let query: String = query.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let words = query.split('-').filter(|word| !word.is_empty());
        for word in words {
            if name.len() + word.len() < MAX_QUERY_LENGTH {
                name = format!("{name}-{word}");
            }
        }
        let name = LineEditor::new(&format!("{name}.csv"));
        let count = self.saved_cites().len().max(self.saved_preconisations().len());
        let columns = match self.tab.info().columns {
            Columns::Preconisations(specs) => {
                let shown: Vec<PreconisationColumn> = specs.iter().map(|spec| spec.column).collect();
                SaveColumn::list(&shown, self.lang)
            }
            _ => {
                let shown = self.cite_columns().into_iter().flat_map(CiteColumn::as_numbers);
                SaveColumn::list(&shown.collect::<Vec<_>>(), self.lang)
            }
        };
        let dialog = SaveDialog::new(name, self.folder.clone(), count, columns, separator);
        self.popups.push(Popup::Save(dialog));
    }

    pub(super) fn next_save_format(&mut self) {
        if let Some(Popup::Save(save)) = self.popups.last_mut() {
            save.next_format();
        }
    }

    /// Requests the file to be written, if the extension names a format.
    pub(super) fn write_file(&mut self, replace: bool) -> Vec<Effect> {
        let Some(Popup::Save(save)) = self.popup() else { return Vec::new() };
        let path = PathBuf::from(save.name.text().trim());
        let (separator, bom) = (save.separator, save.bom);
        let options =
            |format| ListingOptions { separator, bom, unknown: Some(""), ..ListingOptions::plain(format) };
        let bytes = save.format().map(options).and_then(|options| match self.tab.info().subject {
            _ if self.open_cross().is_some() || self.open_comparison().is_some() => {
                self.of_open_table(options)
            }
            Subject::Preconisations => {
                self.of_preconisations(&save.chosen(), &self.saved_preconisations(), options)
            }
            _ => self.of_cites(&save.chosen(), &self.saved_cites(), options),
        });
        match bytes {
            Some(bytes) => vec![Effect::Write(WriteFile { path, bytes, replace })],
            None => {
                let ends: Vec<String> = Format::saved().map(|(end, _)| format!(".{end}")).collect();
                let problem = t!(self.lang, "tui-save-format", ends = ends.join(" "));
                self.refuse_to_save(problem);
                Vec::new()
            }
        }
    }

    fn refuse_to_save(&mut self, problem: String) {
        if let Some(Popup::Save(save)) = self.popups.last_mut() {
            save.edited();
            save.problem = Some(problem);
        }
    }

    /// Follows the result of writing the file.
    pub(super) fn written(&mut self, outcome: WriteOutcome) {
        let Some(Popup::Save(save)) = self.popups.last_mut() else { return };
        match outcome {
            WriteOutcome::Exists => save.exists = true,
            WriteOutcome::Failed(problem) => self.refuse_to_save(problem),
            WriteOutcome::Written => {
                let (count, name) = (save.count, save.name.text().trim().to_owned());
                self.popups.pop();
                self.set_status(t!(self.lang, "tui-saved", count = count, name = name));
            }
        }
    }

    fn saved_cites(&self) -> Vec<&Cite> {
        let places: Vec<usize> = match self.exports_found() {
            true => self.outcome.cites().collect(),
            false => {
                let found: HashSet<usize> = self.outcome.cites().collect();
                let listed = self.list().listing().cites();
                listed.filter(|cite| found.contains(cite)).collect()
            }
        };
        places.into_iter().filter_map(|place| self.snapshot.cites.get(place)).collect()
    }

    fn saved_preconisations(&self) -> Vec<&Preconisation> {
        let items = self.list().listing().items.iter();
        let places = items.filter_map(|item| match item {
            Item::Preconisation(place) => Some(*place),
            _ => None,
        });
        places.filter_map(|place| self.snapshot.preconisations.get(place)).collect()
    }

    /// Returns the open cross table, or the open comparison.
    fn of_open_table(&self, options: ListingOptions<'_>) -> Option<Vec<u8>> {
        match self.open_cross() {
            Some(cross) => {
                let mut bytes = Vec::new();
                write_cross(&cross.table, self.lang, options, &mut bytes).ok()?;
                Some(bytes)
            }
            None => self.of_comparison(options),
        }
    }

    /// Returns the open comparison; as JSON, the Cités that are compared.
    fn of_comparison(&self, options: ListingOptions<'_>) -> Option<Vec<u8>> {
        let cites = self.open_comparison()?;
        if options.format == Format::Json {
            let cites: Vec<&Cite> =
                cites.iter().filter_map(|index| self.snapshot.cites.get(*index)).collect();
            return self.of_cites(&[], &cites, options);
        }
        let mut bytes = Vec::new();
        write_grid(&self.comparison_grid(cites), options, &mut bytes).ok()?;
        Some(bytes)
    }

    /// Returns the columns of the tab that is shown, after the id; those of the territories if it has none.
    fn cite_columns(&self) -> Vec<CiteColumn> {
        let shown = self.tab.cite_columns();
        let shown = if shown.is_empty() { cites::TERRITORIES.printed.to_vec() } else { shown };
        [vec![CiteColumn::Id], shown].concat()
    }

    fn of_cites(
        &self,
        columns: &[CiteColumn],
        rows: &[&Cite],
        options: ListingOptions<'_>,
    ) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        write_listing(columns, rows, self.context(), options, &mut bytes).ok()?;
        Some(bytes)
    }

    fn of_preconisations(
        &self,
        columns: &[PreconisationColumn],
        rows: &[&Preconisation],
        options: ListingOptions<'_>,
    ) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        write_listing(columns, rows, self.context(), options, &mut bytes).ok()?;
        Some(bytes)
    }
}

//! A line about a Cité: a cell for each column, what matched in it, and where
//! else something matched.

use ratatui::text::Span;

use super::columns::Placed;
use super::table::Row;
use super::text::{self, width};
use crate::search::{Field, Highlighter};
use crate::snapshot::Cite;
use crate::t;
use crate::tui::app::{App, Item, Matches, field_key, text_of};
use crate::tui::theme::Role;
use crate::views::cites::CiteColumn;
use crate::views::{Column, words};

/// Makes the lines of a screen.
pub struct CiteRows<'a> {
    app: &'a App,
    highlighter: Highlighter,
    unknown: String,
}

/// A cell that is being made.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// Its column.
    pub column: CiteColumn,
    /// Whom its line is about.
    pub cite: &'a Cite,
    /// Columns of the screen that it has.
    pub width: usize,
}

impl<'a> CiteRows<'a> {
    /// For what the explorer shows now.
    pub fn new(app: &'a App) -> Self {
        Self { app, highlighter: app.found.highlighter(), unknown: words::unknown(app.lang) }
    }

    /// The line of a Cité; `finish` gets the text of each cell and gives what is drawn.
    pub fn row(
        &self,
        item: Item,
        columns: &[(CiteColumn, Placed)],
        finish: impl Fn(Cell<'_>, Vec<Span<'static>>) -> Vec<Span<'static>>,
    ) -> Row {
        let Some(cite) = self.cite(item) else { return Row::Cells(Vec::new()) };
        let matches = Matches::of(&self.highlighter, item, self.app.context());
        let shown: Vec<Field> = columns.iter().filter_map(|(column, _)| field(*column)).collect();
        let cells = columns.iter().map(|(column, placed)| {
            let cell = Cell { column: *column, cite, width: placed.width.into() };
            let text = match column {
                CiteColumn::Label => self.label(cite, &matches, &shown, cell.width),
                _ => self.cell(*column, cite, &matches),
            };
            finish(cell, text)
        });
        Row::Cells(cells.collect())
    }

    fn cite(&self, item: Item) -> Option<&'a Cite> {
        match item {
            Item::Cite(place) => self.app.context().snapshot.cites.get(place),
            Item::Heading(_) | Item::Preconisation(_) => None,
        }
    }

    fn cell(&self, column: CiteColumn, cite: &Cite, matches: &Matches) -> Vec<Span<'static>> {
        match field(column) {
            Some(field) => self.texts(cite, field, matches),
            None => vec![self.unmarked(&column.text(cite, self.app.context()))],
        }
    }

    /// The texts of a field one after the other, with what matched in them.
    fn texts(&self, cite: &Cite, field: Field, matches: &Matches) -> Vec<Span<'static>> {
        let style = |role| self.app.theme.style(role);
        let mut spans = Vec::new();
        let texts = (0..).map_while(|number| text_of(cite, field, number, self.app.context()));
        for (number, text) in texts.enumerate() {
            if number > 0 {
                spans.push(Span::styled(", ", style(Role::Text)));
            }
            let found = matches.ranges(field, number);
            spans.extend(text::marked(text, found, style(Role::Text), style(Role::Match)));
        }
        if spans.is_empty() {
            spans.push(Span::styled(self.unknown.clone(), style(Role::Unknown)));
        }
        spans
    }

    fn unmarked(&self, text: &str) -> Span<'static> {
        let role = if text == self.unknown { Role::Unknown } else { Role::Text };
        text::plain(text, self.app.theme.style(role))
    }

    /// The label, and behind it where something matched that the line does
    /// not show. Both are cut where they have no room together.
    fn label(&self, cite: &Cite, matches: &Matches, shown: &[Field], room: usize) -> Vec<Span<'static>> {
        let theme = &self.app.theme;
        let style = |role| theme.style(role);
        let found = matches.ranges(Field::Label, 0);
        let label = text::marked(&cite.label, found, style(Role::Text), style(Role::Match));
        let Some((field, text, ranges)) = matches.elsewhere(cite, shown, self.app.context()) else {
            return label;
        };
        let place = t!(self.app.lang, field_key(field));
        let place = format!(" {} {place} : ", theme.glyphs.found_in);
        let mut note = vec![Span::styled(place, style(Role::MatchPlace))];
        note.extend(text::marked(text, ranges, style(Role::MatchPlace), style(Role::Match)));
        let note_width: usize = note.iter().map(|span| usize::from(width(&span.content))).sum();
        let label_room = room.saturating_sub(note_width).max(room / 2);
        let mut line = text::fitted(label, label_room, theme.glyphs.ellipsis).spans;
        line.extend(note);
        line
    }
}

/// The field of the search that a column shows letter for letter.
const fn field(column: CiteColumn) -> Option<Field> {
    match column {
        CiteColumn::Id => Some(Field::Id),
        CiteColumn::Label => Some(Field::Label),
        CiteColumn::Department => Some(Field::DepartmentCode),
        CiteColumn::Region => Some(Field::Region),
        CiteColumn::Carrier => Some(Field::Carrier),
        CiteColumn::Themes => Some(Field::Theme),
        _ => None,
    }
}

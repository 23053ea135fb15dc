//! A table with a Cité a line: a cell for each column, what the search found
//! in it, and what it found where the line does not show it.

use ratatui::text::Span;

use crate::locale::Lang;
use crate::search::{TextField, TextFieldSet, texts_of};
use crate::snapshot::Cite;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Item, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::{table, text};
use crate::views::cites::CiteColumn;
use crate::views::layout::PlacedColumn;
use crate::views::{self, Align, Column, ColumnSpec, labels};

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

/// What a column of the table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Column(CiteColumn),
    /// What the search found where no other column shows it.
    FoundIn,
}

/// Stands behind the columns of the tab, so that their places stay the same.
const FOUND_IN: ColumnSpec<Shown> =
    ColumnSpec { column: Shown::FoundIn, min: 20, preferred: 20, max: 44, priority: 1 };

/// Draws the table with the columns of a tab. `heading` makes the line above a
/// group; `finish` gets the text of each cell and gives what is drawn.
pub fn render(
    frame: &mut Frame<'_>,
    areas: &Areas,
    state: &State,
    specs: &[ColumnSpec<CiteColumn>],
    heading: impl Fn(usize) -> Vec<Span<'static>>,
    finish: impl Fn(Cell<'_>, Vec<Span<'static>>) -> Vec<Span<'static>>,
) {
    let lines = Lines::new(areas, state, specs);
    table::render(frame, areas, state, &lines.titles(state.lang), |item| match item {
        Item::Heading(place) => Row::Whole(heading(place)),
        _ => Row::Cells(lines.cells(item, &finish)),
    });
}

/// The columns that have room, and where they stand.
pub fn columns(areas: &Areas, state: &State, specs: &[ColumnSpec<CiteColumn>]) -> Vec<PlacedColumn> {
    Lines::new(areas, state, specs).columns.into_iter().map(|(_, placed)| placed).collect()
}

/// What the lines on the screen are made from.
struct Lines<'a> {
    state: &'a State,
    columns: Vec<(Shown, PlacedColumn)>,
    /// The fields of the search that the columns show letter for letter, or the query tells.
    shown: Vec<TextField>,
    found: Vec<(Item, &'a Cite, Matches)>,
    unknown: String,
}

impl<'a> Lines<'a> {
    fn new(areas: &Areas, state: &'a State, specs: &[ColumnSpec<CiteColumn>]) -> Self {
        let specs: Vec<ColumnSpec<Shown>> = specs.iter().map(|spec| spec.map(Shown::Column)).collect();
        let mut lines = Self {
            state,
            columns: table::fit(areas, state, &specs),
            shown: Vec::new(),
            found: found(areas, state),
            unknown: labels::unknown(state.lang),
        };
        lines.shown = lines.fields();
        let context = state.context();
        let hides = |(_, cite, matches): &(Item, &Cite, Matches)| {
            matches.elsewhere(cite, &lines.shown, context).is_some()
        };
        if lines.found.iter().any(hides) {
            lines.columns = table::fit(areas, state, &[specs, vec![FOUND_IN]].concat());
            lines.shown = lines.fields();
        }
        lines
    }

    fn fields(&self) -> Vec<TextField> {
        let field = |shown: &Shown| match shown {
            Shown::Column(column) => column.field(),
            Shown::FoundIn => None,
        };
        let shown = self.columns.iter().filter_map(|(shown, _)| field(shown));
        shown.chain(self.state.outcome.mentioned_fields()).collect()
    }

    fn titles(&self, lang: Lang) -> Vec<table::Column> {
        let title = |(shown, placed): &(Shown, PlacedColumn)| {
            let (title, align) = match shown {
                Shown::Column(column) => (column.title(lang), column.align()),
                Shown::FoundIn => (t!(lang, "tui-found-in"), Align::Left),
            };
            table::Column { title, align, placed: *placed }
        };
        self.columns.iter().map(title).collect()
    }

    fn cells(
        &self,
        item: Item,
        finish: &impl Fn(Cell<'_>, Vec<Span<'static>>) -> Vec<Span<'static>>,
    ) -> Vec<Vec<Span<'static>>> {
        let Some((_, cite, matches)) = self.found.iter().find(|(found, ..)| *found == item) else {
            return Vec::new();
        };
        let cell = |(shown, placed): &(Shown, PlacedColumn)| {
            let width = usize::from(placed.width);
            match shown {
                Shown::FoundIn => self.found_in(cite, matches),
                Shown::Column(CiteColumn::Label) => self.label(cite, matches, width),
                Shown::Column(column) => {
                    finish(Cell { column: *column, cite, width }, self.text(*column, cite, matches))
                }
            }
        };
        self.columns.iter().map(cell).collect()
    }

    fn text(&self, column: CiteColumn, cite: &Cite, matches: &Matches) -> Vec<Span<'static>> {
        if let Some(field) = column.field() {
            return self.texts(cite, field, matches);
        }
        let cell = column.cell(cite, self.state.context());
        let role = if cell == views::Cell::Unknown { Role::Unknown } else { Role::Text };
        let text = cell.text(self.state.lang);
        vec![text::plain(&text, self.state.theme.style(role))]
    }

    /// The texts of a field one after the other, with what matched in them.
    fn texts(&self, cite: &Cite, field: TextField, matches: &Matches) -> Vec<Span<'static>> {
        let style = |role| self.state.theme.style(role);
        let mut spans = Vec::new();
        let texts = texts_of(cite, self.state.context().snapshot, TextFieldSet::of(&[field]));
        for (number, text) in texts.into_iter().enumerate() {
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

    /// `commune : Bobigny`: what was found where the line does not show it.
    fn found_in(&self, cite: &Cite, matches: &Matches) -> Vec<Span<'static>> {
        let Some((field, text, ranges)) = matches.elsewhere(cite, &self.shown, self.state.context()) else {
            return Vec::new();
        };
        let style = |role| self.state.theme.style(role);
        let name = t!(self.state.lang, "tui-found-in-field", field = field.label(self.state.lang));
        let mut spans = vec![Span::styled(format!("{name} "), style(Role::MatchField))];
        spans.extend(text::marked(text, ranges, style(Role::Text), style(Role::Match)));
        spans
    }

    /// The label; where there is no column for what was found elsewhere, that
    /// stands behind it, and both are cut where they have no room together.
    fn label(&self, cite: &Cite, matches: &Matches, room: usize) -> Vec<Span<'static>> {
        let theme = &self.state.theme;
        let style = |role| theme.style(role);
        let label = self.texts(cite, TextField::Label, matches);
        let has_column = self.columns.iter().any(|(shown, _)| *shown == Shown::FoundIn);
        let elsewhere = matches.elsewhere(cite, &self.shown, self.state.context()).filter(|_| !has_column);
        let Some((_, text, ranges)) = elsewhere else { return label };
        let mut note = vec![Span::styled(format!(" {} ", theme.glyphs.match_field), style(Role::MatchField))];
        note.extend(text::marked(text, ranges, style(Role::Text), style(Role::Match)));
        let note_width: usize = note.iter().map(|span| usize::from(width(&span.content))).sum();
        let label_room = room.saturating_sub(note_width).max(room / 2);
        let mut line = text::fitted(label, label_room, theme.glyphs.ellipsis).spans;
        line.extend(note);
        line
    }
}

/// What the search found in the Cités that are on the screen.
fn found<'a>(areas: &Areas, state: &'a State) -> Vec<(Item, &'a Cite, Matches)> {
    let highlighter = state.outcome.highlighter();
    let context = state.context();
    let visible = state.list().visible(areas.rows.height.into());
    visible
        .filter_map(|(item, _)| {
            let Item::Cite(place) = item else { return None };
            let cite = context.snapshot.cites.get(place)?;
            Some((item, cite, Matches::of(&highlighter, item, context)))
        })
        .collect()
}

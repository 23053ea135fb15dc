//! A table with one Cité per row. Matches are highlighted in its cells; a match
//! that no cell shows has a column of its own, or follows the label.

use std::sync::Arc;

use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::search::{TextField, TextFieldSet, texts_of};
use crate::snapshot::Cite;
use crate::snapshot::Reliability;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Matches, State};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::table::{Crowding, Row};
use crate::tui::view::widgets::{evidence, table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::cites::{self, CiteColumn};
use crate::views::layout::{ColumnWidth, PlacedColumn};
use crate::views::{Align, Column, ColumnSpec, answer, labels};

/// The cells beside the sentence about a place outside: pointer, blanks, scrollbar.
const OUTSIDE_MARGIN: usize = 4;

/// A cell of the table.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// Its column.
    pub column: CiteColumn,
    /// The Cité of its row.
    pub cite: &'a Cite,
    /// Its width on the screen, in cells.
    pub width: usize,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TableColumn {
    Cite(CiteColumn),
    /// A match that no other column shows.
    HiddenMatch,
}

/// The least and the most cells of the column of matches that no other column shows.
const HIDDEN_MATCH_WIDTH: [u16; 2] = [20, 44];

/// Draws the table with the columns of a tab. `other` returns the row of a line that is no Cité, given the columns and
/// their widths, and `finish` the spans to draw for a cell, given its text.
/// Returns the columns that fit, with their positions on the screen.
pub fn render(
    frame: &mut Frame<'_>,
    areas: &Areas,
    state: &State,
    specs: &[ColumnSpec<CiteColumn>],
    other: impl Fn(Item, &[(CiteColumn, usize)]) -> Row,
    finish: impl Fn(Cell<'_>, Vec<Span<'static>>) -> Vec<Span<'static>>,
) -> Vec<PlacedColumn> {
    let layout = Layout::new(areas, state, specs);
    let widths = layout.cite_columns();
    table::render(frame, areas, state, &layout.titles(), |item| match (item, heading(state, item)) {
        (Item::Cite(_), _) => Row::Cells(layout.cells(item, &finish)),
        (Item::Outside, _) | (_, Some(Heading::Outside)) => {
            Row::Whole(outside(state, areas.rows.width.into()))
        }
        (_, Some(Heading::Nearest)) => Row::Whole(nearest(state)),
        _ => other(item, &widths),
    });
    layout.placed_columns()
}

/// Returns the heading that a line is.
pub fn heading(state: &State, item: Item) -> Option<Heading> {
    let Item::Heading(index) = item else { return None };
    state.list().listing().headings.get(index).copied()
}

/// Returns what the list says of the place that no Cité covers: the sentence, or a short one where that does not fit.
fn outside(state: &State, width: usize) -> Vec<Span<'static>> {
    let Some(outside) = &state.outcome.answer.outside else { return Vec::new() };
    let sentence = answer::outside(outside, state.context());
    let short = || t!(state.lang, "tui-outside", name = outside.name());
    let said = if sentence.width() + OUTSIDE_MARGIN > width { short() } else { sentence };
    vec![text::plain(&format!(" {said}"), state.theme.style(Role::Text))]
}

/// Returns the nearest Cités to the place that no Cité covers.
fn nearest(state: &State) -> Vec<Span<'static>> {
    let line = answer::nearest_line(&state.outcome.nearest, state.context());
    vec![text::plain(&format!(" {line}"), state.theme.style(Role::Detail))]
}

/// Returns the columns that fit, with their positions on the screen.
pub fn placed_columns(areas: &Areas, state: &State, specs: &[ColumnSpec<CiteColumn>]) -> Vec<PlacedColumn> {
    Layout::new(areas, state, specs).placed_columns()
}

/// The columns that fit, and the matches in the visible Cités.
struct Layout<'a> {
    state: &'a State,
    /// The columns of the tab.
    specs: &'a [ColumnSpec<CiteColumn>],
    cx: ViewContext<'a>,
    columns: Vec<(TableColumn, PlacedColumn)>,
    /// The fields that a column shows as they are, or that the query names.
    visible_fields: Vec<TextField>,
    matches: Vec<(Item, &'a Cite, Arc<Matches>)>,
    unknown: String,
}

impl<'a> Layout<'a> {
    fn new(areas: &Areas, state: &'a State, of_tab: &'a [ColumnSpec<CiteColumn>]) -> Self {
        let specs: Vec<ColumnSpec<TableColumn>> =
            of_tab.iter().map(|spec| spec.map(TableColumn::Cite)).collect();
        let layout = Self {
            state,
            specs: of_tab,
            cx: ViewContext::of(state),
            columns: Vec::new(),
            visible_fields: Vec::new(),
            matches: matches(areas, state),
            unknown: labels::unknown(state.lang),
        };
        let fit = |specs: &[_]| table::fit(areas, state, specs, |column| title(column, state.lang));
        let layout = layout.with_columns(fit(&specs));
        let widths = layout.matches.iter().map(|(_, cite, matches)| {
            text::spans_width(&layout.hidden_match_cell(cite, matches, usize::MAX))
        });
        match u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX) {
            0 => layout,
            widest => {
                let [least, most] = HIDDEN_MATCH_WIDTH;
                let (least, most) = (least.min(widest), most.min(widest));
                // Follows the columns of the tab, whose indices stay the same.
                let hidden = ColumnSpec::cells(TableColumn::HiddenMatch, [least, most, most], 1);
                layout.with_columns(fit(&[specs, vec![hidden]].concat()))
            }
        }
    }

    fn with_columns(self, columns: Vec<(TableColumn, PlacedColumn)>) -> Self {
        let field = |(column, _): &(TableColumn, PlacedColumn)| match column {
            TableColumn::Cite(column) => column.field(),
            TableColumn::HiddenMatch => None,
        };
        let fields = columns.iter().filter_map(field);
        let visible_fields = fields.chain(self.state.outcome.mentioned_fields()).collect();
        Self { columns, visible_fields, ..self }
    }

    /// Returns the columns of the tab that fit, with their widths.
    fn cite_columns(&self) -> Vec<(CiteColumn, usize)> {
        let column = |(column, placed): &(TableColumn, PlacedColumn)| match column {
            TableColumn::Cite(column) => Some((*column, usize::from(placed.width))),
            TableColumn::HiddenMatch => None,
        };
        self.columns.iter().filter_map(column).collect()
    }

    fn placed_columns(&self) -> Vec<PlacedColumn> {
        self.columns.iter().map(|(_, placed)| *placed).collect()
    }

    fn titles(&self) -> Vec<table::Column> {
        let titled = |(column, placed): &(TableColumn, PlacedColumn)| {
            let align = match column {
                TableColumn::Cite(column) => column.align(),
                TableColumn::HiddenMatch => Align::Left,
            };
            let crowding = self.crowding(placed.index);
            table::Column { title: title(*column, self.cx.lang), align, crowding, placed: *placed }
        };
        self.columns.iter().map(titled).collect()
    }

    /// Returns what happens to the texts of a column of the tab, by its index, where a row has no room for them.
    fn crowding(&self, index: usize) -> Crowding {
        match self.specs.get(index) {
            Some(ColumnSpec { width: ColumnWidth::Cells { .. }, .. }) => Crowding::Stays,
            Some(ColumnSpec { priority: 0, .. }) => Crowding::Moves,
            _ => Crowding::MakesRoom,
        }
    }

    fn cells(
        &self,
        item: Item,
        finish: &impl Fn(Cell<'_>, Vec<Span<'static>>) -> Vec<Span<'static>>,
    ) -> Vec<Vec<Span<'static>>> {
        let Some((_, cite, matches)) = self.matches.iter().find(|(of, ..)| *of == item) else {
            return Vec::new();
        };
        let cell = |(column, placed): &(TableColumn, PlacedColumn)| {
            let width = usize::from(placed.width);
            match column {
                TableColumn::HiddenMatch => self.hidden_match_cell(cite, matches, width),
                TableColumn::Cite(CiteColumn::Label) => self.label(cite, matches, width),
                TableColumn::Cite(CiteColumn::Carrier) => {
                    [evidence_sign(cite, self.cx.theme), self.text(CiteColumn::Carrier, cite, matches)]
                        .concat()
                }
                TableColumn::Cite(column) => {
                    finish(Cell { column: *column, cite, width }, self.text(*column, cite, matches))
                }
            }
        };
        self.columns.iter().map(cell).collect()
    }

    fn text(&self, column: CiteColumn, cite: &Cite, matches: &Matches) -> Vec<Span<'static>> {
        let first = self.specs.first().map_or(column, |spec| spec.column);
        let text = cites::listed(column, first, cite, self.cx.views());
        let is_whole = text == column.cell(cite, self.cx.views()).known(self.cx.lang);
        match (column.field(), text) {
            (Some(field), _) if is_whole => self.texts(cite, field, matches),
            (_, Some(text)) => {
                vec![text::plain(&text, self.cx.style(if is_whole { Role::Text } else { Role::Detail }))]
            }
            (_, None) => vec![Span::styled(self.unknown.clone(), self.cx.style(Role::Unknown))],
        }
    }

    /// Returns the texts of a field, separated by commas, with their matches.
    fn texts(&self, cite: &Cite, field: TextField, matches: &Matches) -> Vec<Span<'static>> {
        let style = |role| self.cx.style(role);
        let mut spans = Vec::new();
        let texts = texts_of(cite, self.cx.snapshot, TextFieldSet::of(&[field]));
        // The second text of a label is the one that the ANCT wrote.
        let count = if field == TextField::Label { 1 } else { texts.len() };
        for (index, text) in texts.into_iter().take(count).enumerate() {
            if index > 0 {
                spans.push(Span::styled(", ", style(Role::Text)));
            }
            let ranges = matches.ranges(field, index);
            spans.extend(text::marked(text, ranges, style(Role::Text), style(Role::Match)));
        }
        if spans.is_empty() {
            spans.push(Span::styled(self.unknown.clone(), style(Role::Unknown)));
        }
        spans
    }

    /// Returns the best match in a Cité that no column shows: its field, and
    /// its text with the match marked.
    fn hidden_match(&self, cite: &Cite, matches: &Matches) -> Option<(TextField, Vec<Span<'static>>)> {
        self.hidden_match_in(cite, matches, usize::MAX)
    }

    /// Does the same; a text whose match would not be in the first `width` cells starts with the match.
    fn hidden_match_in(
        &self,
        cite: &Cite,
        matches: &Matches,
        width: usize,
    ) -> Option<(TextField, Vec<Span<'static>>)> {
        let (field, text, ranges) = matches.elsewhere(cite, &self.visible_fields, self.cx.views())?;
        let style = |role| self.cx.style(role);
        let first = ranges.first()?;
        let is_visible = text.get(..first.end).is_some_and(|shown| shown.width() <= width);
        let start = if is_visible { 0 } else { first.start };
        let ranges: Vec<_> = ranges.iter().map(|range| range.start - start..range.end - start).collect();
        let marked = text::marked(text.get(start..)?, &ranges, style(Role::Text), style(Role::Match));
        let ellipsis = (start > 0).then(|| Span::styled(self.cx.theme.glyphs.ellipsis, style(Role::Text)));
        Some((field, ellipsis.into_iter().chain(marked).collect()))
    }

    /// Returns `Bobigny · commune`, the best match that no other column shows.
    fn hidden_match_cell(&self, cite: &Cite, matches: &Matches, width: usize) -> Vec<Span<'static>> {
        let Some((field, text)) = self.hidden_match_in(cite, matches, width) else { return Vec::new() };
        let field = format!(" · {}", field.label(self.cx.lang));
        [text, vec![Span::styled(field, self.cx.style(Role::MatchField))]].concat()
    }

    /// Returns the label. Without a column for hidden matches, the best one
    /// follows it, if both fit in `width` cells.
    fn label(&self, cite: &Cite, matches: &Matches, width: usize) -> Vec<Span<'static>> {
        let theme = self.cx.theme;
        let label = self.text(CiteColumn::Label, cite, matches);
        let has_column = self.columns.iter().any(|(column, _)| *column == TableColumn::HiddenMatch);
        let hidden = if has_column { None } else { self.hidden_match(cite, matches) };
        let Some((_, text)) = hidden else { return label };
        let sign = Span::styled(format!(" {} ", theme.glyphs.match_field), theme.style(Role::MatchField));
        let note = [vec![sign], text].concat();
        let has_room = text::spans_width(&label) + text::spans_width(&note) <= width;
        if has_room { [label, note].concat() } else { label }
    }
}

/// Returns the title of a column.
fn title(column: TableColumn, lang: Lang) -> String {
    match column {
        TableColumn::Cite(column) => column.title(lang),
        TableColumn::HiddenMatch => t!(lang, "tui-found-in"),
    }
}

/// Returns the sign of the evidence for the carrier of a Cité, and a blank.
fn evidence_sign(cite: &Cite, theme: &Theme) -> Vec<Span<'static>> {
    let level = cite.carrier.as_ref().map(|carrier| Reliability::of(carrier.evidence_code()));
    vec![evidence::sign(level, theme), Span::raw(" ")]
}

/// Returns the matches in the Cités that are on the screen.
fn matches<'a>(areas: &Areas, state: &'a State) -> Vec<(Item, &'a Cite, Arc<Matches>)> {
    let context = state.context();
    let visible = state.list().visible(areas.rows.height.into());
    visible
        .filter_map(|(item, _)| {
            let Item::Cite(index) = item else { return None };
            let cite = context.snapshot.cites.get(index)?;
            Some((item, cite, state.outcome.matches(item, context)))
        })
        .collect()
}

//! The préconisations of the evaluation, read together: those of its summary with their texts, then the others.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::TextField;
use crate::snapshot::Preconisation;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::selection_style;
use crate::tui::view::widgets::{page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::Column;
use crate::views::preconisations::{COLUMNS, PreconisationColumn};

/// The cells to the left of a title: pointer, id and blanks.
const INDENT: usize = 6;

/// The cells between a title and its addressees.
const GAP: usize = 2;

/// The cells to the right of the lines: a blank and the scrollbar.
const RIGHT_MARGIN: u16 = 2;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let blocks = Blocks::new(areas, state);
    let (area, cx) = (areas.body(), ViewContext::of(state));
    let lines = blocks.blocks.concat();
    page::render_lines(frame, area, &lines, blocks.offset);
    if let Some(title) = blocks.selected {
        let row = area.rows().nth(title.saturating_sub(blocks.offset)).unwrap_or_default();
        frame.render_widget(Span::raw(cx.theme.glyphs.pointer), Rect { width: 1, ..row });
        let shown = Rect { width: row.width.saturating_sub(1), ..row };
        frame.buffer_mut().set_style(shown, selection_style(state));
        frame.mark_selected(row);
    }
    scrollbar::render(frame, area, area.right().saturating_sub(1), lines.len(), blocks.offset, cx.theme);
}

/// Returns the index of the line of the list that is drawn at a position.
pub fn line_at(areas: &Areas, state: &State, at: Position) -> Option<usize> {
    let blocks = Blocks::new(areas, state);
    let line = blocks.offset + usize::from(at.y.checked_sub(areas.body().y)?);
    let mut end = 0;
    blocks.blocks.iter().position(|block| {
        end += block.len();
        line < end
    })
}

/// The lines of a heading, or of a préconisation.
type Block = Vec<Line<'static>>;

/// The blocks of the tab, and which of their lines are on the screen.
struct Blocks {
    /// A block for each line of the list.
    blocks: Vec<Block>,
    /// The first line of the selected block.
    selected: Option<usize>,
    /// The lines above the screen: as few as show the whole selected block.
    offset: usize,
}

impl Blocks {
    fn new(areas: &Areas, state: &State) -> Self {
        let area = areas.body();
        let list = state.list();
        let height = usize::from(area.height);
        let blocks = |with_all_texts| {
            Writer {
                cx: ViewContext::of(state),
                width: area.width.saturating_sub(RIGHT_MARGIN).into(),
                with_all_texts,
            }
            .blocks(state)
        };
        let whole = blocks(true);
        let fits = whole.iter().map(Vec::len).sum::<usize>() <= height;
        let blocks = if fits { whole } else { blocks(false) };
        let index = list.selected_index();
        let start: usize = blocks.iter().take(index).map(Vec::len).sum();
        let end = start + blocks.get(index).map_or(0, Vec::len);
        let offset = end.saturating_sub(height).min(start);
        Self { blocks, selected: list.selected().map(|_| start), offset }
    }
}

/// Returns `Titre ▲`, the column that the list is sorted by.
fn order(state: &State) -> Option<String> {
    let sort = state.list().sort;
    let column = COLUMNS.shown.get(sort.column?)?.column;
    let glyphs = &state.theme.glyphs;
    let sign = if sort.reverse { glyphs.descending } else { glyphs.ascending };
    Some(format!("{} {sign}", column.title(state.lang)))
}

struct Writer<'a> {
    cx: ViewContext<'a>,
    /// The width of the lines, in cells.
    width: usize,
    /// Whether all préconisations have their texts, not only the core ones and the selected one.
    with_all_texts: bool,
}

impl Writer<'_> {
    /// Returns a block for each line of the list.
    fn blocks(&self, state: &State) -> Vec<Block> {
        let list = state.list();
        let block = |(index, item): (usize, &Item)| match item {
            Item::Heading(heading) => self.heading(list.listing().headings.get(*heading), index > 0, state),
            Item::Preconisation(place) => {
                let matches = state.outcome.matches(*item, state.context());
                let is_selected = index == list.selected_index();
                let known = state.snapshot.preconisations.get(*place);
                known.map_or_else(Block::new, |known| self.preconisation(known, &matches, is_selected))
            }
            _ => Block::new(),
        };
        list.listing().items.iter().enumerate().map(block).collect()
    }

    /// Returns the heading of a group. The first one says how the list is sorted.
    fn heading(&self, heading: Option<&Heading>, has_text_above: bool, state: &State) -> Block {
        let text = match heading {
            Some(Heading::Core(count)) => t!(self.cx.lang, "tui-preconisations-core", count = *count),
            Some(Heading::Others(count)) => t!(self.cx.lang, "tui-preconisations-others", count = *count),
            _ => String::new(),
        };
        let mut line = Line::from(text::plain(&format!(" {text}"), self.cx.style(Role::Heading)));
        if let Some(order) = order(state).filter(|_| !has_text_above) {
            line.push_span(text::plain(&format!(" · {order}"), self.cx.style(Role::SortedColumn)));
        }
        let above = has_text_above.then(Line::default);
        above.into_iter().chain([line]).collect()
    }

    /// Returns the title with its addressees, and mostly the text below.
    fn preconisation(&self, item: &Preconisation, matches: &Matches, is_selected: bool) -> Block {
        let style = |role| self.cx.style(role);
        let context = self.cx.views();
        let marked = |text: &str, field, role| {
            text::marked(text, matches.ranges(field, 0), style(role), style(Role::Match))
        };
        let title = marked(&PreconisationColumn::Title.text(item, context), TextField::Title, Role::Title);
        let addressees = PreconisationColumn::Addressees.text(item, context);
        let id = marked(&item.id, TextField::Id, Role::Name);
        let blank = " ".repeat((INDENT - 2).saturating_sub(item.id.width()));
        let start = [vec![Span::raw("  ")], id, vec![Span::raw(blank)]].concat();
        let has_room = INDENT + text::spans_width(&title) + GAP + addressees.width() <= self.width;
        let mut lines = wrap::hanging(start, INDENT, &title, self.width);
        if let Some(line) = lines.first_mut().filter(|_| has_room) {
            let gap = self.width.saturating_sub(line.width() + addressees.width());
            line.push_span(Span::raw(" ".repeat(gap)));
            line.push_span(text::plain(&addressees, style(Role::Detail)));
        }
        if item.core || is_selected || self.with_all_texts {
            let mut body = marked(item.text.get(self.cx.lang), TextField::Text, Role::Text);
            if !has_room {
                body.push(text::plain(&format!(" · {addressees}"), style(Role::Detail)));
            }
            lines.extend(wrap::hanging(Vec::new(), INDENT, &body, self.width));
        }
        lines
    }
}

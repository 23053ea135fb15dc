//! The actions that work in a context, in groups and with their keys; the chosen one can be run.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::t;
use crate::tui::keymap::{Action, actions};
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, KeyContext, LineEditor, Popup, State};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{HitTarget, PopupLayout};
use crate::tui::view::widgets::{scrollbar, text};
use crate::tui::view::{Frame, ViewContext};

/// The cells between keys and their description.
const GAP: usize = 2;
/// The cells between two columns.
const COLUMN_GAP: u16 = 3;

/// The actions that match a filter, in one column or in two.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    filter: Rect,
    body: Rect,
    total: usize,
    count: usize,
    columns: Vec<Vec<Row>>,
    column_width: u16,
}

/// A line of a column.
#[derive(Debug)]
enum Row {
    Heading(Line<'static>),
    /// An action, by its index.
    Action(usize, Line<'static>),
}

impl Layout {
    /// Lays out the actions of `context` that match `filter`.
    pub fn new(screen: Rect, state: &State, context: KeyContext, filter: &LineEditor) -> Self {
        let cx = ViewContext::of(state);
        let all = actions(state, context, "");
        let shown = actions(state, context, filter.text());
        let widest_key = all.iter().map(|action| action.keys.width()).max().unwrap_or(0);
        let [all_rows, rows] = [&all, &shown].map(|actions| rows(cx, actions, widest_key));
        let width = |row: &Row| match row {
            Row::Heading(line) | Row::Action(_, line) => line.width(),
        };
        let column_width = u16::try_from(all_rows.iter().map(width).max().unwrap_or(0)).unwrap_or(u16::MAX);
        let room = frame::inside(screen);
        let is_wide = room.width >= 2 * column_width + COLUMN_GAP;
        let needs_two = all_rows.len() + 1 > usize::from(room.height);
        let count = if is_wide && needs_two { 2 } else { 1 };
        let height = all_rows.len().div_ceil(count) + usize::from(count > 1);
        let area_width = usize::from(column_width) * count + usize::from(COLUMN_GAP) * (count - 1);
        // The filter is the line above the actions.
        let area = frame::centered(screen, area_width, height + 1);
        let (filter_area, body) = take_top(frame::inside(area), 1);
        let columns = split(rows, if count == 1 { usize::MAX } else { height });
        Self {
            area,
            filter: filter_area,
            body,
            total: all.len(),
            count: shown.len(),
            columns,
            column_width: column_width.min(body.width),
        }
    }

    /// Returns the lines that have scrolled out at the top: as few as show the chosen action and its heading.
    fn offset(&self, chosen: usize) -> usize {
        let is_chosen = |row: &Row| matches!(row, Row::Action(index, _) if *index == chosen);
        let line = self.columns.iter().find_map(|column| column.iter().position(is_chosen)).unwrap_or(0);
        (line + 1).saturating_sub(self.body.height.into())
    }

    fn height(&self) -> usize {
        self.columns.iter().map(Vec::len).max().unwrap_or(0)
    }

    fn column(&self, index: u16) -> Rect {
        let x = self.body.x + index * (self.column_width + COLUMN_GAP);
        Rect { x, width: self.column_width, ..self.body }.intersection(self.body)
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.count, height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Keys { filter, cursor, .. } = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &t!(cx.lang, "tui-help-title"), theme);
        let count = format!("{}/{} ", self.count, self.total);
        frame::input(frame, self.filter, filter, &count, theme);
        let offset = self.offset(cursor.index());
        scrollbar::render(frame, self.body, self.body.right(), self.height(), offset, theme);
        for (rows, column) in self.columns.iter().zip((0..).map(|index| self.column(index))) {
            for (row, area) in rows.iter().skip(offset).zip(column.rows()) {
                let (Row::Heading(line) | Row::Action(_, line)) = row;
                text::render(frame, area, line.spans.clone(), theme);
                if matches!(row, Row::Action(index, _) if *index == cursor.index()) {
                    frame.buffer_mut().set_style(area, theme.style(Role::Selected));
                    frame.buffer_mut().set_string(
                        area.x,
                        area.y,
                        theme.glyphs.pointer,
                        theme.style(Role::Selected),
                    );
                    frame.mark_selected(area);
                }
            }
        }
    }

    fn hit(&self, at: Position, popup: &Popup) -> HitTarget {
        if !self.area.contains(at) {
            return HitTarget::Outside;
        }
        let offset = self.offset(popup.cursor().unwrap_or_default().index());
        let row =
            self.columns.iter().zip((0..).map(|index| self.column(index))).find_map(|(rows, column)| {
                column.contains(at).then(|| rows.get(offset + usize::from(at.y - column.y))).flatten()
            });
        match row {
            Some(Row::Action(index, _)) => HitTarget::Line(*index),
            _ => HitTarget::Inside,
        }
    }
}

/// Returns a line for each action, below the headings of their groups.
fn rows(cx: ViewContext<'_>, actions: &[Action], widest_key: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group = None;
    for (index, action) in actions.iter().enumerate() {
        if group.replace(action.group) != Some(action.group) {
            let heading =
                Span::styled(format!(" {}", t!(cx.lang, action.group.key())), cx.style(Role::Heading));
            rows.push(Row::Heading(Line::from(heading)));
        }
        let blank = " ".repeat(widest_key.saturating_sub(action.keys.width()) + GAP);
        let line = Line::from(vec![
            Span::styled(format!("  {}{blank}", action.keys), cx.style(Role::Key)),
            Span::styled(format!("{} ", action.text), cx.style(Role::Text)),
        ]);
        rows.push(Row::Action(index, line));
    }
    rows
}

/// Splits rows into columns of at most `height` lines. No heading is the last line of a column.
fn split(rows: Vec<Row>, height: usize) -> Vec<Vec<Row>> {
    let mut columns: Vec<Vec<Row>> = vec![Vec::new()];
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let is_full = columns.last().is_some_and(|column| {
            let room = height.saturating_sub(column.len());
            room == 0 || (room == 1 && matches!(row, Row::Heading(_)) && rows.peek().is_some())
        });
        if is_full {
            columns.push(Vec::new());
        }
        if let Some(column) = columns.last_mut() {
            column.push(row);
        }
    }
    columns
}

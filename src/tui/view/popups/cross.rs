//! The cross table: rows and columns that scroll with the chosen cell, totals that stay.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::output::{Grid, GridCell};
use crate::t;
use crate::tui::keymap;
use crate::tui::state::layout::{take_bottom, take_top};
use crate::tui::state::{CrossChoice, CrossView, KeyContext, Popup, Turn};
use crate::tui::theme::Role;
use crate::tui::update::Command;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{bars, page, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::cross::{CrossOptions, Share};

/// The most cells of the title of a column; a longer one is truncated, and written out below the table if it is chosen.
const MAX_TITLE_WIDTH: usize = 14;
/// The part of the width that the names of the rows have at most, one of this number.
const NAME_SHARE: usize = 3;
/// The blanks between two columns.
const GAP: usize = 2;
/// The width of the bars of the totals, if there is room for them.
const BAR_WIDTH: usize = 16;
/// The height from which on the remarks on the table are shown below it.
const ROOMY_HEIGHT: u16 = 14;

/// The cells of the table, and its areas.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    choices: Vec<Line<'static>>,
    choices_area: Rect,
    /// The titles of the columns.
    titles: Rect,
    rows: Rect,
    /// The row of the totals.
    total: Rect,
    /// The line that says what the chosen cell is.
    chosen: Rect,
    remarks: Vec<Line<'static>>,
    remarks_area: Rect,
    grid: Grid,
    /// The width of each column, that of the names of the rows first, that of the totals last.
    widths: Vec<usize>,
    /// The width of the bars of the totals.
    bars: usize,
}

impl Layout {
    /// Lays out a cross table.
    pub fn new(screen: Rect, cx: ViewContext<'_>, cross: &CrossView) -> Self {
        let room = frame::inside(screen);
        let grid = Grid::of_cross(&cross.table, cx.lang);
        let width_of = |index: usize| {
            let cells = grid.rows.iter().filter_map(|row| row.get(index)).map(|cell| shown(cell, cx).width());
            let title = grid.headings.get(index).map_or(0, |heading| heading.title.width());
            let title = if index == 0 { title } else { title.min(MAX_TITLE_WIDTH) };
            cells.max().unwrap_or(0).max(title)
        };
        let mut widths: Vec<usize> = (0..grid.headings.len()).map(width_of).collect();
        if let Some(names) = widths.first_mut() {
            *names = (*names).min(usize::from(room.width) / NAME_SHARE);
        }
        let table_width = widths.iter().map(|width| width + GAP).sum::<usize>();
        let choices = choices(cx, cross.table.options);
        let width = (table_width + BAR_WIDTH).max(text::spans_width(&choices)).min(room.width.into());
        let choices = wrap::hanging(vec![Span::raw(" ")], 1, &choices, width);
        let remarks = cross.table.remarks(cx.lang).into_iter();
        let remarks = remarks.flat_map(|remark| {
            wrap::wrap(&[text::plain(&format!(" {remark}"), cx.style(Role::Detail))], width)
        });
        let mut remarks: Vec<Line<'static>> = remarks.collect();
        if room.height < ROOMY_HEIGHT {
            remarks.clear();
        }
        // The titles, the totals and the chosen cell have a line each.
        let lines = choices.len() + grid.rows.len() + remarks.len() + 2;
        let area = frame::centered(screen, width, lines);
        let inside = frame::inside(area);
        let height = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        let (choices_area, rest) = take_top(inside, height(choices.len()).min(inside.height / 3));
        let (rest, remarks_area) = take_bottom(rest, height(remarks.len()));
        let (rest, chosen) = take_bottom(rest, 1);
        let (titles, rest) = take_top(rest, 1);
        let (rows, total) = take_bottom(rest, 1);
        let bars = usize::from(inside.width).saturating_sub(table_width + 1).min(BAR_WIDTH);
        Self {
            area,
            choices,
            choices_area,
            titles,
            rows,
            total,
            chosen,
            remarks,
            remarks_area,
            grid,
            widths,
            bars,
        }
    }

    /// Returns the columns that are drawn, without the names of the rows and the totals, so that the chosen one is.
    fn columns(&self, chosen: usize) -> Range<usize> {
        let last = self.widths.len().saturating_sub(1);
        let (names, totals) = (self.widths.first().copied(), self.widths.last().copied());
        let taken = 1 + names.unwrap_or(0) + GAP + totals.unwrap_or(0);
        let room = usize::from(self.rows.width).saturating_sub(taken);
        let width = |columns: Range<usize>| -> usize {
            self.widths.get(columns).into_iter().flatten().map(|width| width + GAP).sum()
        };
        let chosen = (chosen + 1).min(last.saturating_sub(1)).max(1);
        let first = (1..=chosen).find(|first| width(*first..chosen + 1) <= room).unwrap_or(chosen);
        let end = (chosen + 1..=last).rev().find(|end| width(first..*end) <= room).unwrap_or(chosen + 1);
        first..end.min(last.max(first))
    }

    /// Draws a row of the table: its name, the cells of the drawn columns, its total.
    fn draw_row(
        &self,
        frame: &mut Frame<'_>,
        cx: ViewContext<'_>,
        area: Rect,
        row: &RowTexts<'_>,
        columns: Range<usize>,
    ) {
        let blank = |width: usize| Span::raw(" ".repeat(width));
        let last = self.widths.len().saturating_sub(1);
        let names = self.widths.first().copied().unwrap_or(0);
        let name = vec![Span::styled(row.name.to_owned(), cx.style(row.name_role))];
        let mut spans = vec![blank(1)];
        spans.extend(text::to_width(name, names, cx.style(row.name_role), cx.theme).spans);
        for index in columns.chain([last]) {
            let width = self.widths.get(index).copied().unwrap_or(0);
            let (cell, role) = (row.cell)(index);
            let cell = text::truncate(vec![text::plain(&cell, cx.style(role))], width, cx.theme);
            spans.push(blank(GAP + width.saturating_sub(cell.width())));
            let is_chosen = row.chosen == Some(index);
            spans.extend(cell.spans.into_iter().map(|span| match is_chosen {
                true => span.patch_style(cx.style(Role::Selected)),
                false => span,
            }));
        }
        if let Some((part, largest)) = row.bar.filter(|_| self.bars > 0) {
            spans.push(blank(GAP));
            spans.extend(bars::quantity(part, part, largest, self.bars, cx.theme));
        }
        text::render(frame, area, spans, cx.theme);
    }
}

/// The texts of a row, by the index of the column.
struct RowTexts<'a> {
    name: &'a str,
    name_role: Role,
    cell: &'a dyn Fn(usize) -> (String, Role),
    /// The chosen column, if the row is chosen.
    chosen: Option<usize>,
    /// Its total, and the largest one of all rows, for its bar.
    bar: Option<(usize, usize)>,
}

impl PopupLayout for Layout {
    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Cross(cross) = popup else { return };
        let count = cross.table.total.total;
        let found = t!(
            cx.lang,
            &format!("cross-of-{}", cross.table.options.of.name()),
            count = count.value.unwrap_or(0)
        );
        frame::render(frame, self.area, &t!(cx.lang, "tui-cross-title", found = found), cx.theme);
        page::render_lines(frame, self.choices_area, &self.choices, 0);
        let columns = self.columns(cross.column);
        let chosen_column = cross.column + 1;
        let heading = |index: usize| {
            let title =
                self.grid.headings.get(index).map(|heading| heading.title.clone()).unwrap_or_default();
            (title, Role::Heading)
        };
        let by = heading(0).0;
        let titles =
            RowTexts { name: &by, name_role: Role::Heading, cell: &heading, chosen: None, bar: None };
        self.draw_row(frame, cx, self.titles, &titles, columns.clone());
        let height = usize::from(self.rows.height);
        let totals = cross.table.rows.iter().filter_map(|row| row.total.value).max();
        let largest = totals.and_then(|largest| usize::try_from(largest).ok());
        let count = cross.table.rows.len();
        let top = (cross.row + 1).min(count).saturating_sub(height);
        let visible = (top..count).zip(self.rows.rows()).chain([(count, self.total)]);
        for (index, area) in visible {
            let Some(row) = self.grid.rows.get(index) else { continue };
            let is_total = index == count;
            let cell = |column: usize| {
                let Some(cell) = row.get(column) else { return (String::new(), Role::Text) };
                let role = match () {
                    () if cell.unknown => Role::Unknown,
                    () if cell.value.parse::<f64>().is_ok_and(|value| value == 0.0)
                        || cell.value.is_empty() =>
                    {
                        Role::Detail
                    }
                    () if is_total || column + 1 == self.widths.len() => Role::Heading,
                    () => Role::Text,
                };
                (shown(cell, cx), role)
            };
            let is_chosen = index == cross.row;
            let name = row.first().map_or("", |cell| cell.text.as_str());
            let name_role = match () {
                () if is_chosen => Role::Title,
                () if is_total => Role::Heading,
                () => Role::Text,
            };
            let chosen = is_chosen.then_some(chosen_column);
            let total = cross.table.rows.get(index).and_then(|row| row.total.value);
            let bar = total.and_then(|total| usize::try_from(total).ok()).zip(largest);
            let texts = RowTexts { name, name_role, cell: &cell, chosen, bar };
            self.draw_row(frame, cx, area, &texts, columns.clone());
            if is_chosen {
                frame.mark_selected(area);
            }
        }
        let chosen = self.chosen_cell(cx, cross, &columns);
        text::render(frame, self.chosen, chosen, cx.theme);
        page::render_lines(frame, self.remarks_area, &self.remarks, 0);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.area, at)
    }
}

impl Layout {
    /// Says what the chosen cell is, and which columns are shown.
    fn chosen_cell(
        &self,
        cx: ViewContext<'_>,
        cross: &CrossView,
        columns: &Range<usize>,
    ) -> Vec<Span<'static>> {
        let row = self.grid.rows.get(cross.row);
        let [name, cell] = [0, cross.column + 1].map(|index| row.and_then(|row| row.get(index)));
        let (Some(name), Some(cell), Some(column)) = (name, cell, self.grid.headings.get(cross.column + 1))
        else {
            return Vec::new();
        };
        let chosen =
            t!(cx.lang, "tui-cross-chosen", row = name.text.as_str(), column = column.title.as_str());
        let mut spans = vec![
            text::plain(&format!(" {}", cell.text), cx.style(Role::Title)),
            text::plain(&format!(" · {chosen}"), cx.style(Role::Name)),
        ];
        let all = self.widths.len().saturating_sub(2);
        if columns.len() < all {
            let shown =
                t!(cx.lang, "tui-cross-columns", from = columns.start, to = columns.end - 1, all = all);
            spans.push(text::plain(&format!(" · {shown}"), cx.style(Role::Detail)));
        }
        spans
    }
}

/// Returns the text of a cell: what is not known has one sign in a narrow column.
fn shown(cell: &GridCell, cx: ViewContext<'_>) -> String {
    if cell.unknown { t!(cx.lang, "cross-unknown") } else { cell.text.clone() }
}

/// Returns the choices with their keys: `r lignes : Région  c colonnes : Type de porteur`.
fn choices(cx: ViewContext<'_>, options: CrossOptions) -> Vec<Span<'static>> {
    let CrossOptions { by, across, of, share } = options;
    let share = share.map_or("none", Share::name);
    let choices = [
        (CrossChoice::By(Turn::Next), "tui-cross-rows", by.title(cx.lang)),
        (CrossChoice::Across(Turn::Next), "tui-cross-columns-by", across.title(cx.lang)),
        (CrossChoice::Of, "tui-cross-values", of.title(cx.lang)),
        (CrossChoice::Share, "tui-cross-share", t!(cx.lang, &format!("cross-share-{share}"))),
    ];
    // A line is broken between two choices only.
    let whole = |text: String| text.replace(' ', "\u{a0}");
    let choice = |(choice, name, value): (CrossChoice, &str, String)| {
        [
            text::plain(&key_of(choice, cx), cx.style(Role::Key)),
            text::plain(&whole(format!(" {} ", t!(cx.lang, name))), cx.style(Role::Detail)),
            text::plain(&format!("{}  ", whole(value)), cx.style(Role::Text)),
        ]
    };
    choices.into_iter().flat_map(choice).collect()
}

/// Returns the name of the key that changes a choice.
fn key_of(choice: CrossChoice, cx: ViewContext<'_>) -> String {
    let mut bindings = keymap::bindings(KeyContext::Cross);
    let binding = bindings.find(|binding| binding.command == Command::ChooseInCross(choice));
    let key = binding.and_then(|binding| binding.keys.first());
    key.map(|key| key.name(cx.lang, !cx.theme.is_unicode())).unwrap_or_default()
}

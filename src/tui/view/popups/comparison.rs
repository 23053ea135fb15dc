//! Cités side by side; on a narrow screen, their values below each other.

use std::iter::repeat_with;

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::snapshot::Cite;
use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::page::{self, Page};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::comparison::{Comparison, ComparisonRow, comparison};
use crate::views::labels;

/// The most cells of the sign of a difference and the name of a row.
const MAX_NAME_WIDTH: usize = 30;
/// The cells that a name leaves to the others on a narrow screen, one of this number.
const NAME_SHARE: usize = 4;
/// The cells of the sign of a difference.
const SIGN_WIDTH: usize = 3;
/// The minimum width of a Cité beside the others, in cells.
const MIN_COLUMN_WIDTH: usize = 15;

/// The fixed labels, and the scrolling rows below them.
#[derive(Debug)]
pub struct Layout {
    screen: Rect,
    title: String,
    head: Page,
    body: Page,
}

impl Layout {
    /// Lays out the comparison of the Cités with some indices.
    pub fn new(screen: Rect, cx: ViewContext<'_>, cites: &[usize]) -> Self {
        let inside = frame::inside(screen);
        let title = t!(cx.lang, "tui-comparison-title", count = cites.len(), sign = cx.theme.glyphs.differs);
        let (head, facts) = lines(cx, cites, inside.width.into());
        let head_height = u16::try_from(head.len()).unwrap_or(u16::MAX).min(inside.height / 2);
        let (head_area, area) = take_top(inside, head_height);
        let [head, body] = [(head_area, head), (area, facts)].map(|(area, lines)| Page { area, lines });
        Self { screen, title, head, body }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        self.body.extent()
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        frame::render(frame, self.screen, &self.title, cx.theme);
        page::render_lines(frame, self.head.area, &self.head.lines, 0);
        self.body.render(frame, self.body.area.right(), popup.scroll(), cx.theme);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.screen, at)
    }
}

/// Returns the lines of the labels, and those of the rows.
fn lines(cx: ViewContext<'_>, cites: &[usize], width: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let context = cx.views();
    let cites: Vec<&Cite> = cites.iter().filter_map(|index| context.snapshot.cites.get(*index)).collect();
    let comparison = comparison(&cites, context);
    let names = comparison.unequal().map(|row| row.name.width() + SIGN_WIDTH);
    let name_width = names.max().unwrap_or(0).min(MAX_NAME_WIDTH).min(width / NAME_SHARE);
    let column = page::column_width(width.saturating_sub(name_width + 1), cites.len());
    let (head, mut lines) = match column >= MIN_COLUMN_WIDTH {
        true => side_by_side(cx, &comparison, name_width, column),
        false => stacked(cx, &comparison, width),
    };
    lines.extend(equal(cx, &comparison, width));
    (head, lines)
}

/// Returns `Identiques (3) : Région Bretagne · Vague 2021 · …`, and what is known of none.
fn equal(cx: ViewContext<'_>, comparison: &Comparison, width: usize) -> Vec<Line<'static>> {
    let heading = |text: String| text::plain(&text, cx.style(Role::Heading));
    let mut lines = Vec::new();
    let equal: Vec<_> = comparison.equal().collect();
    if !equal.is_empty() {
        let mut spans = vec![heading(t!(cx.lang, "comparison-equal", count = equal.len()))];
        for (index, (name, value)) in equal.into_iter().enumerate() {
            let gap = if index == 0 { " " } else { " · " };
            spans.push(text::plain(&format!("{gap}{name} "), cx.style(Role::Name)));
            spans.push(text::plain(value, cx.style(Role::Text)));
        }
        lines.push(Line::default());
        lines.extend(wrap::hanging(Vec::new(), 1, &spans, width));
    }
    let unknown: Vec<&str> = comparison.unknown().collect();
    if !unknown.is_empty() {
        let spans = [
            heading(t!(cx.lang, "comparison-unknown")),
            text::plain(&format!(" {}", unknown.join(" · ")), cx.style(Role::Unknown)),
        ];
        lines.push(Line::default());
        lines.extend(wrap::hanging(Vec::new(), 1, &spans, width));
    }
    lines
}

fn side_by_side(
    cx: ViewContext<'_>,
    comparison: &Comparison,
    name_width: usize,
    column: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let label = |label: &String| wrap::wrap(&[text::plain(label, cx.style(Role::Title))], column);
    let head = table_row(Vec::new(), comparison.labels.iter().map(label).collect(), name_width, column);
    let mut lines = vec![Line::default()];
    for row in comparison.unequal() {
        let cells = row.values.iter().map(|value| wrap::wrap(&[cell(cx, row, value.as_deref())], column));
        lines.extend(table_row(name(cx, row, name_width), cells.collect(), name_width, column));
    }
    (head, lines)
}

/// Returns the lines of a row: its name, and the cells beside it.
fn table_row(
    name: Vec<Line<'static>>,
    cells: Vec<Vec<Line<'static>>>,
    name_width: usize,
    column: usize,
) -> Vec<Line<'static>> {
    let cells = page::beside(cells, column);
    let height = name.len().max(cells.len());
    let [names, cells] = [name, cells].map(|lines| lines.into_iter().chain(repeat_with(Line::default)));
    let beside = names.zip(cells).take(height).map(|(mut line, cells)| {
        let blank = name_width.saturating_sub(line.width()) + 1;
        line.push_span(Span::raw(" ".repeat(blank)));
        line.spans.extend(cells.spans);
        line
    });
    beside.collect()
}

/// Returns `≠ Région`, in as many lines as that takes.
fn name(cx: ViewContext<'_>, row: &ComparisonRow, width: usize) -> Vec<Line<'static>> {
    let sign = match row.differs {
        true => Span::styled(format!(" {} ", cx.theme.glyphs.differs), cx.style(Role::Key)),
        false => Span::raw(" ".repeat(SIGN_WIDTH)),
    };
    wrap::hanging(vec![sign], SIGN_WIDTH, &[text::plain(&row.name, cx.style(Role::Name))], width)
}

/// Returns a value, highlighted if the Cités differ in it.
fn cell(cx: ViewContext<'_>, row: &ComparisonRow, value: Option<&str>) -> Span<'static> {
    let role = match (value, row.differs) {
        (None, _) => Role::Unknown,
        (Some(_), true) => Role::Text,
        (Some(_), false) => Role::Detail,
    };
    let unknown = labels::unknown(cx.lang);
    text::plain(value.unwrap_or(&unknown), cx.style(role))
}

/// Numbers the Cités. Each row has a line for each of them.
fn stacked(
    cx: ViewContext<'_>,
    comparison: &Comparison,
    width: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let theme = cx.theme;
    let number = |number: usize| Span::styled(format!(" {number} "), theme.style(Role::Key));
    let labels = comparison.labels.iter().zip(1..).map(|(label, position)| {
        let label = vec![number(position), text::plain(label, theme.style(Role::Title))];
        text::truncate(label, width, theme)
    });
    let head = labels.collect();
    let mut lines = Vec::new();
    for row in comparison.unequal() {
        lines.extend(name(cx, row, width));
        for (value, position) in row.values.iter().zip(1..) {
            lines.extend(wrap::hanging(vec![number(position)], 3, &[cell(cx, row, value.as_deref())], width));
        }
    }
    (head, lines)
}

//! Cités side by side; on a narrow screen, their values below each other.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

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

/// The cells of the sign of a difference and the name of a row.
const NAME_WIDTH: usize = 22;
/// The minimum width of a Cité beside the others, in cells.
const MIN_COLUMN_WIDTH: usize = 18;

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
    let column = page::column_width(width.saturating_sub(NAME_WIDTH + 1), cites.len());
    match column >= MIN_COLUMN_WIDTH {
        true => side_by_side(cx, &comparison, column),
        false => stacked(cx, &comparison, width),
    }
}

fn side_by_side(
    cx: ViewContext<'_>,
    comparison: &Comparison,
    column: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let label = |label: &String| wrap::wrap(&[text::plain(label, cx.style(Role::Title))], column);
    let head = table_row(Line::default(), comparison.labels.iter().map(label).collect(), column);
    let mut lines = vec![Line::default()];
    for row in &comparison.rows {
        let cells = row.values.iter().map(|value| wrap::wrap(&[cell(cx, row, value.as_deref())], column));
        lines.extend(table_row(name(cx, row), cells.collect(), column));
    }
    (head, lines)
}

/// Returns the lines of a row: its name, and the cells beside it.
fn table_row(name: Line<'static>, cells: Vec<Vec<Line<'static>>>, column: usize) -> Vec<Line<'static>> {
    let names = std::iter::once(name).chain(std::iter::repeat_with(Line::default));
    let cells = page::beside(cells, column);
    let beside = names.zip(cells).map(|(mut line, cells)| {
        let blank = NAME_WIDTH.saturating_sub(line.width()) + 1;
        line.push_span(Span::raw(" ".repeat(blank)));
        line.spans.extend(cells.spans);
        line
    });
    beside.collect()
}

/// Returns `≠ Région`.
fn name(cx: ViewContext<'_>, row: &ComparisonRow) -> Line<'static> {
    let sign = if row.differs { cx.theme.glyphs.differs } else { " " };
    let spans = vec![
        Span::styled(format!(" {sign} "), cx.style(Role::Match)),
        text::plain(&row.name, cx.style(Role::Name)),
    ];
    text::truncate(spans, NAME_WIDTH, cx.theme)
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

/// Numbers the Cités. Each row has a line for each of them, or a single one if
/// they agree.
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
    for row in &comparison.rows {
        lines.push(name(cx, row));
        let agree =
            !row.differs && row.values.windows(2).all(|pair| matches!(pair, [one, next] if one == next));
        let values = row.values.iter().zip(1..).take(if agree { 1 } else { row.values.len() });
        for (value, position) in values {
            let start = if agree { Span::raw("   ") } else { number(position) };
            lines.extend(wrap::hanging(vec![start], 3, &[cell(cx, row, value.as_deref())], width));
        }
    }
    (head, lines)
}

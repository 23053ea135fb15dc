//! Cités side by side; where there is no room for that, one below the other.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::snapshot::Cite;
use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::comparison::{Comparison, Fact, comparison};
use crate::views::labels;

/// Columns of the sign of a difference and the name of a fact.
const NAME_WIDTH: usize = 22;
/// Fewest columns that a Cité has beside the others.
const LEAST_WIDTH: usize = 18;

/// The labels, which stay, and the facts below them, which scroll.
#[derive(Debug)]
pub struct Layout {
    screen: Rect,
    title: String,
    top: Rect,
    head: Vec<Line<'static>>,
    body: Rect,
    lines: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the facts of some Cités, by their indices.
    pub fn new(screen: Rect, cx: ViewContext<'_>, cites: &[usize]) -> Self {
        let inside = frame::inside(screen);
        let (head, lines) = lines(cx, cites, inside.width.into());
        let (top, body) = take_top(inside, head_height(&head, inside));
        Self { screen, title: title(cx, cites.len()), top, head, body, lines }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        frame::render(frame, self.screen, &self.title, cx.theme);
        page::render_lines(frame, self.top, &self.head, 0);
        let (body, scroll) = (self.body, popup.scroll());
        scrollbar::render(frame, body, body.right(), self.lines.len(), scroll, cx.theme);
        page::render_lines(frame, body, &self.lines, scroll);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.screen, at)
    }
}

fn title(cx: ViewContext<'_>, count: usize) -> String {
    t!(cx.lang, "tui-comparison-title", count = count, sign = cx.theme.glyphs.differs)
}

fn head_height(head: &[Line<'_>], inside: Rect) -> u16 {
    u16::try_from(head.len()).unwrap_or(u16::MAX).min(inside.height / 2)
}

/// Returns the labels, and the facts.
fn lines(cx: ViewContext<'_>, cites: &[usize], width: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let context = cx.views();
    let cites: Vec<&Cite> = cites.iter().filter_map(|place| context.snapshot.cites.get(*place)).collect();
    let all = comparison(&cites, context);
    let column = page::column_width(width.saturating_sub(NAME_WIDTH + 1), cites.len());
    match column >= LEAST_WIDTH {
        true => side_by_side(cx, &all, column),
        false => stacked(cx, &all, width),
    }
}

fn side_by_side(
    cx: ViewContext<'_>,
    all: &Comparison,
    column: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let label = |label: &String| wrap::wrap(&[text::plain(label, cx.style(Role::Title))], column);
    let head = row(Line::default(), all.labels.iter().map(label).collect(), column);
    let mut lines = vec![Line::default()];
    for fact in &all.facts {
        let cells = fact.values.iter().map(|value| wrap::wrap(&[cell(cx, fact, value.as_deref())], column));
        lines.extend(row(name(cx, fact), cells.collect(), column));
    }
    (head, lines)
}

/// The name of a fact, and beside it the cells, as many lines as the longest has.
fn row(name: Line<'static>, cells: Vec<Vec<Line<'static>>>, column: usize) -> Vec<Line<'static>> {
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

/// `≠ Région`
fn name(cx: ViewContext<'_>, fact: &Fact) -> Line<'static> {
    let sign = if fact.differs { cx.theme.glyphs.differs } else { " " };
    let spans = vec![
        Span::styled(format!(" {sign} "), cx.style(Role::Match)),
        text::plain(&fact.name, cx.style(Role::Name)),
    ];
    text::fitted(spans, NAME_WIDTH, cx.theme.glyphs.ellipsis)
}

/// What differs stands out, what does not steps back.
fn cell(cx: ViewContext<'_>, fact: &Fact, value: Option<&str>) -> Span<'static> {
    let role = match (value, fact.differs) {
        (None, _) => Role::Unknown,
        (Some(_), true) => Role::Text,
        (Some(_), false) => Role::Detail,
    };
    let unknown = labels::unknown(cx.lang);
    text::plain(value.unwrap_or(&unknown), cx.style(role))
}

/// Each Cité by a number, and for each fact a line for each of them; one for
/// all where they agree.
fn stacked(cx: ViewContext<'_>, all: &Comparison, width: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let theme = cx.theme;
    let number = |number: usize| Span::styled(format!(" {number} "), theme.style(Role::Key));
    let labels = all.labels.iter().zip(1..).map(|(label, place)| {
        let label = vec![number(place), text::plain(label, theme.style(Role::Title))];
        text::fitted(label, width, theme.glyphs.ellipsis)
    });
    let head = labels.collect();
    let mut lines = Vec::new();
    for fact in &all.facts {
        lines.push(name(cx, fact));
        let agree =
            !fact.differs && fact.values.windows(2).all(|pair| matches!(pair, [one, next] if one == next));
        let values = fact.values.iter().zip(1..).take(if agree { 1 } else { fact.values.len() });
        for (value, place) in values {
            let start = if agree { Span::raw("   ") } else { number(place) };
            lines.extend(wrap::hanging(vec![start], 3, &[cell(cx, fact, value.as_deref())], width));
        }
    }
    (head, lines)
}

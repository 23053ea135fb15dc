//! Cités side by side; where there is no room for that, one below the other.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::snapshot::Cite;
use crate::t;
use crate::tui::state::App;
use crate::tui::state::layout::take_top;
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::popups::frame;
use crate::tui::view::widgets::{page, text, thumb, wrap};
use crate::views::comparison::{Comparison, Fact, comparison};
use crate::views::labels;

/// Columns of the sign of a difference and the name of a fact.
const NAME_WIDTH: usize = 22;
/// Fewest columns that a Cité has beside the others.
const LEAST_WIDTH: usize = 18;

/// Draws the comparison, moved up by `scroll` lines.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, cites: &[usize], scroll: usize) {
    let inside = frame::render(frame, screen, &title(app, cites.len()), &app.theme);
    let (head, lines) = laid_out(app, cites, inside.width.into());
    let (top, body) = take_top(inside, head_height(&head, inside));
    for (line, row) in head.into_iter().zip(top.rows()) {
        frame.render_widget(line, row);
    }
    thumb::render(frame, body, body.right(), lines.len(), scroll, &app.theme);
    for (line, row) in lines.into_iter().skip(scroll).zip(body.rows()) {
        frame.render_widget(line, row);
    }
}

/// How many lines there are below the labels, and how many of them are on the screen.
pub fn heights(screen: Rect, app: &App, cites: &[usize]) -> (usize, usize) {
    let inside = frame::inside(screen);
    let (head, lines) = laid_out(app, cites, inside.width.into());
    (lines.len(), (inside.height - head_height(&head, inside)).into())
}

fn title(app: &App, count: usize) -> String {
    t!(app.lang, "tui-comparison-title", count = count, sign = app.theme.glyphs.differs)
}

fn head_height(head: &[Line<'_>], inside: Rect) -> u16 {
    u16::try_from(head.len()).unwrap_or(u16::MAX).min(inside.height / 2)
}

/// The labels, which stay, and the facts below them, which move.
fn laid_out(app: &App, cites: &[usize], width: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let context = app.context();
    let cites: Vec<&Cite> = cites.iter().filter_map(|place| context.snapshot.cites.get(*place)).collect();
    let all = comparison(&cites, context);
    let column = page::column_width(width.saturating_sub(NAME_WIDTH + 1), cites.len());
    match column >= LEAST_WIDTH {
        true => side_by_side(app, &all, column),
        false => stacked(app, &all, width),
    }
}

fn side_by_side(app: &App, all: &Comparison, column: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let label = |label: &String| wrap::wrap(&[text::plain(label, app.theme.style(Role::Title))], column);
    let head = row(Line::default(), all.labels.iter().map(label).collect(), column);
    let mut lines = vec![Line::default()];
    for fact in &all.facts {
        let cells = fact.values.iter().map(|value| wrap::wrap(&[cell(app, fact, value.as_deref())], column));
        lines.extend(row(name(app, fact), cells.collect(), column));
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
fn name(app: &App, fact: &Fact) -> Line<'static> {
    let sign = if fact.differs { app.theme.glyphs.differs } else { " " };
    let spans = vec![
        Span::styled(format!(" {sign} "), app.theme.style(Role::Match)),
        text::plain(&fact.name, app.theme.style(Role::Name)),
    ];
    text::fitted(spans, NAME_WIDTH, app.theme.glyphs.ellipsis)
}

/// What differs stands out, what does not steps back.
fn cell(app: &App, fact: &Fact, value: Option<&str>) -> Span<'static> {
    let role = match (value, fact.differs) {
        (None, _) => Role::Unknown,
        (Some(_), true) => Role::Text,
        (Some(_), false) => Role::Detail,
    };
    let unknown = labels::unknown(app.lang);
    text::plain(value.unwrap_or(&unknown), app.theme.style(role))
}

/// Each Cité by a number, and for each fact a line for each of them; one for
/// all where they agree.
fn stacked(app: &App, all: &Comparison, width: usize) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let theme = &app.theme;
    let number = |number: usize| Span::styled(format!(" {number} "), theme.style(Role::Key));
    let labels = all.labels.iter().zip(1..).map(|(label, place)| {
        let label = vec![number(place), text::plain(label, theme.style(Role::Title))];
        text::fitted(label, width, theme.glyphs.ellipsis)
    });
    let head = labels.collect();
    let mut lines = Vec::new();
    for fact in &all.facts {
        lines.push(name(app, fact));
        let agree =
            !fact.differs && fact.values.windows(2).all(|pair| matches!(pair, [one, next] if one == next));
        let values = fact.values.iter().zip(1..).take(if agree { 1 } else { fact.values.len() });
        for (value, place) in values {
            let start = if agree { Span::raw("   ") } else { number(place) };
            lines.extend(wrap::hanging(vec![start], 3, &[cell(app, fact, value.as_deref())], width));
        }
    }
    (head, lines)
}

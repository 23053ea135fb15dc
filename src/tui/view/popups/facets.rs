//! What the query can be narrowed by, with what each choice would find.
//!
//! ```text
//! ╭ Filtres ────────────────────────────╮
//! │ Région  Département  Vague  Échelle │
//! │ > bre                          1/18 │
//! │ [x] Bretagne            3 ███       │
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::QueryField;
use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{App, Facets};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::popups::{Spot, frame};
use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::{bars, text, thumb, wrap};
use crate::views::facets::{FACETS, FacetValue};
use crate::views::groups::Grouping;

/// Widest and tallest inside.
const MOST_WIDTH: usize = 66;
const MOST_HEIGHT: usize = 24;
/// Columns for the count, and for the bar where there is room.
const COUNT_WIDTH: usize = 6;
const BAR_WIDTH: usize = 16;
/// Fewest columns for a name beside a bar.
const LEAST_NAME: usize = 24;

/// Draws the facets.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, facets: &Facets) {
    let theme = &app.theme;
    let area = frame::centered(screen, MOST_WIDTH, MOST_HEIGHT);
    let inside = frame::render(frame, area, &t!(app.lang, "tui-facets-title"), theme);
    let (names, line, body) = parts(inside, app, facets.facet());
    for (name, row) in titles(app, facets.facet(), inside.width).into_iter().zip(names.rows()) {
        frame.render_widget(name, row);
    }
    let count = format!("{}/{} ", facets.shown().len(), facets.total());
    frame::line(frame, line, &facets.filter, &count, theme);
    let most = facets.shown().map(|value| value.count).max().unwrap_or(0);
    let choice = facets.choice;
    thumb::render(frame, body, body.right(), facets.shown().len(), choice.offset(), theme);
    for ((place, value), row) in facets.shown().enumerate().skip(choice.offset()).zip(body.rows()) {
        frame.render_widget(value_line(app, value, most, row.width.into()), row);
        if place == choice.place() {
            frame.buffer_mut().set_style(row, theme.style(Role::Selected));
        }
    }
}

/// How many values there are, and how many of them are on the screen.
pub fn heights(screen: Rect, app: &App, facets: &Facets) -> (usize, usize) {
    let inside = frame::inside(frame::centered(screen, MOST_WIDTH, MOST_HEIGHT));
    let (.., body) = parts(inside, app, facets.facet());
    (facets.shown().len(), body.height.into())
}

/// What of them is at a place of the screen.
pub fn spot(screen: Rect, app: &App, facets: &Facets, at: Position) -> Spot {
    let area = frame::centered(screen, MOST_WIDTH, MOST_HEIGHT);
    let (names, _, body) = parts(frame::inside(area), app, facets.facet());
    let titles = titles(app, facets.facet(), names.width);
    let mut places = 0..;
    for (line, row) in titles.iter().zip(names.rows()) {
        let mut x = row.x;
        // Blanks between the names are spans of their own.
        for name in line.spans.iter().filter(|span| !span.content.trim().is_empty()) {
            let place = Rect { x, width: width(&name.content), ..row };
            let number = places.next().unwrap_or(0);
            if place.contains(at) {
                return Spot::Facet(number);
            }
            x = place.right() + 1;
        }
    }
    let line = super::line_at(body, at, facets.choice.offset(), facets.shown().len());
    line.unwrap_or(super::on(area, at))
}

/// Where the facets stand, the filter and the values.
fn parts(inside: Rect, app: &App, facet: QueryField) -> (Rect, Rect, Rect) {
    let lines = titles(app, facet, inside.width).len();
    // Some values are seen, however low the screen is.
    let height = u16::try_from(lines).unwrap_or(1).min(inside.height.saturating_sub(3).max(1));
    let (names, rest) = take_top(inside, height);
    let (line, body) = take_top(rest, 1);
    (names, line, body)
}

/// The facets, the open one told apart.
fn titles(app: &App, open: QueryField, columns: u16) -> Vec<Line<'static>> {
    let title = |facet: &QueryField| {
        let role = if *facet == open { Role::ActiveTab } else { Role::Tab };
        Line::from(Span::styled(
            format!(" {} ", Grouping::Field(*facet).title(app.lang)),
            app.theme.style(role),
        ))
    };
    wrap::flow(FACETS.iter().map(title).collect(), columns.into())
}

/// `[x] Bretagne   3 ███`
fn value_line(app: &App, value: &FacetValue, most: usize, columns: usize) -> Line<'static> {
    let theme = &app.theme;
    let style = match (value.chosen, value.count) {
        (true, _) => theme.style(Role::Heading),
        (false, 0) => theme.style(Role::Unknown),
        (false, _) => theme.style(Role::Text),
    };
    let count = app.lang.number(value.count as u64);
    let bar_width = if columns >= LEAST_NAME + COUNT_WIDTH + BAR_WIDTH { BAR_WIDTH } else { 0 };
    let name_width = columns.saturating_sub(COUNT_WIDTH + bar_width + 1);
    let sign = if value.chosen { "[x] " } else { "[ ] " };
    let name = vec![Span::styled(sign, style), text::plain(&value.name, style)];
    let mut line = text::fitted(name, name_width, theme.glyphs.ellipsis);
    let blank = (name_width + COUNT_WIDTH).saturating_sub(line.width() + count.width());
    line.push_span(Span::styled(format!("{}{count} ", " ".repeat(blank)), style));
    if bar_width > 0 {
        line.push_span(bars::piece(0, bars::scaled(value.count, most, bar_width - 1), theme));
    }
    line
}
